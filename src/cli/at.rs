//! `--at`: the event that an id or a date means.

use crate::load::did_you_mean;
use crate::model::{Bound, Date, EventIndex, Timeline};

/// The event called `at`; else, where `at` is a date, the event nearest to it in time, and of several the
/// one whose own time differs least from it.
///
/// # Errors
///
/// What is wrong with `at`, and what would help.
pub(super) fn find(timeline: &Timeline, at: &str) -> Result<EventIndex, (String, Option<String>)> {
    if let Some(event) = timeline.event_by_id(at) {
        return Ok(event);
    }
    let ids = timeline.events.iter().map(|event| event.id.as_str());
    let wanted = Date::parse(at)
        .map_err(|_| (format!("--at `{at}` is neither an event nor a date"), did_you_mean(at, ids)))?;
    let dated = |event: &EventIndex| timeline.events[*event].date.date().is_some();
    (0..timeline.events.len())
        .filter(dated)
        .min_by_key(|&event| timeline.events[event].date.date().map(|date| distance(date, &wanted)))
        .ok_or_else(|| (format!("--at `{at}`: no event of the timeline has a date"), None))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dating, Event, Text};

    fn timeline(events: &[(&str, &str)]) -> Timeline {
        let event = |(index, (id, date)): (usize, &(&str, &str))| Event {
            id: (*id).to_owned(),
            parent: None,
            depth: 0,
            position: index,
            end: index + 1,
            date: Date::parse(date).map_or(Dating::Undated { written: (*date).into() }, Dating::Dated),
            title: Text::default(),
            summary: None,
            places: Vec::new(),
            tags: Vec::new(),
            quotes: 0..0,
            claims: Vec::new(),
            notes: None,
            questions: Vec::new(),
        };
        let events = events.iter().enumerate().map(event).collect();
        Timeline { events, ..Timeline::default() }
    }

    #[test]
    fn an_id_or_the_nearest_date() {
        let timeline = timeline(&[
            ("forties", "194X"),
            ("treaty", "1961"),
            ("june", "2024-06"),
            ("visit", "2024-06-19"),
            ("1999", "someday"),
        ]);
        for (at, expected) in [
            ("treaty", "treaty"),
            ("1961", "treaty"),
            ("1961-05-01", "treaty"),
            ("1945", "forties"),
            ("1000", "forties"),
            ("1970", "treaty"),
            ("2024-06", "june"),
            ("2024", "june"),
            ("2024-06-19", "visit"),
            ("3000", "june"),
            ("1999", "1999"),
            ("../1945", "forties"),
        ] {
            let found = find(&timeline, at).unwrap();
            assert_eq!(timeline.events[found].id, expected, "{at}");
        }
    }

    #[test]
    fn what_is_neither_is_refused_with_the_nearest_id() {
        let timeline = timeline(&[("treaty", "1961")]);
        let (message, help) = find(&timeline, "traety").unwrap_err();
        assert_eq!(message, "--at `traety` is neither an event nor a date");
        assert_eq!(help.as_deref(), Some("did you mean `treaty`?"));
        assert!(find(&Timeline::default(), "1961").unwrap_err().0.contains("no event"));
    }
}
