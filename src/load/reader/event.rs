//! Events, their quotes and claims, and the events inside them.

use std::collections::HashSet;
use std::ops::Range;

use super::super::rules::values::BAD_STANCE;
use super::super::rules::{UNKNOWN_PLACE, UNKNOWN_SOURCE};
use super::super::schema::keys;
use super::super::yaml::Node;
use super::Reader;
use super::fields::Fields;
use super::guess::{Guess, guess};
use crate::load::diagnostics::{Finding, is_it, nearest, said};
use crate::model::{
    Claim, Date, Dating, Event, EventIndex, LanguageTag, Order, PlaceIndex, Quote, QuoteIndex, SourceIndex,
    Stance, Text,
};

/// An event with everything inside it. Its quotes are counted from its own first one, and neither it nor its
/// quotes know their place among all others yet.
pub(super) struct Branch {
    event: Event,
    quotes: Vec<Quote>,
    inside: Vec<Branch>,
}

impl Reader {
    /// An event with everything inside it.
    pub(super) fn event(&mut self, position: usize, node: Node<'_>) -> Option<Branch> {
        let mut fields = Fields::open(self, node, &keys::EVENT)?;
        let id = fields.get(self, "id", Self::id).flatten().unwrap_or_default();
        let date = fields.get(self, "date", Self::date);
        let title = fields.get(self, "title", Self::said).unwrap_or_default();
        let summary = fields.get(self, "summary", Self::text);
        let places = fields.get(self, "places", |reader, node| reader.each(node, Self::place_named));
        let tags =
            fields.get(self, "tags", |reader, node| reader.each(node, |reader, _, tag| reader.said(tag)));
        let mut quotes: Vec<Quote> =
            fields.get(self, "quotes", |reader, node| reader.quotes(node, None)).unwrap_or_default();
        let own = 0..quotes.len();
        let claims = fields.get(self, "claims", |reader, node| {
            reader.each(node, |reader, index, node| reader.claim(index, node, &mut quotes))
        });
        let notes = fields.get(self, "notes", Self::text);
        let questions = fields
            .get(self, "questions", |reader, node| reader.each(node, |reader, _, node| reader.said(node)));
        let inside = fields.get(self, "subevents", |reader, node| {
            reader.each(node, |reader, position, node| reader.event(position, node))
        });
        fields.get(self, "allow", Self::allow);
        fields.close(self);
        let event = Event {
            id,
            parent: None,
            depth: 0,
            position,
            end: 0,
            date: date.unwrap_or(Dating::Undated { written: String::new() }),
            title,
            summary,
            places: places.into_iter().flatten().flatten().collect(),
            tags: tags.unwrap_or_default(),
            quotes: own,
            claims: claims.unwrap_or_default(),
            notes,
            questions: questions.unwrap_or_default(),
        };
        Some(Branch { event, quotes, inside: inside.into_iter().flatten().flatten().collect() })
    }

    fn place_named(&mut self, _: usize, node: Node<'_>) -> Option<PlaceIndex> {
        let id = self.filled(node)?;
        let known = self.places.get(&id).copied();
        if known.is_none() && !id.trim().is_empty() {
            let message =
                said!(en: "the timeline has no place `{id}`", fr: "la frise n’a pas de lieu `{id}`");
            let known = self.places.keys().map(String::as_str);
            let guess = guess(&mut self.suggestions, &id, known);
            let finding = unknown(self.on(&UNKNOWN_PLACE, message), guess, "places");
            self.report(finding);
        }
        known
    }

    /// A claim, its quotes put after those that come before it. What is no mapping becomes a claim
    /// without quotes, so that the others keep their numbers.
    fn claim(&mut self, index: usize, node: Node<'_>, quotes: &mut Vec<Quote>) -> Claim {
        let start = quotes.len();
        let bare = match &node {
            Node::Text(text) => Text::single(self.language.clone(), text.as_ref()),
            _ => Text::default(),
        };
        let Some(mut fields) = Fields::open(self, node, &keys::CLAIM) else {
            return Claim { says: bare, quotes: start..start };
        };
        let says = fields.get(self, "says", Self::said).unwrap_or_default();
        let own = fields.get(self, "quotes", |reader, node| reader.quotes(node, Some(index)));
        fields.close(self);
        quotes.extend(own.unwrap_or_default());
        Claim { says, quotes: start..quotes.len() }
    }

    fn quotes(&mut self, node: Node<'_>, claim: Option<usize>) -> Vec<Quote> {
        let quotes = self.each(node, |reader, position, node| reader.quote(position, node, claim));
        quotes.into_iter().flatten().collect()
    }

    fn quote(&mut self, position: usize, node: Node<'_>, claim: Option<usize>) -> Option<Quote> {
        // With the stance, which only a claim's quote has: that it stands elsewhere is better said in its own words.
        let mut fields = Fields::open(self, node, &keys::CLAIM_QUOTE)?;
        let source = fields.get(self, "source", |reader, node| {
            let id = reader.filled(node)?;
            Some((reader.source_named(&id), id))
        });
        let (known, source_id) = source.flatten().unwrap_or_default();
        let (source, language) = known.unzip();
        let quote = Quote {
            event: 0,
            claim,
            position,
            source_id,
            source,
            exact: fields.get(self, "exact", Self::filled).flatten().unwrap_or_default(),
            prefix: fields.get(self, "prefix", Self::filled).flatten(),
            suffix: fields.get(self, "suffix", Self::filled).flatten(),
            speaker: fields.get(self, "speaker", Self::text),
            translation: fields.get(self, "translation", Self::wordings).unwrap_or_default(),
            note: fields.get(self, "note", Self::text),
            is_key: fields.get(self, "key", Self::flag).unwrap_or_default(),
            stance: fields
                .get(self, "stance", |reader, node| reader.stance(node, claim.is_some()))
                .unwrap_or_default(),
            language: fields
                .get(self, "language", Self::language_tag)
                .flatten()
                .or(language)
                .unwrap_or_else(|| self.language.clone()),
        };
        fields.close(self);
        Some(quote)
    }

    fn source_named(&mut self, id: &str) -> Option<(SourceIndex, LanguageTag)> {
        let known = self.sources.get(id).cloned();
        if known.is_none() && !id.trim().is_empty() {
            let message =
                said!(en: "the timeline has no source `{id}`", fr: "la frise n’a pas de source `{id}`");
            let known = self.sources.keys().map(String::as_str);
            let guess = guess(&mut self.suggestions, id, known);
            let finding = unknown(self.on(&UNKNOWN_SOURCE, message), guess, "sources");
            self.report(finding);
        }
        known
    }

    fn stance(&mut self, node: Node<'_>, is_in_claim: bool) -> Stance {
        let Some(written) = self.string(node) else { return Stance::default() };
        let stance = Stance::ALL.into_iter().find(|stance| stance.name() == written);
        if !is_in_claim {
            let message = said!(
                en: "only a quote under a claim has a stance",
                fr: "seule une citation sous une affirmation a une position",
            );
            self.report(self.on(&BAD_STANCE, message).help(said!(
                en: "take the stance out, or move the quote under a claim",
                fr: "retirez-la, ou mettez la citation sous une affirmation",
            )));
            return Stance::default();
        }
        if stance.is_none() {
            let finding = self.on(
                &BAD_STANCE,
                said!(en: "a quote does not `{written}` a claim", fr: "`{written}` n’est pas une position"),
            );
            self.report(match nearest(&written, Stance::ALL.map(Stance::name)) {
                Some(near) => finding.help(is_it(near)).probably(near),
                None => finding.help(said!(
                    en: "write supports, disputes or nuances",
                    fr: "écrivez supports, disputes ou nuances",
                )),
            });
        }
        stance.unwrap_or_default()
    }
}

/// A finding on an id that names nothing, with the one that was probably meant.
pub(super) fn unknown(finding: Finding, guess: Option<Guess<'_>>, list: &str) -> Finding {
    match guess {
        Some(Guess { name, help, .. }) => finding.help(help).probably(name),
        None => finding.help(said!(
            en: "add it to the `{list}` of the timeline",
            fr: "ajoutez-le aux `{list}` de la frise",
        )),
    }
}

/// Lays a tree of events out flat, in the order of [`Timeline::events`](crate::model::Timeline::events), and
/// names those that have no id.
pub(super) fn lay_out(mut branches: Vec<Branch>) -> (Vec<Event>, Vec<Quote>) {
    let mut flat = Flat::default();
    flat.lay(&mut branches, None, 0);
    let mut taken: HashSet<String> = flat.events.iter().map(|event| event.id.clone()).collect();
    for (index, event) in flat.events.iter_mut().enumerate().filter(|(_, event)| event.id.trim().is_empty()) {
        let mut name = format!("event-{}", index + 1);
        while !taken.insert(name.clone()) {
            name.push('-');
        }
        event.id = name;
    }
    (flat.events, flat.quotes)
}

#[derive(Default)]
struct Flat {
    events: Vec<Event>,
    quotes: Vec<Quote>,
}

impl Flat {
    fn lay(&mut self, branches: &mut Vec<Branch>, parent: Option<EventIndex>, depth: usize) {
        branches.sort_by_cached_key(|branch| moment(&branch.event.date));
        for Branch { event, quotes, mut inside } in branches.drain(..) {
            let index = self.events.len();
            let shift =
                |range: Range<QuoteIndex>| range.start + self.quotes.len()..range.end + self.quotes.len();
            let claims = event.claims.into_iter();
            let claims = claims.map(|claim| Claim { quotes: shift(claim.quotes), ..claim }).collect();
            let own = shift(event.quotes);
            self.events.push(Event { parent, depth, quotes: own, claims, ..event });
            self.quotes.extend(quotes.into_iter().map(|quote| Quote { event: index, ..quote }));
            self.lay(&mut inside, Some(index), depth + 1);
            self.events[index].end = self.events.len();
        }
    }
}

/// What events are sorted by: the dated ones first.
fn moment(date: &Dating) -> (bool, Option<Order>) {
    let order = date.date().map(Date::order);
    (order.is_none(), order)
}
