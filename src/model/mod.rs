//! What a timeline is: events in time, the sources they come from, the quotes that carry them.
//!
//! Everything here is plain data. Nothing reads a file, asks a clock or knows a screen; how the data is
//! read is `load`, whether a quote stands in its article is `evidence`.

mod claim;
mod date;
mod event;
mod index;
mod outline;
mod place;
mod position;
mod quote;
mod source;
mod text;
mod timeline;

pub use claim::Claim;
#[cfg(test)]
pub(crate) use date::BAD_DATES;
pub use date::{
    Bound, Clock, Date, DateError, Dating, Day, Decade, End, Extent, Member, Month, Order, Part, Point,
    Shape, Silence, Slot, Year,
};
pub use event::Event;
pub use index::Index;
pub use outline::{Depth, Outline};
pub use place::Place;
pub use position::{EventIndex, PlaceIndex, QuoteIndex, SourceIndex};
pub use quote::{Quote, Stance};
pub use source::{Sheet, Source};
pub use text::{LanguageTag, Text};
pub use timeline::Timeline;
