//! The way back from the model to the YAML.

use crate::load::diagnostics::{Path, Step};
use crate::model::{EventIndex, Outline, Place, QuoteIndex, SourceIndex, Timeline};

/// The way to a source.
pub(in crate::load) fn to_source(timeline: &Timeline, source: SourceIndex) -> Path {
    vec![Step::Key("sources"), Step::Item(timeline.sources[source].position)]
}

/// The way to an event.
pub(in crate::load) fn to_event(timeline: &Timeline, event: EventIndex) -> Path {
    let event = &timeline.events[event];
    let (mut path, list) = match event.parent {
        Some(parent) => (to_event(timeline, parent), "subevents"),
        None => (Path::new(), "events"),
    };
    path.extend([Step::Key(list), Step::Item(event.position)]);
    path
}

/// The way to a quote.
pub(in crate::load) fn to_quote(timeline: &Timeline, quote: QuoteIndex) -> Path {
    let quote = &timeline.quotes[quote];
    let mut path = to_event(timeline, quote.event);
    if let Some(claim) = quote.claim {
        path.extend([Step::Key("claims"), Step::Item(claim)]);
    }
    path.extend([Step::Key("quotes"), Step::Item(quote.position)]);
    path
}

/// The way to a place.
pub(super) fn to_place(place: &Place) -> Path {
    vec![Step::Key("places"), Step::Item(place.position)]
}

/// The way to a briefing.
pub(super) fn to_briefing(outline: &Outline) -> Path {
    vec![Step::Key("briefings"), Step::Item(outline.position)]
}
