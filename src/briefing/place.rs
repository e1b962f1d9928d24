//! Where a briefing is.

use serde::{Deserialize, Serialize};

use crate::model::Timeline;

use super::deck::{Dates, Deck, Step};

/// Where a briefing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlidePosition {
    /// The number of the slide, from 0.
    pub slide: usize,
    /// How much of it is revealed.
    pub stop: Reveal,
    /// Which page of what is revealed, where that takes more than one.
    pub turn: PageRef,
}

/// How much of a slide is revealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reveal {
    /// Everything up to this step.
    Step(Step),
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
        Self { slide: 0, stop: Reveal::Step(Step::Opening), turn: PageRef::First }
    }
}

impl SlidePosition {
    /// The first step of a slide.
    pub fn begin(timeline: &Timeline, slide: usize, dates: Dates) -> Self {
        let slide = slide.min(timeline.events.len() + 1);
        let first = Deck::steps(timeline, slide, dates)[0];
        Self { slide, stop: Reveal::Step(first), turn: PageRef::First }
    }

    /// Its end.
    pub fn end(timeline: &Timeline, slide: usize, dates: Dates) -> Self {
        let steps = Deck::steps(timeline, slide, dates);
        Self { slide, stop: Reveal::Step(steps[steps.len() - 1]), turn: PageRef::Last }
    }

    /// The number of its step among those of the slide, from 0; that of the last one where all are shown.
    pub fn step(&self, timeline: &Timeline, dates: Dates) -> usize {
        let steps = Deck::steps(timeline, self.slide, dates);
        let last = steps.len() - 1;
        match self.stop {
            Reveal::All => last,
            Reveal::Step(step) => steps.iter().position(|other| *other == step).unwrap_or(0),
        }
    }

    /// One step on, whatever pages there are; `None` at the end of the briefing.
    pub fn next(&self, timeline: &Timeline, dates: Dates) -> Option<Self> {
        let steps = Deck::steps(timeline, self.slide, dates);
        match (self.stop, steps.get(self.step(timeline, dates) + 1)) {
            (Reveal::Step(_), Some(step)) => {
                Some(Self { stop: Reveal::Step(*step), turn: PageRef::First, ..*self })
            }
            _ if self.slide > timeline.events.len() => None,
            _ => Some(Self::begin(timeline, self.slide + 1, dates)),
        }
    }

    /// One step back; `None` at the beginning.
    pub fn previous(&self, timeline: &Timeline, dates: Dates) -> Option<Self> {
        let steps = Deck::steps(timeline, self.slide, dates);
        match (self.stop, self.step(timeline, dates).checked_sub(1)) {
            (Reveal::Step(_), Some(step)) => {
                Some(Self { stop: Reveal::Step(steps[step]), turn: PageRef::Last, ..*self })
            }
            _ => Some(Self::end(timeline, self.slide.checked_sub(1)?, dates)),
        }
    }

    /// Whether the date of the slide's event is revealed.
    pub fn shows_date(&self, timeline: &Timeline, dates: Dates) -> bool {
        let steps = Deck::steps(timeline, self.slide, dates);
        let date = steps.iter().position(|step| *step == Step::Date);
        date.is_none_or(|date| self.step(timeline, dates) >= date)
    }

    /// The same place where it exists in `timeline`, or the beginning of its slide, or the last slide.
    #[must_use]
    pub fn within(self, timeline: &Timeline, dates: Dates) -> Self {
        let is_there = self.slide <= timeline.events.len() + 1
            && match self.stop {
                Reveal::All => true,
                Reveal::Step(step) => Deck::steps(timeline, self.slide, dates).contains(&step),
            };
        if is_there { self } else { Self::begin(timeline, self.slide, dates) }
    }
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
