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
    /// The same but for what the end of a line tore in the article, and ligatures.
    Joined(Joined),
    /// With marked cuts, and letters whose case alone is changed.
    Elided(Edited),
    /// With other words in brackets than the article's: those are the curator's.
    Altered(Edited),
    /// In several places, and neither prefix nor suffix decides.
    Ambiguous(Vec<Span>),
    /// Nowhere; the passage most like it, where one comes near.
    Orphan(Option<Nearest>),
}

/// A passage of an article that its line ends tore, or that is set with ligatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The passage.
    pub span: Span,
    /// What was joined, in order: a hyphen and the end of its line, a ligature, the end of a page. Scalar offsets into
    /// the article. Empty where it is the quote that has them.
    pub joins: Vec<Span>,
}

/// A quote with marks, and what the article has in their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// The words that are the article's, in order; at least one piece.
    pub pieces: Vec<Span>,
    /// What `[…]` leaves out between the pieces, in order.
    pub cuts: Vec<Cut>,
    /// What other brackets stand for, in order.
    pub changes: Vec<Change>,
}

/// A cut `[…]` between two pieces of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The mark with its brackets: scalar offsets into the quote.
    pub in_quote: Span,
    /// What is left out, without the spaces around it: scalar offsets into the article.
    pub in_article: Span,
    /// How many words that is.
    pub words: usize,
}

/// Words in brackets, and the article's words in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The mark with its brackets: scalar offsets into the quote.
    pub in_quote: Span,
    /// What the article says there: the whole word where the brackets stand for part of one. Scalar offsets into
    /// the article; empty where the brackets only add.
    pub in_article: Span,
    /// Whether the letters are the article's but for their case.
    pub is_case_only: bool,
}

/// What is promised of a quote. Only the first is a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    /// Word for word: exact, typographic or joined.
    WordForWord,
    /// Word for word but for marked cuts.
    Cut,
    /// With words of the curator's in brackets.
    Altered,
    /// It stands nowhere, or nobody knows where.
    None,
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
            Self::Exact(span) | Self::Typographic(span) | Self::Joined(Joined { span, .. }) => Some(*span),
            Self::Elided(edited) | Self::Altered(edited) => {
                Some(Span { start: edited.pieces.first()?.start, end: edited.pieces.last()?.end })
            }
            Self::Ambiguous(_) | Self::Orphan(_) => None,
        }
    }

    /// What is promised of the quote.
    pub fn promise(&self) -> Promise {
        match self {
            Self::Exact(_) | Self::Typographic(_) | Self::Joined(_) => Promise::WordForWord,
            Self::Elided(_) => Promise::Cut,
            Self::Altered(_) => Promise::Altered,
            Self::Ambiguous(_) | Self::Orphan(_) => Promise::None,
        }
    }

    /// The cuts and changes of a quote with marks.
    pub fn edited(&self) -> Option<&Edited> {
        match self {
            Self::Elided(edited) | Self::Altered(edited) => Some(edited),
            _ => None,
        }
    }

    /// Where the article's words stand: one passage, or the pieces of a quote with marks. Empty for an ambiguous
    /// quote and an orphan.
    pub fn pieces(&self) -> &[Span] {
        match self {
            Self::Exact(span) | Self::Typographic(span) | Self::Joined(Joined { span, .. }) => {
                std::slice::from_ref(span)
            }
            Self::Elided(edited) | Self::Altered(edited) => &edited.pieces,
            Self::Ambiguous(_) | Self::Orphan(_) => &[],
        }
    }

    /// Its name in files and on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::Typographic(_) => "typographic",
            Self::Joined(_) => "joined",
            Self::Elided(_) => "elided",
            Self::Altered(_) => "altered",
            Self::Ambiguous(_) => "ambiguous",
            Self::Orphan(_) => "orphan",
        }
    }
}
