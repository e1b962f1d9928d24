//! Going deeper, and back.

use crate::model::{EventIndex, QuoteIndex};

use super::detail::Target;
use super::filter;
use super::moves::page_height;
use super::overlay;
use super::page::Position;
use super::state::State;
use super::view::{Browse, Reader, View};

pub(super) fn open(state: &mut State) {
    match state.trail.top() {
        View::Browse(browse) if !browse.in_detail => {
            if !state.timeline().events.is_empty() {
                state.trail.remember();
                state.trail.base_mut().in_detail = true;
            }
        }
        View::Browse(browse) if !shows_selected(state, browse) => {
            let height = page_height(state);
            let found = state.detail_page().map(|page| page.selecting(browse.detail.item, height));
            state.trail.base_mut().detail = found.unwrap_or_default();
        }
        View::Browse(browse) => match state.detail_page().and_then(|page| page.target(browse.detail)) {
            Some(Target::Quote(quote)) => open_quote(state, *quote),
            Some(Target::Event(event)) => open_event(state, *event),
            None => state.say(state.words().no_quote_here),
        },
        View::Sources(at) => {
            let source = state.sources_page().and_then(|page| page.target(at)).copied();
            if let Some(source) = source {
                state.trail.push(View::Reader(Reader { source, quote: None, scroll: Some(0) }));
            }
        }
        View::Problems(_) | View::Reader(_) => {}
    }
}

/// Whether what is selected in the detail is in view. Nobody means to open what they do not see.
fn shows_selected(state: &State, browse: Browse) -> bool {
    let height = page_height(state);
    let page = state.detail_page();
    page.is_none_or(|page| page.items.is_empty() || page.shows_selected(browse.detail, height))
}

pub(super) fn open_quote(state: &mut State, quote: QuoteIndex) {
    match state.timeline().quotes[quote].source {
        Some(source) => {
            state.trail.push(View::Reader(Reader { source, quote: Some(quote), scroll: None }));
        }
        None => state.say(state.words().unknown_source),
    }
}

pub(super) fn open_event(state: &mut State, event: EventIndex) {
    state.unfold_to(event);
    let base = *state.trail.base();
    state.trail.descend(Browse { event, detail: Position::default(), ..base });
}

pub(super) fn open_article(state: &mut State) {
    match state.trail.top() {
        View::Browse(browse) => match state.quote_at(browse) {
            Some(quote) => open_quote(state, quote),
            None => state.say(state.words().no_quote_here),
        },
        View::Sources(_) => open(state),
        View::Reader(_) | View::Problems(_) => {}
    }
}

/// Out of what is on top: what lies over the panes, a layer, a subevent, the detail.
pub(super) fn close(state: &mut State) {
    if state.overlay.is_some() {
        overlay::close(state);
    } else if !state.trail.pop() {
        filter::lift(state);
    }
}

/// Shows `view`, or leaves it where it is on top already.
pub(super) fn toggle(state: &mut State, view: View) {
    if state.trail.top().pane() == view.pane() {
        state.trail.pop();
    } else {
        state.trail.push(view);
    }
}
