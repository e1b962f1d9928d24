//! Does the quote stand in the article?
//!
//! [`anchor`] tries, in this order and with nothing in between: the same characters; the same after folding a
//! closed list of typographic differences; the same after joining what the ends of lines tore; the same but for marked
//! cuts; the same but for the curator's words in brackets. What is left is an orphan, and gets a suggestion of the
//! passage it resembles, which proves nothing.
//!
//! ```text
//! selector ── exact ─▶ typographic ─▶ joined ─▶ cut ─▶ altered ─▶ orphan
//!                │          │            │        └──┬──┘            │
//!              find       fold         seam    mark, place, edit  nearest
//! ```
//!
//! Whatever stands begins and ends at the edge of a word, a number and a compound.

mod align;
mod anchor;
mod article;
mod budget;
mod case;
mod context;
mod edge;
mod edit;
mod find;
mod fold;
mod mark;
mod nearest;
mod number;
mod overlap;
mod place;
#[cfg(test)]
mod properties;
mod quotation;
mod refusal;
mod seam;
mod selector;
mod sentence;
mod steps;
#[cfg(test)]
mod tests;
mod turn;
mod word;

pub use anchor::{Anchor, Change, Cut, Edited, Joined, Nearest, Promise, Span};
pub use article::Article;
pub(crate) use article::stands_alone;
pub use budget::{Budget, OverBudget};
pub use context::contradicted;
pub use edit::written;
pub use mark::letters_outside_marks;
pub use nearest::nearest;
pub(crate) use nearest::shortened;
pub use overlap::{OVERLAP, Overlap, OverlapIndex, SHORTEST_RUN, SharedRun};
pub use refusal::{Refusal, refusal};
pub use selector::{MAX_PLACES, Selector, anchor, anchor_within};
pub use turn::{Wide, is_looked_for, is_part_of_sentence, turned_at_edges, turned_by_cut, wide};
