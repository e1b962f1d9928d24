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

#[cfg(unix)]
mod begin;
#[cfg(unix)]
mod clicks;
#[cfg(unix)]
mod decode;
#[cfg(unix)]
mod editor;
#[cfg(unix)]
mod encode;
#[cfg(unix)]
mod input;
#[cfg(unix)]
mod link;
#[cfg(unix)]
mod meaning;
#[cfg(unix)]
mod reply;
#[cfg(unix)]
mod screen;
#[cfg(unix)]
mod searcher;
#[cfg(unix)]
mod session;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod stage;
#[cfg(unix)]
mod talk;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod tty;
#[cfg(unix)]
mod watch;
#[cfg(unix)]
mod worker;

use std::io;
use std::path::Path;

use crate::app::Options;
use crate::app::briefing::Role;
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

/// A timeline that has been read, and the event to open it at.
pub type Loaded = (Draft, Option<EventIndex>);

/// Opens the browser on what `load` reads, and stays in it until it is left. Where reading takes long, the screen
/// says so meanwhile, calling what is read `name`, and can be left at once. An error of `load` is handed back with
/// the terminal as it was; where it comes soon, the terminal has not been touched.
///
/// # Errors
///
/// Standard output is no terminal, or the terminal refuses to be set up or written to.
#[cfg(unix)]
pub fn run<E: Send + 'static>(
    name: &str,
    options: Options,
    setup: Setup,
    load: impl FnOnce() -> Result<Loaded, E> + Send + 'static,
) -> io::Result<Result<Ending, E>> {
    begin::run(name, options, setup, load)
}

/// Opens the browser on what `load` reads.
///
/// # Errors
///
/// Always: keys, signals and the files are waited for in the ways of Unix.
#[cfg(not(unix))]
pub fn run<E: Send + 'static>(
    _name: &str,
    _options: Options,
    _setup: Setup,
    _load: impl FnOnce() -> Result<Loaded, E> + Send + 'static,
) -> io::Result<Result<Ending, E>> {
    Err(io::Error::new(
        io::ErrorKind::Unsupported,
        "the browser needs a Unix terminal; `frise show` does not",
    ))
}

/// Follows the talk that is being given on this machine, as `role`, until it is left. `read` reads its timeline: the
/// built-in one where there is no path.
///
/// # Errors
///
/// Standard output is no terminal, the terminal refuses to be set up or written to, or there is no folder for sockets.
#[cfg(unix)]
pub fn follow(
    options: Options,
    setup: Setup,
    role: Role,
    read: impl Fn(Option<&Path>) -> Result<Draft, String> + Send + Sync + 'static,
) -> io::Result<Ending> {
    begin::follow(options, setup, role, std::sync::Arc::new(read))
}

/// Follows a talk.
///
/// # Errors
///
/// Always: sockets are used in the ways of Unix.
#[cfg(not(unix))]
pub fn follow(
    _options: Options,
    _setup: Setup,
    _role: Role,
    _read: impl Fn(Option<&Path>) -> Result<Draft, String> + Send + Sync + 'static,
) -> io::Result<Ending> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "following a talk needs a Unix terminal"))
}

/// Ends the program as `signal` would have, so that whoever started it learns why it ended.
///
/// # Errors
///
/// The system does not let the program end itself that way.
#[cfg(unix)]
pub fn die_of(signal: i32) -> io::Result<()> {
    signals::die_of(signal)
}

/// Ends the program as `signal` would have.
///
/// # Errors
///
/// None on this platform, which has no such signals.
#[cfg(not(unix))]
pub fn die_of(_signal: i32) -> io::Result<()> {
    Ok(())
}
