//! Which years a text speaks of: `1961`, `1940s`, `années 40`, `XXe siècle`, `20th century`, `44 av. J.-C.`

use std::iter;

use crate::model::{Bound, Date};

/// A run of astronomical years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Years {
    first: i64,
    last: i64,
    /// Whether only the last two digits of the years are meant, as in `années 40`.
    is_any_century: bool,
}

impl Years {
    fn new(first: i64, last: i64) -> Self {
        Self { first, last, is_any_century: false }
    }

    /// The years a date covers, as far as its ends are known; `None` where neither is.
    pub(super) fn of(date: &Date) -> Option<Self> {
        match (date.earliest(), date.latest()) {
            (Bound::Day(first), Bound::Day(last)) => Some(Self::new(first.year, last.year)),
            (Bound::Day(first), _) => Some(Self::new(first.year, first.year)),
            (_, Bound::Day(last)) => Some(Self::new(last.year, last.year)),
            _ => None,
        }
    }

    /// Whether a text that names these years can hardly mean a number of anything else.
    pub(super) fn is_clearly_meant(self) -> bool {
        self.is_any_century || (1000..2100).contains(&self.first)
    }

    /// Whether a year belongs to both.
    pub(super) fn meets(self, other: Self) -> bool {
        let Self { first, last, .. } = other;
        if !self.is_any_century {
            return self.first <= last && first <= self.last;
        }
        // A decade comes back every hundred years.
        let start = first + (self.first - first).rem_euclid(100);
        start <= last || start - 100 + (self.last - self.first) >= first
    }
}

/// The years that `text` names.
pub(super) fn years_in(text: &str) -> impl Iterator<Item = Years> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).flat_map(move |at| years_at(&words, at))
}

/// What the word at `at` may mean.
fn years_at(words: &[&str], at: usize) -> Vec<Years> {
    let word = words[at];
    let before = at.checked_sub(1).map_or("", |before| words[before]).to_lowercase();
    let after = words.get(at + 1).map_or(String::new(), |word| word.to_lowercase());
    let mut found: Vec<Years> = numbers(word).flat_map(|number| of_number(word, number, &before)).collect();
    if matches!(after.as_str(), "siècle" | "siècles" | "century" | "centuries") {
        // The 20th century has the years 1901 to 2000.
        found.extend(ordinal(word).map(|n| Years::new((n - 1) * 100 + 1, n * 100)));
    }
    found
}

/// The runs of digits in a word, which may be glued to letters: `2001effectuant`, `1940s`.
fn numbers(word: &str) -> impl Iterator<Item = i64> {
    word.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok())
}

fn of_number(word: &str, number: i64, before: &str) -> Vec<Years> {
    let is_decade = before.ends_with("années") || before == "decade" || word.ends_with("0s");
    match number {
        0..100 if is_decade => vec![Years { first: number, last: number + 9, is_any_century: true }],
        // Before our era, the number in words is one more than the astronomical year turned round.
        _ => iter::once(Years::new(number, number + if is_decade { 9 } else { 0 }))
            .chain((number < 10_000).then(|| Years::new(1 - number, 1 - number)))
            .collect(),
    }
}

/// The number that `20th`, `20e`, `XXe`, `XXᵉ` or `XX` is.
fn ordinal(word: &str) -> Option<i64> {
    let letters = |word: &str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let stem = word.trim_end_matches(|c: char| c.is_lowercase() || c == 'ᵉ');
    match stem {
        "" => None,
        roman if letters(roman) => Some(roman_number(roman)),
        digits => digits.parse().ok().filter(|number| (1..=99).contains(number)),
    }
}

fn roman_number(roman: &str) -> i64 {
    let value = |c| match c {
        'X' => 10,
        'V' => 5,
        _ => 1,
    };
    let values: Vec<i64> = roman.chars().map(value).collect();
    let larger_follows = |at: usize| values.get(at + 1).is_some_and(|next| *next > values[at]);
    (0..values.len()).map(|at| if larger_follows(at) { -values[at] } else { values[at] }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_name_years_decades_and_centuries() {
        for (text, first, last, expected) in [
            ("signé en 1961 qui", 1961, 1961, true),
            ("signé en 1961 qui", 1962, 1962, false),
            ("dans les années 1940", 1940, 1949, true),
            ("dans les années 1940", 1945, 1945, true),
            ("les années 40", 1945, 1945, true),
            ("les années 40", 1950, 1955, false),
            ("les années 90", 1996, 2003, true),
            ("the '40s and 1950s", 1953, 1953, true),
            ("2000-2001effectuant", 2001, 2001, true),
            ("au XXe siècle", 1961, 1961, true),
            ("au XIXᵉ siècle", 1961, 1961, false),
            ("in the 20th century", 1901, 1901, true),
            ("mort en 44 av. J.-C.", -43, -43, true),
            ("24 ans jour pour jour", 2024, 2024, false),
            ("99999999999999999999999", 1, 1, false),
            ("", 1961, 1961, false),
        ] {
            let found = years_in(text).any(|years| years.meets(Years::new(first, last)));
            assert_eq!(found, expected, "{text} {first}");
        }
    }
}
