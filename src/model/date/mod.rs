//! When something happened.
//!
//! A date is EDTF (ISO 8601-2), read by `edtf-core`, an interval of times (`expression`), or one of the plain forms
//! people write, which `plain` turns into the former first. What it means is asked of this module: its bounds, its
//! certain days (`extent`), its place among others and the silences between (`order`), its parts (`shape`). Words for
//! it are in `i18n`.

mod convert;
#[allow(clippy::module_inception, reason = "the folder holds what the date is made of")]
mod date;
mod day;
mod decade;
mod error;
mod expression;
mod extent;
mod order;
mod plain;
mod season;
mod shape;
#[cfg(test)]
mod table;

pub use date::{Date, Dating};
pub use day::{Bound, Clock, Day};
pub use decade::Decade;
pub use error::DateError;
pub use extent::Extent;
pub use order::{Order, Silence};
pub use shape::{End, Member, Month, Part, Point, Shape, Slot, Year};
#[cfg(test)]
pub(crate) use table::BAD as BAD_DATES;
