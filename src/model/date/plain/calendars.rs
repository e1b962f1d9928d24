//! Days that are counted by another calendar, or by two: `25 octobre/7 novembre 1917`, `30 January 1648/49`.

use super::draft::{Draft, Year, draft};
use super::range::borrow;
use super::refusal::Refusal;
use super::whole::{alone, span};
use super::word::{Token, Word};
use crate::model::date::convert::exact_day;
use crate::model::date::day::Day;

/// Refuses what is not counted by the Gregorian calendar alone.
pub(super) fn refuse(text: &str, tokens: &[Token]) -> Result<(), Refusal> {
    if let Some(token) = tokens.iter().find(|token| token.word == Word::Foreign) {
        let gregorian =
            pieces(tokens).filter_map(|piece| alone(text, piece).ok()).map(|date| date.to_string());
        let refusal = Refusal::new(token.from, "this is another calendar: write the Gregorian date");
        return Err(refusal.or(gregorian));
    }
    if let Some(refusal) = in_brackets(text, tokens) {
        return Err(refusal);
    }
    let Some(julian) = tokens.iter().find(|token| token.word == Word::Julian) else { return Ok(()) };
    let others =
        tokens.iter().filter(|token| !matches!(token.word, Word::Julian | Word::Sign('(' | ')' | '[' | ']')));
    let day = |piece: &[Token]| alone(text, piece).ok().and_then(|date| exact_day(&date.first));
    let said = pieces(tokens).filter(|piece| !piece.contains(julian)).find_map(day);
    let reckoned = || {
        let bare: Vec<Token> = others.cloned().collect();
        let day = day(&bare)?;
        Some(Day::from_number(day.number() + behind(day)))
    };
    let gregorian = said.or_else(reckoned).map(|day| day.to_string());
    Err(Refusal::new(julian.from, "a day of the Julian calendar: write the Gregorian one").or(gregorian))
}

/// What brackets and slashes part.
fn pieces(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let is_joint = |token: &Token| matches!(token.word, Word::Sign('(' | ')' | '[' | ']' | '/' | '='));
    tokens.split(is_joint).filter(|piece| !piece.is_empty())
}

/// How many days the Julian calendar is behind on a day of its own.
fn behind(day: Day) -> i64 {
    let year = day.year - i64::from(day.month <= 2);
    year.div_euclid(100) - year.div_euclid(400) - 2
}

/// `25 octobre (7 novembre) 1917`
fn in_brackets(text: &str, tokens: &[Token]) -> Option<Refusal> {
    let place = |signs: [char; 2]| {
        tokens.iter().position(|token| signs.iter().any(|sign| token.word == Word::Sign(*sign)))
    };
    let (open, close) = (place(['(', '['])?, place([')', ']'])?);
    let (before, inside, after) =
        (tokens.get(..open)?, tokens.get(open + 1..close)?, tokens.get(close + 1..)?);
    let bare = |tokens: &[Token]| -> Vec<Token> {
        tokens.iter().filter(|token| token.word != Word::Julian).cloned().collect()
    };
    let mut one = draft(text, &bare(&[before, after].concat())).ok()?;
    let mut other = draft(text, &bare(inside)).ok()?;
    borrow(&mut one, &mut other);
    borrow(&mut other, &mut one);
    twice(&one, &other).or_else(|| twice(&other, &one))
}

/// Refuses a day that is said in both calendars, the Julian one first, and a year in two styles.
pub(super) fn refuse_twice(left: &Draft, right: &Draft) -> Result<(), Refusal> {
    twice(left, right).or_else(|| old_style(left, right)).map_or(Ok(()), Err)
}

fn twice(left: &Draft, right: &Draft) -> Option<Refusal> {
    let day = |draft: &Draft| exact_day(&draft.whole().ok()?.first).filter(|_| draft.day.is_some());
    let (julian, gregorian) = (day(left)?, day(right)?);
    if julian.number() + behind(julian) != gregorian.number() || behind(julian) < 10 {
        return None;
    }
    let refusal =
        Refusal::new(left.at, "is this one day in two calendars, or all the days from one to the other?");
    Some(refusal.or([gregorian.to_string()]).or(span(left, right)))
}

/// `30 January 1648/49`: the years began in March.
fn old_style(left: &Draft, right: &Draft) -> Option<Refusal> {
    let (Some(1..=3), Some(Year::Number(year, None))) = (left.month, &left.year) else { return None };
    let short = right.short.as_deref().or(right.bare_year())?;
    let whole = format!("{}{short}", year.get(..year.len().checked_sub(short.len())?)?);
    let follows = whole.parse::<u32>().ok()? == year.parse::<u32>().ok()? + 1;
    let date = Draft { year: Some(Year::Number(whole, None)), ..left.clone() }.whole();
    let refusal = Refusal::new(left.at, "a year in two styles: write the one that begins in January");
    follows.then(|| {
        refusal.or(date.map(|date| date.first)).or(right
            .bare_year()
            .map(|_| span(left, right))
            .transpose()
            .ok()
            .flatten())
    })
}
