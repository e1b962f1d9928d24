//! What is wrong, as people and scripts see it: a leaf. It knows no YAML, no file and no rule.

mod allowance;
pub mod drawing;
mod finding;
mod fix;
mod localized;
mod problem;
mod rule;
mod spot;
mod stretch;
mod suggestion;

pub(super) use allowance::Allowance;
pub(super) use finding::{Finding, Findings};
pub use fix::{Applicability, Edit, Fix};
pub(super) use fix::{Change, Proposal};
pub use localized::Localized;
pub(crate) use localized::said;
pub(crate) use problem::Kind;
pub(super) use problem::safe;
pub use problem::{Excerpt, Problem};
pub use rule::{Rule, Severity};
pub(super) use spot::{Part, Path, Spot, Step, to};
pub use stretch::{Position, Stretch};
pub(super) use suggestion::nearest;
pub(crate) use suggestion::{did_you_mean, is_it};
