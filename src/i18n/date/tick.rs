//! Moments in as few words as a place along an axis needs.

use super::{clock, names};
use crate::i18n::Lang;
use crate::model::{Clock, Day};

/// The finest part of a moment that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Its year.
    Year,
    /// Its month.
    Month,
    /// Its day.
    Day,
    /// Its hour and minute.
    Minute,
}

/// How the name of a month is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// `septembre`.
    Long,
    /// `sept.`
    Short,
}

/// The moment `minute` minutes into `day`, down to `unit`: all of it where nothing is `known`, and after a
/// label for the day `known` what is new since then, as calendars do: `déc. 2023`, `2024`, `févr.`, `mars`.
///
/// There are only ordinary spaces in it, and it is never empty.
pub fn tick(day: Day, minute: u16, unit: Unit, known: Option<Day>, month: Month, lang: Lang) -> String {
    let is_same = |part: fn(Day) -> (i64, u8, u8)| known.is_some_and(|known| part(known) == part(day));
    let (year, in_month, in_day) =
        (is_same(|d| (d.year, 0, 0)), is_same(|d| (d.year, d.month, 0)), known == Some(day));
    let year_words = || names::year(day.year, lang);
    let month_words = || match month {
        Month::Long => names::month(day.month, lang),
        Month::Short => names::short_month(day.month, lang),
    };
    let day_of_month = || format!("{} {}", names::day(day.day, lang), month_words());
    let day_words = || if year { day_of_month() } else { format!("{} {}", day_of_month(), year_words()) };
    match unit {
        Unit::Year => year_words(),
        Unit::Month if year => month_words(),
        Unit::Month if known.is_some() && day.month == 1 => year_words(),
        Unit::Month => format!("{} {}", month_words(), year_words()),
        Unit::Day if in_month => names::day(day.day, lang),
        Unit::Day => day_words(),
        Unit::Minute if in_day => time_words(minute, lang),
        // Midnight is where a day begins.
        Unit::Minute if minute == 0 => day_words(),
        Unit::Minute => format!("{}, {}", day_words(), time_words(minute, lang)),
    }
}

fn time_words(minute: u16, lang: Lang) -> String {
    let part = |number: u16| u8::try_from(number).unwrap_or_default();
    clock(Clock { hour: part(minute / 60), minute: part(minute % 60), second: 0, shift: None }, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i64, month: u8, day: u8) -> Day {
        Day { year, month, day }
    }

    #[test]
    fn the_first_label_says_all_and_the_others_what_is_new() {
        let first = Some(day(2024, 6, 19));
        for (at, minute, unit, known, french, english) in [
            (day(-43, 1, 1), 0, Unit::Year, None, "44 av. J.-C.", "44 BC"),
            (day(2023, 12, 1), 0, Unit::Month, None, "déc. 2023", "Dec 2023"),
            (day(2024, 1, 1), 0, Unit::Month, Some(day(2023, 12, 1)), "2024", "2024"),
            (day(2024, 2, 1), 0, Unit::Month, Some(day(2023, 12, 1)), "févr. 2024", "Feb 2024"),
            (day(2024, 7, 1), 0, Unit::Month, first, "juil.", "Jul"),
            (day(2024, 6, 1), 0, Unit::Day, None, "1er juin 2024", "1 Jun 2024"),
            (day(2024, 6, 20), 0, Unit::Day, first, "20", "20"),
            (day(2024, 7, 1), 0, Unit::Day, first, "1er juil.", "1 Jul"),
            (day(2025, 1, 1), 0, Unit::Day, first, "1er janv. 2025", "1 Jan 2025"),
            (day(2024, 6, 19), 0, Unit::Minute, None, "19 juin 2024", "19 Jun 2024"),
            (day(2024, 6, 19), 840, Unit::Minute, None, "19 juin 2024, 14 h", "19 Jun 2024, 14:00"),
            (day(2024, 6, 19), 845, Unit::Minute, first, "14 h 05", "14:05"),
            (day(2024, 6, 20), 0, Unit::Minute, first, "20 juin", "20 Jun"),
            (day(2024, 6, 20), 360, Unit::Minute, first, "20 juin, 6 h", "20 Jun, 06:00"),
        ] {
            let words = |lang| tick(at, minute, unit, known, Month::Short, lang);
            assert_eq!((words(Lang::Fr).as_str(), words(Lang::En).as_str()), (french, english));
        }
        assert_eq!(tick(day(2024, 9, 1), 0, Unit::Month, first, Month::Long, Lang::Fr), "septembre");
    }
}
