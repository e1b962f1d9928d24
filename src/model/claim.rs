//! Statements inside an event that sources carry or dispute.

use std::ops::Range;

use super::{QuoteIndex, Text};

/// A statement inside an event, with the quotes that support, dispute or nuance it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The statement.
    pub says: Text,
    /// Its quotes, as positions in [`Timeline::quotes`](super::Timeline::quotes).
    pub quotes: Range<QuoteIndex>,
}
