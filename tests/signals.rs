//! Signals and panics at any moment leave the terminal as it was.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use frise::app::Options;
use frise::load::{self, Input};
use frise::theme::Depth;
use frise::tui::{Load, Setup, Target};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::io::ioctl_fionread;
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

use crate::support::terminal::is_restored;

/// A thousand have been run; fewer show what breaks.
const RUNS: u64 = 200;
const PATIENCE: Duration = Duration::from_secs(30);
/// For so long the program waits for an answer.
const ANSWER: Duration = Duration::from_millis(1_500);
/// What is wrong where nobody took the answer of the terminal.
const UNTAKEN: &str = "an answer that nobody took";
/// Opening the terminal does not make it ours.
const NOCTTY: i32 = 0o400;
/// After how many microseconds the browser that is to panic does.
const PANIC: &str = "FRISE_TEST_PANIC";
/// Written by the test behind all that the program wrote.
const END: &[u8] = b"<end>";

/// Not a test by itself: the program of those runs that end by a panic. One of its threads panics when its moment
/// has come.
#[test]
fn a_browser_that_panics_at_any_moment() {
    let Ok(moment) = std::env::var(PANIC) else { return };
    let moment = Instant::now() + Duration::from_micros(moment.parse().unwrap());
    thread::spawn(move || {
        while Instant::now() < moment {
            thread::yield_now();
        }
        // Before the browser has the terminal, a panic is that of any thread, and does not end the program.
        loop {
            let _ = thread::spawn(|| panic!("its moment has come")).join();
        }
    });
    let load = || load::read(&Input::Builtin).map(|draft| (draft, Target::Browser(None)));
    let setup = Setup { depth: Depth::Indexed, mouse: true };
    frise::tui::run("", Options::default(), setup, Load::Aside(Box::new(load))).unwrap().unwrap();
}

/// How a run ends.
enum End {
    Signal(Signal),
    /// A panic after so many microseconds.
    Panic(u64),
}

impl End {
    fn any(random: &mut Random) -> Self {
        match random.below(5) {
            0 => Self::Signal(Signal::TERM),
            1 => Self::Signal(Signal::HUP),
            2 => Self::Signal(Signal::INT),
            3 => Self::Signal(Signal::QUIT),
            _ => Self::Panic(random.below(30_000)),
        }
    }

    /// The program whose run ends so.
    fn program(&self) -> CommandBuilder {
        let mut command = match self {
            Self::Signal(_) => CommandBuilder::new(env!("CARGO_BIN_EXE_frise")),
            Self::Panic(_) => CommandBuilder::new(std::env::current_exe().unwrap()),
        };
        command.env_clear();
        if let Self::Panic(moment) = self {
            let test = "signals::a_browser_that_panics_at_any_moment";
            command.args(["--exact", test, "--nocapture", "--test-threads=1"]);
            command.env(PANIC, moment.to_string());
        }
        command
    }
}

/// Numbers that look random and are the same each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// Passes some time, up to so many microseconds. The moment is what is tested; nothing is waited for.
    fn pass(&mut self, most: u64) {
        let end = Instant::now() + Duration::from_micros(self.below(most));
        while Instant::now() < end {
            thread::yield_now();
        }
    }
}

/// What the program wrote, and when its question was answered.
type Output = (Vec<u8>, Option<Instant>);

struct Run {
    child: Box<dyn Child + Send + Sync>,
    id: Pid,
    tty: File,
    started: Instant,
    /// How the terminal was before.
    modes: String,
    output: JoinHandle<Output>,
    /// Kept open, so that the terminal outlives the program.
    _ends: (Box<dyn SlavePty + Send>, Box<dyn MasterPty + Send>),
}

fn modes(tty: &File) -> String {
    format!("{:?}", tcgetattr(tty).unwrap())
}

impl Run {
    fn start(mut command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let name = pair.master.tty_name().unwrap();
        let tty = File::options().read(true).write(true).custom_flags(NOCTTY).open(name).unwrap();
        let modes = modes(&tty);
        let output = listen(&*pair.master);
        command.cwd(env!("CARGO_TARGET_TMPDIR"));
        command.env("TERM", "xterm-256color");
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let id = Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
        Self { child, id, tty, started, modes, output, _ends: (pair.slave, pair.master) }
    }

    fn send(&self, signal: Signal) {
        // It may have ended already.
        let _ = kill_process(self.id, signal);
    }

    fn state(&self) -> char {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.id.as_raw_nonzero())).unwrap_or_default();
        stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next()).unwrap_or('X')
    }

    /// Waits until it has stopped or ended; not long, for before it is ready a signal to stop does nothing to the
    /// leader of a session.
    fn wait_for_stop(&self) {
        let end = Instant::now() + Duration::from_millis(50);
        while !matches!(self.state(), 'T' | 'Z' | 'X') && Instant::now() < end {
            thread::yield_now();
        }
    }

    /// Waits for its end and says what is not as it was.
    fn end(mut self, end: &End) -> Vec<&'static str> {
        let asked = Instant::now();
        let mut is_repeated = false;
        while self.child.try_wait().unwrap().is_none() {
            // A signal that comes in the microsecond in which its handler is put into its place is lost: signal-hook
            // has the handler called before it knows what to do. Somebody who sees nothing happen asks once more.
            if let End::Signal(signal) = end
                && !is_repeated
                && asked.elapsed() > PATIENCE / 6
            {
                is_repeated = true;
                self.send(*signal);
            }
            if asked.elapsed() > PATIENCE {
                let _ = self.child.kill();
                let _ = self.child.wait();
                return vec!["it never ended"];
            }
            // A stop that was under way comes after the order to go on, in any program; then it is given once more.
            if self.state() == 'T' {
                self.send(Signal::CONT);
            }
            thread::yield_now();
        }
        let ended = Instant::now();
        self.tty.write_all(END).unwrap();
        let (raw, answered) = self.output.join().unwrap();
        let mut wrong = Vec::new();
        if modes(&self.tty) != self.modes {
            wrong.push("modes");
        }
        // Nobody can take an answer that comes when there is nobody any more, and on a machine with much else to do
        // it may be later than anybody waits for.
        let is_late = answered
            .is_some_and(|answered| answered >= ended || answered.duration_since(self.started) >= ANSWER);
        if !is_late {
            let mut raw = tcgetattr(&self.tty).unwrap();
            raw.make_raw();
            tcsetattr(&self.tty, OptionalActions::Now, &raw).unwrap();
            if ioctl_fionread(&self.tty).unwrap() > 0 {
                wrong.push(UNTAKEN);
            }
        }
        wrong.extend(what_is_wrong(&raw, is_late || matches!(end, End::Panic(_))));
        wrong
    }
}

/// What is wrong with a screen on which this was written, where words `may_follow`: those of a panic, or the echo of
/// a late answer.
fn what_is_wrong(raw: &[u8], may_follow: bool) -> Vec<&'static str> {
    let end_of_it = raw.windows(END.len()).position(|window| window == END).unwrap();
    // The echo of an answer that came when nobody was left to take it stands behind.
    let raw = &raw[..end_of_it];
    let mut parser = vt100::Parser::new(24, 80, 0);
    parser.process(raw);
    let mut wrong = Vec::new();
    if !is_restored(&parser, raw) {
        wrong.push("screen");
    }
    let given_back = b"\x1b[?25h";
    let last = raw.windows(given_back.len()).rposition(|window| window == given_back);
    let after = last.map_or(raw, |last| &raw[last + given_back.len()..]);
    let is_harmless = after.is_empty() || may_follow && !after.contains(&0x1b);
    if !is_harmless {
        wrong.push("bytes after the end");
    }
    wrong
}

/// A terminal that answers what it is asked.
fn listen(master: &(dyn MasterPty + Send)) -> JoinHandle<Output> {
    let (mut reader, mut writer) = (master.try_clone_reader().unwrap(), master.take_writer().unwrap());
    thread::spawn(move || {
        let (mut raw, mut buffer, mut answered) = (Vec::new(), [0; 8192], None);
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            raw.extend_from_slice(&buffer[..count]);
            if answered.is_none() && raw.windows(6).any(|window| window == b"\x1b]11;?") {
                answered = Some(Instant::now());
                let _ = writer.write_all(b"\x1b]11;rgb:0000/0000/0000\x1b\\");
            }
            if raw.windows(END.len()).any(|window| window == END) {
                break;
            }
        }
        // Dropped, the writer would type the end of the file.
        std::mem::forget(writer);
        (raw, answered)
    })
}

/// One run with signals, and an end, at moments of its own.
fn run(seed: u64) -> Vec<&'static str> {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let end = End::any(&mut random);
    let run = Run::start(end.program());
    random.pass(30_000);
    for _ in 0..random.below(4) {
        run.send(Signal::TSTP);
        if random.below(2) == 0 {
            run.wait_for_stop();
        } else {
            random.pass(3_000);
        }
        run.send(Signal::CONT);
        random.pass(5_000);
    }
    if let End::Signal(signal) = end {
        run.send(signal);
    }
    // One that was stopped in between takes it when it goes on.
    run.send(Signal::CONT);
    run.end(&end)
}

#[test]
fn hundreds_of_runs_leave_the_terminal_as_it_was() {
    let next = AtomicU64::new(0);
    let work = || {
        let mut wrong = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= RUNS {
                return wrong;
            }
            let mut found = run(seed);
            // A thread that is not given its turn in time takes that time for over: no answer came, to it.
            if found == [UNTAKEN] {
                found = run(seed);
            }
            if !found.is_empty() {
                wrong.push((seed, found));
            }
        }
    };
    let wrong: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{wrong:?}");
}
