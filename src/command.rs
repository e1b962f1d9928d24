//! THE table of commands.
//!
//! Everything a person can ask for stands here once: the key map, the footer, the help, `frise keys` and the
//! documents are all made from it.

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
    /// The article of the selected quote.
    Article,
    /// The sources.
    Sources,
    /// The problems of the timeline.
    Problems,
    /// The keys.
    Help,
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
    /// The program itself.
    System,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Move, Self::Go, Self::Look, Self::System];

    /// Its heading.
    pub const fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Move, Lang::Fr) => "Se déplacer",
            (Self::Move, Lang::En) => "Move",
            (Self::Go, Lang::Fr) => "Entrer et revenir",
            (Self::Go, Lang::En) => "Deeper and back",
            (Self::Look, Lang::Fr) => "Regarder",
            (Self::Look, Lang::En) => "Look",
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
}

impl Spec {
    /// Whether the command works in `scope`.
    pub fn works_in(&self, scope: Scope) -> bool {
        self.scopes.contains(&Scope::Anywhere) || self.scopes.contains(&scope)
    }
}

/// What is printed on a key of the table, in the language of the screen.
pub fn key_name(written: &'static str, lang: Lang) -> &'static str {
    match (written, lang) {
        ("Up", _) => "↑",
        ("Down", _) => "↓",
        ("Left", _) => "←",
        ("Right", _) => "→",
        ("Enter", Lang::Fr) => "Entrée",
        ("Esc", Lang::Fr) => "Échap",
        ("Space", Lang::Fr) => "Espace",
        ("Backspace", Lang::Fr) => "Retour",
        ("Shift-Tab", Lang::Fr) => "Maj-Tab",
        ("PageUp", Lang::Fr) => "Page↑",
        ("PageDown", Lang::Fr) => "Page↓",
        ("Home", Lang::Fr) => "Début",
        ("End", Lang::Fr) => "Fin",
        _ => written,
    }
}

/// All keys of a command, in the language of the screen.
pub fn key_names(spec: &Spec, lang: Lang) -> String {
    spec.keys.iter().map(|written| key_name(written, lang)).collect::<Vec<_>>().join("  ")
}

const ANYWHERE: &[Scope] = &[Scope::Anywhere];

macro_rules! commands {
    ($($command:ident $name:literal $scopes:expr, $keys:expr, $group:ident $priority:literal
        { $fr:literal, $en:literal; $help_fr:literal, $help_en:literal })*) => {
        /// Every command, in the order of the help.
        pub static COMMANDS: &[Spec] = &[$(Spec {
            command: Command::$command,
            name: $name,
            scopes: $scopes,
            keys: &$keys,
            label: Words { fr: $fr, en: $en },
            help: Words { fr: $help_fr, en: $help_en },
            group: Group::$group,
            priority: $priority,
        }),*];
    };
}

commands! {
    Down "down" ANYWHERE, ["j", "Down"], Move 0
        { "bas", "down"; "une ligne, une citation plus bas (5j\u{a0}: cinq)", "one row or quote down (5j: five)" }
    Up "up" ANYWHERE, ["k", "Up"], Move 0
        { "haut", "up"; "une ligne, une citation plus haut", "one row or quote up" }
    HalfDown "half-page-down" ANYWHERE, ["Ctrl-d"], Move 0
        { "demi-page", "half page"; "une demi-page plus bas", "half a page down" }
    HalfUp "half-page-up" ANYWHERE, ["Ctrl-u"], Move 0
        { "demi-page", "half page"; "une demi-page plus haut", "half a page up" }
    PageDown "page-down" ANYWHERE, ["PageDown", "Ctrl-f"], Move 0
        { "page", "page"; "une page plus bas", "a page down" }
    PageUp "page-up" ANYWHERE, ["PageUp", "Ctrl-b"], Move 0
        { "page", "page"; "une page plus haut", "a page up" }
    First "first" ANYWHERE, ["gg", "Home"], Move 0
        { "début", "first"; "au début (3gg\u{a0}: au troisième)", "to the first (3gg: to the third)" }
    Last "last" ANYWHERE, ["G", "End"], Move 0
        { "fin", "last"; "à la fin (12G\u{a0}: au douzième)", "to the last (12G: to the twelfth)" }
    NextWhole "next" &[Scope::List, Scope::Detail, Scope::Reader], ["J"], Move 5
        { "suivant", "next"; "événement suivant\u{a0}; dans l’article, passage suivant",
          "next event; in an article, next passage" }
    PreviousWhole "previous" &[Scope::List, Scope::Detail, Scope::Reader], ["K"], Move 6
        { "précédent", "previous"; "événement précédent\u{a0}; dans l’article, passage précédent",
          "previous event; in an article, previous passage" }
    Open "open" &[Scope::List, Scope::Detail, Scope::Sources], ["Enter", "l", "Right"], Go 1
        { "ouvrir", "open"; "entrer\u{a0}: événement, citation, passage dans l’article",
          "deeper: event, quote, passage in the article" }
    Close "close" ANYWHERE, ["Esc", "h", "Left", "Backspace"], Go 2
        { "retour", "back"; "revenir d’un niveau (ne quitte jamais)", "back one level (never quits)" }
    HistoryBack "history-back" ANYWHERE, ["H"], Go 7
        { "avant", "before"; "là où l’on était avant", "where you were before" }
    HistoryForward "history-forward" ANYWHERE, ["L"], Go 0
        { "avancer", "forward"; "là d’où l’on a reculé", "where you went back from" }
    NextPane "next-pane" &[Scope::List, Scope::Detail], ["Tab"], Go 8
        { "volet", "pane"; "entre la liste et le détail", "between the list and the detail" }
    PreviousPane "previous-pane" &[Scope::List, Scope::Detail], ["Shift-Tab"], Go 0
        { "volet", "pane"; "entre le détail et la liste", "between the detail and the list" }
    Fold "fold" &[Scope::List], ["Space"], Look 3
        { "(re)plier", "(un)fold"; "montrer ou cacher les sous-événements", "show or hide the subevents" }
    FoldAll "fold-all" &[Scope::List], ["z"], Look 0
        { "tout déplier", "unfold all"; "montrer ou cacher tous les sous-événements",
          "show or hide all subevents" }
    Article "article" &[Scope::List, Scope::Detail, Scope::Sources], ["o"], Look 4
        { "article", "article"; "l’article de la citation choisie", "the article of the selected quote" }
    Sources "sources" ANYWHERE, ["s"], Look 5
        { "sources", "sources"; "les sources et leurs fiches", "the sources and their sheets" }
    Problems "problems" ANYWHERE, ["!"], Look 9
        { "problèmes", "problems"; "les problèmes trouvés dans la frise", "the problems found in the timeline" }
    Help "help" ANYWHERE, ["?", "F1"], System 3
        { "aide", "help"; "les touches", "the keys" }
    Language "language" ANYWHERE, ["F2"], System 6
        { "English", "français"; "passer à l’anglais", "switch to French" }
    Theme "theme" ANYWHERE, ["F3"], System 0
        { "thème", "theme"; "thème suivant\u{a0}: sombre, clair, contrasté", "next theme: dark, light, high contrast" }
    Edit "edit" ANYWHERE, ["v"], System 0
        { "éditeur", "editor"; "ouvrir l’éditeur ($VISUAL, $EDITOR) à cet endroit",
          "open the editor ($VISUAL, $EDITOR) at this place" }
    Reload "reload" ANYWHERE, ["R"], System 0
        { "relire", "reload"; "relire la frise (elle l’est d’elle-même quand le fichier change)",
          "read the timeline anew (done by itself when the file changes)" }
    Redraw "redraw" ANYWHERE, ["Ctrl-l"], System 0
        { "redessiner", "redraw"; "redessiner l’écran", "draw the screen anew" }
    Suspend "suspend" ANYWHERE, ["Ctrl-z"], System 0
        { "suspendre", "suspend"; "revenir au shell jusqu’à fg", "back to the shell until fg" }
    Quit "quit" ANYWHERE, ["q", "Ctrl-c"], System 4
        { "quitter", "quit"; "quitter", "quit" }
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
