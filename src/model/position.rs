//! Positions in the lists of a timeline.

/// A position in [`Timeline::events`](super::Timeline::events).
pub type EventIndex = usize;
/// A position in [`Timeline::quotes`](super::Timeline::quotes).
pub type QuoteIndex = usize;
/// A position in [`Timeline::sources`](super::Timeline::sources).
pub type SourceIndex = usize;
/// A position in [`Timeline::places`](super::Timeline::places).
pub type PlaceIndex = usize;
