//! Finds events, quotes and passages by what people type.
//!
//! Accents, ligatures and case are ignored on both sides (`fold`). Short texts (titles, places, tags, names,
//! ids) are matched fuzzily; long ones would match almost anything that way, so they have the words as they
//! are. Every text is folded once, when the [`Index`] is made; a [`Query`] is one's own words and signs taken
//! apart. An event is one document: its words may stand in different texts of it. So is a passage of an article.
//!
//! ```text
//! Timeline ─ field ─▶ column ─▶ Index ─┐
//!                                      ├─ seek, rank ─▶ the best ─ reasons ─▶ Found
//! typed text ─ fold, query ─▶ needle ──┘
//! ```

mod article;
mod column;
mod date;
mod field;
mod find;
mod fold;
mod hit;
mod index;
mod letters;
mod nearest;
mod needle;
mod passage;
mod query;
mod rank;
mod reasons;
mod seek;
mod spelling;
#[cfg(test)]
mod tests;

pub use article::in_article;
pub use date::at_date;
pub use field::Field;
pub use find::{Request, like};
pub use fold::fold;
pub use hit::{Found, Hit, Reason, Target};
pub use index::{Corpus, Index};
pub use query::Query;
pub use seek::Cancelled;
