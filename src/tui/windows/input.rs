//! The thread that waits for the console to say something.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use termina::PlatformWaker;

use super::console::Tty;
use crate::tui::event::TerminalEvent;

/// Reads the console as long as this is held.
pub(in crate::tui) struct Input {
    waker: PlatformWaker,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Input {
    /// Starts to read. `hear` is called with what the console says, or once with why it says nothing any more; it says
    /// whether to go on.
    #[expect(clippy::needless_pass_by_value, reason = "as on Unix")]
    pub(in crate::tui) fn start(
        tty: Arc<Tty>,
        mut hear: impl FnMut(io::Result<TerminalEvent>) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let reader = tty.reader()?;
        let waker = reader.waker();
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            while !ends.load(Ordering::Acquire) {
                let said = match reader.read(|_| true) {
                    Ok(event) => TerminalEvent::of(event).map(Ok),
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
                    Err(error) => Some(Err(error)),
                };
                let is_gone = matches!(said, Some(Err(_)));
                if said.is_some_and(|said| !hear(said)) || is_gone {
                    return;
                }
            }
        });
        Ok(Self { waker, is_over, thread: Some(thread) })
    }
}

impl Drop for Input {
    /// Returns when nobody reads the console any more.
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        // A thread that cannot be woken up is not waited for; one that has panicked has ended the program.
        if self.waker.wake().is_ok() {
            let _ = self.thread.take().map(JoinHandle::join);
        }
    }
}
