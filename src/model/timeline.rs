//! A whole timeline.

use std::ops::Range;

use super::event::Event;
use super::index::Index;
use super::outline::Outline;
use super::place::Place;
use super::position::{EventIndex, QuoteIndex, SourceIndex};
use super::quote::Quote;
use super::source::Source;
use super::text::{LanguageTag, Text};

/// A timeline, its events and quotes laid flat so that a hundred thousand of them cost one vector each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// What it is called.
    pub title: Text,
    /// Every language a text of it is given in, its own language first.
    pub languages: Vec<LanguageTag>,
    /// Its sources, in the order of the file.
    pub sources: Vec<Source>,
    /// Its places, in the order of the file.
    pub places: Vec<Place>,
    /// Its events: every event directly before the events inside it, siblings by date (earliest day, then
    /// latest day, then the order of the file), undated ones last.
    pub events: Vec<Event>,
    /// The quotes of all events, in the order of `events`; of one event, its own first, then its claims'.
    pub quotes: Vec<Quote>,
    /// The briefings it holds, in the order of the file.
    pub briefings: Vec<Outline>,
    /// What is looked up in all of the above, made when they are complete.
    pub index: Index,
}

impl Timeline {
    /// The language of plain strings.
    pub fn language(&self) -> Option<&LanguageTag> {
        self.languages.first()
    }

    /// The events directly inside `parent`, or the top-level events. None where there is no such event.
    pub fn children(&self, parent: Option<EventIndex>) -> impl Iterator<Item = EventIndex> + '_ {
        let inside = |parent: EventIndex| self.events.get(parent).map_or(0..0, |event| parent + 1..event.end);
        let range = parent.map_or(0..self.events.len(), inside);
        let mut next = range.start;
        std::iter::from_fn(move || {
            let this = (next < range.end).then_some(next)?;
            next = self.events[this].end;
            Some(this)
        })
    }

    /// The event called `id`.
    pub fn event_by_id(&self, id: &str) -> Option<EventIndex> {
        self.events.iter().position(|event| event.id == id)
    }

    /// All quotes of an event, its own and its claims', without those of its subevents; none where there is no
    /// such event.
    pub fn quotes_of(&self, event: EventIndex) -> Range<QuoteIndex> {
        let Some(event) = self.events.get(event) else { return 0..0 };
        event.all_quotes()
    }

    /// The quotes taken from a source, in their order.
    pub fn quotes_from(&self, source: SourceIndex) -> &[QuoteIndex] {
        self.index.quotes_from(source)
    }

    /// How many independent origins its sources have.
    pub fn origins(&self) -> usize {
        self.index.origins()
    }

    /// How many independent origins the quotes of an event have, its subevents' included.
    pub fn origins_of(&self, event: EventIndex) -> usize {
        self.index.origins_of(event)
    }
}
