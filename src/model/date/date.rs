//! A date, as it was written and as it is meant.

use super::day::{Bound, Clock};
use super::error::DateError;
use super::expression::Expression;
use super::extent::{self, Extent};
use super::shape::Shape;
use super::{plain, season};

/// A date: the text it was written as, and the time that text covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    written: String,
    pub(super) meant: Expression,
}

impl Date {
    /// Reads EDTF (ISO 8601-2, levels 0 to 2), an interval with times of day (ISO 8601-1), or one of the plain forms
    /// people write.
    ///
    /// # Errors
    ///
    /// A text that is no date, or that could be read as several.
    pub fn parse(written: &str) -> Result<Self, DateError> {
        Ok(Self { written: written.to_owned(), meant: plain::read(written)? })
    }

    /// The text it was written as.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The same date in the preferred form of EDTF; an interval with times of day, which EDTF leaves out, in that of
    /// ISO 8601-1.
    pub fn edtf(&self) -> String {
        self.meant.to_string()
    }

    /// The first day it may be.
    pub fn earliest(&self) -> Bound {
        extent::bounds(&self.meant).0
    }

    /// The last day it may be.
    pub fn latest(&self) -> Bound {
        extent::bounds(&self.meant).1
    }

    /// The days it covers for certain, and those it only may cover.
    pub fn extent(&self) -> Extent {
        extent::extent(&self.meant)
    }

    /// The first and last year it may cover, where both are known.
    pub fn years(&self) -> Option<(i64, i64)> {
        match (self.earliest(), self.latest()) {
            (Bound::Day(first), Bound::Day(last)) => Some((first.year, last.year)),
            _ => None,
        }
    }

    /// The times of day at which it begins and ends, where it says so; a moment has both, and they are the same.
    pub fn clocks(&self) -> (Option<Clock>, Option<Clock>) {
        self.meant.clocks()
    }

    /// Whether the source of some part of it is doubtful (`?` and `%` of EDTF).
    pub fn is_uncertain(&self) -> bool {
        self.meant.any_date(edtf_core::Date::is_uncertain)
    }

    /// Whether some part of it is an estimate (`~` and `%` of EDTF).
    pub fn is_approximate(&self) -> bool {
        self.meant.any_date(edtf_core::Date::is_approximate)
    }

    /// What people mean who write it as `1936-39`, which EDTF reads as a season or another part of the year: the
    /// years from the first to the last, as EDTF.
    pub fn as_years(&self) -> Option<String> {
        season::as_years(&self.written)
    }

    /// Its parts, for putting it into words.
    pub fn shape(&self) -> Shape {
        Shape::of(&self.meant)
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
