//! What a file was found to be.

use super::kind::Kind;
use super::note::Note;
use super::stated::Stated;

/// How many bytes a text may have: as many as an article of a timeline.
pub(super) const LONGEST_TEXT: usize = 16 << 20;

/// What a file was found to be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its text; `None` for a reference to a work that is not at hand.
    pub(crate) text: Option<Text>,
    /// What it states of itself.
    pub(crate) stated: Stated,
    /// What the curator should look at.
    pub(crate) notes: Vec<Note>,
}

/// The text of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Text {
    /// The file is its own text, in UTF-8.
    Same(String),
    /// Taken from the file.
    Taken(String),
}

impl Text {
    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Same(text) | Self::Taken(text) => text,
        }
    }
}
