//! What a key means: a count, part of a sequence, a letter of what is typed, or a command.

use crate::app::message::{Invocation, Next};
use crate::app::state::State;
use crate::keymap::{Key, Meaning};

use super::{briefing, overlay};

/// Takes a key: a count, part of a sequence, what is typed, or a command.
pub(crate) fn press(state: &mut State, key: Key) -> Next {
    state.display.notice = None;
    state.display.hint.key_pressed();
    if key == Key::ESC && state.pending().is_some() {
        state.keys.clear();
        return Next::NOTHING;
    }
    if state.keys.pressed.is_empty()
        && let Some(effects) = overlay::press(state, key)
    {
        return Next::Effects(effects);
    }
    if briefing::wake(state, key) {
        state.keys.clear();
        return Next::NOTHING;
    }
    if state.keys.pressed.is_empty() && briefing::order(state, key) {
        state.keys.clear();
        return Next::NOTHING;
    }
    if let Some(digit) = key.digit()
        && state.keys.pressed.is_empty()
        && (digit > 0 || state.keys.count.is_some())
    {
        let count = state.keys.count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
        state.keys.count = Some(count.min(1_000_000));
        return Next::NOTHING;
    }
    state.keys.pressed.push(key);
    let meaning = state.keys.map.meaning(state.scope(), &state.keys.pressed);
    if meaning == Meaning::Begun {
        return Next::NOTHING;
    }
    state.keys.pressed.clear();
    let count = state.keys.count.take();
    match meaning {
        Meaning::Command(command, letter) => Next::Run(Invocation { command, count, letter }),
        Meaning::Begun | Meaning::Nothing => Next::NOTHING,
    }
}
