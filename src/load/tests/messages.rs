//! What one is told of the mistakes that people make, and that what is offered puts them right.

use super::*;
use crate::i18n::Lang;
use crate::load::diagnostics::Applicability;

const EVENT: &str = "events:\n- {id: e, date: 1961, title: T, allow: [event-unquoted]}\n";

fn told(yaml: &str) -> Vec<Problem> {
    problems(&folder(yaml))
}

/// The first problem: its code, what it marks, and its help.
fn first(yaml: &str) -> (&'static str, String, String) {
    let problem = told(yaml).remove(0);
    let marked = yaml.get(problem.stretch.bytes.clone()).unwrap_or_default().to_owned();
    let help = problem.help.map(|help| help.in_language(Lang::En).to_owned()).unwrap_or_default();
    (problem.code, marked, help)
}

#[test]
fn what_is_not_yaml_is_told_in_plain_words_at_its_place() {
    for (yaml, code, marked, help) in [
        ("exact: [T]he quick\n", "yaml-syntax", "[T]he quick", "write `exact: '[T]he quick'`"),
        (
            "exact: \"NUTS!\" he said\n",
            "yaml-syntax",
            "\"NUTS!\" he said",
            "write `exact: '\"NUTS!\" he said'`",
        ),
        ("title: @home\n", "yaml-syntax", "@home", "write `title: '@home'`"),
        ("title: *sic* he said\n", "yaml-syntax", "*sic* he said", "write `title: '*sic* he said'`"),
        ("title:\u{a0}T\nevents: []\n", "yaml-syntax", "\u{a0}", "put a plain space in its place"),
        ("title:T\nevents: []\n", "yaml-syntax", "title:", "write `title: T`"),
        ("title :T\nevents: []\n", "yaml-syntax", "title :", "write `title: T`"),
        (
            "title: \"C:\\Users\"\n",
            "yaml-syntax",
            "\\",
            "write `\\\\`, or put the text in '…', where a backslash is only itself",
        ),
        ("title: \"T\nevents: []\n", "yaml-syntax", "\"", "close it, or put"),
        ("title: \"T\nevents: \"x\"\n", "yaml-syntax", "\"", "is the mark at the end of this line missing?"),
        ("title: a: b\n", "yaml-syntax", "", "write `title: 'a: b'`"),
        ("title: T # U\nevents: []\n", "cut-by-comment", "# U", "write `'T # U'`"),
        ("title: &Co it\nevents: []\n", "unused-anchor", "&Co", "write `'&Co it'`"),
    ] {
        let (found, stretch, told) = first(yaml);
        assert_eq!((found, stretch.as_str()), (code, marked), "{yaml:?}: {told}");
        assert!(told.contains(help), "{yaml:?}: {told}");
    }
}

#[test]
fn wrong_forms_are_told_with_the_right_one() {
    let event =
        |rest: &str| format!("title: T\nevents:\n- id: e\n  title: T\n  allow: [event-unquoted]\n  {rest}\n");
    for (rest, code, help) in [
        ("date: {start: 1939, end: 1945}", "wrong-type", "write `date: 1939/1945`"),
        ("date: 1961\n  start: 1939", "unknown-key", "`date: 1939/1945`"),
        ("date: 1961\n  tags: a, b", "wrong-type", "write `[a, b]`"),
        ("date: 1961\n  summary: 1.50", "wrong-type", "put it in quotation marks"),
        ("date: 1961\n  summary: [sic]", "wrong-type", "stands in '…'"),
        ("date: 1961\n  summ\u{430}ry: x", "unknown-key", "it looks like `summary`, but U+0430 stands in it"),
        ("date: 1961\n  \u{a0}summary: x", "unknown-key", "it looks like `summary`, but U+00A0 stands in it"),
        ("date: 1961\n  quotes: [{source: doc1, exact: x}]", "unknown-source", "add it to the `sources`"),
    ] {
        let problems = told(&event(rest));
        let helps: Vec<_> = problems
            .iter()
            .map(|problem| {
                (problem.code, problem.help.as_ref().map_or("", |help| help.in_language(Lang::En)))
            })
            .collect();
        assert!(helps.iter().any(|(found, told)| *found == code && told.contains(help)), "{rest}: {helps:?}");
    }
}

#[test]
fn every_sure_fix_puts_its_problem_right() {
    for yaml in [
        "title: 1.50\nEVENT",
        "title: True\nEVENT",
        "title:\u{a0}T\nEVENT",
        "title: T\nl\u{430}nguage: fr\nEVENT",
        "\u{feff}title: .5\nEVENT",
    ] {
        let mut file = yaml.replace("EVENT", EVENT);
        let mut problems = told(&file);
        assert!(!problems.is_empty(), "{file}");
        while let Some(problem) = problems.first() {
            let fix = problem.fixes.first().unwrap_or_else(|| panic!("{file}: {problem:?}"));
            assert_eq!(fix.applicability, Applicability::MachineApplicable, "{file}");
            file.replace_range(fix.edit.at.bytes.clone(), &fix.edit.replacement);
            problems = told(&file);
        }
    }
}

#[test]
fn likely_fixes_are_good_yaml() {
    for (yaml, code, expected) in [
        ("title: T\nevents: [{id: e, date: \"03/04/2024\", title: T}]\n", "bad-date", "date: \"2024-04-03\""),
        ("title: T\nevents: [{id: e, date: 03/04/2024, title: T}]\n", "bad-date", "date: 2024-04-03"),
        ("titel: T\nEVENT", "unknown-key", "title: T"),
        ("title: T\nevents:\n- {id: e f, date: 1, title: T}\n", "bad-id", "id: e-f,"),
        ("title: T\nevents:\n- {id: e, date: 1}\n", "missing-key", "{title: …, id: e"),
        ("title: T\nevents:\n- id: e\n  date: 1\n", "missing-key", "- title: …\n  id: e"),
        ("title: T\nevents:\n- {id: e, date: 1, title: T, tags: a}\n", "wrong-type", "tags: [a]"),
    ] {
        let mut file = yaml.replace("EVENT", EVENT);
        let problems = told(&file);
        let problem =
            problems.iter().find(|problem| problem.code == code).unwrap_or_else(|| panic!("{file}"));
        let fix = problem.fixes.first().unwrap_or_else(|| panic!("{file}: {problem:?}"));
        file.replace_range(fix.edit.at.bytes.clone(), &fix.edit.replacement);
        assert!(file.contains(expected), "{file}");
        assert!(told(&file).iter().all(|problem| problem.code != "yaml-syntax"), "{file}");
    }
}

#[test]
fn a_number_that_a_text_is_made_of_stays_as_it_was_written() {
    let yaml = GOOD.replacen("speaker: Poutine", "speaker: 0x7CC", 1).replacen(
        "tags: [traité]",
        "tags: [+33, -0]",
        1,
    );
    let folder = folder(yaml);
    assert_eq!(problems(&folder), []);
    let draft = read(&Input::File(folder.path("timeline.yaml"))).unwrap();
    let tags: Vec<_> = draft.timeline.events[0].tags.iter().map(|tag| tag.best("fr")).collect();
    assert_eq!(tags, ["+33", "-0"]);
    assert_eq!(draft.timeline.quotes[0].speaker.as_ref().map(|text| text.best("fr")), Some("0x7CC"));
}

#[test]
fn what_only_looks_the_same_is_named() {
    let yaml = GOOD.replacen("tags: [traité]", "tags: [traité, traite\u{301}, tr\u{430}ité]", 1);
    let problems = told(&yaml);
    let found: Vec<_> = problems.iter().map(|problem| (problem.code, problem.at.line)).collect();
    assert_eq!(found, [("lookalike", 24), ("lookalike", 24)]);
    assert!(problems[1].message.in_language(Lang::Fr).contains("U+0430"), "{problems:?}");
}

#[test]
fn problems_after_a_text_that_goes_on_at_the_margin_are_on_their_lines() {
    let yaml =
        "title: \"one\ntwo\"\nevents:\n- {id: a, date: 1961, title: T}\n- {id: b, date: 1961, titel: T}\n";
    let lines: Vec<_> = told(yaml).iter().map(|problem| (problem.code, problem.at.line)).collect();
    assert_eq!(lines, [("event-unquoted", 4), ("missing-key", 5), ("event-unquoted", 5), ("unknown-key", 5)]);
}

#[test]
fn json_with_surrogate_pairs_is_read() {
    let yaml = "{\"title\": \"\\ud83d\\ude00 T\",\n\"events\": [{\"id\": \"e\", \"date\": 1961, \"title\": \"x\", \"tagz\": []}]}";
    let folder = folder(yaml);
    let draft = read(&Input::File(folder.path("timeline.yaml"))).unwrap();
    assert_eq!(draft.timeline.title.best("fr"), "😀 T");
    let found: Vec<_> =
        draft.prove().problems.iter().map(|problem| (problem.code, problem.at.line)).collect();
    assert!(found.contains(&("unknown-key", 2)), "{found:?}");
}

#[test]
fn warnings_that_are_allowed_stand() {
    let yaml = GOOD.replacen("places:\n", "places:\n  - {id: brest, name: Brest}\n", 1);
    let allowed = |line: &str| {
        let folder = folder(yaml.clone() + line);
        let proof = read(&Input::File(folder.path("timeline.yaml"))).unwrap().prove();
        let codes = |problems: &[Problem]| problems.iter().map(|problem| problem.code).collect::<Vec<_>>();
        (codes(&proof.problems), codes(&proof.allowed))
    };
    assert_eq!(allowed(""), (vec!["unused-place"], vec![]));
    assert_eq!(allowed("allow: [unused-place]\n"), (vec![], vec!["unused-place"]));
    assert_eq!(
        allowed("allow: [unused-place, event-unquoted]\n"),
        (vec!["unused-allowance"], vec!["unused-place"])
    );
    assert_eq!(allowed("allow: [unused-plase]\n"), (vec!["unused-place", "bad-allowance"], vec![]));
    assert_eq!(allowed("allow: [orphan]\n"), (vec!["unused-place", "bad-allowance"], vec![]));
    // What stands on an event or a source holds there, and nowhere else.
    let yaml = "title: t\nlanguage: fr\nsources: [{id: a, text: articles/a.txt, allow: [short-quote]}]\nevents:\n\
                - {id: e, date: 1961, title: t, allow: [event-unquoted], subevents: [{id: f, date: 1961, title: t}]}\n\
                - {id: g, date: 1961, title: t, quotes: [{source: a, exact: en 1961}]}\n- {id: h, date: 1961, title: t}\n";
    let folder = folder(yaml);
    let proof = read(&Input::File(folder.path("timeline.yaml"))).unwrap().prove();
    let told = |problems: &[Problem]| {
        problems.iter().map(|problem| (problem.code, problem.at.line)).collect::<Vec<_>>()
    };
    assert_eq!(told(&proof.allowed).len(), 3, "{:?}", told(&proof.allowed));
    assert_eq!(told(&proof.problems), [("event-unquoted", 7)]);
}

#[test]
fn articles_of_other_kinds_are_told_apart() {
    for (bytes, message, help) in [
        (&b"%PDF-1.7 text"[..], "a PDF", "pdftotext"),
        (b"PK\x03\x04 text", "a Word or OpenDocument file", "plain text"),
        (b"{\\rtf1 text}", "an RTF file", "plain text"),
        (b"\xff\xfet\0e\0x\0t\0", "UTF-16LE", "iconv -f UTF-16LE"),
        (b"un trait\xe9 sign\xe9", "WINDOWS-1252", "iconv -f WINDOWS-1252"),
        (b"un trait\x8e sign\x8e", "MACINTOSH", "iconv -f MACINTOSH"),
    ] {
        let folder = folder(GOOD);
        folder.write("articles/b.txt", bytes);
        let problems = problems(&folder);
        let problem = problems.iter().find(|problem| problem.code == "article-not-utf8").unwrap();
        assert!(problem.message.in_language(Lang::En).contains(message), "{problem:?}");
        assert!(problem.help.as_ref().unwrap().in_language(Lang::En).contains(help), "{problem:?}");
    }
    let folder = folder(GOOD);
    folder.write("articles/b.txt", "<html><p>environ une heure et demie</p></html>");
    assert_eq!(problems(&folder).iter().map(|problem| problem.code).collect::<Vec<_>>(), ["article-html"]);
    folder.write("articles/b.txt", ARTICLE_B);
    folder.write("articles/a.txt", ARTICLE_A.replace('\n', "\r\n"));
    let problem = problems(&folder).remove(0);
    assert_eq!(problem.at.label.in_language(Lang::En), "only line ends differ", "{problem:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_spelt_otherwise_names_the_file() {
    for (written, there) in [
        ("articles\\b.txt", "articles/b.txt"),
        ("Articles/B.TXT", "articles/b.txt"),
        ("articles/e\u{301}.txt", "articles/é.txt"),
    ] {
        let yaml = GOOD.replacen("articles/b.txt", written, 1);
        let folder = folder(yaml);
        folder.write("articles/é.txt", ARTICLE_B);
        let problems = problems(&folder);
        let problem = problems.iter().find(|problem| problem.code == "article-missing").unwrap();
        let help = problem.help.as_ref().unwrap().in_language(Lang::En);
        assert!(help.contains(&format!("`{there}`")), "{written}: {help}");
    }
}

#[test]
fn nothing_in_a_french_message_is_english() {
    let copy = format!("Autre titre. {}", ARTICLE_A.repeat(2));
    for (old, new, code) in super::bad::CASES {
        // Their words are another file's.
        let elsewhere =
            ["bad-date", "orphan", "ambiguous-quote", "dropped-negation", "quote-mid-word", "short-quote"];
        if elsewhere.contains(code) {
            continue;
        }
        let folder = folder(GOOD.replacen(old, &new.replace('§', ""), 1));
        folder.write("latin.txt", b"trait\xe9");
        folder.write("copy.txt", &copy);
        for problem in problems(&folder).iter().filter(|problem| problem.code == *code) {
            let texts = [&problem.message, &problem.at.label].into_iter().chain(problem.help.as_ref());
            for text in texts.filter(|text| !text.is_empty()) {
                let [french, english] = [Lang::Fr, Lang::En].map(|lang| text.in_language(lang));
                assert_ne!(french, english, "{code}");
                for wrong in [" :", " ;", " !", " ?", "« ", " »"] {
                    assert!(!french.contains(wrong), "{code}: {wrong:?} in {french}");
                }
            }
        }
    }
}
