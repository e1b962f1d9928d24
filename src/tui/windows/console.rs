//! The console as a device: where keys come from, how large it is, and its modes.
//!
//! Keys are read as the console records them, not as sequences: what is asked for in sequences loses letters such as é
//! in older consoles, and a key such as Alt-] looks like the beginning of an answer.

use std::io;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};

use crossterm::Command;
use crossterm::event::EnableMouseCapture;
use termina::windows::InputReaderMode;
use termina::{EventReader, PlatformTerminal, Terminal};

/// The console.
pub(in crate::tui) struct Tty {
    /// What reads it while it is ours.
    reader: Mutex<Option<EventReader>>,
}

impl Tty {
    #[expect(clippy::unnecessary_wraps, reason = "a terminal of Unix may not be there")]
    pub(in crate::tui) fn open() -> io::Result<Self> {
        Ok(Self { reader: Mutex::new(None) })
    }

    /// What another program is to read its keys from; `None` where it has it already.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as on Unix")]
    pub(in crate::tui) fn for_another(&self) -> io::Result<Option<Stdio>> {
        Ok(None)
    }

    /// Its columns and rows.
    #[expect(clippy::unused_self, reason = "as on Unix")]
    pub(in crate::tui) fn size(&self) -> io::Result<(u16, u16)> {
        let (columns, rows) = crossterm::terminal::size()?;
        Ok(if columns == 0 || rows == 0 { (80, 24) } else { (columns, rows) })
    }

    /// Has every key, and where it is wanted every click, handed over at once.
    pub(in crate::tui) fn take(self: &Arc<Self>, mouse: bool) -> io::Result<Taken> {
        let terminal = PlatformTerminal::with_mode(InputReaderMode::Legacy)?;
        self.set_reader(Some(terminal.event_reader()));
        let mut taken = Taken { tty: Arc::clone(self), terminal, mouse };
        taken.renew()?;
        Ok(taken)
    }

    pub(super) fn reader(&self) -> io::Result<EventReader> {
        let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner).clone();
        reader.ok_or_else(|| io::Error::other("the console is not ours"))
    }

    fn set_reader(&self, reader: Option<EventReader>) {
        *self.reader.lock().unwrap_or_else(PoisonError::into_inner) = reader;
    }
}

/// The console while it is ours. It gets back the modes it had when this is dropped.
pub(in crate::tui) struct Taken {
    tty: Arc<Tty>,
    terminal: PlatformTerminal,
    mouse: bool,
}

impl Taken {
    /// Takes it anew where somebody meddled with it.
    pub(in crate::tui) fn renew(&mut self) -> io::Result<()> {
        self.terminal.enter_raw_mode()?;
        // Else a click marks text for the clipboard.
        if self.mouse { EnableMouseCapture.execute_winapi() } else { Ok(()) }
    }

    /// What was typed and nobody has read is dropped with it.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as on Unix")]
    pub(in crate::tui) fn forget_typed(&self) -> io::Result<()> {
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
    pub(in crate::tui) fn give_back(self) -> io::Result<()> {
        self.tty.set_reader(None);
        drop(self.terminal);
        Ok(())
    }
}
