//! What is wrong, as people and scripts see it: a leaf. It knows no YAML, no file and no rule.

pub mod drawing;
mod finding;
mod problem;
mod rule;
mod suggestion;

pub(super) use finding::{Finding, Findings, Part, Path, Spot, Step, to};
pub(crate) use problem::Kind;
pub(super) use problem::safe;
pub use problem::{Excerpt, Problem};
pub use rule::{Rule, Severity};
pub(crate) use suggestion::did_you_mean;
pub(super) use suggestion::nearest;
