//! Going to a date.

use crate::app::screen::labels::date_words;
use crate::app::state::State;
use crate::app::state::goto::{Destination, GoToPrompt};
use crate::app::state::overlay::Overlay;

/// Goes to the event that was found; where there is none, the line stays, unless nothing was typed.
pub(crate) fn accept(state: &mut State) {
    if matches!(&state.overlay, Some(Overlay::GoTo(GoToPrompt { found: Destination::Nothing, .. }))) {
        state.overlay = None;
    }
    if let Some(Overlay::GoTo(GoToPrompt { found: Destination::Event { event, away }, .. })) = state.overlay {
        state.overlay = None;
        state.history.jump();
        state.history.go_to_list(event);
        state.unfold_to(event);
        if let Some(away) = away {
            let date = date_words(&state.timeline().events[event].date, state.display.lang);
            let (dot, wanted) = (state.display.glyphs.dot, state.words().wanted_date);
            state.say(format!("{date} {dot} {} {wanted}", away.words(state.display.lang)));
        }
    }
}
