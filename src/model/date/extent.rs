//! Which days a date covers for certain, and which it only may cover.

use edtf_core::{Date, DateField, Edtf, Interval, IntervalEndpoint, Precision, SetElement, YearKind};

use super::convert::day;
use super::day::{Bound, Day};
use super::expression::Expression;

/// The days of a date, for drawing it on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// First and last day it may cover. A year of which not even the first digit is known is not known at all.
    pub possible: (Bound, Bound),
    /// First and last day of the stretch over which it went on for certain.
    ///
    /// Only what goes from one date to another goes on: in `2000/2001` it does on all the days of both years, and in
    /// `1950/1953~` up to the end of 1952. `1961` is one day or many, and nobody says which. Unspecified digits, `?`,
    /// `~`, `%`, open and unknown ends make their days possible only.
    pub certain: Option<(Day, Day)>,
    /// From the first day of the dates it names to the last, whatever is open or unknown beyond.
    pub named: Option<(Day, Day)>,
    /// Whether a digit is unspecified, or some part uncertain or approximate.
    pub is_doubtful: bool,
}

type Stretch = (Day, Day);

pub(super) fn bounds(meant: &Expression) -> (Bound, Bound) {
    match meant {
        Expression::Edtf(edtf) => bounds_of(edtf),
        Expression::Times(start, end) => {
            bounds_of(&Edtf::Interval(Interval { start: start.days(), end: end.days() }))
        }
    }
}

fn bounds_of(edtf: &Edtf) -> (Bound, Bound) {
    let bounds = edtf.bounds();
    (bound(bounds.earliest), bound(bounds.latest))
}

fn bound(bound: edtf_core::Bound) -> Bound {
    match bound {
        edtf_core::Bound::Date(_) => day(bound).map_or(Bound::Unknown, Bound::Day),
        edtf_core::Bound::NegativeInfinity | edtf_core::Bound::PositiveInfinity => Bound::Open,
        edtf_core::Bound::Unknown => Bound::Unknown,
    }
}

pub(super) fn extent(meant: &Expression) -> Extent {
    let is_doubtful = meant.any_date(is_vague);
    match meant {
        Expression::Edtf(Edtf::Date(date)) => {
            let named = stretch(date);
            let possible = named.map_or((Bound::Unknown, Bound::Unknown), of_days);
            Extent { possible, certain: None, named, is_doubtful }
        }
        Expression::Edtf(Edtf::DateTime(moment)) => {
            let named = stretch(&moment.date);
            Extent { possible: bounds(meant), certain: None, named, is_doubtful }
        }
        Expression::Edtf(Edtf::Interval(interval)) => of_interval(interval, is_doubtful),
        Expression::Edtf(Edtf::Set(set)) => {
            let ends = set.elements.iter().flat_map(|element| match element {
                SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                    [stretch(date), None]
                }
                SetElement::Range(from, to) => [stretch(from), stretch(to)],
            });
            Extent { possible: bounds(meant), certain: None, named: around(ends.flatten()), is_doubtful }
        }
        Expression::Times(start, end) => {
            of_interval(&Interval { start: start.days(), end: end.days() }, is_doubtful)
        }
    }
}

fn of_interval(interval: &Interval, is_doubtful: bool) -> Extent {
    let (mut start, mut end) = bounds_of(&Edtf::Interval(*interval));
    for (bound, side) in [(&mut start, &interval.start), (&mut end, &interval.end)] {
        if matches!(side, IntervalEndpoint::Date(date) if !is_placed(date)) {
            *bound = Bound::Unknown;
        }
    }
    let possible = (start, end);
    let named = [&interval.start, &interval.end].into_iter().filter_map(date_of).filter_map(stretch);
    Extent { possible, certain: within(span(interval), possible), named: around(named), is_doubtful }
}

const fn of_days((first, last): Stretch) -> (Bound, Bound) {
    (Bound::Day(first), Bound::Day(last))
}

const fn date_of(end: &IntervalEndpoint) -> Option<&Date> {
    match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn around(stretches: impl Iterator<Item = Stretch>) -> Option<Stretch> {
    stretches.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
}

/// Whether anybody knows where in time it lies: `XXXX` may be any of ten thousand years.
const fn is_placed(date: &Date) -> bool {
    !matches!(date.year.kind, YearKind::Standard { digits: [None, ..], .. })
}

/// All the days a date may be, where it has a place in time.
fn stretch(date: &Date) -> Option<Stretch> {
    match bounds_of(&Edtf::Date(*date)) {
        (Bound::Day(first), Bound::Day(last)) if is_placed(date) => Some((first, last)),
        _ => None,
    }
}

fn is_vague(date: &Date) -> bool {
    date.is_uncertain()
        || date.is_approximate()
        || date.has_unspecified()
        || date.year.significant_digits.is_some()
}

fn certain(date: &Date) -> Option<Stretch> {
    if is_vague(date) { None } else { stretch(date) }
}

/// The days on which a span has begun and not ended, wherever between their bounds its ends lie.
fn span(interval: &Interval) -> Option<Stretch> {
    let (start_certain, begun) = match &interval.start {
        IntervalEndpoint::Date(date) => (certain(date), after(date)),
        IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => (None, after(date)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => (None, None),
    };
    let (end_certain, lasting) = match &interval.end {
        IntervalEndpoint::Date(date) => (certain(date), before(date)),
        IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => (None, before(date)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => (None, None),
    };
    // A certain end is part of the span with all its days, even where the other end is not known.
    let first = start_certain.or(end_certain.filter(|_| begun.is_none())).map(|days| days.0).or(begun)?;
    let last = end_certain.or(start_certain.filter(|_| lasting.is_none())).map(|days| days.1).or(lasting)?;
    if first <= last { Some((first, last)) } else { start_certain.or(end_certain) }
}

fn after(date: &Date) -> Option<Day> {
    stretch(date).and_then(|(_, last)| last.next())
}

fn before(date: &Date) -> Option<Day> {
    stretch(date).and_then(|(first, _)| first.previous())
}

/// What of a stretch lies between two bounds.
fn within(stretch: Option<Stretch>, (earliest, latest): (Bound, Bound)) -> Option<Stretch> {
    let (mut first, mut last) = stretch?;
    if let Bound::Day(day) = earliest {
        first = first.max(day);
    }
    if let Bound::Day(day) = latest {
        last = last.min(day);
    }
    (first <= last).then_some((first, last))
}

/// The finest part that the two ends of a date name: its start, then its end.
pub(super) fn precisions(meant: &Expression) -> (Precision, Precision) {
    let of = |end: &IntervalEndpoint| date_of(end).map_or(Precision::Year, precision);
    match meant {
        Expression::Edtf(Edtf::Date(date)) => (precision(date), precision(date)),
        Expression::Edtf(Edtf::DateTime(_)) => (Precision::Day, Precision::Day),
        Expression::Edtf(Edtf::Interval(interval)) => (of(&interval.start), of(&interval.end)),
        Expression::Edtf(Edtf::Set(_)) => (Precision::Year, Precision::Year),
        Expression::Times(start, end) => (of(&start.days()), of(&end.days())),
    }
}

fn precision(date: &Date) -> Precision {
    let known = |part: Option<DateField>| part.is_some_and(|part| part.value().is_some());
    match (known(date.month), known(date.day)) {
        _ if date.year.has_unspecified() => Precision::Year,
        (true, true) => Precision::Day,
        (true, false) => Precision::Month,
        (false, _) => Precision::Year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent_of(text: &str) -> Extent {
        extent(&Expression::parse(text).unwrap())
    }

    fn said((first, last): Stretch) -> String {
        format!("{first}…{last}")
    }

    #[test]
    fn a_span_goes_on_for_certain_where_nothing_puts_it_in_doubt() {
        for (text, days) in [
            ("2000/2001", "2000-01-01…2001-12-31"),
            ("1950/1953~", "1950-01-01…1952-12-31"),
            ("1950~/1953", "1951-01-01…1953-12-31"),
            ("1950?/1953?", "1951-01-01…1952-12-31"),
            ("194X/1953", "1950-01-01…1953-12-31"),
            ("1950/1950~", "1950-01-01…1950-12-31"),
            ("2000/2000-06", "2000-01-01…2000-06-30"),
            ("2000/2000-06~", "2000-01-01…2000-05-31"),
            ("1950/..", "1950-01-01…1950-12-31"),
            ("1950/", "1950-01-01…1950-12-31"),
            ("1950/XXXX", "1950-01-01…1950-12-31"),
            ("../1985", "1985-01-01…1985-12-31"),
            ("..1985/2000", "1986-01-01…2000-12-31"),
            ("2023-08-17T08:01:00Z/2023-08-18T08:04:00Z", "2023-08-17…2023-08-18"),
        ] {
            assert_eq!(extent_of(text).certain.map(said).as_deref(), Some(days), "{text}");
        }
    }

    #[test]
    fn one_date_says_when_and_not_how_long() {
        for text in ["1961", "2024-06", "2024-06-19T02:20:00+09:00", "1951-21", "{1960,1961}", "{1667..1670}"]
        {
            let extent = extent_of(text);
            assert_eq!((extent.certain, extent.is_doubtful), (None, false), "{text}");
        }
    }

    #[test]
    fn nothing_is_certain_about_a_doubtful_date() {
        for text in [
            "194X",
            "1945?",
            "1945~",
            "1945%",
            "2004-06-XX",
            "2004-XX",
            "1950S2",
            "1950~/..",
            "/1950?",
            "1950~/1950~",
            "{1960,1961?}",
        ] {
            let extent = extent_of(text);
            assert_eq!((extent.certain, extent.is_doubtful), (None, true), "{text}");
        }
    }

    #[test]
    fn the_days_of_what_is_named_are_known_whatever_is_open() {
        for (text, days) in [
            ("1961", Some("1961-01-01…1961-12-31")),
            ("1961/..", Some("1961-01-01…1961-12-31")),
            ("1961~/", Some("1961-01-01…1961-12-31")),
            ("../1961-05", Some("1961-05-01…1961-05-31")),
            ("[..1984]", Some("1984-01-01…1984-12-31")),
            ("{1667,1670..1672}", Some("1667-01-01…1672-12-31")),
            ("1950/XXXX", Some("1950-01-01…1950-12-31")),
            ("1XXX", Some("1000-01-01…1999-12-31")),
            ("XXXX", None),
            ("XXXX-12-25", None),
            ("Y1E100", None),
        ] {
            assert_eq!(extent_of(text).named.map(said).as_deref(), days, "{text}");
        }
        assert_eq!(extent_of("XXXX").possible, (Bound::Unknown, Bound::Unknown));
        assert!(matches!(extent_of("1950/XXXX").possible, (Bound::Day(_), Bound::Unknown)));
    }
}
