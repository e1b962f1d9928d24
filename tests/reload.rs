//! A timeline that is saved anew: what stays, what goes.

use std::sync::Arc;

use frise::app::{Effect, Message, Pane, Reloaded, State, update};
use frise::i18n::Lang;
use frise::load::{self, Draft, Input};

use crate::support::{Folder, browser, press, screen};

const YAML: &str = "\
title: T
language: en
sources:
  - {id: a, text: a.txt}
  - {id: b, text: b.txt}
events:
  - {id: one, date: 1901, title: Event one}
  - id: two
    date: 1902
    title: Event two
    quotes:
      - {source: a, exact: alpha}
      - {source: b, exact: beta}
    subevents:
      - {id: in, date: 1902, title: Inside}
  - {id: three, date: 1903, title: Event three}
  - {id: four, date: 1904, title: Event four}
";

struct Fixture {
    folder: Folder,
    state: State,
}

impl Fixture {
    fn new(keys: &str) -> Self {
        let articles = [("a.txt", "one\n\nalpha"), ("b.txt", "x\n\ny\n\nbeta\n\nz"), ("timeline.yaml", YAML)];
        let folder = Folder::with(&articles);
        let draft = Arc::new(read(&folder));
        let mut state = browser(&draft, Lang::En, (120, 36));
        press(&mut state, keys);
        Self { folder, state }
    }

    /// Saves the timeline with `from` replaced by `to`.
    fn save(&mut self, from: &str, to: &str) {
        assert!(YAML.contains(from));
        self.folder.write("timeline.yaml", YAML.replacen(from, to, 1));
        let draft = Arc::new(read(&self.folder));
        let proof = Arc::new(draft.prove());
        let reloaded = Reloaded::new(&self.state.draft, draft, proof);
        update(&mut self.state, Message::Reloaded(Box::new(reloaded)));
    }

    fn at(&self) -> (&str, Pane) {
        (&self.state.timeline().events[self.state.event()].id, self.state.history.top().pane())
    }

    fn edit(&mut self) -> (String, usize) {
        let effects = press_one(&mut self.state, "E");
        let [Effect::Edit { path, line }] = &effects[..] else { panic!("{effects:?}") };
        (path.file_name().unwrap().to_str().unwrap().to_owned(), *line)
    }
}

fn read(folder: &Folder) -> Draft {
    load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap()
}

fn press_one(state: &mut State, key: &str) -> Vec<Effect> {
    let key = frise::keymap::Key::parse(key).unwrap()[0];
    update(state, Message::Key(key))
}

const BEFORE: (&str, &str) = ("events:\n", "events:\n  - {id: zero, date: 1900, title: Event zero}\n");

#[test]
fn one_stays_where_one_was() {
    for (keys, (from, to), expected) in [
        ("3G", BEFORE, ("three", Pane::List)),
        ("3G", ("Event three", "Something else"), ("three", Pane::List)),
        ("3G", ("1903", "1800"), ("three", Pane::List)),
        ("2G Enter", BEFORE, ("two", Pane::Detail)),
        ("2G Space j", BEFORE, ("in", Pane::List)),
        ("2G Enter G Enter", BEFORE, ("in", Pane::Detail)),
        ("2G Enter j Enter", BEFORE, ("two", Pane::Reader)),
        ("2G s", BEFORE, ("two", Pane::Sources)),
        ("2G !", BEFORE, ("two", Pane::Problems)),
        ("3G ?", BEFORE, ("three", Pane::List)),
        // What has vanished leaves one next to where it was.
        ("3G", ("  - {id: three, date: 1903, title: Event three}\n", ""), ("four", Pane::List)),
        ("G", ("  - {id: four, date: 1904, title: Event four}\n", ""), ("three", Pane::List)),
        ("2G Space j", ("      - {id: in, date: 1902, title: Inside}", "      []"), ("two", Pane::List)),
        ("2G s j Enter", ("  - {id: b, text: b.txt}\n", ""), ("two", Pane::Sources)),
    ] {
        let mut fixture = Fixture::new(keys);
        fixture.save(from, to);
        assert_eq!(fixture.at(), expected, "{keys} {to}");
        screen::text(&fixture.state);
    }
}

#[test]
fn the_selected_quote_stays_selected() {
    let quote = |fixture: &Fixture| {
        let quote = fixture.state.reading().and_then(|reader| reader.quote).unwrap();
        fixture.state.timeline().quotes[quote].exact.clone()
    };
    let new = ("    quotes:\n", "    quotes:\n      - {source: a, exact: one}\n");
    for (keys, (from, to), expected) in [
        ("2G Enter j", new, "beta"),
        ("2G Enter j Enter", new, "beta"),
        ("2G Enter j", ("beta", "bet"), "bet"),
        ("2G Enter j", ("      - {source: a, exact: alpha}\n", ""), "beta"),
        ("2G Enter j", ("      - {source: b, exact: beta}\n", ""), "alpha"),
    ] {
        let mut fixture = Fixture::new(keys);
        press(&mut fixture.state, "");
        fixture.save(from, to);
        assert_eq!(quote(&fixture), expected, "{keys} {to}");
    }
}

#[test]
fn what_was_unfolded_and_where_one_was_before_stay() {
    let mut fixture = Fixture::new("2G Enter j Enter H H gg");
    press(&mut fixture.state, "4G");
    fixture.save(BEFORE.0, BEFORE.1);
    press(&mut fixture.state, "L L");
    assert_eq!(fixture.at(), ("two", Pane::Reader));
    let mut fixture = Fixture::new("2G Space G");
    fixture.save(BEFORE.0, BEFORE.1);
    assert!(screen::text(&fixture.state).contains("Inside"));
}

#[test]
fn a_broken_save_leaves_the_last_good_one_readable() {
    let mut fixture = Fixture::new("3G");
    fixture.folder.write("timeline.yaml", "title: [\n");
    let path = fixture.folder.path().join("timeline.yaml");
    let failure = load::read(&Input::File(path.clone())).unwrap_err();
    update(&mut fixture.state, Message::Unreadable(Arc::new(failure)));
    let shown = screen::text(&fixture.state);
    assert!(shown.contains("The saved file cannot be read: !") && shown.contains("Event three"), "{shown}");
    press(&mut fixture.state, "!");
    assert!(screen::text(&fixture.state).contains("timeline.yaml:"), "{}", screen::text(&fixture.state));
    assert_eq!(fixture.edit().0, "timeline.yaml");
    std::fs::remove_file(&path).unwrap();
    let failure = load::read(&Input::File(path)).unwrap_err();
    update(&mut fixture.state, Message::Unreadable(Arc::new(failure)));
    assert!(screen::text(&fixture.state).contains("no such file"), "{}", screen::text(&fixture.state));
    fixture.save("Event one", "Event won");
    let shown = screen::text(&fixture.state);
    assert!(!shown.contains("cannot be read"), "{shown}");
    press(&mut fixture.state, "Esc");
    assert!(screen::text(&fixture.state).contains("Event won"));
}

#[test]
fn the_header_says_it_on_every_screen() {
    for (lang, words) in [(Lang::Fr, "illisible\u{a0}: !"), (Lang::En, "unreadable: !")] {
        let mut fixture = Fixture::new("");
        fixture.folder.write("timeline.yaml", "title: [\n");
        let path = fixture.folder.path().join("timeline.yaml");
        let failure = Arc::new(load::read(&Input::File(path)).unwrap_err());
        fixture.state.display.lang = lang;
        update(&mut fixture.state, Message::Unreadable(failure));
        update(&mut fixture.state, Message::Resize(40, 12));
        let shown = screen::text(&fixture.state);
        let long = ["ne se lit pas\u{a0}: !", "cannot be read: !"].iter().any(|long| shown.contains(long));
        assert!(shown.contains(words) || long, "{shown}");
    }
}

#[test]
fn the_editor_opens_at_what_is_selected() {
    for (keys, expected) in [
        ("", ("timeline.yaml", 7)),
        ("3G", ("timeline.yaml", 16)),
        ("2G Space j", ("timeline.yaml", 15)),
        ("2G Enter", ("timeline.yaml", 12)),
        ("2G Enter j", ("timeline.yaml", 13)),
        ("2G Enter G", ("timeline.yaml", 15)),
        ("2G Enter j Enter", ("b.txt", 5)),
        ("s", ("timeline.yaml", 4)),
        ("s j", ("timeline.yaml", 5)),
        ("s j Enter", ("b.txt", 1)),
    ] {
        let mut fixture = Fixture::new(keys);
        let (file, line) = fixture.edit();
        assert_eq!((&*file, line), expected, "{keys}");
    }
}

#[test]
fn the_built_in_timeline_has_no_file() {
    let mut state = browser(&crate::support::builtin(), Lang::Fr, (120, 36));
    for key in ["E", "R"] {
        assert_eq!(press_one(&mut state, key), []);
        assert!(screen::text(&state).contains("La frise intégrée n’a pas de fichier"));
    }
}

/// Ten thousand sizes, and what is kept does not grow with them.
#[test]
fn resizes_leave_nothing_behind() {
    let mut state = Fixture::new("2G Enter").state;
    update(&mut state, Message::Resize(80, 24));
    let mut sizes = (0..10_000u32).map(|index| (1 + index * 7 % 210, 1 + index * 11 % 60));
    let first = screen::text(&state);
    sizes.by_ref().for_each(|(columns, rows)| {
        update(&mut state, Message::Resize(columns.try_into().unwrap(), rows.try_into().unwrap()));
    });
    update(&mut state, Message::Resize(80, 24));
    assert_eq!(screen::text(&state), first);
}
