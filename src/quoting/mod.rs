//! From words to a quote: the passage that is meant, and the quote as a timeline writes it.

mod find;
#[cfg(test)]
mod tests;

use crate::edit::{KEYS, Keys, Value};
use crate::evidence::{Article, Quoted, Span, quoted, whole};

pub(crate) use find::{Found, find};

/// A quote of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// The id of the source.
    pub(crate) source: String,
    /// Its words and what decides where they stand.
    pub(crate) quoted: Quoted,
    /// Where they stand: of words with marks, from the first to the last.
    pub(crate) span: Span,
    /// The page, where the article has pages.
    pub(crate) page: Option<usize>,
}

impl Quote {
    /// The passage `span` of the article of `source`, widened to whole words; `None` where no quote stands there
    /// and nowhere else.
    pub(crate) fn of(source: &str, span: Span, article: &Article) -> Option<Self> {
        let span = whole(span, article);
        let quoted = quoted(span, article)?;
        Some(Self { source: source.to_owned(), quoted, span, page: page(span, article) })
    }

    /// The quote in a timeline.
    pub(crate) fn value(&self) -> Value {
        self.value_with(KEYS)
    }

    fn value_with(&self, keys: Keys) -> Value {
        let words = |text: &Option<String>| text.clone().map(Value::Words);
        let page = self.page.filter(|_| keys == Keys::Csl).map(Value::Number);
        let pairs = [
            ("source", Some(Value::Text(self.source.clone()))),
            ("exact", Some(Value::Words(self.quoted.exact.clone()))),
            ("prefix", words(&self.quoted.prefix)),
            ("suffix", words(&self.quoted.suffix)),
            ("page", page),
        ];
        Value::Map(pairs.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
    }
}

/// The page on which `span` begins, from 1; `None` where the article has no pages. Pages are divided by form
/// feeds.
pub(crate) fn page(span: Span, article: &Article) -> Option<usize> {
    let before = article.slice(Span { start: 0, end: span.start });
    article.text().contains('\u{c}').then(|| before.matches('\u{c}').count() + 1)
}
