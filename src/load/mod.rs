//! YAML and articles to a model, with every problem found, never only the first.
//!
//! [`read`] makes a [`Draft`]: whatever could be read, at the cost of reading it. [`Draft::prove`] makes a
//! [`Proof`] of it: the anchors of its quotes, and its problems with the lines they stand on. The two are apart
//! because the screen needs the first at once and can wait for the second.
//!
//! ```text
//! text ─limits▶ text ─syntax▶ Node ─reader▶ Timeline + findings ─articles▶ Draft
//!                                                                           │
//!           Proof ◀─locate─ findings with ways to their values ◀─rules──────┘
//! ```

pub mod diagnostics;
mod document;
mod files;
mod permit;
mod reader;
mod rules;
mod schema;
#[cfg(test)]
mod tests;
mod yaml;

pub(crate) use diagnostics::Kind;
pub use diagnostics::drawing as report;
pub use diagnostics::{
    Applicability, Edit, Excerpt, Fix, Localized, Position, Problem, Rule, Severity, Stretch,
};
pub(crate) use diagnostics::{did_you_mean, is_it, said};
pub(crate) use document::read_as;
pub use document::{Draft, Failure, Proof, read};
pub(crate) use files::builtin::files as builtin_files;
pub(crate) use files::open;
pub use files::{Input, ReadError, Unreadable};
pub use rules::{rule, rules};
pub use schema::schema;
