//! The events of a handout.

use super::page::{Builder, Hidden};
use super::view::{Claim, Event, List, Wording};
use crate::briefing::DateRedactor;
use crate::i18n::Counted;
use crate::model::{self, EventIndex, Stance};

/// The deepest heading of HTML.
const DEEPEST: usize = 6;

impl<'a> Builder<'a> {
    /// Every event, in the order of the timeline.
    pub(super) fn events(&self) -> Vec<Event<'a>> {
        let all = || self.timeline.events.iter();
        let dates = DateRedactor::of(all().map(|event| &event.date).filter(|_| self.handout.is_student));
        let mut numbers: Vec<usize> = Vec::new();
        let mut events = Vec::new();
        for (index, event) in all().enumerate() {
            numbers.truncate(event.depth + 1);
            match numbers.get_mut(event.depth) {
                Some(number) => *number += 1,
                None => numbers.push(1),
            }
            events.push(self.event(index, &numbers, &dates));
        }
        events
    }

    fn event(&self, index: EventIndex, numbers: &[usize], dates: &DateRedactor) -> Event<'a> {
        let event = &self.timeline.events[index];
        let next = self.timeline.events.get(index + 1).map_or(0, |next| next.depth);
        let own = if self.handout.is_student { Hidden::Of(dates, index) } else { Hidden::Nothing };
        // A title is read among the titles of the others, where it must not give their months away either.
        let every = if self.handout.is_student { Hidden::Every(dates) } else { Hidden::Nothing };
        let places = event.places.iter().map(|&place| self.wording(&self.timeline.places[place].name));
        let tags = event.tags.iter().map(|tag| self.blanked(tag, own));
        let questions: Vec<_> =
            event.questions.iter().filter_map(|question| self.blanked(question, own)).collect();
        Event {
            id: id(numbers),
            level: (event.depth + 2).min(DEEPEST),
            date: (!self.handout.is_student).then(|| self.when(&event.date)),
            title: self.blanked(&event.title, every).unwrap_or(Wording { lang: None, runs: Vec::new() }),
            places: self.list(self.words.places, places),
            tags: self.list(self.words.tags, tags),
            summary: self.paragraphs(event.summary.as_ref(), own),
            quotes: event.quotes.clone().map(|quote| self.quote(quote, own)).collect(),
            claims: event.claims.iter().map(|claim| self.claim(claim, own)).collect(),
            question_label: self.words.questions.of(self.lang, questions.len()),
            questions,
            opens: next > event.depth,
            closes: event.depth.saturating_sub(next),
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
            (stance, self.quote(quote, hidden))
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
