//! frise and the terminal it runs in: questions, clicks, editors, other programs, saved files.

use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use crate::support::Folder;
use crate::support::terminal::{QUESTION, Terminal};

/// Longer than an answer may take.
const TOO_LONG: Duration = Duration::from_millis(200);

fn ground(terminal: &Terminal) -> vt100::Color {
    terminal.screen().cell(0, 0).expect("a cell").bgcolor()
}

#[test]
fn the_colours_follow_the_background() {
    let light = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
    for (what, answer, guess, is_light) in [
        ("light", light, "", true),
        ("light, by BEL", "\x1b]11;rgb:ff/ff/ff\x07", "", true),
        ("dark", "\x1b]11;rgb:0000/0000/0000\x1b\\", "", false),
        ("nothing", "", "", false),
        ("garbage", "\x1b]11;what?\x1b\\\x1b]11;\x07\x1b[?1;2c", "", false),
        ("a guess", "", "0;15", true),
        ("a wrong guess", "\x1b]11;rgb:0000/0000/0000\x1b\\", "0;15", false),
    ] {
        let mut terminal = Terminal::start_with(&[], 80, 24, &[("COLORFGBG", guess)]).without_answer();
        terminal.wait_for_bytes(QUESTION, 1);
        terminal.send(answer);
        // Whatever was answered, no key came of it: the first one does what it does.
        terminal.send("\x1bOQ");
        terminal.wait_for("Enter open");
        let dark = vt100::Color::Idx(234);
        assert_eq!(ground(&terminal) != dark, is_light, "{what}: {:?}", ground(&terminal));
        terminal.send("q");
        assert!(terminal.end().success());
    }
}

#[test]
fn a_late_answer_is_followed_and_one_that_is_not_wanted_any_more_is_not() {
    let answer = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
    let mut terminal = Terminal::start(&[], 80, 24).without_answer();
    terminal.wait_for_bytes(QUESTION, 1);
    terminal.wait_for("✓");
    assert!(terminal.is_silent_for(TOO_LONG), "nothing to say, and something said");
    // Torn, too.
    let (begin, end) = answer.split_at(9);
    terminal.send(begin);
    assert!(terminal.is_silent_for(TOO_LONG));
    terminal.send(end);
    terminal.wait_until_all("a light screen", |terminal| ground(terminal) != vt100::Color::Idx(234));
    terminal.send("q");
    assert!(terminal.end().success());
    let mut terminal = Terminal::start(&[], 80, 24).without_answer();
    terminal.wait_for_bytes(QUESTION, 1);
    // Through all themes, back to the first: that one is chosen now.
    terminal.send("\x1bOR\x1bOR\x1bOR\x1bOR");
    terminal.send(answer);
    terminal.send("\x1bOQ");
    terminal.wait_for("Enter open");
    assert_eq!(ground(&terminal), vt100::Color::Idx(234));
}

#[test]
fn simple_terminals_are_asked_nothing() {
    let mut terminal = Terminal::start_with(&["--lang", "en"], 80, 24, &[("TERM", "linux")]);
    terminal.wait_for("1961");
    terminal.send("s");
    terminal.wait_for("Sources");
    terminal.send("q");
    assert!(terminal.end().success());
    let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
    for unknown in ["\x1b]", "[6 q", "[0 q", "?1000h"] {
        assert!(!raw.contains(unknown), "{unknown:?}");
    }
}

#[test]
fn the_mouse_selects_and_opens() {
    let mut terminal = Terminal::start(&["--lang", "en"], 120, 36);
    terminal.wait_for("1961");
    assert_ne!(terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    let lines: Vec<String> = terminal.text().lines().map(str::to_owned).collect();
    let row = 1 + lines.iter().rposition(|line| line.trim_start().starts_with("1961")).expect("a row");
    terminal.send(&format!("\x1b[<0;6;{row}M\x1b[<0;6;{row}m"));
    terminal.wait_for("AZERTAC");
    terminal.send(&format!("\x1b[<0;6;{row}M\x1b[<0;6;{row}m\x1b[<0;6;{row}M\x1b[<0;6;{row}m"));
    terminal.wait_for("Enter open");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(terminal.is_restored());
}

/// The cursor stands where what is selected begins, and is seen.
#[test]
fn the_cursor_stands_on_the_selection() {
    let mut terminal = Terminal::start(&["--lang", "en"], 80, 24);
    terminal.wait_for("the 1940s");
    for (key, expected) in [("", "the 1940s"), ("j", "1961"), ("\r", "1 "), ("s", "Doc. 1")] {
        terminal.send(key);
        terminal.wait_until_all(expected, |terminal| {
            let (row, column) = terminal.screen().cursor_position();
            let line = terminal.screen().contents_between(row, column, row, 80);
            !terminal.screen().hide_cursor() && line.starts_with(expected)
        });
    }
}

#[test]
fn addresses_are_links() {
    let folder = folder();
    let mut terminal = open(&folder, &[]);
    terminal.send("s");
    terminal.wait_for_bytes("\x1b]8;id=frise-0;https://a.org/%C3%A9\x1b\\", 1);
    terminal.wait_for_bytes("\x1b]8;;\x1b\\", 1);
}

#[test]
fn nothing_is_sent_where_nothing_changes() {
    // Somebody who has been here before: the hint of the first run goes away in a frame of its own.
    let seen = Folder::with(&[("frise/seen", "")]);
    let state = [("XDG_STATE_HOME", seen.path().to_str().unwrap())];
    let mut terminal = Terminal::start_with(&["--lang", "en"], 80, 24, &state);
    terminal.wait_for("✓");
    assert!(terminal.is_silent_for(TOO_LONG));
    let before = terminal.raw().len();
    terminal.send("kkk\x1b[<64;1;1Mj");
    terminal.wait_until_all("the next row", |terminal| terminal.screen().cursor_position().0 > 6);
    let sent = String::from_utf8_lossy(&terminal.raw()[before..]).into_owned();
    assert_eq!(sent.matches("\x1b[?2026h").count(), 1, "{sent:?}");
}

fn timeline(title: &str) -> String {
    format!(
        "title: T\nlanguage: fr\nsources:\n  - {{id: a, text: a.txt, url: 'https://a.org/é'}}\nevents:\n  - id: one\n    date: 1961\n    \
         title: {title}\n    quotes:\n      - {{source: a, exact: alpha}}\n"
    )
}

fn folder() -> Folder {
    Folder::with(&[("timeline.yaml", &timeline("Premier")), ("a.txt", "alpha et beta")])
}

fn open(folder: &Folder, env: &[(&str, &str)]) -> Terminal {
    let path = folder.path().display().to_string();
    let mut terminal = Terminal::start_with(&[&path], 100, 30, env);
    terminal.wait_for("Premier");
    terminal.wait_for("✓ Doc. 1");
    terminal
}

/// As many editors save: a new file in the place of the old one.
fn replace(folder: &Folder, name: &str, text: &str) {
    folder.write("new~", text);
    fs::rename(folder.path().join("new~"), folder.path().join(name)).unwrap();
}

/// The watch is set up after the proof; until then a change is found by its time.
#[test]
fn the_screen_follows_the_files() {
    let folder = folder();
    let mut terminal = open(&folder, &[]);
    replace(&folder, "timeline.yaml", &timeline("Deuxième"));
    terminal
        .wait_until("both in the list and in the detail", |screen| screen.matches("Deuxième").count() == 2);
    folder.write("timeline.yaml", timeline("Troisième"));
    terminal.wait_for("Troisième");
    folder.write("a.txt", "et beta");
    terminal.wait_for("introuvable");
    replace(&folder, "a.txt", "alpha");
    terminal.wait_for("✓ Doc. 1");
    folder.write("timeline.yaml", "title: [\n");
    terminal.wait_for("Le fichier enregistré ne se lit pas\u{a0}: !");
    assert!(terminal.text().contains("Troisième"));
    fs::remove_file(folder.path().join("timeline.yaml")).unwrap();
    folder.write("timeline.yaml", timeline("Troisième"));
    terminal.wait_until("what is good again", |screen| !screen.contains("ne se lit pas"));
    // What is no part of the timeline wakes nobody.
    folder.write("other.txt", "x");
    assert!(terminal.is_silent_for(TOO_LONG));
    terminal.send("R");
    terminal.wait_for("Relu");
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn links_to_files_are_followed() {
    let folder = folder();
    fs::create_dir(folder.path().join("real")).unwrap();
    fs::rename(folder.path().join("timeline.yaml"), folder.path().join("real/t.yaml")).unwrap();
    std::os::unix::fs::symlink("real/t.yaml", folder.path().join("timeline.yaml")).unwrap();
    let mut terminal = open(&folder, &[]);
    replace(&folder, "real/t.yaml", &timeline("Deuxième"));
    terminal.wait_for("Deuxième");
}

/// An editor that says what it was started with, waits for a key, and saves the timeline.
fn editor(folder: &Folder) -> String {
    let script = "#!/bin/sh\necho \"EDITOR $# $1 $2 $3\" >/dev/tty\nread key\n\
                  sed -i.bak s/Premier/Corrigé/ \"$3\"\necho \"KEY $key\" >/dev/tty\n";
    folder.write("an editor", script);
    let path = folder.path().join("an editor");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    format!("'{}' --wait", path.display())
}

#[test]
fn the_editor_opens_at_the_line_and_has_every_key() {
    let folder = folder();
    let mut terminal = open(&folder, &[("VISUAL", &editor(&folder)), ("PATH", "/usr/bin:/bin")]);
    terminal.send("E");
    terminal.wait_for("EDITOR 3 --wait +6 ");
    assert!(terminal.is_restored());
    terminal.send("quickly\r");
    terminal.wait_for("Corrigé");
    assert!(!terminal.is_restored());
    assert!(String::from_utf8_lossy(terminal.raw()).contains("KEY quickly"));
    terminal.send("E");
    terminal.wait_until_all("the editor again", |terminal| {
        String::from_utf8_lossy(terminal.raw()).matches("EDITOR 3").count() == 2
    });
    terminal.send("\r");
    terminal.wait_for("✓ Doc. 1");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(terminal.is_restored());
}

#[test]
fn an_editor_that_is_not_there_is_named() {
    let folder = folder();
    let mut terminal = open(&folder, &[("EDITOR", "no-such-editor -x"), ("PATH", "/usr/bin:/bin")]);
    terminal.send("E");
    terminal.wait_for("L’éditeur n’a pas pu être lancé\u{a0}: no-such-editor -x");
    terminal.send("q");
    assert!(terminal.end().success());
}

/// frise under a shell with job control, its name in a variable.
fn shell() -> Terminal {
    let frise = env!("CARGO_BIN_EXE_frise");
    let env = [("PS1", "READY$ "), ("F", frise), ("PATH", "/usr/bin:/bin"), ("HISTFILE", "")];
    let mut terminal = Terminal::run(Path::new("/bin/bash"), &["--norc", "--noprofile", "-i"], 80, 24, &env);
    terminal.wait_for("READY$");
    terminal
}

/// Whether the shell is ready, on its own screen. It asks for reports of pasted text itself.
fn is_at_prompt(terminal: &Terminal) -> bool {
    let screen = terminal.screen();
    let is_ours = screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None && !screen.hide_cursor();
    is_ours && !screen.alternate_screen() && terminal.text().trim_end().ends_with("READY$")
}

#[test]
fn ctrl_z_goes_back_to_the_shell_and_fg_comes_back() {
    for start in ["$F", "sh -c '$F; echo over'"] {
        let mut terminal = shell();
        terminal.send("stty -a >before.$$; ");
        terminal.send(&format!("{start}\r"));
        terminal.wait_for("septembre 2023");
        for _ in 0..2 {
            terminal.send("j\x1a");
            terminal.wait_until_all("the shell", is_at_prompt);
            terminal.resize(100, 30);
            terminal.send("stty -a | sed 's/rows.*columns [0-9]*//' >during.$$\rfg\r");
            terminal.wait_until_all("the browser", |terminal| {
                terminal.screen().alternate_screen() && terminal.text().contains("Corée du Nord")
            });
        }
        terminal.send("q");
        terminal.wait_until_all("the shell", is_at_prompt);
        terminal.send("sed 's/rows.*columns [0-9]*//' before.$$ | cmp - during.$$ && echo SAME; rm *.$$\r");
        terminal.wait_until("the same modes", |screen| screen.lines().any(|line| line == "SAME"));
        terminal.send("exit\r");
        terminal.end();
    }
}

#[test]
fn where_no_shell_waits_there_is_none_to_go_back_to() {
    let mut terminal = Terminal::start(&[], 80, 24);
    terminal.wait_for("1961");
    terminal.send("\x1a");
    terminal.wait_for("Aucun shell auquel revenir");
    terminal.send("q");
    assert!(terminal.end().success());
}

/// Many events, so that reading them takes a while.
fn large(end: &str) -> Folder {
    let mut events = String::new();
    for index in 0..20_000 {
        let _ = writeln!(events, "  - {{id: e{index}, date: {:04}, title: Event {index}}}", index % 2000);
    }
    Folder::with(&[("large.yaml", &format!("title: Large\nevents:\n{events}{end}"))])
}

#[test]
fn a_large_timeline_is_waited_for_on_a_screen_that_can_be_left() {
    let folder = large("");
    let path = folder.path().join("large.yaml").display().to_string();
    for keys in ["q", "\x03", "\x1b"] {
        let mut terminal = Terminal::start(&[&path], 80, 24);
        terminal.wait_for("Lecture de");
        terminal.send(keys);
        assert!(terminal.end().success());
        assert!(terminal.is_restored());
    }
    let mut terminal = Terminal::start(&[&path, "--at", "e7"], 80, 24);
    terminal.wait_for("Lecture de");
    terminal.resize(60, 20);
    terminal.send("j");
    terminal.wait_for("Event");
    terminal.wait_for("Large");
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn a_large_timeline_that_cannot_be_read_is_told_of_where_one_came_from() {
    let folder = large("  - [\n");
    let path = folder.path().join("large.yaml").display().to_string();
    for arguments in [&[&*path][..], &["--at", "nowhere", &path]] {
        let mut terminal = Terminal::start(arguments, 80, 24);
        let status = terminal.end();
        assert_eq!(status.exit_code(), 2);
        assert!(terminal.is_restored());
        assert!(terminal.text().contains("error"), "{}", terminal.text());
    }
}

#[test]
fn the_smallest_terminals_are_lived_with() {
    let mut terminal = Terminal::start(&[], 1, 1);
    terminal.wait_for_bytes("\x1b[?2026l", 1);
    terminal.resize(80, 24);
    terminal.wait_for("1961");
    terminal.send("q");
    assert!(terminal.end().success());
    let mut terminal = Terminal::start(&[], 0, 0);
    terminal.wait_for("1961");
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let mut terminal = Terminal::start(&[], 80, 24);
    terminal.wait_for("1961");
    assert!(!terminal.hang_up().success());
}

fn resident(terminal: &Terminal) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", terminal.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn ten_thousand_resizes_cost_no_memory() {
    let mut terminal = Terminal::start(&[], 80, 24);
    terminal.wait_for("1961");
    let mut after_some = 0;
    for index in 0..10_000u16 {
        terminal.resize(60 + index % 101, 20 + index % 31);
        if index % 50 == 0 {
            // It has come so far: the size it last drew is the one it has.
            terminal.resize(100, 30);
            let drawn = terminal.raw().len();
            terminal.send("\x0c");
            terminal.wait_until_all("a frame", |terminal| terminal.raw().len() > drawn);
        }
        if index == 2_000 {
            after_some = resident(&terminal);
        }
    }
    let growth = resident(&terminal).saturating_sub(after_some);
    assert!(growth < 1_024, "{growth} kB more after 8,000 resizes, of {after_some} kB");
    terminal.send("q");
    assert!(terminal.end().success());
}
