//! Does the quote stand in the article?
//!
//! [`anchor`] tries, in this order and with nothing in between: the same characters; the same after folding a
//! closed list of typographic differences; marked cuts and changes. What is left is an orphan, and gets a
//! suggestion of the passage it resembles, which proves nothing.
//!
//! ```text
//! selector ── exact ─▶ typographic ─▶ elided ─▶ orphan
//!                │          │            │         │
//!              find       fold     mark, elide   nearest
//! ```

mod align;
mod anchor;
mod article;
mod change;
mod cut;
mod dropped;
mod elide;
mod find;
mod fold;
mod mark;
mod name;
mod nearest;
mod negation;
mod overlap;
#[cfg(test)]
mod properties;
mod selector;
mod sentence;
mod steps;
mod word;

pub use anchor::{Anchor, Nearest, Span};
pub(crate) use article::stands_alone;
pub use article::{Article, cuts_mid_word};
pub use cut::{Elision, cuts};
pub use dropped::dropped_negation;
pub use mark::{MarkKind, letters_outside_marks};
pub use overlap::{OVERLAP, Overlap, OverlapIndex, SHORTEST_RUN, SharedRun};
pub use selector::{MAX_PLACES, Selector, anchor, anchor_without_nearest};
