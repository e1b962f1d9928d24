//! Dates, times and silences in words.
//!
//! A date is put together from phrases (`phrase`), one for each point in time, with the names its parts have
//! (`names`). Two of them make a span (`span`). French needs to know what kind of phrase it has before it can
//! put a preposition in front: *depuis 1985*, but *depuis le 19 juin*, *jusqu’aux années 1940*.

mod clock;
mod decade;
mod names;
mod phrase;
mod refusal;
mod span;
mod tick;

pub use self::refusal::date_refusal;
pub use self::tick::{Unit, Wording, tick};

pub use self::clock::clock;
pub use self::decade::decade;
use self::phrase::Phrase;
use super::Lang;
use crate::model::{Date, End, Member, Shape, Silence};

/// A date in the words of a language: `19 juin 2024`, `the 1940s`.
///
/// Its words are parted by ordinary spaces, and it is never empty.
pub fn date(date: &Date, lang: Lang) -> String {
    match date.shape() {
        Shape::Point(point) => Phrase::of(&point, lang).plain(lang),
        Shape::Moment(point, time) => Phrase::at(&point, time, lang).plain(lang),
        Shape::Span(start, end) => span::words(&start, &end, lang),
        Shape::All(members) => listed(&members, "et", "and", lang),
        Shape::OneOf(members) => match members.as_slice() {
            [Member::Range(first, last)] => span::some_time_between(first, last, lang),
            members => listed(members, "ou", "or", lang),
        },
    }
}

/// From the beginning of one date to the end of another: `the 1940s – June 2024`.
pub fn period(first: &Date, last: &Date, lang: Lang) -> String {
    let ends = |date: &Date| match date.shape() {
        Shape::Span(start, end) => Some((start, end)),
        Shape::Point(point) | Shape::Moment(point, _) => Some((End::At(point.clone()), End::At(point))),
        Shape::All(_) | Shape::OneOf(_) => None,
    };
    match (ends(first), ends(last)) {
        _ if first == last => date(first, lang),
        (Some((start, _)), Some((_, end))) => span::words(&start, &end, lang),
        _ => format!("{} – {}", date(first, lang), date(last, lang)),
    }
}

/// How long passed between the end of one date and the start of the next: `12 ans`, `9 months`.
///
/// `None` where they touch or overlap, or nobody can tell.
pub fn span_words(from: &Date, to: &Date, lang: Lang) -> Option<String> {
    Silence::between(from, to).map(|passed| silence(passed, lang))
}

/// A silence in words; French counts 0 and 1 as singular, English only 1 (CLDR plural rules).
pub fn silence(silence: Silence, lang: Lang) -> String {
    let (number, french, english) = match silence {
        Silence::Years(number) => (number, ["an", "ans"], ["year", "years"]),
        Silence::Months(number) => (number, ["mois", "mois"], ["month", "months"]),
        Silence::Days(number) => (number, ["jour", "jours"], ["day", "days"]),
    };
    let [one, many] = if lang == Lang::Fr { french } else { english };
    let singular = number == 1 || (number == 0 && lang == Lang::Fr);
    format!("{} {}", names::grouped(number, lang), if singular { one } else { many })
}

fn listed(members: &[Member], french: &str, english: &str, lang: Lang) -> String {
    let mut words: Vec<_> = members.iter().map(|member| member_words(member, lang)).collect();
    let last = words.pop().unwrap_or_default();
    if words.is_empty() {
        return last;
    }
    let joint = if lang == Lang::Fr { french } else { english };
    format!("{} {joint} {last}", words.join(", "))
}

fn member_words(member: &Member, lang: Lang) -> String {
    let phrase = |point| Phrase::of(point, lang).plain(lang);
    match member {
        Member::At(point) => phrase(point),
        Member::OrBefore(point) => span::or_before(&phrase(point), lang),
        Member::OrAfter(point) => span::or_after(&phrase(point), lang),
        Member::Range(first, last) => span::between(first, last, lang),
    }
}

#[cfg(test)]
mod tests;
