//! Seconds, and the intervals of them that dates cover.

use crate::model::{Bound, Clock, Date, Day};

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
}

/// The time a date may cover, and the part of it over which it goes on for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    pub(super) possible: Interval,
    pub(super) certain: Option<Interval>,
    /// The time of the dates it names, without what is open beyond them.
    pub(super) named: Interval,
    /// Whether anything about it is in doubt.
    pub(super) is_doubtful: bool,
}

impl Cover {
    /// What `date` covers; an open end goes on for ever, one that is not known is taken from the other end.
    /// `None` where neither is known.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let extent = date.extent();
        let named = timed(date, extent.named.map(|(first, last)| interval(first, last))?);
        let start = match extent.possible.0 {
            Bound::Open => -FAR,
            Bound::Day(_) | Bound::Unknown => named.start,
        };
        let end = match extent.possible.1 {
            Bound::Open => FAR,
            Bound::Day(_) | Bound::Unknown => named.end,
        };
        let possible = Interval { start, end };
        let certain = extent.certain.and_then(|(first, last)| interval(first, last).within(possible));
        Some(Self { possible, certain, named, is_doubtful: extent.is_doubtful })
    }
}

/// The days of a date from the time at which it begins to that at which it ends.
fn timed(date: &Date, days: Interval) -> Interval {
    let (from, to) = date.clocks();
    let seconds = |clock: Clock| {
        Time::from(clock.hour) * HOUR + Time::from(clock.minute) * 60 + Time::from(clock.second)
    };
    let start = days.start + from.map_or(0, seconds);
    let Some(to) = to else { return Interval { start, ..days } };
    // All is shown as the clocks showed it where it began.
    let shift = from.and_then(|from| from.shift).zip(to.shift).map_or(0, |(from, to)| from - to);
    let end = days.end - DAY + seconds(to) + Time::from(shift) * 60;
    // Nobody writes `:00` who counted the seconds, and what begins and ends in one minute lasts as long as that.
    let shortest = if to.second == 0 { 60 } else { 1 };
    Interval { start, end: end.max(start + shortest) }
}

fn interval(first: Day, last: Day) -> Interval {
    Interval { start: midnight(first), end: midnight(last) + DAY }
}

/// The first second of a day.
pub(super) fn midnight(day: Day) -> Time {
    Time::from(day.number()) * DAY
}

/// The day of a moment.
pub fn day_of(time: Time) -> Day {
    Day::from_number(time.div_euclid(DAY))
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
            ("1961", "1961-01-01 00:00 … 1962-01-01 00:00", None),
            ("194X", "1940-01-01 00:00 … 1950-01-01 00:00", None),
            ("2024-06-19T02:20:00+09:00", "2024-06-19 02:20 … 2024-06-19 02:21", None),
            (
                "2023-08-17T08:01Z/2023-08-17T08:04Z",
                "2023-08-17 08:01 … 2023-08-17 08:04",
                Some("2023-08-17 08:01 … 2023-08-17 08:04"),
            ),
            (
                "2023-08-17T08:01Z/2023-08-17T10:04+02:00",
                "2023-08-17 08:01 … 2023-08-17 08:04",
                Some("2023-08-17 08:01 … 2023-08-17 08:04"),
            ),
            (
                "2023-08-17T23:50/2023-08-18",
                "2023-08-17 23:50 … 2023-08-19 00:00",
                Some("2023-08-17 23:50 … 2023-08-19 00:00"),
            ),
            (
                "2023-08-17T08:01Z/..",
                "2023-08-17 08:01 … for ever",
                Some("2023-08-17 08:01 … 2023-08-18 00:00"),
            ),
            ("1950/..", "1950-01-01 00:00 … for ever", Some("1950-01-01 00:00 … 1951-01-01 00:00")),
            ("../1950", "ever … 1951-01-01 00:00", Some("1950-01-01 00:00 … 1951-01-01 00:00")),
            ("1950/", "1950-01-01 00:00 … 1951-01-01 00:00", Some("1950-01-01 00:00 … 1951-01-01 00:00")),
            ("1950~/", "1950-01-01 00:00 … 1951-01-01 00:00", None),
        ] {
            assert_eq!(cover(text), (possible.to_owned(), certain.map(str::to_owned)), "{text}");
        }
        assert_eq!(Cover::of(&Date::parse("XXXX").unwrap()), None);
    }
}
