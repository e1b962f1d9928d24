//! What keys do.

use std::path::PathBuf;
use std::sync::Arc;

use crate::command::Command;
use crate::keymap::{Key, Meaning};
use crate::load::{Failure, Proof};
use crate::theme::ThemeName;

use super::edit::{edit, reload};
use super::folding::{fold, fold_all};
use super::mouse::{Mouse, point};
use super::moves::{Move, go, next_whole, page_height};
use super::page::Position;
use super::reload::Reloaded;
use super::state::State;
use super::travel::{close, open, open_article, toggle};
use super::trouble::Trouble;
use super::view::View;

/// Something that happened outside.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The terminal has so many columns and rows now.
    Resize(u16, u16),
    /// The timeline has been checked.
    Proven(Arc<Proof>),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The terminal's background has this colour.
    Background {
        /// Red.
        r: u8,
        /// Green.
        g: u8,
        /// Blue.
        b: u8,
    },
    /// The timeline was saved, read anew and checked.
    Reloaded(Box<Reloaded>),
    /// The timeline was saved and cannot be read.
    Unreadable(Arc<Failure>),
    /// Something outside did not go as asked for.
    Trouble(Trouble),
}

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Draw every cell of the screen anew.
    Redraw,
    /// Give the terminal back to the shell until the program is continued.
    Suspend,
    /// Put a text on the clipboard of the terminal.
    Copy(String),
    /// Open the editor at a line of a file, counted from 1.
    Edit {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
    },
    /// Read the timeline anew.
    Reload,
}

/// Changes `state` by `message`, and says what has to happen outside.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Key(key) => press(state, key),
        Message::Resize(columns, rows) => {
            state.size = (columns, rows);
            Vec::new()
        }
        Message::Proven(proof) => {
            state.proof = Some(proof);
            Vec::new()
        }
        Message::Mouse(mouse) => point(state, mouse),
        // There is nowhere that text could go.
        Message::Paste(_) => Vec::new(),
        Message::Background { r, g, b } => {
            if state.follows_background {
                state.theme = ThemeName::for_background(r, g, b);
            }
            Vec::new()
        }
        Message::Reloaded(reloaded) => {
            reloaded.apply(state);
            Vec::new()
        }
        Message::Unreadable(failure) => {
            state.unreadable(failure);
            Vec::new()
        }
        Message::Trouble(trouble) => {
            state.say(trouble.words(state.words()));
            Vec::new()
        }
    };
    state.refresh();
    effects
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    if key == Key::ESC && state.pending().is_some() {
        state.keys.clear();
        state.count = None;
        return Vec::new();
    }
    if let Some(digit) = key.digit()
        && state.keys.is_empty()
        && (digit > 0 || state.count.is_some())
    {
        let count = state.count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
        state.count = Some(count.min(1_000_000));
        return Vec::new();
    }
    state.keys.push(key);
    let meaning = state.keymap.meaning(state.scope(), &state.keys);
    if meaning == Meaning::Begun {
        return Vec::new();
    }
    state.keys.clear();
    let count = state.count.take();
    match meaning {
        Meaning::Command(command) => run(state, command, count),
        Meaning::Begun | Meaning::Nothing => Vec::new(),
    }
}

pub(super) fn run(state: &mut State, command: Command, count: Option<usize>) -> Vec<Effect> {
    let steps = isize::try_from(count.unwrap_or(1)).unwrap_or(1);
    let page = isize::try_from(page_height(state)).unwrap_or(1);
    match command {
        Command::Down => go(state, Move::Steps(steps)),
        Command::Up => go(state, Move::Steps(-steps)),
        Command::HalfDown => go(state, Move::Lines(steps * (page / 2).max(1))),
        Command::HalfUp => go(state, Move::Lines(-steps * (page / 2).max(1))),
        Command::PageDown => go(state, Move::Lines(steps * (page - 1).max(1))),
        Command::PageUp => go(state, Move::Lines(-steps * (page - 1).max(1))),
        Command::First => go(state, count.map_or(Move::Head, |count| Move::To(count.saturating_sub(1)))),
        Command::Last => go(state, count.map_or(Move::End, |count| Move::To(count.saturating_sub(1)))),
        Command::NextWhole => next_whole(state, steps),
        Command::PreviousWhole => next_whole(state, -steps),
        Command::Open => open(state),
        Command::Close => close(state),
        Command::HistoryBack if !state.trail.go_back() => state.say(state.words().no_history),
        Command::HistoryForward if !state.trail.go_forward() => state.say(state.words().no_future),
        Command::HistoryBack | Command::HistoryForward => state.unfold_to(state.event()),
        Command::NextPane | Command::PreviousPane => state.trail.switch_pane(),
        Command::Fold => fold(state),
        Command::FoldAll => fold_all(state),
        Command::Article => open_article(state),
        Command::Sources => toggle(state, View::Sources(Position::default())),
        Command::Problems => toggle(state, View::Problems(Position::default())),
        Command::Help => state.help = if state.help.is_some() { None } else { Some(0) },
        Command::Language => {
            state.lang = state.lang.next();
            state.language_changed();
        }
        Command::Theme => {
            state.theme = state.theme.next();
            state.follows_background = false;
        }
        Command::Edit => return edit(state),
        Command::Reload => return reload(state),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}
