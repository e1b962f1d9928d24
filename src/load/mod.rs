//! YAML and articles to a model, with every problem found, never only the first.
