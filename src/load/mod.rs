//! YAML and articles to a model, with every problem found, never only the first.
//!
//! [`read`] makes a [`Draft`]: whatever could be read, at the cost of reading it. [`Draft::prove`] makes a
//! [`Proof`] of it: the anchors of its quotes, and its problems with the lines they stand on. The two are apart
//! because the screen needs the first at once and can wait for the second.
//!
//! ```text
//! text ─guard▶ text ─syntax▶ Node ─reader▶ Timeline + findings ─articles▶ Draft
//!                                                                           │
//!           Proof ◀─locate─ findings with ways to their values ◀─rules──────┘
//! ```

mod articles;
mod builtin;
pub mod diagnostics;
mod disk;
mod draft;
mod guard;
mod input;
mod keys;
mod locate;
mod node;
mod place;
mod reader;
mod rules;
mod schema;
mod syntax;
#[cfg(test)]
mod tests;

pub(crate) use diagnostics::Kind;
pub(crate) use diagnostics::did_you_mean;
pub use diagnostics::drawing as report;
pub use diagnostics::{Excerpt, Problem, Rule, Severity};
pub use disk::Unreadable;
pub(crate) use disk::open;
pub use draft::{Draft, Failure, Proof, read};
pub use input::{Input, ReadError};
pub use rules::{rule, rules};
pub use schema::schema;
