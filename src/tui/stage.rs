//! What is on the screen: a word that the timeline is being read, or the browser.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::setup::Loaded;
use crate::app::briefing::{Briefing, PresenterState};
use crate::app::{Effect, Message, Options, State, update};
use crate::command::{Command, Scope};
use crate::keymap::{Key, Meaning};
use crate::theme::{Depth, ThemeChoice, ThemeName};
pub(super) use crate::ui::Pending;
use crate::ui::{self, Drawn};

/// What is on the screen.
pub(super) enum Stage<E> {
    /// The timeline is being read.
    Waiting(Box<Waiting<E>>),
    /// No briefing is there to follow.
    Following(Box<Following>),
    /// The browser, or a briefing.
    Browsing(Box<State>),
}

/// The time in which there is no briefing to follow.
pub(super) struct Following {
    /// With what the briefing will open.
    pub(super) options: Options,
    /// Why there is none.
    pub(super) pending: Pending,
    /// Columns and rows of the terminal.
    pub(super) size: (u16, u16),
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
            Self::Following(following) => following.size,
            Self::Browsing(state) => state.size,
        }
    }

    /// Whether what is on the screen depends on how late it is.
    pub(super) fn counts_time(&self) -> bool {
        matches!(self, Self::Browsing(state) if state.briefing().is_some())
    }

    /// How long until the screen changes by itself; `None` where it does not.
    pub(super) fn until_tick(&self) -> Option<Duration> {
        match self {
            Self::Waiting(_) | Self::Following(_) => None,
            Self::Browsing(state) => state.briefing().and_then(Briefing::until_tick),
        }
    }

    /// Draws it on `area` of `buffer`.
    pub(super) fn draw(&self, depth: Depth, area: Rect, buffer: &mut Buffer) -> Drawn {
        match self {
            Self::Waiting(waiting) => ui::waiting(&waiting.name, &waiting.options, depth, area, buffer),
            Self::Following(following) => {
                ui::pending(&following.pending, &following.options, depth, area, buffer)
            }
            Self::Browsing(state) => ui::draw(state, depth, area, buffer),
        }
    }

    /// What those who follow the briefing on the screen are told.
    pub(super) fn told(&self) -> Option<PresenterState> {
        match self {
            Self::Browsing(state) => state.presenter_state(),
            Self::Waiting(_) | Self::Following(_) => None,
        }
    }

    /// Takes a message, and says what has to happen outside.
    pub(super) fn update(&mut self, message: Message) -> Vec<Effect> {
        match self {
            Self::Waiting(waiting) => waiting.take(message),
            Self::Following(following) => following.take(&message),
            Self::Browsing(state) => update(state, message),
        }
    }
}

impl<E> Waiting<E> {
    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) if leaves(&self.options, key) => return vec![Effect::Quit],
            Message::Resize(columns, rows) => self.size = (columns, rows),
            Message::Background { r, g, b } => background_is(&mut self.options, (r, g, b)),
            Message::Time(_) => {}
            early => self.early.push(early),
        }
        Vec::new()
    }
}

impl Following {
    fn take(&mut self, message: &Message) -> Vec<Effect> {
        match *message {
            Message::Key(key) if leaves(&self.options, key) => return vec![Effect::Quit],
            Message::Resize(columns, rows) => self.size = (columns, rows),
            Message::Background { r, g, b } => background_is(&mut self.options, (r, g, b)),
            // Nothing else means anything without a briefing.
            _ => {}
        }
        Vec::new()
    }
}

/// Whether a key leaves a screen on which there is nothing but to wait.
fn leaves(options: &Options, key: Key) -> bool {
    let meaning = options.keymap.meaning(Scope::List, &[key]);
    key == Key::ESC || matches!(meaning, Meaning::Command(Command::Quit, _))
}

fn background_is(options: &mut Options, (r, g, b): (u8, u8, u8)) {
    if let ThemeChoice::Auto(theme) = &mut options.theme {
        *theme = ThemeName::for_background(r, g, b);
    }
}
