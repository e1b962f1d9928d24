//! Does the quote stand in the article?

mod anchor;

pub use anchor::{Anchor, Article, Nearest, Span};
