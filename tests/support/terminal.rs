//! A program in a pseudo-terminal, with the screen it draws. It waits for what it expects and never sleeps.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Long enough for the slowest machine; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program; a test that fails midway leaves none running.
struct Running(Box<dyn Child + Send + Sync>);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

pub(crate) struct Terminal {
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    writer: Box<dyn Write + Send>,
    child: Running,
    master: Box<dyn MasterPty + Send>,
    /// What it answers when it is asked for its background, until it has.
    answer: Option<&'static str>,
}

/// How a terminal is asked for its background.
pub(crate) const QUESTION: &str = "\x1b]11;?";
const DARK: &str = "\x1b]11;rgb:0000/0000/0000\x1b\\";

impl Terminal {
    /// Runs frise with `arguments` on a terminal of so many columns and rows.
    pub(crate) fn start(arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start_with(arguments, columns, rows, &[])
    }

    /// The same with variables of the environment.
    pub(crate) fn start_with(arguments: &[&str], columns: u16, rows: u16, env: &[(&str, &str)]) -> Self {
        Self::run(Path::new(env!("CARGO_BIN_EXE_frise")), arguments, columns, rows, env)
    }

    /// The same for any program.
    pub(crate) fn run(
        program: &Path,
        arguments: &[&str],
        columns: u16,
        rows: u16,
        env: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        // An empty folder, where no timeline lies.
        command.cwd(Path::new(env!("CARGO_TARGET_TMPDIR")));
        let usual = [("TERM", "xterm-256color"), ("LANG", "fr_FR.UTF-8"), ("HOME", "")];
        for (name, value) in usual.iter().chain(env) {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("frise starts");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        // One that does not know its size is drawn on as if it had this one.
        let (rows, columns) = if rows == 0 || columns == 0 { (24, 80) } else { (rows, columns) };
        let parser = vt100::Parser::new(rows, columns, 0);
        Self {
            parser,
            output,
            raw: Vec::new(),
            writer,
            child: Running(child),
            master: pair.master,
            answer: Some(DARK),
        }
    }

    /// One that is asked for its background and does not answer by itself.
    pub(crate) fn without_answer(mut self) -> Self {
        self.answer = None;
        self
    }

    /// Types `keys` as they are.
    pub(crate) fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("a terminal that listens");
    }

    /// Types bytes that need not be text.
    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).expect("a terminal that listens");
    }

    /// The letters on the screen.
    pub(crate) fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Everything the program ever wrote.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Whether the screen is the shell's again: no alternate screen, the cursor visible and of its own shape, no
    /// reports of clicks and pasted text.
    pub(crate) fn is_restored(&self) -> bool {
        is_restored(&self.parser, &self.raw)
    }

    /// The screen with its colours and modes.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The number of the program.
    pub(crate) fn id(&self) -> u32 {
        self.child.0.process_id().expect("a running program")
    }

    /// Waits until the program has written `wanted`, as often as said.
    pub(crate) fn wait_for_bytes(&mut self, wanted: &str, times: usize) {
        self.wait_until_all(wanted, |terminal| {
            String::from_utf8_lossy(&terminal.raw).matches(wanted).count() >= times
        });
    }

    /// Whether the program says nothing for so long.
    pub(crate) fn is_silent_for(&mut self, time: Duration) -> bool {
        match self.output.recv_timeout(time) {
            Ok(bytes) => {
                self.take(&bytes);
                false
            }
            Err(_) => true,
        }
    }

    /// Takes the terminal away, and waits for the end of the program.
    pub(crate) fn hang_up(self) -> ExitStatus {
        let Self { mut child, master, writer, output, .. } = self;
        drop((master, writer));
        // The reader holds the other end open until the program has let go of its own.
        drop(output);
        child.0.wait().expect("an end")
    }

    /// Waits until `wanted` is on the screen.
    pub(crate) fn wait_for(&mut self, wanted: &str) {
        self.wait_until(wanted, |screen| screen.contains(wanted));
    }

    /// Waits until the screen fulfils `condition`, told as `what` where it never does.
    pub(crate) fn wait_until(&mut self, what: &str, condition: impl Fn(&str) -> bool) {
        self.wait_until_all(what, |terminal| condition(&terminal.text()));
    }

    /// The same for everything that is known of the terminal.
    pub(crate) fn wait_until_all(&mut self, what: &str, condition: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !condition(self) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(mpsc::RecvTimeoutError::Timeout | mpsc::RecvTimeoutError::Disconnected) => {
                    panic!("{what:?} never came to the screen:\n{}", self.text())
                }
            }
        }
    }

    /// Changes the size of the terminal.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.parser.screen_mut().set_size(rows, columns);
        self.master.resize(size).expect("a terminal that can be resized");
    }

    /// Says that the terminal has this size, which nobody could draw.
    pub(crate) fn claim_size(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("a terminal that can be resized");
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.id().to_string();
        let status = std::process::Command::new("kill").args(["-s", name, &id]).status();
        assert!(status.is_ok_and(|status| status.success()), "kill -s {name}");
    }

    /// Waits for the program to end, takes in what it still wrote and returns how it ended.
    pub(crate) fn end(&mut self) -> ExitStatus {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                // Its side of the terminal is closed: it has ended.
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                Err(mpsc::RecvTimeoutError::Timeout) => panic!("it never ended:\n{}", self.text()),
            }
        }
        self.child.0.wait().expect("an end")
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
        if self.answer.is_some() && String::from_utf8_lossy(&self.raw).contains(QUESTION) {
            let answer = self.answer.take().unwrap_or_default();
            // It may have ended meanwhile.
            let _ = self.writer.write_all(answer.as_bytes());
        }
    }
}

/// Whether a screen on which `raw` was written is as it was before.
pub(crate) fn is_restored(parser: &vt100::Parser, raw: &[u8]) -> bool {
    let screen = parser.screen();
    // The shape of the cursor is changed by `ESC [ number SP q`, and given back by the number 0.
    let shapes: Vec<usize> =
        raw.windows(2).enumerate().filter(|(_, w)| *w == b" q").map(|(at, _)| at).collect();
    let is_own_shape = shapes.last().is_none_or(|at| raw[..*at].ends_with(b"\x1b[0"));
    !screen.alternate_screen()
        && !screen.hide_cursor()
        && !screen.bracketed_paste()
        && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        && is_own_shape
}
