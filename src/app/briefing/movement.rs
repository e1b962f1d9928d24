//! Moving through a briefing.

use crate::app::screen::context::Context;
use crate::briefing::{PageRef, SlidePosition};

use super::state::Briefing;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SlideMove {
    /// The next page, step or slide of the main line.
    Next,
    Previous,
    /// What lies below; where nothing does in the whole briefing, the same as `Next`.
    Down,
    Up,
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
    let (timeline, dates, here, deck) = (context.timeline(), briefing.dates, briefing.place, &briefing.deck);
    let slide = |number: usize| SlidePosition::at(deck.first_of(number));
    match to {
        SlideMove::Down if deck.has_below() => {
            turned(context, size, briefing, 1).filter(|_| here.above.is_some()).or_else(|| here.down(deck))
        }
        SlideMove::Up if deck.has_below() => {
            turned(context, size, briefing, -1).filter(|_| here.above.is_some()).or_else(|| here.up(deck))
        }
        SlideMove::Next | SlideMove::Down => {
            turned(context, size, briefing, 1).or_else(|| here.next(timeline, deck, dates))
        }
        SlideMove::Previous | SlideMove::Up => {
            turned(context, size, briefing, -1).or_else(|| here.previous(timeline, deck, dates))
        }
        SlideMove::Slides(steps) => {
            let column = briefing.column(here).unwrap_or_default().saturating_add_signed(steps);
            Some(slide(column.min(briefing.slides().saturating_sub(1))))
        }
        SlideMove::Slide(number) => Some(slide(number)),
        SlideMove::End => Some(slide(usize::MAX)),
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
    let page = here.page.page(of).checked_add_signed(steps).filter(|page| *page < of)?;
    Some(SlidePosition { page: PageRef::At { page, of }, ..here })
}
