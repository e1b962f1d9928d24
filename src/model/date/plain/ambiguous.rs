//! Ranges of which nobody can tell what their ends leave out: `1914–18`, `années 1940–1950`, `c. 1914–1918`.

use super::draft::{Draft, Year};
use super::range::borrow;
use super::refusal::Refusal;
use super::whole::span;
use super::word::Era;

/// Refuses a range that could be read as several, before its ends borrow from each other.
pub(super) fn refuse(left: &Draft, right: &Draft) -> Result<(), Refusal> {
    let refusal = short_end(left, right)
        .or_else(|| short_era(left, right))
        .or_else(|| one_date(left, right))
        .or_else(|| decades(left, right))
        .or_else(|| tuesday(left, right));
    refusal.map_or(Ok(()), Err)
}

/// A year of which only the last digits are written, filled up from the one before: `1914–18`.
fn completed(year: &str, short: &str) -> Option<String> {
    let century = year.len().checked_sub(short.len()).filter(|kept| *kept > 0)?;
    Some(format!("{}{short}", year.get(..century)?))
}

/// `1914–18`: the last digits of a year, or a month?
fn short_end(left: &Draft, right: &Draft) -> Option<Refusal> {
    let short = right.short.as_deref().filter(|_| right.month.is_none() && left.day.is_none())?;
    let (Year::Number(digits, None) | Year::Decade(digits)) = left.year.as_ref()? else { return None };
    let end = completed(digits, short).filter(|_| digits.len() == 4)?;
    let full = Draft { year: Some(Year::Number(end, None)), day: None, ..right.clone() };
    let month = left.bare_year().map(|year| format!("{year}-{short:0>2}"));
    decades(left, &full).or_else(|| {
        let refusal = Refusal::new(right.at, "the end takes a year of four digits");
        Some(refusal.or(month).or(span(left, &full)))
    })
}

/// `1190/85 BC`: does it end in 1185 BC, or in 85 BC?
fn short_era(left: &Draft, right: &Draft) -> Option<Refusal> {
    let (short, era) = match (&right.year, right.short.as_deref()) {
        (Some(Year::Number(short, era @ Some(_))), _) => (short.as_str(), *era),
        (None, Some(short)) => (short, None),
        _ => return None,
    };
    let Some(Year::Number(digits, left_era)) = &left.year else { return None };
    let is_bare = |draft: &Draft| draft.month.is_none() && draft.time.is_none();
    if short.len() > 2
        || !is_bare(left)
        || !is_bare(right)
        || left.day.is_some()
        || left_era.is_some() == era.is_some()
    {
        return None;
    }
    let era = era.or(*left_era);
    let ending =
        |digits: String, era| Draft { year: Some(Year::Number(digits, era)), day: None, ..right.clone() };
    let start = Draft { year: Some(Year::Number(digits.clone(), era)), ..left.clone() };
    let refusal = Refusal::new(right.at, "is the end abbreviated, or a whole year?");
    let abbreviated = completed(digits, short).map(|end| span(&start, &ending(end, era)));
    let refusal = refusal.or(abbreviated.into_iter().flatten());
    // Where the era is said of both, a year that can only be whole is no riddle: `100–50 BC`.
    if refusal.readings.is_empty() && left_era.is_none() {
        return None;
    }
    let refusal = refusal.or(span(&start, &ending(short.to_owned(), era)));
    let after = left_era.is_some().then(|| span(&start, &ending(short.to_owned(), Some(Era::After))));
    Some(refusal.or(after.into_iter().flatten()))
}

/// `juin-2024`: a month and its year, or a month and a year that ends it all?
fn one_date(left: &Draft, right: &Draft) -> Option<Refusal> {
    let missing = left.year.is_none() && left.month.is_some();
    right.bare_year().filter(|_| missing)?;
    let date = Draft { year: right.year.clone(), ..left.clone() }.whole();
    Some(Refusal::new(right.at, "is this one date, or does it end here?").or(date.map(|date| date.first)))
}

/// `années 1940–1950`: is 1950 a decade too, or a year?
fn decades(left: &Draft, right: &Draft) -> Option<Refusal> {
    let in_decade = |draft: &Draft| {
        let year = draft.bare_year().filter(|digits| digits.ends_with('0'))?;
        Some(Draft { year: Some(Year::Decade(year.to_owned())), ..draft.clone() })
    };
    let (at, both) = match (&left.year, &right.year) {
        (Some(Year::Decade(_)), _) => (right.at, span(left, &in_decade(right)?)),
        (_, Some(Year::Decade(_))) => (left.at, span(&in_decade(left)?, right)),
        _ => return None,
    };
    let refusal = Refusal::new(at, "a decade, or a year?").or(both).or(span(left, right));
    (!refusal.readings.is_empty()).then_some(refusal)
}

/// `mar. 8–10 mai 1945`: a Tuesday of May, or the eighth of March?
fn tuesday(left: &Draft, right: &Draft) -> Option<Refusal> {
    let other_month = right.month.filter(|month| left.month != Some(*month))?;
    let is_day_alone = left.day.is_some() && left.year.is_none();
    if left.or_weekday.is_none() || !is_day_alone || !right.is_day_first || other_month > 12 {
        return None;
    }
    let span_of = |mut left: Draft| {
        let mut right = right.clone();
        borrow(&mut left, &mut right);
        span(&left, &right)
    };
    let weekday = span_of(Draft { month: None, weekday: left.or_weekday, ..left.clone() }).ok()?;
    Some(Refusal::new(left.at, "a Tuesday, or a day of March?").or([weekday]).or(span_of(left.clone())))
}

/// Refuses `c. 1914–1918` and `1914–1918?`: is one end meant, or are both?
pub(super) fn refuse_half_marked(left: &Draft, right: &Draft) -> Result<(), Refusal> {
    let leading = left.approximate && !right.approximate && !left.uncertain;
    let trailing = right.uncertain && !left.uncertain && !right.approximate;
    if !(leading || trailing) {
        return Ok(());
    }
    let both = span(&left.marked_as(left, right), &right.marked_as(left, right))?;
    Err(Refusal::new(left.at, "are both ends meant, or only one?").or([span(left, right)?, both]))
}
