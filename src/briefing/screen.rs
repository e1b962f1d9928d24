//! Whose screen of a briefing it is.

/// Whose screen of a briefing it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScreenKind {
    /// The one from which the briefing is given.
    #[default]
    Presenter,
    /// The speaker's own, with notes; it follows, and can drive.
    SpeakerNotes,
    /// One more for the audience; it follows.
    Audience,
}
