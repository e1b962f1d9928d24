//! Briefings that a timeline holds.

use serde_json::json;

use crate::support::Folder;

const TIMELINE: &str = "\
title: Le phare
language: fr
sources:
  - {id: gazette, text: gazette.txt}
events:
  - id: lighting
    date: 1907-03-01
    title: Le phare est allumé
    quotes:
      - {source: gazette, exact: Le phare a été allumé}
      - {source: gazette, exact: la lampe brûle de l’huile, key: true}
    subevents:
      - id: evening
        date: 1907-03-01
        title: Le soir
        quotes: [{source: gazette, exact: hier soir devant une foule}]
  - id: storm
    date: 1913
    title: La tempête
    quotes: [{source: gazette, exact: la tempête de 1913}]
briefings:
  - {id: short, title: En bref, minutes: 10, events: [storm, lighting], depth: main, order: true}
  - {id: long, title: En détail, depth: events}
";

fn folder() -> Folder {
    Folder::with(&[
        ("timeline.yaml", TIMELINE),
        (
            "gazette.txt",
            "Le phare a été allumé hier soir devant une foule. Et la lampe brûle de l’huile, malgré la tempête de 1913.\n",
        ),
    ])
}

#[test]
fn a_worksheet_holds_the_events_of_its_briefing_in_their_order() {
    let folder = folder();
    let short = folder.run(&["handout", "short", "--format", "markdown"]);
    assert_eq!((short.code, short.err.as_str()), (Some(0), ""));
    let at = |text| short.out.find(text);
    let (storm, lamp) = (at("la tempête de 1913"), at("la lampe brûle de l’huile"));
    assert!(storm.is_some() && storm < lamp && at("Le soir").is_none(), "{}", short.out);
    // The key quote is the one that is marked.
    assert!(!short.out.contains("Le phare a été allumé"), "{}", short.out);
    let long = folder.run(&["handout", "timeline.yaml", "long", "--format", "markdown"]);
    assert!(long.out.contains("Le soir"), "{}", long.out);
}

#[test]
fn a_briefing_that_is_not_there_is_told_with_the_nearest() {
    let run = folder().run(&["handout", "shrt"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.starts_with("error: the timeline has no briefing `shrt`"), "{}", run.err);
    assert!(run.err.contains("help: did you mean `short`?"), "{}", run.err);
    let run = folder().run(&["handout", "timeline.yaml", "nothing-like-it"]);
    assert!(run.err.contains("help: its briefings are `short`, `long`"), "{}", run.err);
}

#[test]
fn json_has_them_and_the_key_quotes() {
    let shown = folder().run(&["show", "--format", "json"]).json();
    assert_eq!(
        shown["briefings"],
        json!([
            {"id": "short", "title": "En bref", "minutes": 10, "events": ["storm", "lighting"], "depth": "main", "order": true},
            {"id": "long", "title": "En détail", "depth": "events"},
        ])
    );
    let quotes = &shown["events"][0]["quotes"];
    assert_eq!((&quotes[0]["key"], &quotes[1]["key"]), (&json!(null), &json!(true)));
    let one = folder().run(&["show", "--event", "storm", "--format", "json"]).json();
    assert_eq!(one["briefings"], json!(null));
}

#[test]
fn the_built_in_timeline_has_two() {
    let folder = Folder::new();
    let shown = folder.run(&["show", "--format", "json"]).json();
    let ids = shown["briefings"].as_array().unwrap().iter().map(|briefing| &briefing["id"]);
    assert_eq!(ids.collect::<Vec<_>>(), ["ten-minutes", "source-criticism"]);
    let run = folder.run(&["handout", "ten-minutes"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}
