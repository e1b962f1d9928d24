//! Everything a timeline can get wrong.
//!
//! Each rule stands beside the function that checks it. A rule that is found on the way, while the YAML is read,
//! has no check; the others look at the finished model.

mod articles;
pub(super) mod briefings;
mod facts;
mod languages;
pub(super) mod lookalike;
mod marks;
pub(super) mod paths;
mod quotes;
pub(super) mod reading;
mod references;
mod table;
mod time;
pub(super) mod values;
mod years;

pub(super) use articles::{ARTICLE_MISSING, ARTICLE_NOT_UTF8, ARTICLE_OUTSIDE, ARTICLE_TOO_BIG, NOT_A_FILE};
pub(super) use facts::Facts;
pub(super) use references::{UNKNOWN_PLACE, UNKNOWN_SOURCE};
pub(super) use table::check;
pub use table::{rule, rules};
pub(super) use values::UNUSED_ALLOWANCE;
