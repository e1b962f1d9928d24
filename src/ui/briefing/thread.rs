//! The line of time under a slide.

use crate::app::State;
use crate::app::briefing::{Lit, Thread};
use crate::app::layout::Area;
use crate::axis::Cell;
use crate::briefing::Dates;
use crate::role::Role;
use crate::wrap;

use super::super::axis::sign;
use super::super::canvas::Canvas;
use crate::ui::canvas::small;

/// Draws the line: what was told is lit, what is being told stands out, what will be is there but dark.
pub(super) fn draw(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    let Some(talk) = state.briefing() else { return };
    let Some(thread) = talk.thread() else { return };
    let is_guessed = talk.dates == Dates::Guessed;
    let mut x = area.x;
    if let Some((first, last)) = &thread.ends {
        let wide = small(wrap::width(last)).min(area.width);
        if !is_guessed {
            canvas.text(area.x, area.y, first, Role::Dim, area.width);
            canvas.text(area.x + area.width - wide, area.y, last, Role::Dim, wide);
        }
        x += small(wrap::width(first)) + 1;
    }
    let lit = thread.lit(&state.true_ruler(), talk.seen(), talk.dates);
    line(state, thread, lit, Area { x, ..area }, canvas);
}

fn line(state: &State, thread: &Thread, lit: Lit, area: Area, canvas: &mut Canvas<'_>) {
    for (column, cell) in thread.cells.iter().enumerate() {
        let is_here = lit.here.is_some_and(|(first, last)| (first..=last).contains(&column));
        let is_lit = column < lit.before;
        let is_told = is_lit || is_here;
        let (mark, role) = match cell {
            Cell::Empty if is_told => (state.glyphs.line, Role::Date),
            Cell::Empty => (state.glyphs.ahead, Role::Rule),
            cell if is_here => (sign(state.glyphs, *cell).0, Role::Accent),
            cell if is_told => sign(state.glyphs, *cell),
            _ if lit.ends_here => (state.glyphs.ahead, Role::Rule),
            Cell::Possible => (state.glyphs.possible, Role::Rule),
            Cell::Certain => (state.glyphs.certain, Role::Rule),
            _ => (state.glyphs.untold, Role::Dim),
        };
        canvas.text(area.x + small(column), area.y, mark, role, 1);
    }
}
