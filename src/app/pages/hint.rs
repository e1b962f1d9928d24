//! A word to somebody who has never seen the browser. It goes away by itself.

use crate::app::screen::page::Line;
use crate::app::state::State;
use crate::command::{Command, Scope};
use crate::role::Role;
use crate::wrap;

/// How a briefing goes on, as much of it as fits into `width` columns.
pub(crate) fn briefing_hint(state: &State, width: usize) -> Line {
    let words = state.words();
    let has_choice = !state.timeline().briefings.is_empty();
    let hints = [
        Some((Command::NextStep, words.hint_next)),
        has_choice.then_some((Command::Below, words.hint_other)),
        Some((Command::Help, words.hint_help)),
        Some((Command::EndBriefing, words.hint_end)),
    ];
    let hints: Vec<_> = hints.into_iter().flatten().collect();
    keys_and_words(state, &hints, width)
}

/// How one goes on from the list, for somebody new, as much of it as fits into `width` columns; empty for
/// everybody else, and elsewhere.
pub(crate) fn hint(state: &State, width: usize) -> Line {
    if !state.display.hint.is_shown() || state.scope() != Scope::List {
        return Line::default();
    }
    let words = state.words();
    keys_and_words(
        state,
        &[
            (Command::Open, words.hint_open),
            (Command::Help, words.hint_help),
            (Command::Close, words.hint_close),
        ],
        width,
    )
}

fn keys_and_words(state: &State, hints: &[(Command, &str)], width: usize) -> Line {
    let mut line = Line::default();
    for (command, does) in hints {
        let command = *command;
        let Some(key) = state.keys.map.first_name(command, state.display.lang, state.display.glyphs) else {
            continue;
        };
        let gap =
            if line.runs.is_empty() { String::new() } else { format!(" {} ", state.display.glyphs.dot) };
        let wide = wrap::width(&gap) + wrap::width(&key) + 1 + wrap::width(does);
        if line.width() + wide <= width {
            line.push(&gap, Role::Dim);
            line.push(&key, Role::Key);
            line.push(&format!(" {does}"), Role::Dim);
        }
    }
    line
}
