//! The words of the plain text of a timeline.

use super::Lang;

/// Every word of the plain text in one language. A field missing in a language does not compile.
#[derive(Debug)]
pub struct ExportWords {
    /// Between a label and what it names.
    pub colon: &'static str,
    /// Opens and closes a quotation.
    pub quotation: (&'static str, &'static str),
    /// Counted nouns, each in the singular and the plural.
    pub events: Counted,
    /// See [`Self::events`].
    pub sources: Counted,
    /// See [`Self::events`].
    pub origins: Counted,
    /// See [`Self::events`].
    pub quotes: Counted,
    /// In place of a date where none is written.
    pub undated: &'static str,
    /// After a text that is no date.
    pub no_date: &'static str,
    /// Label of the places of an event.
    pub places: Counted,
    /// Label of the tags of an event.
    pub tags: Counted,
    /// Before words that stand in several places.
    pub ambiguous: &'static str,
    /// Before words that stand nowhere in their article.
    pub orphan: &'static str,
    /// Short for "document", before its number.
    pub document: &'static str,
    /// For a source the timeline does not have.
    pub unknown_source: &'static str,
    /// Label of who speaks.
    pub speaker: &'static str,
    /// Label of a translation, which is the timeline's and not the source's.
    pub translation: &'static str,
    /// Label of a remark on a quote.
    pub note: &'static str,
    /// Label of a statement.
    pub claim: &'static str,
    /// Label of a quote that carries the statement.
    pub supports: &'static str,
    /// Label of a quote that says otherwise.
    pub disputes: &'static str,
    /// Label of a quote that carries the statement in part.
    pub nuances: &'static str,
    /// Label of the speaker notes.
    pub notes: &'static str,
    /// Label of the questions for the class.
    pub questions: Counted,
    /// Label of the list of sources.
    pub source_list: &'static str,
    /// In place of the title of a document without one.
    pub untitled: &'static str,
    /// In place of the publication of a document that names none, nor an agency.
    pub unpublished: &'static str,
    /// In place of the date of a document without one.
    pub unissued: &'static str,
    /// Other texts of an event in which something was found, after their number.
    pub more_reasons: Counted,
    /// Other passages of an article in which something was found, after their number.
    pub more_passages: Counted,
    /// Whatever else was found, after its number.
    pub more_hits: Counted,
    /// Text that two articles share, after its number.
    pub shared_passages: Counted,
    /// After the length of a text.
    pub characters: Counted,
    /// Of two sources whose articles are one and the same.
    pub same_article: &'static str,
    /// Where no articles share text.
    pub no_overlap: &'static str,
    /// Labels of a source's sheet.
    pub sheet: SheetWords,
}

/// The labels of a source's sheet in one language.
#[derive(Debug)]
pub struct SheetWords {
    /// What it is called.
    pub title: Field,
    /// Who wrote it.
    pub author: Field,
    /// The publication it appeared in.
    pub container_title: Field,
    /// The agency it names.
    pub credit: Field,
    /// When it appeared.
    pub issued: Field,
    /// The nature of the document.
    pub genre: Field,
    /// Its address.
    pub url: Field,
    /// The file of its article.
    pub text: &'static str,
    /// Whose report it passes on.
    pub origin: &'static str,
    /// The agencies and media whose reports it passes on.
    pub relays: &'static str,
    /// Whom it addresses.
    pub audience: &'static str,
    /// In what circumstances it was written.
    pub context: &'static str,
    /// From where it looks at the events.
    pub viewpoint: &'static str,
    /// What it cannot tell.
    pub limits: &'static str,
}

/// The label of something that a document states, or does not.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// What it is called.
    pub name: &'static str,
    /// What stands in its place where the document does not state it: French needs the gender of the label.
    pub not_stated: &'static str,
}

/// A noun in the singular and in the plural.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// The form for one.
    pub one: &'static str,
    /// The form for the numbers that the language counts as many.
    pub other: &'static str,
}

impl Counted {
    /// The form that goes with `n` in `lang`: 0 is singular in French and plural in English (CLDR plural
    /// rules).
    pub fn of(self, lang: Lang, n: usize) -> &'static str {
        let is_one = match lang {
            Lang::Fr => n < 2,
            Lang::En => n == 1,
        };
        if is_one { self.one } else { self.other }
    }
}

impl ExportWords {
    /// The words in `lang`.
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

pub(super) const fn counted(one: &'static str, other: &'static str) -> Counted {
    Counted { one, other }
}

const fn field(name: &'static str, not_stated: &'static str) -> Field {
    Field { name, not_stated }
}

const FR: ExportWords = ExportWords {
    colon: "\u{a0}: ",
    quotation: ("«\u{a0}", "\u{a0}»"),
    events: counted("événement", "événements"),
    sources: counted("source", "sources"),
    origins: counted("origine", "origines"),
    quotes: counted("citation", "citations"),
    undated: "sans date",
    no_date: "date illisible",
    places: counted("Lieu", "Lieux"),
    tags: counted("Mot-clé", "Mots-clés"),
    ambiguous: "Se trouve à plusieurs endroits de l’article",
    orphan: "Ne se trouve pas dans l’article",
    document: "Doc.",
    unknown_source: "source inconnue",
    speaker: "Qui parle",
    translation: "Notre traduction",
    note: "Remarque",
    claim: "Affirmation",
    supports: "Appuyée par",
    disputes: "Contredite par",
    nuances: "Nuancée par",
    notes: "Notes de l’orateur",
    questions: counted("Question pour la classe", "Questions pour la classe"),
    source_list: "Sources",
    untitled: "titre non précisé",
    unpublished: "publication non précisée",
    unissued: "date non précisée",
    more_reasons: counted("autre occurrence dans cet événement", "autres occurrences dans cet événement"),
    more_passages: counted("autre passage de cet article", "autres passages de cet article"),
    more_hits: counted("autre réponse", "autres réponses"),
    shared_passages: counted("passage en commun", "passages en commun"),
    characters: counted("caractère", "caractères"),
    same_article: "le même article",
    no_overlap: "Aucun passage d’au moins 100 caractères ne se trouve dans deux articles.",
    sheet: SheetWords {
        title: field("Titre", "non précisé"),
        author: field("Auteur", "non précisé"),
        container_title: field("Publication", "non précisée"),
        credit: field("Agence nommée", "non précisée"),
        issued: field("Date", "non précisée"),
        genre: field("Nature", "non précisée"),
        url: field("Adresse", "non précisée"),
        text: "Texte",
        origin: "Origine",
        relays: "Relaie",
        audience: "Destinataires",
        context: "Contexte",
        viewpoint: "Point de vue",
        limits: "Limites",
    },
};

const EN: ExportWords = ExportWords {
    colon: ": ",
    quotation: ("“", "”"),
    events: counted("event", "events"),
    sources: counted("source", "sources"),
    origins: counted("origin", "origins"),
    quotes: counted("quote", "quotes"),
    undated: "no date",
    no_date: "not a date",
    places: counted("Place", "Places"),
    tags: counted("Tag", "Tags"),
    ambiguous: "Stands in several places of the article",
    orphan: "Not found in the article",
    document: "Doc.",
    unknown_source: "unknown source",
    speaker: "Speaker",
    translation: "Our translation",
    note: "Note",
    claim: "Claim",
    supports: "Supported by",
    disputes: "Disputed by",
    nuances: "Nuanced by",
    notes: "Speaker notes",
    questions: counted("Question for the class", "Questions for the class"),
    source_list: "Sources",
    untitled: "title not stated",
    unpublished: "publication not stated",
    unissued: "date not stated",
    more_reasons: counted("more match in this event", "more matches in this event"),
    more_passages: counted("more passage of this article", "more passages of this article"),
    more_hits: counted("more answer", "more answers"),
    shared_passages: counted("shared passage", "shared passages"),
    characters: counted("character", "characters"),
    same_article: "the same article",
    no_overlap: "No two articles share a passage of 100 characters or more.",
    sheet: SheetWords {
        title: field("Title", "not stated"),
        author: field("Author", "not stated"),
        container_title: field("Publication", "not stated"),
        credit: field("Agency named", "not stated"),
        issued: field("Date", "not stated"),
        genre: field("Nature", "not stated"),
        url: field("Address", "not stated"),
        text: "Text",
        origin: "Origin",
        relays: "Relays",
        audience: "Audience",
        context: "Context",
        viewpoint: "Viewpoint",
        limits: "Limits",
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_singular_in_french_and_plural_in_english() {
        let forms = |lang| [0, 1, 2].map(|n| ExportWords::of(lang).sources.of(lang, n));
        assert_eq!(forms(Lang::Fr), ["source", "source", "sources"]);
        assert_eq!(forms(Lang::En), ["sources", "source", "sources"]);
    }
}
