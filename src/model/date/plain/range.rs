//! Two dates with something between them: `2000–2001`, `du 19 au 20 juin 2024`.

use super::draft::{Draft, Year, draft};
use super::refusal::Refusal;
use super::word::{Token, Word};

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

/// What parts two dates, and what stands on both sides of it.
pub(super) fn sides(tokens: &[Token], between: usize) -> (&[Token], &[Token]) {
    let left = tokens.get(..between).unwrap_or_default();
    let rest = tokens.get(between + 1..).unwrap_or_default();
    (left, rest.split_first().filter(|(first, _)| first.word == Word::To).map_or(rest, |(_, rest)| rest))
}

/// Both sides, as far as they say it.
pub(super) fn drafts(text: &str, left: &[Token], right: &[Token]) -> Result<(Draft, Draft), Refusal> {
    Ok((draft(text, left).map_err(Refusal::half)?, draft(text, right).map_err(Refusal::half)?))
}

/// What stands in the place of an end that is no date.
#[derive(Clone, Copy)]
pub(super) enum Blank {
    Nothing,
    Open,
    Unknown,
    Now,
}

pub(super) fn end(tokens: &[Token]) -> Option<Blank> {
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

pub(super) fn one_sided(
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

/// Gives each end the parts that only the other one says: `juin–juillet 2000`, `June 19–20, 2024`.
pub(super) fn borrow(left: &mut Draft, right: &mut Draft) {
    if right.is_time_alone() {
        *right = Draft { time: right.time.take(), at: right.at, ..left.clone() };
    } else if left.is_time_alone() {
        *left = Draft { time: left.time.take(), at: left.at, ..right.clone() };
    }
    if let (Some(start), Some(end)) = (&mut left.time, &mut right.time) {
        start.zone = start.zone.clone().or(end.zone.clone());
        end.zone = end.zone.clone().or(start.zone.clone());
    }
    match (&mut left.year, &right.year, left.day) {
        (year @ None, Some(Year::Number(_, era @ Some(_))), Some(number))
            if right.day.is_none() && left.month.is_none() =>
        {
            *year = Some(Year::Number(number.to_string(), *era));
            left.day = None;
        }
        // `17th–18th century`
        (year @ None, Some(Year::Century(_, era)), Some(number)) if left.month.is_none() => {
            *year = Some(Year::Century(number, *era));
            left.day = None;
        }
        (Some(Year::Century(_, own @ None)), Some(Year::Century(_, era)), _)
        | (Some(Year::Number(_, own @ None)), Some(Year::Number(_, era)), _) => *own = *era,
        (year @ None, Some(Year::Number(digits, era)), _) => *year = Some(Year::Number(digits.clone(), *era)),
        _ => {}
    }
    if right.day.is_some() && left.day.is_some() {
        right.month = right.month.or(left.month);
        left.month = left.month.or(right.month);
    }
}
