//! What the rules look at, and the way back from the model to the YAML.

use super::super::Draft;
use super::super::finding::{Path, Step};
use crate::evidence::{Anchor, Article, Span};
use crate::load::problem::Excerpt;
use crate::model::{EventIndex, Place, Quote, QuoteIndex, SourceIndex, Timeline};

/// A timeline with its articles and the anchors of its quotes.
///
/// The indices in a timeline come from its reader and lie inside its lists, and there is one article for each
/// source and one anchor for each quote; so the rules index without asking.
pub(in crate::load) struct Facts<'a> {
    pub(in crate::load) draft: &'a Draft,
    /// By position in [`Timeline::quotes`].
    pub(in crate::load) anchors: &'a [Anchor],
}

impl<'a> Facts<'a> {
    pub(super) fn timeline(&self) -> &'a Timeline {
        &self.draft.timeline
    }

    /// The article a quote is taken from, where it can be read.
    pub(super) fn article(&self, quote: &Quote) -> Option<&'a Article> {
        self.draft.articles[quote.source?].as_ref()
    }

    /// The quotes with their anchors, for those whose article can be read.
    pub(super) fn anchored(&self) -> impl Iterator<Item = (QuoteIndex, &'a Quote, &'a Anchor, &'a Article)> {
        let quotes = self.timeline().quotes.iter().zip(self.anchors).enumerate();
        quotes.filter_map(|(index, (quote, anchor))| Some((index, quote, anchor, self.article(quote)?)))
    }

    /// The way to a source.
    pub(in crate::load) fn source(&self, source: SourceIndex) -> Path {
        vec![Step::Key("sources"), Step::Item(self.timeline().sources[source].position)]
    }

    /// The way to an event.
    pub(in crate::load) fn event(&self, event: EventIndex) -> Path {
        let event = &self.timeline().events[event];
        let (mut path, list) = match event.parent {
            Some(parent) => (self.event(parent), "subevents"),
            None => (Path::new(), "events"),
        };
        path.extend([Step::Key(list), Step::Item(event.position)]);
        path
    }

    /// The way to a quote.
    pub(in crate::load) fn quote(&self, quote: QuoteIndex) -> Path {
        let quote = &self.timeline().quotes[quote];
        let mut path = self.event(quote.event);
        if let Some(claim) = quote.claim {
            path.extend([Step::Key("claims"), Step::Item(claim)]);
        }
        path.extend([Step::Key("quotes"), Step::Item(quote.position)]);
        path
    }

    /// The passages of a source's article, in scalars, as an excerpt of it.
    pub(super) fn excerpt(&self, source: SourceIndex, passages: &[Span], label: &str) -> Option<Excerpt> {
        let text = self.draft.articles[source].as_ref()?.text();
        let mut edges: Vec<usize> = passages.iter().flat_map(|span| [span.start, span.end]).collect();
        edges.sort_unstable();
        let bytes: Vec<usize> = bytes_of(text, &edges);
        let byte = |scalar: usize| edges.binary_search(&scalar).map_or(text.len(), |at| bytes[at]);
        let marks: Vec<_> = passages.iter().map(|span| byte(span.start)..byte(span.end)).collect();
        let written = self.timeline().sources[source].text.as_deref().unwrap_or_default();
        Some(Excerpt::new(&self.draft.input().article_name(written), text, &marks, label))
    }
}

/// The way to a place.
pub(super) fn to_place(place: &Place) -> Path {
    vec![Step::Key("places"), Step::Item(place.position)]
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
