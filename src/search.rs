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

/// The events whose short fields are like `query`, the best first.
pub fn like(timeline: &Timeline, query: &str) -> Vec<EventIndex> {
    let matcher = SkimMatcherV2::default().ignore_case().element_limit(LONGEST * LONGEST);
    let query = fold(query);
    // Letters strewn over a title are no likeness: about what the same letters in a row are worth.
    let least = 20 * i64::try_from(query.chars().count()).unwrap_or(i64::MAX / 20);
    let mut found: Vec<(i64, EventIndex)> = timeline
        .events
        .iter()
        .enumerate()
        .filter_map(|(index, event)| {
            let titles = event.title.entries().map(|(_, title)| title);
            let places = event.places.iter().map(|place| timeline.places[*place].id.as_str());
            let tags = event.tags.iter().flat_map(|tag| tag.entries().map(|(_, wording)| wording));
            let fields = titles.chain(places).chain(tags).chain([&*event.id]);
            // `fuzzy_match` scores otherwise than `fuzzy_indices`; one of them is used for everything.
            let score = |field: &str| {
                let field: String = fold(field).chars().take(LONGEST).collect();
                matcher.fuzzy_indices(&field, &query).map(|(score, _)| score)
            };
            Some((fields.filter_map(score).max().filter(|score| *score >= least)?, index))
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

    #[test]
    fn what_is_like_a_title_a_place_or_a_tag_is_found() {
        use crate::load::{Input, read};

        let draft = read(&Input::Builtin).unwrap();
        let first = |query| {
            let found = like(&draft.timeline, query).into_iter().next();
            found.map(|event| draft.timeline.events[event].id.as_str())
        };
        assert_eq!(first("vostochny"), Some("vostotchny-2023"));
        assert_eq!(first("VOSTOTCHNY"), Some("vostotchny-2023"));
        assert_eq!(first("intervention"), Some("traite-1961"));
        assert_eq!(first("katmandou"), None);
    }
}
