//! `frise check`.

use serde_json::{Value, json};

use crate::support::Folder;

const ARTICLE: &str = "Le phare a été allumé hier soir, le 1er mars 1907, devant une foule nombreuse.\n";

fn timeline(quote: &str) -> String {
    format!(
        "title: Le phare\nlanguage: fr\nsources:\n  - {{id: gazette, title: Le phare, text: gazette.txt}}\n\
         events:\n  - id: lighting\n    date: 1907\n    title: Le phare est allumé\n    quotes:\n      \
         - source: gazette\n        exact: \"{quote}\"\n"
    )
}

fn folder() -> Folder {
    let good = timeline("allumé hier soir, le 1er mars 1907");
    Folder::with(&[
        ("gazette.txt", ARTICLE),
        ("good.yaml", &good),
        ("orphan.yaml", &timeline("allumé hier soir, le 1er mars 1901")),
        ("warned.yaml", &format!("{good}places: [{{id: brest, name: Brest}}]\n")),
        ("broken.yaml", "title: [\n"),
    ])
}

fn codes(problems: &Value) -> Vec<(&str, &str)> {
    problems
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| (problem["severity"].as_str().unwrap(), problem["code"].as_str().unwrap()))
        .collect()
}

#[test]
fn a_clean_timeline_says_what_is_proved() {
    let run = folder().run(&["check", "good.yaml"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(run.out, "good.yaml: 1 event, 1 quote: ✓ 1 word for word\n");
    assert_eq!(folder().run(&["check", "good.yaml", "--format", "json"]).json(), json!([]));
}

#[test]
fn a_changed_digit_is_placed_on_its_line() {
    let run = folder().run(&["check", "orphan.yaml", "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let problems = run.json();
    let orphan = problems.as_array().unwrap().iter().find(|problem| problem["code"] == "orphan").unwrap();
    assert_eq!(orphan["severity"], "error");
    assert_eq!((&orphan["file"], &orphan["line"]), (&json!("orphan.yaml"), &json!(11)));
    let keys: Vec<_> = orphan.as_object().unwrap().keys().collect();
    for key in ["severity", "code", "message", "file", "line", "column", "help"] {
        assert!(keys.contains(&&key.to_owned()), "{orphan}");
    }
    let human = folder().run(&["check", "orphan.yaml"]);
    assert!(human.out.contains("orphan.yaml:11:"), "{}", human.out);
    assert!(human.out.trim_end().ends_with(" in orphan.yaml"), "{}", human.out);
}

#[test]
fn warnings_count_as_errors_only_when_denied() {
    let folder = folder();
    let problems = folder.run(&["check", "warned.yaml", "--format", "json"]).json();
    assert!(!codes(&problems).is_empty());
    assert!(codes(&problems).iter().all(|(severity, _)| *severity == "warning"), "{problems}");
    assert_eq!(folder.run(&["check", "warned.yaml"]).code, Some(0));
    assert_eq!(folder.run(&["check", "warned.yaml", "--deny-warnings"]).code, Some(1));
    assert_eq!(folder.run(&["check", "good.yaml", "--deny-warnings"]).code, Some(0));
}

#[test]
fn all_timelines_are_checked_and_the_worst_decides() {
    let folder = folder();
    for (files, code) in [
        (&["good.yaml", "warned.yaml"][..], 0),
        (&["orphan.yaml", "good.yaml"], 1),
        (&["good.yaml", "broken.yaml"], 1),
        (&["missing.yaml", "orphan.yaml", "good.yaml"], 2),
    ] {
        let run = folder.run(&[&["check"], files].concat());
        assert_eq!(run.code, Some(code), "{files:?}");
        for file in files {
            assert!(format!("{}{}", run.out, run.err).contains(file), "{file}: {}{}", run.out, run.err);
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_a_problem_too() {
    let run = folder().run(&["check", "missing.yaml", "good.yaml", "--format", "json"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(codes(&run.json()), [("error", "unreadable")]);
    assert_eq!(run.json()[0]["file"], "missing.yaml");
}

#[test]
fn a_code_is_explained() {
    let folder = folder();
    let explained = folder.run(&["check", "--explain", "orphan"]);
    assert_eq!(explained.code, Some(0));
    assert!(explained.out.starts_with("orphan (error): "), "{}", explained.out);
    let unknown = folder.run(&["check", "--explain", "orphn"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert!(unknown.err.contains("`orphan`"), "{}", unknown.err);
}
