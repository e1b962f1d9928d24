//! What happened, when and where.

use std::ops::Range;

use super::{Claim, Dating, EventIndex, PlaceIndex, QuoteIndex, Text};

/// Something that happened, with the quotes it rests on. Subevents are events of their own, after it in
/// [`Timeline::events`](super::Timeline::events).
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The name by which it is referred to.
    pub id: String,
    /// The event it is part of.
    pub parent: Option<EventIndex>,
    /// How many events it lies inside of.
    pub depth: usize,
    /// Its position in its own `events:` or `subevents:` list in the file, from 0.
    pub position: usize,
    /// One past the last event inside it, so that `own index + 1..end` are all its descendants.
    pub end: EventIndex,
    /// When it happened.
    pub date: Dating,
    /// What it is called.
    pub title: Text,
    /// What happened, in no more words than the quotes carry.
    pub summary: Option<Text>,
    /// Where; more than one is a route, in order.
    pub places: Vec<PlaceIndex>,
    /// What it is about; a tag is known by its first wording.
    pub tags: Vec<Text>,
    /// Its own quotes, without those of its claims, as positions in
    /// [`Timeline::quotes`](super::Timeline::quotes).
    pub quotes: Range<QuoteIndex>,
    /// Statements inside it that sources carry or dispute.
    pub claims: Vec<Claim>,
    /// What the speaker wants to remember.
    pub notes: Option<Text>,
    /// Questions for the class.
    pub questions: Vec<Text>,
}

impl Event {
    /// All its quotes, its own and its claims'.
    pub(super) fn all_quotes(&self) -> Range<QuoteIndex> {
        self.quotes.start..self.claims.last().map_or(self.quotes.end, |claim| claim.quotes.end)
    }
}
