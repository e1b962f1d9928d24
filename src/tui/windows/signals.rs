//! Windows has no signals that end, stop or resize a program: the console says so itself, or ends it.

use std::io;

use crate::tui::signal::Signal;

/// There are none.
pub(in crate::tui) struct Caught;

/// Nothing is asked for.
pub(in crate::tui) struct Order;

#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
pub(in crate::tui) fn catch() -> io::Result<Caught> {
    Ok(Caught)
}

impl Caught {
    #[expect(clippy::unused_self, reason = "as on Unix")]
    pub(in crate::tui) fn watch(self, _hear: impl FnMut(Signal) -> bool + Send + 'static) -> Order {
        Order
    }
}

#[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as on Unix")]
impl Order {
    pub(in crate::tui) fn is_to_stop(&self) -> bool {
        false
    }

    pub(in crate::tui) fn stop(&self) -> io::Result<()> {
        Ok(())
    }
}

/// No shell could let the program go on again.
#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
pub(in crate::tui) fn has_shell() -> io::Result<bool> {
    Ok(false)
}

#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
pub(in crate::tui) fn stop_job() -> io::Result<()> {
    Ok(())
}

/// Ends the program as `signal` would have.
///
/// # Errors
///
/// None: there are no such signals.
#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
pub fn die_of(_signal: i32) -> io::Result<()> {
    Ok(())
}
