//! The answer to a query.

use std::ops::Range;

use crate::evidence::{Anchor, Article, Span};
use crate::export::quoted;
use crate::model::{EventIndex, QuoteIndex, SourceIndex};
use crate::search::{Corpus, Found, Hit};
use crate::standing::Standing;

/// The answer to a query, with what it was asked of.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The query as typed.
    pub query: &'a str,
    /// What was searched.
    pub corpus: Corpus<'a>,
    /// What was found.
    pub found: &'a Found,
}

impl<'a> Answer<'a> {
    pub(super) fn event(&self, hit: &Hit) -> Option<EventIndex> {
        hit.event(self.corpus.timeline)
    }

    pub(super) fn article(&self, source: SourceIndex) -> Option<&'a Article> {
        self.corpus.articles.get(source)?.as_ref()
    }

    /// How a quote stands in its article, and where.
    pub(super) fn anchor(&self, quote: QuoteIndex) -> Option<(&'a Anchor, Option<Span>)> {
        let anchor = self.corpus.anchors.get(quote)?;
        Some((anchor, anchor.span()))
    }

    /// A quote with how it stands in its article.
    pub(super) fn standing(&self, quote: QuoteIndex) -> Option<Standing<'a>> {
        let Corpus { timeline, articles, anchors } = self.corpus;
        quoted::standing(timeline, articles, anchors, quote)
    }
}

/// Bytes of a text in scalars.
pub(super) fn scalars(text: &str, bytes: &Range<usize>) -> Span {
    let count = |text: &str| text.chars().count();
    let start = count(text.get(..bytes.start).unwrap_or(text));
    Span { start, end: start + count(text.get(bytes.clone()).unwrap_or_default()) }
}
