//! Which keys are written.

/// The keys that a timeline may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keys {
    /// Those that `check` has always known.
    Known,
    /// And those of CSL-JSON, names as lists, the `original` of a text, and the `page` of a quote.
    Csl,
}

/// The keys that are written: to be `Keys::Csl` as soon as the reader of timelines knows them.
pub(crate) const KEYS: Keys = Keys::Known;

/// The keys of a timeline in the order in which they are written.
pub(crate) const TIMELINE_KEYS: &[&str] = &["title", "language", "sources", "places", "events"];

/// The keys of a quote in the order in which they are written.
pub(crate) const QUOTE_KEYS: &[&str] =
    &["source", "exact", "prefix", "suffix", "page", "speaker", "translation", "note", "language", "stance"];

/// The keys of an event in the order in which they are written.
pub(crate) const EVENT_KEYS: &[&str] = &[
    "id",
    "date",
    "title",
    "summary",
    "places",
    "tags",
    "quotes",
    "claims",
    "notes",
    "questions",
    "subevents",
];
