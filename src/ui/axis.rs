//! The axis across the top.

use crate::app::pages::axis;
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::axis::{Axis, AxisRow, AxisSpan, Cell, Seen};
use crate::glyphs::Glyphs;
use crate::role::Role;

use super::canvas::{Canvas, small};
use super::pointer;

/// Draws labels, the line with what happened, where there is a fourth row what lies inside the selected event,
/// and where there is a third the pointer.
pub(super) fn draw(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    let Some(axis) = axis::drawn_axis(state).filter(|_| area.height > 0) else { return };
    for tick in &axis.ticks {
        canvas.text(area.x + small(tick.label_column), area.y, &tick.label, Role::Dim, area.width);
    }
    let seen = axis::place_of(state, state.event());
    let place = match seen {
        Some(Seen::Here(place)) => Some(place),
        _ => None,
    };
    let is_inside = state.timeline().events.get(state.event()).is_some_and(|event| event.depth > 0);
    let nested = axis::nested_row(state);
    let has_own_row = axis::nest_has_row(state);
    let line = Line { glyphs: state.display.glyphs, axis, inner: nested.filter(|_| !has_own_row) };
    for column in 0..axis.row.cells.len() {
        let (sign, role) = line.sign(column);
        let is_selected = !(is_inside && has_own_row) && line.holds(column, place);
        let sign = if is_selected && area.height < 3 && place.is_some_and(|place| place.middle == column) {
            state.display.glyphs.pointer
        } else {
            sign
        };
        let role = if is_selected { Role::Accent } else { role };
        canvas.text(area.x + small(column), area.y + 1, sign, role, 1);
    }
    edges(state.display.glyphs, axis, area, canvas);
    if let Some(row) = nested.filter(|_| has_own_row) {
        inside(state.display.glyphs, row, place.filter(|_| is_inside), area, canvas);
    }
    if area.height > 2 {
        pointer::draw(
            state,
            seen,
            Area { y: area.y + 2 + u16::from(has_own_row), height: 1, ..area },
            canvas,
        );
    }
}

/// The line of the axis, with what lies inside the selected event where that has no row of its own.
struct Line<'a> {
    glyphs: &'static Glyphs,
    axis: &'a Axis,
    inner: Option<&'a AxisRow>,
}

impl Line<'_> {
    fn inner(&self, column: usize) -> Cell {
        self.inner.and_then(|row| row.cells.get(column)).copied().unwrap_or_default()
    }

    fn sign(&self, column: usize) -> (&'static str, Role) {
        let glyphs = self.glyphs;
        let (cell, inner) = (self.axis.row.cells[column], self.inner(column));
        match (cell, inner) {
            (Cell::Empty, Cell::Empty) => {
                let is_tick = self.axis.ticks.iter().any(|tick| tick.column == column);
                (if is_tick { glyphs.tick } else { glyphs.line }, Role::Rule)
            }
            (cell, Cell::Empty) => sign(glyphs, cell),
            (cell, _) if !cell.is_under_inner() => sign(glyphs, cell),
            (_, Cell::Possible | Cell::Certain) => (glyphs.inner_bar, Role::Date),
            // Another sign here would read as one of top-level events.
            _ => (glyphs.inner_moment, Role::Text),
        }
    }

    /// Whether the selected event is drawn in a column.
    fn holds(&self, column: usize, place: Option<AxisSpan>) -> bool {
        let is_drawn = self.axis.row.cells[column] != Cell::Empty || self.inner(column) != Cell::Empty;
        is_drawn && place.is_some_and(|place| (place.first..=place.last).contains(&column))
    }
}

/// What lies inside the selected event, on a row of its own without a line.
fn inside(glyphs: &Glyphs, row: &AxisRow, place: Option<AxisSpan>, area: Area, canvas: &mut Canvas<'_>) {
    for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Empty) {
        let (sign, role) = sign(glyphs, *cell);
        let is_selected = place.is_some_and(|place| (place.first..=place.last).contains(&column));
        let role = if is_selected { Role::Accent } else { role };
        canvas.text(area.x + small(column), area.y + 2, sign, role, 1);
    }
}

/// Beside the line, that there are events on that side.
fn edges(glyphs: &Glyphs, axis: &Axis, area: Area, canvas: &mut Canvas<'_>) {
    if axis.goes_before {
        canvas.text(area.x.saturating_sub(1), area.y + 1, glyphs.earlier, Role::Accent, 1);
    }
    if axis.goes_on {
        canvas.text(area.x + area.width, area.y + 1, glyphs.later, Role::Accent, 1);
    }
}

pub(super) fn sign(glyphs: &Glyphs, cell: Cell) -> (&'static str, Role) {
    let sign = match cell {
        Cell::Empty => return (glyphs.line, Role::Rule),
        Cell::Possible => glyphs.possible,
        Cell::Certain => glyphs.certain,
        Cell::Begins => glyphs.begins,
        Cell::Moment => glyphs.moment,
        Cell::Doubtful => glyphs.doubtful,
        Cell::Several(_) => glyphs.several,
        Cell::Dense(level) => glyphs.density[usize::from(level.clamp(1, 8)) - 1],
    };
    (sign, Role::Date)
}
