//! Where one event stands on an axis, and which event stands at a column.

use crate::model::EventIndex;

use super::cells::{columns_of, shortest_bar};
use super::scale::{Projection, Scale};
use super::window::Window;

/// Where an event stands with regard to a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Before it.
    Before,
    /// Behind it.
    Behind,
    /// In it.
    Here(AxisSpan),
}

/// The columns of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisSpan {
    /// The first one it takes.
    pub first: usize,
    /// The last one.
    pub last: usize,
    /// The one to point at.
    pub middle: usize,
    /// Whether it begins before the window.
    pub begins_before: bool,
    /// Whether it goes on behind the window.
    pub goes_on: bool,
    /// Which one of how many events with their sign in this column, from 1, where there are several.
    pub among: Option<(usize, usize)>,
}

impl AxisSpan {
    /// Where an event stands; `None` where it has no place on the axis.
    pub fn of(
        projection: &Projection<'_>,
        event: EventIndex,
        window: Window,
        columns: usize,
    ) -> Option<Seen> {
        let interval = projection.interval(event)?;
        if interval.end <= window.start {
            return Some(Seen::Before);
        }
        if interval.start >= window.end || columns == 0 {
            return Some(Seen::Behind);
        }
        let sign = projection.sign_of(event)?;
        let is_bar = projection.scale == Scale::True && interval.length() >= shortest_bar(window, columns);
        if !is_bar {
            let column = window.column(sign, columns).clamp(0, columns as i128 - 1);
            let column = usize::try_from(column).unwrap_or_default();
            return Some(Seen::Here(Self::at(projection, event, column, window, columns)));
        }
        let (first, last) = columns_of(interval, window, columns)?;
        let certain = projection.index.certain_at(projection.index.rank(event)?);
        // Of a long doubtful date the certain part is what to point at.
        let (from, to) =
            certain.and_then(|certain| columns_of(certain, window, columns)).unwrap_or((first, last));
        let begin = Self::at(projection, event, first, window, columns);
        Some(Seen::Here(Self {
            last,
            middle: usize::midpoint(from, to),
            begins_before: interval.start < window.start,
            goes_on: interval.end > window.end,
            among: begin.among.filter(|_| interval.start >= window.start),
            ..begin
        }))
    }

    /// The place of an event with its sign in `column`.
    fn at(
        projection: &Projection<'_>,
        event: EventIndex,
        column: usize,
        window: Window,
        columns: usize,
    ) -> Self {
        let parent = projection.timeline.events.get(event).and_then(|event| event.parent);
        let before = |column| projection.before(parent, window.edge(column, columns), &mut 0);
        let (from, to) = (before(column), before(column + 1));
        let rank = projection.index.rank(event).map(|rank| rank - projection.index.family(parent).start);
        let number = rank.and_then(|rank| (rank + 1).checked_sub(from));
        let among = number.filter(|number| to - from > 1 && (1..=to - from).contains(number));
        Self {
            first: column,
            last: column,
            middle: column,
            begins_before: false,
            goes_on: false,
            among: among.map(|number| (number, to - from)),
        }
    }
}

/// The event among those inside `parent` (or the top-level ones) whose sign stands nearest to a column: of
/// several in that column the one after `selected`, else the first; where no sign stands there, the bar that
/// began last, else the nearest sign. `None` where there is none on the axis.
pub fn nearest(
    projection: &Projection<'_>,
    parent: Option<EventIndex>,
    selected: EventIndex,
    column: usize,
    (window, columns): (Window, usize),
) -> Option<EventIndex> {
    let family = projection.index.family(parent);
    let before =
        |column: usize| family.start + projection.before(parent, window.edge(column, columns), &mut 0);
    let (from, to) = (before(column), before(column + 1));
    if from < to {
        let after =
            projection.index.rank(selected).filter(|rank| (from..to).contains(rank)).map(|rank| rank + 1);
        return projection.index.event(after.filter(|rank| *rank < to).unwrap_or(from));
    }
    let at = window.edge(column, columns);
    let reaching = || projection.index.possible.last_reaching(family.start..from, at);
    let around = (projection.scale == Scale::True).then(reaching).flatten();
    let neighbours =
        [from.checked_sub(1), Some(from)].into_iter().flatten().filter(|rank| family.contains(rank));
    let events = around.into_iter().chain(neighbours).filter_map(|rank| projection.index.event(rank));
    let distance = |event: EventIndex| match AxisSpan::of(projection, event, window, columns)? {
        Seen::Here(place) => Some(column.saturating_sub(place.last).max(place.first.saturating_sub(column))),
        Seen::Before | Seen::Behind => None,
    };
    events
        .filter_map(|event| Some((distance(event)?, event)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, event)| event)
}
