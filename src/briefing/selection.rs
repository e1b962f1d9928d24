//! What of a timeline a briefing or a handout shows.

use crate::model::{Depth, EventIndex, Outline, Timeline};

/// What of a timeline is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The events, in the order in which they are shown; `None` stands for every top-level event, by time.
    pub events: Option<Vec<EventIndex>>,
    /// How much of them is shown.
    pub depth: Depth,
}

/// How it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The events, in the order in which they are shown; `None` stands for every top-level event, by time.
    pub events: Option<Vec<EventIndex>>,
    /// How deep, where that is said.
    pub depth: Option<Depth>,
}

impl From<&Outline> for Choice {
    fn from(outline: &Outline) -> Self {
        Self { events: (!outline.events.is_empty()).then(|| outline.events.clone()), depth: outline.depth }
    }
}

impl From<Choice> for Selection {
    fn from(choice: Choice) -> Self {
        Self { events: choice.events, depth: choice.depth.unwrap_or_default() }
    }
}

impl Selection {
    /// The events that are shown, subevents too where it is as deep as that, in their order.
    pub fn slides(&self, timeline: &Timeline) -> Vec<EventIndex> {
        let top: Vec<EventIndex> = self.events.clone().unwrap_or_else(|| timeline.children(None).collect());
        if self.depth == Depth::Main {
            return top;
        }
        let mut slides = Vec::new();
        for event in top {
            for inside in event..timeline.events[event].end {
                if !slides.contains(&inside) {
                    slides.push(inside);
                }
            }
        }
        slides
    }
}

/// The quote of an event that stands for it: the one that is marked, or the first. By its number among all quotes of
/// the event.
pub fn key_quote(timeline: &Timeline, event: EventIndex) -> Option<usize> {
    let quotes = timeline.quotes_of(event);
    let marked = quotes.clone().position(|quote| timeline.quotes[quote].is_key);
    marked.or_else(|| (!quotes.is_empty()).then_some(0))
}
