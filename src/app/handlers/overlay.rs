//! What keys do in what lies over the panes.

use crate::app::message::Effect;
use crate::app::screen::layout::MenuKind;
use crate::app::screen::prompt::Typed;
use crate::app::state::State;
use crate::app::state::menu::Menu;
use crate::app::state::overlay::Overlay;
use crate::keymap::Key;

use super::{briefing, filter, find, goto, picker, search};

/// Gives a key to the line being typed; `None` where there is none, or it has no use for the key.
pub(crate) fn press(state: &mut State, key: Key) -> Option<Vec<Effect>> {
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
pub(crate) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(prompt) = state.overlay.as_mut().and_then(Overlay::prompt_mut) else { return Vec::new() };
    prompt.paste(text);
    line_changed(state)
}

/// Follows what the line says now.
pub(crate) fn line_changed(state: &mut State) -> Vec<Effect> {
    match state.overlay.take() {
        Some(Overlay::Menu(menu)) => state.overlay = Some(Overlay::Menu(menu.filtered())),
        Some(Overlay::GoTo(goto)) => state.overlay = Some(Overlay::GoTo(goto.looked_up(state.timeline()))),
        Some(search @ Overlay::Search(_)) => {
            state.overlay = Some(search);
            return search::ask(state);
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
            state.overlay = Some(Overlay::Overview(overview.changed()));
        }
        Some(picker @ Overlay::Picker(_)) => {
            state.overlay = Some(picker);
            return picker::ask(state);
        }
        None => {}
    }
    Vec::new()
}

/// Closes one layer of the overlay: the filter of the help, then the help.
pub(crate) fn close(state: &mut State) {
    match state.overlay.take() {
        Some(Overlay::Menu(menu)) => state.overlay = menu.closed().map(Overlay::Menu),
        Some(Overlay::Filter(filtering)) => filter::give_up(state, filtering),
        Some(Overlay::Find(find)) => find::give_up(state, find),
        Some(Overlay::GoTo(_) | Overlay::Search(_) | Overlay::Overview(_) | Overlay::Picker(_)) | None => {}
    }
}

/// Opens the commands as `kind`, or closes them where they are open as that.
pub(crate) fn toggle_menu(state: &mut State, kind: MenuKind) {
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
pub(crate) fn accept(state: &mut State) -> Vec<Effect> {
    match &state.overlay {
        Some(Overlay::GoTo(_)) => goto::accept(state),
        Some(Overlay::Search(_)) => search::accept(state),
        Some(Overlay::Filter(_)) => filter::accept(state),
        Some(Overlay::Find(_)) => find::accept(state),
        Some(Overlay::Overview(_)) => briefing::choose_slide(state),
        Some(Overlay::Picker(_)) => return picker::accept(state),
        Some(Overlay::Menu(_)) | None => {}
    }
    Vec::new()
}
