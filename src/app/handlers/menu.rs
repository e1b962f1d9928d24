//! Choosing a command from the help or the palette.

use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::command::Command;
use crate::keymap::{Code, Key};

/// The command that is selected, with the menu closed behind it; `None` where it cannot be run here.
pub(crate) fn choose(state: &mut State) -> Option<Command> {
    let Some(Overlay::Menu(menu)) = &state.overlay else { return None };
    let command = *state.menu_page()?.target(menu.at)?;
    state.overlay = None;
    if !command.spec().works_in(state.pane_scope()) {
        state.say(state.words().not_here);
        return None;
    }
    // A command that asks for a letter waits for it, as after its key.
    let keys = state.keys.map.keys_of(command).first().and_then(|keys| Key::parse(keys)).unwrap_or_default();
    if let [first @ .., Key { code: Code::AnyLetter, .. }] = &*keys {
        state.keys.pressed = first.to_vec();
        return None;
    }
    Some(command)
}
