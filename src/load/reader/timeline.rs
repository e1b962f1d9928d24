//! The timeline, its sources and its places.

use super::super::rules::reading::NO_EVENTS;
use super::super::rules::values::BAD_COORDINATES;
use super::super::schema::keys;
use super::super::yaml::Node;
use super::Reader;
use super::fields::Fields;
use super::reader::Meant;
use crate::load::diagnostics::{Allowance, Applicability, Change, Findings, said};
use crate::model::{Index, LanguageTag, Place, Sheet, Source, Text, Timeline};

/// Reads a timeline from the root of its YAML.
pub(in crate::load) fn read(root: Node<'_>) -> Read {
    let mut reader = Reader::default();
    let timeline = reader.timeline(root);
    Read { timeline, findings: reader.findings, allowances: reader.allowances }
}

/// What was read.
#[derive(Debug)]
pub(in crate::load) struct Read {
    /// `None` where the root is no mapping.
    pub(in crate::load) timeline: Option<Timeline>,
    pub(in crate::load) findings: Findings,
    pub(in crate::load) allowances: Vec<Allowance>,
}

impl Reader {
    /// The whole timeline. Sources and places come first, because events refer to them; briefings come last, because
    /// they refer to events.
    fn timeline(&mut self, root: Node<'_>) -> Option<Timeline> {
        let fallback = first_language(&root);
        let mut fields = Fields::open(self, root, &keys::TIMELINE)?;
        let stated = fields.get(self, "language", Self::language_tag).flatten();
        if let Some(language) = stated.or(fallback) {
            self.language = language;
        }
        self.languages.push(self.language.clone());
        let title = fields.get(self, "title", Self::said).unwrap_or_default();
        let sources = fields.get(self, "sources", |reader, node| reader.each(node, Self::source));
        let sources: Vec<Source> = sources.into_iter().flatten().flatten().collect();
        for (index, source) in sources.iter().enumerate() {
            self.sources.entry(source.id.clone()).or_insert_with(|| (index, source.language.clone()));
        }
        let places = fields.get(self, "places", |reader, node| reader.each(node, Self::place));
        let places: Vec<Place> = places.into_iter().flatten().flatten().collect();
        for (index, place) in places.iter().enumerate() {
            self.places.entry(place.id.clone()).or_insert(index);
        }
        let branches = fields.get(self, "events", |reader, node| {
            if matches!(&node, Node::List(items) if items.is_empty()) {
                let message = said!(en: "the timeline has no events", fr: "la frise n’a aucun événement");
                let finding = reader.on(&NO_EVENTS, message);
                reader.report(finding.help(said!(
                    en: "add one: `- {{id: …, date: …, title: …}}`",
                    fr: "ajoutez-en un\u{a0}: `- {{id: …, date: …, title: …}}`",
                )));
            }
            reader.each(node, |reader, position, node| reader.event(position, node))
        });
        let (events, quotes) = super::event::lay_out(branches.into_iter().flatten().flatten().collect());
        let briefings = fields.get(self, "briefings", |reader, node| reader.briefings(node, &events));
        fields.get(self, "allow", Self::allow);
        fields.close(self);
        let languages = std::mem::take(&mut self.languages);
        let mut timeline = Timeline {
            title,
            languages,
            sources,
            places,
            events,
            quotes,
            briefings: briefings.unwrap_or_default(),
            index: Index::default(),
        };
        timeline.index = Index::new(&timeline.sources, &timeline.events, &timeline.quotes);
        Some(timeline)
    }

    fn source(&mut self, position: usize, node: Node<'_>) -> Option<Source> {
        let mut fields = Fields::open(self, node, &keys::SOURCE)?;
        let id = fields.get(self, "id", Self::id).flatten();
        let source = Source {
            id: id.unwrap_or_else(|| format!("source-{}", position + 1)),
            position,
            title: fields.get(self, "title", Self::text),
            author: fields.get(self, "author", Self::text),
            container_title: fields.get(self, "container-title", Self::text),
            credit: fields.get(self, "credit", Self::text),
            issued: fields.get(self, "issued", Self::date),
            genre: fields.get(self, "genre", Self::text),
            url: fields.get(self, "url", Self::url).flatten(),
            text: fields.get(self, "text", Self::filled).flatten(),
            sha256: fields.get(self, "sha256", Self::digest).flatten(),
            origin: fields.get(self, "origin", Self::filled).flatten(),
            relays: fields
                .get(self, "relays", |reader, node| reader.each(node, |reader, _, relay| reader.said(relay)))
                .unwrap_or_default(),
            language: fields
                .get(self, "language", Self::language_tag)
                .flatten()
                .unwrap_or_else(|| self.language.clone()),
            sheet: fields.get(self, "sheet", Self::sheet).flatten().unwrap_or_default(),
        };
        fields.get(self, "allow", Self::allow);
        fields.close(self);
        Some(source)
    }

    fn sheet(&mut self, node: Node<'_>) -> Option<Sheet> {
        let mut fields = Fields::open(self, node, &keys::SHEET)?;
        let sheet = Sheet {
            audience: fields.get(self, "audience", Self::text),
            context: fields.get(self, "context", Self::text),
            viewpoint: fields.get(self, "viewpoint", Self::text),
            limits: fields.get(self, "limits", Self::text),
        };
        fields.close(self);
        Some(sheet)
    }

    fn place(&mut self, position: usize, node: Node<'_>) -> Option<Place> {
        let mut fields = Fields::open(self, node, &keys::PLACE)?;
        let id = fields.get(self, "id", Self::id).flatten();
        let id = id.unwrap_or_else(|| format!("place-{}", position + 1));
        let name = fields.get(self, "name", Self::said);
        let name = name.unwrap_or_else(|| Text::single(self.language.clone(), id.clone()));
        let latitude = fields.get(self, "latitude", |reader, node| reader.degrees(node, 90.0));
        let longitude = fields.get(self, "longitude", |reader, node| reader.degrees(node, 180.0));
        if latitude.is_some() != longitude.is_some() {
            let missing = if latitude.is_some() { "longitude" } else { "latitude" };
            let finding = self.on(
                &BAD_COORDINATES,
                said!(en: "a place has both coordinates or neither", fr: "un lieu a deux coordonnées ou aucune"),
            );
            let add = said!(en: "add `{missing}: …`", fr: "ajoutez `{missing}: …`");
            let change = Change::AddKey(missing);
            self.report(finding.help(add.clone()).fix(Applicability::HasPlaceholders, add, change));
        }
        fields.close(self);
        Some(Place { id, position, name, coordinates: latitude.flatten().zip(longitude.flatten()) })
    }

    /// Degrees from `-limit` to `limit`.
    fn degrees(&mut self, node: Node<'_>, limit: f64) -> Option<f64> {
        let degrees = match self.untagged(node) {
            Node::Float(degrees) => degrees,
            Node::Int(digits) => digits.parse().unwrap_or(f64::INFINITY),
            node => {
                self.wrong(Meant::Number, &node);
                return None;
            }
        };
        if degrees.abs() <= limit {
            return Some(degrees);
        }
        let message = said!(
            en: "{degrees} is not between -{limit} and {limit} degrees",
            fr: "{degrees} n’est pas entre -{limit} et {limit} degrés",
        );
        self.report(self.on(&BAD_COORDINATES, message));
        None
    }
}

/// The language that a timeline's title is first given in, for timelines that do not state their own.
fn first_language(root: &Node<'_>) -> Option<LanguageTag> {
    let Node::Map(pairs) = root else { return None };
    let (_, title) = pairs.iter().find(|(key, _)| matches!(key, Node::Text(key) if key == "title"))?;
    match title {
        Node::Map(languages) => match languages.first()? {
            (Node::Text(tag), _) => Some(LanguageTag::new(tag)),
            _ => None,
        },
        _ => None,
    }
}
