//! Brings the selected row of the list into view.
//!
//! What is selected stays at its height whatever changes around it: the size of the screen, the language, what is
//! folded away, how the events are grouped, which of them are shown.

use std::cell::Cell;

use crate::app::pages::list::{heights, rows_area};
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::app::state::layout_cache::RowHeights;
use crate::app::state::overlay::Overlay;
use crate::app::state::rows::Row;
use crate::model::EventIndex;

/// Brings the selected row into view, and where the list has changed around it, back to its height.
pub(crate) fn place_rows(state: &mut State, list: Area) {
    let area = rows_area(state, list);
    let around = (state.list.version, area);
    let of = (state.list.version, usize::from(area.width));
    if state.cache.row_heights.of != of {
        state.cache.row_heights = RowHeights { of, lines: vec![Cell::default(); state.rows().all.len()] };
    }
    let is_changed = state.cache.row_anchors.around != around;
    let height = if is_changed { state.cache.row_anchors.line_of(state.event()) } else { None };
    let row = state.rows().row_of(state.timeline(), state.event());
    let top = match height {
        Some(line) => top_above(state, row, line, area),
        None => state.history.base().top.min(row),
    };
    let top = with_row_in_view(state, top, row, area);
    state.history.base_mut().top = top;
    state.cache.row_anchors.around = around;
    let at = (state.event(), top);
    // A change that is taken back leads back to the same height: what it was is kept until a key moves, and while
    // a filter is typed, for it may be given up.
    let is_filtering = matches!(state.overlay, Some(Overlay::Filter(_)));
    if is_filtering {
        return;
    }
    if height.is_none() && state.cache.row_anchors.at != at {
        state.cache.row_anchors.lines = lines_in_view(state, top, area);
    }
    state.cache.row_anchors.at = at;
}

/// The first row in view for `row` to stand at `line`, or as little above it as rows allow.
fn top_above(state: &State, row: usize, line: usize, area: Area) -> usize {
    let heights = heights(state, area);
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
fn with_row_in_view(state: &State, top: usize, row: usize, area: Area) -> usize {
    let height = usize::from(area.height);
    let heights = heights(state, area);
    let rows = &state.rows().all;
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

fn lines_in_view(state: &State, top: usize, area: Area) -> Vec<(EventIndex, usize)> {
    let heights = heights(state, area);
    let mut line = 0;
    let mut lines = Vec::new();
    for (index, row) in state.rows().all.iter().enumerate().skip(top) {
        if line >= usize::from(area.height) {
            break;
        }
        lines.extend(row.event().map(|event| (event, line)));
        line += heights(index);
    }
    lines
}
