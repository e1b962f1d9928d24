//! Signals: those that end the program, stop it, and let it go on.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::tui::signal::Signal;

/// Signals caught from now on.
pub(in crate::tui) struct Caught {
    signals: Signals,
    order: Order,
}

/// Which of stop and go on was asked for last. That cannot be told from the order in which the thread hears of
/// them: it is told of all that came in between, from the lowest number to the highest.
#[derive(Clone)]
pub(in crate::tui) struct Order(Arc<AtomicUsize>);

const GO_ON: usize = 0;
const STOP: usize = 1;

/// Keeps the signals that end or stop a program from doing so with the terminal in disorder.
pub(in crate::tui) fn catch() -> io::Result<Caught> {
    let order = Arc::new(AtomicUsize::new(GO_ON));
    signal_hook::flag::register_usize(SIGTSTP, Arc::clone(&order), STOP)?;
    signal_hook::flag::register_usize(SIGCONT, Arc::clone(&order), GO_ON)?;
    let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    Ok(Caught { signals, order: Order(order) })
}

impl Caught {
    /// Hands on every signal, as long as `hear` says to go on.
    pub(in crate::tui) fn watch(self, mut hear: impl FnMut(Signal) -> bool + Send + 'static) -> Order {
        let mut signals = self.signals;
        thread::spawn(move || {
            for signal in signals.forever() {
                let asked = match signal {
                    SIGTSTP => Signal::Stop,
                    SIGCONT => Signal::GoOn,
                    SIGWINCH => Signal::Resize,
                    signal => Signal::End { signal, is_from_keys: matches!(signal, SIGINT | SIGQUIT) },
                };
                if !hear(asked) {
                    return;
                }
            }
        });
        self.order
    }
}

impl Order {
    /// Whether the last that was asked for is to stop.
    pub(in crate::tui) fn is_to_stop(&self) -> bool {
        self.0.load(Ordering::SeqCst) == STOP
    }

    /// Stops the program, unless it has been asked to go on meanwhile; returns when it goes on.
    pub(in crate::tui) fn stop(&self) -> io::Result<()> {
        if self.is_to_stop() { signal_hook::low_level::emulate_default_handler(SIGTSTP) } else { Ok(()) }
    }
}

/// Whether a shell with job control has started this program, which alone could let it go on again. Such a shell
/// gives every job a group of its own; the group that leads the session has no shell above it.
pub(in crate::tui) fn has_shell() -> io::Result<bool> {
    Ok(rustix::process::getsid(None)? != rustix::process::getpgrp())
}

/// Asks the whole job to stop, this program with it, as Ctrl-Z does where keys are not handed over raw.
pub(in crate::tui) fn stop_job() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?)
}

/// Ends the program as `signal` would have, so that whoever started it learns why it ended.
///
/// # Errors
///
/// The system does not let the program end itself that way.
pub fn die_of(signal: i32) -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal)
}
