//! Where a briefing is.

use serde::{Deserialize, Serialize};

use crate::model::Timeline;

use super::deck::Deck;
use super::step::{Dates, Slide, SlideStep, Step, steps};

/// Where a briefing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlidePosition {
    /// The slide.
    pub slide: Slide,
    /// How much of the slide is revealed.
    pub reveal: Reveal,
    /// Which page of what is revealed, where that takes more than one.
    pub page: PageRef,
    /// The stop of the main line that was left for what lies below it.
    pub above: Option<SlideStep>,
}

/// How much of a slide is revealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reveal {
    /// Everything up to this step.
    UpTo(Step),
    /// All steps at once.
    All,
}

/// A page of what is revealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageRef {
    /// The first one.
    #[default]
    First,
    /// The last one.
    Last,
    /// The page `page` (from 0) of `of`; on a screen with another number of pages the one as far on.
    At {
        /// The page.
        page: usize,
        /// The number of pages.
        of: usize,
    },
}

impl PageRef {
    /// Which of `pages` pages (at least one) it is, from 0.
    pub fn page(self, pages: usize) -> usize {
        let last = pages.saturating_sub(1);
        match self {
            Self::First => 0,
            Self::Last => last,
            Self::At { page, of } if of == pages => page.min(last),
            Self::At { page, of } => {
                page.saturating_mul(last).div_ceil(of.saturating_sub(1).max(1)).min(last)
            }
        }
    }
}

impl Default for SlidePosition {
    fn default() -> Self {
        Self::at(SlideStep { slide: Slide::Opening, step: Step::Opening })
    }
}

impl SlidePosition {
    /// The first page of a stop.
    pub const fn at(stop: SlideStep) -> Self {
        Self { slide: stop.slide, reveal: Reveal::UpTo(stop.step), page: PageRef::First, above: None }
    }

    /// The last page of a stop.
    pub const fn at_end(stop: SlideStep) -> Self {
        Self { page: PageRef::Last, ..Self::at(stop) }
    }

    /// The stop it is at; `None` where all steps are shown.
    pub const fn step(&self) -> Option<SlideStep> {
        match self.reveal {
            Reveal::UpTo(step) => Some(SlideStep { slide: self.slide, step }),
            Reveal::All => None,
        }
    }

    /// The first stop of a slide, wherever it is in the briefing or outside of it.
    pub fn begin(timeline: &Timeline, deck: &Deck, slide: Slide, dates: Dates) -> Self {
        match deck.column(slide) {
            Some(column) if deck.slides().nth(column) == Some(slide) => Self::at(deck.first_of(column)),
            _ => Self::at(SlideStep { slide, step: steps(timeline, slide, dates)[0] }),
        }
    }

    /// One stop on along the main line, whatever pages there are. From a slide that the briefing does not have, the
    /// rest of its own steps. `None` at the end.
    pub fn next(&self, timeline: &Timeline, deck: &Deck, dates: Dates) -> Option<Self> {
        let Some(here) = self.step() else {
            let column = deck.column(self.slide)?;
            return (column + 1 < deck.slides().len()).then(|| Self::at(deck.first_of(column + 1)));
        };
        match deck.position(here) {
            Some(position) => deck.next(position, self.above).map(Self::at),
            None => match beside(timeline, here, dates, 1) {
                Some(step) => Some(Self { reveal: Reveal::UpTo(step), page: PageRef::First, ..*self }),
                None => Self { reveal: Reveal::All, ..*self }.next(timeline, deck, dates),
            },
        }
    }

    /// One stop back; `None` at the beginning.
    pub fn previous(&self, timeline: &Timeline, deck: &Deck, dates: Dates) -> Option<Self> {
        let Some(here) = self.step() else {
            let column = deck.column(self.slide)?;
            return column.checked_sub(1).map(|column| Self::at_end(deck.last_of(column)));
        };
        match deck.position(here) {
            Some(position) => deck.previous(position, self.above).map(Self::at_end),
            None => match beside(timeline, here, dates, -1) {
                Some(step) => Some(Self { reveal: Reveal::UpTo(step), page: PageRef::Last, ..*self }),
                None => Self { reveal: Reveal::All, ..*self }.previous(timeline, deck, dates),
            },
        }
    }

    /// The next stop below; `None` where there is none.
    pub fn down(&self, deck: &Deck) -> Option<Self> {
        let stop = self.step()?;
        let below = Self::at(deck.down(deck.position(stop)?)?);
        Some(Self { above: self.above.or(Some(stop)), ..below })
    }

    /// The stop before below a slide, or back on the main line; `None` where one is on it.
    pub fn up(&self, deck: &Deck) -> Option<Self> {
        let position = deck.position(self.step()?)?;
        let stop = deck.up(position, self.above)?;
        let is_main = matches!(deck.position(stop), Some(super::deck::DeckPosition::Main(_)));
        Some(Self { above: self.above.filter(|_| !is_main), ..Self::at_end(stop) })
    }

    /// The steps of its slide that are revealed, in their order.
    pub fn revealed(&self, timeline: &Timeline, dates: Dates) -> Vec<Step> {
        let mut steps = steps(timeline, self.slide, dates);
        if let Reveal::UpTo(step) = self.reveal {
            match steps.iter().position(|other| *other == step) {
                Some(at) => steps.truncate(at + 1),
                // The key quote of an event may be a claim's.
                None => steps = vec![step],
            }
        }
        steps
    }

    /// The same place where it exists in `timeline`; where the deck does not stop there, the next place where it does,
    /// or the beginning of the slide.
    #[must_use]
    pub fn within(self, timeline: &Timeline, deck: &Deck, dates: Dates) -> Self {
        if self.slide.event().is_some_and(|event| event >= timeline.events.len()) {
            return Self::default();
        }
        let above = self.above.filter(|above| deck.position(*above).is_some());
        let Some(here) = self.step().filter(|stop| deck.position(*stop).is_none()) else {
            return Self { above, ..self };
        };
        let order = steps(timeline, self.slide, dates);
        let Some(at) = order.iter().position(|step| *step == here.step) else {
            return Self::begin(timeline, deck, self.slide, dates);
        };
        let (before, after) = order.split_at(at);
        let mut nearest = after.iter().chain(before.iter().rev());
        let stops_at = |step: &&Step| deck.position(SlideStep { step: **step, ..here }).is_some();
        match nearest.find(stops_at) {
            Some(step) => Self { above, ..Self::at(SlideStep { step: *step, ..here }) },
            // No part of the briefing.
            None => Self { above: None, ..self },
        }
    }
}

/// The step `by` further on in the order of its slide.
fn beside(timeline: &Timeline, stop: SlideStep, dates: Dates, by: isize) -> Option<Step> {
    let steps = steps(timeline, stop.slide, dates);
    let at = steps.iter().position(|step| *step == stop.step)?.checked_add_signed(by)?;
    steps.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_screen_shows_what_is_as_far_on() {
        assert_eq!(PageRef::First.page(3), 0);
        assert_eq!(PageRef::Last.page(3), 2);
        assert_eq!(PageRef::At { page: 1, of: 3 }.page(3), 1);
        assert_eq!(PageRef::At { page: 2, of: 3 }.page(9), 8);
        assert_eq!(PageRef::At { page: 5, of: 9 }.page(1), 0);
        assert_eq!(PageRef::At { page: 0, of: 1 }.page(4), 0);
    }
}
