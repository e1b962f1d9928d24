//! Languages: that what is said in one of the timeline's languages is said in all of them.

use super::super::finding::{Finding, Path, Step};
use super::Check::Model;
use super::Severity::Warning;
use super::facts::to_place;
use super::{Facts, Rule};
use crate::model::{Event, Text};

pub(super) static MISSING_TRANSLATION: Rule = Rule {
    code: "missing-translation",
    severity: Warning,
    summary: "a text does not exist in one of the timeline's languages",
    explanation: "\
The languages of a timeline are its `language` and all those that any of its texts is given in. Who
reads it in one of them finds this text in another. Add it. Names and printed titles, such as those
of speakers, places, publications and articles, may stand in one language alone. Quotes stand in the
language of their article, and their translations are as you like.

    language: fr
    title: {fr: Le traité, en: The treaty}
    events:
      - {id: treaty, date: 1961, title: Le traité}             # and in English?",
    check: Model(missing_translation),
};

fn missing_translation(facts: &Facts<'_>) -> Vec<Finding> {
    if facts.timeline().languages.len() < 2 {
        return Vec::new();
    }
    let mut texts: Vec<(Path, &Text, Kind)> =
        vec![(vec![Step::Key("title")], &facts.timeline().title, Kind::Said)];
    texts.extend(of_sources(facts));
    texts.extend(facts.timeline().places.iter().map(|place| {
        let mut path = to_place(place);
        path.push(Step::Key("name"));
        (path, &place.name, Kind::Name)
    }));
    texts.extend(of_events(facts));
    texts.extend(of_quotes(facts));
    texts.into_iter().filter_map(|(path, text, kind)| missing(facts, path, text, kind)).collect()
}

/// What a text is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// The timeline's own words.
    Said,
    /// A name, or a title as printed: one language may do for all.
    Name,
}

fn missing(facts: &Facts<'_>, path: Path, text: &Text, kind: Kind) -> Option<Finding> {
    let given = text.entries().count();
    if given == 0 || (kind == Kind::Name && given == 1) {
        return None;
    }
    let languages = facts.timeline().languages.iter();
    let lacking: Vec<&str> =
        languages.map(crate::model::LanguageTag::as_str).filter(|tag| text.get(tag).is_none()).collect();
    let first = *lacking.first()?;
    Some(
        Finding::on_key(
            &MISSING_TRANSLATION,
            path,
            format!("this text is missing in `{}`", lacking.join("`, `")),
        )
        .help(format!("add `{first}: …`")),
    )
}

fn of_sources<'a>(facts: &Facts<'a>) -> Vec<(Path, &'a Text, Kind)> {
    let mut all = Vec::new();
    for (index, source) in facts.timeline().sources.iter().enumerate() {
        let path = facts.source(index);
        let sheet = &source.sheet;
        for (inner, text, kind) in [
            (vec!["title"], &source.title, Kind::Name),
            (vec!["author"], &source.author, Kind::Name),
            (vec!["container-title"], &source.container_title, Kind::Name),
            (vec!["credit"], &source.credit, Kind::Name),
            (vec!["genre"], &source.genre, Kind::Said),
            (vec!["sheet", "audience"], &sheet.audience, Kind::Said),
            (vec!["sheet", "context"], &sheet.context, Kind::Said),
            (vec!["sheet", "viewpoint"], &sheet.viewpoint, Kind::Said),
            (vec!["sheet", "limits"], &sheet.limits, Kind::Said),
        ] {
            all.extend(text.as_ref().map(|text| (along(&path, &inner), text, kind)));
        }
    }
    all
}

fn of_events<'a>(facts: &Facts<'a>) -> Vec<(Path, &'a Text, Kind)> {
    let events = facts.timeline().events.iter().enumerate();
    events.flat_map(|(index, event)| of_event(&facts.event(index), event)).collect()
}

fn of_event<'a>(path: &[Step], event: &'a Event) -> Vec<(Path, &'a Text, Kind)> {
    let mut all = vec![(along(path, &["title"]), &event.title, Kind::Said)];
    for (key, text) in [("summary", &event.summary), ("notes", &event.notes)] {
        all.extend(text.as_ref().map(|text| (along(path, &[key]), text, Kind::Said)));
    }
    for (position, text) in event.questions.iter().enumerate() {
        let mut path = along(path, &["questions"]);
        path.push(Step::Item(position));
        all.push((path, text, Kind::Said));
    }
    for (position, tag) in event.tags.iter().enumerate() {
        let mut path = along(path, &["tags"]);
        path.push(Step::Item(position));
        all.push((path, tag, Kind::Name));
    }
    for (position, claim) in event.claims.iter().enumerate() {
        let mut path = along(path, &["claims"]);
        path.extend([Step::Item(position), Step::Key("says")]);
        all.push((path, &claim.says, Kind::Said));
    }
    all
}

fn of_quotes<'a>(facts: &Facts<'a>) -> Vec<(Path, &'a Text, Kind)> {
    let mut all = Vec::new();
    for (index, quote) in facts.timeline().quotes.iter().enumerate() {
        for (key, text, kind) in [("speaker", &quote.speaker, Kind::Name), ("note", &quote.note, Kind::Said)]
        {
            all.extend(text.as_ref().map(|text| (along(&facts.quote(index), &[key]), text, kind)));
        }
    }
    all
}

fn along(path: &[Step], keys: &[&'static str]) -> Path {
    path.iter().copied().chain(keys.iter().map(|key| Step::Key(key))).collect()
}
