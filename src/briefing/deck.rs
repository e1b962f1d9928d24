//! The slides of a briefing: the main line, and what lies below each slide of it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::{Depth, Timeline};

use super::selection::Selection;
use super::step::{Dates, Slide, SlideStep, Step, below, days, main_steps, merged, steps};

/// Where a stop is in a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeckPosition {
    /// On the main line, by the number of the stop from 0.
    Main(usize),
    /// Below the slide with the number `column`, by the number of the stop among those below it, from 0.
    Below {
        /// The slide, by its number on the main line from 0.
        column: usize,
        /// Which of the steps below it, from 0.
        stop: usize,
    },
}

/// What lies below a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// Quotes that stand by themselves.
    pub quotes: usize,
    /// Claims, with their quotes.
    pub claims: usize,
    /// Questions.
    pub questions: usize,
    /// Subevents.
    pub events: usize,
}

/// A slide of the main line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    slide: Slide,
    /// Its stops, in `Deck::main`.
    main: Range<usize>,
    below: Vec<SlideStep>,
}

/// The slides of a briefing in their order. Space goes along the main line; ↓ goes to what lies below a slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deck {
    main: Vec<SlideStep>,
    columns: Vec<Column>,
}

/// How a deck is made from its events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeckOptions {
    /// Whether the class guesses the dates.
    pub dates: Dates,
    /// Whether a slide's title and summary come at once, because the screen has room for both.
    pub is_roomy: bool,
}

impl Deck {
    /// The slides that `selection` chooses from `timeline`.
    pub fn new(timeline: &Timeline, selection: &Selection, options: DeckOptions) -> Self {
        let mut deck = Self::default();
        deck.add(Slide::Opening, vec![Step::Opening], Vec::new());
        let shown = selection.slides(timeline);
        let mut is_shown = vec![false; timeline.events.len()];
        for event in &shown {
            is_shown[*event] = true;
        }
        let mut guessed = BTreeSet::new();
        for &event in &shown {
            let mut order = steps(timeline, Slide::Event(event), options.dates);
            // A day is guessed once.
            if let Some(days) = days(timeline, event).filter(|_| options.dates == Dates::Guessed)
                && !guessed.insert(days)
            {
                order.retain(|step| *step != Step::Date);
            }
            let below = match selection.depth {
                Depth::All => Vec::new(),
                Depth::Main | Depth::Events => {
                    let mut main = main_steps(timeline, event, &order, options.dates);
                    main.retain(|step| selection.keeps(event, *step));
                    let below = below(timeline, event, &main, options.dates, |inner| {
                        !is_shown[inner] && !selection.is_exact
                    });
                    order = if options.is_roomy { merged(main) } else { main };
                    below
                }
            };
            deck.add(Slide::Event(event), order, below);
        }
        if selection.has_ordering {
            deck.add(Slide::Ordering, vec![Step::Ordering, Step::Answers], Vec::new());
        }
        if selection.has_sources && !timeline.sources.is_empty() {
            deck.add(Slide::Sources, vec![Step::Sources], Vec::new());
        }
        deck
    }

    fn add(&mut self, slide: Slide, steps: Vec<Step>, below: Vec<SlideStep>) {
        let first = self.main.len();
        self.main.extend(steps.into_iter().map(|step| SlideStep { slide, step }));
        self.columns.push(Column { slide, main: first..self.main.len(), below });
    }

    /// The slides of the main line.
    pub fn slides(&self) -> impl ExactSizeIterator<Item = Slide> + '_ {
        self.columns.iter().map(|column| column.slide)
    }

    /// The steps of the main line in their order; never none.
    pub fn main_line(&self) -> &[SlideStep] {
        &self.main
    }

    /// Those of them that a press of a key reveals: all but the opening.
    pub fn pressed(&self) -> &[SlideStep] {
        self.main.get(1..).unwrap_or_default()
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
    pub fn first_of(&self, column: usize) -> SlideStep {
        let column = self.columns.get(column).or(self.columns.last());
        self.stop(column.map_or(0, |column| column.main.start))
    }

    /// The last stop of the main line on that slide.
    pub fn last_of(&self, column: usize) -> SlideStep {
        let column = self.columns.get(column).or(self.columns.last());
        self.stop(column.map_or(0, |column| column.main.end.saturating_sub(1)))
    }

    fn stop(&self, number: usize) -> SlideStep {
        let opening = SlideStep { slide: Slide::Opening, step: Step::Opening };
        self.main.get(number).or(self.main.last()).copied().unwrap_or(opening)
    }

    /// The number of the first step of the main line on the slide with the number `column`.
    pub(super) fn first_number(&self, column: usize) -> usize {
        self.columns.get(column).map_or(0, |column| column.main.start)
    }

    /// The last step on a slide of the main line, or the last one below it that shows `slide`.
    pub(super) fn end_of(&self, slide: Slide) -> Option<DeckPosition> {
        let number = self.column(slide)?;
        let column = self.columns.get(number)?;
        if column.slide == slide {
            return Some(DeckPosition::Main(column.main.end.saturating_sub(1)));
        }
        let stop = column.below.iter().rposition(|step| step.slide == slide)?;
        Some(DeckPosition::Below { column: number, stop })
    }

    /// The steps below the slide with the number `column`.
    pub(super) fn steps_below(&self, column: usize) -> &[SlideStep] {
        self.columns.get(column).map_or(&[], |column| &column.below)
    }

    /// Where a stop is; `None` for one that the briefing does not have.
    pub fn position(&self, stop: SlideStep) -> Option<DeckPosition> {
        if let Some(column) = self.columns.iter().find(|column| column.slide == stop.slide)
            && let Some(number) = column.main.clone().find(|number| self.main[*number] == stop)
        {
            return Some(DeckPosition::Main(number));
        }
        self.columns.iter().enumerate().find_map(|(column, found)| {
            let number = found.below.iter().position(|below| *below == stop)?;
            Some(DeckPosition::Below { column, stop: number })
        })
    }

    /// The stop of the main line that `position` is, or that it lies below: `above`, where that is on the same slide.
    pub fn on_main(&self, position: DeckPosition, above: Option<SlideStep>) -> usize {
        match position {
            DeckPosition::Main(number) => number,
            DeckPosition::Below { column, .. } => {
                let main = self.columns.get(column).map_or(0..1, |column| column.main.clone());
                let above = above.and_then(|above| main.clone().find(|number| self.main[*number] == above));
                above.unwrap_or(main.end.saturating_sub(1))
            }
        }
    }

    /// The next stop of the main line; from below that after `above`. `None` at the end.
    pub fn next(&self, position: DeckPosition, above: Option<SlideStep>) -> Option<SlideStep> {
        self.main.get(self.on_main(position, above) + 1).copied()
    }

    /// The stop before on the main line; from below the one it was left at. `None` at the beginning.
    pub fn previous(&self, position: DeckPosition, above: Option<SlideStep>) -> Option<SlideStep> {
        let main = self.on_main(position, above);
        match position {
            DeckPosition::Main(_) => self.main.get(main.checked_sub(1)?).copied(),
            DeckPosition::Below { .. } => self.main.get(main).copied(),
        }
    }

    /// The next stop below.
    pub fn down(&self, position: DeckPosition) -> Option<SlideStep> {
        match position {
            DeckPosition::Main(number) => {
                self.columns.iter().find(|column| column.main.contains(&number))?.below.first().copied()
            }
            DeckPosition::Below { column, stop } => self.columns.get(column)?.below.get(stop + 1).copied(),
        }
    }

    /// The stop before below a slide, or the one of the main line that it was left at. `None` on the main line.
    pub fn up(&self, position: DeckPosition, above: Option<SlideStep>) -> Option<SlideStep> {
        match position {
            DeckPosition::Main(_) => None,
            DeckPosition::Below { stop: 0, .. } => self.main.get(self.on_main(position, above)).copied(),
            DeckPosition::Below { column, stop } => self.columns.get(column)?.below.get(stop - 1).copied(),
        }
    }

    /// Whether anything lies below any slide.
    pub fn has_below(&self) -> bool {
        self.columns.iter().any(|column| !column.below.is_empty())
    }

    /// What lies below the stop at `position`, and below what comes before it.
    pub fn below(&self, position: DeckPosition) -> Below {
        let (column, from) = match position {
            DeckPosition::Main(number) => {
                (self.columns.iter().position(|column| column.main.contains(&number)), 0)
            }
            DeckPosition::Below { column, stop } => (Some(column), stop + 1),
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
    pub fn progress(&self, position: DeckPosition, above: Option<SlideStep>) -> (usize, usize) {
        (self.on_main(position, above) + 1, self.main.len())
    }
}
