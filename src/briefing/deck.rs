//! Slides and their steps.

use serde::{Deserialize, Serialize};

use crate::model::{EventIndex, QuoteIndex, Timeline};

/// A slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// What the timeline is called, the time it spans, what it rests on.
    Opening,
    /// An event.
    Event(EventIndex),
    /// The sources.
    Sources,
}

/// What is revealed by one press of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The slide that opens.
    Opening,
    /// When an event happened.
    Date,
    /// What it is called.
    Title,
    /// What happened.
    Summary,
    /// A quote by itself, by its number among those of the event from 0.
    Quote(QuoteIndex),
    /// A claim with the quotes that carry and dispute it, by its number in the event from 0.
    Claim(usize),
    /// A question for the class, by its number in the event from 0.
    Question(usize),
    /// The sources.
    Sources,
}

/// Whether the class sees dates as they come, or guesses them first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    /// The date is what a slide begins with.
    #[default]
    Shown,
    /// The date is revealed when title and summary have been read.
    Guessed,
}

impl Dates {
    /// The other way.
    #[must_use]
    pub const fn switched(self) -> Self {
        match self {
            Self::Shown => Self::Guessed,
            Self::Guessed => Self::Shown,
        }
    }
}

/// The slides of a timeline, with how many steps come before each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deck {
    /// By slide; one more than there are slides, the last being the number of all steps.
    before: Vec<usize>,
}

impl Deck {
    /// The slides of a timeline, in O(events).
    pub fn new(timeline: &Timeline) -> Self {
        let mut before = vec![0];
        let mut all = 0;
        for slide in 0..timeline.events.len() + 2 {
            all += steps(timeline, Slide::at(timeline, slide), Dates::Shown).len();
            before.push(all);
        }
        Self { before }
    }

    /// How many slides there are.
    pub fn slides(&self) -> usize {
        self.before.len().saturating_sub(1)
    }

    /// How many steps of a whole briefing are done at the step `done` (from 0) of a slide, and how many there are.
    pub fn progress(&self, slide: usize, done: usize) -> (usize, usize) {
        let all = self.before.last().copied().unwrap_or_default();
        let before = self.before.get(slide).copied().unwrap_or(all);
        ((before + done + 1).min(all), all)
    }
}

impl Slide {
    /// The slide of that number from 0; the last one where there is none.
    pub fn at(timeline: &Timeline, number: usize) -> Self {
        match number.checked_sub(1) {
            None => Self::Opening,
            Some(event) if event < timeline.events.len() => Self::Event(event),
            Some(_) => Self::Sources,
        }
    }

    /// The number of the slide of an event.
    pub const fn of(event: EventIndex) -> usize {
        event + 1
    }

    /// The event it shows.
    pub const fn event(self) -> Option<EventIndex> {
        match self {
            Self::Event(event) => Some(event),
            Self::Opening | Self::Sources => None,
        }
    }
}

/// The steps of a slide, at least one, in their order.
pub(super) fn steps(timeline: &Timeline, slide: Slide, dates: Dates) -> Vec<Step> {
    let event = match slide {
        Slide::Opening => return vec![Step::Opening],
        Slide::Sources => return vec![Step::Sources],
        Slide::Event(event) => &timeline.events[event],
    };
    let summary = event.summary.as_ref().map(|_| Step::Summary);
    let mut steps = match dates {
        Dates::Shown => vec![Step::Date, Step::Title],
        Dates::Guessed => vec![Step::Title],
    };
    steps.extend(summary);
    if dates == Dates::Guessed {
        steps.push(Step::Date);
    }
    steps.extend((0..event.quotes.len()).map(Step::Quote));
    steps.extend((0..event.claims.len()).map(Step::Claim));
    steps.extend((0..event.questions.len()).map(Step::Question));
    steps
}

impl Deck {
    /// The steps of the slide of that number, at least one, in their order.
    pub fn steps(timeline: &Timeline, number: usize, dates: Dates) -> Vec<Step> {
        steps(timeline, Slide::at(timeline, number), dates)
    }
}
