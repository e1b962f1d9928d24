//! Briefings, and the events they name.

use std::collections::HashMap;

use super::super::rules::briefings::{
    BAD_DEPTH, BAD_MINUTES, LISTED_TWICE, SUBEVENT_ON_MAIN_LINE, UNKNOWN_EVENT,
};
use super::super::rules::reading::WRONG_TYPE;
use super::super::schema::keys::{self, MINUTES};
use super::super::yaml::Node;
use super::Reader;
use super::event::unknown;
use super::fields::Fields;
use super::guess::guess;
use super::reader::Meant;
use crate::load::diagnostics::{Applicability, Change, is_it, nearest, said};
use crate::model::{Depth, Event, EventIndex, Outline, Text};

/// The events of the timeline, by their ids.
type Known<'e> = HashMap<&'e str, EventIndex>;

impl Reader {
    pub(super) fn briefings(&mut self, node: Node<'_>, events: &[Event]) -> Vec<Outline> {
        let mut known = Known::with_capacity(events.len());
        for (index, event) in events.iter().enumerate() {
            known.entry(&event.id).or_insert(index);
        }
        let read = |reader: &mut Self, position, node| reader.briefing(position, node, events, &known);
        self.each(node, read).into_iter().flatten().collect()
    }

    fn briefing(
        &mut self,
        position: usize,
        node: Node<'_>,
        events: &[Event],
        known: &Known<'_>,
    ) -> Option<Outline> {
        let mut fields = Fields::open(self, node, &keys::BRIEFING)?;
        let id = fields.get(self, "id", Self::id).flatten();
        let id = id.unwrap_or_else(|| format!("briefing-{}", position + 1));
        let title = fields.get(self, "title", Self::said);
        let depth = fields.get(self, "depth", Self::depth).flatten();
        let listed = fields.get(self, "events", |reader, node| reader.listed(node, depth, events, known));
        let outline = Outline {
            position,
            title: title.unwrap_or_else(|| Text::single(self.language.clone(), id.clone())),
            id,
            minutes: fields.get(self, "minutes", Self::minutes).flatten(),
            events: listed.unwrap_or_default(),
            depth,
            has_ordering: fields.get(self, "order", Self::flag).unwrap_or_default(),
        };
        fields.close(self);
        Some(outline)
    }

    /// The events of a briefing, without those that the timeline does not have or that stand there already.
    fn listed(
        &mut self,
        node: Node<'_>,
        depth: Option<Depth>,
        events: &[Event],
        known: &Known<'_>,
    ) -> Vec<EventIndex> {
        let mut listed = Vec::new();
        self.each(node, |reader, _, node| {
            let Some(id) = reader.filled(node).filter(|id| !id.trim().is_empty()) else { return };
            match known.get(id.as_str()) {
                Some(event) if listed.contains(event) => {
                    let message =
                        said!(en: "the briefing shows `{id}` already", fr: "le briefing montre déjà `{id}`");
                    let finding = reader.on(&LISTED_TWICE, message);
                    let finding =
                        finding.label(said!(en: "the first one counts", fr: "seul le premier compte"));
                    reader.report(finding.help(said!(en: "take it out here", fr: "retirez-le ici")));
                }
                Some(event) => {
                    if let (Some(Depth::Main), Some(parent)) = (depth, events[*event].parent) {
                        reader.subevent_on_main_line(&id, &events[parent].id);
                    }
                    listed.push(*event);
                }
                None => {
                    let message = said!(
                        en: "the timeline has no event `{id}`",
                        fr: "la frise n’a pas d’événement `{id}`",
                    );
                    let ids = events.iter().map(|event| event.id.as_str());
                    let guess = guess(&mut reader.suggestions, &id, ids);
                    let finding = unknown(reader.on(&UNKNOWN_EVENT, message), guess, "events");
                    reader.report(finding);
                }
            }
        });
        listed
    }

    fn subevent_on_main_line(&mut self, id: &str, parent: &str) {
        let message = said!(
            en: "`{id}` is part of `{parent}`, and depth `main` leaves subevents out",
            fr: "`{id}` fait partie de `{parent}`, et la profondeur `main` omet les sous-événements",
        );
        self.report(self.on(&SUBEVENT_ON_MAIN_LINE, message).help(said!(
            en: "write `depth: events`, or list `{parent}`",
            fr: "écrivez `depth: events`, ou nommez `{parent}`",
        )));
    }

    /// How long a briefing may last; `None` where that is not said in whole minutes.
    fn minutes(&mut self, node: Node<'_>) -> Option<u32> {
        let written = match self.untagged(node) {
            Node::Int(digits) => digits,
            Node::Float(number) => number.to_string(),
            node => {
                self.wrong(Meant::Number, &node);
                return None;
            }
        };
        let minutes = written.parse().ok().filter(|minutes| (1..=MINUTES).contains(minutes));
        if minutes.is_none() {
            let message = said!(
                en: "a briefing does not last {written} minutes",
                fr: "un briefing ne dure pas {written} minutes",
            );
            self.report(self.on(&BAD_MINUTES, message).help(said!(
                en: "write a whole number from 1 to {MINUTES}",
                fr: "écrivez un nombre entier de 1 à {MINUTES}",
            )));
        }
        minutes
    }

    fn depth(&mut self, node: Node<'_>) -> Option<Depth> {
        let written = self.string(node)?;
        let depth = Depth::ALL.into_iter().find(|depth| depth.name() == written);
        if depth.is_none() {
            let message = said!(
                en: "`{written}` is no depth of a briefing",
                fr: "`{written}` n’est pas une profondeur de briefing",
            );
            let finding = self.on(&BAD_DEPTH, message);
            self.report(match nearest(&written, Depth::ALL.map(Depth::name)) {
                Some(near) => finding.help(is_it(near)).probably(near),
                None => {
                    finding.help(said!(en: "write main, events or all", fr: "écrivez main, events ou all"))
                }
            });
        }
        depth
    }

    /// Yes or no; no where it is neither.
    pub(super) fn flag(&mut self, node: Node<'_>) -> bool {
        let node = match self.untagged(node) {
            Node::Bool(flag) => return flag,
            node => node,
        };
        let meant = match &node {
            Node::Text(text) => meant(text.trim()),
            _ => None,
        };
        let Some(flag) = meant else {
            self.wrong(Meant::Flag, &node);
            return false;
        };
        let write = said!(en: "write `{flag}`", fr: "écrivez `{flag}`");
        let message = said!(
            en: "here true or false is meant, not a text",
            fr: "il faut ici true ou false, pas un texte",
        );
        let finding = self.on(&WRONG_TYPE, message).label(said!(en: "this is a text", fr: "c’est un texte"));
        let change = Change::Raw(flag.to_string());
        self.report(finding.help(write.clone()).fix(Applicability::MachineApplicable, write, change));
        flag
    }
}

/// What a word for yes or no means. Old YAML has `yes`, `no`, `on` and `off`, which YAML 1.2 reads as texts.
fn meant(word: &str) -> Option<bool> {
    let is_in = |words: [&str; 5]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    if is_in(["true", "yes", "on", "oui", "vrai"]) {
        Some(true)
    } else {
        is_in(["false", "no", "off", "non", "faux"]).then_some(false)
    }
}
