//! frise in a real pseudo-terminal.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use frise::app::Options;
use frise::load::{self, Input};
use frise::theme::Depth;
use frise::tui::{Load, Setup, Target};

use crate::support::terminal::Terminal;

/// The address at which the browser that is to panic waits for its cue.
const CUE: &str = "FRISE_TEST_CUE";

/// Not a test by itself: the program that [`a_panic_leaves_a_clean_terminal`] runs. One of its threads panics
/// when it gets its cue.
#[test]
fn a_browser_that_panics() {
    let Ok(address) = std::env::var(CUE) else { return };
    let mut cue = TcpStream::connect(address).unwrap();
    std::thread::spawn(move || {
        cue.read_exact(&mut [0]).unwrap();
        panic!("on cue");
    });
    let load = || load::read(&Input::Builtin).map(|draft| (draft, Target::Browser(None)));
    let setup = Setup { depth: Depth::Indexed, mouse: false };
    frise::tui::run("", Options::default(), setup, Load::Aside(Box::new(load))).unwrap().unwrap();
}

#[test]
fn a_panic_leaves_a_clean_terminal() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let program = std::env::current_exe().unwrap();
    let arguments = ["--exact", "pty::a_browser_that_panics", "--nocapture", "--test-threads=1"];
    let mut terminal = Terminal::run(&program, &arguments, 100, 30, &[(CUE, &address)]);
    let (mut cue, _) = listener.accept().unwrap();
    terminal.wait_for("June 2024");
    assert!(!terminal.is_restored());
    cue.write_all(b"!").unwrap();
    let status = terminal.end();
    assert_eq!(status.exit_code(), 101);
    assert!(terminal.is_restored());
    assert!(terminal.text().contains("on cue"), "{}", terminal.text());
}

#[test]
fn the_built_in_timeline_opens_with_its_seven_dates() {
    let mut terminal = Terminal::start(&[], 120, 36);
    for date in ["années 1940", "1961", "1996", "2000–2001", "avril 2019", "septembre 2023", "juin 2024"] {
        terminal.wait_for(date);
    }
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(terminal.is_restored());
}

#[test]
fn from_the_event_to_the_passage_and_back() {
    let mut terminal = Terminal::start(&["--lang", "en"], 80, 24);
    terminal.wait_for("1961");
    terminal.send("j\r");
    terminal.wait_for("AZERTAC");
    terminal.send("\r");
    terminal.wait_for("word for word");
    terminal.wait_for("restauration du traité d'amitié");
    terminal.send("\x1b");
    // Escape has arrived alone before the next sequence begins with it.
    terminal.wait_for("our translation");
    terminal.send("\x1b[12~");
    terminal.wait_for("Le traité et son");
    terminal.send("\x03");
    assert!(terminal.end().success());
    assert!(terminal.is_restored());
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let mut terminal = Terminal::start(&[], 120, 36);
    terminal.wait_for("septembre 2023");
    terminal.resize(30, 8);
    terminal.wait_for("40×12");
    terminal.resize(60, 20);
    terminal.wait_for("années 1940");
    terminal.send("q");
    terminal.end();
    assert!(terminal.is_restored());
}

#[cfg(unix)]
#[test]
fn signals_leave_a_clean_terminal() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let mut terminal = Terminal::start(&[], 80, 24);
        terminal.wait_for("1961");
        terminal.signal(signal);
        let status = terminal.end();
        assert!(!status.success(), "{signal}: {status:?}");
        assert!(terminal.is_restored(), "{signal}");
    }
}

#[test]
fn no_color_means_no_color() {
    let mut terminal = Terminal::start_with(&[], 80, 24, &[("NO_COLOR", "1")]);
    terminal.wait_for("1961");
    terminal.send("q");
    terminal.end();
    let raw = String::from_utf8_lossy(terminal.raw());
    assert!(!raw.contains("\x1b[38;") && !raw.contains("\x1b[48;"), "{raw:?}");
}
