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
    /// Before the line for the day.
    pub date: &'static str,
    /// Under an axis without events.
    pub place_letters: &'static str,
    /// Said of the drawn timeline to those who do not see it.
    pub chart: &'static str,
    /// What the drawn timeline's signs mean: time that an event lasted, time in which it may have happened, a
    /// moment, a moment whose date is in doubt.
    pub legend: [&'static str; 4],
    /// Before what a document does not state.
    pub not_stated: &'static str,
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
    date: "Date",
    place_letters: "Placez les lettres sur la frise.",
    chart: "Les événements sur l’axe du temps",
    legend: ["temps que l’événement a duré", "temps où il a pu avoir lieu", "moment", "date incertaine"],
    not_stated: "Non précisé",
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
    date: "Date",
    place_letters: "Write the letters on the timeline.",
    chart: "The events along the axis of time",
    legend: ["time it lasted", "time in which it may have happened", "a moment", "a date in doubt"],
    not_stated: "Not stated",
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
