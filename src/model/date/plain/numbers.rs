//! Dates all in numbers that nobody can read for certain: `03/04/2024`, `06/24`, `2021-123`.

use super::draft::{Draft, Year};
use super::refusal::Refusal;
use super::word::{Era, Token, Word};
use super::zone::Zone;
use crate::model::date::day::{Day, month_length};
use crate::model::date::expression::Expression;

/// Refuses numbers that are not EDTF where they look like a date.
pub(super) fn refuse(tokens: &[Token]) -> Result<(), Refusal> {
    let Some(at) = tokens.first().map(|token| token.from) else { return Ok(()) };
    let words: Vec<&Word> = tokens.iter().map(|token| &token.word).collect();
    let (message, readings) = match words[..] {
        // `1916-04-24 12:45 CET` is a date and its time.
        [
            Word::Number(year),
            Word::Sign('-'),
            Word::Number(_),
            Word::Sign('-'),
            Word::Number(_),
            Word::Time(_),
        ] if year.len() == 4 => {
            return Ok(());
        }
        [ref first @ .., Word::Time(time)] if !first.is_empty() => {
            let (message, days) = numbers(first.strip_suffix(&[&Word::Sign(',')]).unwrap_or(first));
            let zone = time.zone.as_ref().map_or("", Zone::first);
            let moments = days.iter().filter_map(|day| Some(format!("{day}T{}{zone}", time.digits()?)));
            (message, moments.collect())
        }
        [Word::Number(year), Word::Sign('-'), Word::Number(day)] if year.len() == 4 && day.len() == 3 => {
            ("is it the day of the year, or is a hyphen missing?", day_of_year(year, day))
        }
        ref words => match two(words) {
            Some((message, spans)) => (message, spans),
            None => numbers(words),
        },
    };
    let refusal = Refusal::new(at, message).or(readings);
    let message = match refusal.readings.len() {
        0 => return Ok(()),
        1 if refusal.message == WHICH => "a date in numbers is written YYYY-MM-DD".to_owned(),
        _ => refusal.message.clone(),
    };
    Err(Refusal { message, ..refusal })
}

const WHICH: &str = "which number is the month? Write YYYY-MM-DD";

fn numbers(words: &[&Word]) -> (&'static str, Vec<String>) {
    match *words {
        [Word::Number(digits)] => ("a date needs its hyphens", together(digits)),
        [Word::Sign('-'), Word::Number(digits)] if digits.len() > 4 => {
            ("a year of more than four digits is written with a Y before it", vec![format!("Y-{digits}")])
        }
        [Word::Sign('-'), Word::Number(digits)] => {
            ("a year before 0000 takes four digits", vec![format!("-{digits:0>4}")])
        }
        [Word::Number(year), Word::Sign('-'), Word::Unknown, Word::Number(week)] => {
            ("a week is not EDTF: write its days", days_of_week(year, week, None))
        }
        [
            Word::Number(year),
            Word::Sign('-'),
            Word::Unknown,
            Word::Number(week),
            Word::Sign('-'),
            Word::Number(day),
        ] => ("a day of a week is not EDTF: write its day of the month", days_of_week(year, week, Some(day))),
        // `10.000 BC`
        [Word::Number(thousands), Word::Sign('.'), Word::Number(rest), Word::Era(era)] if rest.len() == 3 => {
            ("write the year without the dot", year_of(&format!("{thousands}{rest}"), *era))
        }
        [Word::Number(a), Word::Sign(sign), Word::Number(b)] => {
            ("write years in full, and a month after its year: YYYY-MM", pair(a, *sign, b))
        }
        ref words => (WHICH, in_numbers(words).map(|(_, orders)| orders.concat()).unwrap_or_default()),
    }
}

/// `13/04/2024 – 15/04/2024`: each end in numbers, both in the same order.
fn two(words: &[&Word]) -> Option<(&'static str, Vec<String>)> {
    let (start, rest) = words.split_at_checked(5)?;
    let (Word::Sign('-' | '–') | Word::To, end) = rest.split_first()? else { return None };
    let (sign, starts) = in_numbers(start)?;
    let (other, ends) = in_numbers(end)?;
    let spans = starts.iter().zip(&ends).flat_map(|(starts, ends)| {
        starts.iter().zip(ends).map(|(start, end)| format!("{start}/{end}")).collect::<Vec<_>>()
    });
    (sign == other).then(|| (WHICH, spans.collect()))
}

/// The sign between three numbers, and their readings.
fn in_numbers(words: &[&Word]) -> Option<(char, Vec<Vec<String>>)> {
    match *words {
        [Word::Number(a), Word::Sign(one), Word::Number(b), Word::Sign(other), Word::Number(c)]
            if one == other =>
        {
            Some((*one, triple(a, b, c)))
        }
        _ => None,
    }
}

fn year_of(digits: &str, era: Era) -> Vec<String> {
    let draft = Draft { year: Some(Year::Number(digits.to_owned(), Some(era))), ..Draft::default() };
    draft.whole().map(|date| date.first).into_iter().collect()
}

/// `2021-123`: ISO 8601 counts the days of a year; a month and a day may have lost their hyphen.
fn day_of_year(year: &str, digits: &str) -> Vec<String> {
    let Ok(number) = year.parse::<i64>() else { return Vec::new() };
    let length = 337 + i64::from(month_length(number, 2));
    let ordinal = digits.parse().ok().filter(|day| (1..=length).contains(day));
    let ordinal = ordinal.map(|day: i64| {
        let first = Day { year: number, month: 1, day: 1 };
        Day::from_number(first.number() + day - 1).to_string()
    });
    let cut = |at| digits.split_at_checked(at).map(|(month, day)| iso(year, month, day));
    let readings: Vec<String> = [ordinal, cut(2), cut(1)].into_iter().flatten().collect();
    if readings.iter().all(|reading| Expression::parse(reading).is_err()) {
        vec![year.to_owned()]
    } else {
        readings
    }
}

/// The days of a week of ISO 8601, or one of them: the first week has the fourth of January in it.
fn days_of_week(year: &str, week: &str, day: Option<&str>) -> Vec<String> {
    let week_of = || -> Option<Vec<String>> {
        let (year, week): (i64, i64) = (year.parse().ok()?, week.parse().ok()?);
        let fourth = Day { year, month: 1, day: 4 }.number();
        // 1970-01-01 was a Thursday.
        let monday = fourth - (fourth + 3).rem_euclid(7) + (week - 1) * 7;
        let said = |day: i64| Day::from_number(monday + day - 1).to_string();
        match day.map(str::parse) {
            _ if !(1..=53).contains(&week) => None,
            None => Some(vec![format!("{}/{}", said(1), said(7))]),
            Some(Ok(day @ 1..=7)) => Some(vec![said(day)]),
            Some(_) => None,
        }
    };
    week_of().unwrap_or_default()
}

/// `20240619`, `202406`.
fn together(digits: &str) -> Vec<String> {
    let cut = |at| digits.split_at_checked(at).unwrap_or((digits, ""));
    match digits.len() {
        8 => vec![iso(cut(4).0, cut(4).1.get(..2).unwrap_or_default(), cut(6).1), format!("Y{digits}")],
        6 => vec![format!("{}-{}", cut(4).0, cut(4).1), format!("Y{digits}")],
        _ => Vec::new(),
    }
}

/// Month and year, or two years that a slash parts: `06/2024`, `06/24`, `2000/01`.
fn pair(a: &str, sign: char, b: &str) -> Vec<String> {
    let century = |year: &str| ["20", "19"].map(|century| format!("{century}{year}"));
    let month = |year: &str, month: &str| format!("{year}-{month:0>2}");
    match (a.len(), b.len()) {
        (1 | 2, 4) => vec![month(b, a)],
        (4, 1 | 2) => {
            let years = a.get(..4 - b.len()).filter(|_| sign != '.').map(|kept| format!("{a}/{kept}{b}"));
            std::iter::once(month(a, b)).chain(years).collect()
        }
        (1 | 2, 2) if sign != '-' => century(b).map(|year| month(&year, a)).to_vec(),
        _ => Vec::new(),
    }
}

/// The readings of three numbers, order by order.
fn triple(a: &str, b: &str, c: &str) -> Vec<Vec<String>> {
    match (a.len(), b.len(), c.len()) {
        // Nobody writes the day between year and month, but where there is no such month.
        (3.., 1 | 2, 1 | 2) if b.parse().is_ok_and(|month: u8| month > 12) => vec![vec![iso(a, c, b)]],
        (3.., 1 | 2, 1 | 2) => vec![vec![iso(a, b, c)]],
        (1 | 2, 1 | 2, 3..) => vec![vec![iso(c, b, a)], vec![iso(c, a, b)]],
        (2, 1 | 2, 1 | 2) | (1, 1 | 2, 2) => ["20", "19"]
            .into_iter()
            .map(|century| {
                let year = |short: &str| format!("{century}{short:0>2}");
                vec![iso(&year(c), b, a), iso(&year(c), a, b), iso(&year(a), b, c)]
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn iso(year: &str, month: &str, day: &str) -> String {
    format!("{year:0>4}-{month:0>2}-{day:0>2}")
}

/// Whether signs only join a day, the name of a month and a year: `19-Jun-2024`.
pub(super) fn joined(one: &Word, month: &Word, other: &Word) -> bool {
    matches!((one, month), (Word::Sign('-' | '/' | '.'), Word::Month(_))) && one == other
}
