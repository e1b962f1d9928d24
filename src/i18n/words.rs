//! The words of the screen. A language that lacks one does not compile.

use super::Lang;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $fr:literal, $en:literal;)*) => {
        /// Every word of the screen in one language.
        #[derive(Debug)]
        pub struct Words {
            $($(#[$doc])* pub $name: &'static str,)*
        }

        static FR: Words = Words { $($name: $fr,)* };
        static EN: Words = Words { $($name: $en,)* };
    };
}

words! {
    /// What a document does not state.
    not_stated: "non précisé", "not stated";
    /// The same where what it is called is feminine: an address.
    not_stated_f: "non précisée", "not stated";
    /// The same where it is a feminine plural: limits.
    not_stated_fp: "non précisées", "not stated";
    /// A source without date.
    date_not_stated: "date non précisée", "date not stated";
    /// Title of a timeline without one.
    untitled: "Frise sans titre", "Untitled timeline";
    /// An event without a title, or with one of which nothing can be seen.
    untitled_event: "sans titre", "untitled";
    /// An event whose date cannot be read.
    undated: "sans date", "undated";
    /// A timeline without events.
    no_events: "Aucun événement dans cette frise.", "No event in this timeline.";
    /// Quotes heading.
    quotes: "Citations", "Quotes";
    /// An event without quotes of its own.
    no_quotes: "Aucune citation\u{a0}: rien ici n’est prouvé.", "No quote: nothing here is proved.";
    /// Claims heading.
    claims: "Ce que disent les sources", "What the sources say";
    /// A quote that carries a claim.
    supports: "+ appuie", "+ supports";
    /// A quote that says otherwise.
    disputes: "− conteste", "− disputes";
    /// A quote that carries it in part.
    nuances: "± nuance", "± nuances";
    /// Speaker notes heading.
    notes: "Notes de l’orateur", "Speaker notes";
    /// Questions heading.
    questions: "Questions pour la classe", "Questions for the class";
    /// Subevents heading.
    subevents: "Sous-événements", "Subevents";
    /// Before a remark of the timeline on a quote.
    note: "Remarque\u{a0}:", "Note:";
    /// Before the timeline's own translation.
    our_translation: "notre traduction", "our translation";
    /// Anchor: ambiguous.
    ambiguous: "à plusieurs endroits", "in several places";
    /// Anchor: orphan.
    orphan: "introuvable dans l’article", "not found in the article";
    /// Anchor: not checked yet.
    pending: "vérification…", "checking…";
    /// Behind how long passed since the event before: `35 ans plus tard`.
    later: "plus tard", "later";
    /// Before a time that passed between dates of which one is vague: it is the shortest it can have been.
    at_least: "au moins", "at least";
    /// Before a time that passed between dates of which one is not certain.
    about: "environ", "about";
    /// In the hint: the key that goes on in a briefing.
    hint_next: "suite", "next";
    /// In the hint: the key that leads to another of the timeline's briefings.
    hint_other: "autre briefing", "other briefing";
    /// In the hint: the key that ends a briefing.
    hint_end: "finir", "end";
    /// The slides to choose from.
    overview: "Plan", "Overview";
    /// On the speaker's screen: an event without notes.
    no_notes: "Pas de notes pour cette diapositive.", "No notes on this slide.";
    /// Before the next step of the slide.
    next_step: "Ensuite", "Next";
    /// Before the next slide.
    next_slide: "Diapositive suivante", "Next slide";
    /// Where there is no next slide.
    end_of_briefing: "fin du briefing", "end of the briefing";
    /// Heading over what the audience sees.
    on_screen: "À l’écran", "On screen";
    /// Heading over what the audience will see, while what it sees stands still.
    preview: "Aperçu (l’écran de la classe est figé)", "Preview (the audience’s screen is frozen)";
    /// The audience's slide stands still.
    frozen: "FIGÉ", "FROZEN";
    /// The audience's screen is black.
    black: "NOIR", "BLACK";
    /// No briefing to follow yet.
    no_briefing: "En attente d’un briefing\u{a0}: lancez frise brief dans un autre terminal.",
        "Waiting for a briefing: start frise brief in another terminal.";
    /// The briefing that was followed has ended.
    briefing_over: "Le briefing est terminé. Le suivant s’affichera ici.",
        "The briefing is over. The next one will be shown here.";
    /// Before why followers cannot find the briefing.
    no_relay: "Personne ne peut suivre ce briefing\u{a0}:", "Nobody can follow this briefing:";
    /// A briefing is given by another version of frise.
    other_version: "Le briefing est donné par une autre version de frise\u{a0}: installez la même partout.", "The briefing is given by another version of frise: install the same one everywhere.";
    /// Another briefing is being given on this machine.
    other_briefing: "Un autre briefing garde ses écrans.", "Another briefing keeps its screens.";
    /// Before why the timeline of the briefing cannot be shown.
    not_followed: "Impossible de suivre le briefing\u{a0}:", "The briefing cannot be followed:";
    /// Behind the sign that stands in the place of a date while a class guesses it.
    covered: "\u{a0}: couvert, pas coupé", ": covered, not cut";
    /// The filter leaves nothing to give a briefing of.
    no_event_left: "Le filtre ne laisse aucun événement à exposer.", "The filter leaves no event for a briefing.";
    /// The exercise in which a class puts events in order.
    ordering: "Mettre en ordre", "Put in order";
    /// How a class puts events in order.
    ordering_hint: "Une lettre met son titre à la ligne marquée\u{a0}; ↑ et ↓ changent de ligne. Espace\u{a0}: la réponse.",
        "A letter puts its title into the marked row; ↑ and ↓ mark another row. Space: the answer.";
    /// Nothing gives the date of an event that a class has put in order.
    no_source_dates: "Aucune source ne donne cette date.", "No source gives this date.";
    /// Nothing lies below a slide.
    nothing_below: "Rien sous cette diapositive.", "Nothing below this slide.";
    /// The whole timeline, among the briefings that it holds.
    whole_timeline: "Toute la frise", "The whole timeline";
    /// The events that were chosen, among the briefings that a timeline holds.
    chosen_events: "Le choix demandé", "The chosen events";
    /// A briefing without a title.
    untitled_briefing: "sans titre", "untitled";
    /// No slide answers what was typed.
    no_slide: "Aucune diapositive ne contient ces mots.", "No slide has these words.";
    /// The sources pane.
    sources: "Sources", "Sources";
    /// The problems pane.
    problems: "Problèmes", "Problems";
    /// No problem at all.
    no_problems: "Aucun problème\u{a0}: chaque citation a été cherchée dans son article.",
        "No problem: every quote has been looked up in its article.";
    /// Heading over the signs.
    signs: "Signes", "Signs";
    /// A moment on the axis.
    sign_moment: "sur l’axe, un événement", "on the axis, an event";
    /// Certain time on the axis.
    sign_certain: "sur l’axe, le temps qu’un événement a duré", "on the axis, the time that an event lasted";
    /// Possible time on the axis.
    sign_possible: "sur l’axe, un temps où l’événement a pu avoir lieu\u{a0}: la date n’en dit pas plus",
        "on the axis, time in which the event may have happened: the date says no more";
    /// A moment on the axis whose date is in doubt.
    sign_doubtful: "sur l’axe, un événement à la date incertaine", "on the axis, an event whose date is in doubt";
    /// A bar on the axis that begins while another one goes on.
    sign_begins: "sur l’axe, un temps qui commence pendant un autre", "on the axis, a time that begins during another";
    /// Several events in one column of the axis.
    sign_several: "sur l’axe, plusieurs événements au même endroit (dessous, 2/7\u{a0}: le deuxième des sept)",
        "on the axis, several events in one place (below it, 2/7: the second of the seven)";
    /// Density on the axis.
    sign_density: "sur l’axe, de peu à beaucoup d’événements\u{a0}; le nombre est celui de la colonne la plus pleine",
        "on the axis, from few to many events; the number is that of the fullest column";
    /// A moment inside an event, on the line of the axis.
    sign_inner: "sur l’axe, un sous-événement", "on the axis, a subevent";
    /// The selected event on the axis.
    sign_pointer: "sous l’axe, l’événement choisi", "under the axis, the selected event";
    /// Where one is on the axis when zoomed.
    sign_overview: "sous l’axe, la partie visible du tout", "under the axis, the part of the whole in view";
    /// Events outside the window of the axis.
    sign_outside: "au bord de l’axe, d’autres événements au-delà", "at the edge of the axis, more events beyond";
    /// The axis does not show time but the order of events.
    equal_steps: "pas égaux", "equal steps";
    /// A quote that is exact.
    sign_exact: "citation mot pour mot", "a quote that is word for word";
    /// A quote that is typographic.
    sign_typographic: "mot pour mot, à la typographie près", "word for word except for typography";
    /// A quote that is joined.
    sign_joined: "mot pour mot, fins de ligne et ligatures recollées", "word for word, line ends and ligatures joined";
    /// A quote with cuts.
    sign_elided: "avec coupes marquées\u{a0}: ce qu’elles ôtent est montré", "with marked cuts: what they leave out is shown";
    /// A quote with words of the curator's.
    sign_altered: "modifiée\u{a0}: les mots entre crochets ne sont pas de l’article, qui dit les siens à côté",
        "altered: the words in brackets are not the article’s, which stand beside them";
    /// An event still to come, and the line before it, under a slide.
    sign_untold: "sous une diapositive, ce qui n’a pas encore été raconté", "under a slide, what has not been told yet";
    /// Folded subevents.
    sign_folded: "dans la liste, des sous-événements à déplier", "in the list, subevents to unfold";
    /// The number at the end of a row of the list.
    sign_origins: "dans la liste, le nombre d’origines indépendantes (ici\u{a0}3)", "in the list, the number of independent origins (here 3)";
    /// The help.
    help: "Touches", "Keys";
    /// Source sheet: nature of the document.
    nature: "Nature", "Nature";
    /// Source sheet: author.
    author: "Auteur", "Author";
    /// Source sheet: publication.
    publication: "Publication", "Publication";
    /// Source sheet: agency.
    credit: "Agence", "Agency";
    /// Source sheet: date.
    date: "Date", "Date";
    /// Source sheet: title.
    title: "Titre", "Title";
    /// Source sheet: address.
    address: "Adresse", "Address";
    /// Source sheet: file of the article.
    article: "Article", "Article";
    /// Source sheet: origin.
    origin: "Origine", "Origin";
    /// Source sheet: the agencies and media whose reports it passes on.
    relays: "Relaie", "Relays";
    /// Source sheet: audience.
    audience: "Destinataire", "Audience";
    /// Source sheet: context.
    context: "Contexte", "Context";
    /// Source sheet: viewpoint.
    viewpoint: "Point de vue", "Viewpoint";
    /// Source sheet: limits.
    limits: "Limites", "Limits";
    /// The article of a source cannot be read.
    no_article: "L’article n’a pas pu être lu.", "The article could not be read.";
    /// A source the timeline does not have.
    unknown_source: "source inconnue", "unknown source";
    /// Banner over an orphan in the reader.
    orphan_banner: "Cette citation n’est pas dans l’article\u{a0}; le passage le plus proche est marqué",
        "This quote is not in the article; the nearest passage is marked";
    /// Banner over an orphan with no passage like it.
    orphan_lost: "Cette citation n’est pas dans l’article, et rien n’y ressemble.",
        "This quote is not in the article, and nothing in it is like it.";
    /// Banner over an ambiguous quote.
    ambiguous_banner: "Cette citation se lit à plusieurs endroits de l’article.",
        "This quote stands in several places of the article.";
    /// Something is wrong with the settings.
    settings: "réglages", "settings";
    /// What was saved cannot be read.
    unreadable: "Le fichier enregistré ne se lit pas.", "The saved file cannot be read.";
    /// The same, with the key that leads to the reasons.
    unreadable_problems: "Le fichier enregistré ne se lit pas\u{a0}: !", "The saved file cannot be read: !";
    /// The same where there is little room.
    unreadable_short: "illisible\u{a0}: !", "unreadable: !";
    /// The timeline is being read anew.
    reloading: "Relecture…", "Reading anew…";
    /// It has been.
    reloaded: "Relu", "Read anew";
    /// A large timeline is being read; its name follows.
    reading: "Lecture de", "Reading";
    /// The built-in timeline has no file.
    built_in: "La frise intégrée n’a pas de fichier à modifier", "The built-in timeline has no file to edit";
    /// The files cannot be watched; the reason follows.
    not_watched: "Les modifications ne seront pas suivies (R relit)\u{a0}:",
        "Changes will not be followed (R reads anew):";
    /// The editor cannot be started; its name or the reason follows.
    not_edited: "L’éditeur n’a pas pu être lancé\u{a0}:", "The editor could not be started:";
    /// No shell to go back to.
    no_shell: "Aucun shell auquel revenir", "No shell to go back to";
    /// The terminal is too small.
    too_small: "frise\u{a0}: 40×12 au moins", "frise: 40×12 at least";
    /// Nothing to go back to.
    no_history: "Rien avant", "Nothing before";
    /// Nothing to go forward to.
    no_future: "Rien après", "Nothing after";
    /// No article to show.
    no_quote_here: "Pas de citation ici", "No quote here";
    /// Hint: what Enter does.
    hint_open: "les citations, puis l’article", "the quotes, then the article";
    /// Hint: what the help is for.
    hint_help: "toutes les touches", "all keys";
    /// Hint: what Esc does.
    hint_close: "revenir", "back";
    /// How the help is left.
    close_help: "Échap ferme", "Esc closes";
    /// What can be done in the help.
    help_searches: "cherche", "searches";
    /// What Enter does in the help.
    help_runs: "exécute", "runs";
    /// No command has the words that were typed.
    no_command: "Aucune commande de ce nom", "No command of that name";
    /// A command that does nothing in this pane.
    not_here: "Pas dans ce volet", "Not in this pane";
    /// Nothing was searched yet.
    no_search: "Rien n’a été cherché", "Nothing was searched";
    /// Before the words to search by.
    search: "Chercher\u{a0}:", "Search:";
    /// What a search understands.
    search_hints: "'mot exact · ^début · fin$ · !sans · a | b · tag: source: lieu: locuteur:",
        "'exact word · ^begin · end$ · !without · a | b · tag: source: place: speaker:";
    /// Before the words to filter by.
    filter: "Filtrer\u{a0}:", "Filter:";
    /// Before the words the list is filtered by.
    filtered_by: "Filtre\u{a0}:", "Filter:";
    /// A hit that the filter hid has lifted it.
    filter_lifted: "filtre levé", "filter lifted";
    /// The list is not filtered.
    no_filter: "Aucun filtre", "No filter";
    /// No event answers the filter.
    nothing_left: "Aucun événement ne répond au filtre.", "No event answers the filter.";
    /// The event has no tag.
    no_tag_here: "Cet événement n’a pas d’étiquette", "This event has no tag";
    /// Before the date being typed.
    go_to: "Aller à la date\u{a0}:", "Go to date:";
    /// What was typed is no date.
    no_date: "pas (encore) une date", "no date (yet)";
    /// What was typed could be several dates.
    which_date: "à préciser\u{a0}:", "which one:";
    /// Between the dates something could mean.
    or: "ou", "or";
    /// After a length of time: an event was that long before a date.
    before: "avant", "before";
    /// After a length of time: an event was that long after a date.
    after: "après", "after";
    /// After one of these: the date that was typed.
    wanted_date: "la date demandée", "the date asked for";
    /// No event has a date.
    no_dated_event: "aucun événement n’est daté", "no event has a date";
    /// A mark was put, with its letter after.
    marked: "Marque posée\u{a0}:", "Mark put:";
    /// There is no mark of this letter.
    no_mark: "Pas de marque", "No mark";
    /// A mark is called by another letter.
    marks_are_letters: "Les marques vont de a à z", "Marks go from a to z";
    /// There was no jump yet.
    no_jump: "Aucun saut jusqu’ici", "No jump so far";
    /// A citation went to the clipboard.
    copied_citation: "Référence envoyée au presse-papiers", "Citation sent to the clipboard";
    /// A quote went to the clipboard.
    copied_quote: "Citation envoyée au presse-papiers", "Quote sent to the clipboard";
    /// An address went to the clipboard.
    copied_address: "Adresse envoyée au presse-papiers", "Address sent to the clipboard";
    /// A quote with words of the curator's went to the clipboard.
    copied_altered: "Citation modifiée envoyée au presse-papiers, crochets compris",
        "Altered quote sent to the clipboard, with its brackets";
    /// A quote that was not found in its article is not copied.
    not_copied: "Non copiée\u{a0}: introuvable dans l’article", "Not copied: not found in the article";
    /// What was copied was sent to the terminal, which may or may not take it.
    copy_sent: "Envoyé au terminal, qui le met au presse-papiers s’il sait le faire", "Sent to the terminal, which puts it on the clipboard if it can";
    /// There is no clipboard.
    no_clipboard: "Rien n’est copié\u{a0}: il n’y a pas de presse-papiers ici", "Not copied: there is no clipboard here";
    /// The YAML of a quote went to the clipboard.
    copied_yaml: "YAML de la citation envoyé au presse-papiers", "YAML of the quote sent to the clipboard";
    /// Nothing can be selected in an article without words.
    no_words: "Aucun mot dans cet article", "No words in this article";
    /// A selection that stands in several places with the same words around it, or has no word in it.
    not_quotable: "Ce passage ne se distingue pas des autres\u{a0}: prenez plus de mots",
        "This passage cannot be told from others: take more words";
    /// How many words are selected; the number stands before.
    words_selected: "mots choisis", "words selected";
    /// The same of a single one.
    word_selected: "mot choisi", "word selected";
    /// Before the line by which the event is looked for that a quote is written into.
    into_event: "Ajouter à\u{a0}:", "Add to:";
    /// The event that there is not yet, to be chosen.
    new_event: "Nouvel événement", "New event";
    /// A quote was written into the timeline; the key that takes it back follows.
    quote_written: "Citation ajoutée à la frise\u{a0}; pour l’annuler\u{a0}:", "Quote added to the timeline; to undo:";
    /// It was taken back.
    undone: "Citation retirée de la frise", "Quote taken out of the timeline";
    /// Nothing was written yet.
    nothing_to_undo: "Rien à annuler", "Nothing to undo";
    /// The file was changed since it was read.
    changed_meanwhile: "Rien n’est écrit\u{a0}: le fichier a changé entre-temps", "Nothing written: the file was changed meanwhile";
    /// The file was not written; the reason follows.
    not_written: "Rien n’est écrit\u{a0}:", "Nothing written:";
    /// A quote that was not checked yet is not copied.
    not_copied_yet: "Pas encore vérifiée", "Not checked yet";
    /// A source without an address.
    no_address: "La source n’indique pas d’adresse", "The source states no address";
    /// No source where one is.
    no_source_here: "Pas de source ici", "No source here";
    /// A key that moves, where nothing can be gone through.
    nothing_to_go_through: "Rien à parcourir ici", "Nothing to go through here";
    /// Esc where nothing is open; the key that quits follows.
    nothing_to_close: "Rien à fermer", "Nothing to close";
    /// An event without subevents, or a timeline without any.
    no_subevents: "Pas de sous-événements ici", "No subevents here";
    /// The words that quotes have cut are shown.
    cuts_shown: "Les mots coupés sont montrés", "The words left out are shown";
    /// They are hidden.
    cuts_hidden: "Les mots coupés sont cachés", "The words left out are hidden";
    /// No quote of the event has a cut.
    no_cuts: "Aucune coupe dans ces citations", "No cut in these quotes";
    /// All subevents are shown.
    all_unfolded: "Tout est déplié", "All is unfolded";
    /// All subevents are hidden.
    all_folded: "Tout est replié", "All is folded";
    /// No axis is on the screen.
    no_axis: "Pas d’axe ici", "No axis here";
    /// The axis shows all or as little as it can, or stands at its end.
    axis_end: "L’axe ne va pas plus loin", "The axis goes no further";
    /// The list is put into groups by decade.
    by_decade: "par décennie", "by decade";
    /// The list is put into groups by tag.
    by_tag: "par étiquette", "by tag";
    /// Heading over events of which nobody knows when they began.
    no_start: "début inconnu", "start unknown";
    /// Heading over events without tags.
    untagged: "sans étiquette", "untagged";
    /// There is no quote of this number, which stands after.
    no_such_quote: "Pas de citation", "No quote";
    /// There is no passage after this one.
    last_passage: "Dernier passage", "Last passage";
    /// There is no passage before this one.
    first_passage: "Premier passage", "First passage";
    /// No quote stands in the article.
    no_passages: "Aucune citation dans cet article", "No quote in this article";
    /// No quote stands in the lines on the screen.
    no_passage_here: "Aucun passage cité ici\u{a0}: J va au suivant", "No quoted passage here: J goes to the next";
    /// No other pane is beside this one.
    one_pane: "Pas d’autre volet ici", "No other pane here";
    /// Passages of the article, with their number before.
    passage: "passage", "passage";
    /// Lines of a page, with their number after.
    line: "ligne", "line";
    /// Before the words to find in the article.
    find: "Dans l’article\u{a0}:", "In the article:";
    /// The article does not have these words.
    not_in_article: "introuvable dans l’article", "not in the article";
    /// The search goes on from the beginning of the article.
    on_from_beginning: "Reprise au début de l’article", "On from the beginning of the article";
    /// The search goes on from the end of the article.
    on_from_end: "Reprise à la fin de l’article", "On from the end of the article";
}

impl Words {
    /// The words of `lang`.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

/// `1 source`, `5 sources`: the number with the right form of the word. French counts zero as singular
/// (CLDR plural rules).
pub fn count(lang: Lang, number: usize, one: &str, other: &str) -> String {
    let singular = match lang {
        Lang::Fr => number < 2,
        Lang::En => number == 1,
    };
    format!("{number} {}", if singular { one } else { other })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_zero_is_singular() {
        assert_eq!(count(Lang::Fr, 0, "source", "sources"), "0 source");
        assert_eq!(count(Lang::En, 0, "source", "sources"), "0 sources");
        assert_eq!(count(Lang::Fr, 1, "source", "sources"), "1 source");
        assert_eq!(count(Lang::Fr, 2, "source", "sources"), "2 sources");
    }
}
