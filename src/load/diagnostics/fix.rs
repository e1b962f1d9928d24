//! What could be written instead, so that a program can write it.

use super::localized::Localized;
use super::spot::Spot;
use super::stretch::Stretch;

/// How sure it is that a fix is what was meant; as rustc has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// It is what was meant.
    MachineApplicable,
    /// It is good YAML, and may be something else than was meant.
    MaybeIncorrect,
    /// It holds `…`, which someone has to fill in.
    HasPlaceholders,
}

impl Applicability {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::MachineApplicable => "machine-applicable",
            Self::MaybeIncorrect => "maybe-incorrect",
            Self::HasPlaceholders => "has-placeholders",
        }
    }
}

/// One way to put a problem right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub message: Localized,
    /// How sure it is.
    pub applicability: Applicability,
    /// What to write, and in place of what, in the order of the file; at least one.
    pub edits: Vec<Edit>,
}

/// A stretch of the file and what to write in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; where it is empty, the replacement is put in.
    pub at: Stretch,
    /// The text, as it is to stand in the file.
    pub replacement: String,
}

/// A fix before anybody has looked where it goes.
#[derive(Clone, Debug)]
pub(in crate::load) struct Proposal {
    pub(in crate::load) message: Localized,
    pub(in crate::load) applicability: Applicability,
    pub(in crate::load) spot: Spot,
    pub(in crate::load) change: Change,
}

/// What is to be written at a spot. How it is written there, with which quotation marks, follows from what stands
/// there.
#[derive(Clone, Debug)]
pub(in crate::load) enum Change {
    /// Another key.
    Key(String),
    /// Another text, or another part of one.
    Text(String),
    /// What stands there, in quotation marks.
    Quote,
    /// A key that is missing in the mapping there.
    AddKey(&'static str),
    /// Texts under keys of the mapping there, in place of those that it has or beside them.
    Set(Vec<(&'static str, String)>),
    /// These very characters.
    Raw(String),
}
