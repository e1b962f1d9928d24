//! A timeline that was saved anew takes the place of the one on the screen, and one stays where one was.

use std::sync::Arc;

use crate::app::message::Effect;
use crate::app::state::State;
use crate::app::state::layout_cache::LayoutCache;
use crate::app::state::overlay::Overlay;
use crate::app::state::remap::{Reloaded, Remap};

use super::{filter, find, overlay, remote, selection};

/// Shows the timeline read anew in place of the one before.
pub(crate) fn apply(state: &mut State, reloaded: Reloaded) -> Vec<Effect> {
    let offset = row(state).saturating_sub(state.history.base().top);
    let before = Arc::clone(&state.draft);
    let remap = Remap { before: &before.timeline, after: &reloaded.draft.timeline, events: &reloaded.events };
    state.history.each(|browse| remap.browse(browse), |view| remap.layer(view));
    state.list.unfolded = state.list.unfolded.iter().filter_map(|event| remap.survivor(*event)).collect();
    if let Some(cursor) = &mut state.search.cursor {
        cursor.retain(|target| remap.target(target));
    }
    state.list.filter = state.list.filter.take().map(|filter| remap.filter(&filter));
    if let Some(Overlay::Filter(filtering)) = &mut state.overlay {
        filtering.before = filtering.before.take().map(|filter| remap.filter(&filter));
        filtering.from = remap.event(filtering.from);
    }
    state.cache = LayoutCache::default();
    selection::end(state);
    if let Some(briefing) = &mut state.briefing {
        let kept = |event| remap.survivor(event);
        briefing.follow(&reloaded.draft.timeline, |event| remap.event(event), kept);
    }
    find::follow(state, |source| remap.source(source));
    state.axis.turn_to(&reloaded.draft, reloaded.axis);
    state.draft = reloaded.draft;
    state.proof = Some(reloaded.proof);
    state.unreadable = None;
    state.make_rows();
    // What was heard may have been of an event that is known only now.
    if let Some(heard) = state.briefing.as_ref().and_then(|briefing| briefing.heard.clone()) {
        remote::take_in(state, &heard);
    }
    let asked = ask_again(state);
    state.unfold_to(state.event());
    state.history.base_mut().top = row(state).saturating_sub(offset);
    if state.display.notice.as_deref() == Some(state.words().reloading) {
        state.say(state.words().reloaded);
    }
    asked
}

/// Asks again what had been asked of the timeline before.
fn ask_again(state: &mut State) -> Vec<Effect> {
    match (&mut state.overlay, &state.list.filter) {
        (Some(Overlay::Search(search)), _) => search.results = None,
        (Some(Overlay::GoTo(_) | Overlay::Filter(_) | Overlay::Picker(_)), _) => {}
        (Some(Overlay::Menu(_) | Overlay::Find(_) | Overlay::Overview(_)) | None, Some(filter)) => {
            let text = filter.text.clone();
            return filter::ask_for(state, text);
        }
        (Some(Overlay::Menu(_) | Overlay::Find(_) | Overlay::Overview(_)) | None, None) => return Vec::new(),
    }
    overlay::line_changed(state)
}

/// The row of the selected event.
fn row(state: &State) -> usize {
    state.rows().row_of(state.timeline(), state.event())
}
