//! Times of day in words.

use crate::i18n::Lang;
use crate::model::Clock;

/// A time of day: `2 h 20`, `02:20`, with its shift from UTC where it has one.
pub fn clock(clock: Clock, lang: Lang) -> String {
    format!("{}{}", hours(clock, lang), shift(clock))
}

/// The same without its shift.
pub(super) fn hours(clock: Clock, lang: Lang) -> String {
    let Clock { hour, minute, second, .. } = clock;
    match (lang, minute, second) {
        (Lang::Fr, 0, 0) => format!("{hour} h"),
        (Lang::Fr, _, 0) => format!("{hour} h {minute:02}"),
        (Lang::Fr, ..) => format!("{hour} h {minute:02} min {second:02} s"),
        (Lang::En, _, 0) => format!("{hour:02}:{minute:02}"),
        (Lang::En, ..) => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

/// Its shift, behind a space.
pub(super) fn shift(clock: Clock) -> String {
    match clock.shift {
        None => String::new(),
        Some(0) => " UTC".to_owned(),
        Some(shift) => {
            let sign = if shift < 0 { '−' } else { '+' };
            let (hours, minutes) = (shift.unsigned_abs() / 60, shift.unsigned_abs() % 60);
            let minutes = if minutes == 0 { String::new() } else { format!(":{minutes:02}") };
            format!(" UTC{sign}{hours}{minutes}")
        }
    }
}
