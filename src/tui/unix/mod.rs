//! A terminal of Unix: its keys, modes and signals are waited for in the ways of Unix.

mod framer;
mod input;
mod signals;
mod tty;

pub(super) use input::Input;
pub use signals::die_of;
pub(super) use signals::{Caught, Order, catch, has_shell, stop_job};
pub(super) use tty::{Taken, Tty};

use std::io::{self, Write};

use crate::theme::Depth;

/// The colours the terminal has of those that are wanted.
pub(super) fn depth(wanted: Depth) -> Depth {
    wanted
}

/// Writes to the terminal, at once.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// Whether what the terminal answers can be told from keys.
pub(super) const HEARS_ANSWERS: bool = true;
