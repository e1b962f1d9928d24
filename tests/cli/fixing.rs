//! `frise check --fix`: what a program can put right, and not a byte more.

use std::fs;

use crate::support::{Folder, frise};

/// Its line ends are not those of when the digest was taken.
const ARTICLE: &str =
    "Le traité est signé en 1961. Il est annulé en 1996.\r\nUn autre suit en 2000, dit-on.\r\n";

/// A timeline as a curator keeps it, with what is wrong in it, a bar, and what is right, between `‹` and `›`.
const KEPT: &str = "\u{feff}# Mine.\r
title: 'Un traité' # why\r
lang‹a|ua›ge: fr # a slip\r
sources:\r
-   id: a\r
    text: \"a.txt\"   # the first\r
    sha256: ‹37d3715f417308e2c7672351c0db239dc649ceb1967677399af8547339f5dad3|9a95d35e328436f0d15779d292f3b5f323a59c8f23fab4f4ced06e162cbb369c›\r
    # about a\r
\r
# Events\r
events:\r
-   id: e\r
    date: ‹13/06/1961|1961-06-13›\r
    title: |\r
      Le traité\r
\r
    quotes:\r
        - {source: a, exact: \"en\"‹|, suffix: \"1961\"›} # flow\r
        # between\r
        - source: a\r
          exact: >-\r
            Un autre\r
            suit en 2000\r
        -   source: a\r
            exact: 'est'   # which?\r
‹|            suffix: \"signé\"\r
›            note: |+\r
              First.\r
\r
    claims: [{says: \"Il est signé\", quotes: [{source: a, exact: \"en\", prefix: \"annulé\"}]}]\r
";

/// The timeline with its mistakes, and put right.
fn kept() -> [String; 2] {
    let side = |right: bool| {
        let mut parts = KEPT.split(['‹', '›']);
        let mut text = parts.next().unwrap().to_owned();
        while let (Some(both), Some(rest)) = (parts.next(), parts.next()) {
            let (wrong, good) = both.split_once('|').unwrap();
            text += if right { good } else { wrong };
            text += rest;
        }
        text
    };
    [side(false), side(true)]
}

fn folder(timeline: &str) -> Folder {
    Folder::with(&[("timeline.yaml", timeline), ("a.txt", ARTICLE)])
}

fn read(folder: &Folder) -> String {
    fs::read_to_string(folder.path().join("timeline.yaml")).unwrap()
}

#[test]
fn what_has_one_right_answer_is_written_and_every_other_byte_stays() {
    let [wrong, right] = kept();
    let folder = folder(&wrong);
    let dry = folder.run(&["check", "--fix", "--dry-run"]);
    assert_eq!((dry.code, dry.out.as_str()), (Some(1), ""));
    assert!(dry.err.contains("+language: fr # a slip\n") && dry.err.contains("-langage: fr"), "{}", dry.err);
    assert_eq!(read(&folder), wrong);
    let fixed = folder.run(&["check", "--fix"]);
    assert_eq!((fixed.code, fixed.out.as_str()), (Some(0), "timeline.yaml\n"), "{}", fixed.err);
    assert_eq!(read(&folder), right);
    let again = folder.run(&["check", "--fix"]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""), "{}", again.err);
    assert!(!again.err.contains("---"), "{}", again.err);
    assert_eq!(read(&folder), right);
}

#[test]
fn the_edits_in_json_are_those_that_are_written() {
    let [wrong, right] = kept();
    let folder = folder(&wrong);
    let json = folder.run(&["check", "--format", "json"]).json();
    let fixes = json.as_array().unwrap().iter().filter_map(|problem| {
        let mut fixes = problem["fixes"].as_array().unwrap().iter();
        fixes.find(|fix| fix["applicability"] == "machine-applicable")
    });
    let byte = |edit: &serde_json::Value, key: &str| usize::try_from(edit[key].as_u64().unwrap()).unwrap();
    let mut edits: Vec<_> = fixes
        .flat_map(|fix| fix["edits"].as_array().unwrap())
        .map(|edit| (byte(edit, "start_byte")..byte(edit, "end_byte"), edit["replacement"].as_str().unwrap()))
        .collect();
    edits.sort_by_key(|(bytes, _)| bytes.start);
    let mut text = wrong;
    for (bytes, replacement) in edits.into_iter().rev() {
        text.replace_range(bytes, replacement);
    }
    assert_eq!(text, right);
}

/// Quotes that stand nowhere, in every kind of scalar.
const ORPHANS: &str = "title: T
language: fr
sources: [{id: a, text: a.txt}]
events:
  - id: e
    date: 1961
    title: Le traité
    quotes:
      - source: a
        exact: |
          Le traité est signé
          en 1962.
        note: \"n\" # kept
      - {source: a, exact: 'Il est annulé en 1997', note: n}
      - source: a
        exact: Un autre traité suit en 2000
      - source: a
        exact: Quelque chose de tout autre que cela.
";

#[test]
fn the_nearest_passage_is_written_only_when_asked_for() {
    let folder = folder(ORPHANS);
    let safe = folder.run(&["check", "--fix"]);
    assert_eq!((safe.code, safe.out.as_str()), (Some(1), ""));
    assert!(safe.err.contains("3 problems have an answer that may be wrong"), "{}", safe.err);
    assert_eq!(read(&folder), ORPHANS);
    let fixed = folder.run(&["check", "--fix", "--unsafe"]);
    assert_eq!((fixed.code, fixed.out.as_str()), (Some(1), "timeline.yaml\n"), "{}", fixed.err);
    let new = ORPHANS
        .replace(
            "|\n          Le traité est signé\n          en 1962.\n",
            "\"Le traité est signé en 1961.\"\n",
        )
        .replace("1997", "1996")
        .replace("Un autre traité suit", "Un autre suit");
    assert_eq!(read(&folder), new);
    assert!(fixed.err.contains("nowhere in the article"), "{}", fixed.err);
    let again = folder.run(&["check", "--fix", "--unsafe"]);
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""));
    assert_eq!(read(&folder), new);
}

#[test]
fn what_is_no_file_or_cannot_be_read_is_left_alone() {
    let folder = folder("title: [\n");
    for (arguments, code) in [
        (&["check", "--fix", "-"][..], 2),
        (&["check", "--fix", "missing.yaml"], 2),
        (&["check", "--fix"], 1),
        (&["check", "--unsafe"], 2),
        (&["check", "--fix", "--format", "json"], 2),
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(code), ""), "{arguments:?}: {}", run.err);
        assert_eq!(read(&folder), "title: [\n");
    }
    folder.write("latin.yaml", b"title: \xe9\n");
    assert_eq!(folder.run(&["check", "--fix", "latin.yaml"]).code, Some(1));
    assert_eq!(fs::read(folder.path().join("latin.yaml")).unwrap(), b"title: \xe9\n");
}

#[test]
fn killed_at_any_moment_the_file_is_the_old_one_or_the_new_one() {
    let [wrong, right] = kept();
    let folder = folder(&wrong);
    let mut news = 0;
    for round in 0..40_u64 {
        folder.write("timeline.yaml", &wrong);
        let mut child = frise(&["check", "--fix"])
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        // It shows what it is about to write: the more of that we hear, the further it is.
        let mut heard = vec![0; usize::try_from(round * 40).unwrap()];
        let _ = std::io::Read::read_exact(child.stderr.as_mut().unwrap(), &mut heard);
        let _ = child.kill();
        child.wait().unwrap();
        let now = read(&folder);
        assert!(now == wrong || now == right, "{now}");
        news += usize::from(now == right);
    }
    assert!(news < 40, "it was never stopped before it was done");
}

#[test]
fn found_sentences_are_printed_as_quotes() {
    let folder = folder(ORPHANS);
    let run = folder.run(&["search", "--format", "yaml", "annulé 1996"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(run.out, "- source: a\n  exact: \"Il est annulé en 1996.\"\n");
    let none = folder.run(&["search", "--format", "yaml", "xyzzy"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
}
