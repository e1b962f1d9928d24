//! Languages: that what is said in one of the timeline's languages is said in all of them.

use super::Facts;
use super::paths::{to_briefing, to_event, to_place, to_quote, to_source};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::Warning;
use crate::load::diagnostics::{Finding, Path, Step, said};
use crate::model::{Event, Text};

pub(super) static MISSING_TRANSLATION: Rule = Rule {
    code: "missing-translation",
    severity: Warning,
    summary: "a text does not exist in one of the timeline's languages",
    summary_fr: "un texte manque dans une des langues de la frise",
    explanation: "\
The languages of a timeline are its `language` and all those that any of its texts is given in. Who
reads it in one of them finds this text in another. Add it. A language other than `language` that
fewer than half of the texts have is reported once, at the first text that has it: add it to the
others, or take it out. Names and printed titles, such as those of speakers, places, publications and
articles, may stand in one language alone, and then do not count. Quotes stand in the language of
their article, and their translations are as you like.

    language: fr
    title: {fr: Le traité, en: The treaty}
    events:
      - {id: treaty, date: 1961, title: Le traité}             # and in English?",
    explanation_fr: "\
Les langues d’une frise sont sa `language` et toutes celles où l’un de ses textes est donné. Qui la
lit dans l’une d’elles trouve ce texte-ci dans une autre. Ajoutez-le. Une langue, autre que
`language`, que moins de la moitié des textes ont n’est signalée qu’une fois, au premier texte qui
l’a\u{a0}: ajoutez-la aux autres ou retirez-la. Noms et titres imprimés (locuteurs, lieux, publications,
articles) peuvent n’être que dans une langue, et ne comptent alors pas. Les citations sont dans la
langue de leur article, et leurs traductions sont libres.

    language: fr
    title: {fr: Le traité, en: The treaty}
    events:
      - {id: treaty, date: 1961, title: Le traité}             # et en anglais\u{a0}?",
};

pub(super) fn missing_translation(facts: &Facts<'_>) -> Vec<Finding> {
    let languages = &facts.timeline().languages;
    if languages.len() < 2 {
        return Vec::new();
    }
    let texts = texts_that_count(facts);
    let mut findings = Vec::new();
    let mut expected = Vec::new();
    for (index, language) in languages.iter().enumerate() {
        let language = language.as_str();
        let mut given = texts.iter().filter(|(_, text)| text.get(language).is_some()).peekable();
        let first = given.peek().map(|(path, _)| path.clone());
        let count = given.count();
        if index == 0 || 2 * count >= texts.len() {
            expected.push(language);
        } else if let Some(path) = first {
            findings.push(stray(path, language, count, texts.len()));
        }
    }
    findings.extend(texts.into_iter().filter_map(|(path, text)| lacking(path, text, &expected)));
    findings
}

/// The texts that are to stand in every language, each with the way to it.
fn texts_that_count<'a>(facts: &Facts<'a>) -> Vec<(Path, &'a Text)> {
    let title = (vec![Step::Key("title")], &facts.timeline().title, Kind::Said);
    let places = facts.timeline().places.iter().map(|place| {
        let mut path = to_place(place);
        path.push(Step::Key("name"));
        (path, &place.name, Kind::Name)
    });
    let briefings = facts.timeline().briefings.iter().map(|outline| {
        let mut path = to_briefing(outline);
        path.push(Step::Key("title"));
        (path, &outline.title, Kind::Said)
    });
    std::iter::once(title)
        .chain(of_sources(facts))
        .chain(places)
        .chain(briefings)
        .chain(of_events(facts))
        .chain(of_quotes(facts))
        .filter(|(_, text, kind)| kind.counts(text))
        .map(|(path, text, _)| (path, text))
        .collect()
}

/// What a text is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// The timeline's own words.
    Said,
    /// A name, or a title as printed: one language may do for all.
    Name,
}

impl Kind {
    /// Whether such a text is to stand in every language.
    fn counts(self, text: &Text) -> bool {
        match (self, text.entries().count()) {
            (_, 0) | (Self::Name, 1) => false,
            (Self::Said | Self::Name, _) => true,
        }
    }
}

/// A language that few texts have: to report all those without it would bury everything else.
fn stray(first: Path, language: &str, count: usize, all: usize) -> Finding {
    let message = said!(
        en: "`{language}` is given in {count} of {all} texts only",
        fr: "`{language}` n’est donné que dans {count} des {all} textes",
    );
    let help = said!(en: "add it to the others, or take it out", fr: "ajoutez-le aux autres, ou retirez-le");
    Finding::on_key(&MISSING_TRANSLATION, first, message).help(help)
}

fn lacking(path: Path, text: &Text, expected: &[&str]) -> Option<Finding> {
    let lacking: Vec<&str> = expected.iter().copied().filter(|tag| text.get(tag).is_none()).collect();
    let first = *lacking.first()?;
    let languages = lacking.join("`, `");
    let message = said!(en: "this text is missing in `{languages}`", fr: "ce texte manque en `{languages}`");
    let help = said!(en: "add `{first}: …`", fr: "ajoutez `{first}: …`");
    Some(Finding::on_key(&MISSING_TRANSLATION, path, message).help(help))
}

fn of_sources<'a>(facts: &Facts<'a>) -> Vec<(Path, &'a Text, Kind)> {
    let mut all = Vec::new();
    for (index, source) in facts.timeline().sources.iter().enumerate() {
        let path = to_source(facts.timeline(), index);
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
        for (position, relay) in source.relays.iter().enumerate() {
            let mut path = along(&path, &["relays"]);
            path.push(Step::Item(position));
            all.push((path, relay, Kind::Name));
        }
    }
    all
}

fn of_events<'a>(facts: &Facts<'a>) -> Vec<(Path, &'a Text, Kind)> {
    let events = facts.timeline().events.iter().enumerate();
    events.flat_map(|(index, event)| of_event(&to_event(facts.timeline(), index), event)).collect()
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
            all.extend(
                text.as_ref().map(|text| (along(&to_quote(facts.timeline(), index), &[key]), text, kind)),
            );
        }
    }
    all
}

fn along(path: &[Step], keys: &[&'static str]) -> Path {
    path.iter().copied().chain(keys.iter().map(|key| Step::Key(key))).collect()
}
