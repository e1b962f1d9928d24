//! What a person can ask for.

/// Something a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// One row, quote or line on.
    Down,
    /// One back.
    Up,
    /// Half a page on.
    HalfDown,
    /// Half a page back.
    HalfUp,
    /// A page on.
    PageDown,
    /// A page back.
    PageUp,
    /// To the first, or with a count to that one.
    First,
    /// To the last, or with a count to that one.
    Last,
    /// To the next event, or the next passage of the article.
    NextItem,
    /// To the one before.
    PreviousItem,
    /// Into what is selected.
    Open,
    /// Out of it again.
    Close,
    /// Where one was before.
    HistoryBack,
    /// Where one went back from.
    HistoryForward,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// Show or hide the subevents of an event.
    Fold,
    /// Show or hide all subevents.
    FoldAll,
    /// Put the events of the list into groups, of another kind, or of none.
    GroupBy,
    /// The article of the selected quote.
    Article,
    /// The sources.
    Sources,
    /// The problems of the timeline.
    Problems,
    /// The briefing, from the selected event.
    Brief,
    /// What the talk reveals next.
    NextStep,
    /// What it had revealed before.
    PreviousStep,
    /// All steps of a slide at once.
    AllSteps,
    /// All slides, to choose from.
    Overview,
    /// Nothing on the screen, until the briefing goes on.
    Black,
    /// Dates are guessed before they are revealed.
    HideDates,
    /// What the audience sees stands still.
    Freeze,
    /// Start or stop the clock of the briefing.
    Timer,
    /// Set it back.
    ResetTimer,
    /// What it shows.
    ClockMode,
    /// Larger letters.
    Larger,
    /// Smaller letters.
    Smaller,
    /// A dark screen for a light one, and back.
    LightDark,
    /// End the briefing.
    EndBriefing,
    /// The words to narrow down what is shown by.
    Search,
    /// To the next hit of the search.
    NextHit,
    /// To the one before.
    PreviousHit,
    /// Narrow down the list.
    Filter,
    /// Show the whole list again.
    LiftFilter,
    /// Narrow the list down to a tag of the selected event.
    SameTag,
    /// To a date.
    GoTo,
    /// Remember where one is under a letter.
    Mark,
    /// To where a letter was put.
    ToMark,
    /// To where one was before the last jump.
    JumpBack,
    /// The source of the quote, as a historian cites it, into the clipboard.
    CopyCitation,
    /// The words of the quote, into the clipboard.
    CopyQuote,
    /// The address of the source, into the clipboard.
    CopyAddress,
    /// Less time in more detail.
    ZoomIn,
    /// More time in less detail.
    ZoomOut,
    /// The time of the selected event, or again all of it.
    ZoomTo,
    /// Earlier times.
    PanEarlier,
    /// Later times.
    PanLater,
    /// Time at its true scale, or every event at equal steps.
    EqualSteps,
    /// The keys.
    Help,
    /// Every command, to be run by its name.
    Palette,
    /// The other language.
    Language,
    /// The next theme.
    Theme,
    /// The editor, at what is selected.
    Edit,
    /// Read the timeline anew.
    Reload,
    /// Draw everything anew.
    Redraw,
    /// Back to the shell until `fg`.
    Suspend,
    /// Leave.
    Quit,
}
