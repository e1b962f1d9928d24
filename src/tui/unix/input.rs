//! The thread that waits for the terminal to say something.
//!
//! It can be told to keep its hands off the terminal, for while an editor runs there every byte belongs to that;
//! and it never wakes up to look whether it was told so: it waits for the terminal and for a bell at once.

use std::io::{self, PipeReader, PipeWriter, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::decode::Decoder;
use super::meaning::Said;
use super::terminal::Terminal;

/// For so long the rest of a sequence may be on its way, in nanoseconds. The key Esc alone does not wait.
const TORN: i64 = 50_000_000;

/// What the thread hands on: what the terminal said, and when; or that it is gone.
pub(super) type Heard = io::Result<(Said, Instant)>;

/// Holds the thread that reads the terminal.
pub(super) struct Input {
    bell: PipeWriter,
    stopped: Receiver<()>,
    go_on: Sender<()>,
}

impl Input {
    /// Starts to read. `hear` says whether to go on.
    pub(super) fn start(
        terminal: Arc<Terminal>,
        hear: impl FnMut(Heard) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (ring, bell) = io::pipe()?;
        let (stop, stopped) = mpsc::channel();
        let (go_on, going_on) = mpsc::channel();
        let listener = Listener { terminal, ring, stop, going_on, decoder: Decoder::default(), hear };
        thread::spawn(move || listener.listen());
        Ok(Self { bell, stopped, go_on })
    }

    /// Returns when the thread has its hands off the terminal.
    pub(super) fn pause(&mut self) {
        // Where the thread has ended there is nothing to wait for.
        if self.bell.write_all(b"!").is_ok() {
            let _ = self.stopped.recv();
        }
    }

    /// Lets the thread read again.
    pub(super) fn resume(&self) {
        let _ = self.go_on.send(());
    }
}

struct Listener<F> {
    terminal: Arc<Terminal>,
    ring: PipeReader,
    stop: Sender<()>,
    going_on: Receiver<()>,
    decoder: Decoder,
    hear: F,
}

/// What a wait ended with.
enum Woken {
    Bell,
    Terminal,
    /// Nothing more came of what had begun.
    Torn,
}

impl<F: FnMut(Heard) -> bool> Listener<F> {
    fn listen(mut self) {
        loop {
            let said = match self.wait() {
                Ok(Woken::Bell) => {
                    if !self.stand_aside() {
                        return;
                    }
                    continue;
                }
                Ok(Woken::Torn) => Ok(self.decoder.settle()),
                Ok(Woken::Terminal) => self.read(),
                Err(error) => Err(error),
            };
            let goes_on = match said {
                Ok(said) => {
                    let now = Instant::now();
                    said.into_iter().all(|said| (self.hear)(Ok((said, now))))
                }
                Err(error) => {
                    (self.hear)(Err(error));
                    false
                }
            };
            if !goes_on {
                return;
            }
        }
    }

    fn wait(&self) -> io::Result<Woken> {
        let timeout = Timespec { tv_sec: 0, tv_nsec: TORN };
        let timeout = self.decoder.is_undecided().then_some(&timeout);
        loop {
            let mut fds =
                [PollFd::new(&self.ring, PollFlags::IN), PollFd::new(&self.terminal.tty, PollFlags::IN)];
            match poll(&mut fds, timeout) {
                Ok(0) => return Ok(Woken::Torn),
                Ok(_) if !fds[0].revents().is_empty() => return Ok(Woken::Bell),
                Ok(_) => return Ok(Woken::Terminal),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn read(&mut self) -> io::Result<Vec<Said>> {
        let mut buffer = [0; 4096];
        match rustix::io::read(&self.terminal.tty, &mut buffer) {
            Ok(0) => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the terminal is gone")),
            Ok(count) => Ok(self.decoder.feed(&buffer[..count])),
            Err(Errno::INTR | Errno::AGAIN) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    /// Waits until the terminal is ours again; says whether it ever was.
    fn stand_aside(&mut self) -> bool {
        let is_heard = io::Read::read_exact(&mut self.ring, &mut [0]).is_ok();
        // What had begun was meant for us and never ended.
        self.decoder = Decoder::default();
        is_heard && self.stop.send(()).is_ok() && self.going_on.recv().is_ok()
    }
}
