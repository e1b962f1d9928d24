//! Where the rows of the list stand on the screen.
//!
//! What is selected stays at its height whatever changes around it: the size of the screen, the language, what is
//! folded away, how the events are grouped, which of them are shown.

use std::cell::Cell;

use crate::model::EventIndex;
use crate::wrap;

use super::labels::title_words;
use super::layout::Area;
use super::list::Row;
use super::overlay::Overlay;
use super::state::State;

/// Where the events in view stood when keys had last moved among them.
#[derive(Debug, Default)]
pub(super) struct Stood {
    /// How often the list had been made, and where it stood.
    around: (usize, Area),
    /// The selected event, and the first row in view.
    at: (EventIndex, usize),
    /// Each event in view, with the lines between the top of the list and its row.
    lines: Vec<(EventIndex, usize)>,
}

impl Stood {
    fn line_of(&self, event: EventIndex) -> Option<usize> {
        self.lines.iter().find(|(known, _)| *known == event).map(|(_, line)| *line)
    }
}

/// How many lines the rows of the list take in a width: every row is measured once, when it is first asked for. To
/// measure all of a long list at once would take longer than a frame.
#[derive(Debug, Default)]
pub(super) struct Heights {
    /// How often the list had been made, and its columns.
    of: (usize, usize),
    /// For each row its lines; none where it has not been measured.
    lines: Vec<Cell<u16>>,
}

/// The lines a row of the list takes in `width` columns.
pub fn row_height(state: &State, row: usize, width: usize) -> usize {
    let heights = &state.shown.heights;
    let known = heights.lines.get(row).filter(|_| heights.of == (state.shown.rows_made, width));
    let Some(lines) = known else { return measured(state, row, width) };
    if lines.get() == 0 {
        lines.set(u16::try_from(measured(state, row, width)).unwrap_or(u16::MAX));
    }
    lines.get().into()
}

fn measured(state: &State, row: usize, width: usize) -> usize {
    match state.rows().rows.get(row) {
        Some(Row::Event(event)) => {
            let title = title_words(&state.timeline().events[*event], state.lang);
            let columns = state.rows().columns(width);
            wrap::lines(title, columns.title_width).len() + usize::from(columns.is_stacked)
        }
        _ => 1,
    }
}

impl State {
    /// What has been done to the list, for the line over it; `None` where it is the whole list in the order of
    /// time. `top` is the first row in view.
    pub fn list_caption(&self, top: usize) -> Option<String> {
        let words = self.grouping.words(self.lang)?;
        let group = self.rows().group_around(top).map(|group| group.words(self.timeline(), self.lang));
        Some(match group {
            Some(group) => format!("{words} {} {group}", self.glyphs.dot),
            None => words.to_owned(),
        })
    }

    /// The part of the list that the rows stand in: all of it, or what is under the line that says what has been
    /// done to them.
    pub fn rows_area(&self, list: Area) -> Area {
        let caption = u16::from(self.grouping.words(self.lang).is_some());
        Area { y: list.y + caption, height: list.height - caption, ..list }
    }

    /// Brings the selected row into view, and where the list has changed around it, back to its height.
    pub(super) fn place_rows(&mut self, list: Area) {
        let area = self.rows_area(list);
        let around = (self.shown.rows_made, area);
        let of = (self.shown.rows_made, usize::from(area.width));
        if self.shown.heights.of != of {
            self.shown.heights = Heights { of, lines: vec![Cell::default(); self.rows().rows.len()] };
        }
        let is_changed = self.shown.stood.around != around;
        let height = if is_changed { self.shown.stood.line_of(self.event()) } else { None };
        let row = self.rows().row_of(self.timeline(), self.event());
        let top = match height {
            Some(line) => self.top_above(row, line, area),
            None => self.trail.base().top.min(row),
        };
        let top = self.with_row_in_view(top, row, area);
        self.trail.base_mut().top = top;
        self.shown.stood.around = around;
        let at = (self.event(), top);
        // A change that is taken back leads back to the same height: what it was is kept until a key moves, and while
        // a filter is typed, for it may be given up.
        let is_filtering = matches!(self.overlay, Some(Overlay::Filter(_)));
        if is_filtering {
            return;
        }
        if height.is_none() && self.shown.stood.at != at {
            self.shown.stood.lines = self.lines_in_view(top, area);
        }
        self.shown.stood.at = at;
    }

    /// The event that is at the most so many lines of the list away from the selected one (up where negative), but
    /// one event away at least.
    pub(super) fn event_lines_away(&self, lines: isize) -> Option<EventIndex> {
        let area = self.rows_area(self.layout()?.list?);
        let heights = self.heights(area);
        let row = self.rows().row_of(self.timeline(), self.event());
        let mut left = lines.unsigned_abs();
        // Where one goes down, the way to a row is that over the rows above it.
        let mut is_reached = |passed: usize| {
            let fits = heights(passed) <= left;
            left = left.saturating_sub(heights(passed));
            fits
        };
        let event = |row: usize| self.rows().rows.get(row).and_then(|row| row.event());
        let found = if lines < 0 {
            (0..row).rev().take_while(|row| is_reached(*row)).filter_map(event).last()
        } else {
            let rows = row + 1..self.rows().rows.len();
            rows.take_while(|row| is_reached(row - 1)).filter_map(event).last()
        };
        found.or_else(|| self.rows().step(row, lines.signum()))
    }

    fn heights(&self, area: Area) -> impl Fn(usize) -> usize + '_ {
        move |row| row_height(self, row, usize::from(area.width))
    }

    /// The first row in view for `row` to stand at `line`, or as little above it as rows allow.
    fn top_above(&self, row: usize, line: usize, area: Area) -> usize {
        let heights = self.heights(area);
        let (mut top, mut above) = (row, 0);
        while let Some(next) = top.checked_sub(1)
            && above + heights(next) <= line
        {
            above += heights(next);
            top = next;
        }
        top
    }

    /// The first row in view, as near to `top` as may be, so that `row` is in view as a whole; a heading right above
    /// it is too, where there is room.
    fn with_row_in_view(&self, top: usize, row: usize, area: Area) -> usize {
        let height = usize::from(area.height);
        let heights = self.heights(area);
        let rows = &self.rows().rows;
        let head = row.checked_sub(1).filter(|above| matches!(rows.get(*above), Some(Row::Heading(_))));
        let mut top = top.min(head.unwrap_or(row)).max((row + 1).saturating_sub(height));
        let mut used: usize = (top..=row).map(&heights).sum();
        while used > height && top < row {
            used -= heights(top);
            top += 1;
        }
        // On a screen that has grown, no row hides above while rows below are empty.
        let mut shown: usize = (top..rows.len()).take(height + 1).map(&heights).sum();
        while let Some(above) = top.checked_sub(1)
            && shown + heights(above) <= height
        {
            shown += heights(above);
            top = above;
        }
        top
    }

    fn lines_in_view(&self, top: usize, area: Area) -> Vec<(EventIndex, usize)> {
        let heights = self.heights(area);
        let mut line = 0;
        let mut lines = Vec::new();
        for (index, row) in self.rows().rows.iter().enumerate().skip(top) {
            if line >= usize::from(area.height) {
                break;
            }
            lines.extend(row.event().map(|event| (event, line)));
            line += heights(index);
        }
        lines
    }
}
