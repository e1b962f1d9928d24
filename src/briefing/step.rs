//! Slides, their steps, and which of them are on the main line.

use serde::{Deserialize, Serialize};

use crate::model::{Bound, Day, EventIndex, QuoteIndex, Stance, Timeline};

/// A slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slide {
    /// What the timeline is called, the time it spans, what it rests on.
    Opening,
    /// An event.
    Event(EventIndex),
    /// The class puts the events in order.
    Ordering,
    /// The sources.
    Sources,
}

impl Slide {
    /// The event it shows.
    pub const fn event(self) -> Option<EventIndex> {
        match self {
            Self::Event(event) => Some(event),
            Self::Opening | Self::Ordering | Self::Sources => None,
        }
    }
}

/// A part of a slide.
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
    /// A quote by itself, by its number among all quotes of the event, its claims' included, from 0.
    Quote(QuoteIndex),
    /// A claim with the quotes that carry and dispute it, by its number in the event from 0.
    Claim(usize),
    /// A question for the class, by its number in the event from 0.
    Question(usize),
    /// The exercise in which the class puts the events in order.
    Ordering,
    /// The order of time, and the quotes that give the dates.
    Answers,
    /// The sources.
    Sources,
}

impl Step {
    /// As `frise brief --plan` names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Date => "date",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Quote(_) => "quote",
            Self::Claim(_) => "claim",
            Self::Question(_) => "question",
            Self::Ordering => "order",
            Self::Answers => "answers",
            Self::Sources => "sources",
        }
    }
}

/// Whether the class sees dates as they come, or guesses them first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    /// The date is what a slide begins with.
    #[default]
    Shown,
    /// The evidence comes first: title, quotes, questions, and then the date.
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

/// What one press of a key reveals: a slide up to one of its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SlideStep {
    /// The slide.
    pub slide: Slide,
    /// Up to where it is revealed.
    pub step: Step,
}

/// Whether the date is on the slide once a step is revealed, while dates are guessed.
pub(super) const fn reveals_date(step: Step) -> bool {
    matches!(step, Step::Date | Step::Summary)
}

/// The first and the last day of an event, where both are known.
pub(super) fn days(timeline: &Timeline, event: EventIndex) -> Option<(Day, Day)> {
    let date = timeline.events[event].date.date()?;
    match (date.earliest(), date.latest()) {
        (Bound::Day(first), Bound::Day(last)) => Some((first, last)),
        _ => None,
    }
}

/// Whether two events have the same first and last day.
fn is_same_time(timeline: &Timeline, one: EventIndex, other: EventIndex) -> bool {
    days(timeline, one).is_some_and(|time| days(timeline, other) == Some(time))
}

/// The steps of a slide, at least one, in the order in which they are revealed.
pub fn steps(timeline: &Timeline, slide: Slide, dates: Dates) -> Vec<Step> {
    let event = match slide {
        Slide::Opening => return vec![Step::Opening],
        Slide::Ordering => return vec![Step::Ordering, Step::Answers],
        Slide::Sources => return vec![Step::Sources],
        Slide::Event(event) => &timeline.events[event],
    };
    let quotes = (0..event.quotes.len()).map(Step::Quote);
    let claims = (0..event.claims.len()).map(Step::Claim);
    let questions = (0..event.questions.len()).map(Step::Question);
    let evidence = quotes.chain(claims).chain(questions);
    let summary = event.summary.as_ref().map(|_| Step::Summary);
    match dates {
        Dates::Shown => [Step::Date, Step::Title].into_iter().chain(summary).chain(evidence).collect(),
        Dates::Guessed => {
            std::iter::once(Step::Title).chain(evidence).chain([Step::Date]).chain(summary).collect()
        }
    }
}

/// Those of `order` that the main line stops at.
pub(super) fn main_steps(timeline: &Timeline, event: EventIndex, order: &[Step], dates: Dates) -> Vec<Step> {
    let found = &timeline.events[event];
    let (quote, claim) = (key_quote(timeline, event), disputed_claim(timeline, event));
    let last_question = found.questions.len().checked_sub(1);
    let stops_at = |step: Step| match step {
        Step::Date => dates == Dates::Guessed,
        Step::Quote(number) => Some(number) == quote,
        Step::Claim(number) => Some(number) == claim,
        Step::Question(number) => Some(number) == last_question,
        _ => true,
    };
    let mut steps: Vec<Step> = order.iter().copied().filter(|step| stops_at(*step)).collect();
    // A key quote that is a claim's stands by itself, before the claim that it belongs to.
    if let Some(number) = quote.filter(|number| !steps.contains(&Step::Quote(*number))) {
        let is_evidence = |step: &Step| matches!(step, Step::Claim(_) | Step::Question(_));
        let head = match dates {
            Dates::Shown => steps.iter().position(is_evidence),
            Dates::Guessed => Some(1),
        };
        let at = head.unwrap_or(steps.len()).min(steps.len());
        steps.insert(at, Step::Quote(number));
    }
    steps
}

/// The same with what comes before a summary at once with it.
pub(super) fn merged(mut steps: Vec<Step>) -> Vec<Step> {
    let is_merged = |pair: &[Step]| matches!(pair, [Step::Date | Step::Title, Step::Summary]);
    if let Some(at) = steps.windows(2).position(is_merged) {
        steps.remove(at);
    }
    steps
}

/// The quote of an event that its slide shows: the one that is marked, or the first. By its number among all
/// quotes of the event.
pub fn key_quote(timeline: &Timeline, event: EventIndex) -> Option<usize> {
    let quotes = timeline.quotes_of(event);
    let marked = quotes.clone().position(|quote| timeline.quotes[quote].is_key);
    marked.or_else(|| (!quotes.is_empty()).then_some(0))
}

/// The claim of an event that its slide shows: the first that a source disputes.
pub fn disputed_claim(timeline: &Timeline, event: EventIndex) -> Option<usize> {
    timeline.events[event]
        .claims
        .iter()
        .position(|claim| claim.quotes.clone().any(|quote| timeline.quotes[quote].stance == Stance::Disputes))
}

/// What lies below the slide of an event: what of it is not on the main line, then the subevents that `lies_below`.
pub(super) fn below(
    timeline: &Timeline,
    event: EventIndex,
    main: &[Step],
    dates: Dates,
    lies_below: impl Fn(EventIndex) -> bool,
) -> Vec<SlideStep> {
    let slide = Slide::Event(event);
    let is_new = |step: &Step| match step {
        Step::Quote(_) | Step::Claim(_) | Step::Summary => !main.contains(step),
        // The questions of a slide are shown at once.
        Step::Question(_) => !main.iter().any(|step| matches!(step, Step::Question(_))),
        _ => false,
    };
    let own = steps(timeline, slide, dates).into_iter().filter(is_new).map(|step| SlideStep { slide, step });
    let inside = (event + 1..timeline.events[event].end).filter(|inner| lies_below(*inner));
    let inside = inside.flat_map(|inner| {
        let slide = Slide::Event(inner);
        let is_stop = move |step: &Step| match step {
            // With the title, unless it is guessed; a day that its parent has is guessed there.
            Step::Date => dates == Dates::Guessed && !is_same_time(timeline, inner, event),
            _ => true,
        };
        steps(timeline, slide, dates).into_iter().filter(is_stop).map(move |step| SlideStep { slide, step })
    });
    own.chain(inside).collect()
}
