//! Warnings that a timeline lets stand.

use super::spot::Path;

/// A warning that may stand in a part of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct Allowance {
    /// The code of the rule that may be broken.
    pub(in crate::load) code: &'static str,
    /// The way to the part: the whole timeline, a source or an event.
    pub(in crate::load) scope: Path,
    /// The way to the allowance itself.
    pub(in crate::load) path: Path,
}
