//! Moving through a briefing.

use crate::app::screen::context::Context;
use crate::briefing::{PageRef, SlidePosition};

use super::state::Briefing;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SlideMove {
    /// The next page, step or slide.
    Next,
    Previous,
    Slides(isize),
    /// To the slide of that number from 0.
    Slide(usize),
    End,
}

/// Where a move leads from where the briefing is; the same place where it leads nowhere.
pub(crate) fn target(
    context: &Context<'_>,
    size: (u16, u16),
    briefing: &Briefing,
    to: SlideMove,
) -> SlidePosition {
    let (timeline, dates, here) = (context.timeline(), briefing.dates, briefing.place);
    let begin = |slide: usize| SlidePosition::begin(timeline, slide, dates);
    match to {
        SlideMove::Next => turned(context, size, briefing, 1).or_else(|| here.next(timeline, dates)),
        SlideMove::Previous => turned(context, size, briefing, -1).or_else(|| here.previous(timeline, dates)),
        SlideMove::Slides(steps) => Some(begin(here.slide.saturating_add_signed(steps))),
        SlideMove::Slide(number) => Some(begin(number)),
        SlideMove::End => Some(begin(usize::MAX)),
    }
    .unwrap_or(here)
}

/// The next or previous page of the same stop.
fn turned(
    context: &Context<'_>,
    size: (u16, u16),
    briefing: &Briefing,
    steps: isize,
) -> Option<SlidePosition> {
    let here = briefing.place;
    let of = briefing.pages(context, size, here);
    let page = here.turn.page(of).checked_add_signed(steps).filter(|page| *page < of)?;
    Some(SlidePosition { turn: PageRef::At { page, of }, ..here })
}
