//! Ranges of which nobody can tell what their ends leave out: `1914–18`, `années 1940–1950`, `c. 1914–1918`.

use super::Refusal;
use super::draft::{Draft, Year};
use super::whole::span;

/// Refuses a range that could be read as several, before its ends borrow from each other.
pub(super) fn refuse(left: &Draft, right: &Draft) -> Result<(), Refusal> {
    let refusal = short_end(left, right).or_else(|| one_date(left, right)).or_else(|| decades(left, right));
    refusal.map_or(Ok(()), Err)
}

/// `1914–18`: the last two digits of a year, or a month?
fn short_end(left: &Draft, right: &Draft) -> Option<Refusal> {
    let number = right.day.filter(|_| right.short && right.month.is_none() && left.day.is_none())?;
    let (Year::Number(digits, None) | Year::Decade(digits)) = left.year.as_ref()? else { return None };
    let year: u32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    let end = format!("{:04}", year / 100 * 100 + number);
    let full = Draft { year: Some(Year::Number(end.clone(), None)), day: None, ..right.clone() };
    let month = left.bare_year().map(|year| format!("{year}-{number:02}"));
    decades(left, &full).or_else(|| {
        let refusal = Refusal::new(right.at, "the end takes a year of four digits");
        Some(refusal.or(month).or(span(left, &full)))
    })
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
