//! A program in a pseudo-terminal, with the screen it draws. It waits for what it expects and never sleeps.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Long enough for the slowest machine; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Terminal {
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

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
        let parser = vt100::Parser::new(rows, columns, 0);
        Self { parser, output, raw: Vec::new(), writer, child, master: pair.master }
    }

    /// Types `keys` as they are.
    pub(crate) fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("a terminal that listens");
    }

    /// The letters on the screen.
    pub(crate) fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Everything the program ever wrote.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Whether the screen is the shell's again: no alternate screen, the cursor visible.
    pub(crate) fn is_restored(&self) -> bool {
        let screen = self.parser.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }

    /// Waits until `wanted` is on the screen.
    pub(crate) fn wait_for(&mut self, wanted: &str) {
        self.wait_until(wanted, |screen| screen.contains(wanted));
    }

    /// Waits until the screen fulfils `condition`, told as `what` where it never does.
    pub(crate) fn wait_until(&mut self, what: &str, condition: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !condition(&self.text()) {
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

    /// Sends a signal by its name.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("a running program").to_string();
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
        self.child.wait().expect("an end")
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed midway leaves nothing running.
        let _ = self.child.kill();
    }
}
