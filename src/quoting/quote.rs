//! A quote of a passage, as a timeline writes it.

use crate::edit::{KEYS, Keys, Value};
use crate::evidence::{Article, Quoted, Span, quoted, sentences, whole};

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

    /// The quote of the sentences in which `span` lies.
    pub(crate) fn of_sentences(source: &str, span: Span, article: &Article) -> Option<Self> {
        Self::of(source, sentences(span, article), article)
    }

    /// The quote in a timeline.
    pub(crate) fn value(&self) -> Value {
        self.value_with(KEYS)
    }

    pub(super) fn value_with(&self, keys: Keys) -> Value {
        value(&self.source, &self.quoted, self.page.filter(|_| keys == Keys::Csl))
    }
}

/// A quote in a timeline.
pub(crate) fn value(source: &str, quoted: &Quoted, page: Option<usize>) -> Value {
    let words = |text: &Option<String>| text.clone().map(Value::Words);
    let pairs = [
        ("source", Some(Value::Text(source.to_owned()))),
        ("exact", Some(Value::Words(quoted.exact.clone()))),
        ("prefix", words(&quoted.prefix)),
        ("suffix", words(&quoted.suffix)),
        ("page", page.map(Value::Number)),
    ];
    Value::Map(pairs.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
}

/// The page on which `span` begins, from 1; `None` where the article has no pages. Pages are divided by form
/// feeds.
pub(crate) fn page(span: Span, article: &Article) -> Option<usize> {
    let before = article.slice(Span { start: 0, end: span.start });
    article.text().contains('\u{c}').then(|| before.matches('\u{c}').count() + 1)
}
