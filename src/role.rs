//! What a piece of text on the screen is for; a theme gives each role its look.

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Plain text.
    Text,
    /// Text that stands back.
    Dim,
    /// Lines and other drawing that carries no words.
    Rule,
    /// The name of the timeline, of an event, of a pane.
    Title,
    /// A small heading over a part of a pane.
    Heading,
    /// A date.
    Date,
    /// The one accent: what is selected, where one is.
    Accent,
    /// The words of a quote.
    Quote,
    /// Where a quote comes from.
    Source,
    /// A check that held.
    Good,
    /// Something to look at.
    Warn,
    /// A quote with words that are not the article's.
    Altered,
    /// Something wrong.
    Bad,
    /// The words of an article.
    Article,
    /// The passage of an article one has come to see.
    Passage,
    /// A passage that another quote rests on.
    OtherPassage,
    /// Words of an article that a quote has cut out.
    Cut,
    /// Words in the brackets of a quote that are not the article's, and the article's in their place.
    Change,
    /// What a quote has joined of an article: a hyphen at the end of a line, a ligature.
    Join,
    /// A key to press.
    Key,
    /// Words that were looked for.
    Match,
    /// Those of them that one is at.
    MatchHere,
}

impl Role {
    /// Whether it is evidence, of which every character is shown as it stands.
    pub const fn is_evidence(self) -> bool {
        matches!(
            self,
            Self::Quote
                | Self::Article
                | Self::Passage
                | Self::OtherPassage
                | Self::Cut
                | Self::Change
                | Self::Join
                | Self::Match
                | Self::MatchHere
        )
    }

    /// Every role.
    pub const ALL: [Self; 22] = [
        Self::Text,
        Self::Dim,
        Self::Rule,
        Self::Title,
        Self::Heading,
        Self::Date,
        Self::Accent,
        Self::Quote,
        Self::Source,
        Self::Good,
        Self::Warn,
        Self::Altered,
        Self::Bad,
        Self::Article,
        Self::Passage,
        Self::OtherPassage,
        Self::Cut,
        Self::Change,
        Self::Join,
        Self::Key,
        Self::Match,
        Self::MatchHere,
    ];
}
