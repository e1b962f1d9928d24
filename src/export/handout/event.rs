//! The events of a handout.

use std::collections::HashMap;

use super::Edition;
use super::page::{Builder, Hidden};
use super::view::{Claim, Event, List, Wording};
use crate::briefing::DateRedactor;
use crate::i18n::Counted;
use crate::model::{self, Depth, EventIndex, Stance};

/// The deepest heading of HTML.
const DEEPEST: usize = 6;

impl<'a> Builder<'a> {
    /// The events with these indices, in their order. `letters` are those of the drawn timeline.
    pub(super) fn events(
        &self,
        slides: &[EventIndex],
        letters: &HashMap<EventIndex, String>,
    ) -> Vec<Event<'a>> {
        let all = || self.timeline.events.iter();
        let is_student = self.handout.edition == Edition::Student;
        let dates = DateRedactor::of(all().map(|event| &event.date).filter(|_| is_student));
        let mut numbers: Vec<usize> = Vec::new();
        let mut events = Vec::new();
        let depth = |event: EventIndex| {
            // An event whose parent is not there stands by itself.
            let around = std::iter::successors(self.timeline.events[event].parent, |parent| {
                self.timeline.events[*parent].parent
            });
            around.filter(|parent| slides.contains(parent)).count()
        };
        let depths: Vec<usize> = slides.iter().map(|event| depth(*event)).collect();
        for (at, &index) in slides.iter().enumerate() {
            numbers.truncate(depths[at] + 1);
            match numbers.get_mut(depths[at]) {
                Some(number) => *number += 1,
                None => numbers.push(1),
            }
            let mut event = self.event(index, &dates);
            let next = depths.get(at + 1).copied().unwrap_or_default();
            event.id = id(&numbers);
            event.level = (depths[at] + 2).min(DEEPEST);
            event.letter = letters.get(&index).cloned();
            event.opens = next > depths[at];
            event.closes = depths[at].saturating_sub(next);
            events.push(event);
        }
        events
    }

    fn event(&self, index: EventIndex, dates: &DateRedactor) -> Event<'a> {
        let event = &self.timeline.events[index];
        let is_student = self.handout.edition == Edition::Student;
        let is_whole = self.handout.selection.depth == Depth::All;
        let own = if is_student { Hidden::Of(dates, index) } else { Hidden::Nothing };
        // A title is read among the titles of the others, where it must not give their months away either.
        let every = if is_student { Hidden::Every(dates) } else { Hidden::Nothing };
        let places = event.places.iter().map(|&place| self.wording(&self.timeline.places[place].name));
        let tags = event.tags.iter().map(|tag| self.blanked(tag, own));
        let questions: Vec<_> =
            event.questions.iter().filter_map(|question| self.wording(question)).collect();
        // Those of claims stand under their claims.
        let quotes = self
            .handout
            .quotes_of(index)
            .into_iter()
            .filter(|quote| !is_whole || event.quotes.contains(quote));
        let claims = event.claims.iter().filter(|_| is_whole);
        let notes = event.notes.as_ref().filter(|_| self.handout.edition == Edition::Teacher);
        Event {
            id: String::new(),
            level: 2,
            letter: None,
            date: (!is_student).then(|| self.when(&event.date)),
            title: self.blanked(&event.title, every).unwrap_or(Wording { lang: None, runs: Vec::new() }),
            places: self.list(self.words.places, places).filter(|_| is_whole),
            tags: self.list(self.words.tags, tags).filter(|_| is_whole),
            summary: self.paragraphs(event.summary.as_ref().filter(|_| is_whole), own),
            quotes: quotes.map(|quote| self.quote(quote)).collect(),
            claims: claims.map(|claim| self.claim(claim, own)).collect(),
            question_label: self.words.questions.of(self.lang, questions.len()),
            questions,
            notes: self.paragraphs(notes, Hidden::Nothing),
            opens: false,
            closes: 0,
        }
    }

    fn list(&self, label: Counted, items: impl Iterator<Item = Option<Wording<'a>>>) -> Option<List<'a>> {
        let items: Vec<_> = items.flatten().collect();
        (!items.is_empty()).then(|| List { label: label.of(self.lang, items.len()), items })
    }

    fn claim(&self, claim: &'a model::Claim, hidden: Hidden<'_>) -> Claim<'a> {
        let quotes = claim.quotes.clone().map(|quote| {
            let stance = match self.timeline.quotes[quote].stance {
                Stance::Supports => self.words.supports,
                Stance::Disputes => self.words.disputes,
                Stance::Nuances => self.words.nuances,
            };
            (stance, self.quote(quote))
        });
        Claim {
            says: self.blanked(&claim.says, hidden).unwrap_or(Wording { lang: None, runs: Vec::new() }),
            quotes: quotes.collect(),
        }
    }
}

/// What a link to the event with these numbers, from the outermost in, leads to. Its own id may name its date.
fn id(numbers: &[usize]) -> String {
    let numbers: Vec<_> = numbers.iter().map(usize::to_string).collect();
    format!("e{}", numbers.join("-"))
}
