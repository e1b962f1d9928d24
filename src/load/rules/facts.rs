//! What the rules look at.

use crate::evidence::{Anchor, Article, Selector, Span};
use crate::load::diagnostics::{Excerpt, Localized};
use crate::model::{Quote, QuoteIndex, SourceIndex, Timeline};

/// A timeline with its articles and the anchors of its quotes.
///
/// The indices in a timeline come from its reader and lie inside its lists, and there is one article for each
/// source and one anchor for each quote; so the rules index without asking.
pub(in crate::load) struct Facts<'a> {
    pub(in crate::load) timeline: &'a Timeline,
    /// By position in [`Timeline::sources`]; `None` where there is none or it cannot be read.
    pub(in crate::load) articles: &'a [Option<Article>],
    /// What the user would call each article, by position in [`Timeline::sources`].
    pub(in crate::load) article_names: &'a [String],
    /// By position in [`Timeline::quotes`].
    pub(in crate::load) anchors: &'a [Anchor],
    /// The quotes that were not looked up, because looking up those before them cost too much;
    /// in order.
    pub(in crate::load) not_looked_up: &'a [QuoteIndex],
}

impl<'a> Facts<'a> {
    pub(super) fn timeline(&self) -> &'a Timeline {
        self.timeline
    }

    /// The article a quote is taken from, where it can be read.
    pub(super) fn article(&self, quote: &Quote) -> Option<&'a Article> {
        self.articles[quote.source?].as_ref()
    }

    /// The quotes with their anchors, for those whose article can be read.
    pub(super) fn anchored(&self) -> impl Iterator<Item = (QuoteIndex, &'a Quote, &'a Anchor, &'a Article)> {
        let quotes = self.timeline().quotes.iter().zip(self.anchors).enumerate();
        quotes.filter_map(|(index, (quote, anchor))| Some((index, quote, anchor, self.article(quote)?)))
    }

    /// What picks a quote out of its article.
    pub(in crate::load) fn selector(quote: &'a Quote) -> Selector<'a> {
        Selector { exact: &quote.exact, prefix: quote.prefix.as_deref(), suffix: quote.suffix.as_deref() }
    }

    /// The passages of a source's article, in scalars, as an excerpt of it.
    pub(super) fn excerpt(
        &self,
        source: SourceIndex,
        passages: &[Span],
        label: impl Into<Localized>,
    ) -> Option<Excerpt> {
        let text = self.articles[source].as_ref()?.text();
        let mut edges: Vec<usize> = passages.iter().flat_map(|span| [span.start, span.end]).collect();
        edges.sort_unstable();
        let bytes: Vec<usize> = bytes_of(text, &edges);
        let byte = |scalar: usize| edges.binary_search(&scalar).map_or(text.len(), |at| bytes[at]);
        let marks: Vec<_> = passages.iter().map(|span| byte(span.start)..byte(span.end)).collect();
        Some(Excerpt::new(&self.article_names[source], text, &marks, label))
    }
}

/// The bytes at which the characters `scalars`, in order, begin.
fn bytes_of(text: &str, scalars: &[usize]) -> Vec<usize> {
    let mut bytes = text.char_indices().map(|(byte, _)| byte).enumerate().peekable();
    let byte = |scalar: &usize| {
        while bytes.next_if(|(index, _)| index < scalar).is_some() {}
        bytes.peek().map_or(text.len(), |(_, byte)| *byte)
    };
    scalars.iter().map(byte).collect()
}
