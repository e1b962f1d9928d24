//! When something happened.
//!
//! A date is EDTF (ISO 8601-2), read by `edtf-core`, or one of the plain forms people write, which `plain`
//! turns into EDTF first. What it means is asked of this module: its bounds, its certain days (`extent`), its
//! place among others and the silences between (`order`), its parts (`shape`). Words for it are in `i18n`.

mod day;
mod decade;
mod extent;
mod order;
mod plain;
mod shape;
#[cfg(test)]
mod table;

use edtf_core::Edtf;

pub use day::{Clock, Day};
pub use decade::Decade;
pub use extent::Extent;
pub use order::{Order, Silence};
pub use shape::{End, Member, Month, Part, Point, Shape, Slot, Year};

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

/// A date: the text it was written as, and the time that text covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    written: String,
    edtf: Edtf,
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
        Ok(Self { written: written.to_owned(), edtf: plain::read(written)? })
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
        extent::bounds(&self.edtf).0
    }

    /// The last day it may be.
    pub fn latest(&self) -> Bound {
        extent::bounds(&self.edtf).1
    }

    /// The days it covers for certain, and those it only may cover.
    pub fn extent(&self) -> Extent {
        extent::extent(&self.edtf)
    }

    /// The first and last year it may cover, where both are known.
    pub fn years(&self) -> Option<(i64, i64)> {
        match extent::bounds(&self.edtf) {
            (Bound::Day(first), Bound::Day(last)) => Some((first.year, last.year)),
            _ => None,
        }
    }

    /// The time of day, where the date has one.
    pub fn clock(&self) -> Option<Clock> {
        match &self.edtf {
            Edtf::DateTime(moment) => Some(shape::clock(moment)),
            Edtf::Date(_) | Edtf::Interval(_) | Edtf::Set(_) => None,
        }
    }

    /// Whether the source of some part of it is doubtful (`?` and `%` of EDTF).
    pub fn is_uncertain(&self) -> bool {
        self.edtf.is_uncertain()
    }

    /// Whether some part of it is an estimate (`~` and `%` of EDTF).
    pub fn is_approximate(&self) -> bool {
        self.edtf.is_approximate()
    }

    /// Its parts, for putting it into words.
    pub fn shape(&self) -> Shape {
        Shape::of(&self.edtf)
    }

    /// Its place among other dates.
    pub fn order(&self) -> Order {
        Order::of(self)
    }

    fn precisions(&self) -> (edtf_core::Precision, edtf_core::Precision) {
        extent::precisions(&self.edtf)
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
