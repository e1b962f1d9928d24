//! Words that do not say how far they reach: `early 1916`, `before 1916`, `fin des années 1940`.

use edtf_core::{Date, Edtf, Precision};

use super::range;
use super::refusal::Refusal;
use super::whole::{Whole, alone, year_text};
use super::word::{Third, Token, Word};
use crate::model::date::convert;
use crate::model::date::day::Day;

/// Refuses such a word, with the dates that it may mean.
pub(super) fn refuse(text: &str, tokens: &[Token]) -> Result<(), Refusal> {
    let is_vague = |token: &Token| matches!(token.word, Word::Third(_) | Word::Before | Word::After);
    let Some(at) = tokens.iter().position(is_vague) else { return Ok(()) };
    let (before, rest) = tokens.split_at(at);
    let [vague, rest @ ..] = rest else { return Ok(()) };
    // `mid-1940s`
    let hyphen = usize::from(rest.first().is_some_and(|token| token.word == Word::Sign('-')));
    let rest = rest.get(hyphen..).unwrap_or_default();
    let others = [before, rest].concat();
    let date = match range::separator(&others) {
        Ok(None) => alone(text, &others).ok(),
        _ => None,
    };
    let readings = date.map(|date| match vague.word {
        Word::Before => {
            edge(&date.first, |first, _| first.previous(), |day| [format!("[..{day}]"), format!("../{day}")])
        }
        Word::After => {
            edge(&date.last, |_, last| last.next(), |day| [format!("[{day}..]"), format!("{day}/..")])
        }
        Word::Third(third) => part(&date, third).into_iter().chain([date.to_string()]).collect(),
        _ => Vec::new(),
    });
    let message = match vague.word {
        Word::Before => "is it some time before, or all the time before?",
        Word::After => "is it some time after, or all the time after?",
        _ => "nobody knows how far this word reaches: write the years, months or days themselves",
    };
    Err(Refusal::new(vague.from, message).or(readings.unwrap_or_default()))
}

/// The readings of the last date before another, or the first after it, as precise as that is.
fn edge(
    edtf: &str,
    beside: impl Fn(Day, Day) -> Option<Day>,
    readings: impl Fn(&str) -> [String; 2],
) -> Vec<String> {
    let Some((date, first, last)) = days(edtf) else { return Vec::new() };
    let Some(day) = beside(first, last) else { return Vec::new() };
    let mark = match (date.is_uncertain(), date.is_approximate()) {
        (false, false) => "",
        (true, false) => "?",
        (false, true) => "~",
        (true, true) => "%",
    };
    let year = year_text(day.year);
    let said = match date.precision() {
        Precision::Year => year,
        Precision::Month | Precision::Season => format!("{year}-{:02}", day.month),
        Precision::Day => format!("{year}-{:02}-{:02}", day.month, day.day),
    };
    readings(&format!("{said}{mark}")).into()
}

fn days(edtf: &str) -> Option<(Date, Day, Day)> {
    let Ok(Edtf::Date(date)) = Edtf::parse(edtf) else { return None };
    let bounds = Edtf::Date(date).bounds();
    Some((date, convert::day(bounds.earliest)?, convert::day(bounds.latest)?))
}

/// A third of fewer units would be a single one.
const FEWEST: i64 = 5;

/// The first, middle or last third of a time, whose edges inside it are about there.
fn part(whole: &Whole, third: Third) -> Option<String> {
    let ((_, first, _), (_, _, last)) = (days(&whole.first)?, days(&whole.last)?);
    let years = last.year.checked_sub(first.year)?.checked_add(1)?;
    if years > FEWEST {
        return Some(cut(years, third, |year| first.year.saturating_add(year), year_text));
    }
    let months = (last.year - first.year) * 12 + i64::from(last.month) - i64::from(first.month) + 1;
    let year = |month: i64| first.year + (i64::from(first.month) - 1 + month).div_euclid(12);
    let month = |month: i64| (i64::from(first.month) - 1 + month).rem_euclid(12) + 1;
    if months > FEWEST {
        return Some(cut(months, third, |at| at, |at| format!("{}-{:02}", year_text(year(at)), month(at))));
    }
    let days = last.number().checked_sub(first.number())?.checked_add(1)?;
    let said = |day: i64| format!("{}-{:02}-{day:02}", year_text(first.year), first.month);
    (months == 1 && days > FEWEST).then(|| cut(days, third, |day| day + 1, said))
}

/// A third of `number` units counted from 0, in words.
fn cut(number: i64, third: Third, unit: impl Fn(i64) -> i64, said: impl Fn(i64) -> String) -> String {
    let said = |at: i64| said(unit(at));
    let (middle, late) = ((number + 2) / 3, number - number / 3);
    match third {
        Third::Early => format!("{}/{}~", said(0), said(middle - 1)),
        Third::Middle => format!("{}~/{}~", said(middle), said(late - 1)),
        Third::Late => format!("{}~/{}", said(late), said(number - 1)),
    }
}
