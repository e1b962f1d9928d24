//! What wakes the event loop, and why it ends.

use std::io;
use std::path::PathBuf;
use std::sync::Weak;
use std::time::{Instant, SystemTime};

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
    /// What a worker says. Other workers may have taken its place since: then it is about another timeline.
    Worker(Weak<()>, Message),
    /// The timeline has been read, or cannot be.
    Loaded,
    /// Something was heard of the briefing that is followed.
    Relay(relay::Heard<PresenterState>),
    /// A timeline of the briefing that is followed has been read, or cannot be.
    Followed(Box<ReadTimeline>),
    /// This text is in the clipboard of the system now, or could not be put there.
    Copied(String, bool),
    /// The editor has ended, or could not be started for this reason.
    Edited(Result<(), String>),
}

/// A timeline that was read for a briefing that is followed.
pub(super) struct ReadTimeline {
    /// Where it lies; `None` for the built-in one.
    pub(super) path: Option<PathBuf>,
    /// When it began to be read.
    pub(super) since: SystemTime,
    pub(super) draft: Result<Draft, String>,
}

/// Why the loop ends.
pub(super) enum End<E> {
    Ending(Ending),
    NotLoaded(E),
}
