//! Round moments of the calendar, at which ticks stand.

use crate::i18n::Unit;
use crate::model::Day;

use super::time::{DAY, HOUR, Time, day_of, midnight};

#[derive(Clone, Copy, Debug)]
pub(super) enum TickStep {
    /// Every so many seconds, a divisor of a day.
    Seconds(Time),
    /// These days of every month, the first among them.
    Days(&'static [u8]),
    /// Every so many months, a divisor of twelve.
    Months(i64),
    /// Every so many years as historians count them: 100 BC, AD 1 (there is no year 0), AD 100.
    Years(i64),
}

const EVERY_DAY: &[u8] = &[
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 30, 31,
];
const EVERY_OTHER_DAY: &[u8] = &[1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29];

impl TickStep {
    /// Every step, the finest first.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let minutes = [1, 2, 5, 10, 15, 30].map(|minutes| Self::Seconds(minutes * 60));
        let hours = [1, 2, 3, 6, 12].map(|hours| Self::Seconds(hours * HOUR));
        let days =
            [EVERY_DAY, EVERY_OTHER_DAY, &[1, 5, 10, 15, 20, 25], &[1, 10, 20], &[1, 15]].map(Self::Days);
        let months = [1, 2, 3, 6].map(Self::Months);
        let factors = |power: u32| [1, 2, 5].map(|factor| Self::Years(factor * 10i64.pow(power)));
        // Beyond these there are more years than days can be counted in.
        let years = (0..16).flat_map(factors).chain([1, 2].map(|factor| Self::Years(factor * 10i64.pow(16))));
        minutes.into_iter().chain(hours).chain(days).chain(months).chain(years)
    }

    /// About how long it is from one to the next.
    pub(super) fn length(self) -> Time {
        match self {
            Self::Seconds(seconds) => seconds,
            Self::Days(days) => 30 * DAY / days.len() as Time,
            Self::Months(months) => Time::from(months) * 30 * DAY,
            Self::Years(years) => Time::from(years) * 365 * DAY,
        }
    }

    /// The finest unit its labels say.
    pub(super) const fn unit(self) -> Unit {
        match self {
            Self::Seconds(_) => Unit::Minute,
            Self::Days(_) => Unit::Day,
            Self::Months(_) => Unit::Month,
            Self::Years(_) => Unit::Year,
        }
    }

    /// Where the next larger unit begins, which a label then names: years are in eras, months in years, days in
    /// months, hours in days.
    pub(super) const fn larger(self) -> Self {
        match self {
            Self::Seconds(_) => Self::Seconds(DAY),
            Self::Days(_) => Self::Months(1),
            Self::Months(_) => Self::Months(12),
            Self::Years(_) => Self::Years(i64::MAX),
        }
    }

    /// The first round moment at or after `time`.
    pub(super) fn at_or_after(self, time: Time) -> Time {
        match self {
            Self::Seconds(seconds) => time + (-time).rem_euclid(seconds),
            Self::Days(days) => {
                let mut midnight = time + (-time).rem_euclid(DAY);
                while !days.contains(&day_of(midnight).day) {
                    midnight += DAY;
                }
                midnight
            }
            Self::Months(months) => {
                let month = month_at_or_after(time);
                month_start(month + (-month).rem_euclid(Time::from(months)))
            }
            Self::Years(years) => {
                let year = i64::try_from((month_at_or_after(time) + 11).div_euclid(12)).unwrap_or(i64::MAX);
                midnight(Day { year: round_year(year, years), month: 1, day: 1 })
            }
        }
    }
}

/// The months since the year 0 of the first month that begins at or after `time`.
fn month_at_or_after(time: Time) -> Time {
    let day = day_of(time);
    let month = Time::from(day.year) * 12 + Time::from(day.month) - 1;
    if month_start(month) >= time { month } else { month + 1 }
}

fn month_start(month: Time) -> Time {
    let year = i64::try_from(month.div_euclid(12)).unwrap_or(if month < 0 { i64::MIN } else { i64::MAX });
    let month = u8::try_from(month.rem_euclid(12)).unwrap_or_default() + 1;
    midnight(Day { year, month, day: 1 })
}

/// The first round year at or after `year`, both counted astronomically.
fn round_year(year: i64, every: i64) -> i64 {
    if year > 1 {
        return year.checked_add((-year).rem_euclid(every)).unwrap_or(i64::MAX);
    }
    let before_christ = 1_i64.saturating_sub(year) / every * every;
    1_i64.saturating_sub(before_christ)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn years_are_round_in_their_own_era() {
        let years = |mut year: i64, every, count: usize| {
            let mut years = Vec::new();
            for _ in 0..count {
                let next = round_year(year, every);
                years.push(next);
                year = next + 1;
            }
            years
        };
        // 200 BC, 100 BC, AD 1, 100, 200.
        assert_eq!(years(-250, 100, 5), [-199, -99, 1, 100, 200]);
        assert_eq!(years(-2, 1, 5), [-2, -1, 0, 1, 2]);
        assert_eq!(years(1961, 10, 2), [1970, 1980]);
        assert_eq!(round_year(i64::MAX, 10), i64::MAX);
    }

    proptest! {
        #[test]
        fn steps_go_on_and_stop_at_what_is_round(time in -400_000_000_000i128..400_000_000_000) {
            for step in TickStep::all() {
                let round = step.at_or_after(time);
                prop_assert!(round >= time, "{step:?}");
                prop_assert_eq!(step.at_or_after(round), round, "{:?}", step);
                prop_assert!(step.at_or_after(round + 1) > round, "{:?}", step);
            }
        }
    }
}
