//! Timelines of every layout, and what is added to them.

use proptest::prelude::*;

use super::{Document, EVENT_KEYS, Refusal, Step, TIMELINE_KEYS, Value};

fn event() -> Value {
    Value::Map(vec![
        ("id", Value::Text("new".into())),
        ("date", Value::Date("2024-06".into())),
        ("quotes", Value::List(vec![Value::Map(vec![("exact", Value::Words("l'« a »".into()))])])),
    ])
}

fn quote() -> Value {
    Value::Map(vec![("source", Value::Text("s".into())), ("exact", Value::Words("été : \"oui\"".into()))])
}

fn append(text: &str, key: &str, value: &Value) -> Result<String, Refusal> {
    Document::read(text)?.append(&[Step::Key(key)], std::slice::from_ref(value), TIMELINE_KEYS)
}

/// What `new` has that `old` has not, where it only adds.
fn added<'n>(old: &str, new: &'n str) -> (usize, &'n str) {
    let start = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let added = new.len() - old.len();
    // What was put in may begin or end like what stands around it: the place is where a line begins, if any
    // is.
    let is_it =
        |at: &usize| new.get(..*at).zip(new.get(at + added..)).is_some_and(|(a, b)| a.to_owned() + b == old);
    let places: Vec<usize> = (0..=start).rev().take(added + 1).filter(is_it).collect();
    let start = places.iter().copied().find(|at| new[..*at].ends_with('\n')).unwrap_or(places[0]);
    (start, &new[start..start + added])
}

#[test]
fn an_event_takes_the_layout_of_the_others() {
    for (what, old, expected) in [
        (
            "two columns in",
            "title: T\nevents:\n  - id: a # why\n    # about a\n\n# the end\n",
            "title: T\nevents:\n  - id: a # why\n    # about a\n  - id: new\n    date: 2024-06\n    quotes:\n      - exact: \"l'« a »\"\n\n# the end\n",
        ),
        (
            "under its key",
            "events:\n- id: a\n# about what follows\nplaces: []\n",
            "events:\n- id: a\n- id: new\n  date: 2024-06\n  quotes:\n  - exact: \"l'« a »\"\n# about what follows\nplaces: []\n",
        ),
        (
            "blank lines between, a wide dash",
            "events:\n    -   id: a\n\n    -   id: b\n        summary: |\n          x\n\n\nlanguage: fr",
            "events:\n    -   id: a\n\n    -   id: b\n        summary: |\n          x\n\n    -   id: new\n        date: 2024-06\n        quotes:\n            -   exact: \"l'« a »\"\n\n\nlanguage: fr",
        ),
        (
            "no end of the last line",
            "events:\r\n  - id: a\r\n  - id: b",
            "events:\r\n  - id: a\r\n  - id: b\r\n  - id: new\r\n    date: 2024-06\r\n    quotes:\r\n      - exact: \"l'« a »\"",
        ),
        (
            "a mark at the start, and a keeping block",
            "\u{feff}events:\n  - id: a\n    summary: >+\n      x\n\n\n# c\n",
            "\u{feff}events:\n  - id: a\n    summary: >+\n      x\n\n\n  - id: new\n    date: 2024-06\n    quotes:\n      - exact: \"l'« a »\"\n# c\n",
        ),
        (
            "flow items in a block",
            "events:\n  - {id: a}\n  - {id: b} # b\n",
            "events:\n  - {id: a}\n  - {id: b} # b\n  - {id: new, date: 2024-06, quotes: [{exact: \"l'« a »\"}]}\n",
        ),
        (
            "a flow",
            "events: [{id: a}, {id: b} ] # all\n",
            "events: [{id: a}, {id: b}, {id: new, date: 2024-06, quotes: [{exact: \"l'« a »\"}]} ] # all\n",
        ),
        (
            "a flow over lines",
            "events: [\n  {id: a}, # a, first\n  {id: b}, # b\n]\n",
            "events: [\n  {id: a}, # a, first\n  {id: b},\n  {id: new, date: 2024-06, quotes: [{exact: \"l'« a »\"}]}, # b\n]\n",
        ),
        (
            "no item",
            "title: T\nevents: [] # none yet\nplaces:\n",
            "title: T\nevents: # none yet\n  - id: new\n    date: 2024-06\n    quotes:\n      - exact: \"l'« a »\"\nplaces:\n",
        ),
        (
            "nothing",
            "title: T\nevents:\n  # write here\nplaces: []\n",
            "title: T\nevents:\n  # write here\n  - id: new\n    date: 2024-06\n    quotes:\n      - exact: \"l'« a »\"\nplaces: []\n",
        ),
        (
            "no list",
            "title: T # t\nlanguage: fr\n",
            "title: T # t\nlanguage: fr\nevents:\n  - id: new\n    date: 2024-06\n    quotes:\n      - exact: \"l'« a »\"\n",
        ),
        (
            "all in a flow",
            "{title: T}\n",
            "{title: T, events: [{id: new, date: 2024-06, quotes: [{exact: \"l'« a »\"}]}]}\n",
        ),
        (
            "nothing in a flow",
            "{events: , a: b}",
            "{events: [{id: new, date: 2024-06, quotes: [{exact: \"l'« a »\"}]}] , a: b}",
        ),
        (
            "an end of the document",
            "---\nevents:\n  - id: a\n...\n",
            "---\nevents:\n  - id: a\n  - id: new\n    date: 2024-06\n    quotes:\n      - exact: \"l'« a »\"\n...\n",
        ),
    ] {
        let new = append(old, "events", &event()).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(new, expected, "{what}");
    }
}

#[test]
fn several_items_are_added_at_once() {
    let item = |id: &str| Value::Map(vec![("id", Value::Text(id.into()))]);
    for (old, expected) in [
        ("events:\n  - id: a\n\n  - id: b\n", "events:\n  - id: a\n\n  - id: b\n\n  - id: c\n\n  - id: d\n"),
        ("events: [{id: a}]", "events: [{id: a}, {id: c}, {id: d}]"),
        ("events: []", "events:\n  - id: c\n  - id: d"),
        ("{a: b}", "{a: b, events: [{id: c}, {id: d}]}"),
    ] {
        let document = Document::read(old).unwrap();
        let new = document.append(&[Step::Key("events")], &[item("c"), item("d")], TIMELINE_KEYS).unwrap();
        assert_eq!(new, expected);
    }
}

#[test]
fn a_list_that_is_begun_stands_where_one_looks_for_it() {
    let new = append(
        "title: T\nevents:\n  - id: a\n",
        "sources",
        &Value::Map(vec![("id", Value::Text("s".into()))]),
    );
    assert_eq!(new.unwrap(), "title: T\nsources:\n  - id: s\nevents:\n  - id: a\n");
}

#[test]
fn a_quote_goes_into_its_event_wherever_that_is() {
    let old = "events:\n  - id: a\n    title: A\n    subevents:\n      - &b\n        id: b\n        quotes:\n          - {source: s, exact: x}\n      - id: c\n        # about c\n";
    let document = Document::read(old).unwrap();
    for (id, expected) in [
        ("a", "    quotes:\n      - source: s\n        exact: 'été : \"oui\"'\n"),
        ("b", "          - {source: s, exact: 'été : \"oui\"'}\n"),
        ("c", "        quotes:\n          - source: s\n            exact: 'été : \"oui\"'\n"),
    ] {
        let mut way = document.event(id).unwrap();
        way.push(Step::Key("quotes"));
        let new = document.append(&way, &[quote()], EVENT_KEYS).unwrap();
        let (at, put) = added(old, &new);
        assert_eq!(put, expected, "{id}");
        assert_eq!(at == old.len(), id == "c", "{id}");
    }
    assert_eq!(document.event("d"), None);
}

#[test]
fn a_text_is_replaced_where_it_stands() {
    let value = Value::Words("é: \"b\"".into());
    for (old, expected) in [
        ("a: x # why\nz: 1\n", "a: 'é: \"b\"' # why\nz: 1\n"),
        ("a: 'x'\r\nz: 1", "a: 'é: \"b\"'\r\nz: 1"),
        ("a: |- # head\n  x\n  y\n\n# z\nz: 1\n", "a: 'é: \"b\"'\n\n# z\nz: 1\n"),
        ("a: x\n  y\nz: 1\n", "a: 'é: \"b\"'\nz: 1\n"),
        ("a:\nz: 1\n", "a: 'é: \"b\"'\nz: 1\n"),
        ("{z: 1, a: x}", "{z: 1, a: 'é: \"b\"'}"),
    ] {
        let new = Document::read(old).unwrap().replace(&[Step::Key("a")], &value);
        assert_eq!(new.as_deref(), Ok(expected), "{old}");
    }
    for old in ["a: &x y\nb: *x\n", "b: &x y\na: *x\n", "a: [x]\n", "b: x\n"] {
        assert!(Document::read(old).unwrap().replace(&[Step::Key("a")], &value).is_err(), "{old}");
    }
}

#[test]
fn what_stands_elsewhere_too_is_refused() {
    let anchored = "events: &e\n  - id: a\nplaces: *e\n";
    let error = append(anchored, "events", &event()).unwrap_err();
    assert_eq!(error, Refusal::Anchored { key: "events".into(), line: 1, anchor: "e".into() });
    assert!(matches!(append(anchored, "places", &event()), Err(Refusal::Alias { line: 3, .. })));
    assert!(matches!(append("events: &e []\n", "events", &event()), Err(Refusal::Anchored { .. })));
    let shared = "events:\n  - &a {id: a}\n  - id: b\n    subevents: [*a]\n";
    let document = Document::read(shared).unwrap();
    let mut way = document.event("a").unwrap();
    way.push(Step::Key("quotes"));
    assert!(matches!(document.append(&way, &[quote()], &[]), Err(Refusal::Anchored { .. })));
}

#[test]
fn what_is_no_timeline_is_refused() {
    for (text, expected) in [
        ("", "there is no timeline in it"),
        ("# nothing\n", "there is no timeline in it"),
        ("a: 1\n---\nb: 2\n", "it holds more than one YAML document"),
        ("events: 3\n", "line 1 has no list under `events`"),
        ("events: {a: b}\n", "line 1 has no list under `events`"),
        ("- a\n", "line 1 has no mapping under `events`"),
        ("a: 1\nb: [\n", "no YAML"),
    ] {
        let error = append(text, "events", &event()).unwrap_err().to_string();
        assert!(error.contains(expected), "{text}: {error}");
    }
    let deep = "events: ".to_owned() + &"[".repeat(50_000);
    assert!(append(&deep, "events", &event()).is_err());
}

#[test]
fn the_builtin_timeline_keeps_every_byte() {
    let old = include_str!("../../timeline.yaml");
    let crlf = old.replace('\n', "\r\n");
    for text in [old, &crlf] {
        let document = Document::read(text).unwrap();
        for key in ["sources", "places", "events"] {
            let new = document.append(&[Step::Key(key)], &[event()], TIMELINE_KEYS).unwrap();
            let (at, put) = added(text, &new);
            assert_eq!(new.len(), text.len() + put.len());
            assert!(text.is_char_boundary(at));
            assert_eq!(put.contains("\r\n"), text.contains("\r\n"));
        }
        for id in document.texts("events", "id") {
            let mut way = document.event(id).unwrap();
            way.push(Step::Key("quotes"));
            let new = document.append(&way, &[quote()], EVENT_KEYS).unwrap();
            added(text, &new);
        }
    }
}

proptest! {
    /// Whatever the layout: only something is put in, or it is refused.
    #[test]
    fn nothing_is_lost(lines in proptest::collection::vec("( {0,4})(- |-|# c|events:|quotes:|a: b|x: \\||x: >\\+|t|\\[a, b\\]|\\{id: a\\}|events: \\[\\]|&a|\\*a|~|'q'|\r)", 0..12)) {
        let text = lines.join("\n");
        if let Ok(new) = append(&text, "events", &event()) {
            let kept: String = text.chars().filter(|c| !"[] ~nul".contains(*c)).collect();
            let mut rest = new.chars();
            prop_assert!(kept.chars().all(|c| rest.any(|other| other == c)), "{text:?} {new:?}");
        }
    }
}
