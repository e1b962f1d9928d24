//! The terminal while it is ours, and giving it back.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{SetCursorStyle, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};

use super::tty::{Modes, Tty};

/// Presses, releases, the wheel and what is dragged, in coordinates of any size. Not every movement: nobody
/// asks where the mouse idles, and on a slow line every answer is paid for.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The answer to a question counts for so long.
pub(super) const ANSWER: Duration = Duration::from_millis(100);

/// What a terminal understands beside letters and colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Skills {
    /// Whether it takes notice of mouse clicks for us.
    pub(super) mouse: bool,
    /// Whether it knows operating system commands and the shapes of a cursor, or at least passes over them: the
    /// console of Linux writes parts of them on the screen.
    pub(super) extended: bool,
}

impl Skills {
    /// Those of a terminal that `TERM` calls so, with the mouse where it is `wanted`.
    pub(super) fn of(term: &str, mouse: bool) -> Self {
        let extended = !matches!(term, "" | "dumb" | "linux");
        Self { mouse: mouse && extended, extended }
    }
}

/// The terminal. Nothing is written to it but through here, and only while it is ours; so whatever thread gives
/// it back, no frame comes after.
pub(super) struct Terminal {
    pub(super) tty: Tty,
    skills: Skills,
    /// The modes it was in before it became ours, while it is.
    before: Mutex<Option<Modes>>,
    /// When it was asked something.
    asked: OnceLock<Instant>,
}

impl Terminal {
    /// The terminal of this process, not ours yet.
    pub(super) fn open(skills: Skills) -> io::Result<Arc<Self>> {
        Ok(Arc::new(Self { tty: Tty::open()?, skills, before: Mutex::new(None), asked: OnceLock::new() }))
    }

    fn before(&self) -> MutexGuard<'_, Option<Modes>> {
        self.before.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes it over, or takes it over anew where somebody meddled with it, and returns what is to be written
    /// before the first frame.
    pub(super) fn take(&self) -> io::Result<Vec<u8>> {
        let mut before = self.before();
        let modes = match before.take() {
            Some(modes) => modes,
            None => self.tty.modes()?,
        };
        let set = self.tty.set_raw(&modes);
        *before = Some(modes);
        set?;
        let mut bytes = Vec::with_capacity(1 << 14);
        queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
        if self.skills.mouse {
            bytes.extend_from_slice(MOUSE_ON);
        }
        if self.skills.extended {
            queue!(bytes, SetCursorStyle::SteadyBar)?;
        }
        Ok(bytes)
    }

    /// Gives it back as it was; does nothing where it has been given back.
    pub(super) fn give_back(&self) -> io::Result<()> {
        self.give_back_from(&mut self.before())
    }

    fn give_back_from(&self, before: &mut Option<Modes>) -> io::Result<()> {
        let Some(modes) = before.take() else { return Ok(()) };
        let mut bytes = Vec::new();
        queue!(bytes, EndSynchronizedUpdate)?;
        if self.skills.mouse {
            bytes.extend_from_slice(MOUSE_OFF);
        }
        queue!(bytes, DisableBracketedPaste)?;
        if self.skills.extended {
            queue!(bytes, SetCursorStyle::DefaultUserShape)?;
        }
        queue!(bytes, LeaveAlternateScreen, Show)?;
        let shown = send(&bytes);
        self.tty.set(&modes)?;
        shown
    }

    /// Gives it back for good: as long as what comes back is held, nobody can take it anew or write to it. An answer
    /// that is under way is waited for and dropped, so that the shell does not take it for keys.
    fn give_up(&self) -> MutexGuard<'_, Option<Modes>> {
        let mut before = self.before();
        if before.is_some() {
            if let Some(asked) = self.asked.get() {
                thread::sleep(ANSWER.saturating_sub(asked.elapsed()));
            }
            // A terminal that cannot be restored is no reason to hide the panic.
            let _ = self.tty.forget_typed().and(self.give_back_from(&mut before));
        }
        before
    }

    /// Takes note that it is asked something.
    pub(super) fn is_asked(&self) {
        let _ = self.asked.set(Instant::now());
    }

    /// Writes `bytes` in one go, as long as it is ours.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let before = self.before();
        if before.is_some() { send(bytes) } else { Ok(()) }
    }

    /// Puts `text` on the clipboard of the terminal, where it lets us.
    pub(super) fn copy(&self, text: &str) -> io::Result<()> {
        if !self.skills.extended {
            return Ok(());
        }
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        self.write(&bytes)
    }

    /// What it understands.
    pub(super) fn skills(&self) -> Skills {
        self.skills
    }
}

fn send(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
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
            assert_eq!(Skills::of(term, true), Skills { mouse: extended, extended }, "{term}");
            assert_eq!(Skills::of(term, false), Skills { mouse: false, extended }, "{term}");
        }
    }
}
