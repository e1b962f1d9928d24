//! The terminal as a device: where keys come from, how large it is, and its modes.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

use rustix::termios::{self, OptionalActions, QueueSelector, Termios};

/// The terminal that one types on: standard input where that is one, else the one that controls the process.
pub(super) struct Tty {
    fd: OwnedFd,
    is_stdin: bool,
}

/// How the terminal treats what is typed and written.
pub(super) type Modes = Termios;

impl Tty {
    /// Opens it.
    pub(super) fn open() -> io::Result<Self> {
        let stdin = rustix::stdio::stdin();
        if termios::isatty(stdin) {
            return Ok(Self { fd: stdin.try_clone_to_owned()?, is_stdin: true });
        }
        let file = File::options().read(true).write(true).open("/dev/tty")?;
        Ok(Self { fd: file.into(), is_stdin: false })
    }

    /// What another program is to read its keys from; `None` where it has it already.
    pub(super) fn for_another(&self) -> io::Result<Option<OwnedFd>> {
        if self.is_stdin { Ok(None) } else { self.fd.try_clone().map(Some) }
    }

    /// Its columns and rows; a terminal that does not know them is taken for one of 80×24.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = termios::tcgetwinsize(&self.fd)?;
        Ok(if size.ws_col == 0 || size.ws_row == 0 { (80, 24) } else { (size.ws_col, size.ws_row) })
    }

    /// The modes it is in.
    pub(super) fn modes(&self) -> io::Result<Modes> {
        Ok(termios::tcgetattr(&self.fd)?)
    }

    /// Sets them.
    pub(super) fn set(&self, modes: &Modes) -> io::Result<()> {
        Ok(termios::tcsetattr(&self.fd, OptionalActions::Now, modes)?)
    }

    /// Drops what was typed and nobody has read.
    pub(super) fn forget_typed(&self) -> io::Result<()> {
        Ok(termios::tcflush(&self.fd, QueueSelector::IFlush)?)
    }

    /// Hands every key over at once and as it is.
    pub(super) fn set_raw(&self, before: &Modes) -> io::Result<()> {
        let mut raw = before.clone();
        raw.make_raw();
        self.set(&raw)
    }
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}
