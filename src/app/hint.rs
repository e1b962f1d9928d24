//! A word to somebody who has never seen the browser. It goes away by itself.

use crate::command::{Command, Scope};
use crate::role::Role;
use crate::wrap;

use super::page::Line;
use super::state::State;

/// For how many more keys the hint is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hint(u8);

/// Whoever has pressed so many keys knows how to go on.
const KEYS: u8 = 3;

impl Hint {
    pub(super) fn new(is_wanted: bool) -> Self {
        Self(if is_wanted { KEYS } else { 0 })
    }

    pub(super) fn key_pressed(&mut self) {
        self.0 = self.0.saturating_sub(1);
    }
}

impl State {
    /// How a talk goes on, as much of it as fits into `width` columns.
    pub fn briefing_hint(&self, width: usize) -> Line {
        let words = self.words();
        self.keys_and_words(
            &[
                (Command::NextStep, words.hint_next),
                (Command::Help, words.hint_help),
                (Command::EndBriefing, words.hint_end),
            ],
            width,
        )
    }

    /// How one goes on from the list, for somebody new, as much of it as fits into `width` columns; empty for
    /// everybody else, and elsewhere.
    pub fn hint(&self, width: usize) -> Line {
        if self.hint.0 == 0 || self.scope() != Scope::List {
            return Line::default();
        }
        let words = self.words();
        self.keys_and_words(
            &[
                (Command::Open, words.hint_open),
                (Command::Help, words.hint_help),
                (Command::Close, words.hint_close),
            ],
            width,
        )
    }

    fn keys_and_words(&self, hints: &[(Command, &str)], width: usize) -> Line {
        let mut line = Line::default();
        for (command, does) in hints {
            let command = *command;
            let Some(key) = self.keymap.first_name(command, self.lang, self.glyphs) else { continue };
            let gap = if line.runs.is_empty() { String::new() } else { format!(" {} ", self.glyphs.dot) };
            let wide = wrap::width(&gap) + wrap::width(&key) + 1 + wrap::width(does);
            if line.width() + wide <= width {
                line.push(&gap, Role::Dim);
                line.push(&key, Role::Key);
                line.push(&format!(" {does}"), Role::Dim);
            }
        }
        line
    }
}
