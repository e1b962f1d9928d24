//! The names of months, seasons, years and numbers.

use chrono::{Locale, NaiveDate};

use crate::i18n::Lang;

/// The name of a month, 1 to 12, as chrono's locales give it; the number of one that is none.
pub(super) fn month(number: u8, lang: Lang) -> String {
    month_as("%B", number, lang)
}

/// Its abbreviation: `janv.`, `Jan`.
pub(super) fn short_month(number: u8, lang: Lang) -> String {
    month_as("%b", number, lang)
}

fn month_as(form: &str, number: u8, lang: Lang) -> String {
    let locale = match lang {
        Lang::Fr => Locale::fr_FR,
        Lang::En => Locale::en_GB,
    };
    NaiveDate::from_ymd_opt(2000, u32::from(number), 1)
        .map_or_else(|| number.to_string(), |day| day.format_localized(form, locale).to_string())
}

/// A day of the month: French counts the first as an ordinal.
pub(super) fn day(number: u8, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Fr, 1) => "1er".to_owned(),
        _ => number.to_string(),
    }
}

/// The name of a part of the year by its EDTF code, and the hemisphere where the code names one.
pub(super) fn season(code: u8, lang: Lang) -> (String, Option<&'static str>) {
    let hemisphere = match (code, lang) {
        (25..=28, Lang::Fr) => Some("hémisphère Nord"),
        (25..=28, Lang::En) => Some("northern hemisphere"),
        (29..=32, Lang::Fr) => Some("hémisphère Sud"),
        (29..=32, Lang::En) => Some("southern hemisphere"),
        _ => None,
    };
    let name = match code {
        33..=36 => part(code - 32, "trimestre", "quarter", lang),
        37..=39 => part(code - 36, "quadrimestre", "four-month period", lang),
        40.. => part(code - 39, "semestre", "half", lang),
        code => match (code % 4, lang) {
            (1, Lang::Fr) => "printemps".to_owned(),
            (1, Lang::En) => "spring".to_owned(),
            (2, Lang::Fr) => "été".to_owned(),
            (2, Lang::En) => "summer".to_owned(),
            (3, Lang::Fr) => "automne".to_owned(),
            (3, Lang::En) => "autumn".to_owned(),
            (_, Lang::Fr) => "hiver".to_owned(),
            (_, Lang::En) => "winter".to_owned(),
        },
    };
    (name, hemisphere)
}

fn part(number: u8, french: &str, english: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{} {french}", french_ordinal(number)),
        Lang::En => {
            let ordinal = ["first", "second", "third", "fourth"].get(usize::from(number) - 1);
            format!("{} {english}", ordinal.copied().unwrap_or_default())
        }
    }
}

/// What stands between the name of a part of the year and the year.
pub(super) const fn season_joint(code: u8, lang: Lang) -> &'static str {
    match (code, lang) {
        (33.., Lang::En) => " of ",
        _ => " ",
    }
}

fn french_ordinal(number: u8) -> String {
    format!("{number}{}", if number == 1 { "er" } else { "e" })
}

/// Whether a year is said with its era, and which: years before 1 AD, and those that look like a day.
pub(super) const fn era(year: i64, lang: Lang) -> &'static str {
    match (year, lang) {
        (..=0, Lang::Fr) => " av. J.-C.",
        (..=0, Lang::En) => " BC",
        (1..=99, Lang::Fr) => " apr. J.-C.",
        (1..=99, Lang::En) => " AD",
        (100.., _) => "",
    }
}

/// The number of a year in its era: astronomical 0 is 1 BC. Numbers of four digits are not grouped in years.
pub(super) fn year_number(year: i64, lang: Lang) -> String {
    let number = if year > 0 { year.unsigned_abs() } else { year.unsigned_abs() + 1 };
    if number < 10_000 { number.to_string() } else { grouped(number, lang) }
}

/// A number with its digits in groups of three: `12,000`, and in French with a narrow no-break space (CLDR).
pub(super) fn grouped(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let sign = if lang == Lang::Fr { '\u{202f}' } else { ',' };
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(sign);
        }
        grouped.push(digit);
    }
    grouped
}

/// A year as it is said: `1961`, `44 BC`.
pub(super) fn year(year: i64, lang: Lang) -> String {
    format!("{}{}", year_number(year, lang), era(year, lang))
}

/// A century, negative before Christ: `XIXe siècle`, `5th century BC`.
pub(super) fn century(number: i64, lang: Lang) -> String {
    let count = number.unsigned_abs();
    let era = if number < 0 { era(0, lang) } else { "" };
    match lang {
        Lang::Fr => format!("{}{} siècle{era}", roman(count), if count == 1 { "er" } else { "e" }),
        Lang::En => format!("{count}{} century{era}", english_ending(count)),
    }
}

/// Several centuries of one era, by the first and the last: `XVIIe–XVIIIe siècles`, `5th–4th centuries BC`.
pub(super) fn centuries(first: i64, last: i64, lang: Lang) -> String {
    let (from, to) = (first.unsigned_abs(), last.unsigned_abs());
    let era = if last < 0 { era(0, lang) } else { "" };
    match lang {
        Lang::Fr => {
            let said = |count: u64| format!("{}{}", roman(count), if count == 1 { "er" } else { "e" });
            format!("{}–{} siècles{era}", said(from), said(to))
        }
        Lang::En => {
            format!("{from}{}–{to}{} centuries{era}", english_ending(from), english_ending(to))
        }
    }
}

const fn english_ending(number: u64) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// Roman figures of a number up to 100, the centuries four digits can hold.
fn roman(number: u64) -> String {
    const FIGURES: [(u64, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut figures = String::new();
    for (value, figure) in FIGURES {
        let times = usize::try_from(rest / value).unwrap_or_default();
        figures.push_str(&figure.repeat(times));
        rest %= value;
    }
    figures
}
