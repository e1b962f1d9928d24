//! A quote beside its article.

use crate::evidence::{Anchor, Article};

/// A quote, how it stands in its article, and the article.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The words of the quote.
    pub exact: &'a str,
    /// How they stand in the article.
    pub anchor: &'a Anchor,
    /// The article.
    pub article: &'a Article,
}
