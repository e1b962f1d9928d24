//! Events by date.

use crate::model::{Bound, Date, EventIndex, Timeline};

/// The first and the last day of something, by number.
pub(super) type Time = (i128, i128);

/// The event nearest to `wanted` in time; of several, the one whose own time differs least from it. `None`
/// where no event has a date.
pub fn at_date(timeline: &Timeline, wanted: &Date) -> Option<EventIndex> {
    let gap = |event: EventIndex| Some(distance(days(timeline.events[event].date.date()?), days(wanted)));
    (0..timeline.events.len()).filter_map(|event| Some((gap(event)?, event))).min().map(|(_, event)| event)
}

/// When `date` is; `None` where nobody knows.
pub(super) fn time(date: &Date) -> Option<Time> {
    let is_known = date.earliest() != Bound::Unknown || date.latest() != Bound::Unknown;
    is_known.then(|| days(date))
}

/// Whether two times have a day in common.
pub(super) fn overlap(one: Time, other: Time) -> bool {
    one.0 <= other.1 && other.0 <= one.1
}

/// The last events before `wanted` and the first ones after it, one on either side.
pub(super) fn around(times: &[Option<Time>], wanted: Time) -> Vec<EventIndex> {
    let known = || times.iter().enumerate().filter_map(|(event, time)| Some((event, (*time)?)));
    let before = known().filter(|(_, time)| time.1 < wanted.0);
    let before = before.min_by_key(|(event, time)| (distance(*time, wanted), *event));
    let after = known().filter(|(_, time)| wanted.1 < time.0);
    let after = after.min_by_key(|(event, time)| (distance(*time, wanted), *event));
    let mut events: Vec<EventIndex> = before.into_iter().chain(after).map(|(event, _)| event).collect();
    events.sort_unstable();
    events
}

/// How far two times are apart: days between them, then days by which their ends differ.
fn distance((start, end): Time, (from, to): Time) -> (i128, i128) {
    let between = (from - end).max(start - to).max(0);
    (between, (start - from).abs() + (end - to).abs())
}

/// The first and last day of a date by number. An end that nobody knows is taken to be the other one.
fn days(date: &Date) -> Time {
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
