//! The line of time under a slide.

use crate::app::briefing::{Progress, ProgressAxis};
use crate::app::pages::axis;
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::axis::Cell;
use crate::briefing::Dates;
use crate::role::Role;
use crate::wrap;

use super::super::axis::sign;
use crate::ui::canvas::{Canvas, small};

/// Draws the line: what was told is lit, what is being told stands out, what will be is there but dark.
pub(super) fn draw(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    let Some(briefing) = state.briefing() else { return };
    let Some(progress_axis) = briefing.progress() else { return };
    let is_guessed = briefing.dates == Dates::Guessed;
    let mut x = area.x;
    if let Some((first, last)) = &progress_axis.ends {
        let wide = small(wrap::width(last)).min(area.width);
        if !is_guessed {
            canvas.text(area.x, area.y, first, Role::Dim, area.width);
            canvas.text(area.x + area.width - wide, area.y, last, Role::Dim, wide);
        }
        x += small(wrap::width(first)) + 1;
    }
    let seen = briefing.seen();
    let projection = axis::true_projection(state);
    let progress = progress_axis.progress(&projection, &briefing.deck, seen, briefing.dates);
    line(state, progress_axis, progress, Area { x, ..area }, canvas);
}

fn line(
    state: &State,
    progress_axis: &ProgressAxis,
    progress: Progress,
    area: Area,
    canvas: &mut Canvas<'_>,
) {
    for (column, cell) in progress_axis.cells.iter().enumerate() {
        let is_here = progress.here.is_some_and(|(first, last)| (first..=last).contains(&column));
        let is_lit = column < progress.before;
        let is_told = is_lit || is_here;
        let (mark, role) = match cell {
            Cell::Empty if is_told => (state.display.glyphs.line, Role::Date),
            Cell::Empty => (state.display.glyphs.ahead, Role::Rule),
            cell if is_here => (sign(state.display.glyphs, *cell).0, Role::Accent),
            cell if is_told => sign(state.display.glyphs, *cell),
            _ if progress.ends_here => (state.display.glyphs.ahead, Role::Rule),
            Cell::Possible => (state.display.glyphs.possible, Role::Rule),
            Cell::Certain => (state.display.glyphs.certain, Role::Rule),
            _ => (state.display.glyphs.untold, Role::Dim),
        };
        canvas.text(area.x + small(column), area.y, mark, role, 1);
    }
}
