//! The rows of the table.

use super::{Command, Group, Scope, Spec, Words};

const ANYWHERE: &[Scope] = &[Scope::Anywhere];
/// In every pane, but not in what lies over them.
const PANES: &[Scope] = &[Scope::List, Scope::Detail, Scope::Reader, Scope::Sources, Scope::Problems];

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
    Open "open" &[Scope::List, Scope::Detail, Scope::Reader, Scope::Sources, Scope::Help, Scope::Prompt],
        ["Enter", "l", "Right"], Go 1
        { "ouvrir", "open";
          "entrer\u{a0}: événement, citation (3 Entrée\u{a0}: la troisième), son passage\u{a0}; d’un passage à son événement",
          "deeper: event, quote (3 Enter: the third), its passage; from a passage to its event" }
    Close "close" ANYWHERE, ["Esc", "h", "Left", "Backspace"], Go 2
        { "retour", "back"; "revenir d’un niveau (ne quitte jamais)", "back one level (never quits)" }
    HistoryBack "history-back" ANYWHERE, ["H"], Go 7
        { "avant", "before"; "là où l’on était avant", "where you were before" }
    HistoryForward "history-forward" ANYWHERE, ["L"], Go 0
        { "avancer", "forward"; "là d’où l’on a reculé", "where you went back from" }
    NextPane "next-pane" &[Scope::List, Scope::Detail, Scope::Reader], ["Tab"], Go 8
        { "volet", "pane"; "volet suivant\u{a0}: liste, détail, article à côté", "next pane: list, detail, article beside them" }
    PreviousPane "previous-pane" &[Scope::List, Scope::Detail, Scope::Reader], ["Shift-Tab"], Go 0
        { "volet", "pane"; "volet précédent", "previous pane" }
    Fold "fold" &[Scope::List], ["Space"], Look 4
        { "(re)plier", "(un)fold"; "montrer ou cacher les sous-événements", "show or hide the subevents" }
    FoldAll "fold-all" &[Scope::List], ["z"], Look 0
        { "tout déplier", "unfold all"; "montrer ou cacher tous les sous-événements",
          "show or hide all subevents" }
    GroupBy "group" &[Scope::List], ["b"], Look 8
        { "grouper", "group"; "grouper par décennie, puis par étiquette, puis plus du tout",
          "group by decade, then by tag, then not at all" }
    Article "article" &[Scope::List, Scope::Detail, Scope::Sources], ["o"], Look 4
        { "article", "article"; "l’article de la citation choisie", "the article of the selected quote" }
    Sources "sources" ANYWHERE, ["s"], Look 5
        { "sources", "sources"; "les sources et leurs fiches", "the sources and their sheets" }
    Problems "problems" ANYWHERE, ["!"], Look 9
        { "problèmes", "problems"; "les problèmes trouvés dans la frise", "the problems found in the timeline" }
    Search "search" &[Scope::List, Scope::Detail, Scope::Reader, Scope::Sources, Scope::Problems, Scope::Help], ["/"], Find 3
        { "chercher", "search"; "chercher partout\u{a0}; dans un article, ses mots\u{a0}; dans l’aide, parmi les touches",
          "search everything; in an article, its words; in the help, among the keys" }
    NextHit "next-hit" PANES, ["n"], Find 0
        { "réponse suivante", "next hit"; "réponse suivante de la recherche", "next hit of the search" }
    PreviousHit "previous-hit" PANES, ["N"], Find 0
        { "réponse précédente", "previous hit"; "réponse précédente de la recherche",
          "previous hit of the search" }
    Filter "filter" PANES, ["f"], Find 6
        { "filtrer", "filter"; "filtrer la liste\u{a0}: mots, tag:, source:, lieu:",
          "filter the list: words, tag:, source:, place:" }
    LiftFilter "lift-filter" PANES, ["F"], Find 2
        { "lever le filtre", "lift filter"; "montrer de nouveau toute la liste", "show the whole list again" }
    SameTag "same-tag" PANES, ["*"], Find 0
        { "même étiquette", "same tag"; "filtrer par l’étiquette de cet événement, puis la suivante",
          "filter by a tag of this event, then by its next one" }
    GoTo "go-to-date" PANES, ["t"], Find 7
        { "date", "date"; "aller à une date, sous toutes ses formes (années 1940, 19 juin 2024, 2000–2001)",
          "go to a date in any form (1940s, 19 June 2024, 2000–2001)" }
    Mark "mark" PANES, ["m{a-z}"], Find 0
        { "marquer", "mark"; "poser une marque ici", "put a mark here" }
    ToMark "to-mark" PANES, ["'{a-z}"], Find 0
        { "à la marque", "to mark"; "aller à une marque", "go to a mark" }
    JumpBack "jump-back" PANES, ["''"], Find 0
        { "d’où l’on vient", "jump back"; "là où l’on était avant le dernier saut",
          "where you were before the last jump" }
    CopyCitation "copy-citation" PANES, ["yy"], Take 0
        { "référence", "citation"; "copier la référence de la source", "copy the citation of the source" }
    CopyQuote "copy-quote" PANES, ["yq"], Take 0
        { "citation", "quote"; "copier les mots de la citation", "copy the words of the quote" }
    CopyAddress "copy-address" PANES, ["yu"], Take 0
        { "adresse", "address"; "copier l’adresse de la source", "copy the address of the source" }
    ZoomTo "zoom-to-selection" PANES, ["="], Time 7
        { "zoom", "zoom"; "l’axe sur la date choisie\u{a0}; encore\u{a0}: sur le tout",
          "the axis on the selected date; again: on the whole" }
    ZoomIn "zoom-in" PANES, ["+"], Time 0
        { "agrandir", "zoom in"; "agrandir l’axe autour du choix (3+\u{a0}: huit fois)",
          "zoom in around the selection (3+: eight times)" }
    ZoomOut "zoom-out" PANES, ["-"], Time 0
        { "réduire", "zoom out"; "montrer plus de temps", "show more time" }
    PanEarlier "pan-earlier" PANES, ["["], Time 0
        { "plus tôt", "earlier"; "l’axe plus tôt, d’un quart", "the axis earlier, by a quarter" }
    PanLater "pan-later" PANES, ["]"], Time 0
        { "plus tard", "later"; "l’axe plus tard, d’un quart", "the axis later, by a quarter" }
    EqualSteps "equal-steps" PANES, ["e"], Time 0
        { "pas égaux", "equal steps"; "l’axe à l’échelle du temps, ou un pas égal par événement",
          "the axis true to time, or an equal step for each event" }
    Palette "palette" PANES, [":", "Ctrl-p"], System 5
        { "commandes", "commands"; "toutes les commandes, à choisir en tapant", "every command, chosen by typing" }
    Help "help" ANYWHERE, ["?", "F1"], System 3
        { "aide", "help"; "les touches", "the keys" }
    Language "language" ANYWHERE, ["F2"], System 6
        { "English", "French"; "passer à l’anglais", "switch to French" }
    Theme "theme" ANYWHERE, ["F3"], System 0
        { "thème", "theme"; "thème suivant\u{a0}: sombre, clair, contrasté, sans couleurs, le vôtre",
          "next theme: dark, light, high contrast, plain, your own" }
    Edit "edit" PANES, ["v"], System 0
        { "éditeur", "editor"; "ouvrir l’éditeur ($VISUAL, $EDITOR) à cet endroit",
          "open the editor ($VISUAL, $EDITOR) at this place" }
    Reload "reload" PANES, ["R"], System 0
        { "relire", "reload"; "relire la frise (elle l’est d’elle-même quand le fichier change)",
          "read the timeline anew (done by itself when the file changes)" }
    Redraw "redraw" ANYWHERE, ["Ctrl-l"], System 0
        { "redessiner", "redraw"; "redessiner l’écran", "draw the screen anew" }
    Suspend "suspend" ANYWHERE, ["Ctrl-z"], System 0
        { "suspendre", "suspend"; "revenir au shell jusqu’à fg", "back to the shell until fg" }
    Quit "quit" ANYWHERE, ["q", "Ctrl-c"], System 4
        { "quitter", "quit"; "quitter", "quit" }
}
