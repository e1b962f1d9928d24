//! The row under the axis: which event is selected, and where one is in the whole.

use crate::app::pages::axis;
use crate::app::screen::labels::date_words;
use crate::app::screen::layout::Area;
use crate::app::screen::page::Line;
use crate::app::state::State;
use crate::axis::{AxisSpan, Scale, Seen};
use crate::role::Role;
use crate::wrap;

use super::canvas::{Canvas, small};

/// Between two things on this row.
const GAP: usize = 2;

/// Draws the row. Where not all of it has room, the status becomes shorter first, then the corners under a
/// bar go, then the words.
pub(super) fn draw(state: &State, seen: Option<Seen>, area: Area, canvas: &mut Canvas<'_>) {
    let columns = usize::from(area.width);
    let words = words(state, seen);
    let pointers = [(words.as_str(), true), (&words, false), ("", false)]
        .map(|(words, has_corners)| pointer(state, seen, words, has_corners, columns));
    let statuses = statuses(state);
    let fitting = pointers.iter().find_map(|pointer| {
        let status =
            statuses.iter().find_map(|status| Some((beside(pointer, status.width(), columns)?, status)));
        status.map(|status| (pointer, status))
    });
    for (column, text) in fitting.map_or(&pointers[0], |(pointer, _)| pointer) {
        canvas.text(area.x + small(*column), area.y, text, Role::Accent, area.width);
    }
    if let Some((_, (column, status))) = fitting {
        canvas.line(area.x + small(column), area.y, status, area.width);
    }
}

/// The sign under the selected event, the corners of its bar and its words, each with its first column.
type Pointer = Vec<(usize, String)>;

fn pointer(state: &State, seen: Option<Seen>, words: &str, has_corners: bool, columns: usize) -> Pointer {
    let glyphs = state.display.glyphs;
    let (place, wide) = match seen {
        None => return Vec::new(),
        Some(Seen::Before) => return vec![(0, format!("{} {words}", glyphs.earlier))],
        Some(Seen::Behind) => {
            let text = format!("{words} {}", glyphs.later);
            return vec![(columns.saturating_sub(wrap::width(&text)), text)];
        }
        Some(Seen::Here(place)) => (place, wrap::width(words)),
    };
    let mut parts = vec![(place.middle, glyphs.pointer.to_owned())];
    if let Some(column) = beside_sign(place, wide, columns).filter(|_| wide > 0) {
        parts.push((column, words.to_owned()));
    }
    if has_corners && place.last - place.first >= 2 {
        let left = (!place.begins_before).then(|| (place.first, glyphs.corner_left.to_owned()));
        let right = (!place.goes_on).then(|| (place.last, glyphs.corner_right.to_owned()));
        // Where the certain time is at an end of the bar, the sign stands in its corner.
        let is_free = |(column, _): &(usize, String)| *column != place.middle;
        parts.extend(left.into_iter().chain(right).filter(is_free));
    }
    parts
}

/// The first column for words `wide` columns wide: behind the sign inside the corners, behind the corners, or
/// before them.
fn beside_sign(place: AxisSpan, wide: usize, columns: usize) -> Option<usize> {
    if place.middle + GAP + wide + GAP <= place.last {
        Some(place.middle + GAP)
    } else if place.last + GAP + wide <= columns {
        Some(place.last + GAP)
    } else {
        place.first.checked_sub(wide + 1)
    }
}

/// The date of the selected event, and which one it is where there are several.
fn words(state: &State, seen: Option<Seen>) -> String {
    let event = state.timeline().events.get(state.event());
    let date = event.map(|event| date_words(&event.date, state.display.lang)).unwrap_or_default();
    match seen {
        Some(Seen::Here(AxisSpan { among: Some((number, all)), .. })) => {
            format!("{date} {} {number}/{all}", state.display.glyphs.dot)
        }
        _ => date,
    }
}

/// The column of a status of so many columns, at the right or the left end, where it covers nothing of the
/// pointer.
fn beside(pointer: &Pointer, wide: usize, columns: usize) -> Option<usize> {
    let is_free = |from: usize| {
        let clear = |(column, text): &(usize, String)| {
            column + wrap::width(text) + GAP <= from || from + wide + GAP <= *column
        };
        pointer.iter().all(clear)
    };
    [columns.checked_sub(wide)?, 0].into_iter().find(|column| is_free(*column))
}

/// What is to be known about the axis, from the fullest wording to the shortest: that it is at equal steps, how
/// many events the highest column of a density holds, and which part of the whole is in view.
fn statuses(state: &State) -> Vec<Line> {
    let glyphs = state.display.glyphs;
    let fullest = axis::drawn_axis(state).and_then(|axis| axis.row.fullest);
    let is_equal = axis::axis_view(state).scale == Scale::Equal;
    let equal = is_equal.then(|| state.words().equal_steps.to_owned());
    // At equal steps every column is as full as the next one.
    let density = fullest.filter(|_| !is_equal).map(|most| format!("{} {most}", glyphs.density[7]));
    let plain: Vec<String> = equal.into_iter().chain(density).collect();
    let made = |overview: Option<Line>| {
        let mut line = Line::default();
        for (index, part) in plain.iter().enumerate() {
            line.push(&if index > 0 { format!(" {} {part}", glyphs.dot) } else { part.clone() }, Role::Dim);
        }
        if let Some(overview) = overview {
            line.push(if plain.is_empty() { "" } else { "  " }, Role::Dim);
            line.runs.extend(overview.runs);
        }
        line
    };
    if axis::axis_view(state).window.is_some() {
        let overviews = [(16, true), (10, true), (6, true), (12, false), (6, false)];
        overviews.map(|(wide, named)| made(overview(state, wide, named))).to_vec()
    } else if plain.is_empty() {
        Vec::new()
    } else {
        vec![made(None)]
    }
}

/// The whole axis as a thin line `wide` columns long, with the part in view thicker.
fn overview(state: &State, wide: usize, named: bool) -> Option<Line> {
    let (whole, window) = axis::axis_windows(state)?;
    let (before, after) = axis::axis_ends(state).filter(|_| named).unwrap_or_default();
    let column = |at| usize::try_from(whole.column(at, wide)).unwrap_or_default().min(wide - 1);
    let (first, last) = (column(window.start), column(window.end - 1));
    let mut line = Line::default();
    let gap = if named { " " } else { "" };
    line.push(&format!("{before}{gap}"), Role::Dim);
    line.push(&state.display.glyphs.line.repeat(first), Role::Rule);
    line.push(&state.display.glyphs.certain.repeat(last - first + 1), Role::Accent);
    line.push(&state.display.glyphs.line.repeat(wide - 1 - last), Role::Rule);
    line.push(&format!("{gap}{after}"), Role::Dim);
    Some(line)
}
