//! How quotes stand in their articles, in words: the same on the screen, as text and on paper.
//!
//! What the curator put into a quote is told apart from the article's words, and what the article has in its place
//! is told beside it.

mod part;
mod quote;
mod remark;
mod tally;

pub use part::{Part, PartKind, parts};
pub use quote::Standing;
pub use remark::{Kind, Remark, Telling, left_out, nearest, remarks};
pub use tally::{Share, Tally};

use crate::evidence::{Anchor, Change};
use crate::i18n::{Lang, StandingWords};

/// What the curator wrote into brackets, without them.
pub fn written<'q>(exact: &'q str, change: &Change) -> &'q str {
    let marked = exact.get(part::bytes(exact, change.in_quote)).unwrap_or_default();
    let inside = marked.strip_prefix('[').unwrap_or(marked);
    inside.strip_suffix(']').unwrap_or(inside)
}

/// How a quote stands that stands in one place of its article; `None` for others.
pub fn label(anchor: &Anchor, lang: Lang) -> Option<&'static str> {
    let words = StandingWords::of(lang);
    match anchor {
        Anchor::Exact(_) => Some(words.exact),
        Anchor::Typographic(_) => Some(words.typographic),
        Anchor::Joined(_) => Some(words.joined),
        Anchor::Elided(edited) if edited.cuts.is_empty() && !edited.changes.is_empty() => Some(words.case),
        Anchor::Elided(_) => Some(words.elided),
        Anchor::Altered(_) => Some(words.altered),
        Anchor::Ambiguous(_) | Anchor::Orphan(_) => None,
    }
}
