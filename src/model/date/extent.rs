//! Which days a date covers for certain, and which it only may cover.

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, Precision, SetElement, SetKind};

use super::{Bound, Day};

/// The days of a date, for drawing it on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// First and last day it may cover.
    pub possible: (Bound, Bound),
    /// First and last day of the stretch it covers for certain.
    ///
    /// A date is certain over all its days when it is fully specified and not qualified: `1961` is all of
    /// 1961. Unspecified digits, `?`, `~`, `%`, open and unknown ends make their days possible only.
    pub certain: Option<(Day, Day)>,
}

type Stretch = (Day, Day);

pub(super) fn bounds(edtf: &Edtf) -> (Bound, Bound) {
    let bounds = edtf.bounds();
    (bound(bounds.earliest), bound(bounds.latest))
}

fn bound(bound: edtf_core::Bound) -> Bound {
    match bound {
        edtf_core::Bound::Date(date) => Bound::Day(Day { year: date.year, month: date.month, day: date.day }),
        edtf_core::Bound::NegativeInfinity | edtf_core::Bound::PositiveInfinity => Bound::Open,
        edtf_core::Bound::Unknown => Bound::Unknown,
    }
}

pub(super) fn extent(edtf: &Edtf) -> Extent {
    let possible = bounds(edtf);
    let certain = match edtf {
        Edtf::Date(date) => certain(date),
        Edtf::DateTime(moment) => certain(&moment.date),
        Edtf::Interval(interval) => within(span(interval), possible),
        Edtf::Set(set) => match set.kind {
            SetKind::AllMembers => joined(&set.elements),
            SetKind::OneMember => None,
        },
    };
    Extent { possible, certain }
}

/// All the days a date may be.
fn stretch(date: &Date) -> Option<Stretch> {
    match bounds(&Edtf::Date(*date)) {
        (Bound::Day(first), Bound::Day(last)) => Some((first, last)),
        _ => None,
    }
}

fn certain(date: &Date) -> Option<Stretch> {
    let vague = date.is_uncertain()
        || date.is_approximate()
        || date.has_unspecified()
        || date.year.significant_digits.is_some();
    if vague { None } else { stretch(date) }
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

/// The stretch that the members of a set make together, where each is certain and none leaves a gap.
fn joined(elements: &[SetElement]) -> Option<Stretch> {
    let mut stretches = elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) => certain(date),
            // The members of a range are as precise as its ends, so they leave no gap.
            SetElement::Range(from, to) => Some((certain(from)?.0, certain(to)?.1)),
            SetElement::OnOrBefore(_) | SetElement::OnOrAfter(_) => None,
        })
        .collect::<Option<Vec<_>>>()?;
    stretches.sort_unstable();
    stretches.into_iter().map(Some).reduce(|whole, next| {
        let ((first, last), (from, to)) = (whole?, next?);
        (Some(from) <= last.next()).then_some((first, last.max(to)))
    })?
}

/// The finest part that the two ends of a date name: its start, then its end.
pub(super) fn precisions(edtf: &Edtf) -> (Precision, Precision) {
    let of = |endpoint: &IntervalEndpoint| match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => precision(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Precision::Year,
    };
    match edtf {
        Edtf::Date(date) => (precision(date), precision(date)),
        Edtf::DateTime(_) => (Precision::Day, Precision::Day),
        Edtf::Interval(interval) => (of(&interval.start), of(&interval.end)),
        Edtf::Set(_) => (Precision::Year, Precision::Year),
    }
}

fn precision(date: &Date) -> Precision {
    let known = |part: Option<edtf_core::DateField>| part.is_some_and(|part| part.value().is_some());
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

    fn certain_of(text: &str) -> Option<String> {
        let edtf = Edtf::parse(text).unwrap();
        extent(&edtf).certain.map(|(first, last)| format!("{first}…{last}"))
    }

    #[test]
    fn certain_days_are_those_that_nothing_puts_in_doubt() {
        for (text, days) in [
            ("1961", "1961-01-01…1961-12-31"),
            ("2024-06", "2024-06-01…2024-06-30"),
            ("2024-06-19T02:20:00+09:00", "2024-06-19…2024-06-19"),
            ("1951-21", "1951-03-01…1951-05-31"),
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
            ("../1985", "1985-01-01…1985-12-31"),
            ("..1985/2000", "1986-01-01…2000-12-31"),
            ("{1960,1961}", "1960-01-01…1961-12-31"),
            ("{1667..1670}", "1667-01-01…1670-12-31"),
            ("{1961,1960}", "1960-01-01…1961-12-31"),
        ] {
            assert_eq!(certain_of(text).as_deref(), Some(days), "{text}");
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
            "Y1E100",
            "1950~/..",
            "/1950?",
            "1950~/1950~",
            "[1960,1961]",
            "{1960,1962}",
            "{1960..}",
            "{1960,1961?}",
        ] {
            assert_eq!(certain_of(text), None, "{text}");
        }
    }
}
