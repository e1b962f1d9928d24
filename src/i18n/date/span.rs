//! From one point in time to another, in as few words as are right.

use super::names;
use super::phrase::Phrase;
use crate::i18n::Lang;
use crate::model::{End, Month, Part, Point, Slot, Year};

pub(super) fn words(start: &End, end: &End, lang: Lang) -> String {
    let phrase = |point| Phrase::of(point, lang);
    match (start, end) {
        (End::At(start), End::At(end)) => between(start, end, lang),
        (End::At(start), End::Open) => phrase(start).since(lang),
        (End::Open, End::At(end)) => phrase(end).until(lang),
        (start, end) => joined_before(&side(start, lang), &side(end, lang), true),
    }
}

/// From one date to another; what both say is said once.
pub(super) fn between(start: &Point, end: &Point, lang: Lang) -> String {
    let apart = || joined(&Phrase::of(start, lang).plain(lang), &Phrase::of(end, lang).plain(lang));
    let (Some(from), Some(to)) = (Known::of(start), Known::of(end)) else { return apart() };
    if from == to {
        return Phrase::of(end, lang).plain(lang);
    }
    let head = match (from, to) {
        (Known { year, month: None, day: None }, Known { year: last, month: None, day: None }) => {
            return century(year, last).map_or_else(|| years(year, last, lang), |n| names::century(n, lang));
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

/// `2000–2001`, `44–42 BC`: an era that both years have is said once.
fn years(first: i64, last: i64, lang: Lang) -> String {
    if names::era(first, lang) == names::era(last, lang) {
        format!("{}–{}", names::year_number(first), names::year(last, lang))
    } else {
        joined(&names::year(first, lang), &names::year(last, lang))
    }
}

/// The century that two years are the first and last of, negative before Christ: 1801 and 1900 of the 19th.
fn century(first: i64, last: i64) -> Option<i64> {
    if last.checked_sub(first)? != 99 || !(-9_999..=9_999).contains(&first) {
        return None;
    }
    match (first, first.rem_euclid(100)) {
        (1.., 1) => Some(last / 100),
        (..=0, 1) => Some((first - 1) / 100),
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
