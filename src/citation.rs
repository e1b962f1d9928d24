//! Sources as historians cite them.
//!
//! French: Auteur, « Titre », Publication, date, adresse. English (Chicago Manual of Style, notes): Author,
//! “Title,” Publication, date, address. What a document does not state is said to be missing, in the brackets
//! that both traditions use for what the citing hand adds.

use crate::i18n::{self, ExportWords, Lang};
use crate::model::{Dating, Source, Text};
use crate::visible;

/// The citation of `source`, on one line and safe to print.
pub fn citation(source: &Source, lang: Lang) -> String {
    let text = |text: &Option<Text>| {
        let text = text.as_ref().map(|text| text.best(lang.tag()).trim());
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let missing = Missing::of(lang);
    let publication = match (text(&source.container_title), text(&source.credit)) {
        (Some(publication), Some(credit)) => format!("{publication} ({credit})"),
        (Some(publication), None) => publication,
        (None, Some(credit)) => format!("{} ({credit})", missing.publication),
        (None, None) => missing.publication.to_owned(),
    };
    let date = match &source.issued {
        Some(Dating::Dated(date)) => i18n::date(date, lang),
        Some(Dating::Undated { written }) if !written.is_empty() => written.clone(),
        Some(Dating::Undated { .. }) | None => missing.date.to_owned(),
    };
    let title = text(&source.title);
    let head = match lang {
        Lang::Fr => match title {
            Some(title) => format!("«\u{a0}{title}\u{a0}», {publication}"),
            None => format!("{}, {publication}", missing.title),
        },
        Lang::En => match title {
            Some(title) if title.ends_with(['?', '!', '.', '…']) => format!("“{title}” {publication}"),
            Some(title) => format!("“{title},” {publication}"),
            None => format!("{}, {publication}", missing.title),
        },
    };
    let parts = [text(&source.author), Some(head), Some(date), source.url.clone()];
    let cited = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let end = if cited.ends_with('.') { "" } else { "." };
    visible::line(&format!("{cited}{end}")).into_owned()
}

/// Of a longer title only so many characters are part of a name.
const LONGEST_TITLE: usize = 48;

/// What a source is called on a line with other things: its publication and the agency it passes on; without a
/// publication its author and the beginning of its title.
pub fn name(source: &Source, lang: Lang) -> String {
    let text = |text: &Option<Text>| {
        let text = text.as_ref().map(|text| text.best(lang.tag()).trim());
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let title = || text(&source.title).map(|title| quoted(&shortened(&title), lang));
    let not_stated = ExportWords::of(lang).unpublished;
    let name = text(&source.container_title).unwrap_or_else(|| match (text(&source.author), title()) {
        (Some(author), Some(title)) => format!("{author}, {title}"),
        (None, Some(title)) => title,
        (Some(author), None) => format!("{author}, {not_stated}"),
        (None, None) => not_stated.to_owned(),
    });
    match text(&source.credit) {
        // Who is credited, for a photograph perhaps, need not have published it.
        Some(credit) => format!("{name} ({credit})"),
        None => name,
    }
}

/// A title in the quotation marks of the language.
fn quoted(title: &str, lang: Lang) -> String {
    let (open, close) = ExportWords::of(lang).quotation;
    format!("{open}{title}{close}")
}

/// The first words of a title.
fn shortened(title: &str) -> String {
    if title.chars().count() <= LONGEST_TITLE {
        return title.to_owned();
    }
    let start: String = title.chars().take(LONGEST_TITLE).collect();
    let words = start.rsplit_once(char::is_whitespace).map_or(&*start, |(words, _)| words);
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// What stands for what is not stated.
struct Missing {
    title: &'static str,
    publication: &'static str,
    date: &'static str,
}

impl Missing {
    fn of(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self {
                title: "[sans titre]",
                publication: "[publication non précisée]",
                date: "[s.\u{a0}d.]",
            },
            Lang::En => Self { title: "[untitled]", publication: "[publication not stated]", date: "[n.d.]" },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, LanguageTag};

    fn text(wording: &str) -> Text {
        Text::single(LanguageTag::new("fr"), wording)
    }

    fn source() -> Source {
        Source {
            title: Some(text("Les deux Corées signent")),
            container_title: Some(text("Le Monde")),
            credit: Some(text("AFP")),
            issued: Date::parse("2000-06-15").ok().map(Dating::Dated),
            url: Some("https://example.org/a".to_owned()),
            ..Source::stating_nothing("doc")
        }
    }

    #[test]
    fn a_newspaper_is_cited_as_historians_do() {
        for (source, lang, expected) in [
            (
                source(),
                Lang::Fr,
                "«\u{a0}Les deux Corées signent\u{a0}», Le Monde (AFP), 15 juin 2000, https://example.org/a.",
            ),
            (
                source(),
                Lang::En,
                "“Les deux Corées signent,” Le Monde (AFP), 15 June 2000, https://example.org/a.",
            ),
            (
                Source {
                    author: Some(text("Jean Dupont")),
                    title: Some(text("Que faire ?")),
                    url: None,
                    ..source()
                },
                Lang::En,
                "Jean Dupont, “Que faire ?” Le Monde (AFP), 15 June 2000.",
            ),
            (
                Source::stating_nothing("doc"),
                Lang::Fr,
                "[sans titre], [publication non précisée], [s.\u{a0}d.].",
            ),
            (Source::stating_nothing("doc"), Lang::En, "[untitled], [publication not stated], [n.d.]."),
        ] {
            assert_eq!(citation(&source, lang), expected);
        }
    }

    #[test]
    fn a_source_without_a_publication_is_called_by_its_author_and_title() {
        let stating = |author: Option<&str>, title: Option<&str>, credit: Option<&str>| Source {
            author: author.map(text),
            title: title.map(text),
            credit: credit.map(text),
            ..Source::stating_nothing("doc")
        };
        let long = "Poutine affirme que la Russie et la Corée du Nord s’entraideront en cas d’attaque";
        for (source, expected) in [
            (source(), "Le Monde (AFP)"),
            (stating(None, Some("Que faire ?"), None), "“Que faire ?”"),
            (stating(Some("Jean Dupont"), Some("Que faire ?"), None), "Jean Dupont, “Que faire ?”"),
            (stating(None, Some(long), Some("CNN")), "“Poutine affirme que la Russie et la Corée du…” (CNN)"),
            (stating(Some("Jean Dupont"), None, None), "Jean Dupont, publication not stated"),
            (stating(None, None, Some("CNN")), "publication not stated (CNN)"),
            (stating(None, None, None), "publication not stated"),
        ] {
            assert_eq!(name(&source, Lang::En), expected);
        }
        assert_eq!(name(&stating(None, Some("Que faire ?"), None), Lang::Fr), "«\u{a0}Que faire ?\u{a0}»");
    }

    #[test]
    fn what_the_document_does_not_state_is_not_made_up() {
        let credited = Source { credit: Some(text("Yonhap")), ..Source::stating_nothing("doc") };
        assert_eq!(
            citation(&credited, Lang::Fr),
            "[sans titre], [publication non précisée] (Yonhap), [s.\u{a0}d.]."
        );
    }
}
