//! THE table of commands.
//!
//! Everything a person can ask for stands here once: the key map, the footer, the help, `frise keys` and the
//! documents are all made from it.

mod table;

use crate::glyphs::GlyphSet;
use crate::i18n::Lang;

pub use table::COMMANDS;

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
    NextWhole,
    /// To the one before.
    PreviousWhole,
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
    /// The talk, from the selected event.
    Brief,
    /// What the talk reveals next.
    NextStep,
    /// What it had revealed before.
    PreviousStep,
    /// All steps of a slide at once.
    AllSteps,
    /// All slides, to choose from.
    Overview,
    /// Nothing on the screen, until the talk goes on.
    Black,
    /// Dates are guessed before they are revealed.
    HideDates,
    /// What the audience sees stands still.
    Freeze,
    /// Start or stop the clock of the talk.
    Timer,
    /// Set it back.
    ResetTimer,
    /// What it shows.
    Dial,
    /// Larger letters.
    Larger,
    /// Smaller letters.
    Smaller,
    /// A dark screen for a light one, and back.
    LightDark,
    /// End the talk.
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
    /// In the list of sources.
    Sources,
    /// In the list of problems.
    Problems,
    /// In the help.
    Help,
    /// In a talk.
    Briefing,
    /// On the teacher's screen of a talk.
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
    /// Taking something along.
    Take,
    /// The axis.
    Time,
    /// The talk.
    Brief,
    /// The program itself.
    System,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 8] =
        [Self::Move, Self::Go, Self::Look, Self::Find, Self::Take, Self::Time, Self::Brief, Self::System];

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
            (Self::Take, Lang::Fr) => "Emporter",
            (Self::Take, Lang::En) => "Take along",
            (Self::Time, Lang::Fr) => "Temps",
            (Self::Time, Lang::En) => "Time",
            (Self::Brief, Lang::Fr) => "Exposer",
            (Self::Brief, Lang::En) => "Briefing",
            (Self::System, Lang::Fr) => "Programme",
            (Self::System, Lang::En) => "Program",
        }
    }
}

/// Words in both languages of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Words {
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
    pub label: Words,
    /// A sentence for the help.
    pub help: Words,
    /// Where the help lists it.
    pub group: Group,
    /// How early the footer shows it: 1 first, 0 never.
    pub priority: u8,
    /// What becomes of something that lies over the panes.
    pub over: Over,
}

/// What becomes of what lies over the panes when a command is run there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// It stays: the command means something in it, or whatever lies there.
    Stays,
    /// It is closed: the command means something under it.
    Closes,
}

impl Spec {
    /// Whether what lies over the panes is closed before the command is run.
    pub fn leaves_overlays(&self) -> bool {
        self.over == Over::Closes
    }

    /// Whether the command works in `scope`.
    pub fn works_in(&self, scope: Scope) -> bool {
        self.scopes.contains(&Scope::Anywhere) || self.scopes.contains(&scope)
    }
}

/// What is printed on a key, or on several pressed one after the other, in the language and with the signs of
/// the screen. How keys are written is told in [`crate::keymap`].
pub fn key_name(written: &str, lang: Lang, signs: GlyphSet) -> String {
    for held in ["Ctrl-", "Alt-"] {
        if let Some(rest) = written.strip_prefix(held).filter(|rest| !rest.is_empty()) {
            return format!("{held}{}", key_name(rest, lang, signs));
        }
    }
    if let Some(before) = written.strip_suffix("{a-z}") {
        let letters = if signs == GlyphSet::Unicode { "a–z" } else { "a-z" };
        return format!("{} {letters}", key_name(before, lang, signs));
    }
    let name = match (written, lang, signs) {
        ("Up", _, GlyphSet::Unicode) => "↑",
        ("Down", _, GlyphSet::Unicode) => "↓",
        ("Left", _, GlyphSet::Unicode) => "←",
        ("Right", _, GlyphSet::Unicode) => "→",
        ("Up", Lang::Fr, GlyphSet::Ascii) => "Haut",
        ("Down", Lang::Fr, GlyphSet::Ascii) => "Bas",
        ("Left", Lang::Fr, GlyphSet::Ascii) => "Gauche",
        ("Right", Lang::Fr, GlyphSet::Ascii) => "Droite",
        ("Enter", Lang::Fr, _) => "Entrée",
        ("Esc", Lang::Fr, _) => "Échap",
        ("Space", Lang::Fr, _) => "Espace",
        ("Backspace", Lang::Fr, _) => "Retour",
        ("Delete", Lang::Fr, _) => "Suppr",
        ("Insert", Lang::Fr, _) => "Inser",
        ("Shift-Tab", Lang::Fr, _) => "Maj-Tab",
        ("PageUp", Lang::Fr, GlyphSet::Unicode) => "Page↑",
        ("PageDown", Lang::Fr, GlyphSet::Unicode) => "Page↓",
        ("PageUp", Lang::Fr, GlyphSet::Ascii) => "Page-haut",
        ("PageDown", Lang::Fr, GlyphSet::Ascii) => "Page-bas",
        ("Home", Lang::Fr, _) => "Début",
        ("End", Lang::Fr, _) => "Fin",
        _ => written,
    };
    name.to_owned()
}

/// All keys of the table for a command, for documents in `lang`.
pub fn key_names(spec: &Spec, lang: Lang) -> String {
    spec.keys.iter().map(|written| key_name(written, lang, GlyphSet::Unicode)).collect::<Vec<_>>().join("  ")
}

impl Command {
    /// What the table says of it.
    pub fn spec(self) -> &'static Spec {
        let found = COMMANDS.iter().find(|spec| spec.command == self);
        found.unwrap_or(&COMMANDS[0])
    }

    /// The command called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|spec| spec.name == name).map(|spec| spec.command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_words_are_there() {
        for (index, spec) in COMMANDS.iter().enumerate() {
            assert!(COMMANDS[..index].iter().all(|other| other.name != spec.name), "{}", spec.name);
            assert!(COMMANDS[..index].iter().all(|other| other.command != spec.command), "{}", spec.name);
            for words in [spec.label, spec.help] {
                assert!(!words.fr.is_empty() && !words.en.is_empty(), "{}", spec.name);
            }
            assert!(!spec.scopes.is_empty() && !spec.keys.is_empty(), "{}", spec.name);
        }
    }
}
