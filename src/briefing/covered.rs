//! The dates that a class has still to guess where a briefing is.

use std::collections::BTreeSet;

use crate::model::{EventIndex, Timeline};

use super::deck::{Deck, DeckPosition};
use super::place::SlidePosition;
use super::step::{Dates, Slide, SlideStep, days, reveals_date};

/// Which events have a date that is still to be guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// By event.
    is_covered: Vec<bool>,
    /// The event of the slide, while its date is guessed: then nothing of it is said, not even the month.
    pub own: Option<EventIndex>,
}

impl Covered {
    /// Those for which it is said, in the order of the timeline.
    pub fn of(is_covered: impl IntoIterator<Item = bool>, own: Option<EventIndex>) -> Self {
        Self { is_covered: is_covered.into_iter().collect(), own }
    }

    /// Every date of the timeline.
    pub fn all(timeline: &Timeline) -> Self {
        Self { is_covered: vec![true; timeline.events.len()], own: None }
    }

    /// What is covered where a briefing is at `place`: the dates of its events that no step has revealed yet. An event
    /// below a slide is known with the slide's own. Events that are no part of the briefing are not guessed.
    pub fn at(timeline: &Timeline, deck: &Deck, place: SlidePosition) -> Self {
        let mut is_covered = vec![false; timeline.events.len()];
        let (seen, below) =
            match place.step().map_or_else(|| deck.end_of(place.slide), |step| deck.position(step)) {
                Some(position @ DeckPosition::Main(_)) => (deck.on_main(position, None), 0),
                Some(position @ DeckPosition::Below { stop, .. }) => {
                    (deck.on_main(position, place.above), stop + 1)
                }
                None => (deck.column(place.slide).map_or(0, |column| deck.first_number(column)), 0),
            };
        let here = deck.column(place.slide);
        let below_here = here.map_or(&[][..], |column| deck.steps_below(column));
        let revealed = deck.main_line().iter().take(seen + 1).chain(below_here.iter().take(below));
        let revealed: Vec<EventIndex> = revealed
            .filter(|step| reveals_date(step.step))
            .filter_map(|step: &SlideStep| step.slide.event())
            .collect();
        let known: BTreeSet<_> = revealed.iter().filter_map(|event| days(timeline, *event)).collect();
        let mut is_revealed = vec![false; timeline.events.len()];
        for event in &revealed {
            is_revealed[*event] = true;
        }
        let is_known = |event: EventIndex| {
            is_revealed[event] || days(timeline, event).is_some_and(|days| known.contains(&days))
        };
        for (column, slide) in deck.slides().enumerate() {
            let Slide::Event(event) = slide else { continue };
            let is_known_here = is_known(event);
            is_covered[event] = !is_known_here;
            for inner in deck.steps_below(column).iter().filter_map(|step| step.slide.event()) {
                is_covered[inner] = !is_known_here && !is_known(inner);
            }
        }
        let own = place.slide.event().filter(|event| {
            let is_whole = place.step().is_none();
            !is_whole && !is_known(*event) && deck.column(place.slide).is_some()
        });
        Self { is_covered, own }
    }

    /// Whether the date of the event of a slide is revealed at `place`.
    pub fn shows_date(timeline: &Timeline, deck: &Deck, place: SlidePosition, dates: Dates) -> bool {
        dates == Dates::Shown || Self::at(timeline, deck, place).own.is_none()
    }

    /// Whether the date of an event is still to be guessed.
    pub fn contains(&self, event: EventIndex) -> bool {
        self.own == Some(event) || self.is_covered.get(event).copied().unwrap_or_default()
    }

    /// Whether nothing is left to guess.
    pub fn is_empty(&self) -> bool {
        self.own.is_none() && !self.is_covered.contains(&true)
    }
}
