//! What lies over the panes and takes the keys until it is closed.

use super::briefing::{self, Overview};
use super::filter::{self, Filtering};
use super::find::{self, Find};
use super::goto::{self, GoTo};
use super::layout::MenuKind;
use super::menu::Menu;
use super::message::Effect;
use super::prompt::{Prompt, Typed};
use super::searching::{self, Search};
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
    /// Words to search by, with what answers them.
    Search(Search),
    /// Words to narrow down the list by.
    Filter(Filtering),
    /// Words to find in the article that is being read.
    Find(Find),
    /// The slides of the briefing to choose from.
    Overview(Overview),
}

impl Overlay {
    /// The line being typed in it.
    pub fn prompt(&self) -> Option<&Prompt> {
        match self {
            Self::Menu(menu) => menu.filter.as_ref(),
            Self::GoTo(goto) => Some(&goto.prompt),
            Self::Search(search) => Some(&search.prompt),
            Self::Filter(filtering) => Some(&filtering.prompt),
            Self::Find(find) => Some(&find.prompt),
            Self::Overview(overview) => Some(&overview.prompt),
        }
    }

    fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::Menu(menu) => menu.filter.as_mut(),
            Self::GoTo(goto) => Some(&mut goto.prompt),
            Self::Search(search) => Some(&mut search.prompt),
            Self::Filter(filtering) => Some(&mut filtering.prompt),
            Self::Find(find) => Some(&mut find.prompt),
            Self::Overview(overview) => Some(&mut overview.prompt),
        }
    }

    /// Where a key is understood that the line has no use for.
    pub(super) fn scope(&self) -> Scope {
        if self.prompt().is_some() { Scope::Prompt } else { Scope::Help }
    }
}

/// Gives a key to the line being typed; `None` where there is none, or it has no use for the key.
pub(super) fn press(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    match state.overlay.as_mut()?.prompt_mut()?.press(key) {
        Typed::Nothing => None,
        Typed::Moved => Some(Vec::new()),
        Typed::Changed => Some(line_changed(state)),
        Typed::Left => {
            close(state);
            Some(Vec::new())
        }
    }
}

/// Puts pasted text into the line being typed, where there is one.
pub(super) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(prompt) = state.overlay.as_mut().and_then(Overlay::prompt_mut) else { return Vec::new() };
    prompt.paste(text);
    line_changed(state)
}

/// Follows what the line says now.
pub(super) fn line_changed(state: &mut State) -> Vec<Effect> {
    match state.overlay.take() {
        Some(Overlay::Menu(menu)) => state.overlay = Some(Overlay::Menu(menu.filtered())),
        Some(Overlay::GoTo(goto)) => state.overlay = Some(Overlay::GoTo(goto.looked_up(state.timeline()))),
        Some(search @ Overlay::Search(_)) => {
            state.overlay = Some(search);
            return searching::ask(state);
        }
        Some(filter @ Overlay::Filter(_)) => {
            state.overlay = Some(filter);
            return filter::ask(state);
        }
        Some(find @ Overlay::Find(_)) => {
            state.overlay = Some(find);
            find::changed(state);
        }
        Some(Overlay::Overview(overview)) => {
            state.overlay = Some(Overlay::Overview(briefing::overview_changed(overview)));
        }
        None => {}
    }
    Vec::new()
}

/// Closes one layer of the overlay: the filter of the help, then the help.
pub(super) fn close(state: &mut State) {
    match state.overlay.take() {
        Some(Overlay::Menu(menu)) => state.overlay = menu.closed().map(Overlay::Menu),
        Some(Overlay::Filter(filtering)) => filter::give_up(state, filtering),
        Some(Overlay::Find(find)) => find::give_up(state, find),
        Some(Overlay::GoTo(_) | Overlay::Search(_) | Overlay::Overview(_)) | None => {}
    }
}

/// Opens the commands as `kind`, or closes them where they are open as that.
pub(super) fn toggle_menu(state: &mut State, kind: MenuKind) {
    if !matches!(state.overlay, Some(Overlay::Menu(_))) {
        // A line that was being typed is given up, and with it what came of it.
        close(state);
    }
    state.overlay = match &state.overlay {
        Some(Overlay::Menu(menu)) if menu.kind == kind => None,
        _ => Some(Overlay::Menu(Menu::new(kind))),
    };
}

/// Does what Enter does in an overlay.
pub(super) fn accept(state: &mut State) {
    match &state.overlay {
        Some(Overlay::GoTo(_)) => goto::accept(state),
        Some(Overlay::Search(_)) => searching::accept(state),
        Some(Overlay::Filter(_)) => filter::accept(state),
        Some(Overlay::Find(_)) => find::accept(state),
        Some(Overlay::Overview(_)) => briefing::choose_slide(state),
        Some(Overlay::Menu(_)) | None => {}
    }
}

/// Whether a command means something under the overlay, which is closed first.
pub(super) fn leaves(command: Command) -> bool {
    command.spec().leaves_overlays()
}
