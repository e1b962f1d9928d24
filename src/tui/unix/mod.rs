//! The terminal of Unix: its keys, signals, sockets and files are waited for in the ways of Unix.

mod begin;
mod clicks;
mod decode;
mod editor;
mod encode;
mod input;
mod link;
mod meaning;
mod reply;
mod screen;
mod searcher;
mod session;
mod signals;
mod stage;
mod talk;
mod terminal;
mod tty;
mod wake;
mod watch;
mod worker;

use super::{Ending, Load, Loaded, Setup};

pub use begin::{follow, run};
pub use signals::die_of;
