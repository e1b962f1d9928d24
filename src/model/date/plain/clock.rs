//! Times of day: `12:45`, `12 h 45`, `8.30 pm`, `14:00 UTC+9`.

use super::zone::{Zone, zone};

/// A time of day, as it was written; it need not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    hour: u32,
    minute: u32,
    second: u32,
    pub(super) zone: Option<Zone>,
}

impl Time {
    /// Hours, minutes and seconds as EDTF has them; `None` where no clock shows them.
    pub(super) fn digits(&self) -> Option<String> {
        let Self { hour, minute, second, .. } = self;
        (*hour < 24 && *minute < 60 && *second < 60).then(|| format!("{hour:02}:{minute:02}:{second:02}"))
    }
}

/// The time of day that a text in lower case begins with, and how many characters it takes.
pub(super) fn time(text: &[char]) -> Option<(Time, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let hour = cursor.number(1..=2)?;
    let (minute, second) = cursor.with_colons().or_else(|| cursor.with_hours()).unwrap_or((None, None));
    let is_clock = cursor.at > hour.1;
    let mut minute = minute;
    if !is_clock && cursor.eat(".") {
        minute = cursor.number(2..=2).map(|(minute, _)| minute);
    }
    let afternoon = cursor.half_of_day();
    if afternoon.is_none() && !is_clock {
        return None;
    }
    let hour = match (hour.0, afternoon) {
        (hour, None) => hour,
        (12, Some(is_afternoon)) => 12 * u32::from(is_afternoon),
        (hour @ 1..12, Some(is_afternoon)) => hour + 12 * u32::from(is_afternoon),
        _ => return None,
    };
    let zone = zone(cursor.rest()).map(|(zone, length)| {
        cursor.at += length;
        zone
    });
    let time = Time { hour, minute: minute.unwrap_or_default(), second: second.unwrap_or_default(), zone };
    Some((time, cursor.at))
}

struct Cursor<'a> {
    text: &'a [char],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [char] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// A number of so many digits and no more, and where it ends.
    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<(u32, usize)> {
        let found: String = self.rest().iter().take_while(|c| c.is_ascii_digit()).collect();
        let number = found.parse().ok().filter(|_| digits.contains(&found.len()))?;
        self.at += found.len();
        Some((number, self.at))
    }

    fn eat(&mut self, what: &str) -> bool {
        let length = what.chars().count();
        let is_there = self.rest().iter().take(length).copied().eq(what.chars());
        self.at += if is_there { length } else { 0 };
        is_there
    }

    /// A word, behind a space or not, that no letter follows.
    fn word(&mut self, words: &[&str]) -> bool {
        let before = self.at;
        self.eat(" ");
        let found = words.iter().any(|word| {
            let at = self.at;
            let is_whole = self.eat(word) && !self.rest().first().is_some_and(|c| c.is_alphabetic());
            if !is_whole {
                self.at = at;
            }
            is_whole
        });
        if !found {
            self.at = before;
        }
        found
    }

    /// `:45`, `:45:30`
    fn with_colons(&mut self) -> Option<(Option<u32>, Option<u32>)> {
        let before = self.at;
        let minute = if self.eat(":") { self.number(2..=2) } else { None };
        let Some((minute, _)) = minute else {
            self.at = before;
            return None;
        };
        let at = self.at;
        let second = if self.eat(":") { self.number(2..=2) } else { None };
        if second.is_none() {
            self.at = at;
        }
        Some((Some(minute), second.map(|(second, _)| second)))
    }

    /// ` h`, ` h 45`, ` h 45 min 30 s`
    fn with_hours(&mut self) -> Option<(Option<u32>, Option<u32>)> {
        if !self.word(&["heures", "heure", "hours", "hrs", "h"]) {
            return None;
        }
        let minute = self.spaced_number();
        let second = match minute {
            Some(_) if self.word(&["minutes", "minute", "min", "mn"]) => self.spaced_number(),
            _ => None,
        };
        if second.is_some() {
            self.word(&["secondes", "seconds", "sec", "s"]);
        }
        Some((minute, second))
    }

    fn spaced_number(&mut self) -> Option<u32> {
        let before = self.at;
        self.eat(" ");
        let number = self.number(2..=2);
        if number.is_none() {
            self.at = before;
        }
        number.map(|(number, _)| number)
    }

    /// Whether it is the afternoon's half of the day, where that is said.
    fn half_of_day(&mut self) -> Option<bool> {
        [(false, ["a.m.", "a.m", "am"]), (true, ["p.m.", "p.m", "pm"])]
            .into_iter()
            .find_map(|(is_afternoon, words)| self.word(&words).then_some(is_afternoon))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Option<Zone>, usize)> {
        let text: Vec<char> = text.chars().collect();
        time(&text).map(|(time, length)| (time.digits().unwrap_or_default(), time.zone, length))
    }

    #[test]
    fn times_are_read_as_they_are_written() {
        for (text, digits, length) in [
            ("12:45", "12:45:00", 5),
            ("8:05:30, here", "08:05:30", 7),
            ("12h45", "12:45:00", 5),
            ("12 h 45 le", "12:45:00", 7),
            ("14 h", "14:00:00", 4),
            ("14 heures 30", "14:30:00", 12),
            ("23 h 59 min 58 s", "23:59:58", 16),
            ("8 pm", "20:00:00", 4),
            ("8.30 p.m. on", "20:30:00", 9),
            ("12:15 am", "00:15:00", 8),
            ("12:45-13:00", "12:45:00", 5),
            ("25:00", "", 5),
        ] {
            assert_eq!(read(text), Some((digits.to_owned(), None, length)), "{text}");
        }
        for text in ["12", "1945", "12 hiver", "12:4", "24.04.1916", "13 pm", "12.45", "h"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_takes_its_zone() {
        let known = |shift: &str| Some(Zone::Known(shift.to_owned()));
        assert_eq!(read("14:00 UTC+9".to_lowercase().as_str()).map(|time| time.1), Some(known("+09:00")));
        assert_eq!(read("08:01z").map(|time| time.1), Some(known("Z")));
        assert!(matches!(read("12:45 est"), Some((_, Some(Zone::Several(_)), 9))));
    }
}
