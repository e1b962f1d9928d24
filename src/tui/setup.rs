//! What the terminal is opened with, and how the browser in it ends.

use std::fmt;

use crate::app::briefing::Start;
use crate::load::Draft;
use crate::model::EventIndex;
use crate::theme::Depth;

/// How the terminal is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The colours it is drawn with.
    pub depth: Depth,
    /// Whether the mouse is listened to.
    pub mouse: bool,
}

/// How the browser ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Somebody asked it to.
    Quit,
    /// This signal did.
    Signal(i32),
}

/// A timeline that has been read, and what to open on it.
pub type Loaded = (Draft, Target);

/// What opens on a timeline.
#[derive(Clone, Debug)]
pub enum Target {
    /// The browser, at an event.
    Browser(Option<EventIndex>),
    /// A briefing.
    Briefing(Box<Start>),
}

/// A timeline on its way.
pub enum Load<E> {
    /// It has been read; it was small, and kept nobody waiting.
    Done(Box<Result<Loaded, E>>),
    /// This reads it, and may take long.
    Aside(Box<dyn FnOnce() -> Result<Loaded, E> + Send>),
}

impl<E> fmt::Debug for Load<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Done(_) => "Done",
            Self::Aside(_) => "Aside",
        })
    }
}
