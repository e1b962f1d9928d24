//! What wakes the event loop, and why it ends.

use std::io;
use std::time::Instant;

use super::event::TerminalEvent;
use super::setup::Ending;
use super::signal::Signal;
use crate::app::Message;
use crate::app::briefing::PresenterState;
use crate::load::Draft;
use crate::relay;

/// What wakes the event loop.
pub(super) enum Wake {
    /// What the terminal said, and when; or why it says nothing any more.
    Terminal(io::Result<(TerminalEvent, Instant)>),
    Signal(Signal),
    Message(Message),
    /// The timeline has been read, or cannot be.
    Loaded,
    /// Something was heard of the talk that is followed.
    Relay(relay::Heard<PresenterState>),
    /// Its timeline has been read, or cannot be.
    Followed(Box<Result<Draft, String>>),
    /// This text is in the clipboard of the system now, or could not be put there.
    Copied(String, bool),
    /// The editor has ended, or could not be started for this reason.
    Edited(Result<(), String>),
}

/// Why the loop ends.
pub(super) enum End<E> {
    Ending(Ending),
    NotLoaded(E),
}
