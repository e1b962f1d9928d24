//! What frise costs in a terminal, beside the least a program with ratatui can cost: `cargo bench --bench
//! terminal` builds what it needs, runs both in turns, and prints the tables of `tests/bench/README.md`,
//! and with `FRISE_WRITE_DOCUMENTS=1` writes them there.

// A measurement that cannot be made has nothing better to do than to say so and stop.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod beside;
mod pseudo;
mod timelines;
mod typed;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use pseudo::{Marks, Program, Running};

/// The numbers of events that are measured.
const SIZES: [usize; 4] = [7, 1_000, 10_000, 100_000];
/// How often each program is started, and how many keys it gets.
const STARTS: usize = 15;
const KEYS: usize = 40;
/// How long nothing is done, to see how often a program wakes up.
const IDLE: Duration = Duration::from_secs(2);

/// What one program costs.
#[derive(Default)]
struct Cost {
    /// From the start of the process to the last byte of the first frame.
    first: Vec<Duration>,
    /// From a key to the last byte of the frame that shows it.
    key: Vec<Duration>,
    /// The most memory it ever held, in KiB.
    peak: u64,
    /// How often it woke up while nothing happened.
    wakes: u64,
}

fn main() {
    // `cargo test --benches` calls with `--test`: that it compiles is enough then.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let frise = Path::new(env!("CARGO_BIN_EXE_frise"));
    let mut programs =
        vec![("bare".to_owned(), Program::new(&bare(frise), &[], Marks { ready: "frame-1", end: "" }))];
    for events in SIZES {
        let folder = folder(events);
        timelines::made(events).write(&folder).unwrap();
        let middle = format!("e{}", events / 2);
        let arguments = ["--lang", "en", "--at", &middle, folder.to_str().unwrap()];
        programs
            .push((format!("frise, {events} events"), Program::new(frise, &arguments, shows("A made-up"))));
    }
    programs
        .insert(1, ("frise, built-in".to_owned(), Program::new(frise, &["--lang", "en"], shows("Korea"))));
    let talk = Program::new(frise, &["brief", "--lang", "en"], shows("1/9"));
    programs.insert(2, ("frise brief, built-in".to_owned(), talk));
    let mut costs: Vec<Cost> = programs.iter().map(|_| Cost::default()).collect();
    for _ in 0..STARTS {
        for ((_, program), cost) in programs.iter().zip(&mut costs) {
            let mut running = program.start();
            cost.first.push(running.first_frame());
            running.end();
        }
    }
    for ((_, program), cost) in programs.iter().zip(&mut costs) {
        measure(&mut program.start(), cost);
    }
    let tables = format!("{}\n{}", table(&programs, &mut costs), beside::table(&SIZES));
    println!("{tables}");
    if std::env::var_os("FRISE_WRITE_DOCUMENTS").is_some() {
        keep(&tables);
    }
}

/// Puts the tables into the document beside this file.
fn keep(tables: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, _) = text.split_once("<!-- measured -->").unwrap();
    let (_, after) = text.split_once("<!-- end -->").unwrap();
    fs::write(path, format!("{before}<!-- measured -->\n\n{tables}\n<!-- end -->{after}")).unwrap();
}

/// Where the made-up timeline of so many events lies.
fn folder(events: usize) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("made-up-{events}"))
}

/// frise with a timeline whose title has this word in it. A frame ends as synchronized output does.
fn shows(ready: &'static str) -> Marks {
    Marks { ready, end: "\x1b[?2026l" }
}

/// The bare program, built where frise was built.
fn bare(frise: &Path) -> PathBuf {
    let built =
        Command::new(env!("CARGO")).args(["build", "--quiet", "--release", "--example", "bare"]).status();
    assert!(built.unwrap().success(), "the bare program cannot be built");
    frise.with_file_name("examples").join("bare")
}

fn measure(running: &mut Running, cost: &mut Cost) {
    running.first_frame();
    running.settle();
    for key in ["j", "k"].into_iter().cycle().take(KEYS) {
        cost.key.push(running.key(key));
    }
    let before = running.wakes();
    std::thread::sleep(IDLE);
    cost.wakes = running.wakes() - before;
    cost.peak = running.peak();
    running.end();
}

/// The table as Markdown, times as ratios to those of the first program too.
fn table(programs: &[(String, Program)], costs: &mut [Cost]) -> String {
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    let (first, key) = (median(&mut costs[0].first), median(&mut costs[0].key));
    let peak = costs[0].peak;
    let mut out = format!(
        "| program | first frame | key to frame | peak memory | wake-ups in {} idle s |\n",
        IDLE.as_secs()
    );
    out.push_str("|---|---|---|---|---|\n");
    for ((name, _), cost) in programs.iter().zip(costs) {
        let time = |time: Duration, of: Duration| {
            format!("{:.2} ms (×{:.2})", time.as_secs_f64() * 1e3, time.as_secs_f64() / of.as_secs_f64())
        };
        let (own_first, own_key) = (median(&mut cost.first), median(&mut cost.key));
        #[expect(clippy::cast_precision_loss, reason = "no memory is that large")]
        let memory = |kib: u64| kib as f64 / 1024.0;
        writeln!(
            out,
            "| {name} | {} | {} | {:.1} MiB (×{:.2}) | {} |",
            time(own_first, first),
            time(own_key, key),
            memory(cost.peak),
            memory(cost.peak) / memory(peak),
            cost.wakes,
        )
        .unwrap();
    }
    out
}
