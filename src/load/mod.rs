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
mod disk;
mod draft;
mod finding;
mod guard;
mod input;
mod keys;
mod locate;
mod nearest;
mod node;
mod place;
mod problem;
mod reader;
pub mod report;
mod rules;
mod schema;
mod syntax;
#[cfg(test)]
mod tests;

pub use disk::Unreadable;
pub use draft::{Draft, Failure, Proof, read};
pub use input::{Input, ReadError};
pub(crate) use nearest::did_you_mean;
pub(crate) use problem::Kind;
pub use problem::{Excerpt, Problem};
pub use rules::{RULES, Rule, Severity, rule};
pub use schema::schema;
