//! The terminal: set up, event loop, effects, restore.
//!
//! One thread waits for what the terminal says, one for signals, one reads and checks the timeline; all of them
//! send to the one that draws, which sleeps in between. Nothing polls.
//!
//! ```text
//!  terminal ─input▶ event ──┐                          ┌─▶ screen ─backend▶ terminal
//!  signals ─────────────────┼─▶ session ─ app::update ─┤
//!  files ─watch▶ worker ────┘                          └─▶ effects: editor, clipboard, suspend, worker
//! ```
//!
//! `unix` and `windows` hold what differs by platform, behind the same interface.

mod backend;
mod background;
mod clicks;
mod clipboard;
mod editor;
mod event;
mod hyperlink;
mod link;
mod screen;
mod searcher;
mod session;
mod setup;
mod signal;
mod stage;
mod start;
mod terminal;
#[cfg(unix)]
mod unix;
mod wake;
mod watch;
#[cfg(windows)]
mod windows;
mod worker;

#[cfg(unix)]
use unix as platform;
#[cfg(windows)]
use windows as platform;

pub use platform::die_of;
pub use setup::{Ending, Load, Loaded, Setup, Target};
pub use start::{follow, run};
