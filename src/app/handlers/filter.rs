//! Filtering: the list shows only what answers.

use std::sync::Arc;

use crate::app::message::{Effect, Question, Wanted};
use crate::app::screen::prompt::Prompt;
use crate::app::state::State;
use crate::app::state::filter::{Filter, FilterPrompt};
use crate::app::state::overlay::Overlay;
use crate::model::EventIndex;

use super::picker;

/// Opens a line to filter by, with the filter there is.
pub(crate) fn open(state: &mut State) {
    let before = state.list.filter.clone();
    let prompt = before.as_ref().map_or_else(Prompt::default, |filter| Prompt::with(&filter.text));
    state.overlay = Some(Overlay::Filter(FilterPrompt { prompt, before, from: state.event() }));
}

/// Asks for the events that answer what is typed now.
pub(crate) fn ask(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Filter(filtering)) = &state.overlay else { return Vec::new() };
    let text = filtering.prompt.text().trim().to_owned();
    ask_for(state, text)
}

/// Asks for the events that answer `text`; where it is empty, all of them are shown.
pub(crate) fn ask_for(state: &mut State, text: String) -> Vec<Effect> {
    let number = state.search.next_question();
    state.list.asked = number;
    if text.is_empty() {
        set_from_here(state, None);
        return Vec::new();
    }
    vec![Effect::Ask(Question { number, text, wanted: Wanted::Events, lang: state.display.lang })]
}

/// Takes in the events that answer the last question.
pub(crate) fn take_in(state: &mut State, number: u64, filter: Arc<Filter>) {
    if picker::take_in(state, number, &filter) {
        return;
    }
    if state.list.asked == number {
        set_from_here(state, Some(filter));
    }
}

/// Keeps the filter being typed. Where nothing answers it, the line stays: a list without rows is no place to be.
pub(crate) fn accept(state: &mut State) {
    if state.list.filter.as_ref().is_none_or(|filter| !filter.events.is_empty()) {
        state.overlay = None;
    }
}

/// Gives up the filter being typed for the one there was before.
pub(crate) fn give_up(state: &mut State, filtering: FilterPrompt) {
    state.list.asked = state.search.next_question();
    set(state, filtering.before, filtering.from);
}

/// Shows all events again; false where all are shown.
pub(crate) fn lift(state: &mut State) -> bool {
    let is_filtered = state.list.filter.is_some();
    state.list.asked = state.search.next_question();
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
    state.list.filter = filter;
    state.make_rows();
    state.history.select(event.unwrap_or(from));
    // What answers a filter has a row of its own, and what is around it stays folded.
    if let Some(event) = event.filter(|_| state.list.filter.is_none()) {
        state.unfold_to(event);
    }
}

/// Shows the events with the first tag of the selected one; with its next tag where they are shown already, and
/// after the last one all events.
pub(crate) fn same_tag(state: &mut State) -> Vec<Effect> {
    let lang = state.display.lang.tag();
    let event = state.timeline().events.get(state.event());
    let filters: Vec<String> =
        event.map_or(&[][..], |event| &event.tags).iter().map(|tag| by_tag(tag.best(lang))).collect();
    if filters.is_empty() {
        state.say(state.words().no_tag_here);
        return Vec::new();
    }
    let current =
        state.list.filter.as_ref().and_then(|now| filters.iter().position(|text| *text == now.text));
    let next = current.map_or(0, |current| current + 1);
    ask_for(state, filters.into_iter().nth(next).unwrap_or_default())
}

/// The filter that asks for a tag.
pub(crate) fn by_tag(tag: &str) -> String {
    if tag.contains(char::is_whitespace) { format!("tag:\"{tag}\"") } else { format!("tag:{tag}") }
}
