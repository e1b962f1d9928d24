//! What a date says, part by part, for whoever puts it into words.
//!
//! The parser's own types stay behind this one, so that it can be replaced.

use edtf_core::{Edtf, IntervalEndpoint, Qualifier, SetElement, SetKind, YearKind};

use super::convert::{clock, day};
use super::day::Clock;
use super::expression::{Expression, Side};

/// The parts of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One date.
    Point(Point),
    /// A time of one day.
    Moment(Point, Clock),
    /// From one date to another.
    Span(End, End),
    /// Every one of several dates, in the order written.
    All(Vec<Member>),
    /// One of several dates, nobody knows which, in the order written.
    OneOf(Vec<Member>),
}

/// One end of a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It lies here.
    At(Point),
    /// It lies at a time of one day.
    AtTime(Point, Clock),
    /// There is none.
    Open,
    /// There is one, and nobody knows where.
    Unknown,
    /// A start, here or earlier.
    OrBefore(Point),
    /// An end, here or later.
    OrAfter(Point),
}

/// One of several dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// This date.
    At(Point),
    /// This date or an earlier one.
    OrBefore(Point),
    /// This date or a later one.
    OrAfter(Point),
    /// Each date from one to another.
    Range(Point, Point),
}

/// A date, as precise as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The year.
    pub year: Part<Year>,
    /// The month, or the part of the year that stands in its place.
    pub month: Option<Part<Month>>,
    /// The day of the month.
    pub day: Option<Part<Slot>>,
}

/// A part of a date, and how far it can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T> {
    /// What it says.
    pub value: T,
    /// Its source is doubtful (`?` and `%` of EDTF).
    pub uncertain: bool,
    /// It is an estimate (`~` and `%` of EDTF).
    pub approximate: bool,
}

/// A year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Year {
    /// This one, astronomically counted.
    Known(i64),
    /// Four digits, the most significant first; `None` is an unspecified one.
    Masked([Option<u8>; 4]),
    /// An estimate of which only the first digits count.
    Rough {
        /// The estimate.
        year: i64,
        /// The first year it may be, where an `i64` holds it.
        first: Option<i64>,
        /// The last year it may be, where an `i64` holds it.
        last: Option<i64>,
    },
    /// A year beyond an `i64`, as EDTF writes it.
    Huge(String),
}

/// What stands in the place of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// A month of the calendar.
    Calendar(Slot),
    /// A season or another part of the year: its code, 21 to 41 (ISO 8601-2, sub-year groupings).
    Season(u8),
}

/// Two digits for a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// This number.
    Known(u8),
    /// Tens and ones; `None` is an unspecified digit.
    Masked([Option<u8>; 2]),
}

impl Shape {
    pub(super) fn of(meant: &Expression) -> Self {
        let edtf = match meant {
            Expression::Edtf(edtf) => edtf,
            Expression::Times(start, end) => return Self::Span(side(start), side(end)),
        };
        match edtf {
            Edtf::Date(date) => Self::Point(point(date)),
            Edtf::DateTime(moment) => Self::Moment(point(&moment.date), clock(moment)),
            Edtf::Interval(interval) => Self::Span(end(&interval.start), end(&interval.end)),
            Edtf::Set(set) => {
                let members = set.elements.iter().map(member).collect();
                match set.kind {
                    SetKind::AllMembers => Self::All(members),
                    SetKind::OneMember => Self::OneOf(members),
                }
            }
        }
    }
}

fn side(side: &Side) -> End {
    match side {
        Side::Time(moment) => End::AtTime(point(&moment.date), clock(moment)),
        Side::Days(days) => end(days),
    }
}

fn end(endpoint: &IntervalEndpoint) -> End {
    match endpoint {
        IntervalEndpoint::Date(date) => End::At(point(date)),
        IntervalEndpoint::Open => End::Open,
        IntervalEndpoint::Unknown => End::Unknown,
        IntervalEndpoint::OnOrBefore(date) => End::OrBefore(point(date)),
        IntervalEndpoint::OnOrAfter(date) => End::OrAfter(point(date)),
    }
}

fn member(element: &SetElement) -> Member {
    match element {
        SetElement::Date(date) => Member::At(point(date)),
        SetElement::OnOrBefore(date) => Member::OrBefore(point(date)),
        SetElement::OnOrAfter(date) => Member::OrAfter(point(date)),
        SetElement::Range(first, last) => Member::Range(point(first), point(last)),
    }
}

fn point(date: &edtf_core::Date) -> Point {
    Point {
        year: part(year(date), date.year.qualifier),
        month: date.month.map(|month| {
            let value = match slot(month.digits) {
                Slot::Known(code @ 21..) => Month::Season(code),
                slot => Month::Calendar(slot),
            };
            part(value, month.qualifier)
        }),
        day: date.day.map(|day| part(slot(day.digits), day.qualifier)),
    }
}

fn part<T>(value: T, qualifier: Qualifier) -> Part<T> {
    Part { value, uncertain: qualifier.uncertain, approximate: qualifier.approximate }
}

const fn slot(digits: [Option<u8>; 2]) -> Slot {
    match digits {
        [Some(tens), Some(ones)] => Slot::Known(tens * 10 + ones),
        _ => Slot::Masked(digits),
    }
}

fn year(date: &edtf_core::Date) -> Year {
    match (date.year.value(), date.year.kind) {
        (Some(year), _) if date.year.significant_digits.is_some() => {
            let bounds = Edtf::Date(*date).bounds();
            let of = |bound| day(bound).map(|day| day.year);
            Year::Rough { year, first: of(bounds.earliest), last: of(bounds.latest) }
        }
        (Some(year), _) => Year::Known(year),
        (None, YearKind::Standard { digits, .. }) => Year::Masked(digits),
        (None, _) => {
            let year = edtf_core::Year { qualifier: Qualifier::default(), ..date.year };
            Year::Huge(edtf_core::Date { year, month: None, day: None }.to_string())
        }
    }
}
