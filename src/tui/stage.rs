//! What is on the screen: a word that the timeline is being read, or the browser.

use std::sync::mpsc::Receiver;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Loaded;
use crate::app::{Effect, Message, Options, State, update};
use crate::command::{Command, Scope};
use crate::keymap::{Key, Meaning};
use crate::theme::{Depth, ThemeChoice, ThemeName};
use crate::ui::{self, Drawn};

/// What is on the screen.
pub(super) enum Stage<E> {
    /// The timeline is being read.
    Waiting(Box<Waiting<E>>),
    /// The browser.
    Browsing(Box<State>),
}

/// The time before the timeline is read.
pub(super) struct Waiting<E> {
    /// What it is called.
    pub(super) name: String,
    /// Where it will come from.
    pub(super) loaded: Receiver<Result<Loaded, E>>,
    /// With what the browser will open.
    pub(super) options: Options,
    /// What came in meanwhile, for the browser.
    pub(super) early: Vec<Message>,
    /// Columns and rows of the terminal.
    pub(super) size: (u16, u16),
}

impl<E> Stage<E> {
    /// Columns and rows of the screen.
    pub(super) fn size(&self) -> (u16, u16) {
        match self {
            Self::Waiting(waiting) => waiting.size,
            Self::Browsing(state) => state.size,
        }
    }

    /// Draws it on `area` of `buffer`.
    pub(super) fn draw(&self, depth: Depth, area: Rect, buffer: &mut Buffer) -> Drawn {
        match self {
            Self::Waiting(waiting) => ui::waiting(&waiting.name, &waiting.options, depth, area, buffer),
            Self::Browsing(state) => ui::draw(state, depth, area, buffer),
        }
    }

    /// Takes a message, and says what has to happen outside.
    pub(super) fn update(&mut self, message: Message) -> Vec<Effect> {
        match self {
            Self::Waiting(waiting) => waiting.take(message),
            Self::Browsing(state) => update(state, message),
        }
    }
}

impl<E> Waiting<E> {
    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) if self.leaves(key) => return vec![Effect::Quit],
            Message::Resize(columns, rows) => self.size = (columns, rows),
            Message::Background { r, g, b } => {
                if let ThemeChoice::Auto(theme) = &mut self.options.theme {
                    *theme = ThemeName::for_background(r, g, b);
                }
            }
            early => self.early.push(early),
        }
        Vec::new()
    }

    /// Whether a key leaves a screen on which there is nothing but to wait.
    fn leaves(&self, key: Key) -> bool {
        let meaning = self.options.keymap.meaning(Scope::List, &[key]);
        key == Key::ESC || matches!(meaning, Meaning::Command(Command::Quit, _))
    }
}
