//! Moments in as few words as a place along an axis needs.

use super::clock::clock;
use super::names;
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

/// How many words a label spends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// `septembre`; every year with its era where it has one.
    Full,
    /// `sept.`; the era only where it is not that of the label before.
    Short,
}

/// The moment `minute` minutes into `day`, down to `unit`: all of it where nothing is `known`, and after a
/// label for the day `known` what is new since then, as calendars do: `déc. 2023`, `2024`, `févr.`, `mars`.
///
/// There are only ordinary spaces in it, and it is never empty.
pub fn tick(day: Day, minute: u16, unit: Unit, known: Option<Day>, wording: Wording, lang: Lang) -> String {
    let same_year = known.is_some_and(|known| known.year == day.year);
    let same_month = same_year && known.is_some_and(|known| known.month == day.month);
    let year = || year_words(day.year, known, wording, lang);
    let month = || match wording {
        Wording::Full => names::month(day.month, lang),
        Wording::Short => names::short_month(day.month, lang),
    };
    let number = || names::day(day.day, lang);
    let date = || {
        if same_year {
            format!("{} {}", number(), month())
        } else {
            format!("{} {} {}", number(), month(), year())
        }
    };
    match unit {
        Unit::Year => year(),
        Unit::Month if same_year => month(),
        // January is where a year begins, and midnight where a day does.
        Unit::Month if day.month == 1 => year(),
        Unit::Month => format!("{} {}", month(), year()),
        Unit::Day if same_month => number(),
        Unit::Day => date(),
        Unit::Minute if known == Some(day) => time_words(minute, lang),
        Unit::Minute if minute == 0 => date(),
        Unit::Minute => format!("{}, {}", date(), time_words(minute, lang)),
    }
}

fn year_words(year: i64, known: Option<Day>, wording: Wording, lang: Lang) -> String {
    let number = names::year_number(year, lang);
    match known.map(|known| (known.year > 0) == (year > 0)) {
        Some(true) if wording == Wording::Short => number,
        // Beside a year before Christ, one after needs its era however long it is.
        Some(false) if year > 0 => format!("{number}{}", names::era(1, lang)),
        _ => names::year(year, lang),
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
            (day(-43, 1, 1), 0, Unit::Year, Some(day(-53, 1, 1)), "44", "44"),
            (day(1, 1, 1), 0, Unit::Year, Some(day(-53, 1, 1)), "1 apr. J.-C.", "1 AD"),
            (day(100, 1, 1), 0, Unit::Year, Some(day(-53, 1, 1)), "100 apr. J.-C.", "100 AD"),
            (day(50, 1, 1), 0, Unit::Year, Some(day(1, 1, 1)), "50", "50"),
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
            let words = |lang| tick(at, minute, unit, known, Wording::Short, lang);
            assert_eq!((words(Lang::Fr).as_str(), words(Lang::En).as_str()), (french, english));
        }
        assert_eq!(tick(day(2024, 9, 1), 0, Unit::Month, first, Wording::Full, Lang::Fr), "septembre");
    }
}
