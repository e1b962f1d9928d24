//! Filtering: the list shows only what answers.

use std::sync::Arc;

use crate::axis;
use crate::model::{EventIndex, Timeline};

use super::message::{Effect, Question, Wanted};
use super::moves::select;
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::state::State;

/// What the list is narrowed down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What was typed.
    pub text: String,
    /// The events that answer, in the order of the timeline.
    pub events: Vec<EventIndex>,
    /// The events that are shown: those that answer, and those around them.
    pub(super) shown: Vec<EventIndex>,
    /// The same by time, for the axis.
    pub(super) axis: axis::Index,
}

/// A filter while it is being typed.
#[derive(Clone, Debug, Default)]
pub struct Filtering {
    /// The line.
    pub prompt: Prompt,
    /// The filter there was before, which comes back where this one is not wanted.
    pub(super) before: Option<Arc<Filter>>,
    /// The event that was selected before.
    pub(super) from: EventIndex,
}

impl Filter {
    /// The filter that leaves `events` of a timeline, in its order. It takes as long as there are events, so it is no
    /// work for the thread that draws.
    pub(super) fn new(timeline: &Timeline, text: String, events: Vec<EventIndex>) -> Self {
        let shown = with_those_around(timeline, &events);
        let axis = axis::Index::of(timeline, shown.iter().copied());
        Self { text, events, shown, axis }
    }

    /// Whether the list shows `event`.
    pub(super) fn shows(&self, timeline: &Timeline, event: EventIndex) -> bool {
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

/// Opens a line to filter by, with the filter there is.
pub(super) fn open(state: &mut State) {
    let before = state.filter.clone();
    let prompt = before.as_ref().map_or_else(Prompt::default, |filter| Prompt::with(&filter.text));
    state.overlay = Some(Overlay::Filter(Filtering { prompt, before, from: state.event() }));
}

/// Asks for the events that answer what is typed now.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Filter(filtering)) = &state.overlay else { return Vec::new() };
    let text = filtering.prompt.text().trim().to_owned();
    ask_for(state, text)
}

/// Asks for the events that answer `text`; where it is empty, all of them are shown.
pub(super) fn ask_for(state: &mut State, text: String) -> Vec<Effect> {
    let number = state.next_question();
    state.filter_asked = number;
    if text.is_empty() {
        set_from_here(state, None);
        return Vec::new();
    }
    vec![Effect::Ask(Question { number, text, wanted: Wanted::Events, lang: state.lang })]
}

/// Takes in the events that answer the last question.
pub(super) fn take_in(state: &mut State, number: u64, filter: Arc<Filter>) {
    if state.filter_asked == number {
        set_from_here(state, Some(filter));
    }
}

/// Keeps the filter being typed. Where nothing answers it, the line stays: a list without rows is no place to be.
pub(super) fn accept(state: &mut State) {
    if state.filter.as_ref().is_none_or(|filter| !filter.events.is_empty()) {
        state.overlay = None;
    }
}

/// Gives up the filter being typed for the one there was before.
pub(super) fn give_up(state: &mut State, filtering: Filtering) {
    state.filter_asked = state.next_question();
    set(state, filtering.before, filtering.from);
}

/// Shows all events again; false where all are shown.
pub(super) fn lift(state: &mut State) -> bool {
    let is_filtered = state.filter.is_some();
    state.filter_asked = state.next_question();
    set_from_here(state, None);
    is_filtered
}

/// Narrows the list down by `filter`, or not at all. While it is typed, the event that was selected before comes
/// back as soon as it answers.
fn set_from_here(state: &mut State, filter: Option<Arc<Filter>>) {
    let from = match &state.overlay {
        Some(Overlay::Filter(filtering)) => filtering.from,
        _ => state.event(),
    };
    set(state, filter, from);
}

/// Narrows the list down, and selects the first event from `from` on that it shows, or the last one.
fn set(state: &mut State, filter: Option<Arc<Filter>>, from: EventIndex) {
    let event = match &filter {
        Some(filter) if !filter.shows(state.timeline(), from) => {
            let next = filter.events.partition_point(|event| *event < from);
            filter.events.get(next).or(filter.events.last()).copied()
        }
        _ => Some(from),
    };
    state.filter = filter;
    state.make_rows();
    select(state, event.unwrap_or(from));
    // What answers a filter has a row of its own, and what is around it stays folded.
    if let Some(event) = event.filter(|_| state.filter.is_none()) {
        state.unfold_to(event);
    }
}

/// Shows the events with the first tag of the selected one; with its next tag where they are shown already, and
/// after the last one all events.
pub(super) fn same_tag(state: &mut State) -> Vec<Effect> {
    let lang = state.lang.tag();
    let event = state.timeline().events.get(state.event());
    let filters: Vec<String> =
        event.map_or(&[][..], |event| &event.tags).iter().map(|tag| by_tag(tag.best(lang))).collect();
    if filters.is_empty() {
        state.say(state.words().no_tag_here);
        return Vec::new();
    }
    let current = state.filter.as_ref().and_then(|now| filters.iter().position(|text| *text == now.text));
    let next = current.map_or(0, |current| current + 1);
    ask_for(state, filters.into_iter().nth(next).unwrap_or_default())
}

/// The filter that asks for a tag.
pub(super) fn by_tag(tag: &str) -> String {
    if tag.contains(char::is_whitespace) { format!("tag:\"{tag}\"") } else { format!("tag:{tag}") }
}
