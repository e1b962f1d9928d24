//! Where there is no terminal of Unix, nothing opens.

use std::io;
use std::path::Path;

use super::{Ending, Load, Setup};
use crate::app::Options;
use crate::briefing::ScreenKind;
use crate::load::Draft;

/// Opens the browser on what `load` reads.
///
/// # Errors
///
/// Always.
pub fn run<E>(
    _name: &str,
    _options: Options,
    _setup: Setup,
    _load: Load<E>,
) -> io::Result<Result<Ending, E>> {
    Err(io::Error::new(
        io::ErrorKind::Unsupported,
        "the browser needs a Unix terminal; `frise show` does not",
    ))
}

/// Follows a talk.
///
/// # Errors
///
/// Always.
pub fn follow(
    _options: Options,
    _setup: Setup,
    _role: Role,
    _read: impl Fn(Option<&Path>) -> Result<Draft, String> + Send + Sync + 'static,
) -> io::Result<Ending> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "following a talk needs a Unix terminal"))
}

/// Ends the program as `signal` would have.
///
/// # Errors
///
/// None: there are no such signals.
pub fn die_of(_signal: i32) -> io::Result<()> {
    Ok(())
}
