//! What a key means: a count, part of a sequence, a letter of what is typed, or a command.

use crate::keymap::{Key, Meaning};

use super::message::{Invocation, Next};
use super::state::State;
use super::{briefing, overlay};

/// Takes a key: a count, part of a sequence, what is typed, or a command.
pub(super) fn press(state: &mut State, key: Key) -> Next {
    state.notice = None;
    state.hint.key_pressed();
    if key == Key::ESC && state.pending().is_some() {
        state.keys.clear();
        state.count = None;
        return Next::NOTHING;
    }
    if state.keys.is_empty()
        && let Some(effects) = overlay::press(state, key)
    {
        return Next::Effects(effects);
    }
    if briefing::lights(state, key) {
        state.keys.clear();
        state.count = None;
        return Next::NOTHING;
    }
    if let Some(digit) = key.digit()
        && state.keys.is_empty()
        && (digit > 0 || state.count.is_some())
    {
        let count = state.count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
        state.count = Some(count.min(1_000_000));
        return Next::NOTHING;
    }
    state.keys.push(key);
    let meaning = state.keymap.meaning(state.scope(), &state.keys);
    if meaning == Meaning::Begun {
        return Next::NOTHING;
    }
    state.keys.clear();
    let count = state.count.take();
    match meaning {
        Meaning::Command(command, letter) => Next::Run(Invocation { command, count, letter }),
        Meaning::Begun | Meaning::Nothing => Next::NOTHING,
    }
}
