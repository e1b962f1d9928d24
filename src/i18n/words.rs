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
    /// A source without publication.
    publication_not_stated: "publication non précisée", "publication not stated";
    /// A source without date.
    date_not_stated: "date non précisée", "date not stated";
    /// Title of a timeline without one.
    untitled: "Frise sans titre", "Untitled timeline";
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
    /// Speaker's notes heading.
    notes: "Notes pour l’exposé", "Speaker’s notes";
    /// Questions heading.
    questions: "Questions pour la classe", "Questions for the class";
    /// Subevents heading.
    subevents: "Sous-événements", "Subevents";
    /// Before a remark of the timeline on a quote.
    note: "Remarque\u{a0}:", "Note:";
    /// Before the timeline's own translation.
    our_translation: "notre traduction", "our translation";
    /// Anchor: exact.
    exact: "mot pour mot", "word for word";
    /// Anchor: typographic.
    typographic: "à la typographie près", "but for typography";
    /// Anchor: elided.
    elided: "avec coupes marquées", "with marked cuts";
    /// Anchor: ambiguous.
    ambiguous: "à plusieurs endroits", "in several places";
    /// Anchor: orphan.
    orphan: "introuvable dans l’article", "not found in the article";
    /// Anchor: not checked yet.
    pending: "vérification…", "checking…";
    /// The sources pane.
    sources: "Sources", "Sources";
    /// The problems pane.
    problems: "Problèmes", "Problems";
    /// No problem at all.
    no_problems: "Aucun problème\u{a0}: chaque citation est dans son article.",
        "No problem: every quote stands in its article.";
    /// Heading over the signs.
    signs: "Signes", "Signs";
    /// A moment on the axis.
    sign_moment: "sur l’axe, un événement", "on the axis, an event";
    /// Certain time on the axis.
    sign_certain: "sur l’axe, un temps certain", "on the axis, certain time";
    /// Possible time on the axis.
    sign_possible: "sur l’axe, un temps possible\u{a0}: la date n’est pas plus précise",
        "on the axis, possible time: the date says no more";
    /// Several events in one column of the axis.
    sign_several: "sur l’axe, plusieurs événements au même endroit", "on the axis, several events in one place";
    /// Folded subevents.
    sign_folded: "dans la liste, des sous-événements", "in the list, subevents";
    /// The number at the end of a row of the list.
    sign_origins: "dans la liste, le nombre d’origines indépendantes", "in the list, the number of independent origins";
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
    orphan_banner: "Cette citation n’est pas dans l’article. Passage le plus proche\u{a0}:",
        "This quote does not stand in the article. Nearest passage:";
    /// Banner over an orphan with no passage like it.
    orphan_lost: "Cette citation n’est pas dans l’article, et rien n’y ressemble.",
        "This quote does not stand in the article, and nothing there is like it.";
    /// Banner over an ambiguous quote.
    ambiguous_banner: "Cette citation se lit à plusieurs endroits de l’article.",
        "This quote stands in several places of the article.";
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
    /// How the help is left.
    close_help: "Échap ferme", "Esc closes";
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
