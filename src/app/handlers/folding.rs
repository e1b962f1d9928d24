//! Folding away subevents and what quotes have cut, and putting events into groups.

use crate::app::pages::detail;
use crate::app::state::State;
use crate::standing::Telling;

pub(crate) fn fold(state: &mut State) {
    let event = state.event();
    let timeline = state.timeline();
    let has_children = timeline.children(Some(event)).next().is_some();
    let target =
        if has_children { Some(event) } else { timeline.events.get(event).and_then(|event| event.parent) };
    let Some(target) = target else { return state.say(state.words().no_subevents) };
    if !state.list.unfolded.remove(&target) {
        state.list.unfolded.insert(target);
    }
    show_event(state);
}

pub(crate) fn fold_all(state: &mut State) {
    if state.list.unfolded.is_empty() {
        let timeline = &state.draft.timeline;
        let with_children =
            (0..timeline.events.len()).filter(|event| timeline.children(Some(*event)).next().is_some());
        state.list.unfolded = with_children.collect();
        let is_any = !state.list.unfolded.is_empty();
        state.say(if is_any { state.words().all_unfolded } else { state.words().no_subevents });
    } else {
        state.list.unfolded.clear();
        state.say(state.words().all_folded);
    }
    show_event(state);
}

/// Shows or hides the words that the quotes of the event have cut.
pub(crate) fn unfold_cuts(state: &mut State) {
    if !detail::has_cuts(state) {
        return state.say(state.words().no_cuts);
    }
    let words = state.words();
    let (telling, said) = match state.display.telling {
        Telling::Counts => (Telling::Words, words.cuts_shown),
        Telling::Words => (Telling::Counts, words.cuts_hidden),
    };
    state.display.telling = telling;
    state.say(said);
}

/// Puts the events into other groups, or takes them out again.
pub(crate) fn group(state: &mut State) {
    if state.timeline().events.is_empty() {
        return state.say(state.words().no_events);
    }
    state.list.grouping = state.list.grouping.next();
    state.make_rows();
}

/// Makes the list anew and selects, where the selected event is folded away, the one around it.
fn show_event(state: &mut State) {
    state.make_rows();
    let row = state.rows().row_of(state.timeline(), state.event());
    if let Some(event) = state.rows().all.get(row).and_then(|row| row.event()) {
        state.history.select(event);
    }
}
