//! Words taken from a source.

use super::{EventIndex, LanguageTag, SourceIndex, Text};

/// How a quote stands towards the claim it is listed under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stance {
    /// The quote carries the claim.
    #[default]
    Supports,
    /// The quote says otherwise.
    Disputes,
    /// The quote carries the claim in part, or under conditions.
    Nuances,
}

impl Stance {
    /// Every stance, the one that is meant where nothing is written first.
    pub const ALL: [Self; 3] = [Self::Supports, Self::Disputes, Self::Nuances];

    /// As it is written in a timeline.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Disputes => "disputes",
            Self::Nuances => "nuances",
        }
    }
}

/// Words taken from a source; a `TextQuoteSelector` of the W3C Web Annotation model with its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The event it belongs to.
    pub event: EventIndex,
    /// The claim of that event it belongs to (position in [`Event::claims`](super::Event::claims)); `None`
    /// where it belongs to the event itself.
    pub claim: Option<usize>,
    /// Its position in its own `quotes:` list in the file, from 0.
    pub position: usize,
    /// The id of its source, as written.
    pub source_id: String,
    /// That source, where the timeline has it.
    pub source: Option<SourceIndex>,
    /// The words.
    pub exact: String,
    /// The words just before them, where they stand more than once.
    pub prefix: Option<String>,
    /// The words just after them, where they stand more than once.
    pub suffix: Option<String>,
    /// Who says them, where someone speaks.
    pub speaker: Option<Text>,
    /// The timeline's own translation of the words.
    pub translation: Text,
    /// A remark of the timeline on the words.
    pub note: Option<Text>,
    /// How it stands towards its claim; [`Stance::Supports`] outside claims.
    pub stance: Stance,
    /// Whether it is the one that the slide of its event shows.
    pub is_key: bool,
    /// The language of the words.
    pub language: LanguageTag,
}
