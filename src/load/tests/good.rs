//! Timelines that are as they should be, and what is read from them.

use super::*;
use crate::evidence::{Anchor, Article};
use crate::i18n::Lang;
use crate::load::diagnostics::drawing::{Verdict, render};
use crate::load::diagnostics::{Part, Spot, Step, to};
use crate::load::files::builtin;
use crate::load::rules::paths::{to_event, to_quote};
use crate::load::yaml::{locate, tree};
use crate::model::{Date, Day, Depth, LanguageTag, Stance};

fn drawn(problems: &[Problem]) -> String {
    problems.iter().map(|problem| render(problem, Verdict::Counts, Lang::En, false, 100)).collect()
}

#[test]
fn the_builtin_timeline_has_no_problems() {
    let proof = read(&Input::Builtin).unwrap().prove();
    assert!(proof.problems.is_empty(), "\n{}", drawn(&proof.problems));
    assert!(!proof.anchors.is_empty());
}

#[test]
fn a_good_timeline_is_read_whole() {
    let folder = folder(GOOD);
    let draft = read(&Input::File(folder.path("timeline.yaml"))).unwrap();
    let proof = draft.prove();
    assert!(proof.problems.is_empty(), "\n{}", drawn(&proof.problems));
    let timeline = &draft.timeline;
    assert_eq!(timeline.languages.iter().map(LanguageTag::as_str).collect::<Vec<_>>(), ["fr", "en"]);
    assert_eq!(timeline.sources[0].sheet.limits.as_ref().map(|text| text.best("en")), Some("no author"));
    let relays: Vec<&str> = timeline.sources[0].relays.iter().map(|relay| relay.best("en")).collect();
    assert_eq!(relays, ["TASS", "Russian media"]);
    assert_eq!(timeline.places[0].coordinates, Some((55.75, 37.62)));
    let [treaty, signing] = timeline.events.as_slice() else { panic!("two events") };
    assert_eq!((treaty.depth, treaty.end, signing.parent, signing.depth), (0, 2, Some(0), 1));
    assert_eq!(
        (treaty.quotes.clone(), treaty.claims[0].quotes.clone(), signing.quotes.clone()),
        (0..1, 1..2, 2..3)
    );
    let claimed = &timeline.quotes[1];
    assert_eq!(
        (claimed.event, claimed.claim, claimed.source, claimed.stance),
        (0, Some(0), Some(1), Stance::Disputes)
    );
    assert!(proof.anchors.iter().all(|anchor| matches!(anchor, Anchor::Exact(_))));
    assert!(timeline.quotes[0].is_key && !timeline.quotes[1].is_key);
    let [short] = timeline.briefings.as_slice() else { panic!("one briefing") };
    assert_eq!((short.id.as_str(), short.position, short.title.best("en")), ("short", 0, "In short"));
    assert_eq!((short.minutes, short.depth, short.has_ordering), (Some(10), Some(Depth::Main), true));
    assert_eq!(short.events, [0]);
    assert_eq!(draft.articles[1].as_ref().map(Article::text), Some(ARTICLE_B));
}

#[test]
fn siblings_are_sorted_by_date_and_undated_ones_come_last() {
    let yaml = "\
title: t
events:
- {id: c, date: 2001, title: t}
- {id: x, date: 03/04/2024, title: t}
- id: a
  date: 1961
  title: t
  subevents:
  - {id: a2, date: 1961-09, title: t}
  - {id: a1, date: 1961-07, title: t}
- {id: b, date: 2000, title: t}
- {date: '2000', title: no id}
";
    let folder = folder(yaml);
    let draft = read(&Input::File(folder.path("timeline.yaml"))).unwrap();
    let events = &draft.timeline.events;
    let order: Vec<&str> = events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(order, ["a", "a1", "a2", "b", "event-5", "c", "x"]);
    let positions: Vec<usize> = events.iter().map(|event| event.position).collect();
    assert_eq!(positions, [2, 1, 0, 3, 4, 0, 1]);
    assert_eq!(events[6].date.written(), "03/04/2024");
    assert_eq!(
        events[1].date.date().map(Date::earliest),
        Some(crate::model::Bound::Day(Day { year: 1961, month: 7, day: 1 }))
    );
}

#[test]
fn bad_input_loses_nothing_that_can_be_read() {
    let yaml = GOOD
        .replace("source: doc1\n        exact", "source: dok1\n        exact")
        .replace("tags: [traité]", "tags: traité")
        .replace("summary: {fr: \"Un traité\", en: \"A treaty\"}", "summary: true");
    let folder = folder(yaml);
    let draft = read(&Input::File(folder.path("timeline.yaml"))).unwrap();
    let quote = &draft.timeline.quotes[0];
    assert_eq!(
        (quote.source, quote.source_id.as_str(), quote.exact.as_str()),
        (None, "dok1", "un traité signé en 1961")
    );
    assert_eq!(draft.anchors()[0], Anchor::Orphan(None));
    let event = &draft.timeline.events[0];
    assert_eq!(event.tags[0].best("fr"), "traité");
    assert_eq!(event.summary.as_ref().map(|text| text.best("fr")), Some("true"));
    let codes: Vec<&str> = draft.prove().problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["missing-translation", "wrong-type", "wrong-type", "unknown-source"]);
}

#[test]
fn a_briefing_loses_only_what_it_cannot_show() {
    let listed = "events: [signing, nothing, treaty, signing, 'treaty']";
    let yaml = GOOD.replace("events: [treaty]", listed).replace("depth: main", "depth: deep");
    let folder = folder(yaml.replace("minutes: 10", "minutes: 5000").replace("order: true", "order: 'On'"));
    let draft = read(&Input::File(folder.path("timeline.yaml"))).unwrap();
    let [short] = draft.timeline.briefings.as_slice() else { panic!("one briefing") };
    let ids: Vec<&str> = short.events.iter().map(|event| draft.timeline.events[*event].id.as_str()).collect();
    assert_eq!(ids, ["signing", "treaty"]);
    assert_eq!((short.minutes, short.depth, short.has_ordering), (None, None, true));
    let codes: Vec<&str> = draft.prove().problems.iter().map(|problem| problem.code).collect();
    let expected =
        ["bad-minutes", "unknown-event", "listed-twice", "listed-twice", "bad-depth", "wrong-type"];
    assert_eq!(codes, expected);
}

#[test]
fn byte_order_marks_and_carriage_returns_do_no_harm() {
    for yaml in [format!("\u{feff}{GOOD}"), GOOD.replace('\n', "\r\n"), format!("---\n{GOOD}...\n")] {
        let problems = problems(&folder(yaml));
        assert!(problems.is_empty(), "\n{}", drawn(&problems));
    }
    let yaml = GOOD.replace("title: {fr: \"Les", "titel: {fr: \"Les").replace('\n', "\r\n");
    let problems = problems(&folder(format!("\u{feff}{yaml}")));
    assert_eq!((problems[0].at.line, problems[0].at.column), (1, 1));
    assert_eq!(problems[0].at.text, "titel: {fr: \"Les traités\", en: \"The treaties\"}");
}

#[test]
fn small_honest_aliases_work() {
    let yaml = GOOD
        .replace(
            "title: {fr: \"Le traité\", en: \"The treaty\"}",
            "title: &t {fr: \"Le traité\", en: \"The treaty\"}",
        )
        .replace("title: {fr: \"La signature\", en: \"The signing\"}", "title: *t");
    let folder = folder(yaml);
    assert_eq!(drawn(&problems(&folder)), "");
    let draft = read(&Input::File(folder.path("timeline.yaml"))).unwrap();
    assert_eq!(draft.timeline.events[1].title.best("en"), "The treaty");
}

#[test]
fn a_draft_can_be_proven_on_another_thread() {
    fn is_sendable<T: Send + Sync>() {}
    is_sendable::<crate::load::Draft>();
    is_sendable::<crate::load::Proof>();
}

#[test]
fn every_event_and_quote_is_found_again_in_the_file() {
    let draft = read(&Input::Builtin).unwrap();
    let ids = draft
        .timeline
        .events
        .iter()
        .enumerate()
        .map(|(index, event)| (to_event(&draft.timeline, index), "id", &event.id));
    let quotes = draft.timeline.quotes.iter().enumerate();
    let quotes = quotes.map(|(index, quote)| (to_quote(&draft.timeline, index), "exact", &quote.exact));
    let (spots, texts): (Vec<Spot>, Vec<&String>) = ids
        .chain(quotes)
        .map(|(path, key, text)| {
            let stretch = 0..text.chars().count();
            (Spot::Node(to(&path, Step::Key(key)), Part::Within(stretch)), text)
        })
        .unzip();
    let places = locate(builtin::TIMELINE, &spots.iter().collect::<Vec<_>>());
    for (place, text) in places.into_iter().zip(texts) {
        let found = &builtin::TIMELINE[place.bytes];
        assert_eq!(found.replace("\\\"", "\"").replace("''", "'"), *text);
    }
}

#[test]
fn the_builtin_timeline_would_pass_the_guard() {
    assert!(tree(builtin::TIMELINE).is_ok());
    assert!(tree(&format!("{}\nx: &a b\n", builtin::TIMELINE)).is_ok());
}
