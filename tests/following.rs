//! A talk on one terminal, and those on others that follow it.
#![cfg(unix)]

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use frise::app::briefing::PresenterState;
use frise::relay::{self, Follower, Heard};

use crate::support::Folder;
use crate::support::terminal::Terminal;

/// Longer than anything here takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(30);

struct Room {
    runtime: Folder,
}

impl Room {
    fn new() -> Self {
        Self { runtime: Folder::new() }
    }

    fn open(&self, arguments: &[&str]) -> Terminal {
        let runtime = self.runtime.path().display().to_string();
        Terminal::start_with(arguments, 80, 24, &[("XDG_RUNTIME_DIR", &runtime)])
    }

    fn folder(&self) -> PathBuf {
        self.runtime.path().join("frise")
    }

    /// The sockets in the folder.
    fn sockets(&self) -> usize {
        fs::read_dir(self.folder()).map_or(0, Iterator::count)
    }

    /// Hears everything that a follower hears.
    fn listen(&self) -> (Follower, Receiver<Heard<PresenterState>>) {
        let (sender, heard) = mpsc::channel();
        let folder = relay::Folder::at(self.folder()).unwrap();
        (Follower::start(folder, move |what| sender.send(what).is_ok()), heard)
    }
}

fn told(heard: &Receiver<Heard<PresenterState>>) -> PresenterState {
    match heard.recv_timeout(PATIENCE) {
        Ok(Heard::Told(told)) => told,
        other => panic!("{other:?}"),
    }
}

#[test]
fn they_find_each_other_in_either_order() {
    let room = Room::new();
    let mut notes = room.open(&["notes"]);
    notes.wait_for("En attente d’un briefing");
    let mut talk = room.open(&["brief"]);
    notes.wait_for("1/9");
    let mut screen = room.open(&["follow"]);
    screen.wait_for("années 1940 – juin 2024");
    notes.send("  ");
    for terminal in [&mut talk, &mut screen, &mut notes] {
        terminal.wait_for("accède au pouvoir à la fin des");
    }
    notes.wait_for("Une seule source, et un paragraphe de rappel");
    // What the audience sees stands still, on its other screens, too.
    notes.send("F");
    notes.wait_for("FIGÉ");
    notes.send("J");
    notes.wait_for("1961 · Le traité");
    notes.send("F");
    talk.wait_for("11 ans plus tard");
    screen.wait_for("11 ans plus tard");
    notes.send("b");
    notes.wait_for("NOIR");
    talk.wait_until("nothing", |text| text.trim().is_empty());
    screen.wait_until("nothing", |text| text.trim().is_empty());
    talk.send("q");
    assert!(talk.end().success());
    for terminal in [&mut screen, &mut notes] {
        terminal.wait_for("Le briefing est terminé");
        terminal.send("q");
        assert!(terminal.end().success());
        assert!(terminal.is_restored());
    }
    assert_eq!(room.sockets(), 0);
}

/// None is lost and none comes out of order, whoever asks for them.
#[test]
fn a_thousand_moves_are_followed() {
    let room = Room::new();
    let mut talk = room.open(&["brief", "--depth", "all"]);
    talk.wait_for("1/19");
    let (_follow, heard) = room.listen();
    let mut last = told(&heard);
    let mut notes = room.open(&["notes"]);
    notes.wait_for("1/19");
    for round in 0..10 {
        let (terminal, keys) = match round % 4 {
            0 => (&mut notes, " "),
            1 => (&mut talk, "h"),
            2 => (&mut talk, " "),
            _ => (&mut notes, "h"),
        };
        terminal.send(&keys.repeat(100));
        for _ in 0..100 {
            let next = told(&heard);
            assert_eq!(next.number, last.number + 1);
            assert_ne!(next.place, last.place);
            last = next;
        }
    }
    // Where 1,000 presses to and fro lead.
    notes.wait_for("1/19");
    talk.wait_for("1/19");
}

#[test]
fn who_is_killed_takes_nobody_along() {
    let room = Room::new();
    let mut talk = room.open(&["brief"]);
    talk.wait_for("1/9");
    let mut notes = room.open(&["notes"]);
    notes.wait_for("1/9");
    notes.signal("KILL");
    notes.end();
    talk.send("J");
    talk.wait_for("2/9");
    let mut notes = room.open(&["notes"]);
    notes.wait_for("2/9");
    talk.signal("KILL");
    talk.end();
    notes.wait_for("Le briefing est terminé");
    assert_eq!(room.sockets(), 0, "what it left behind is removed");
    let mut talk = room.open(&["brief"]);
    talk.wait_for("1/9");
    notes.wait_for("1/9");
    // Nobody follows when it is killed: the next one cleans up.
    notes.send("q");
    assert!(notes.end().success());
    talk.signal("KILL");
    talk.end();
    assert_eq!(room.sockets(), 1);
    let mut talk = room.open(&["brief"]);
    talk.wait_for("1/9");
    let mut notes = room.open(&["notes"]);
    notes.wait_for("1/9");
    assert_eq!(room.sockets(), 1);
    for signal in ["TERM", "HUP"] {
        talk.signal(signal);
        talk.end();
        assert!(talk.is_restored());
        notes.wait_for("Le briefing est terminé");
        assert_eq!(room.sockets(), 0);
        talk = room.open(&["brief"]);
        notes.wait_for("1/9");
    }
}

/// A talk begun in the browser can be followed as long as it lasts; its timeline is the file that the browser shows.
#[test]
fn a_talk_begun_in_the_browser_is_followed_too() {
    let room = Room::new();
    let yaml = "title: Une autre\nlanguage: fr\nevents:\n  - {id: a, date: 1900, title: Un début}\n  \
                - {id: b, date: 1950, title: Une fin, notes: Parler lentement}\n";
    let files = Folder::with(&[("timeline.yaml", yaml)]);
    let path = files.path().display().to_string();
    let mut browser = room.open(&[&path]);
    browser.wait_for("Une fin");
    let mut notes = room.open(&["notes"]);
    notes.wait_for("En attente");
    browser.send("j\x1b[15~");
    browser.wait_for("3/3");
    // In letters of the terminal.
    notes.wait_for("3/3");
    notes.send("-");
    notes.wait_for("Parler lentement");
    files.write("timeline.yaml", yaml.replace("lentement", "fort"));
    notes.wait_for("Parler fort");
    browser.send("q");
    notes.wait_for("Le briefing est terminé");
    browser.wait_for("Un début");
    browser.send("q");
    assert!(browser.end().success());
}

#[test]
fn a_folder_for_sockets_that_cannot_be_had_is_told_and_the_talk_goes_on() {
    let folder = Folder::with(&[("frise", "a file")]);
    let runtime = folder.path().display().to_string();
    let env = [("XDG_RUNTIME_DIR", &*runtime), ("TMPDIR", "/nowhere")];
    let mut talk = Terminal::start_with(&["brief"], 80, 24, &env);
    talk.wait_for("Personne ne peut suivre ce briefing");
    talk.send(" ");
    talk.wait_for("2/9");
    let mut notes = Terminal::start_with(&["notes"], 80, 24, &env);
    assert!(!notes.end().success());
}

#[test]
fn who_begins_in_the_browser_learns_that_nobody_can_follow() {
    let folder = Folder::with(&[("file", "")]);
    let runtime = folder.path().join("file").display().to_string();
    let env = [("XDG_RUNTIME_DIR", &*runtime), ("TMPDIR", "/nowhere")];
    let mut browser = Terminal::start_with(&[], 80, 24, &env);
    browser.wait_for("mot pour mot");
    browser.send("\x1b[15~");
    browser.wait_for("Personne ne peut suivre ce briefing");
}

/// The timeline of a briefing that is over is no longer followed, whatever becomes of its file.
#[test]
fn what_was_followed_before_comes_back_no_more() {
    let room = Room::new();
    let timeline = |name: &str| {
        format!("title: {name}\nlanguage: fr\nevents: [{{id: e, date: 1961, title: Le premier de {name}}}]\n")
    };
    let folder = Folder::with(&[("a.yaml", &timeline("Alpha")), ("b.yaml", &timeline("Beta"))]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut screen = room.open(&["follow"]);
    let mut first = room.open(&["brief", &path("a.yaml")]);
    screen.wait_for("1961");
    first.send("  ");
    screen.wait_for("Le premier de Alpha");
    first.send("q");
    assert!(first.end().success());
    screen.wait_for("Le briefing est terminé");
    let mut second = room.open(&["brief", &path("b.yaml")]);
    second.send("  ");
    screen.wait_for("Le premier de Beta");
    folder.write("a.yaml", timeline("Alpha").replace("premier", "dernier"));
    // Longer than a reader waits for an editor to be done.
    std::thread::sleep(Duration::from_millis(500));
    screen.send("\x0c");
    screen.resize(90, 24);
    screen.wait_until("Beta alone", |text| text.contains("Le premier de Beta") && !text.contains("Alpha"));
    second.send("k");
    screen.wait_for("Le premier de Beta");
    assert!(!screen.text().contains("Alpha"), "{}", screen.text());
}
