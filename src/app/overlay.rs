//! What lies over the panes and takes the keys until it is closed.

use super::goto::GoTo;
use super::menu::Menu;
use super::prompt::{Prompt, Typed};
use super::state::State;
use crate::command::{Command, Scope};
use crate::keymap::Key;

/// What lies over the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The commands with their keys: the help or the palette.
    Menu(Menu),
    /// A date to go to.
    GoTo(GoTo),
}

impl Overlay {
    /// The line being typed in it.
    pub fn prompt(&self) -> Option<&Prompt> {
        match self {
            Self::Menu(menu) => menu.filter.as_ref(),
            Self::GoTo(goto) => Some(&goto.prompt),
        }
    }

    fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::Menu(menu) => menu.filter.as_mut(),
            Self::GoTo(goto) => Some(&mut goto.prompt),
        }
    }

    /// Where a key is understood that the line has no use for.
    pub(super) fn scope(&self) -> Scope {
        if self.prompt().is_some() { Scope::Prompt } else { Scope::Help }
    }
}

/// Gives a key to the line being typed; false where there is none, or it has no use for the key.
pub(super) fn press(state: &mut State, key: Key) -> bool {
    let Some(prompt) = state.overlay.as_mut().and_then(Overlay::prompt_mut) else { return false };
    match prompt.press(key) {
        Typed::Nothing => return false,
        Typed::Moved => {}
        Typed::Changed => line_changed(state),
        Typed::Left => close(state),
    }
    true
}

/// Puts pasted text into the line being typed, where there is one.
pub(super) fn paste(state: &mut State, text: &str) {
    if let Some(prompt) = state.overlay.as_mut().and_then(Overlay::prompt_mut) {
        prompt.paste(text);
        line_changed(state);
    }
}

fn line_changed(state: &mut State) {
    match state.overlay.take() {
        Some(Overlay::Menu(menu)) => state.overlay = Some(Overlay::Menu(menu.filtered())),
        Some(Overlay::GoTo(goto)) => state.overlay = Some(Overlay::GoTo(goto.looked_up(state.timeline()))),
        None => {}
    }
}

/// Closes one layer of the overlay: the filter of the help, then the help.
pub(super) fn close(state: &mut State) {
    state.overlay = match state.overlay.take() {
        Some(Overlay::Menu(menu)) => menu.closed().map(Overlay::Menu),
        Some(Overlay::GoTo(_)) | None => None,
    };
}

/// Whether a command means something under the overlay, which is closed first.
pub(super) fn leaves(command: Command) -> bool {
    !matches!(
        command,
        Command::Down
            | Command::Up
            | Command::HalfDown
            | Command::HalfUp
            | Command::PageDown
            | Command::PageUp
            | Command::First
            | Command::Last
            | Command::Close
            | Command::Search
            | Command::Help
            | Command::Palette
            | Command::Language
            | Command::Theme
            | Command::Redraw
            | Command::Suspend
            | Command::Quit
    )
}
