//! What a terminal says, late, torn and never ended, and what it is told.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::support::Folder;
use crate::support::terminal::{QUESTION, Terminal};

const LIGHT: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
/// The question is not answered any more after this.
const NEVER: Duration = Duration::from_millis(1_600);

fn browser() -> Terminal {
    let mut terminal = Terminal::start(&["--lang", "en"], 80, 24);
    terminal.wait_for("✓");
    terminal
}

/// Passes some time, in which nothing need be said.
fn pass(terminal: &mut Terminal, milliseconds: u64) {
    terminal.is_silent_for(Duration::from_millis(milliseconds));
}

/// Waits until the keys do what they do, whatever was sent before: the themes are gone through, and back.
fn keys_work(terminal: &mut Terminal) {
    terminal.send("?");
    terminal.wait_until("help", |screen| screen.contains("/ searches"));
    terminal.send("\x1b");
    terminal.wait_until("no help", |screen| screen.contains("1961") && !screen.contains("/ searches"));
}

fn row(terminal: &Terminal) -> u16 {
    terminal.screen().cursor_position().0
}

#[test]
fn a_key_torn_in_two_is_one_key() {
    for (begin, end) in
        [("\x1b", "[B"), ("\x1b[", "B"), ("\x1b[1;5", "B"), ("\x1bO", "B"), ("\x1b[<65;3", ";9M")]
    {
        let mut terminal = browser();
        let before = row(&terminal);
        terminal.send(begin);
        pass(&mut terminal, 30);
        terminal.send(end);
        if begin.contains('<') || begin.contains(';') {
            keys_work(&mut terminal);
        } else {
            terminal.wait_until_all("the next row", |terminal| row(terminal) > before);
        }
        assert!(terminal.text().contains("1961"), "{begin:?}\n{}", terminal.text());
        terminal.send("q");
        assert!(terminal.end().success());
    }
}

#[test]
fn a_letter_torn_in_two_is_one_letter() {
    let mut terminal = browser();
    terminal.send("/trait");
    terminal.send_bytes(b"\xc3");
    pass(&mut terminal, 30);
    terminal.send_bytes(b"\xa9");
    terminal.wait_for("traité");
}

#[test]
fn the_key_escape_is_a_key() {
    let mut terminal = browser();
    terminal.send("?");
    terminal.wait_for("/ searches");
    terminal.send("\x1b");
    terminal.wait_until("no help", |screen| !screen.contains("/ searches"));
}

#[test]
fn the_background_is_followed_however_late_it_is_told() {
    for delay in [10, 90, 200, 1_200] {
        let mut terminal = Terminal::start(&["--lang", "en"], 80, 24).without_answer();
        terminal.wait_for_bytes(QUESTION, 1);
        terminal.wait_for("✓");
        pass(&mut terminal, delay);
        terminal.send(LIGHT);
        terminal.wait_until_all("a light screen", |terminal| {
            terminal.screen().cell(0, 0).expect("a cell").bgcolor() != vt100::Color::Idx(234)
        });
        keys_work(&mut terminal);
        terminal.send("q");
        assert!(terminal.end().success());
    }
}

/// Whoever leaves before the answer leaves nothing to the shell.
#[test]
fn no_answer_is_left_to_the_shell() {
    for delay in [10, 90, 200, 1_200] {
        for leave in ["q", "\x1a"] {
            let env = [
                ("PS1", "READY$ "),
                ("F", env!("CARGO_BIN_EXE_frise")),
                ("PATH", "/usr/bin:/bin"),
                ("HISTFILE", ""),
            ];
            let bash = Path::new("/bin/bash");
            let mut terminal =
                Terminal::run(bash, &["--norc", "--noprofile", "-i"], 80, 24, &env).without_answer();
            terminal.wait_for("READY$");
            terminal.send("$F\r");
            terminal.wait_for_bytes(QUESTION, 1);
            terminal.send(leave);
            pass(&mut terminal, delay);
            terminal.send(LIGHT);
            terminal.wait_until_all("the shell", |terminal| {
                !terminal.screen().alternate_screen() && terminal.text().trim_end().ends_with("READY$")
            });
            terminal.send("echo ov''er\r");
            terminal.wait_for("over\n");
            assert!(!terminal.text().contains("rgb"), "{}", terminal.text());
        }
    }
}

#[test]
fn strings_from_the_terminal_are_never_keys() {
    let mut terminal = browser();
    for text in [
        "\x1bP1$r2 q\x1b\\",
        "\x1bP>|XTerm(390)q\x1b\\",
        "\x1b]Lquit\x1b\\",
        "\x1b]52;c;cXVpdA==\x07",
        "\x1b_Gi=31;OK q\x1b\\",
        "\x1b^quit\x1b\\",
        "\x1bXquit\x1b\\",
        "\x1b[?997;1n\x1b[?2026;2$y\x1b[>1;10;0c\x1b[?62;22c\x1b[5;1R\x1b[8;24;80t",
        "\x1b]11;rgb:ffff/",
    ] {
        terminal.send(text);
    }
    pass(&mut terminal, 2_100);
    keys_work(&mut terminal);
    // Torn.
    terminal.send("\x1bP1$r2 q");
    pass(&mut terminal, 300);
    terminal.send("quit\x1b");
    pass(&mut terminal, 30);
    terminal.send("\\");
    keys_work(&mut terminal);
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn what_never_ends_does_not_keep_the_keyboard() {
    for begin in ["\x1b[200~quit\r", "\x1b]11;", "\x1bP", "\x1b_q", "\x1b[1;", "\x1b[<0;1", "\x1bO"] {
        let mut terminal = browser();
        terminal.send(begin);
        pass(&mut terminal, 2_200);
        keys_work(&mut terminal);
        terminal.send("q");
        assert!(terminal.end().success(), "{begin:?}");
    }
}

#[test]
fn keys_that_are_let_go_are_not_pressed() {
    let mut terminal = browser();
    let before = row(&terminal);
    terminal.send("\x1b[106;1:3u\x1b[113;1:3u\x1b[1;1:3B");
    keys_work(&mut terminal);
    terminal.wait_until_all("the same row", |terminal| row(terminal) == before);
    terminal.send("\x1b[106;1:1u");
    terminal.wait_until_all("the next row", |terminal| row(terminal) > before);
}

#[test]
fn nothing_wakes_up_while_nothing_happens() {
    let folder = Folder::with(&[("timeline.yaml", "title: T\nevents:\n  - {date: 1961, title: Event}\n")]);
    let path = folder.path().display().to_string();
    for arguments in [&[][..], &[&*path]] {
        let mut terminal = Terminal::start(arguments, 80, 24);
        terminal.wait_for("1961");
        while !terminal.is_silent_for(NEVER) {}
        let before = switches(&terminal);
        assert!(terminal.is_silent_for(Duration::from_secs(2)));
        assert_eq!(switches(&terminal), before, "{arguments:?}");
    }
}

/// How often the threads of the program have been woken up.
fn switches(terminal: &Terminal) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{}/task", terminal.id())).unwrap();
    let of_task = |status: String| -> u64 {
        let lines = status.lines().filter(|line| line.starts_with("voluntary_ctxt_switches"));
        lines.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).sum()
    };
    tasks.map(|task| of_task(fs::read_to_string(task.unwrap().path().join("status")).unwrap())).sum()
}

#[test]
fn a_terminal_of_any_size_is_lived_with() {
    let mut terminal = browser();
    for (columns, rows) in [(20_000, 20_000), (u16::MAX, u16::MAX), (u16::MAX, 1), (1, u16::MAX)] {
        terminal.claim_size(columns, rows);
        pass(&mut terminal, 50);
    }
    terminal.resize(80, 24);
    terminal.send("\x0c");
    terminal.wait_for("1961");
    keys_work(&mut terminal);
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn sixteen_colours_are_sent_as_old_terminals_know_them() {
    let mut terminal = Terminal::start(&["--color", "16"], 80, 24);
    terminal.wait_for("✓");
    terminal.send("q");
    terminal.end();
    let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
    assert!(!raw.contains("38;5;") && !raw.contains("48;5;") && !raw.contains("38;2;"), "{raw:?}");
    assert!(raw.contains("\x1b[3") || raw.contains("\x1b[9"), "{raw:?}");
}

/// Signs of several code points, with the letters behind them: whatever a terminal makes of the signs, the letters have
/// their columns.
#[test]
fn letters_keep_their_columns_behind_any_sign() {
    let title = "A 👩\u{200d}🏫 B 🏳\u{fe0f}\u{200d}🌈 C 🇫🇷 D ♻\u{fe0f} E";
    let folder = Folder::with(&[(
        "timeline.yaml",
        &format!("title: T\nevents:\n  - {{date: 1961, title: {title}}}\n"),
    )]);
    let path = folder.path().display().to_string();
    let mut terminal = Terminal::start(&[&path], 120, 30);
    terminal.wait_for("1961");
    while !terminal.is_silent_for(Duration::from_millis(200)) {}
    let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
    for sign in ["👩\u{200d}🏫", "🏳\u{fe0f}\u{200d}🌈", "🇫🇷", "♻\u{fe0f}"] {
        for (at, _) in raw.match_indices(sign) {
            let behind = &raw[at + sign.len()..];
            let next = behind
                .find(|c: char| c == ' ' || c.is_alphanumeric() && !behind.starts_with('\x1b'))
                .unwrap_or(0);
            assert!(
                behind.starts_with('\x1b') && behind[..next.max(20)].contains('H'),
                "{sign}: {:?}",
                &behind[..30]
            );
        }
    }
}

#[test]
fn what_is_said_of_the_clipboard_is_true() {
    let mut terminal = browser();
    terminal.send("jyy");
    terminal.wait_for_bytes("\x1b]52;c;", 1);
    terminal.wait_for("Sent to the terminal");
    let mut terminal = Terminal::start_with(&["--lang", "en"], 80, 24, &[("TERM", "linux")]);
    terminal.wait_for("1961");
    terminal.send("jyy");
    terminal.wait_for("Not copied");
    assert!(!String::from_utf8_lossy(terminal.raw()).contains("\x1b]52"));
}

fn timeline(title: &str) -> String {
    format!(
        "title: T\nlanguage: fr\nsources:\n  - {{id: a, text: texts/a.txt}}\nevents:\n  - id: one\n    date: 1961\n    \
         title: {title}\n    quotes:\n      - {{source: a, exact: alpha}}\n"
    )
}

/// Folders and links, as tools that save or deploy put new ones in the place of old ones.
#[test]
fn whatever_takes_the_place_of_a_file_is_followed() {
    let folder = Folder::with(&[("one/timeline.yaml", &timeline("Un"))]);
    let at = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink("one", at("now")).unwrap();
    let path = at("now").display().to_string();
    let mut terminal = Terminal::start(&[&path], 100, 30);
    terminal.wait_for("Un");
    // The folder of an article is made later.
    while !terminal.is_silent_for(Duration::from_millis(500)) {}
    folder.write("one/texts/a.txt", "alpha");
    terminal.wait_for("✓ Doc. 1");
    // A link to a folder points elsewhere.
    folder.write("two/timeline.yaml", timeline("Deux"));
    std::os::unix::fs::symlink("two", at("next")).unwrap();
    fs::rename(at("next"), at("now")).unwrap();
    terminal.wait_for("Deux");
    // A folder is renamed, and another one gets its name.
    folder.write("three/timeline.yaml", timeline("Trois"));
    fs::rename(at("two"), at("old")).unwrap();
    fs::rename(at("three"), at("two")).unwrap();
    terminal.wait_for("Trois");
    // It is removed and made again.
    fs::remove_dir_all(at("two")).unwrap();
    terminal.wait_for("ne se lit pas");
    folder.write("two/timeline.yaml", timeline("Quatre"));
    terminal.wait_for("Quatre");
    // An article is a link that points elsewhere.
    folder.write("two/b.txt", "alpha");
    folder.write("two/c.txt", "beta");
    fs::create_dir(at("two/texts")).unwrap();
    std::os::unix::fs::symlink("../c.txt", at("two/texts/a.txt")).unwrap();
    terminal.wait_for("introuvable");
    std::os::unix::fs::symlink("../b.txt", at("two/texts/b")).unwrap();
    fs::rename(at("two/texts/b"), at("two/texts/a.txt")).unwrap();
    terminal.wait_for("✓ Doc. 1");
}

#[test]
fn a_terminal_without_a_screen_gets_whole_words() {
    let title = "Constantinople conquise par les Ottomans";
    let yaml = format!("title: T\nevents:\n  - {{date: 1453, title: {title}, summary: {title} {title}}}\n");
    let folder = Folder::with(&[("timeline.yaml", &yaml)]);
    let path = folder.path().display().to_string();
    let mut terminal = Terminal::start_with(&[&path], 30, 40, &[("TERM", "dumb")]);
    terminal.end();
    let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
    assert!(!raw.contains('\x1b'), "{raw:?}");
    let text = terminal.text();
    for word in title.split(' ') {
        assert_eq!(text.matches(word).count(), 3, "{word}:\n{text}");
    }
}

#[test]
fn a_planted_runtime_folder_is_told_of_as_what_it_is() {
    let folder = Folder::with(&[("frise", "a file")]);
    let runtime = folder.path().display().to_string();
    let env = [("XDG_RUNTIME_DIR", &*runtime), ("TMPDIR", "/nowhere")];
    let mut notes = Terminal::start_with(&["notes"], 120, 24, &env);
    assert_eq!(notes.end().exit_code(), 2);
    assert!(notes.text().contains("is not a folder of your own"), "{}", notes.text());
    assert!(!notes.text().contains("could not write"), "{}", notes.text());
}

/// Where the runtime folder has too long a path for a socket, all sides meet elsewhere; where there is no other, all
/// are told, and nobody waits.
#[test]
fn a_runtime_folder_with_too_long_a_path_is_no_trap() {
    let long = Folder::new();
    let runtime = long.path().join("a".repeat(100));
    let short = std::env::temp_dir().join(format!("frise-t{}", std::process::id()));
    fs::create_dir_all(&runtime).unwrap();
    fs::create_dir_all(&short).unwrap();
    let (runtime, short) = (runtime.display().to_string(), short.display().to_string());
    let env = [("XDG_RUNTIME_DIR", &*runtime), ("TMPDIR", &*short)];
    let mut briefing = Terminal::start_with(&["brief"], 80, 24, &env);
    briefing.wait_for("1/9");
    let mut notes = Terminal::start_with(&["notes"], 80, 24, &env);
    notes.wait_for("1/9");
    let env = [("XDG_RUNTIME_DIR", &*runtime), ("TMPDIR", &*runtime)];
    let mut briefing = Terminal::start_with(&["brief"], 80, 24, &env);
    briefing.wait_for("Personne ne peut suivre");
    let mut notes = Terminal::start_with(&["notes"], 200, 24, &env);
    assert_eq!(notes.end().exit_code(), 2);
    assert!(notes.text().contains("too long"), "{}", notes.text());
    fs::remove_dir_all(short).unwrap();
}

/// Nobody writes to it, and nobody waits for somebody who does.
#[test]
fn settings_that_are_a_pipe_are_not_waited_for() {
    let folder = Folder::new();
    let pipe = folder.path().join("config.toml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let pipe = pipe.display().to_string();
    let mut terminal = Terminal::start_with(&["config"], 120, 40, &[("FRISE_CONFIG", &pipe)]);
    terminal.end();
    assert!(terminal.text().contains("it is not a file"), "{}", terminal.text());
}
