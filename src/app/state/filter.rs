//! What the list is narrowed down to.

use std::sync::Arc;

use crate::app::screen::prompt::Prompt;
use crate::axis;
use crate::model::{EventIndex, Timeline};

/// What the list is narrowed down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What was typed.
    pub text: String,
    /// The events that answer, in the order of the timeline.
    pub events: Vec<EventIndex>,
    /// The events that are shown: those that answer, and those around them.
    pub(crate) shown: Vec<EventIndex>,
    /// The same by time, for the axis.
    pub(crate) axis: axis::Index,
    /// Where none answers, the word that was probably meant.
    pub(crate) nearest: Option<String>,
}

/// A filter while it is being typed.
#[derive(Clone, Debug, Default)]
pub struct FilterPrompt {
    /// The line.
    pub(crate) prompt: Prompt,
    /// The filter there was before, which comes back where this one is not wanted.
    pub(crate) before: Option<Arc<Filter>>,
    /// The event that was selected before.
    pub(crate) from: EventIndex,
}

impl Filter {
    /// The filter that leaves `events` of a timeline, in its order. It takes as long as there are events, so it is no
    /// work for the thread that draws.
    pub fn new(timeline: &Timeline, text: String, events: Vec<EventIndex>) -> Self {
        let shown = with_those_around(timeline, &events);
        let axis = axis::Index::of(timeline, shown.iter().copied());
        Self { text, events, shown, nearest: None, axis }
    }

    /// The same that says which word was probably meant.
    #[must_use]
    pub(crate) fn or(self, nearest: Option<String>) -> Self {
        Self { nearest, ..self }
    }

    /// Whether the list shows `event`.
    pub(crate) fn shows(&self, timeline: &Timeline, event: EventIndex) -> bool {
        let end = timeline.events.get(event).map_or(event, |event| event.end);
        let first = self.events.partition_point(|other| *other < event);
        self.events.get(first).is_some_and(|other| *other < end)
    }
}

/// `events` with those around them, in the order of the timeline.
fn with_those_around(timeline: &Timeline, events: &[EventIndex]) -> Vec<EventIndex> {
    let mut shown = Vec::with_capacity(events.len());
    for event in events {
        let mut around = timeline.events.get(*event).and_then(|event| event.parent);
        let start = shown.len();
        // The order of the timeline puts an event behind those around it, so that `shown` stays sorted.
        while let Some(event) = around.filter(|event| shown.binary_search(event).is_err()) {
            shown.insert(start, event);
            around = timeline.events[event].parent;
        }
        if shown.last() != Some(event) {
            shown.push(*event);
        }
    }
    shown
}
