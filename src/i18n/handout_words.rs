//! The words of a handout that the plain text of a timeline does not need.

use super::export_words::counted;
use super::{Counted, Lang};

/// Every word of a handout beside those of [`ExportWords`](super::ExportWords), in one language.
#[derive(Debug)]
pub struct HandoutWords {
    /// Leads over the contents, for who reads with the keyboard.
    pub skip: &'static str,
    /// Heading of the list of events.
    pub contents: &'static str,
    /// Before the line for the pupil's name.
    pub name: &'static str,
    /// Before the line for the pupil's class.
    pub class: &'static str,
    /// Said of a line that waits for the date of an event.
    pub blank_date: &'static str,
    /// Said of a line that stands for a date inside a text.
    pub blank: &'static str,
    /// Where a quote stands in its article, before the number.
    pub passage: Counted,
    /// Before the number of a quote, where its passage leads back to it.
    pub quote: &'static str,
    /// Heading of the articles.
    pub articles: &'static str,
    /// From the sheet of a source to its article.
    pub read_article: &'static str,
    /// From an article to the sheet of its source.
    pub sheet: &'static str,
    /// In place of an article that is not there.
    pub no_article: &'static str,
    /// Before the other documents of one origin.
    pub also: &'static str,
}

impl HandoutWords {
    /// The words in `lang`.
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

const FR: HandoutWords = HandoutWords {
    skip: "Aller au contenu",
    contents: "Sommaire",
    name: "Nom",
    class: "Classe",
    blank_date: "Date à compléter",
    blank: "à compléter",
    passage: counted("passage", "passages"),
    quote: "Citation",
    articles: "Articles",
    read_article: "Lire l’article",
    sheet: "Fiche du document",
    no_article: "L’article n’a pas pu être lu.",
    also: "comme",
};

const EN: HandoutWords = HandoutWords {
    skip: "Skip to the content",
    contents: "Contents",
    name: "Name",
    class: "Class",
    blank_date: "Date to fill in",
    blank: "to fill in",
    passage: counted("passage", "passages"),
    quote: "Quote",
    articles: "Articles",
    read_article: "Read the article",
    sheet: "Sheet of the document",
    no_article: "The article could not be read.",
    also: "as",
};
