//! Seconds, and the intervals of them that dates cover.

use crate::model::{Bound, Date, Day};

/// Seconds since 1970-01-01 00:00 as the clocks on the spot show them, whatever their shift: the list orders
/// the hours of a day in the same way. Wide enough that no sum or product on the axis overflows; days beyond
/// what [`Day::number`] counts stand still at its end.
pub type Time = i128;

/// The seconds of an hour.
pub const HOUR: Time = 3600;
/// The seconds of a day.
pub const DAY: Time = 24 * HOUR;
/// Further away than any day: where a date without an end goes on to.
const FAR: Time = 1 << 100;

/// From one moment up to another, which is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// Its first second.
    pub start: Time,
    /// One past its last second; never before `start`.
    pub end: Time,
}

impl Interval {
    /// Its seconds.
    pub const fn length(self) -> Time {
        self.end - self.start
    }

    /// What of it lies inside `other`.
    pub fn within(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The interval without ends that are open.
    pub(super) fn known(self) -> Option<Self> {
        let start = if self.start == -FAR { self.end - DAY } else { self.start };
        let end = if self.end == FAR { start + DAY } else { self.end };
        (start > -FAR && end < FAR).then_some(Self { start, end })
    }
}

/// The time a date may cover, and the part of it that it covers for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    pub(super) possible: Interval,
    pub(super) certain: Option<Interval>,
}

impl Cover {
    /// What `date` covers; an open end goes on for ever, one that is not known is taken from the other end.
    /// `None` where neither is known.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let extent = date.extent();
        if let (Some(moment), Bound::Day(day)) = (clock_stretch(date), extent.possible.0) {
            let start = midnight(day) + moment.start;
            let possible = Interval { start, end: start + moment.length() };
            return Some(Self { possible, certain: extent.certain.map(|_| possible) });
        }
        let (start, end) = match extent.possible {
            (Bound::Day(first), Bound::Day(last)) => (midnight(first), evening(last)),
            (Bound::Day(first), Bound::Open) => (midnight(first), FAR),
            (Bound::Open, Bound::Day(last)) => (-FAR, evening(last)),
            (Bound::Day(only), Bound::Unknown) => (midnight(only), known_end(date, only)),
            (Bound::Unknown, Bound::Day(only)) => (known_start(date, only), evening(only)),
            _ => return None,
        };
        let certain =
            extent.certain.and_then(|(first, last)| interval(first, last).within(Interval { start, end }));
        Some(Self { possible: Interval { start, end }, certain })
    }
}

fn clock_stretch(date: &Date) -> Option<Interval> {
    let clock = date.clock()?;
    let start = Time::from(clock.hour) * HOUR + Time::from(clock.minute) * 60 + Time::from(clock.second);
    // Nobody writes `:00` who counted the seconds.
    Some(Interval { start, end: start + if clock.second == 0 { 60 } else { 1 } })
}

/// Where a date with an unknown end is known to reach.
fn known_end(date: &Date, first: Day) -> Time {
    evening(date.extent().certain.map_or(first, |(_, last)| last))
}

fn known_start(date: &Date, last: Day) -> Time {
    midnight(date.extent().certain.map_or(last, |(first, _)| first))
}

fn interval(first: Day, last: Day) -> Interval {
    Interval { start: midnight(first), end: evening(last) }
}

/// The first second of a day.
pub(super) fn midnight(day: Day) -> Time {
    Time::from(day.number()) * DAY
}

fn evening(day: Day) -> Time {
    midnight(day) + DAY
}

/// The day of a moment.
pub fn day_of(time: Time) -> Day {
    // An era is the 400 years after which the calendar repeats; March is made the first month, so that the
    // leap day is the last day of a year.
    let days = time.div_euclid(DAY) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i128::from(month <= 2);
    let small = |number: i128| u8::try_from(number).unwrap_or(1);
    let year = i64::try_from(year).unwrap_or(if year < 0 { i64::MIN } else { i64::MAX });
    Day { year, month: small(month), day: small(day) }
}

/// The minutes of a moment since midnight.
pub fn minute_of(time: Time) -> u16 {
    u16::try_from(time.rem_euclid(DAY) / 60).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cover(text: &str) -> (String, Option<String>) {
        let cover = Cover::of(&Date::parse(text).unwrap()).unwrap();
        let say = |interval: Interval| {
            let end = |time| {
                if time == FAR {
                    "for ever".to_owned()
                } else if time == -FAR {
                    "ever".to_owned()
                } else {
                    let minute = minute_of(time);
                    format!("{} {:02}:{:02}", day_of(time), minute / 60, minute % 60)
                }
            };
            format!("{} … {}", end(interval.start), end(interval.end))
        };
        (say(cover.possible), cover.certain.map(say))
    }

    #[test]
    fn days_and_times_agree() {
        for number in (-4_000_000..4_000_000).step_by(997) {
            assert_eq!(day_of(number * DAY + 5).number(), i64::try_from(number).unwrap());
        }
    }

    #[test]
    fn dates_cover_what_they_say() {
        for (text, possible, certain) in [
            ("1961", "1961-01-01 00:00 … 1962-01-01 00:00", Some("1961-01-01 00:00 … 1962-01-01 00:00")),
            ("194X", "1940-01-01 00:00 … 1950-01-01 00:00", None),
            (
                "2024-06-19T02:20:00+09:00",
                "2024-06-19 02:20 … 2024-06-19 02:21",
                Some("2024-06-19 02:20 … 2024-06-19 02:21"),
            ),
            ("1950/..", "1950-01-01 00:00 … for ever", Some("1950-01-01 00:00 … 1951-01-01 00:00")),
            ("../1950", "ever … 1951-01-01 00:00", Some("1950-01-01 00:00 … 1951-01-01 00:00")),
            ("1950/", "1950-01-01 00:00 … 1951-01-01 00:00", Some("1950-01-01 00:00 … 1951-01-01 00:00")),
        ] {
            assert_eq!(cover(text), (possible.to_owned(), certain.map(str::to_owned)), "{text}");
        }
    }
}
