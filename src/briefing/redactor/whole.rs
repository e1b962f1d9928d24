//! The whole date that a part of it belongs to: half a date would help to guess it.

use std::ops::Range;
use std::sync::LazyLock;

use super::Word;
use crate::i18n::{self, Lang};
use crate::model::Date;

/// The names of the months in every language of the screen, in small letters.
static MONTHS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let name = |month: u8, lang: Lang| {
        let date = Date::parse(&format!("2000-{month:02}"));
        date.map(|date| i18n::date(&date, lang).trim_end_matches(" 2000").to_lowercase())
    };
    (1..=12).flat_map(|month| Lang::ALL.map(|lang| name(month, lang))).flatten().collect()
});

/// Three letters tell a month from every other.
const SHORTEST_MONTH: usize = 3;

/// The words `found` with those around them that belong to the same date, a day and a month in either order or a month
/// and a year, by their numbers in `words`.
pub(super) fn date_around(text: &str, words: &[Word], found: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = found;
    let between = |one: usize, other: usize| text.get(words[one].end..words[other].start).unwrap_or_default();
    let joins = |one: usize, other: usize| {
        between(one, other).chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '/'))
    };
    let belong = |one: usize, other: usize| {
        let (first, second) = (&words[one], &words[other]);
        // In June, 24 years later
        if between(one, other).contains(',') {
            return is_month(first) && is_whole_year(second);
        }
        is_month(first) && is_number(second) || is_day(first) && is_month(second)
    };
    while let Some(before) = start.checked_sub(1)
        && joins(before, start)
    {
        // July 6, 1961
        let is_american = before.checked_sub(1).is_some_and(|month| {
            joins(month, before)
                && is_month(&words[month])
                && is_day(&words[before])
                && is_year(&words[start])
        });
        if !is_american && !belong(before, start) {
            break;
        }
        start = before;
    }
    while end < words.len() && joins(end - 1, end) && belong(end - 1, end) {
        end += 1;
    }
    start..end
}

fn is_month(word: &Word) -> bool {
    let is_it =
        |month: &String| month.starts_with(&word.letters) && word.letters.chars().count() >= SHORTEST_MONTH;
    MONTHS.iter().any(is_it)
}

fn is_number(word: &Word) -> bool {
    is_day(word) || is_year(word)
}

fn is_year(word: &Word) -> bool {
    (2..=4).contains(&word.letters.len()) && word.letters.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_whole_year(word: &Word) -> bool {
    is_year(word) && word.letters.len() == 4
}

fn is_day(word: &Word) -> bool {
    let number = word.letters.trim_end_matches(char::is_alphabetic);
    let ending = &word.letters[number.len()..];
    number.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
        && matches!(ending, "" | "er" | "st" | "nd" | "rd" | "th")
}
