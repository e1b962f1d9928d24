//! The list of events, with the silences between them and the headings of their groups.

use std::collections::HashSet;

use crate::i18n::Lang;
use crate::model::{EventIndex, Silence, Timeline};
use crate::wrap;

use super::grouping::{Grouping, Heading};
use crate::app::screen::labels::{date_words, indent};

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
    /// What the events below have in common.
    Heading(Heading),
}

/// What the rows are made from.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// The timeline.
    pub(crate) timeline: &'a Timeline,
    /// The events whose subevents are shown.
    pub(crate) unfolded: &'a HashSet<EventIndex>,
    /// By what the top-level events are put into groups.
    pub(crate) grouping: Grouping,
    /// The events that are wanted, in their order, with those around them: these and no others have rows, folded or
    /// not, and there are no silences between them, for what is left out is not silence. `None` where all are wanted.
    pub(crate) wanted: Option<&'a [EventIndex]>,
    /// The language of the dates.
    pub(crate) lang: Lang,
}

/// The rows of the list in a language, and how wide its dates are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// From top to bottom.
    pub all: Vec<Row>,
    /// The columns that the widest date among them takes.
    pub(crate) date_width: usize,
    /// The first row of every event that has one.
    places: Vec<Option<usize>>,
    /// The row that was selected: its event may have others, under other tags.
    at: Option<usize>,
    /// The rows that are headings.
    headings: Vec<usize>,
}

/// Where the parts of a row stand, in columns from its left edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    /// Whether the title stands under the date, for want of room beside it.
    pub(crate) is_stacked: bool,
    /// The columns of the date, which begins behind the mark of the selected row.
    pub(crate) date_width: usize,
    pub(crate) title: usize,
    /// Its columns.
    pub(crate) title_width: usize,
}

/// The columns of the mark of the selected row, with a blank.
pub(crate) const MARK: usize = 2;
const GAP: usize = 2;
/// The sign of folded subevents and the number of origins, at the right end.
const TAIL: usize = 6;
/// A title with less room than this beside its date stands under it.
const NARROWEST_TITLE: usize = 20;

/// How many events are measured for the width of the dates; a longer list is not worth the wait.
const MEASURED: usize = 1000;

impl Rows {
    /// The rows for what is listed.
    pub fn new(listed: &Listed<'_>) -> Self {
        let Listed { timeline, lang, .. } = *listed;
        let mut rows = Vec::new();
        listed.push_groups(&mut rows);
        let mut places = vec![None; timeline.events.len()];
        let mut headings = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            match row {
                Row::Event(event) => {
                    places[*event].get_or_insert(index);
                }
                Row::Heading(_) => headings.push(index),
                Row::Silence { .. } => {}
            }
        }
        let width = |event: EventIndex| {
            wrap::width(&date_words(&timeline.events[event].date, lang)) + indent(timeline, event)
        };
        let date_width = rows.iter().filter_map(|row| row.event().map(width)).take(MEASURED).max();
        Self { date_width: date_width.unwrap_or_default(), all: rows, places, at: None, headings }
    }

    /// Selects a row.
    pub(crate) fn select(&mut self, row: usize) {
        self.at = Some(row);
    }

    /// Selects the row of the event that is selected in the rows `before`, under the same heading.
    pub(crate) fn select_as_in(&mut self, before: &Self) {
        self.at = before.at.and_then(|at| self.same_row(before, at));
    }

    /// The row that has the same event as row `at` in the rows `before`, under the same heading.
    fn same_row(&self, before: &Self, at: usize) -> Option<usize> {
        let (heading, event) = (before.group_around(at)?, *before.all.get(at)?);
        let start = self.all.iter().position(|row| *row == Row::Heading(heading))? + 1;
        let group = self.all.get(start..)?.iter().take_while(|row| !matches!(row, Row::Heading(_)));
        group.enumerate().find(|(_, row)| **row == event).map(|(index, _)| start + index)
    }

    /// Where the parts of a row stand in a list of `width` columns.
    pub(crate) fn columns(&self, width: usize) -> Columns {
        let beside = width.saturating_sub(self.date_width + MARK + GAP + TAIL);
        if beside >= NARROWEST_TITLE {
            let title = MARK + self.date_width + GAP;
            return Columns { is_stacked: false, date_width: self.date_width, title, title_width: beside };
        }
        let date_width = width.saturating_sub(MARK + TAIL).max(1);
        let title_width = width.saturating_sub(MARK + GAP).max(1);
        Columns { is_stacked: true, date_width, title: MARK + GAP, title_width }
    }

    /// The row of an event, that which was selected where it has several, or of the closest event around it that has
    /// one, or of the first event.
    pub fn row_of(&self, timeline: &Timeline, event: EventIndex) -> usize {
        if let Some(at) = self.at.filter(|at| self.all.get(*at) == Some(&Row::Event(event))) {
            return at;
        }
        let mut wanted = Some(event);
        while let Some(event) = wanted {
            if let Some(row) = self.places.get(event).copied().flatten() {
                return row;
            }
            wanted = timeline.events.get(event).and_then(|event| event.parent);
        }
        self.all.iter().position(|row| row.event().is_some()).unwrap_or_default()
    }

    /// The row of the event `steps` events further down (up where negative), or of the last (first) one.
    pub(crate) fn step(&self, from: usize, steps: isize) -> Option<usize> {
        let count = steps.unsigned_abs();
        if steps < 0 {
            (0..=from).rev().filter(|row| self.has_event(*row)).take(count + 1).last()
        } else {
            (from..self.all.len()).filter(|row| self.has_event(*row)).take(count + 1).last()
        }
    }

    /// The row of the last event of the list.
    pub(crate) fn last(&self) -> Option<usize> {
        (0..self.all.len()).rev().find(|row| self.has_event(*row))
    }

    /// The row of the `number`th event of the list from 1, or of the last one.
    pub(crate) fn nth(&self, number: usize) -> Option<usize> {
        (0..self.all.len()).filter(|row| self.has_event(*row)).take(number.max(1)).last()
    }

    /// Whether an event stands on a row.
    pub(crate) fn has_event(&self, row: usize) -> bool {
        matches!(self.all.get(row), Some(Row::Event(_)))
    }

    /// The group that the row `index` belongs to, where it has one and its heading is another row.
    pub(crate) fn group_around(&self, index: usize) -> Option<Heading> {
        let above = self.headings.partition_point(|heading| *heading <= index).checked_sub(1)?;
        match self.all.get(self.headings[above])? {
            Row::Heading(heading) if self.headings[above] < index => Some(*heading),
            _ => None,
        }
    }
}

impl Row {
    /// The event that stands on it.
    pub fn event(self) -> Option<EventIndex> {
        match self {
            Self::Event(event) => Some(event),
            Self::Silence { .. } | Self::Heading(_) => None,
        }
    }
}

impl Listed<'_> {
    fn push_groups(&self, rows: &mut Vec<Row>) {
        let (mut last, mut under) = (None, None);
        for (heading, event) in self.grouping.grouped(self.timeline, self.outermost()) {
            let is_new = heading != under;
            // Decades follow each other in time: the silence before one of them is as true as any other.
            if is_new && self.grouping == Grouping::Tag {
                last = None;
            }
            self.push_silence(last, event, rows);
            rows.extend(heading.filter(|_| is_new).map(Row::Heading));
            self.push_event(event, rows);
            (last, under) = (Some(event), heading);
        }
    }

    /// The events that no other one is around.
    fn outermost(&self) -> Vec<EventIndex> {
        match self.wanted {
            None => self.timeline.children(None).collect(),
            Some(wanted) => {
                let is_outermost = |event: &EventIndex| self.timeline.events[*event].parent.is_none();
                wanted.iter().copied().filter(is_outermost).collect()
            }
        }
    }

    fn push_event(&self, event: EventIndex, rows: &mut Vec<Row>) {
        rows.push(Row::Event(event));
        if let Some(wanted) = self.wanted {
            let end = self.timeline.events[event].end;
            let inside =
                wanted.partition_point(|other| *other <= event)..wanted.partition_point(|other| *other < end);
            rows.extend(wanted[inside].iter().copied().map(Row::Event));
            return;
        }
        if !self.unfolded.contains(&event) {
            return;
        }
        let mut last = None;
        for inside in self.timeline.children(Some(event)) {
            self.push_silence(last, inside, rows);
            self.push_event(inside, rows);
            last = Some(inside);
        }
    }

    fn push_silence(&self, after: Option<EventIndex>, before: EventIndex, rows: &mut Vec<Row>) {
        if self.wanted.is_none()
            && let Some(after) = after
            && is_silent(self.timeline, after, before)
        {
            rows.push(Row::Silence { after, before });
        }
    }
}

/// Whether there was one: the same, without the words that a long list would wait for.
fn is_silent(timeline: &Timeline, after: EventIndex, before: EventIndex) -> bool {
    let date = |event: EventIndex| timeline.events[event].date.date();
    date(after).zip(date(before)).is_some_and(|(after, before)| Silence::between(after, before).is_some())
}
