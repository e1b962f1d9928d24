//! The table: what a command is called, and where and when it applies.

use super::spec::{AxisNeed, Bilingual, Command, Group, Over, Reach, Scope, Spec, When};

const ANYWHERE: &[Scope] = &[Scope::Anywhere];
/// In every pane and what lies over them, but not in a briefing, whose keys are those of clickers.
const BROWSING: &[Scope] =
    &[Scope::List, Scope::Detail, Scope::Reader, Scope::Sources, Scope::Problems, Scope::Help, Scope::Prompt];
const BRIEFING: &[Scope] = &[Scope::Briefing, Scope::Notes];
/// In every pane, and in a briefing.
const PANES_AND_BRIEFING: &[Scope] = &[
    Scope::List,
    Scope::Detail,
    Scope::Reader,
    Scope::Sources,
    Scope::Problems,
    Scope::Briefing,
    Scope::Notes,
];
/// Where lines are moved through: also while a passage is being selected.
const LINES: &[Scope] = &[
    Scope::List,
    Scope::Detail,
    Scope::Reader,
    Scope::Selection,
    Scope::Sources,
    Scope::Problems,
    Scope::Help,
    Scope::Prompt,
];
/// The same with the speaker notes of a briefing.
const PAGES: &[Scope] = &[
    Scope::List,
    Scope::Detail,
    Scope::Reader,
    Scope::Selection,
    Scope::Sources,
    Scope::Problems,
    Scope::Help,
    Scope::Prompt,
    Scope::Notes,
];
const SELECTION: &[Scope] = &[Scope::Selection];
/// In every pane, but not in what lies over them.
const PANES: &[Scope] = &[Scope::List, Scope::Detail, Scope::Reader, Scope::Sources, Scope::Problems];

macro_rules! commands {
    ($($command:ident $name:literal $scopes:expr, $keys:expr, $group:ident $priority:literal $over:ident $([$($field:ident: $value:expr),*])?
        { $fr:literal, $en:literal; $help_fr:literal, $help_en:literal })*) => {
        /// Every command, in the order of the help.
        pub static COMMANDS: &[Spec] = &[$(Spec {
            command: Command::$command,
            name: $name,
            scopes: $scopes,
            keys: &$keys,
            label: Bilingual { fr: $fr, en: $en },
            help: Bilingual { fr: $help_fr, en: $help_en },
            group: Group::$group,
            priority: $priority,
            over: Over::$over,
            $($($field: $value,)*)?
            ..Spec::USUAL
        }),*];
    };
}

commands! {
    Down "down" LINES, ["j", "Down"], Move 0 Stays
        { "bas", "down"; "une ligne, une citation plus bas (5j\u{a0}: cinq)", "one row or quote down (5j: five)" }
    Up "up" LINES, ["k", "Up"], Move 0 Stays
        { "haut", "up"; "une ligne, une citation plus haut", "one row or quote up" }
    HalfDown "half-page-down" PAGES, ["Ctrl-d"], Move 0 Stays
        { "demi-page", "half page"; "une demi-page plus bas", "half a page down" }
    HalfUp "half-page-up" PAGES, ["Ctrl-u"], Move 0 Stays
        { "demi-page", "half page"; "une demi-page plus haut", "half a page up" }
    PageDown "page-down" LINES, ["PageDown", "Ctrl-f"], Move 0 Stays
        { "page", "page"; "une page plus bas", "a page down" }
    PageUp "page-up" LINES, ["PageUp", "Ctrl-b"], Move 0 Stays
        { "page", "page"; "une page plus haut", "a page up" }
    First "first" ANYWHERE, ["gg", "Home"], Move 0 Stays
        { "début", "first"; "au début (3gg\u{a0}: au troisième)", "to the first (3gg: to the third)" }
    Last "last" ANYWHERE, ["G", "End"], Move 0 Stays
        { "fin", "last"; "à la fin (12G\u{a0}: au douzième)", "to the last (12G: to the twelfth)" }
    NextItem "next" &[Scope::List, Scope::Detail, Scope::Reader, Scope::Selection, Scope::Briefing, Scope::Notes], ["J"], Move 5 Closes [reach: Reach::Shared]
        { "suivant", "next"; "événement suivant\u{a0}; dans l’article, passage suivant\u{a0}; en sélectionnant, phrase suivante",
          "next event; in an article, next passage; while selecting, next sentence" }
    PreviousItem "previous" &[Scope::List, Scope::Detail, Scope::Reader, Scope::Selection, Scope::Briefing, Scope::Notes], ["K"], Move 6 Closes [reach: Reach::Shared]
        { "précédent", "previous"; "événement précédent\u{a0}; dans l’article, passage précédent\u{a0}; en sélectionnant, phrase précédente",
          "previous event; in an article, previous passage; while selecting, previous sentence" }
    Open "open" &[Scope::List, Scope::Detail, Scope::Reader, Scope::Sources, Scope::Help, Scope::Prompt],
        ["Enter", "l", "Right"], Go 1 Accepts
        { "ouvrir", "open";
          "entrer\u{a0}: événement, citation (3 Entrée\u{a0}: la troisième), son passage\u{a0}; d’un passage à son événement",
          "deeper: event, quote (3 Enter: the third), its passage; from a passage to its event" }
    Close "close" BROWSING, ["Esc", "h", "Left", "Backspace"], Go 2 Stays [when: When::HasLayer]
        { "retour", "back"; "revenir d’un niveau (ne quitte jamais)", "back one level (never quits)" }
    HistoryBack "history-back" BROWSING, ["H"], Go 7 Closes [when: When::HasHistory]
        { "revenir", "before"; "là où l’on était avant", "where you were before" }
    HistoryForward "history-forward" BROWSING, ["L"], Go 0 Closes
        { "avancer", "forward"; "là d’où l’on a reculé", "where you went back from" }
    NextPane "next-pane" &[Scope::List, Scope::Detail, Scope::Reader], ["Tab"], Go 8 Closes [when: When::HasOtherPane]
        { "volet", "pane"; "volet suivant\u{a0}: liste, détail, article à côté", "next pane: list, detail, article beside them" }
    PreviousPane "previous-pane" &[Scope::List, Scope::Detail, Scope::Reader], ["Shift-Tab"], Go 0 Closes [when: When::HasOtherPane]
        { "volet", "pane"; "volet précédent", "previous pane" }
    Fold "fold" &[Scope::List], ["Space"], Look 4 Closes [when: When::HasSubevents]
        { "(re)plier", "(un)fold"; "montrer ou cacher les sous-événements", "show or hide the subevents" }
    FoldAll "fold-all" &[Scope::List], ["z"], Look 0 Closes
        { "tout déplier", "unfold all"; "montrer ou cacher tous les sous-événements",
          "show or hide all subevents" }
    UnfoldCuts "unfold-cuts" &[Scope::Detail], ["Space"], Look 3 Closes [when: When::HasCuts]
        { "coupes", "cuts"; "montrer ou cacher les mots que les citations ont coupés",
          "show or hide the words that quotes leave out" }
    GroupBy "group" &[Scope::List], ["b"], Look 8 Closes
        { "grouper", "group"; "grouper par décennie, puis par étiquette, puis plus du tout",
          "group by decade, then by tag, then not at all" }
    Article "article" &[Scope::List, Scope::Detail, Scope::Sources], ["o"], Look 4 Closes [when: When::HasArticle]
        { "article", "article"; "l’article de la citation choisie", "the article of the selected quote" }
    Sources "sources" BROWSING, ["s"], Look 5 Closes [when: When::Outside(Scope::Sources)]
        { "sources", "sources"; "les sources et leurs fiches", "the sources and their sheets" }
    Problems "problems" BROWSING, ["!"], Look 9 Closes [when: When::Outside(Scope::Problems)]
        { "problèmes", "problems"; "les problèmes trouvés dans la frise", "the problems found in the timeline" }
    Search "search" &[Scope::List, Scope::Detail, Scope::Reader, Scope::Sources, Scope::Problems, Scope::Help, Scope::Briefing, Scope::Notes], ["/"], Find 3 Stays [reach: Reach::OwnChoice]
        { "chercher", "search"; "chercher partout\u{a0}; dans un article, ses mots\u{a0}; dans l’aide, parmi les touches",
          "search everything; in an article, its words; in the help, among the keys" }
    NextHit "next-hit" PANES, ["n"], Find 0 Closes
        { "réponse suivante", "next hit"; "réponse suivante de la recherche", "next hit of the search" }
    PreviousHit "previous-hit" PANES, ["N"], Find 0 Closes
        { "réponse précédente", "previous hit"; "réponse précédente de la recherche",
          "previous hit of the search" }
    Filter "filter" PANES, ["f"], Find 6 Closes
        { "filtrer", "filter"; "filtrer la liste\u{a0}: mots, tag:, source:, lieu:, locuteur:",
          "filter the list: words, tag:, source:, place:, speaker:" }
    LiftFilter "lift-filter" PANES, ["F"], Find 2 Closes [when: When::IsFiltered]
        { "lever le filtre", "lift filter"; "montrer de nouveau toute la liste", "show the whole list again" }
    SameTag "same-tag" PANES, ["*"], Find 0 Closes
        { "même étiquette", "same tag"; "filtrer par l’étiquette de cet événement, puis la suivante",
          "filter by a tag of this event, then by its next one" }
    GoTo "go-to-date" PANES, ["t"], Find 7 Closes
        { "date", "date"; "aller à une date, sous toutes ses formes (années 1940, 19 juin 2024, 2000–2001)",
          "go to a date in any form (1940s, 19 June 2024, 2000–2001)" }
    Mark "mark" PANES, ["m{a-z}"], Find 0 Closes
        { "marquer", "mark"; "poser une marque ici", "put a mark here" }
    ToMark "to-mark" PANES, ["'{a-z}"], Find 0 Closes
        { "à la marque", "to mark"; "aller à une marque", "go to a mark" }
    JumpBack "jump-back" PANES_AND_BRIEFING, ["''"], Find 0 Closes [reach: Reach::Shared]
        { "d’où l’on vient", "jump back"; "là où l’on était avant le dernier saut",
          "where you were before the last jump" }
    CopyCitation "copy-citation" PANES, ["yy"], Copy 0 Closes
        { "référence", "citation"; "copier la référence de la source", "copy the citation of the source" }
    CopyQuote "copy-quote" PANES, ["yq"], Copy 0 Closes
        { "citation", "quote"; "copier les mots de la citation", "copy the words of the quote" }
    CopyAddress "copy-address" PANES, ["yu"], Copy 0 Closes
        { "adresse", "address"; "copier l’adresse de la source", "copy the address of the source" }
    Select "select" &[Scope::Reader], ["v"], Quote 3 Closes [when: When::HasText]
        { "sélectionner", "select"; "sélectionner un passage pour en faire une citation (à la souris aussi\u{a0}: tirer)",
          "select a passage to make a quote of it (with the mouse, too: drag)" }
    NextWord "next-word" SELECTION, ["w", "e", "l", "Right"], Quote 0 Closes
        { "mot", "word"; "jusqu’au mot suivant (3w\u{a0}: trois mots)", "to the next word (3w: three words)" }
    PreviousWord "previous-word" SELECTION, ["b", "h", "Left"], Quote 0 Closes
        { "mot", "word"; "jusqu’au mot précédent", "back to the word before" }
    NextSentence "next-sentence" SELECTION, [")"], Quote 3 Closes
        { "phrase", "sentence"; "jusqu’à la fin de la phrase", "to the end of the sentence" }
    PreviousSentence "previous-sentence" SELECTION, ["("], Quote 0 Closes
        { "phrase", "sentence"; "jusqu’au début de la phrase", "back to the beginning of the sentence" }
    LineStart "line-start" SELECTION, ["^"], Quote 0 Closes
        { "début", "start"; "jusqu’au début de la ligne", "to the beginning of the line" }
    LineEnd "line-end" SELECTION, ["$"], Quote 0 Closes
        { "fin", "end"; "jusqu’à la fin de la ligne", "to the end of the line" }
    OtherEnd "other-end" SELECTION, ["o"], Quote 4 Closes
        { "autre bout", "other end"; "déplacer l’autre bout de la sélection", "move the other end of the selection" }
    CopyPassage "copy-passage" SELECTION, ["y", "Enter"], Quote 1 Closes
        { "copier", "copy"; "copier le YAML de la citation", "copy the YAML of the quote" }
    AddQuote "add-quote" SELECTION, ["Y"], Quote 2 Closes
        { "ajouter", "add"; "écrire la citation dans la frise, sous un événement à choisir",
          "write the quote into the timeline, under an event to choose" }
    EndSelection "end-selection" SELECTION, ["Esc", "v"], Quote 5 Closes
        { "fin", "end"; "ne plus rien sélectionner", "select nothing any more" }
    Undo "undo" PANES, ["u"], Quote 4 Closes [when: When::HasWritten]
        { "annuler", "undo"; "reprendre la citation écrite, si le fichier est resté tel quel",
          "take back the quote that was written, while the file is as it was left" }
    ZoomTo "zoom-to-selection" PANES, ["="], Time 7 Closes [when: When::Axis(AxisNeed::HasOtherWindow)]
        { "zoom", "zoom"; "l’axe sur la date choisie\u{a0}; encore\u{a0}: sur le tout",
          "the axis on the selected date; again: on the whole" }
    ZoomIn "zoom-in" PANES, ["+"], Time 0 Closes [when: When::Axis(AxisNeed::HasSmaller)]
        { "agrandir", "zoom in"; "agrandir l’axe autour du choix (3+\u{a0}: huit fois)",
          "zoom in around the selection (3+: eight times)" }
    ZoomOut "zoom-out" PANES, ["-"], Time 0 Closes [when: When::Axis(AxisNeed::HasLarger)]
        { "réduire", "zoom out"; "montrer plus de temps", "show more time" }
    PanEarlier "pan-earlier" PANES, ["["], Time 0 Closes [when: When::Axis(AxisNeed::HasEarlier)]
        { "plus tôt", "earlier"; "l’axe plus tôt, d’un quart", "the axis earlier, by a quarter" }
    PanLater "pan-later" PANES, ["]"], Time 0 Closes [when: When::Axis(AxisNeed::HasLater)]
        { "plus tard", "later"; "l’axe plus tard, d’un quart", "the axis later, by a quarter" }
    EqualSteps "equal-steps" PANES, ["e"], Time 0 Closes [when: When::Axis(AxisNeed::HasSeveralEvents)]
        { "pas égaux", "equal steps"; "l’axe à l’échelle du temps, ou un pas égal par événement",
          "the axis true to time, or an equal step for each event" }
    Brief "brief" PANES_AND_BRIEFING, ["F5"], Brief 0 Closes [reach: Reach::Shared]
        { "briefing", "briefing"; "le briefing à partir d’ici\u{a0}; pendant le briefing, rallumer l’écran noir",
          "the briefing from here; in a briefing, light a black screen again" }
    NextStep "next-step" BRIEFING, ["Space", "Right", "l", "n", "PageDown", "Enter"], Brief 1 Closes [reach: Reach::Shared]
        { "suite", "next"; "révéler la suite (un clic aussi)", "reveal what comes next (a click does, too)" }
    PreviousStep "previous-step" BRIEFING, ["Left", "h", "p", "PageUp", "Backspace"], Brief 2 Closes [reach: Reach::Shared]
        { "retour", "back"; "revenir à ce qui précède", "go back to what was before" }
    Below "below" BRIEFING, ["Down", "j"], Brief 3 Closes [reach: Reach::Shared]
        { "plus bas", "below"; "ce qui est sous la diapositive\u{a0}: autres citations, affirmations, sous-événements",
          "what lies below the slide: further quotes, claims, subevents" }
    Above "above" BRIEFING, ["Up", "k"], Brief 0 Closes [reach: Reach::Shared]
        { "plus haut", "above"; "remonter vers la diapositive", "back up to the slide" }
    AllSteps "all-steps" BRIEFING, ["s"], Brief 0 Closes [reach: Reach::Shared]
        { "tout", "all"; "toute la diapositive d’un coup\u{a0}; encore\u{a0}: de nouveau pas à pas",
          "the whole slide at once; again: step by step" }
    Overview "overview" BRIEFING, ["o"], Brief 4 Closes [reach: Reach::OwnChoice]
        { "plan", "overview"; "toutes les diapositives, à choisir en tapant", "all slides, chosen by typing" }
    Black "black" BRIEFING, [".", "b"], Brief 0 Closes [reach: Reach::Shared]
        { "noir", "black"; "écran noir\u{a0}; toute touche le rallume", "black screen; any key lights it again" }
    HideDates "hide-dates" BRIEFING, ["d"], Brief 0 Closes [reach: Reach::Shared, changes_look: true]
        { "dates", "dates"; "cacher les dates pour les faire deviner, ou les montrer",
          "hide dates to have them guessed, or show them" }
    Freeze "freeze" BRIEFING, ["F"], Brief 0 Closes [reach: Reach::Shared]
        { "figer", "freeze"; "figer ce que voit la classe, ou le libérer", "freeze what the audience sees, or let it go" }
    Timer "timer" BRIEFING, ["t"], Brief 0 Closes [reach: Reach::Shared]
        { "chrono", "timer"; "lancer le chronomètre, ou l’arrêter", "start the timer, or stop it" }
    ResetTimer "reset-timer" BRIEFING, ["T"], Brief 0 Closes [reach: Reach::Shared]
        { "à zéro", "reset"; "remettre le chronomètre à zéro", "set the timer back to zero" }
    ClockMode "clock" BRIEFING, ["w"], Brief 0 Closes [reach: Reach::OwnChoice, changes_look: true]
        { "horloge", "clock"; "temps restant, temps écoulé, heure, rien", "time left, time gone, time of day, nothing" }
    Larger "larger" BRIEFING, ["+"], Brief 0 Closes [changes_look: true]
        { "plus grand", "larger"; "écrire plus grand", "larger letters" }
    Smaller "smaller" BRIEFING, ["-"], Brief 0 Closes [changes_look: true]
        { "plus petit", "smaller"; "écrire plus petit", "smaller letters" }
    LightDark "light-dark" BRIEFING, ["i"], Brief 0 Closes [changes_look: true]
        { "clair", "light"; "écran clair ou sombre", "light or dark screen" }
    EndBriefing "end-briefing" BRIEFING, ["Esc"], Brief 0 Closes [wakes_screen: false]
        { "finir", "end"; "finir le briefing\u{a0}: on revient là d’où il est parti", "end the briefing: back to where it was started from" }
    Palette "palette" PANES, [":", "Ctrl-p"], System 5 StaysUnlisted
        { "commandes", "commands"; "toutes les commandes, à choisir en tapant", "every command, chosen by typing" }
    Help "help" ANYWHERE, ["?", "F1"], System 3 Stays [reach: Reach::Global]
        { "aide", "help"; "les touches", "the keys" }
    Language "language" ANYWHERE, ["F2"], System 6 StaysUnlisted [reach: Reach::Global, changes_look: true]
        { "English", "French"; "passer à l’anglais", "switch to French" }
    Theme "theme" ANYWHERE, ["F3"], System 0 Stays [reach: Reach::Global, changes_look: true]
        { "thème", "theme"; "thème suivant\u{a0}: sombre, clair, contrasté, sans couleurs, le vôtre",
          "next theme: dark, light, high contrast, plain, your own" }
    Edit "edit" PANES, ["E"], System 0 Closes
        { "éditeur", "editor"; "ouvrir l’éditeur ($VISUAL, $EDITOR) à cet endroit",
          "open the editor ($VISUAL, $EDITOR) at this place" }
    Reload "reload" PANES, ["R"], System 0 Closes
        { "relire", "reload"; "relire la frise (elle l’est d’elle-même quand le fichier change)",
          "read the timeline anew (done by itself when the file changes)" }
    Redraw "redraw" ANYWHERE, ["Ctrl-l"], System 0 Stays [reach: Reach::Global, wakes_screen: false]
        { "redessiner", "redraw"; "redessiner l’écran", "draw the screen anew" }
    Suspend "suspend" ANYWHERE, ["Ctrl-z"], System 0 Stays [reach: Reach::Global, wakes_screen: false]
        { "suspendre", "suspend"; "revenir au shell jusqu’à fg", "back to the shell until fg" }
    Quit "quit" ANYWHERE, ["q", "Ctrl-c"], System 4 Stays [wakes_screen: false]
        { "quitter", "quit"; "quitter", "quit" }
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
