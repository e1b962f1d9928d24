//! What wakes the event loop, and why it ends.

use super::Ending;
use super::input::Heard;
use super::signals::Signal;
use crate::app::Message;
use crate::app::briefing::PresenterState;
use crate::load::Draft;
use crate::relay;

/// What wakes the event loop.
pub(super) enum Wake {
    Heard(Heard),
    Signal(Signal),
    Message(Message),
    /// The timeline has been read, or cannot be.
    Loaded,
    /// Something was heard of the talk that is followed.
    Relay(relay::Heard<PresenterState>),
    /// Its timeline has been read, or cannot be.
    Followed(Box<Result<Draft, String>>),
    /// The editor has ended, or could not be started for this reason.
    Edited(Result<(), String>),
}

/// Why the loop ends.
pub(super) enum End<E> {
    Ending(Ending),
    NotLoaded(E),
}
