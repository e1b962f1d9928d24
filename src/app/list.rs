//! The list of events, with the silences between them.

use std::collections::HashSet;

use crate::i18n::{self, Lang, Words};
use crate::model::{Dating, EventIndex, Silence, Timeline};
use crate::wrap;

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An event.
    Event(EventIndex),
    /// The time between two events in which nothing is told.
    Silence {
        /// The event before.
        after: EventIndex,
        /// The event behind.
        before: EventIndex,
    },
}

/// The rows of the list in a language, and how wide its dates are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// The columns that the widest date among them takes.
    pub date_width: usize,
}

/// Where the parts of a row stand, in columns from its left edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Whether the title stands under the date, for want of room beside it.
    pub is_stacked: bool,
    /// The columns of the date, which begins behind the mark of the selected row.
    pub date_width: usize,
    /// Where the title begins.
    pub title: usize,
    /// Its columns.
    pub title_width: usize,
}

/// The columns of the mark of the selected row, with a blank.
pub const MARK: usize = 2;
/// Between date and title.
const GAP: usize = 2;
/// The sign of folded subevents and the number of origins, at the right end.
const TAIL: usize = 6;
/// A title with less room than this beside its date stands under it.
const NARROWEST_TITLE: usize = 20;

/// How many events are measured for the width of the dates; a longer list is not worth the wait.
const MEASURED: usize = 1000;

impl Rows {
    /// The rows of a timeline with the subevents of `unfolded` events shown. Where only some events are wanted,
    /// which are given in their order, these and no others have rows, and there are no silences between them: what
    /// is left out is not silence.
    pub fn new(
        timeline: &Timeline,
        unfolded: &HashSet<EventIndex>,
        lang: Lang,
        wanted: Option<&[EventIndex]>,
    ) -> Self {
        let mut rows = Vec::new();
        match wanted {
            Some(wanted) => rows.extend(wanted.iter().copied().map(Row::Event)),
            None => push_rows(timeline, None, unfolded, &mut rows),
        }
        let widths = rows.iter().filter_map(|row| match row {
            Row::Event(event) => {
                Some(wrap::width(&date_words(&timeline.events[*event].date, lang)) + indent(timeline, *event))
            }
            Row::Silence { .. } => None,
        });
        let date_width = widths.take(MEASURED).max().unwrap_or_default();
        Self { rows, date_width }
    }

    /// Where the parts of a row stand in a list of `width` columns.
    pub fn columns(&self, width: usize) -> Columns {
        let beside = width.saturating_sub(self.date_width + MARK + GAP + TAIL);
        if beside >= NARROWEST_TITLE {
            let title = MARK + self.date_width + GAP;
            return Columns { is_stacked: false, date_width: self.date_width, title, title_width: beside };
        }
        let date_width = width.saturating_sub(MARK + TAIL).max(1);
        let title_width = width.saturating_sub(MARK + GAP).max(1);
        Columns { is_stacked: true, date_width, title: MARK + GAP, title_width }
    }

    /// The row of an event, or of the closest event around it that has one.
    pub fn row_of(&self, timeline: &Timeline, event: EventIndex) -> usize {
        let mut wanted = Some(event);
        while let Some(event) = wanted {
            // Rows are in the order of the events.
            let index = self.rows.partition_point(|row| row.order() < (event, 1));
            if self.rows.get(index) == Some(&Row::Event(event)) {
                return index;
            }
            wanted = timeline.events.get(event).and_then(|event| event.parent);
        }
        0
    }

    /// The event `steps` events further down (up where negative), or the last (first) one.
    pub fn step(&self, from: usize, steps: isize) -> Option<EventIndex> {
        let event = |row: &Row| match row {
            Row::Event(event) => Some(*event),
            Row::Silence { .. } => None,
        };
        let count = steps.unsigned_abs();
        if steps < 0 {
            self.rows.get(..=from)?.iter().rev().filter_map(event).take(count + 1).last()
        } else {
            self.rows.get(from..)?.iter().filter_map(event).take(count + 1).last()
        }
    }

    /// The last event of the list.
    pub fn last(&self) -> Option<EventIndex> {
        self.rows.iter().rev().find_map(|row| match row {
            Row::Event(event) => Some(*event),
            Row::Silence { .. } => None,
        })
    }

    /// The `number`th event of the list from 1, or the last one.
    pub fn nth(&self, number: usize) -> Option<EventIndex> {
        self.step(0, isize::try_from(number.saturating_sub(1)).unwrap_or(isize::MAX - 1))
    }
}

impl Row {
    /// Orders rows as they stand: a silence comes right before the event behind it.
    fn order(self) -> (EventIndex, u8) {
        match self {
            Self::Event(event) => (event, 1),
            Self::Silence { before, .. } => (before, 0),
        }
    }
}

fn push_rows(
    timeline: &Timeline,
    parent: Option<EventIndex>,
    unfolded: &HashSet<EventIndex>,
    rows: &mut Vec<Row>,
) {
    let mut last = None;
    for event in timeline.children(parent) {
        if let Some(after) = last
            && is_silent(timeline, after, event)
        {
            rows.push(Row::Silence { after, before: event });
        }
        rows.push(Row::Event(event));
        if unfolded.contains(&event) {
            push_rows(timeline, Some(event), unfolded, rows);
        }
        last = Some(event);
    }
}

/// How long the silence between two events was, in words; `None` where there is none.
pub fn silence(timeline: &Timeline, after: EventIndex, before: EventIndex, lang: Lang) -> Option<String> {
    let date = |event: EventIndex| timeline.events[event].date.date();
    i18n::span_words(date(after)?, date(before)?, lang)
}

/// Whether there was one: the same, without the words that a long list would wait for.
fn is_silent(timeline: &Timeline, after: EventIndex, before: EventIndex) -> bool {
    let date = |event: EventIndex| timeline.events[event].date.date();
    date(after).zip(date(before)).is_some_and(|(after, before)| Silence::between(after, before).is_some())
}

/// The columns an event is set in by the events around it.
pub fn indent(timeline: &Timeline, event: EventIndex) -> usize {
    2 * timeline.events[event].depth.min(6)
}

/// A date in words, or the text of one that cannot be read.
pub fn date_words(date: &Dating, lang: Lang) -> String {
    match date {
        Dating::Dated(date) => i18n::date(date, lang),
        Dating::Undated { written } if written.is_empty() => Words::of(lang).undated.to_owned(),
        Dating::Undated { written } => format!("{written} ({})", Words::of(lang).undated),
    }
}
