//! A console of Windows.

mod console;
mod input;
mod plain;
mod signals;

pub(super) use console::{Taken, Tty};
pub(super) use input::Input;
pub use signals::die_of;
pub(super) use signals::{Caught, Order, catch, has_shell, stop_job};

use std::io::{self, Write};

use crate::theme::Depth;

/// The colours the console has of those that are wanted.
pub(super) fn depth(wanted: Depth) -> Depth {
    if plain::is_plain() && wanted != Depth::None { Depth::Basic } else { wanted }
}

/// Writes to the terminal, at once.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    if plain::is_plain() {
        return plain::write(bytes);
    }
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// Whether what the terminal answers can be told from keys: a console hands both over as keys.
pub(super) const HEARS_ANSWERS: bool = false;
