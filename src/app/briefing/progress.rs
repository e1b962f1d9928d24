//! The line of time under a slide: what has been told is lit.

use crate::axis::{self, AxisRow, Cell, Projection, Seen};
use crate::briefing::{Covered, Dates, Deck, Slide, SlidePosition};
use crate::model::{EventIndex, Timeline};

/// The line of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ProgressAxis {
    /// What stands in each column.
    pub(crate) cells: Vec<Cell>,
    /// The years at its ends.
    pub(crate) ends: Option<(String, String)>,
    /// The columns between them that are the line's.
    columns: usize,
}

/// How much of the line is lit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Up to here, exclusive, lies what was told before.
    pub(crate) before: usize,
    /// The columns of what is being told.
    pub(crate) here: Option<(usize, usize)>,
    /// Whether what lies behind is not shown.
    pub(crate) ends_here: bool,
}

impl ProgressAxis {
    /// The line of a timeline on `width` columns.
    pub(crate) fn new(projection: &Projection<'_>, ends: Option<(String, String)>, width: usize) -> Self {
        let taken = ends.as_ref().map_or(0, |(first, last)| first.chars().count() + last.chars().count() + 2);
        let columns = width.saturating_sub(taken);
        let cells = projection
            .whole()
            .map(|window| AxisRow::new(projection, None, window, columns).cells)
            .unwrap_or_default();
        Self { cells, ends, columns }
    }

    /// How much of it is lit where the audience sees what it sees.
    pub(crate) fn progress(
        &self,
        projection: &Projection<'_>,
        deck: &Deck,
        seen: SlidePosition,
        dates: Dates,
    ) -> Progress {
        let timeline = projection.timeline;
        let is_guessed = dates == Dates::Guessed;
        let shows_date = Covered::shows_date(timeline, deck, seen, dates);
        match seen.slide {
            Slide::Opening => Progress { ends_here: is_guessed, ..Progress::default() },
            Slide::Ordering | Slide::Sources => {
                Progress { before: self.columns, here: None, ends_here: false }
            }
            Slide::Event(event) if shows_date => {
                let here = self.place(projection, top(timeline, event));
                Progress { before: here.map_or(0, |(first, _)| first), here, ends_here: is_guessed }
            }
            Slide::Event(event) => {
                let before = top(timeline, event).checked_sub(1).map(|before| top(timeline, before));
                let before = before.and_then(|before| self.place(projection, before));
                Progress { before: before.map_or(0, |(_, last)| last + 1), here: None, ends_here: true }
            }
        }
    }

    fn place(&self, projection: &Projection<'_>, event: EventIndex) -> Option<(usize, usize)> {
        match axis::AxisSpan::of(projection, event, projection.whole()?, self.columns)? {
            Seen::Here(place) => Some((place.first, place.last)),
            Seen::Before | Seen::Behind => None,
        }
    }
}

/// The top-level event that an event is, or lies in.
fn top(timeline: &Timeline, event: EventIndex) -> EventIndex {
    let events = &timeline.events;
    std::iter::successors(Some(event), |event| events[*event].parent).last().unwrap_or(event)
}
