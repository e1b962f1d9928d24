//! From one point in time to another, in as few words as are right.

use super::clock::{hours, shift};
use super::names;
use super::phrase::{Phrase, years};
use crate::i18n::Lang;
use crate::model::{Clock, End, Month, Part, Point, Slot, Year};

pub(super) fn words(start: &End, end: &End, lang: Lang) -> String {
    let phrase = |point| Phrase::of(point, lang);
    match (start, end) {
        (End::At(start), End::At(end)) => between(start, end, lang),
        (End::At(start), End::Open) => phrase(start).since(lang),
        (End::Open, End::At(end)) => phrase(end).until(lang),
        (End::AtTime(start, from), End::Open) => Phrase::at(start, *from, lang).since(lang),
        (End::Open, End::AtTime(end, to)) => Phrase::at(end, *to, lang).until(lang),
        (End::AtTime(start, from), End::AtTime(end, to)) => times((start, *from), (end, *to), lang),
        (start, end) => joined_before(&side(start, lang), &side(end, lang), true),
    }
}

/// From one time of day to another; a day and a shift from UTC that both have are said once.
fn times((start, from): (&Point, Clock), (end, to): (&Point, Clock), lang: Lang) -> String {
    let shift = if from.shift == to.shift { String::new() } else { shift(from) };
    let first = format!("{}{shift}", hours(from, lang));
    let day = Phrase::of(start, lang).plain(lang);
    if start == end && shift.is_empty() {
        return format!("{day}, {}{}", joined(&first, &hours(to, lang)), self::shift(to));
    }
    format!("{day}, {first} – {}", Phrase::at(end, to, lang).plain(lang))
}

/// Some time that nobody knows, from one date to another.
pub(super) fn some_time_between(first: &Point, last: &Point, lang: Lang) -> String {
    let phrase = |point| Phrase::of(point, lang);
    match lang {
        Lang::Fr => format!("entre {} et {}", phrase(first).definite(), phrase(last).definite()),
        Lang::En => format!("between {} and {}", phrase(first).plain(lang), phrase(last).plain(lang)),
    }
}

/// From one date to another; what both say is said once.
pub(super) fn between(start: &Point, end: &Point, lang: Lang) -> String {
    if let Some(century) = century_of(start, end, lang) {
        return century;
    }
    let apart = || joined(&Phrase::of(start, lang).plain(lang), &Phrase::of(end, lang).plain(lang));
    let (Some(from), Some(to)) = (Known::of(start), Known::of(end)) else { return apart() };
    if from == to {
        return Phrase::of(end, lang).plain(lang);
    }
    let head = match (from, to) {
        (Known { year, month: None, day: None }, Known { year: last, month: None, day: None }) => {
            return years(year, last, lang);
        }
        (Known { year, .. }, Known { year: other, .. }) if year != other => return apart(),
        (
            Known { month: Some(Month::Calendar(month)), day: Some(first), .. },
            Known { month: Some(other), day: Some(_), .. },
        ) if Month::Calendar(month) == other => names::day(first, lang),
        (Known { month: Some(month), day: None, .. }, Known { month: Some(_), day: None, .. })
            if !matches!(month, Month::Season(25..)) =>
        {
            month_name(month, lang)
        }
        (Known { month: Some(month), day: Some(first), .. }, Known { month: Some(_), day: Some(_), .. }) => {
            format!("{} {}", names::day(first, lang), month_name(month, lang))
        }
        _ => return apart(),
    };
    joined_before(&head, &Phrase::of(end, lang).plain(lang), head.contains(' '))
}

/// A date all of whose parts are known and trusted.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Known {
    year: i64,
    month: Option<Month>,
    day: Option<u8>,
}

impl Known {
    fn of(point: &Point) -> Option<Self> {
        let Year::Known(year) = *trusted(&point.year)? else { return None };
        let month = match &point.month {
            None => None,
            Some(part) => match *trusted(part)? {
                Month::Calendar(Slot::Masked(_)) => return None,
                month => Some(month),
            },
        };
        let day = match &point.day {
            None => None,
            Some(part) => match *trusted(part)? {
                Slot::Masked(_) => return None,
                Slot::Known(day) => Some(day),
            },
        };
        Some(Self { year, month, day })
    }
}

const fn trusted<T>(part: &Part<T>) -> Option<&T> {
    if part.uncertain || part.approximate { None } else { Some(&part.value) }
}

fn month_name(month: Month, lang: Lang) -> String {
    match month {
        Month::Calendar(Slot::Known(number)) => names::month(number, lang),
        Month::Calendar(Slot::Masked(_)) => String::new(),
        Month::Season(code) => names::season(code, lang).0,
    }
}

/// The century or centuries that two years are the first and last of, where both are trusted alike:
/// `c. 19th century`.
fn century_of(start: &Point, end: &Point, lang: Lang) -> Option<String> {
    let is_alike =
        (start.year.uncertain, start.year.approximate) == (end.year.uncertain, end.year.approximate);
    let (Year::Known(first), Year::Known(last)) = (&start.year.value, &end.year.value) else { return None };
    if !is_alike || start.month.is_some() || end.month.is_some() || !(-9_999..=9_999).contains(first) {
        return None;
    }
    let (from, to) = (century_from(*first)?, century_to(*last)?);
    let name = match (from, to) {
        (from, to) if from == to => names::century(from, lang),
        (from, to) if from < to && (from < 0) == (to < 0) => names::centuries(from, to, lang),
        _ => return None,
    };
    Some(Phrase::named(name, &start.year, from != to, lang).plain(lang))
}

/// The century that begins with a year, negative before Christ: 1801 is the first of the 19th.
const fn century_from(year: i64) -> Option<i64> {
    match (year, year.rem_euclid(100)) {
        (1.., 1) => Some(year / 100 + 1),
        (..=0, 1) => Some((year - 1) / 100),
        _ => None,
    }
}

/// The century that ends with a year: 1900 is the last of the 19th.
const fn century_to(year: i64) -> Option<i64> {
    match (year, year.rem_euclid(100)) {
        (1.., 0) => Some(year / 100),
        (..=0, 0) => Some(year / 100 - 1),
        _ => None,
    }
}

/// Two phrases with a dash, which takes spaces where either has some inside.
fn joined(start: &str, end: &str) -> String {
    joined_before(start, end, start.contains(' ') || end.contains(' '))
}

fn joined_before(start: &str, end: &str, spaced: bool) -> String {
    if spaced { format!("{start} – {end}") } else { format!("{start}–{end}") }
}

fn side(end: &End, lang: Lang) -> String {
    let phrase = |point| Phrase::of(point, lang).plain(lang);
    match end {
        End::At(point) => phrase(point),
        End::AtTime(point, time) => Phrase::at(point, *time, lang).plain(lang),
        End::OrBefore(point) => or_before(&phrase(point), lang),
        End::OrAfter(point) => or_after(&phrase(point), lang),
        End::Unknown => "?".to_owned(),
        End::Open => "…".to_owned(),
    }
}

pub(super) fn or_before(phrase: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{phrase} ou avant"),
        Lang::En => format!("{phrase} or before"),
    }
}

pub(super) fn or_after(phrase: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{phrase} ou après"),
        Lang::En => format!("{phrase} or after"),
    }
}
