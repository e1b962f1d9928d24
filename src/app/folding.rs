//! Folding away subevents and what quotes have cut, and putting events into groups.

use crate::evidence::Anchor;
use crate::standing::Telling;

use super::moves::select;
use super::state::State;

pub(super) fn fold(state: &mut State) {
    let event = state.event();
    let timeline = state.timeline();
    let has_children = timeline.children(Some(event)).next().is_some();
    let target =
        if has_children { Some(event) } else { timeline.events.get(event).and_then(|event| event.parent) };
    let Some(target) = target else { return state.say(state.words().no_subevents) };
    if !state.unfolded.remove(&target) {
        state.unfolded.insert(target);
    }
    show_event(state);
}

pub(super) fn fold_all(state: &mut State) {
    if state.unfolded.is_empty() {
        let timeline = &state.draft.timeline;
        let with_children =
            (0..timeline.events.len()).filter(|event| timeline.children(Some(*event)).next().is_some());
        state.unfolded = with_children.collect();
        let is_any = !state.unfolded.is_empty();
        state.say(if is_any { state.words().all_unfolded } else { state.words().no_subevents });
    } else {
        state.unfolded.clear();
        state.say(state.words().all_folded);
    }
    show_event(state);
}

/// Shows or hides the words that the quotes of the event have cut.
pub(super) fn unfold_cuts(state: &mut State) {
    if !state.has_cuts() {
        return state.say(state.words().no_cuts);
    }
    let words = state.words();
    let (telling, said) = match state.telling {
        Telling::Counts => (Telling::Words, words.cuts_shown),
        Telling::Words => (Telling::Counts, words.cuts_hidden),
    };
    state.telling = telling;
    state.say(said);
}

impl State {
    /// Whether a quote of the event one is at has a cut.
    pub(super) fn has_cuts(&self) -> bool {
        let Some(proof) = &self.proof else { return false };
        let edited = |quote| proof.anchors.get(quote).and_then(Anchor::edited);
        self.timeline().quotes_of(self.event()).filter_map(edited).any(|edited| !edited.cuts.is_empty())
    }
}

/// Puts the events into other groups, or takes them out again.
pub(super) fn group(state: &mut State) {
    if state.timeline().events.is_empty() {
        return state.say(state.words().no_events);
    }
    state.grouping = state.grouping.next();
    state.make_rows();
}

/// Makes the list anew and selects, where the selected event is folded away, the one around it.
fn show_event(state: &mut State) {
    state.make_rows();
    let row = state.rows().row_of(state.timeline(), state.event());
    if let Some(event) = state.rows().rows.get(row).and_then(|row| row.event()) {
        select(state, event);
    }
}
