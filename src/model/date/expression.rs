//! What a date is read as: EDTF, or an interval with times of day.

use std::fmt;

use edtf_core::{DateTime, Edtf, Interval, IntervalEndpoint, ParseError, SetElement};

use super::convert::{clock, day};
use super::day::{Clock, Day};
use super::error::ENDS_BEFORE_START;

/// EDTF, or an interval with times of day. ISO 8601-1 has these; EDTF leaves them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    Edtf(Edtf),
    Times(Side, Side),
}

/// One end of an interval with times of day, which only one of them needs to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Time(DateTime),
    Days(IntervalEndpoint),
}

impl Expression {
    pub(super) fn parse(text: &str) -> Result<Self, ParseError> {
        let refusal = match Edtf::parse(text) {
            Ok(edtf) => return Ok(Self::Edtf(edtf)),
            Err(refusal) => refusal,
        };
        let sides = text.split_once('/').and_then(|(start, end)| Some((side(start)?, side(end)?)));
        match sides {
            Some((start @ Side::Time(_), end) | (start, end @ Side::Time(_))) => {
                if start.is_behind(&end) {
                    return Err(ParseError { message: ENDS_BEFORE_START, offset: 0 });
                }
                Ok(Self::Times(start, end))
            }
            _ => Err(refusal),
        }
    }

    pub(super) fn clocks(&self) -> (Option<Clock>, Option<Clock>) {
        match self {
            Self::Edtf(Edtf::DateTime(moment)) => (Some(clock(moment)), Some(clock(moment))),
            Self::Edtf(_) => (None, None),
            Self::Times(start, end) => (start.clock(), end.clock()),
        }
    }

    /// Whether `is` holds for any of the dates it names.
    pub(super) fn any_date(&self, is: impl Fn(&edtf_core::Date) -> bool) -> bool {
        let of_end = |end: &IntervalEndpoint| match end {
            IntervalEndpoint::Date(date)
            | IntervalEndpoint::OnOrBefore(date)
            | IntervalEndpoint::OnOrAfter(date) => is(date),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => false,
        };
        match self {
            Self::Edtf(Edtf::Date(date)) => is(date),
            Self::Edtf(Edtf::DateTime(moment)) => is(&moment.date),
            Self::Edtf(Edtf::Interval(Interval { start, end })) => of_end(start) || of_end(end),
            Self::Edtf(Edtf::Set(set)) => set.elements.iter().any(|element| match element {
                SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                    is(date)
                }
                SetElement::Range(first, last) => is(first) || is(last),
            }),
            Self::Times(start, end) => of_end(&start.days()) || of_end(&end.days()),
        }
    }
}

fn side(text: &str) -> Option<Side> {
    match text {
        "" => return Some(Side::Days(IntervalEndpoint::Unknown)),
        ".." => return Some(Side::Days(IntervalEndpoint::Open)),
        _ => {}
    }
    match Edtf::parse(text).ok()? {
        Edtf::Date(date) => Some(Side::Days(IntervalEndpoint::Date(date))),
        Edtf::DateTime(moment) => Some(Side::Time(moment)),
        Edtf::Interval(_) | Edtf::Set(_) => None,
    }
}

impl Side {
    /// The day or days it lies in.
    pub(super) const fn days(&self) -> IntervalEndpoint {
        match self {
            Self::Time(moment) => IntervalEndpoint::Date(moment.date),
            Self::Days(days) => *days,
        }
    }

    pub(super) fn clock(&self) -> Option<Clock> {
        match self {
            Self::Time(moment) => Some(clock(moment)),
            Self::Days(_) => None,
        }
    }

    /// Whether it lies behind `end` however their days are read.
    fn is_behind(&self, end: &Self) -> bool {
        let bounds = |side: &Self| match side.days() {
            IntervalEndpoint::Date(date) => {
                let bounds = Edtf::Date(date).bounds();
                day(bounds.earliest).zip(day(bounds.latest))
            }
            _ => None,
        };
        let (Some((start, _)), Some((_, last))) = (bounds(self), bounds(end)) else { return false };
        match (self.clock(), end.clock()) {
            (Some(from), Some(to)) => {
                // Where only one of them names its shift from UTC, both have it.
                let shift = |clock: Clock, other: Clock| clock.shift.or(other.shift).unwrap_or_default();
                instant(start, from, shift(from, to)) > instant(last, to, shift(to, from))
            }
            _ => start > last,
        }
    }
}

/// Seconds since 1970 in UTC.
fn instant(day: Day, clock: Clock, shift: i16) -> i128 {
    let minutes = i128::from(clock.hour) * 60 + i128::from(clock.minute) - i128::from(shift);
    i128::from(day.number()) * 86_400 + minutes * 60 + i128::from(clock.second)
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edtf(edtf) => edtf.fmt(f),
            Self::Times(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(moment) => Edtf::DateTime(*moment).fmt(f),
            Self::Days(IntervalEndpoint::Date(date)) => Edtf::Date(*date).fmt(f),
            Self::Days(IntervalEndpoint::Open) => f.write_str(".."),
            Self::Days(_) => Ok(()),
        }
    }
}
