//! Days and times of day.

use std::fmt;

/// A day of the proleptic Gregorian calendar, years counted as astronomers do: 0 is 1 BC, -43 is 44 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Astronomical year.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Days since 1970-01-01, negative before it; saturates for years that an `i64` of days cannot hold.
    pub fn number(self) -> i64 {
        // March is made the first month, so that the leap day is the last day of a year.
        let year = i128::from(self.year) - i128::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i128::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i128::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        i64::try_from(days).unwrap_or(if days < 0 { i64::MIN } else { i64::MAX })
    }

    /// The day with this number; saturates where its year is beyond an `i64`.
    pub fn from_number(number: impl Into<i128>) -> Self {
        // An era is the 400 years after which the calendar repeats.
        let days = number.into() + 719_468;
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
        Self { year, month: small(month), day: small(day) }
    }

    /// The day after, unless its year is beyond an `i64`.
    pub fn next(self) -> Option<Self> {
        if self.day < month_length(self.year, self.month) {
            Some(Self { day: self.day + 1, ..self })
        } else if self.month < 12 {
            Some(Self { month: self.month + 1, day: 1, ..self })
        } else {
            Some(Self { year: self.year.checked_add(1)?, month: 1, day: 1 })
        }
    }

    /// The day before, unless its year is beyond an `i64`.
    pub fn previous(self) -> Option<Self> {
        if self.day > 1 {
            Some(Self { day: self.day - 1, ..self })
        } else if self.month > 1 {
            let month = self.month - 1;
            Some(Self { year: self.year, month, day: month_length(self.year, month) })
        } else {
            Some(Self { year: self.year.checked_sub(1)?, month: 12, day: 31 })
        }
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`, with a sign before years outside 0 to 9999 (ISO 8601-1, expanded representation).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.year {
            i64::MIN..0 => "-",
            0..=9999 => "",
            10_000.. => "+",
        };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

/// How many days a month has, 31 for a month that is none.
pub(super) const fn month_length(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// One end of the time a date covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// This day is part of it.
    Day(Day),
    /// It has no end on this side.
    Open,
    /// It has an end, and nobody knows which, or it lies in a year beyond an `i64`.
    Unknown,
}

/// A time of day.
///
/// Ordered by what the clocks on the spot showed, whatever their shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 60, 60 being a leap second.
    pub second: u8,
    /// Minutes east of Greenwich, where the date says so.
    pub shift: Option<i16>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i64, month: u8, day: u8) -> Day {
        Day { year, month, day }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (day, number) in [
            (day(1970, 1, 1), 0),
            (day(1969, 12, 31), -1),
            (day(2000, 3, 1), 11_017),
            (day(0, 3, 1), -719_468),
            (day(-43, 3, 15), -735_160),
            (day(i64::MAX, 12, 31), i64::MAX),
            (day(i64::MIN, 1, 1), i64::MIN),
        ] {
            assert_eq!(day.number(), number, "{day}");
        }
    }

    #[test]
    fn no_day_follows_the_last() {
        assert_eq!(day(i64::MAX, 12, 31).next(), None);
        assert_eq!(day(i64::MIN, 1, 1).previous(), None);
    }

    #[test]
    fn years_are_written_with_a_sign_where_four_digits_do_not_hold_them() {
        assert_eq!(day(-43, 3, 15).to_string(), "-0043-03-15");
        assert_eq!(day(476, 9, 4).to_string(), "0476-09-04");
        assert_eq!(day(12_345, 1, 1).to_string(), "+12345-01-01");
    }

    proptest! {
        #[test]
        fn next_and_previous_go_one_day_on_and_come_back(
            year in -10_000_i64..10_000, month in 1_u8..=12, date in 1_u8..=31,
        ) {
            let day = day(year, month, date.min(month_length(year, month)));
            let next = day.next().unwrap();
            prop_assert_eq!(next.number(), day.number() + 1);
            prop_assert_eq!(next.previous(), Some(day));
            prop_assert_eq!(Day::from_number(day.number()), day);
        }
    }
}
