//! The terminal as a device: where keys come from, how large it is, and its modes.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::process::Stdio;
use std::sync::Arc;

use rustix::termios::{self, OptionalActions, QueueSelector, Termios};

/// The terminal that one types on: standard input where that is one, else the one that controls the process.
pub(in crate::tui) struct Tty {
    fd: OwnedFd,
    is_stdin: bool,
}

impl Tty {
    pub(in crate::tui) fn open() -> io::Result<Self> {
        let stdin = rustix::stdio::stdin();
        if termios::isatty(stdin) {
            return Ok(Self { fd: stdin.try_clone_to_owned()?, is_stdin: true });
        }
        let file = File::options().read(true).write(true).open("/dev/tty")?;
        Ok(Self { fd: file.into(), is_stdin: false })
    }

    /// What another program is to read its keys from; `None` where it has it already.
    pub(in crate::tui) fn for_another(&self) -> io::Result<Option<Stdio>> {
        if self.is_stdin { Ok(None) } else { Ok(Some(self.fd.try_clone()?.into())) }
    }

    /// Its columns and rows; a terminal that does not know them is taken for one of 80×24.
    pub(in crate::tui) fn size(&self) -> io::Result<(u16, u16)> {
        let size = termios::tcgetwinsize(&self.fd)?;
        Ok(if size.ws_col == 0 || size.ws_row == 0 { (80, 24) } else { (size.ws_col, size.ws_row) })
    }

    /// Has every key handed over at once and as it is. What was typed before is kept.
    pub(in crate::tui) fn take(self: &Arc<Self>, _mouse: bool) -> io::Result<Taken> {
        let mut taken = Taken { before: termios::tcgetattr(&self.fd)?, tty: Arc::clone(self) };
        taken.renew()?;
        Ok(taken)
    }

    fn set(&self, modes: &Termios) -> io::Result<()> {
        Ok(termios::tcsetattr(&self.fd, OptionalActions::Now, modes)?)
    }
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}

impl AsRawFd for Tty {
    fn as_raw_fd(&self) -> RawFd {
        self.fd.as_raw_fd()
    }
}

/// The terminal while it is ours, with the modes it had before.
pub(in crate::tui) struct Taken {
    tty: Arc<Tty>,
    before: Termios,
}

impl Taken {
    /// Takes it anew where somebody meddled with it.
    pub(in crate::tui) fn renew(&mut self) -> io::Result<()> {
        let mut raw = self.before.clone();
        raw.make_raw();
        self.tty.set(&raw)
    }

    /// Drops what was typed and nobody has read.
    pub(in crate::tui) fn forget_typed(&self) -> io::Result<()> {
        Ok(termios::tcflush(&self.tty.fd, QueueSelector::IFlush)?)
    }

    pub(in crate::tui) fn give_back(self) -> io::Result<()> {
        self.tty.set(&self.before)
    }
}
