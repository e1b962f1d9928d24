//! A timeline in other forms: one file per format.

pub mod found;
pub mod handout;
mod harmless;
pub mod json;
pub mod overlap;
mod place;
mod quoted;
pub mod text;

pub use harmless::write_value;

use std::collections::BTreeSet;

use crate::evidence::{Anchor, Article};
use crate::glyphs::Glyphs;
use crate::i18n::{ExportWords, Lang};
use crate::model::{EventIndex, Outline, PlaceIndex, QuoteIndex, SourceIndex, Timeline};
use crate::standing::{Standing, Tally};

/// What is exported: a whole timeline, or one of its events with everything inside it.
#[derive(Clone, Copy, Debug)]
pub struct Extract<'a> {
    /// The timeline.
    pub timeline: &'a Timeline,
    /// Its articles, by the positions of their sources; `None` where there is none or it cannot be read.
    pub articles: &'a [Option<Article>],
    /// How each of its quotes stands in its article, by position in [`Timeline::quotes`].
    pub anchors: &'a [Anchor],
    /// The one event to export; `None` for all of them.
    pub event: Option<EventIndex>,
}

impl<'a> Extract<'a> {
    /// A quote with how it stands in its article.
    fn standing(&self, quote: QuoteIndex) -> Option<Standing<'a>> {
        quoted::standing(self.timeline, self.articles, self.anchors, quote)
    }

    /// The outermost events of the extract.
    fn events(&self) -> Vec<EventIndex> {
        self.event.map_or_else(|| self.timeline.children(None).collect(), |event| vec![event])
    }

    /// The sources of the extract: all of a timeline, and of an event those it quotes.
    fn sources(&self) -> Vec<SourceIndex> {
        let Some(event) = self.event else { return (0..self.timeline.sources.len()).collect() };
        let inside = event..self.timeline.events[event].end;
        let quotes = self.timeline.quotes.iter().filter(|quote| inside.contains(&quote.event));
        quotes.filter_map(|quote| quote.source).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The briefings of the extract: all of a timeline, and of an event none.
    fn briefings(&self) -> impl Iterator<Item = &'a Outline> {
        let briefings: &[Outline] = if self.event.is_none() { &self.timeline.briefings } else { &[] };
        briefings.iter()
    }

    /// The places of the extract: all of a timeline, and of an event those it names.
    fn places(&self) -> Vec<PlaceIndex> {
        let Some(event) = self.event else { return (0..self.timeline.places.len()).collect() };
        let events = &self.timeline.events[event..self.timeline.events[event].end];
        let places = events.iter().flat_map(|event| event.places.iter().copied());
        places.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What there is in a timeline, in numbers, and how its quotes stand in their articles.
fn counts(timeline: &Timeline, anchors: &[Anchor], glyphs: &Glyphs, lang: Lang) -> String {
    let words = ExportWords::of(lang);
    let counts = [
        (timeline.children(None).count(), words.events),
        (timeline.sources.len(), words.sources),
        (timeline.origins(), words.origins),
        (timeline.quotes.len(), words.quotes),
    ];
    let counts =
        counts.map(|(n, noun)| format!("{n} {}", noun.of(lang, n))).join(&format!(" {} ", glyphs.dot));
    let tally = Tally::of(anchors).words(glyphs, lang);
    if tally.is_empty() { counts } else { format!("{counts}{}{tally}", words.colon) }
}
