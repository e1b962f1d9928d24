//! The terminal while it is ours, and giving it back.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crossterm::cursor::{SetCursorStyle, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};

use super::background::Question;
use super::platform::{Taken, Tty, send};

/// Presses, releases, the wheel and what is dragged, in coordinates of any size. Not every movement: nobody
/// asks where the mouse idles, and on a slow line every answer is paid for.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// What a terminal understands beside letters and colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Capabilities {
    /// Whether it takes notice of mouse clicks for us.
    pub(super) mouse: bool,
    /// Whether it knows operating system commands and the shapes of a cursor, or at least passes over them: the
    /// console of Linux writes parts of them on the screen.
    pub(super) extended: bool,
}

impl Capabilities {
    /// Those of a terminal that `TERM` calls so, with the mouse where it is `wanted`.
    pub(super) fn of(term: &str, mouse: bool) -> Self {
        // Windows needs no name to know its terminal.
        let extended = !matches!(term, "dumb" | "linux") && (cfg!(windows) || !term.is_empty());
        Self { mouse: mouse && extended, extended }
    }
}

/// The terminal. Nothing is written to it but through here, and only while it is ours; so whatever thread gives
/// it back, no frame comes after.
pub(super) struct Terminal {
    pub(super) tty: Arc<Tty>,
    capabilities: Capabilities,
    /// What gives it back, while it is ours.
    taken: Mutex<Option<Taken>>,
    /// What it was asked.
    pub(super) question: Question,
}

impl Terminal {
    /// The terminal of this process, not ours yet.
    pub(super) fn open(capabilities: Capabilities) -> io::Result<Arc<Self>> {
        let (tty, question) = (Arc::new(Tty::open()?), Question::default());
        Ok(Arc::new(Self { tty, capabilities, taken: Mutex::new(None), question }))
    }

    fn taken(&self) -> MutexGuard<'_, Option<Taken>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes it over, or takes it over anew where somebody meddled with it, and returns what is to be written
    /// before the first frame.
    pub(super) fn take(&self) -> io::Result<Vec<u8>> {
        let mut taken = self.taken();
        match &mut *taken {
            Some(taken) => taken.renew()?,
            None => *taken = Some(self.tty.take(self.capabilities.mouse)?),
        }
        let mut bytes = Vec::with_capacity(1 << 14);
        // A sign that the terminal makes wider than we do must not go on in the next row.
        queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, DisableLineWrap)?;
        if self.capabilities.mouse {
            bytes.extend_from_slice(MOUSE_ON);
        }
        if self.capabilities.extended {
            queue!(bytes, SetCursorStyle::SteadyBar)?;
        }
        Ok(bytes)
    }

    /// Gives it back as it was; does nothing where it has been given back.
    pub(super) fn give_back(&self) -> io::Result<()> {
        self.give_back_from(&mut self.taken())
    }

    fn give_back_from(&self, taken: &mut Option<Taken>) -> io::Result<()> {
        let Some(taken) = taken.take() else { return Ok(()) };
        let mut bytes = Vec::new();
        queue!(bytes, EndSynchronizedUpdate)?;
        if self.capabilities.mouse {
            bytes.extend_from_slice(MOUSE_OFF);
        }
        queue!(bytes, DisableBracketedPaste, EnableLineWrap)?;
        if self.capabilities.extended {
            queue!(bytes, SetCursorStyle::DefaultUserShape)?;
        }
        queue!(bytes, LeaveAlternateScreen, Show)?;
        let shown = send(&bytes);
        taken.give_back()?;
        shown
    }

    /// Gives it back for good: as long as what comes back is held, nobody can take it anew or write to it. An answer
    /// that is on its way is waited for.
    fn give_up(&self) -> MutexGuard<'_, Option<Taken>> {
        let mut taken = self.taken();
        if let Some(held) = &*taken {
            self.question.wait();
            // A terminal that cannot be restored is no reason to hide the panic.
            let _ = held.forget_typed();
            let _ = self.give_back_from(&mut taken);
        }
        taken
    }

    /// Writes `bytes` in one go, as long as it is ours.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let taken = self.taken();
        if taken.is_some() { send(bytes) } else { Ok(()) }
    }

    /// What it understands.
    pub(super) fn capabilities(&self) -> Capabilities {
        self.capabilities
    }
}

/// The exit code of a Rust program that panicked.
const PANICKED: i32 = 101;

/// Gives the terminal back: when dropped, and before a panic speaks.
pub(super) struct Guard(Arc<Terminal>);

impl Guard {
    pub(super) fn new(terminal: Arc<Terminal>) -> Self {
        let before = std::panic::take_hook();
        let drawing = thread::current().id();
        let panicking = Arc::clone(&terminal);
        std::panic::set_hook(Box::new(move |info| {
            let _held = panicking.give_up();
            before(info);
            // A browser that has lost one of its threads, and with it the terminal, is of no use any more.
            if thread::current().id() != drawing {
                std::process::exit(PANICKED);
            }
        }));
        Self(terminal)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // Nothing is left to be done about a terminal that is gone.
        let _ = self.0.give_back();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_terminals_are_asked_for_nothing_they_do_not_know() {
        for (term, extended) in [("xterm-256color", true), ("linux", false), ("dumb", false), ("", false)] {
            assert_eq!(Capabilities::of(term, true), Capabilities { mouse: extended, extended }, "{term}");
            assert_eq!(Capabilities::of(term, false), Capabilities { mouse: false, extended }, "{term}");
        }
    }
}
