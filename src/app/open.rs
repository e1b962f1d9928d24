//! The browser as it opens.

use std::sync::Arc;

use crate::command::Command;
use crate::load::Draft;

use super::briefing::Home;
use super::handlers::briefing;
use super::refresh::refresh;
use super::state::State;
use super::state::options::Options;

/// The browser as it opens on a terminal of `size` (columns, rows).
pub fn open(draft: Arc<Draft>, options: Options, size: (u16, u16)) -> State {
    let start = options.briefing.clone();
    let mut state = State::new(draft, options, size);
    if let Some(start) = start {
        briefing::begin(&mut state, &start, Home::Shell);
    }
    tell_of_settings(&mut state);
    refresh(&mut state);
    state
}

/// Says what is wrong with the settings, as far as one line can.
fn tell_of_settings(state: &mut State) {
    let Some(first) = state.settings_problems.first() else { return };
    let place = format!("{}:{}", first.at.file.rsplit(['/', '\\']).next().unwrap_or_default(), first.at.line);
    let more = match state.keys.map.first_name(Command::Problems, state.display.lang, state.display.glyphs) {
        Some(key) => format!(" {} {key} {}", state.display.glyphs.dot, state.words().problems),
        None => String::new(),
    };
    state.say(
        crate::visible::line(&format!("{place}: {}{more}", first.message.in_language(state.display.lang)))
            .into_owned(),
    );
}
