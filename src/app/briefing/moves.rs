//! Moving through a talk.

use crate::app::state::State;
use crate::briefing::{Place, Slide, Step, Stop, Turn};
use crate::model::{EventIndex, QuoteIndex};
use crate::search::Target;

use super::Briefing;

/// Where a move leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// The next page, step or slide.
    Next,
    /// The one before.
    Previous,
    /// So many slides on.
    Slides(isize),
    /// To the slide of that number from 0.
    Slide(usize),
    /// To the last slide.
    End,
}

/// Where a move leads from where the talk is; the same place where it leads nowhere.
pub(super) fn target(state: &State, briefing: &Briefing, to: Move) -> Place {
    let (timeline, dates, here) = (state.timeline(), briefing.dates, briefing.place);
    let begin = |slide: usize| Place::begin(timeline, slide, dates);
    match to {
        Move::Next => turned(state, briefing, 1).or_else(|| here.next(timeline, dates)),
        Move::Previous => turned(state, briefing, -1).or_else(|| here.previous(timeline, dates)),
        Move::Slides(steps) => Some(begin(here.slide.saturating_add_signed(steps))),
        Move::Slide(number) => Some(begin(number)),
        Move::End => Some(begin(usize::MAX)),
    }
    .unwrap_or(here)
}

/// The next or previous page of the same stop.
fn turned(state: &State, briefing: &Briefing, steps: isize) -> Option<Place> {
    let here = briefing.place;
    let of = state.pages(briefing, here);
    let page = here.turn.page(of).checked_add_signed(steps).filter(|page| *page < of)?;
    Some(Place { turn: Turn::At { page, of }, ..here })
}

/// Shows what a hit of the search leads to; one comes back by the key for it.
pub(in crate::app) fn visit(state: &mut State, target: &Target, event: Option<EventIndex>) {
    let Some(place) = place_of(state, target, event) else { return };
    if let Some(briefing) = &mut state.briefing {
        briefing.digress(place);
    }
}

fn place_of(state: &State, target: &Target, event: Option<EventIndex>) -> Option<Place> {
    let dates = state.briefing()?.dates;
    match target {
        Target::Event(event) => Some(Place::begin(state.timeline(), Slide::of(*event), dates)),
        Target::Quote(quote) | Target::Passage { quote: Some(quote), .. } => quoted(state, *quote),
        Target::Passage { .. } => Some(Place::begin(state.timeline(), Slide::of(event?), dates)),
    }
}

/// The step that shows a quote.
fn quoted(state: &State, quote: QuoteIndex) -> Option<Place> {
    let found = state.timeline().quotes.get(quote)?;
    let event = state.timeline().events.get(found.event)?;
    let step = match found.claim {
        Some(claim) => Step::Claim(claim),
        None => Step::Quote(quote - event.quotes.start),
    };
    Some(Place { slide: Slide::of(found.event), stop: Stop::Step(step), turn: Turn::First })
}
