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

/// The words `found` with those around them that belong to the same date, by their numbers in `words`.
pub(super) fn date_around(text: &str, words: &[Word], found: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = found;
    let joins = |one: usize, other: usize| {
        let between = text.get(words[one].end..words[other].start).unwrap_or_default();
        between.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '/'))
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
        if !is_american && !belong(&words[before], &words[start]) {
            break;
        }
        start = before;
    }
    while end < words.len() && joins(end - 1, end) && belong(&words[end - 1], &words[end]) {
        end += 1;
    }
    start..end
}

/// Whether two neighbours are parts of one date: a day and a month, in either order, or a month and a year.
fn belong(one: &Word, other: &Word) -> bool {
    is_month(one) && is_number(other) || is_day(one) && is_month(other)
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

fn is_day(word: &Word) -> bool {
    let number = word.letters.trim_end_matches(char::is_alphabetic);
    let ending = &word.letters[number.len()..];
    number.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
        && matches!(ending, "" | "er" | "st" | "nd" | "rd" | "th")
}
