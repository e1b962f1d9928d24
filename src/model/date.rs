//! When something happened.

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
        let year = i128::from(self.year) - i128::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i128::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i128::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        i64::try_from(days).unwrap_or(if days < 0 { i64::MIN } else { i64::MAX })
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

/// The days of a date, for drawing it on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// First and last day it may cover.
    pub possible: (Bound, Bound),
    /// First and last day of the stretch it covers for certain.
    pub certain: Option<(Day, Day)>,
}

/// One end of the time a date covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// This day is part of it.
    Day(Day),
    /// It has no end on this side.
    Open,
    /// It has an end, and nobody knows which.
    Unknown,
}

/// A time of day.
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

/// A date: the text it was written as, and the time that text covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    written: String,
    edtf: edtf_core::Edtf,
}

/// Why a text is no date, and what it might have meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DateError {
    /// What is wrong, in English, without a full stop.
    pub message: String,
    /// Where in the text, in Unicode scalars from 0.
    pub offset: usize,
    /// The dates it may have meant, each as the text to write instead.
    pub readings: Vec<String>,
}

impl Date {
    /// Reads EDTF (ISO 8601-2, levels 0 to 2) or one of the plain forms people write.
    ///
    /// # Errors
    ///
    /// A text that is no date, or that could be read as several.
    pub fn parse(written: &str) -> Result<Self, DateError> {
        let edtf = edtf_core::Edtf::parse(written.trim()).map_err(|error| DateError {
            message: error.message.to_owned(),
            offset: error.offset,
            readings: Vec::new(),
        })?;
        Ok(Self { written: written.to_owned(), edtf })
    }

    /// The text it was written as.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The same date in the preferred form of EDTF.
    pub fn edtf(&self) -> String {
        self.edtf.to_string()
    }

    /// The first day it may be.
    pub fn earliest(&self) -> Bound {
        bound(self.edtf.bounds().earliest)
    }

    /// Days.
    pub fn extent(&self) -> Extent {
        let possible = (self.earliest(), self.latest());
        match possible {
            (Bound::Day(a), Bound::Day(b)) if !self.edtf.has_unspecified() => {
                Extent { possible, certain: Some((a, b)) }
            }
            _ => Extent { possible, certain: None },
        }
    }

    /// The last day it may be.
    pub fn latest(&self) -> Bound {
        bound(self.edtf.bounds().latest)
    }
}

fn bound(bound: edtf_core::Bound) -> Bound {
    match bound {
        edtf_core::Bound::Date(date) => Bound::Day(Day { year: date.year, month: date.month, day: date.day }),
        edtf_core::Bound::NegativeInfinity | edtf_core::Bound::PositiveInfinity => Bound::Open,
        edtf_core::Bound::Unknown => Bound::Unknown,
    }
}

/// A date that could be read, or the text of one that could not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dating {
    /// It is a date.
    Dated(Date),
    /// It is not; the text is kept, for nothing that was written is lost.
    Undated {
        /// The text as written; empty where there was none.
        written: String,
    },
}

impl Dating {
    /// The date, where there is one.
    pub fn date(&self) -> Option<&Date> {
        match self {
            Self::Dated(date) => Some(date),
            Self::Undated { .. } => None,
        }
    }

    /// The text it was written as.
    pub fn written(&self) -> &str {
        match self {
            Self::Dated(date) => date.written(),
            Self::Undated { written } => written,
        }
    }
}
