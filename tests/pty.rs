//! frise in a real pseudo-terminal.

use crate::support::terminal::Terminal;

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
    terminal.wait_for("The treaty and its");
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
    for signal in ["TERM", "HUP", "INT"] {
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
