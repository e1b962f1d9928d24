//! The drawn timeline: the axis of the browser as a picture.

use std::collections::HashMap;

use super::request::{Edition, Handout};
use crate::axis::{Axis, AxisRow, AxisSpan, Cell, Index, LabelStyle, Projection, Scale, Seen};
use crate::i18n::{self, Lang};
use crate::model::EventIndex;

/// The width of the picture, in its own units. The page scales it.
pub(super) const WIDTH: usize = 720;
/// Labels are as wide as so many units a character.
const CHARACTER: usize = 7;
/// The room that the labels of the axis are chosen for, in characters.
const COLUMNS: usize = WIDTH / CHARACTER;
/// From one row of labels to the next.
const ROW: usize = 22;
/// Where the line of the axis is.
const LINE: usize = 34;
/// More rows of labels than this are no help; the last one is shared.
const MOST_ROWS: usize = 6;

/// A timeline as a picture, `WIDTH` units wide.
pub(super) struct Chart {
    pub(super) height: usize,
    pub(super) ticks: Vec<Tick>,
    pub(super) bars: Vec<Bar>,
    pub(super) flags: Vec<Flag>,
}

/// A date along the axis.
pub(super) struct Tick {
    pub(super) x: usize,
    pub(super) label_x: usize,
    pub(super) label: String,
}

/// A stretch of time on the axis: certain or possible.
pub(super) struct Bar {
    pub(super) x: usize,
    pub(super) width: usize,
    pub(super) is_certain: bool,
}

/// An event below the axis.
pub(super) struct Flag {
    /// The moment it points at.
    pub(super) x: usize,
    /// Whether a sign marks that moment: it is too short for a bar.
    pub(super) is_moment: bool,
    pub(super) is_doubtful: bool,
    /// Where its label begins, and its baseline.
    pub(super) label_x: usize,
    pub(super) y: usize,
    pub(super) letter: String,
    /// When it happened.
    pub(super) date: String,
}

/// The picture of `events`, and the letter of each; for pupils, who find the dates, an axis without events.
pub(super) fn draw(
    handout: &Handout<'_>,
    events: &[EventIndex],
    lang: Lang,
) -> (Option<Chart>, HashMap<EventIndex, String>) {
    let timeline = handout.timeline;
    let index = Index::of(timeline, events.iter().copied());
    let projection = Projection { timeline, index: &index, all: &index, scale: Scale::True };
    let letters: HashMap<EventIndex, String> =
        events.iter().enumerate().map(|(at, event)| (*event, letter(at))).collect();
    let Some(window) = projection.whole() else { return (None, HashMap::new()) };
    let axis = Axis::new(&projection, window, COLUMNS, LabelStyle { lang, ellipsis: "…" });
    let ticks = axis.ticks.into_iter().map(|tick| Tick {
        x: tick.column * WIDTH / COLUMNS,
        label_x: tick.label_column * WIDTH / COLUMNS,
        label: tick.label,
    });
    let ticks = ticks.collect();
    if handout.edition == Edition::Student {
        return (Some(Chart { height: LINE + 3 * ROW, ticks, bars: Vec::new(), flags: Vec::new() }), letters);
    }
    // Every event is on one row here, whatever it lies inside of.
    let families = std::iter::once(None).chain(events.iter().map(|event| Some(*event)));
    let bars = families.flat_map(|parent| bars(&AxisRow::new(&projection, parent, window, WIDTH))).collect();
    let mut places: Vec<(AxisSpan, EventIndex)> = events
        .iter()
        .filter_map(|event| match AxisSpan::of(&projection, *event, window, WIDTH)? {
            Seen::Here(place) => Some((place, *event)),
            Seen::Before | Seen::Behind => None,
        })
        .collect();
    places.sort_by_key(|(place, _)| place.middle);
    let mut rows: Vec<usize> = Vec::new();
    let mut flags = Vec::new();
    for (place, event) in places {
        let letter = letters.get(&event).cloned().unwrap_or_default();
        let date = timeline.events[event].date.date().map(|date| i18n::date(date, lang)).unwrap_or_default();
        let width = (letter.chars().count() + date.chars().count() + 2) * CHARACTER;
        let label_x = place.middle.min(WIDTH.saturating_sub(width));
        let free = rows.iter().position(|end| *end <= label_x);
        let row = free.unwrap_or(rows.len()).min(MOST_ROWS - 1);
        if row == rows.len() {
            rows.push(0);
        }
        rows[row] = label_x + width;
        flags.push(Flag {
            x: place.middle,
            is_moment: place.first == place.last,
            is_doubtful: timeline.events[event].date.date().is_some_and(|date| date.extent().is_doubtful),
            label_x,
            y: LINE + (row + 1) * ROW + 6,
            letter,
            date,
        });
    }
    (Some(Chart { height: LINE + (rows.len() + 1) * ROW, ticks, bars, flags }), letters)
}

impl Chart {
    /// Whether a moment is drawn whose date is in doubt.
    pub(super) fn has_doubt(&self) -> bool {
        self.flags.iter().any(|flag| flag.is_moment && flag.is_doubtful)
    }
}

/// The bars of a row, those that are possible before those that are certain, which are drawn over them.
fn bars(row: &AxisRow) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for (x, cell) in row.cells.iter().enumerate() {
        let is_certain = match cell {
            Cell::Certain | Cell::Begins => true,
            Cell::Possible => false,
            _ => continue,
        };
        match bars.last_mut().filter(|bar| bar.x + bar.width == x && bar.is_certain == is_certain) {
            Some(bar) => bar.width += 1,
            None => bars.push(Bar { x, width: 1, is_certain }),
        }
    }
    bars
}

/// The letter of the event with this number from 0: A to Z, then AA.
fn letter(number: usize) -> String {
    let last = char::from(b'A' + u8::try_from(number % 26).unwrap_or_default());
    match (number / 26).checked_sub(1) {
        Some(before) => format!("{}{last}", letter(before)),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letter).into();
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
