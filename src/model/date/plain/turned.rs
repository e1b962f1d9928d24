//! Ranges whose ends are in order only where a year, month or day turns between them: `December to May 1940`.

use super::draft::{Draft, Year};
use super::refusal::Refusal;
use super::whole::span;
use super::word::Era;
use crate::model::date::convert::exact_day;
use crate::model::date::day::Day;
use crate::model::date::expression::Expression;

/// Refuses such a range. `said` are its ends as they were written, the others have borrowed from each other.
pub(super) fn refuse(said: (&Draft, &Draft), left: &Draft, right: &Draft) -> Result<(), Refusal> {
    if said.1.year.is_none() && said.1.month.is_some() && matches!(said.0.year, Some(Year::Number(..))) {
        let years = [left.year.clone(), left.year.as_ref().and_then(|year| year.later(1))];
        let ends = years.into_iter().map(|year| span(left, &Draft { year, ..right.clone() }));
        let found = ends.flatten().find(|text| Expression::parse(text).is_ok());
        return Err(Refusal::new(right.at, "the year of the end is missing").or(found));
    }
    let Ok(text) = span(left, right) else { return Ok(()) };
    if Expression::parse(&text).is_ok() {
        return Ok(());
    }
    let turned = if said.1.is_time_alone() {
        next_day(right).map(|right| span(left, &right))
    } else if said.0.is_time_alone() {
        None
    } else if said.0.year.is_none() && said.0.month.is_some() {
        let year = left.year.as_ref().and_then(|year| year.later(-1));
        Some(span(&Draft { year, ..left.clone() }, right))
    } else if said.0.year.is_none() && said.0.edtf.is_none() && left.day.is_some() {
        month_before(left).map(|left| span(&left, right))
    } else {
        None
    };
    match turned {
        None => Ok(()),
        Some(turned) => Err(Refusal::new(left.at, "this ends before it starts, as it stands").or(turned)),
    }
}

impl Year {
    fn later(&self, years: i64) -> Option<Self> {
        let Self::Number(digits, era) = self else { return None };
        let forward = if *era == Some(Era::Before) { -years } else { years };
        let number = digits.parse::<i64>().ok()? + forward;
        (number > 0).then(|| Self::Number(format!("{number:0width$}", width = digits.len()), *era))
    }
}

fn next_day(draft: &Draft) -> Option<Draft> {
    let date = Draft { time: None, ..draft.clone() }.whole().ok()?;
    let Day { year, month, day } = exact_day(&date.first)?.next()?;
    let year = (year > 0).then(|| Year::Number(format!("{year:04}"), None));
    Some(Draft {
        year: Some(year?),
        month: Some(month),
        day: Some(day.into()),
        edtf: None,
        weekday: None,
        ..draft.clone()
    })
}

fn month_before(draft: &Draft) -> Option<Draft> {
    let (month, year) = match draft.month? {
        1 => (12, draft.year.as_ref()?.later(-1)),
        month @ 2..=12 => (month - 1, draft.year.clone()),
        _ => return None,
    };
    Some(Draft { month: Some(month), year, ..draft.clone() })
}
