//! `frise show`.

use serde_json::{Value, json};

use crate::support::{Folder, frise, run};

const ARTICLE: &str = "Brest, le 2 mars 1907. Le phare a été allumé hier soir devant une foule nombreuse, selon \
    le maire. La lampe brûle de l’huile minérale, dit-on. La lampe brûle de l’huile minérale, dit-on.\n";

const TIMELINE: &str = r#"
title: {fr: "Le phare", en: "The lighthouse"}
language: fr
sources:
  - id: gazette
    title: Le phare est allumé
    container-title: La Gazette
    credit: Havas
    issued: 1907-03-02
    genre: {fr: dépêche, en: dispatch}
    text: texts/gazette.txt
    origin: havas
    sheet: {limits: {fr: "ne nomme pas le maire", en: "does not name the mayor"}}
  - {id: silent, text: texts/silent.txt}
places:
  - {id: brest, name: {fr: Brest, en: Brest}, latitude: 48.39, longitude: -4.49}
  - {id: sea, name: {fr: la mer, en: the sea}}
events:
  - id: lighting
    date: 1907
    title: {fr: "Le phare est allumé", en: "The lighthouse is lit"}
    summary: {fr: "Le phare est allumé.", en: "The lighthouse is lit."}
    places: [brest, sea]
    tags: [phare]
    notes: {fr: "Montrer la lampe", en: "Show the lamp"}
    questions: [{fr: "Qui parle ?", en: "Who speaks?"}]
    quotes:
      - {source: gazette, exact: "Le phare a été allumé hier soir", speaker: {fr: le maire, en: the mayor}, translation: {en: "The lighthouse was lit"}}
      - {source: gazette, exact: "brûle de l'huile minérale", prefix: "foule"}
      - {source: gazette, exact: "Le phare […] devant une foule"}
      - {source: gazette, exact: "La lampe brûle de l’huile minérale"}
      - {source: gazette, exact: "Le phare n’a pas été allumé hier soir"}
      - {source: silent, exact: "Il ne dit rien, ou presque", note: {fr: "court", en: "short"}}
    claims:
      - says: {fr: "La foule était nombreuse", en: "The crowd was large"}
        quotes:
          - {source: gazette, exact: "devant une foule nombreuse"}
          - {source: silent, exact: "ou presque rien du tout", stance: disputes}
    subevents:
      - id: evening
        date: 1907-03-01
        title: {fr: "Le soir", en: "The evening"}
        quotes:
          - {source: gazette, exact: "une foule nombreuse, selon le maire"}
  - {id: someday, date: someday, title: {fr: "Un jour", en: "Some day"}}
"#;

fn folder() -> Folder {
    Folder::with(&[
        ("timeline.yaml", TIMELINE),
        ("texts/gazette.txt", ARTICLE),
        ("texts/silent.txt", "Il ne dit rien, ou presque rien du tout.\n"),
    ])
}

fn slice(start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
    let (start, end) = (usize::try_from(start).unwrap(), usize::try_from(end).unwrap());
    ARTICLE.chars().skip(start).take(end - start).collect()
}

#[test]
fn json_holds_the_whole_timeline() {
    let shown = folder().run(&["show", "--format", "json"]).json();
    assert_eq!(shown["title"], "Le phare");
    assert_eq!(shown["language"], "fr");
    assert_eq!(
        shown["sources"],
        json!([
            {
                "id": "gazette",
                "text": "texts/gazette.txt",
                "title": "Le phare est allumé",
                "container-title": "La Gazette",
                "credit": "Havas",
                "issued": {"written": "1907-03-02", "edtf": "1907-03-02", "earliest": "1907-03-02", "latest": "1907-03-02"},
                "genre": "dépêche",
                "origin": "havas",
                "language": "fr",
                "sheet": {"limits": "ne nomme pas le maire"},
            },
            {"id": "silent", "text": "texts/silent.txt", "language": "fr", "sheet": {}},
        ])
    );
    assert_eq!(shown["places"][0]["latitude"], 48.39);
    let event = &shown["events"][0];
    assert_eq!(event["id"], "lighting");
    assert_eq!(event["date"]["latest"], "1907-12-31");
    assert_eq!(event["places"], json!(["brest", "sea"]));
    assert_eq!(event["tags"], json!(["phare"]));
    assert_eq!(event["notes"], "Montrer la lampe");
    assert_eq!(event["questions"], json!(["Qui parle ?"]));
    assert_eq!(event["claims"][0]["says"], "La foule était nombreuse");
    assert_eq!(event["claims"][0]["quotes"][0]["stance"], "supports");
    assert_eq!(event["claims"][0]["quotes"][1]["stance"], "disputes");
    assert_eq!(event["subevents"][0]["id"], "evening");
    assert_eq!(event["subevents"][0]["quotes"][0]["anchor"], "exact");
    assert_eq!(
        shown["events"][1]["date"],
        json!({"written": "someday", "edtf": null, "earliest": null, "latest": null})
    );
}

#[test]
fn json_says_how_and_where_a_quote_is_anchored() {
    let shown = folder().run(&["show", "--format", "json"]).json();
    let quotes = shown["events"][0]["quotes"].as_array().unwrap();
    let anchors: Vec<_> = quotes.iter().map(|quote| quote["anchor"].as_str().unwrap()).collect();
    assert_eq!(anchors, ["exact", "ambiguous", "elided", "ambiguous", "orphan", "exact"]);
    let exact = &quotes[0];
    assert_eq!(
        (&exact["source"], &exact["start"], &exact["end"]),
        (&json!("gazette"), &json!(23), &json!(54))
    );
    assert_eq!(slice(&exact["start"], &exact["end"]), exact["exact"].as_str().unwrap());
    assert_eq!(exact["translation"], json!({"en": "The lighthouse was lit"}));
    assert_eq!(exact["speaker"], "le maire");
    let elided = &quotes[2];
    assert_eq!(slice(&elided["start"], &elided["end"]), "Le phare a été allumé hier soir devant une foule");
    let pieces: Vec<_> = elided["pieces"].as_array().unwrap().iter().collect();
    let pieces: Vec<_> = pieces.iter().map(|piece| slice(&piece["start"], &piece["end"])).collect();
    assert_eq!(pieces.iter().map(|piece| piece.trim()).collect::<Vec<_>>(), ["Le phare", "devant une foule"]);
    for unanchored in [&quotes[1], &quotes[3], &quotes[4]] {
        for key in ["start", "end", "pieces"] {
            assert_eq!(unanchored.get(key), None, "{unanchored}");
        }
    }
}

#[test]
fn json_comes_in_the_language_asked_for() {
    let shown = folder().run(&["show", "--format", "json", "--lang", "en"]).json();
    assert_eq!((&shown["title"], &shown["language"]), (&json!("The lighthouse"), &json!("fr")));
    assert_eq!(shown["events"][0]["claims"][0]["says"], "The crowd was large");
    assert_eq!(shown["sources"][0]["title"], "Le phare est allumé");
}

#[test]
fn one_event_comes_with_its_subevents_and_its_sources() {
    let shown = folder().run(&["show", "--event", "evening", "--format", "json"]).json();
    let ids = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&shown["events"]), ["evening"]);
    assert_eq!(ids(&shown["sources"]), ["gazette"]);
    assert_eq!(ids(&shown["places"]), [""; 0]);
    let text = folder().run(&["show", "--event", "lighting"]).out;
    assert!(text.contains("The evening") && !text.contains("Some day"), "{text}");
}

#[test]
fn an_event_that_is_not_there_is_refused_with_the_nearest() {
    let run = folder().run(&["show", "--event", "lightning"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("`lightning`") && run.err.contains("`lighting`"), "{}", run.err);
    assert_eq!(run.out, "");
}

#[test]
fn an_orphan_is_never_a_quotation_in_plain_text() {
    for (lang, said, open) in [
        ("fr", "✗ Ne se trouve pas dans l’article\u{a0}: Le phare n’a pas", '«'),
        ("en", "✗ Not found in the article: Le phare n’a pas", '“'),
    ] {
        let text = folder().run(&["show", "--lang", lang]).out;
        let line = text.lines().find(|line| line.contains("n’a pas")).unwrap();
        assert!(line.trim_start().starts_with(said), "{line}");
        assert!(!line.contains(open), "{line}");
        assert!(text.contains(&format!("{open}")));
    }
}

#[test]
fn a_timeline_with_errors_is_shown_as_far_as_it_can_be_read() {
    let run = folder().run(&["show", "--format", "json"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.starts_with("error: ") && run.err.contains("`frise check`"), "{}", run.err);
}

#[test]
fn a_plain_locale_gets_signs_of_ascii() {
    let folder = folder();
    for arguments in [&["show"][..], &["check"]] {
        let printed = |locale: &str| {
            let mut command = frise(arguments);
            run(command.env("LC_ALL", locale).current_dir(folder.path())).out
        };
        assert!(printed("C.UTF-8").contains('✓'), "{arguments:?}");
        for locale in ["C", "POSIX", "en_GB.ISO-8859-1"] {
            let printed = printed(locale);
            assert!(printed.contains(" word for word . "), "{printed}");
            assert!(!printed.contains(['✓', '✗', '✂', '·']), "{printed}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_timeline_that_is_piped_in_is_read_only_for_a_dash() {
    use std::fs::File;
    let folder = folder();
    let empty = Folder::new();
    let shown = |arguments: &[&str]| {
        let piped = File::open(folder.path().join("timeline.yaml")).unwrap();
        run(frise(arguments).stdin(piped).current_dir(empty.path()))
    };
    let without = shown(&["show"]);
    assert!(without.err.contains("help: ") && without.err.contains("`-`"), "{}", without.err);
    let with = shown(&["show", "-"]);
    assert!(with.out.contains("lighthouse") && !with.err.contains("built-in"), "{}{}", with.out, with.err);
}
