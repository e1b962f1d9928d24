//! `frise check`.

use serde_json::{Value, json};

use crate::support::{Folder, frise, run};

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

#[test]
fn where_no_timeline_lies_nothing_is_checked() {
    let empty = Folder::new();
    for arguments in [&["check"][..], &["check", "--deny-warnings"], &["check", "."]] {
        let run = empty.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains("no timeline.yaml"), "{}", run.err);
    }
    let other = Folder::with(&[("notes.yaml", "a: 1\n"), ("war.yml", "title: T\nevents: []\n")]);
    let run = other.run(&["check"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("war.yml"), "{}", run.err);
    assert_eq!(other.run(&["check", "war.yml"]).code, Some(1), "a timeline without events");
    assert_eq!(codes(&other.run(&["check", "--format", "json"]).json()), [("error", "unreadable")]);
}

#[test]
fn what_is_allowed_is_shown_and_counted() {
    let allowed = format!(
        "{}places: [{{id: brest, name: Brest}}]\nallow: [unused-place]\n",
        timeline("le 1er mars 1907, devant")
    );
    let folder = Folder::with(&[("gazette.txt", ARTICLE), ("timeline.yaml", &allowed)]);
    let run = folder.run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(
        run.out.contains("allowed[unused-place]") && run.out.ends_with(", 1 warning allowed\n"),
        "{}",
        run.out
    );
    let json = folder.run(&["check", "--format", "json"]).json();
    assert_eq!((&json[0]["code"], &json[0]["allowed"]), (&json!("unused-place"), &json!(true)));
}

#[test]
fn programs_learn_where_a_problem_ends_and_what_to_write() {
    let yaml =
        timeline("le 1er mars 1907, devant").replace("    title: Le phare est", "    titel: Le phare est");
    let folder = Folder::with(&[("gazette.txt", ARTICLE), ("timeline.yaml", &yaml)]);
    let problems = folder.run(&["check", "--format", "json"]).json();
    let unknown =
        problems.as_array().unwrap().iter().find(|problem| problem["code"] == "unknown-key").unwrap();
    let place = ["line", "column", "end_line", "end_column"].map(|key| unknown[key].as_u64().unwrap());
    assert_eq!(place, [8, 5, 8, 10]);
    let fix = &unknown["fixes"][0];
    assert_eq!(fix["applicability"], "maybe-incorrect");
    let edit = &fix["edits"][0];
    let byte = |key: &str| usize::try_from(edit[key].as_u64().unwrap()).unwrap();
    assert_eq!(&yaml[byte("start_byte")..byte("end_byte")], "titel");
    assert_eq!(edit["replacement"], "title");
}

#[test]
fn a_check_speaks_one_language_at_a_time() {
    let folder = folder();
    let run = folder.run(&["check", "warned.yaml", "good.yaml", "--lang", "fr"]);
    for said in [
        "avertissement[unused-place]: il ne se passe rien",
        "aide: nommez-le",
        "1 avertissement dans warned.yaml",
    ] {
        assert!(run.out.contains(said), "{said}: {}", run.out);
    }
    assert!(
        run.out.ends_with("good.yaml\u{a0}: 1 événement, 1 citation\u{a0}: ✓ 1 mot pour mot\n"),
        "{}",
        run.out
    );
    for english in ["warning", "help", "happens", "error", "quote"] {
        assert!(!run.out.contains(english), "{english}: {}", run.out);
    }
    let explained = folder.run(&["check", "--explain", "orphan", "--lang", "fr"]).out;
    assert!(explained.starts_with("orphan (erreur)\u{a0}: les mots"), "{explained}");
    assert!(explained.contains("Le passage le plus proche"), "{explained}");
    let missing = folder.run(&["check", "none.yaml", "--lang", "fr"]).err;
    assert_eq!(missing, "erreur\u{a0}: impossible de lire none.yaml\u{a0}: ce fichier n’existe pas\n");
}

#[test]
fn a_timeline_comes_on_standard_input_too() {
    use std::io::Write as _;
    use std::process::Stdio;
    let folder = folder();
    let mut child = crate::support::frise(&["check", "-"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(timeline("le 1er mars 1907, devant").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "<stdin>: 1 event, 1 quote: ✓ 1 word for word\n");
}

#[test]
fn explain_without_a_code_lists_the_codes() {
    let listed = run(&mut frise(&["check", "--explain"]));
    assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""));
    assert!(
        listed.out.contains("orphan (error): the words of a quote are not in the article\n"),
        "{}",
        listed.out
    );
    assert!(listed.out.lines().count() > 20);
}
