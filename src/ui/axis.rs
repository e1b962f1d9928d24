//! The axis across the top.

use crate::app::State;
use crate::app::layout::Area;
use crate::axis::{self, Cell};
use crate::model::EventIndex;
use crate::role::Role;
use crate::wrap;

use super::canvas::Canvas;

/// Draws labels, the line with what happened, and where there is a third row the pointer.
pub(super) fn draw(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    let Some((axis, window)) = state.axis().filter(|_| area.height > 0) else { return };
    for tick in &axis.ticks {
        let x = area.x + u16::try_from(tick.label_column).unwrap_or(u16::MAX);
        canvas.text(x, area.y, &tick.label, Role::Dim, area.width);
    }
    let columns = usize::from(area.width);
    let selected = axis::place(state.timeline(), state.event(), window, columns);
    for (column, cell) in axis.cells.iter().enumerate() {
        let is_tick = axis.ticks.iter().any(|tick| tick.column == column);
        let (sign, role) = sign(state, *cell, is_tick);
        let is_selected = selected.is_some_and(|(first, last)| (first..=last).contains(&column));
        let role = if is_selected && *cell != Cell::Empty { Role::Accent } else { role };
        let x = area.x + u16::try_from(column).unwrap_or(u16::MAX);
        canvas.text(x, area.y + 1, &sign, role, 1);
    }
    if area.height >= 3
        && let Some((first, last)) = selected
    {
        pointer(state, area, usize::midpoint(first, last), canvas);
    }
}

fn sign(state: &State, cell: Cell, is_tick: bool) -> (String, Role) {
    let glyphs = state.glyphs;
    let (sign, role) = match cell {
        Cell::Empty if is_tick => (glyphs.tick, Role::Rule),
        Cell::Empty => (glyphs.line, Role::Rule),
        Cell::Possible => (glyphs.possible, Role::Date),
        Cell::Certain => (glyphs.certain, Role::Date),
        Cell::Moment => (glyphs.moment, Role::Date),
        Cell::Several(number) => {
            let digit = u32::try_from(number).ok().and_then(|number| char::from_digit(number, 10));
            return (digit.unwrap_or('+').to_string(), Role::Date);
        }
    };
    (sign.to_owned(), role)
}

/// Points at the selected event and names its date, on the side where there is room.
fn pointer(state: &State, area: Area, column: usize, canvas: &mut Canvas<'_>) {
    let date = date_of(state, state.event());
    let wide = wrap::width(&date) + 1;
    let x = area.x + u16::try_from(column).unwrap_or(u16::MAX);
    canvas.text(x, area.y + 2, state.glyphs.pointer, Role::Accent, 1);
    let after = column + 2;
    if after + wide <= usize::from(area.width) {
        canvas.text(x + 2, area.y + 2, &date, Role::Accent, area.width);
    } else if let Some(before) = column.checked_sub(wide) {
        let x = area.x + u16::try_from(before).unwrap_or(u16::MAX);
        canvas.text(x, area.y + 2, &date, Role::Accent, area.width);
    }
}

fn date_of(state: &State, event: EventIndex) -> String {
    let event = state.timeline().events.get(event);
    event.map(|event| crate::app::date_words(&event.date, state.lang)).unwrap_or_default()
}
