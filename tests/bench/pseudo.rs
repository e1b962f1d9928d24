//! A program in a pseudo-terminal that answers as real terminals do, and notes when each byte came.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Columns and rows.
const SIZE: (u16, u16) = (120, 36);
/// Longer than any program should take for anything.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a program must not have worked to be at rest.
const REST: Duration = Duration::from_millis(300);

/// What a terminal is asked, and what this one answers: a black background, and that it is a VT220.
const ANSWERS: [(&str, &str); 2] =
    [("\x1b]11;?", "\x1b]11;rgb:0000/0000/0000\x1b\\"), ("\x1b[c", "\x1b[?62;22c")];

/// A program and its arguments.
pub(crate) struct Program {
    path: PathBuf,
    arguments: Vec<String>,
    marks: Marks,
}

/// What a program's frames are known by.
#[derive(Clone, Copy)]
pub(crate) struct Marks {
    /// What is in the first frame that shows what was asked for.
    pub(crate) ready: &'static str,
    /// What every frame ends with; nothing where a frame is whatever comes.
    pub(crate) end: &'static str,
}

/// A running program.
pub(crate) struct Running {
    started: Instant,
    marks: Marks,
    output: Receiver<(Instant, Vec<u8>)>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    pub(crate) fn new(path: &Path, arguments: &[&str], marks: Marks) -> Self {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Self { path: path.to_owned(), arguments, marks }
    }

    pub(crate) fn start(&self) -> Running {
        let size = PtySize { rows: SIZE.1, cols: SIZE.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(&self.path);
        command.args(&self.arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.cwd(env!("CARGO_TARGET_TMPDIR"));
        let bytes = pair.master.try_clone_reader().expect("a reader");
        let keys = Arc::new(Mutex::new(pair.master.take_writer().expect("a writer")));
        let (sender, output) = mpsc::channel();
        let answers = Arc::clone(&keys);
        thread::spawn(move || listen(bytes, &answers, |bytes| sender.send((Instant::now(), bytes)).is_ok()));
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).expect("a program that starts");
        Running { started, marks: self.marks, output, keys, child, _master: pair.master }
    }
}

/// Hands on what the program writes, and answers what it asks of its terminal.
fn listen(
    mut bytes: Box<dyn Read + Send>,
    answers: &Mutex<Box<dyn Write + Send>>,
    hand_on: impl Fn(Vec<u8>) -> bool,
) {
    let mut buffer = vec![0; 1 << 16];
    while let Ok(count @ 1..) = bytes.read(&mut buffer) {
        if !hand_on(buffer[..count].to_vec()) {
            return;
        }
        let text = String::from_utf8_lossy(&buffer[..count]);
        for (_, known) in ANSWERS.iter().filter(|(asked, _)| text.contains(asked)) {
            // A program that has ended wants no answer any more.
            let _ = answers.lock().unwrap().write_all(known.as_bytes());
        }
    }
}

impl Running {
    /// How long the first frame took from the start of the process.
    pub(crate) fn first_frame(&mut self) -> Duration {
        self.wait_for(self.marks.ready).duration_since(self.started)
    }

    /// Types a key that changes the screen, and says how long its frame took.
    pub(crate) fn key(&mut self, key: &str) -> Duration {
        while self.output.try_recv().is_ok() {}
        let pressed = Instant::now();
        self.keys.lock().unwrap().write_all(key.as_bytes()).expect("a program that listens");
        self.wait_for(self.marks.end).duration_since(pressed)
    }

    /// Waits until the bytes from now on hold `wanted`, and says when its last byte came.
    fn wait_for(&self, wanted: &str) -> Instant {
        let mut bytes = Vec::new();
        loop {
            let (at, more) = self.output.recv_timeout(PATIENCE).expect("a frame");
            bytes.extend(more);
            if String::from_utf8_lossy(&bytes).contains(wanted) {
                return at;
            }
        }
    }

    /// Waits until all threads of the program are at rest.
    pub(crate) fn settle(&self) {
        let mut worked = self.work();
        loop {
            thread::sleep(REST);
            let now = self.work();
            if now == worked {
                return;
            }
            worked = now;
        }
    }

    /// The ticks of processor time it has used (proc(5): fields 14 and 15 of `stat`, after the name).
    fn work(&self) -> u64 {
        let stat = self.proc("stat");
        let fields = stat.rsplit(')').next().unwrap().split_whitespace();
        fields.skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum()
    }

    /// The most memory it ever held, in KiB.
    pub(crate) fn peak(&self) -> u64 {
        number(&self.proc("status"), "VmHWM:")
    }

    /// How often its threads have gone to sleep of their own accord, and so have been woken.
    pub(crate) fn wakes(&self) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.id())).expect("a running program");
        let status = |task: fs::DirEntry| fs::read_to_string(task.path().join("status")).unwrap_or_default();
        tasks.flatten().map(|task| number(&status(task), "voluntary_ctxt_switches:")).sum()
    }

    fn proc(&self, name: &str) -> String {
        fs::read_to_string(format!("/proc/{}/{name}", self.id())).expect("a running program")
    }

    fn id(&self) -> u32 {
        self.child.process_id().expect("a running program")
    }

    /// Quits the program and waits for its end.
    pub(crate) fn end(&mut self) {
        self.keys.lock().unwrap().write_all(b"q").expect("a program that listens");
        self.child.wait().expect("an end");
    }
}

/// The number after `name` in a file of `/proc`.
fn number(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("0");
    line.split_whitespace().next().unwrap_or("0").parse().unwrap()
}
