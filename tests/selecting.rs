//! A passage selected in an article, copied as YAML, written into the timeline and taken back.

use std::fmt::Write;
use std::fs;
use std::sync::Arc;

use frise::app::{
    Effect, FileChange, Message, Mouse, MouseKind, Overlay, Reloaded, State, Unwritten, update,
};
use frise::command::Scope;
use frise::evidence::Anchor;
use frise::i18n::Lang;
use frise::keymap::Key;
use frise::load::{self, Draft, Input};
use proptest::prelude::*;

use crate::support::{Folder, answer_questions, browser, builtin, press, screen, type_text};

const ARTICLE: &str = "Le phare, allumé.\n\nLe phare est allumé hier. « La mer est moins noire », a dit le maire. Il pleut.\n\
                       La foule était de 1 500 personnes, dit-on. Fin.\n";

const YAML: &str = "\u{feff}# Mine.\r
title: T\r
language: fr\r
sources: [{id: a, text: a.txt, issued: 1907-03-02}]\r
events:\r
  - id: one # the first\r
    date: 1907\r
    title: Le phare\r
    quotes:\r
      - {source: a, exact: \"La mer est moins noire\"}\r
\r
  # Another.\r
  - id: two\r
    date: 1908\r
    title: La foule\r
";

struct Fixture {
    folder: Folder,
    state: State,
}

impl Fixture {
    /// The article of the first quote, on a screen of its own.
    fn new() -> Self {
        let folder = Folder::with(&[("timeline.yaml", YAML), ("a.txt", ARTICLE)]);
        let mut state = browser(&Arc::new(read(&folder)), Lang::En, (80, 24));
        press(&mut state, "o");
        Self { folder, state }
    }

    fn yaml(&self) -> String {
        fs::read_to_string(self.folder.path().join("timeline.yaml")).unwrap()
    }

    /// Presses keys; the effects of the last of them.
    fn press(&mut self, keys: &str) -> Vec<Effect> {
        let (before, last) = keys.rsplit_once(' ').unwrap_or(("", keys));
        press(&mut self.state, before);
        let key = Key::parse(last).unwrap()[0];
        let effects = update(&mut self.state, Message::Key(key));
        answer_questions(&mut self.state, effects)
    }

    /// What is copied by `keys`.
    fn copied(&mut self, keys: &str) -> String {
        match &self.press(keys)[..] {
            [Effect::Copy(text)] => text.clone(),
            other => panic!("{keys}: {other:?}\n{}", screen::text(&self.state)),
        }
    }

    /// Does what the program does with a change, and shows what came of it.
    fn write(&mut self, effects: &[Effect]) {
        let [Effect::Write(change)] = effects else { panic!("{effects:?}") };
        let file = &change.path;
        let result = if fs::read(file).unwrap() == *change.old {
            fs::write(file, &change.new).unwrap();
            Ok(())
        } else {
            Err(Unwritten::Changed)
        };
        let is_written = result.is_ok();
        let after = update(&mut self.state, Message::Written(change.clone(), result));
        assert_eq!(after, if is_written { vec![Effect::Reload] } else { Vec::new() });
        let draft = Arc::new(read(&self.folder));
        let proof = Arc::new(draft.prove());
        let reloaded = Reloaded::new(&self.state.draft, draft, proof);
        update(&mut self.state, Message::Reloaded(Box::new(reloaded)));
    }
}

fn read(folder: &Folder) -> Draft {
    load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap()
}

fn exact(words: &str) -> String {
    format!("- source: a\n  exact: \"{words}\"\n")
}

#[test]
fn a_passage_is_selected_by_words_sentences_and_lines() {
    // The selection begins at the passage one has come to see: « La mer ….
    for (keys, expected) in [
        ("v w w y", exact("La mer est")),
        ("v 3w b y", exact("La mer est")),
        ("v Right Right Left y", exact("La mer")),
        ("v 4e y", exact("La mer est moins noire")),
        ("v ) y", exact("La mer est moins noire », a dit le maire.")),
        ("v ) ) y", exact("La mer est moins noire », a dit le maire. Il pleut.")),
        ("v ( y", exact("« La")),
        ("v J y", exact("« La mer est moins noire », a dit le maire.")),
        ("v J J y", exact("Il pleut.")),
        ("v J K y", exact("Le phare est allumé hier.")),
        ("v w o ( ( y", exact("Le phare est allumé hier. « La mer")),
        ("v J o w w y", exact("est moins noire », a dit le maire.")),
        ("v gg y", exact("Le phare, allumé.\\n\\nLe phare est allumé hier. « La")),
        ("v J J J Enter", exact("La foule était de 1 500 personnes, dit-on.")),
    ] {
        assert_eq!(Fixture::new().copied(keys), expected, "{keys}");
    }
    let mut fixture = Fixture::new();
    assert_eq!(fixture.copied("/ 5 0 0 Enter v y"), exact("1 500"));
    assert_eq!(fixture.state.scope(), Scope::Reader);
    assert!(screen::text(&fixture.state).contains("YAML of the quote sent to the clipboard"));
}

#[test]
fn words_that_stand_often_get_the_shortest_words_around_them() {
    let mut fixture = Fixture::new();
    let yaml = fixture.copied("/ p h a r e Enter v y");
    assert_eq!(yaml, "- source: a\n  exact: \"phare\"\n  suffix: \", allumé\"\n");
}

#[test]
fn a_selection_moves_over_lines_and_is_ended() {
    let mut fixture = Fixture::new();
    press(&mut fixture.state, "v j");
    assert!(screen::text(&fixture.state).contains("words selected"), "{}", screen::text(&fixture.state));
    let down = fixture.copied("y");
    assert!(down.starts_with("- source: a\n  exact: \"La mer est moins noire »"), "{down}");
    let end = fixture.copied("v $ y");
    assert!(end.lines().count() == 2 && end.len() > exact("La mer").len(), "{end}");
    for keys in ["v Esc", "v v"] {
        press(&mut fixture.state, keys);
        assert_eq!(fixture.state.scope(), Scope::Reader, "{keys}");
    }
    press(&mut fixture.state, "v Esc Esc");
    assert_ne!(fixture.state.scope(), Scope::Selection);
}

fn mouse(state: &mut State, kind: MouseKind, (column, row): (u16, u16)) {
    update(state, Message::Mouse(Mouse { kind, column, row }));
}

#[test]
fn the_mouse_selects_whole_words() {
    let mut fixture = Fixture::new();
    let place = |state: &State, word: &str| {
        let text = screen::text(state);
        let (row, line) = text.lines().enumerate().find(|(_, line)| line.contains(word)).unwrap();
        let column = line.split(word).next().unwrap().chars().count();
        (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
    };
    let start = place(&fixture.state, "llumé hier");
    let end = place(&fixture.state, "a dit");
    mouse(&mut fixture.state, MouseKind::Press, start);
    assert_eq!(fixture.state.scope(), Scope::Reader);
    mouse(&mut fixture.state, MouseKind::Drag, end);
    mouse(&mut fixture.state, MouseKind::Release, end);
    assert_eq!(fixture.state.scope(), Scope::Selection);
    assert_eq!(fixture.copied("y"), exact("allumé hier. « La mer est moins noire », a"));
    // A click lets it go.
    press(&mut fixture.state, "v");
    mouse(&mut fixture.state, MouseKind::Press, start);
    assert_eq!(fixture.state.scope(), Scope::Reader);
}

#[test]
fn a_quote_is_written_into_the_event_chosen_and_taken_back() {
    let mut fixture = Fixture::new();
    press(&mut fixture.state, "v J J J Y");
    assert!(matches!(fixture.state.overlay, Some(Overlay::Picker(_))));
    let shown = screen::text(&fixture.state);
    assert!(
        shown.contains("Add to:") && shown.contains("La foule") && shown.contains("+ New event"),
        "{shown}"
    );
    type_text(&mut fixture.state, "foule");
    let effects = fixture.press("Enter");
    fixture.write(&effects);
    let written = YAML.to_owned()
        + "    quotes:\r\n      - source: a\r\n        exact: \"La foule était de 1 500 personnes, dit-on.\"\r\n";
    assert_eq!(fixture.yaml(), written);
    let state = &fixture.state;
    assert_eq!(state.timeline().quotes.len(), 2);
    assert!(matches!(state.proof.as_ref().unwrap().anchors[1], Anchor::Exact(_)));
    assert!(
        screen::text(state).contains("Quote added to the timeline; to undo: u"),
        "{}",
        screen::text(state)
    );
    assert_eq!(state.scope(), Scope::Reader);
    let effects = fixture.press("u");
    fixture.write(&effects);
    assert_eq!(fixture.yaml(), YAML);
    assert!(screen::text(&fixture.state).contains("Quote taken out of the timeline"));
    assert!(fixture.press("u").is_empty());
    assert!(screen::text(&fixture.state).contains("Nothing to undo"));
}

#[test]
fn a_quote_can_become_an_event() {
    let mut fixture = Fixture::new();
    press(&mut fixture.state, "v J Y");
    type_text(&mut fixture.state, "Un mot du maire");
    let effects = fixture.press("Enter");
    fixture.write(&effects);
    let added = fixture.yaml().strip_prefix(YAML).unwrap().to_owned();
    assert_eq!(
        added.replace("\r\n", "\n"),
        "\n  - id: un-mot-du-maire\n    date: 1907-03-02\n    title: Un mot du maire\n    quotes:\n      - source: a\n        \
         exact: \"« La mer est moins noire », a dit le maire.\"\n"
    );
}

#[test]
fn what_was_changed_meanwhile_is_neither_written_over_nor_taken_back() {
    let mut fixture = Fixture::new();
    let effects = fixture.press("v J Y Enter");
    let other = YAML.replace("# Mine", "# Ours");
    fixture.folder.write("timeline.yaml", &other);
    fixture.write(&effects);
    assert_eq!(fixture.yaml(), other);
    assert!(screen::text(&fixture.state).contains("the file was changed meanwhile"));
    let effects = fixture.press("v J Y Enter");
    fixture.write(&effects);
    assert_ne!(fixture.yaml(), other);
    let other = fixture.yaml() + "# more\r\n";
    fixture.folder.write("timeline.yaml", &other);
    let effects = fixture.press("u");
    fixture.write(&effects);
    assert_eq!(fixture.yaml(), other);
}

#[test]
fn the_builtin_timeline_is_copied_from_and_not_written_to() {
    let mut state = browser(&builtin(), Lang::En, (80, 24));
    press(&mut state, "o v J Y");
    assert!(state.overlay.is_none());
    assert!(screen::text(&state).contains("has no file"), "{}", screen::text(&state));
    let change = FileChange { path: "x".into(), old: Arc::default(), new: Arc::default(), is_undo: false };
    update(&mut state, Message::Written(change, Err(Unwritten::System("no room".to_owned()))));
    assert!(screen::text(&state).contains("Nothing written: no room"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever one does, what is copied stands in the article at that very place.
    #[test]
    fn whatever_is_copied_is_anchored(event in 1..8_usize, keys in proptest::collection::vec(
        proptest::sample::select(vec!["w", "b", "3w", "7b", ")", "(", "j", "k", "J", "K", "o", "^", "$", "PageDown", "gg", "G", "Ctrl-u"]),
        0..10,
    )) {
        let draft = builtin();
        let mut state = browser(&draft, Lang::Fr, (100, 30));
        press(&mut state, &format!("{event}G o v {}", keys.join(" ")));
        prop_assert_eq!(state.scope(), Scope::Selection);
        let effects = update(&mut state, Message::Key(Key::char('y')));
        if let [Effect::Copy(yaml)] = &effects[..] {
            let quotes = format!("      {}\n", yaml.trim_end().replace('\n', "\n      "));
            let folder = Folder::new();
            let mut sources = String::new();
            for (source, article) in draft.timeline.sources.iter().zip(&draft.articles) {
                folder.write(&format!("{}.txt", source.id), article.as_ref().unwrap().text());
                writeln!(sources, "  - {{id: {0}, text: {0}.txt}}", source.id).unwrap();
            }
            let head = format!("title: T\nlanguage: fr\nsources:\n{sources}events:\n  - id: e\n    date: 2024\n    title: T\n");
            folder.write("timeline.yaml", format!("{head}    quotes:\n{quotes}"));
            let anchors = read(&folder).anchors();
            prop_assert!(matches!(anchors[..], [Anchor::Exact(_)]), "{}: {:?}", yaml, anchors);
        }
    }
}
