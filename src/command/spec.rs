//! What a person can ask for, and what the table says of it: where and when it applies, and how it is named.

use crate::briefing::ScreenKind;
use crate::i18n::Lang;

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
    /// Show or hide the words that quotes have cut.
    UnfoldCuts,
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
    /// What the briefing reveals next.
    NextStep,
    /// What it had revealed before.
    PreviousStep,
    /// What lies below a slide.
    Below,
    /// Back up to the slide.
    Above,
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
    /// Begin to select a passage of the article.
    Select,
    /// Select to the next word.
    NextWord,
    /// Back to the word before.
    PreviousWord,
    /// To the end of the sentence.
    NextSentence,
    /// Back to the beginning of the sentence.
    PreviousSentence,
    /// To the first word of the line.
    LineStart,
    /// To the last word of the line.
    LineEnd,
    /// Move the other end of the selection.
    OtherEnd,
    /// The selection as a quote in YAML, into the clipboard.
    CopyPassage,
    /// Write the selection into the timeline, as a quote of an event.
    AddQuote,
    /// Select nothing any more.
    EndSelection,
    /// Take back what was written into the timeline.
    Undo,
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

/// Where a command works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere.
    Anywhere,
    /// In the list of events.
    List,
    /// In the detail of an event.
    Detail,
    /// In an article.
    Reader,
    /// In an article, while a passage is being selected.
    Selection,
    /// In the list of sources.
    Sources,
    /// In the list of problems.
    Problems,
    /// In the help.
    Help,
    /// In a briefing.
    Briefing,
    /// On the speaker's screen of a briefing.
    Notes,
    /// In a line being typed: only keys that type nothing mean a command there.
    Prompt,
}

/// What the help puts together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Moving.
    Move,
    /// Going deeper and back.
    Go,
    /// Looking at something else.
    Look,
    /// Finding.
    Find,
    /// Copying to the clipboard.
    Copy,
    /// Making quotes of passages.
    Quote,
    /// The axis.
    Time,
    /// The briefing.
    Brief,
    /// The program itself.
    System,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 9] = [
        Self::Move,
        Self::Go,
        Self::Look,
        Self::Find,
        Self::Copy,
        Self::Quote,
        Self::Time,
        Self::Brief,
        Self::System,
    ];

    /// Its heading.
    pub const fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Move, Lang::Fr) => "Se déplacer",
            (Self::Move, Lang::En) => "Move",
            (Self::Go, Lang::Fr) => "Entrer et revenir",
            (Self::Go, Lang::En) => "Deeper and back",
            (Self::Look, Lang::Fr) => "Regarder",
            (Self::Look, Lang::En) => "Look",
            (Self::Find, Lang::Fr) => "Chercher",
            (Self::Find, Lang::En) => "Find",
            (Self::Copy, Lang::Fr) => "Copier",
            (Self::Copy, Lang::En) => "Copy",
            (Self::Quote, Lang::Fr) => "Citer un passage",
            (Self::Quote, Lang::En) => "Quote a passage",
            (Self::Time, Lang::Fr) => "Temps",
            (Self::Time, Lang::En) => "Time",
            (Self::Brief, _) => "Briefing",
            (Self::System, Lang::Fr) => "Programme",
            (Self::System, Lang::En) => "Program",
        }
    }
}

/// Words in both languages of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Bilingual {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Bilingual {
    /// The words in `lang`.
    pub const fn in_language(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Spec {
    /// What it does.
    pub command: Command,
    /// Its name in files and on the command line.
    pub name: &'static str,
    /// Where it works.
    pub scopes: &'static [Scope],
    /// Its keys, the first one being the one shown; how they are written is told in [`crate::keymap`].
    pub keys: &'static [&'static str],
    /// One or two words for the footer.
    pub label: Bilingual,
    /// A sentence for the help.
    pub help: Bilingual,
    /// Where the help lists it.
    pub group: Group,
    /// How early the footer shows it: 1 first, 0 never.
    pub priority: u8,
    /// What becomes of what lies over the panes.
    pub over: Over,
    /// What must hold where it is asked for.
    pub when: When,
    /// On which screens of a briefing it runs.
    pub reach: Reach,
    /// Whether it changes how the audience's screen looks, which a frozen one does not.
    pub changes_look: bool,
    /// Whether its key does nothing but light a black screen.
    pub wakes_screen: bool,
}

/// What becomes of what lies over the panes when a command is run there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// It stays: the command means something in it, or whatever lies there.
    Stays,
    /// It stays, and the footer has better use for the room.
    StaysUnlisted,
    /// It is closed: the command means something under it.
    Closes,
    /// The command is what Enter does there.
    Accepts,
}

/// What must hold for a command to do anything where its scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Nothing.
    Always,
    /// The keyboard is somewhere else than there.
    Outside(Scope),
    /// There is a layer or a filter to leave.
    HasLayer,
    /// One has been somewhere before.
    HasHistory,
    /// The list is narrowed down.
    IsFiltered,
    /// An article is selected, or that of the selected quote.
    HasArticle,
    /// Another pane can have the keyboard.
    HasOtherPane,
    /// The selected event has subevents, or is one.
    HasSubevents,
    /// A quote of the selected event has a cut.
    HasCuts,
    /// The article can be read.
    HasText,
    /// Something was written into the timeline.
    HasWritten,
    /// The axis is on the screen, and this holds of it.
    Axis(AxisNeed),
}

/// What must hold of the axis for a command to do anything to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisNeed {
    /// Less time can be shown.
    HasSmaller,
    /// More time can be shown.
    HasLarger,
    /// The selection can be shown closer, or the whole again.
    HasOtherWindow,
    /// There is time before what is shown.
    HasEarlier,
    /// There is time after what is shown.
    HasLater,
    /// It has more than one event.
    HasSeveralEvents,
}

/// On which screens a command runs that is asked for in a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// On this one, as everywhere.
    Global,
    /// On this one, as the briefing has it.
    Own,
    /// The same, but the audience's screens have nothing to choose.
    OwnChoice,
    /// On the presenter's: it moves or changes the briefing itself.
    Shared,
}

/// Where a command runs that was asked for in a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Here, as in the browser.
    Browser,
    /// Here, as the briefing has it.
    Briefing,
    /// On the presenter's screen.
    Presenter,
    /// Nowhere.
    Nowhere,
}

impl Spec {
    /// What a row of the table has unless it says something else.
    pub(super) const USUAL: Self = Self {
        command: Command::Quit,
        name: "",
        scopes: &[],
        keys: &[],
        label: Bilingual { fr: "", en: "" },
        help: Bilingual { fr: "", en: "" },
        group: Group::System,
        priority: 0,
        over: Over::Closes,
        when: When::Always,
        reach: Reach::Own,
        changes_look: false,
        wakes_screen: true,
    };

    /// Whether what lies over the panes is closed before the command is run.
    pub fn closes_overlay(&self) -> bool {
        self.over == Over::Closes
    }

    /// Whether the command works in `scope`.
    pub fn works_in(&self, scope: Scope) -> bool {
        self.scopes.contains(&Scope::Anywhere) || self.scopes.contains(&scope)
    }

    /// Whether the command does anything now: over the panes where `is_covered`, else where `holds` says so.
    pub fn is_offered(&self, is_covered: bool, holds: impl FnOnce(When) -> bool) -> bool {
        if is_covered { matches!(self.over, Over::Stays | Over::Accepts) } else { holds(self.when) }
    }

    /// Where the command runs that is asked for on `screen` of a briefing.
    pub fn route(&self, screen: ScreenKind, is_frozen: bool) -> Route {
        let stands_still = self.changes_look && is_frozen;
        match (self.reach, screen) {
            (Reach::Global, _) if !stands_still => Route::Browser,
            (_, ScreenKind::Presenter) if stands_still => Route::Nowhere,
            (Reach::Shared, ScreenKind::SpeakerNotes | ScreenKind::Audience) => Route::Presenter,
            (Reach::OwnChoice, ScreenKind::Audience) => Route::Nowhere,
            _ => Route::Briefing,
        }
    }
}
