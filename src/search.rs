//! Finds events by what people type.
//!
//! Accents, ligatures and case are ignored on both sides. Short fields (ids, titles, places, tags) are
//! matched fuzzily; long texts would match almost anything that way, so they never are.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Bound, Date, EventIndex, Timeline};

/// The longest text that is matched fuzzily, in characters; the matcher's memory grows with it.
const LONGEST: usize = 400;

/// `text` without accents, ligatures and case, for comparing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            'ß' | 'ẞ' => out.push_str("ss"),
            '’' | '‘' => out.push('\''),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// The event that `wanted` names: its id, else a date on or nearest to which it lies.
///
/// # Errors
///
/// The ids of the events that come nearest, the best first, where `wanted` is neither.
pub fn locate(timeline: &Timeline, wanted: &str) -> Result<EventIndex, Vec<String>> {
    if let Some(event) = timeline.event_by_id(wanted) {
        return Ok(event);
    }
    if let Ok(date) = Date::parse(wanted)
        && let Some(event) = at_date(timeline, &date)
    {
        return Ok(event);
    }
    let found = like(timeline, wanted);
    Err(found.into_iter().take(3).map(|event| timeline.events[event].id.clone()).collect())
}

/// The event whose time `date` touches, the one that begins nearest to it first; else the nearest one.
pub fn at_date(timeline: &Timeline, date: &Date) -> Option<EventIndex> {
    let (first, last) = days(date)?;
    let distance = |event: &EventIndex| {
        let (start, end) = timeline.events[*event].date.date().and_then(days)?;
        let gap = if end < first { first - end } else { (start - last).max(0) };
        // Of several that touch the date, the one that says most about it: the same span, then the closest.
        let misfit = start.abs_diff(first).saturating_add(end.abs_diff(last));
        Some((gap, misfit, *event))
    };
    (0..timeline.events.len()).filter_map(|event| distance(&event)).min().map(|(_, _, event)| event)
}

/// First and last day of a date as numbers; an end that is open or unknown lies infinitely far.
fn days(date: &Date) -> Option<(i64, i64)> {
    // Half the range, so that differences of two days never overflow.
    const FAR: i64 = i64::MAX / 4;
    let number = |bound, far| match bound {
        Bound::Day(day) => day.number().clamp(-FAR, FAR),
        Bound::Open | Bound::Unknown => far,
    };
    let known = matches!(date.earliest(), Bound::Day(_)) || matches!(date.latest(), Bound::Day(_));
    known.then(|| (number(date.earliest(), -FAR), number(date.latest(), FAR)))
}

/// The events whose short fields are like `query`, the best first.
pub fn like(timeline: &Timeline, query: &str) -> Vec<EventIndex> {
    let matcher = SkimMatcherV2::default().ignore_case().element_limit(LONGEST * LONGEST);
    let query = fold(query);
    let mut found: Vec<(i64, EventIndex)> = timeline
        .events
        .iter()
        .enumerate()
        .filter_map(|(index, event)| {
            let titles = event.title.entries().map(|(_, title)| title);
            let places = event.places.iter().map(|place| timeline.places[*place].id.as_str());
            let fields =
                titles.chain(places).chain(event.tags.iter().map(String::as_str)).chain([&*event.id]);
            // `fuzzy_match` scores otherwise than `fuzzy_indices`; one of them is used for everything.
            let score = |field: &str| {
                let field: String = fold(field).chars().take(LONGEST).collect();
                matcher.fuzzy_indices(&field, &query).map(|(score, _)| score)
            };
            Some((fields.filter_map(score).max()?, index))
        })
        .collect();
    found.sort_by_key(|(score, event)| (-score, *event));
    found.into_iter().map(|(_, event)| event).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_ligatures_and_case_are_ignored() {
        assert_eq!(fold("Corée"), "coree");
        assert_eq!(fold("Œuvre L’ÉTÉ"), "oeuvre l'ete");
        assert_eq!(fold("e\u{301}"), "e");
    }
}
