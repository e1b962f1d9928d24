//! Jumps: marks, and back to where one was before.

use crate::app::state::State;
use crate::command::Command;

/// Does what a command about marks and jumps asks, with the letter that was typed after its key.
pub(crate) fn handle(state: &mut State, command: Command, letter: Option<char>) {
    match (command, letter) {
        (Command::Mark, Some(letter)) => mark(state, letter),
        (Command::ToMark, Some(letter)) => to_mark(state, letter),
        _ => jump_back(state),
    }
}

/// Puts a mark where one is.
fn mark(state: &mut State, letter: char) {
    if letter.is_ascii_lowercase() {
        state.history.mark(letter);
        state.say(format!("{} {letter}", state.words().marked));
    } else {
        state.say(state.words().marks_are_letters);
    }
}

fn to_mark(state: &mut State, letter: char) {
    if state.history.go_to_mark(letter) {
        state.unfold_to(state.event());
    } else if !letter.is_ascii_lowercase() {
        state.say(state.words().marks_are_letters);
    } else {
        state.say(format!("{} {letter}", state.words().no_mark));
    }
}

/// Goes where one was before the last jump.
fn jump_back(state: &mut State) {
    if state.history.jump_back() {
        state.unfold_to(state.event());
    } else {
        state.say(state.words().no_jump);
    }
}
