//! Going to a date.

use crate::model::{Bound, Date, EventIndex, Timeline};

/// The event nearest to `wanted` in time; of several, the one whose own time differs least from it. `None`
/// where no event has a date.
pub fn at_date(timeline: &Timeline, wanted: &Date) -> Option<EventIndex> {
    let gap = |event: EventIndex| Some(distance(timeline.events[event].date.date()?, wanted));
    (0..timeline.events.len()).filter_map(|event| Some((gap(event)?, event))).min().map(|(_, event)| event)
}

/// How far two dates are apart: days between them, then days by which their ends differ.
fn distance(date: &Date, wanted: &Date) -> (i128, i128) {
    let ((start, end), (from, to)) = (days(date), days(wanted));
    let between = (from - end).max(start - to).max(0);
    (between, (start - from).abs() + (end - to).abs())
}

/// The first and last day of a date by number. An end that nobody knows is taken to be the other one.
fn days(date: &Date) -> (i128, i128) {
    let number = |bound| match bound {
        Bound::Day(day) => Some(i128::from(day.number())),
        Bound::Open | Bound::Unknown => None,
    };
    let (earliest, latest) = (date.earliest(), date.latest());
    let first =
        number(earliest).or(if earliest == Bound::Open { Some(i64::MIN.into()) } else { number(latest) });
    let last =
        number(latest).or(if latest == Bound::Open { Some(i64::MAX.into()) } else { number(earliest) });
    (first.unwrap_or(i64::MIN.into()), last.unwrap_or(i64::MAX.into()))
}
