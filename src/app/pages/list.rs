//! Where the rows of the list stand on the screen.

use crate::app::screen::labels::title_words;
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::app::state::rows::Row;
use crate::wrap;

/// The lines a row of the list takes in `width` columns.
pub(crate) fn row_height(state: &State, row: usize, width: usize) -> usize {
    let heights = &state.cache.row_heights;
    let known = heights.lines.get(row).filter(|_| heights.of == (state.list.version, width));
    let Some(lines) = known else { return measured(state, row, width) };
    if lines.get() == 0 {
        lines.set(u16::try_from(measured(state, row, width)).unwrap_or(u16::MAX));
    }
    lines.get().into()
}

fn measured(state: &State, row: usize, width: usize) -> usize {
    match state.rows().all.get(row) {
        Some(Row::Event(event)) => {
            let title = title_words(&state.timeline().events[*event], state.display.lang);
            let columns = state.rows().columns(width);
            wrap::lines(title, columns.title_width).len() + usize::from(columns.is_stacked)
        }
        _ => 1,
    }
}

/// What has been done to the list, for the line over it; `None` where it is the whole list in the order of
/// time. `top` is the first row in view.
pub(crate) fn list_caption(state: &State, top: usize) -> Option<String> {
    let words = state.list.grouping.words(state.display.lang)?;
    let group = state.rows().group_around(top).map(|group| group.words(state.timeline(), state.display.lang));
    Some(match group {
        Some(group) => format!("{words} {} {group}", state.display.glyphs.dot),
        None => words.to_owned(),
    })
}

/// The part of the list that the rows stand in: all of it, or what is under the line that says what has been
/// done to them.
pub(crate) fn rows_area(state: &State, list: Area) -> Area {
    let caption = u16::from(state.list.grouping.words(state.display.lang).is_some());
    Area { y: list.y + caption, height: list.height - caption, ..list }
}

/// The row of the event that is at the most so many lines of the list away from the selected one (up where negative),
/// but one event away at least.
pub(crate) fn row_lines_away(state: &State, lines: isize) -> Option<usize> {
    let area = rows_area(state, state.layout()?.list?);
    let heights = heights(state, area);
    let row = state.rows().row_of(state.timeline(), state.event());
    let mut left = lines.unsigned_abs();
    // Where one goes down, the way to a row is that over the rows above it.
    let mut is_reached = |passed: usize| {
        let fits = heights(passed) <= left;
        left = left.saturating_sub(heights(passed));
        fits
    };
    let has_event = |row: &usize| state.rows().has_event(*row);
    let found = if lines < 0 {
        (0..row).rev().take_while(|row| is_reached(*row)).filter(has_event).last()
    } else {
        let rows = row + 1..state.rows().all.len();
        rows.take_while(|row| is_reached(row - 1)).filter(has_event).last()
    };
    found.or_else(|| state.rows().step(row, lines.signum()))
}

pub(crate) fn heights(state: &State, area: Area) -> impl Fn(usize) -> usize {
    move |row| row_height(state, row, usize::from(area.width))
}
