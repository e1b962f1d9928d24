//! `--at` and `--from`: the event that an id or a date means.

use crate::i18n::Lang;
use crate::load::did_you_mean;
use crate::model::{Date, EventIndex, Timeline};
use crate::search;

/// The event called `at`, as the option `option` names it; else, where `at` is a date, the event nearest to it in time, and of several the
/// one whose own time differs least from it.
///
/// # Errors
///
/// What is wrong with `at`, and what would help.
pub(super) fn find(
    timeline: &Timeline,
    option: &str,
    at: &str,
) -> Result<EventIndex, (String, Option<String>)> {
    if let Some(event) = timeline.event_by_id(at) {
        return Ok(event);
    }
    let ids = timeline.events.iter().map(|event| event.id.as_str());
    let wanted = Date::parse(at).map_err(|error| {
        if !error.readings.is_empty() {
            let readings = error.readings.iter().map(|reading| format!("`{reading}`")).collect::<Vec<_>>();
            return (format!("{option} `{at}`: {error}"), Some(format!("write {}", readings.join(" or "))));
        }
        let meant = did_you_mean(at, ids).map(|help| help.in_language(Lang::En).to_owned());
        let help = meant.or_else(|| like(timeline, at));
        (format!("{option} `{at}` is neither an event nor a date"), help)
    })?;
    search::at_date(timeline, &wanted)
        .ok_or_else(|| (format!("{option} `{at}`: no event of the timeline has a date"), None))
}

/// The event whose title, place or tag is most like `at`.
fn like(timeline: &Timeline, at: &str) -> Option<String> {
    let event = search::like(timeline, at).into_iter().next()?;
    Some(format!("the event most like it is `{}`", timeline.events[event].id))
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
            let found = find(&timeline, "--at", at).unwrap();
            assert_eq!(timeline.events[found].id, expected, "{at}");
        }
    }

    #[test]
    fn what_is_neither_is_refused_with_the_nearest_id() {
        let timeline = timeline(&[("treaty", "1961")]);
        let (message, help) = find(&timeline, "--at", "traety").unwrap_err();
        assert_eq!(message, "--at `traety` is neither an event nor a date");
        assert_eq!(help.as_deref(), Some("did you mean `treaty`?"));
        let (message, help) = find(&timeline, "--at", "03/04/2024").unwrap_err();
        assert!(message.contains("month"), "{message}");
        assert_eq!(help.as_deref(), Some("write `2024-04-03` or `2024-03-04`"));
        assert!(find(&Timeline::default(), "--at", "1961").unwrap_err().0.contains("no event"));
    }
}
