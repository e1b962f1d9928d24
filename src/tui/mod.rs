//! The terminal: set up, event loop, effects, restore.
//!
//! One thread waits for what the terminal says, one for signals, one reads and checks the timeline; all of them
//! send to the one that draws, which sleeps in between. Nothing ever wakes up to look whether something happened.
//!
//! ```text
//!  terminal ─input▶ decode ─┐                       ┌─▶ screen ─encode▶ terminal
//!  signals ─────────────────┼─▶ session ─ app::update ─┤
//!  files ─watch▶ worker ────┘                       └─▶ effects: editor, clipboard, suspend, worker
//! ```

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod unix;

use std::fmt;

use crate::load::Draft;
use crate::model::EventIndex;
use crate::theme::Depth;

#[cfg(not(unix))]
pub use elsewhere::{die_of, follow, run};
#[cfg(unix)]
pub use unix::{die_of, follow, run};

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

/// A timeline that has been read, and the event to open it at.
pub type Loaded = (Draft, Option<EventIndex>);

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
