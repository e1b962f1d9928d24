//! Which of two dates comes first, and how long it was between them.

use std::cmp::Ordering;

use edtf_core::Precision;

use super::date::Date;
use super::day::{Bound, Clock, Day};
use super::extent;

/// Where a date stands among others; smaller is earlier.
///
/// Dates are ordered by their earliest day, then by the time of day as clocks on the spot showed it (a whole
/// day before its hours), then by their latest day. An open start comes before every day; an unknown start
/// stands where the date ends, and a date with no known end at all comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    start: Edge,
    clock: Option<Clock>,
    end: Edge,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Before,
    Day(Day),
    After,
}

impl Date {
    /// Its place among other dates.
    pub fn order(&self) -> Order {
        Order::of(self)
    }
}

impl Order {
    fn of(date: &Date) -> Self {
        let end = match date.latest() {
            Bound::Day(day) => Edge::Day(day),
            Bound::Open | Bound::Unknown => Edge::After,
        };
        let start = match date.earliest() {
            Bound::Day(day) => Edge::Day(day),
            Bound::Open => Edge::Before,
            Bound::Unknown => end,
        };
        Self { start, clock: date.clocks().0, end }
    }
}

/// How long nothing happened between two dates: never zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// So many years, rounded down.
    Years(u64),
    /// So many months, rounded down.
    Months(u64),
    /// So many days.
    Days(u64),
}

impl Silence {
    /// The time from the end of one date to the start of another, in units no finer than what both dates
    /// name: days up to two months, months up to two years but for the year itself, years beyond.
    ///
    /// Years are counted as people count them, from 1961 to 1996 that is 35; but `None` where less than a whole one
    /// need lie between, as from 1961 to June 1962. `None`, too, where the dates touch or overlap, come in the other
    /// order, or have no known ends.
    pub fn between(from: &Date, to: &Date) -> Option<Self> {
        let (last, first) = gap(from, to)?;
        let years = first.year.saturating_sub(last.year).unsigned_abs();
        match coarser(extent::precisions(&from.meant).1, extent::precisions(&to.meant).0) {
            Precision::Year => Some(Self::Years(years)).filter(|_| whole_years(last, first) > 0),
            Precision::Month | Precision::Season => Some(in_months(months(last, first))),
            Precision::Day => {
                let months = months(last, first).saturating_sub(u64::from(first.day < last.day));
                let days = first.number().saturating_sub(last.number()).unsigned_abs();
                Some(if months < 2 { Self::Days(days) } else { in_months(months) })
            }
        }
        .filter(|silence| *silence != Self::Years(0) && *silence != Self::Months(0))
    }

    /// The whole years that lie between two dates at the least, wherever in them each happened: 11 from the 1940s to
    /// 1961. `None` where there is not one.
    pub fn at_least(from: &Date, to: &Date) -> Option<Self> {
        let (last, first) = gap(from, to)?;
        Some(whole_years(last, first)).filter(|years| *years > 0).map(Self::Years)
    }
}

/// The last day of one date and the first of a later one, where there are days between.
fn gap(from: &Date, to: &Date) -> Option<(Day, Day)> {
    let (Bound::Day(last), Bound::Day(first)) = (from.latest(), to.earliest()) else { return None };
    (first > last.next()?).then_some((last, first))
}

/// The whole years from the end of one day to the beginning of a later one.
fn whole_years(last: Day, first: Day) -> u64 {
    let Some(from) = last.next() else { return 0 };
    let years = first.year.saturating_sub(from.year).unsigned_abs();
    years.saturating_sub(u64::from((first.month, first.day) < (from.month, from.day)))
}

/// Months from the month of one day to that of a later one.
fn months(from: Day, to: Day) -> u64 {
    let years = to.year.saturating_sub(from.year).unsigned_abs();
    (years.saturating_mul(12) + u64::from(to.month)).saturating_sub(u64::from(from.month))
}

const fn in_months(months: u64) -> Silence {
    match months {
        // Nobody says twelve months who can say a year.
        12 => Silence::Years(1),
        ..24 => Silence::Months(months),
        _ => Silence::Years(months / 12),
    }
}

fn coarser(one: Precision, other: Precision) -> Precision {
    let rank = |precision| match precision {
        Precision::Year => 0,
        Precision::Season | Precision::Month => 1,
        Precision::Day => 2,
    };
    match Ord::cmp(&rank(one), &rank(other)) {
        Ordering::Greater => other,
        Ordering::Less | Ordering::Equal => one,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn dates_stand_in_the_order_of_time() {
        let texts = [
            "../1985",
            "Y-17000",
            "-0043",
            "194X",
            "1961",
            "/1961",
            "1985/1986",
            "1985/..",
            "2016-12-31",
            "2016-12-31T23:59:59Z",
            "2016-12-31T23:59:60Z",
            "2024-06",
            "2024-06-19",
            "2024-06-19T02:20",
            "2024-06-19T02:20+09:00",
            "2024-06-19T02:20+09:00/2024-06-19T12:00+09:00",
            "2024-06-19T12:00",
            "Y1E100",
        ];
        let mut sorted = texts;
        sorted.sort_by_key(|text| date(text).order());
        assert_eq!(sorted, texts);
    }

    #[test]
    fn silences_are_no_finer_than_the_dates() {
        for (from, to, silence) in [
            ("194X", "1961", Some(Silence::Years(12))),
            ("1961", "1996", Some(Silence::Years(35))),
            ("2000/2001", "2019-04", Some(Silence::Years(18))),
            ("2019-04", "2023-09", Some(Silence::Years(4))),
            ("2023-09", "2024-06", Some(Silence::Months(9))),
            ("2023-09-13", "2024-06-19", Some(Silence::Months(9))),
            ("2023-09-20", "2024-06-19", Some(Silence::Months(8))),
            ("2024-06-19", "2024-06-24", Some(Silence::Days(5))),
            ("2024-06-19T02:20", "2024-06-21", Some(Silence::Days(2))),
            ("2024-06-30", "2024-08-29", Some(Silence::Days(60))),
            ("2024-06-30", "2024-08-30", Some(Silence::Months(2))),
            ("2022-06-20", "2024-06-19", Some(Silence::Months(23))),
            ("2022-06-19", "2024-06-19", Some(Silence::Years(2))),
            ("2023-05", "2024-05", Some(Silence::Years(1))),
            ("2023-05-20", "2024-06-03", Some(Silence::Years(1))),
            ("2023-05", "2024-06", Some(Silence::Months(13))),
            ("2024-06-XX", "2024-09-01", Some(Silence::Months(3))),
            ("1961", "1962-06", None),
            ("1961", "1963", Some(Silence::Years(2))),
            ("-0043", "0014", Some(Silence::Years(57))),
            ("1960", "1961", None),
            ("1961", "1961-06", None),
            ("1996", "1961", None),
            ("2024-06-19", "2024-06-20", None),
            ("2024-06-19T02:20", "2024-06-19T12:00", None),
            ("1950/..", "1961", None),
            ("1950/", "1961", None),
            ("1950", "/1961", None),
        ] {
            assert_eq!(Silence::between(&date(from), &date(to)), silence, "{from} {to}");
        }
    }

    #[test]
    fn the_least_time_between_two_dates_is_true() {
        for (from, to, years) in [
            ("194X", "1961", Some(11)),
            ("1961", "199X", Some(28)),
            ("1961", "1996", Some(34)),
            ("194X", "1950-06", None),
            ("194X", "1951-06-15", Some(1)),
            ("1961-06-15", "1962-06-15", None),
            ("1961-06-15", "1962-06-16", Some(1)),
            ("-0043", "0014", Some(56)),
            ("1960", "1961", None),
            ("1950/..", "1961", None),
        ] {
            assert_eq!(Silence::at_least(&date(from), &date(to)), years.map(Silence::Years), "{from} {to}");
        }
    }

    #[test]
    fn the_longest_silence_is_counted() {
        let (from, to) = (date("Y-9223372036854775807"), date("Y9223372036854775807"));
        assert!(matches!(Silence::between(&from, &to), Some(Silence::Years(_))));
    }

    proptest! {
        #[test]
        fn the_order_is_total(texts in proptest::collection::vec("[-Y]?[0-9]{3}[0-9X](-[0-1][0-9])?(/(..)?)?", 3)) {
            let orders: Vec<_> =
                texts.iter().filter_map(|text| Date::parse(text).ok()).map(|date| date.order()).collect();
            for a in &orders {
                prop_assert_eq!(a.cmp(a), Ordering::Equal);
                for b in &orders {
                    prop_assert_eq!(a.cmp(b), b.cmp(a).reverse());
                }
            }
        }
    }
}
