//! How a quote stands in its article.

/// A stretch of an article in Unicode scalar offsets from its first character, end exclusive; never splits a
/// grapheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first scalar.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// How a quote stands in its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The same characters.
    Exact(Span),
    /// The same after folding the closed list of typographic differences.
    Typographic(Span),
    /// With marked cuts and changes: the pieces, in order; there are at least one, and at least one mark.
    Elided(Vec<Span>),
    /// In several places, and neither prefix nor suffix decides.
    Ambiguous(Vec<Span>),
    /// Nowhere; the passage most like it, where one comes near.
    Orphan(Option<Nearest>),
}

/// The passage of an article that is most like an orphan. It suggests, and proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Where it stands in the article.
    pub passage: Span,
    /// The words of the quote that differ from it, and what stands between two words where only that differs (a
    /// dash, a comma): scalar offsets into the quote.
    pub in_quote: Vec<Span>,
    /// Its words that differ from the quote, and what stands between two: scalar offsets into the article.
    pub in_article: Vec<Span>,
}

impl Anchor {
    /// The whole stretch from the first to the last anchored character; `None` for an ambiguous quote and an
    /// orphan.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Exact(span) | Self::Typographic(span) => Some(*span),
            Self::Elided(pieces) => Some(Span { start: pieces.first()?.start, end: pieces.last()?.end }),
            Self::Ambiguous(_) | Self::Orphan(_) => None,
        }
    }

    /// Its name in files and on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::Typographic(_) => "typographic",
            Self::Elided(_) => "elided",
            Self::Ambiguous(_) => "ambiguous",
            Self::Orphan(_) => "orphan",
        }
    }
}
