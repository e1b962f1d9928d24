//! Timelines from strangers: nothing in them reaches the terminal as a command.

use frise::visible;

use crate::support::{Folder, Run, frise, run};

/// A text that would clear the screen, set a title, go back in the line, turn the order of letters and end
/// the line, in YAML's escapes.
const NASTY: &str = r"a\e[2J\e]0;owned\ab\rc\bd\u202ee\u2066f\x9bg\x7fh\u2028i";

fn folder() -> Folder {
    let raw = "a\x1b[2J\x1b]0;owned\x07b\rc\x08d\u{202e}e\u{2066}f\u{9b}g\x7fh\u{2028}i";
    let timeline = TIMELINE.replace("NASTY", NASTY);
    Folder::with(&[
        ("timeline.yaml", &timeline),
        ("article.txt", &format!("{raw} and some words to anchor a quote in, in 1961.\n")),
        ("keys.yaml", &format!("\"{NASTY}\": 1\ntitle: {raw}\n")),
    ])
}

const TIMELINE: &str = r#"
title: {fr: "NASTY", en: "NASTY"}
language: fr
sources:
  - {id: "NASTY", title: "NASTY", author: "NASTY", container-title: "NASTY", credit: "NASTY", issued: "NASTY",
     genre: "NASTY", url: "https://NASTY", text: article.txt, origin: "NASTY", sheet: {limits: "NASTY"}}
  - {id: gone, text: "NASTY.txt"}
places:
  - {id: "NASTY", name: "NASTY"}
events:
  - id: "NASTY"
    date: "NASTY"
    title: "NASTY"
    summary: "NASTY"
    places: ["NASTY", "NASTYx"]
    tags: ["NASTY"]
    notes: "NASTY"
    questions: ["NASTY"]
    quotes:
      - {source: "NASTY", exact: "NASTY and some words to anchor a quote in", speaker: "NASTY", translation: {en: "NASTY"}, note: "NASTY"}
      - {source: "NASTY", exact: "NASTY and no words to anchor a quote in", prefix: "NASTY"}
      - {source: "NASTYx", exact: "NASTY"}
    claims:
      - {says: "NASTY", quotes: [{source: "NASTY", exact: "NASTY", stance: disputes}]}
"#;

fn assert_harmless(run: &Run, arguments: &[&str]) {
    for (name, text) in [("out", &run.out), ("err", &run.err)] {
        let dangerous = text.chars().find(|&c| c != '\n' && visible::is_dangerous(c));
        assert_eq!(dangerous, None, "{arguments:?}, {name}: {text:?}");
    }
    assert!(matches!(run.code, Some(0..=2)), "{arguments:?}: {:?}", run.code);
}

#[test]
fn nothing_in_a_timeline_commands_the_terminal() {
    let folder = folder();
    for arguments in [
        &["show"][..],
        &["show", "--lang", "fr"],
        &["show", "--format", "json"],
        &["show", "--event", "nothing"],
        &["check"],
        &["check", "--format", "json"],
        &["check", "keys.yaml"],
        &["check", "keys.yaml", "--format", "json"],
        &["show", "keys.yaml"],
        &["check", "no\x1b[2Jfile.yaml"],
        &["show", "no\x1b[2Jfile.yaml"],
        &["check", "no\x1b[2Jfile.yaml", "--format", "json"],
        &["date", "1961\x1b[2J\u{202e}"],
        &["--at", "\x1b[2J"],
    ] {
        let run = folder.run(arguments);
        assert_harmless(&run, arguments);
        assert!(!run.out.is_empty() || !run.err.is_empty(), "{arguments:?} says nothing");
    }
}

#[test]
fn the_marks_are_there_to_be_seen_and_json_loses_nothing() {
    let folder = folder();
    let text = folder.run(&["show"]).out;
    assert!(text.contains("a␛[2J␛]0;owned␇b c␈d⟨U+202E⟩e⟨U+2066⟩f⟨U+009B⟩g␡h"), "{text}");
    let json = folder.run(&["show", "--format", "json"]).json();
    let title = "a\x1b[2J\x1b]0;owned\x07b\rc\x08d\u{202e}e\u{2066}f\u{9b}g\x7fh\u{2028}i";
    assert_eq!(json["title"], title);
}

#[test]
fn nothing_in_an_argument_commands_the_terminal() {
    for arguments in [
        ["--\u{1b}[31m\u{202e}", ""],
        ["--lang", "\u{1b}[3m\u{202e}"],
        ["\u{1b}[31m", "\u{202e}"],
        ["\u{1b}[31m", ""],
    ] {
        let arguments: Vec<&str> = arguments.into_iter().filter(|argument| !argument.is_empty()).collect();
        let said = run(&mut frise(&arguments)).err;
        assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
        assert!(said.contains('␛') || said.contains("U+202E"), "{said:?}");
    }
}
