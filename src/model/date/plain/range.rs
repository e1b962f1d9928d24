//! Two dates with something between them: `2000–2001`, `du 19 au 20 juin 2024`.

use super::draft::{Draft, Year, draft};
use super::whole::{half, span};
use super::word::{Token, Word};
use super::{Refusal, ambiguous};

const WINTER: u8 = 24;

/// The place of the word or sign that parts two dates, where there is one.
///
/// A slash parts more strongly than a long dash, this more than a word or a hyphen with spaces, and this more
/// than a hyphen without: that one also stands inside EDTF dates.
pub(super) fn separator(tokens: &[Token]) -> Result<Option<usize>, Refusal> {
    let spaced = |index: usize| {
        let here = tokens.get(index).is_some_and(|token| token.spaced);
        here && tokens.get(index + 1).is_none_or(|token| token.spaced)
    };
    let strength = |index: usize, word: &Word| match word {
        Word::Sign('/') => 4,
        Word::Sign('–') => 3,
        Word::To | Word::Until => 2,
        Word::Sign('-') if spaced(index) => 2,
        Word::Sign('-') => 1,
        _ => 0,
    };
    let marks = tokens.iter().enumerate().map(|(index, token)| (index, strength(index, &token.word)));
    let strongest = marks.clone().map(|(_, strength)| strength).max().unwrap_or_default();
    if strongest == 0 {
        return Ok(None);
    }
    let mut places = marks.filter(|(_, strength)| *strength == strongest).map(|(index, _)| index);
    match (places.next(), places.next().and_then(|second| tokens.get(second))) {
        // `jusqu’à` is two words for one.
        (Some(first), Some(second))
            if second.word == Word::To
                && tokens.get(first).is_some_and(|token| token.word == Word::Until) =>
        {
            Ok(Some(first))
        }
        (_, Some(_)) if strongest == 1 => Ok(None),
        (_, Some(second)) => Err(Refusal::new(second.from, "a date has two ends, not three")),
        (first, None) => Ok(first),
    }
}

/// The EDTF of the dates on both sides of a separator.
pub(super) fn read(text: &str, tokens: &[Token], between: usize) -> Result<String, Refusal> {
    let left = tokens.get(..between).unwrap_or_default();
    let rest = tokens.get(between + 1..).unwrap_or_default();
    let right = rest.split_first().filter(|(first, _)| first.word == Word::To).map_or(rest, |(_, rest)| rest);
    match (end(left), end(right)) {
        (Some(_), Some(_)) => Err(Refusal::new(0, "there is no date here")),
        (Some(start), None) => one_sided(text, right, start, |date, mark| format!("{mark}/{date}")),
        (None, Some(end)) => one_sided(text, left, end, |date, mark| format!("{date}/{mark}")),
        (None, None) => {
            let (mut left, mut right) = drafts(text, left, right)?;
            if let Some(winter) = winter(&left, &right) {
                return Ok(winter);
            }
            ambiguous::refuse(&left, &right)?;
            borrow(&mut left, &mut right);
            ambiguous::refuse_half_marked(&left, &right)?;
            span(&left, &right)
        }
    }
}

/// Why `entre 1940 et 1945` is no date: some time between, or all of it?
pub(super) fn between(text: &str, tokens: &[Token]) -> Refusal {
    let at = tokens.first().map_or(0, |token| token.from);
    let refusal = Refusal::new(at, "is this one date somewhere between, or all the time between?");
    let mut ends = tokens.split(|token| token.word == Word::And);
    let (Some(left), Some(right), None) = (ends.next(), ends.next(), ends.next()) else { return refusal };
    let span = drafts(text, left, right).and_then(|(mut left, mut right)| {
        borrow(&mut left, &mut right);
        span(&left, &right)
    });
    match span {
        Ok(span) => refusal.or([format!("[{}]", span.replace('/', "..")), span]),
        Err(refusal) => refusal,
    }
}

/// Both sides, as far as they say it.
fn drafts(text: &str, left: &[Token], right: &[Token]) -> Result<(Draft, Draft), Refusal> {
    Ok((draft(text, left).map_err(half)?, draft(text, right).map_err(half)?))
}

/// What stands in the place of an end that is no date.
#[derive(Clone, Copy)]
enum Blank {
    Nothing,
    Open,
    Unknown,
    Now,
}

fn end(tokens: &[Token]) -> Option<Blank> {
    match tokens {
        [] => Some(Blank::Nothing),
        [token] => match token.word {
            Word::Dots => Some(Blank::Open),
            Word::Relative => Some(Blank::Now),
            Word::Sign('?') | Word::Nothing => Some(Blank::Unknown),
            _ => None,
        },
        _ => None,
    }
}

fn one_sided(
    text: &str,
    dated: &[Token],
    blank: Blank,
    join: impl Fn(&str, &str) -> String,
) -> Result<String, Refusal> {
    let mark = if matches!(blank, Blank::Unknown) { "" } else { ".." };
    let date = draft(text, dated).and_then(|draft| draft.whole());
    let date = date.map_err(|refusal| refusal.within(|date| join(date, mark)))?.to_string();
    let at = dated.first().map_or(0, |token| token.from);
    match blank {
        Blank::Now => {
            let refusal = Refusal::new(at, "a date must not depend on the day it is read: is its end open?");
            Err(refusal.or([join(&date, "..")]))
        }
        Blank::Open => Ok(join(&date, "..")),
        Blank::Unknown => Ok(join(&date, "")),
        Blank::Nothing => {
            let refusal = Refusal::new(at, "is the other end open (`..`), or unknown?");
            Err(refusal.or([join(&date, ".."), join(&date, "")]))
        }
    }
}

/// A winter is named by its two years, and begins in the first.
fn winter(left: &Draft, right: &Draft) -> Option<String> {
    let (Some(WINTER), Some(Year::Number(first, None))) = (left.month, &left.year) else { return None };
    let year: u32 = first.parse().ok()?;
    let next = match (right.bare_year(), right.day) {
        (Some(digits), _) => digits.parse().ok()?,
        (None, Some(number)) if right.month.is_none() && right.year.is_none() => year / 100 * 100 + number,
        (None, _) => return None,
    };
    if next != year + 1 {
        return None;
    }
    left.whole().ok().map(|winter| winter.first)
}

/// Gives each end the parts that only the other one says: `juin–juillet 2000`, `June 19–20, 2024`.
fn borrow(left: &mut Draft, right: &mut Draft) {
    match (&mut left.year, &right.year, left.day) {
        (year @ None, Some(Year::Number(_, era @ Some(_))), Some(number))
            if right.day.is_none() && left.month.is_none() =>
        {
            *year = Some(Year::Number(number.to_string(), *era));
            left.day = None;
        }
        (Some(Year::Number(_, own @ None)), Some(Year::Number(_, era)), _) => *own = *era,
        (year @ None, Some(Year::Number(digits, era)), _) => *year = Some(Year::Number(digits.clone(), *era)),
        _ => {}
    }
    if right.day.is_some() && left.day.is_some() {
        right.month = right.month.or(left.month);
        left.month = left.month.or(right.month);
    }
}
