//! A console of Windows.

mod console;
mod input;
mod signals;

pub(super) use console::{Taken, Tty};
pub(super) use input::Input;
pub use signals::die_of;
pub(super) use signals::{Caught, Order, catch, has_shell, stop_job};

/// Whether what the terminal answers can be told from keys: a console hands both over as keys.
pub(super) const HEARS_ANSWERS: bool = false;
