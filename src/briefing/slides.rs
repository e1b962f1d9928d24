//! The slides of a briefing: the main line, and what lies below each slide of it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::model::{Bound, Depth, EventIndex, QuoteIndex, Stance, Timeline};

use super::selection::Selection;

/// A slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slide {
    /// What the timeline is called, the time it spans, what it rests on.
    Opening,
    Event(EventIndex),
    /// The class puts the events in order.
    Ordering,
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
    Ordering,
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
pub struct Stop {
    pub slide: Slide,
    pub step: Step,
}

/// Where a stop is in a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// On the main line, by the number of the stop from 0.
    Main(usize),
    /// Below the slide with the number `column`, by the number of the stop among those below it, from 0.
    Below { column: usize, stop: usize },
}

/// What lies below a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Below {
    pub quotes: usize,
    pub claims: usize,
    pub questions: usize,
    pub events: usize,
}

/// A slide of the main line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    slide: Slide,
    /// Its stops, in `Deck::main`.
    main: Range<usize>,
    below: Vec<Stop>,
}

/// The slides of a briefing in their order. Space goes along the main line; ↓ goes to what lies below a slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deck {
    main: Vec<Stop>,
    columns: Vec<Column>,
}

/// How a deck is made from its events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    pub dates: Dates,
    /// Whether a slide's title and summary come at once, because the screen has room for both.
    pub is_roomy: bool,
}

impl Deck {
    /// The slides that `selection` chooses from `timeline`.
    pub fn new(timeline: &Timeline, selection: &Selection, setting: Setting) -> Self {
        let mut deck = Self::default();
        deck.add(Slide::Opening, vec![Step::Opening], Vec::new());
        let shown = selection.slides(timeline);
        for (number, &event) in shown.iter().enumerate() {
            let mut order = steps(timeline, Slide::Event(event), setting.dates);
            // A day is guessed once.
            if setting.dates == Dates::Guessed
                && shown[..number].iter().any(|before| is_same_time(timeline, *before, event))
            {
                order.retain(|step| *step != Step::Date);
            }
            let main: Vec<Step> = match selection.depth {
                Depth::All => order.clone(),
                Depth::Main | Depth::Events => main_steps(timeline, event, &order, setting),
            };
            let main: Vec<Step> = main.into_iter().filter(|step| selection.keeps(event, *step)).collect();
            let below = match selection.depth {
                Depth::All => Vec::new(),
                Depth::Main | Depth::Events => below(timeline, event, &main, &shown, setting.dates),
            };
            deck.add(Slide::Event(event), main, below);
        }
        if selection.has_ordering {
            deck.add(Slide::Ordering, vec![Step::Ordering], Vec::new());
        }
        if selection.has_sources && !timeline.sources.is_empty() {
            deck.add(Slide::Sources, vec![Step::Sources], Vec::new());
        }
        deck
    }

    fn add(&mut self, slide: Slide, steps: Vec<Step>, below: Vec<Stop>) {
        let first = self.main.len();
        self.main.extend(steps.into_iter().map(|step| Stop { slide, step }));
        self.columns.push(Column { slide, main: first..self.main.len(), below });
    }

    /// The slides of the main line.
    pub fn slides(&self) -> impl ExactSizeIterator<Item = Slide> + '_ {
        self.columns.iter().map(|column| column.slide)
    }

    /// The stops of the main line in their order; never none.
    pub fn stops(&self) -> &[Stop] {
        &self.main
    }

    /// The number of the slide on the main line, from 0, that shows `slide` or has it below.
    pub fn column(&self, slide: Slide) -> Option<usize> {
        let own = self.columns.iter().position(|column| column.slide == slide);
        own.or_else(|| {
            self.columns.iter().position(|column| column.below.iter().any(|stop| stop.slide == slide))
        })
    }

    /// The first stop of the main line on the slide with the number `column` from 0; the last slide's where there
    /// are not so many.
    pub fn first_of(&self, column: usize) -> Stop {
        let column = self.columns.get(column).or(self.columns.last());
        self.stop(column.map_or(0, |column| column.main.start))
    }

    /// The last stop of the main line on that slide.
    pub fn last_of(&self, column: usize) -> Stop {
        let column = self.columns.get(column).or(self.columns.last());
        self.stop(column.map_or(0, |column| column.main.end.saturating_sub(1)))
    }

    fn stop(&self, number: usize) -> Stop {
        let opening = Stop { slide: Slide::Opening, step: Step::Opening };
        self.main.get(number).or(self.main.last()).copied().unwrap_or(opening)
    }

    /// Where a stop is; `None` for one that the briefing does not have.
    pub fn position(&self, stop: Stop) -> Option<Position> {
        if let Some(column) = self.columns.iter().find(|column| column.slide == stop.slide)
            && let Some(number) = column.main.clone().find(|number| self.main[*number] == stop)
        {
            return Some(Position::Main(number));
        }
        self.columns.iter().enumerate().find_map(|(column, found)| {
            let number = found.below.iter().position(|below| *below == stop)?;
            Some(Position::Below { column, stop: number })
        })
    }

    /// The stop of the main line that `position` is, or that it lies below: `above`, where that is on the same slide.
    pub fn on_main(&self, position: Position, above: Option<Stop>) -> usize {
        match position {
            Position::Main(number) => number,
            Position::Below { column, .. } => {
                let main = self.columns.get(column).map_or(0..1, |column| column.main.clone());
                let above = above.and_then(|above| main.clone().find(|number| self.main[*number] == above));
                above.unwrap_or(main.end.saturating_sub(1))
            }
        }
    }

    /// The next stop of the main line; from below that after `above`. `None` at the end.
    pub fn next(&self, position: Position, above: Option<Stop>) -> Option<Stop> {
        self.main.get(self.on_main(position, above) + 1).copied()
    }

    /// The stop before on the main line; from below the one it was left at. `None` at the beginning.
    pub fn previous(&self, position: Position, above: Option<Stop>) -> Option<Stop> {
        let main = self.on_main(position, above);
        match position {
            Position::Main(_) => self.main.get(main.checked_sub(1)?).copied(),
            Position::Below { .. } => self.main.get(main).copied(),
        }
    }

    /// The next stop below.
    pub fn down(&self, position: Position) -> Option<Stop> {
        match position {
            Position::Main(number) => {
                self.columns.iter().find(|column| column.main.contains(&number))?.below.first().copied()
            }
            Position::Below { column, stop } => self.columns.get(column)?.below.get(stop + 1).copied(),
        }
    }

    /// The stop before below a slide, or the one of the main line that it was left at. `None` on the main line.
    pub fn up(&self, position: Position, above: Option<Stop>) -> Option<Stop> {
        match position {
            Position::Main(_) => None,
            Position::Below { stop: 0, .. } => self.main.get(self.on_main(position, above)).copied(),
            Position::Below { column, stop } => self.columns.get(column)?.below.get(stop - 1).copied(),
        }
    }

    /// What lies below the stop at `position`, and below what comes before it.
    pub fn below(&self, position: Position) -> Below {
        let (column, from) = match position {
            Position::Main(number) => {
                (self.columns.iter().position(|column| column.main.contains(&number)), 0)
            }
            Position::Below { column, stop } => (Some(column), stop + 1),
        };
        let Some(column) = column.and_then(|column| self.columns.get(column)) else {
            return Below::default();
        };
        let mut below = Below::default();
        for stop in column.below.iter().skip(from) {
            match stop.step {
                _ if stop.slide != column.slide => below.events += usize::from(stop.step == Step::Title),
                Step::Quote(_) => below.quotes += 1,
                Step::Claim(_) => below.claims += 1,
                Step::Question(_) => below.questions += 1,
                _ => {}
            }
        }
        below
    }

    /// How many stops of the main line are done at a position, and how many there are.
    pub fn progress(&self, position: Position, above: Option<Stop>) -> (usize, usize) {
        (self.on_main(position, above) + 1, self.main.len())
    }

    /// Whether the date of `event` has been revealed at a position: by its own stop, or by that of an event of the
    /// same day, which is guessed once.
    pub fn shows_date(
        &self,
        timeline: &Timeline,
        event: EventIndex,
        position: Option<Position>,
        above: Option<Stop>,
    ) -> bool {
        let Some(position) = position else { return false };
        let seen = self.on_main(position, above);
        let reveals = |stop: &Stop| {
            stop.slide.event().is_some_and(|other| other == event || is_same_time(timeline, other, event))
                && reveals_date(stop.step)
        };
        if self.main.iter().take(seen + 1).any(reveals) {
            return true;
        }
        match position {
            Position::Main(_) => false,
            Position::Below { column, stop } => {
                let below = self.columns.get(column).map_or(&[][..], |column| &column.below);
                below.iter().take(stop + 1).any(reveals)
            }
        }
    }
}

/// Whether the date is on the slide once a step is revealed, while dates are guessed.
const fn reveals_date(step: Step) -> bool {
    matches!(step, Step::Date | Step::Summary)
}

/// Whether two events have the same first and last day.
pub(super) fn is_same_time(timeline: &Timeline, one: EventIndex, other: EventIndex) -> bool {
    let days = |event: EventIndex| {
        let date = timeline.events[event].date.date()?;
        match (date.earliest(), date.latest()) {
            (Bound::Day(first), Bound::Day(last)) => Some((first, last)),
            _ => None,
        }
    };
    days(one).is_some_and(|time| days(other) == Some(time))
}

/// The steps of a slide, at least one, in the order in which they are revealed.
pub fn steps(timeline: &Timeline, slide: Slide, dates: Dates) -> Vec<Step> {
    let event = match slide {
        Slide::Opening => return vec![Step::Opening],
        Slide::Ordering => return vec![Step::Ordering],
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
fn main_steps(timeline: &Timeline, event: EventIndex, order: &[Step], setting: Setting) -> Vec<Step> {
    let found = &timeline.events[event];
    let (quote, claim) = (key_quote(timeline, event), disputed_claim(timeline, event));
    let last_question = found.questions.len().checked_sub(1);
    let stops_at = |step: Step| match step {
        Step::Date => setting.dates == Dates::Guessed,
        Step::Quote(number) => Some(number) == quote,
        Step::Claim(number) => Some(number) == claim,
        Step::Question(number) => Some(number) == last_question,
        _ => true,
    };
    let mut steps: Vec<Step> = order.iter().copied().filter(|step| stops_at(*step)).collect();
    // A key quote that is a claim's stands by itself, before the claim that it belongs to.
    if let Some(number) = quote.filter(|number| !steps.contains(&Step::Quote(*number))) {
        let is_head = |step: &Step| matches!(step, Step::Date | Step::Title | Step::Summary);
        let at = steps.iter().take_while(|step| is_head(step)).count();
        steps.insert(at, Step::Quote(number));
    }
    if setting.is_roomy {
        let is_merged =
            |pair: &[Step]| matches!(pair[0], Step::Date | Step::Title) && matches!(pair[1], Step::Summary);
        if let Some(at) = steps.windows(2).position(is_merged) {
            steps.remove(at);
        }
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

/// What lies below the slide of an event: what of it is not on the main line, then its subevents that have no slide of
/// their own there.
fn below(
    timeline: &Timeline,
    event: EventIndex,
    main: &[Step],
    shown: &[EventIndex],
    dates: Dates,
) -> Vec<Stop> {
    let slide = Slide::Event(event);
    let is_new = |step: &Step| match step {
        Step::Quote(_) | Step::Claim(_) | Step::Summary => !main.contains(step),
        // The questions of a slide are shown at once.
        Step::Question(_) => !main.iter().any(|step| matches!(step, Step::Question(_))),
        _ => false,
    };
    let own = steps(timeline, slide, dates).into_iter().filter(is_new).map(|step| Stop { slide, step });
    let inside = (event + 1..timeline.events[event].end).filter(|inner| !shown.contains(inner));
    let inside = inside.flat_map(|inner| {
        let slide = Slide::Event(inner);
        let is_stop = move |step: &Step| match step {
            // With the title, unless it is guessed; a day that its parent has is guessed there.
            Step::Date => dates == Dates::Guessed && !is_same_time(timeline, inner, event),
            _ => true,
        };
        steps(timeline, slide, dates).into_iter().filter(is_stop).map(move |step| Stop { slide, step })
    });
    own.chain(inside).collect()
}
