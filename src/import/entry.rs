//! The entry of a source in a timeline.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::stated::{Name, Stated};
use crate::edit::{self, Keys, Value};

/// The keys of a source in the order in which they are written.
pub(crate) const SOURCE_KEYS: &[&str] = &[
    "id",
    "type",
    "title",
    "author",
    "editor",
    "container-title",
    "credit",
    "publisher",
    "publisher-place",
    "issued",
    "accessed",
    "genre",
    "url",
    "DOI",
    "ISBN",
    "archive",
    "original",
    "text",
    "sha256",
    "origin",
    "language",
    "sheet",
];

/// The files of a source, in its timeline's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Article {
    /// The path of the text.
    pub(crate) text: String,
    /// What it holds.
    pub(crate) content: String,
    /// The path of the file that it was taken from, where that is another.
    pub(crate) original: Option<String>,
}

/// The entry of a source called `id`, in a timeline of the language `language`.
pub(crate) fn source(
    id: &str,
    stated: &Stated,
    article: Option<&Article>,
    language: Option<&str>,
    keys: Keys,
) -> Value {
    let text = |text: &Option<String>| text.clone().map(Value::Text);
    let date = |date: &Option<String>| date.clone().map(Value::Date);
    let new = |value: Option<Value>| value.filter(|_| keys == Keys::Csl);
    let names = |names: &[Name]| (!names.is_empty()).then(|| self::names(names, keys));
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let other_language = stated
        .language
        .clone()
        .filter(|own| language.is_none_or(|language| primary(language) != primary(own)));
    let digest = article.map(|article| digest(&article.content));
    let mut pairs = Vec::new();
    for &key in SOURCE_KEYS {
        let value = match key {
            "id" => Some(Value::Text(id.to_owned())),
            "type" => new(text(&stated.kind)),
            "title" => text(&stated.title),
            "author" => names(&stated.authors),
            "editor" => new(names(&stated.editors)),
            "container-title" => text(&stated.container_title),
            "publisher" => new(text(&stated.publisher)),
            "publisher-place" => new(text(&stated.publisher_place)),
            "issued" => date(&stated.issued),
            "accessed" => new(date(&stated.accessed)),
            "url" => text(&stated.url),
            "DOI" => new(text(&stated.doi)),
            "ISBN" => new(text(&stated.isbn)),
            "archive" => new(text(&stated.archive)),
            "original" => new(article.and_then(|article| article.original.clone()).map(Value::Text)),
            "text" => article.map(|article| Value::Text(article.text.clone())),
            "sha256" => digest.clone().map(Value::Text),
            "language" => other_language.clone().map(Value::Text),
            _ => None,
        };
        pairs.extend(value.map(|value| (key, value)));
    }
    Value::Map(pairs)
}

/// The SHA-256 of a text, as a timeline writes it.
pub(crate) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        // A string can always be written to.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn names(names: &[Name], keys: Keys) -> Value {
    match keys {
        Keys::Known => Value::Text(names.iter().map(Name::in_order).collect::<Vec<_>>().join("; ")),
        Keys::Csl => Value::List(names.iter().map(Name::value).collect()),
    }
}

/// An id for a source whose file or reference is called `name`, unlike those in `taken`.
pub(crate) fn source_id(name: &str, taken: &[String]) -> String {
    edit::free_id(name, "source", taken.iter().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn ids_are_easy_to_type_and_new() {
        for (name, taken, expected) in [
            ("Le phare est allumé (1907)", vec![], "le-phare-est-allume-1907"),
            ("doc1", vec!["doc1".to_owned(), "doc1-2".to_owned()], "doc1-3"),
            ("…", vec![], "source"),
            ("조선", vec![], "조선"),
            (&"a-".repeat(50), vec![], &("a-".repeat(19) + "a")),
        ] {
            let id = source_id(name, &taken);
            assert_eq!(id.nfc().collect::<String>(), expected.nfc().collect::<String>(), "{name}");
        }
    }

    fn whole() -> (Stated, Article) {
        let text = |text: &str| Some(text.to_owned());
        let stated = Stated {
            id: text("goff"),
            kind: text("article-newspaper"),
            title: text("Le phare : un récit"),
            authors: vec![
                Name::Person { family: "Le Goff".into(), given: "Anne".into() },
                Name::Literal("Ministère de la Mer".into()),
            ],
            editors: vec![Name::Literal("Roux".into())],
            container_title: text("La Gazette"),
            publisher: text("Vents"),
            publisher_place: text("Brest"),
            issued: text("1907-03-02"),
            accessed: text("2024-06-19"),
            url: text("https://example.org/1"),
            doi: text("10.1/x"),
            isbn: text("978-2"),
            archive: text("AD29"),
            language: text("fr-FR"),
        };
        let article = Article { text: "a.txt".into(), content: "x".into(), original: Some("a.pdf".into()) };
        (stated, article)
    }

    #[test]
    fn an_entry_has_the_keys_that_are_known() {
        let (stated, article) = whole();
        let digest = digest("x");
        let known = format!(
            "- id: goff\n  title: \"Le phare : un récit\"\n  author: Anne Le Goff; Ministère de la Mer\n  container-title: La Gazette\n  \
             issued: 1907-03-02\n  url: https://example.org/1\n  text: a.txt\n  sha256: {digest}\n"
        );
        let entry =
            |language, keys| edit::yaml_item(&source("goff", &stated, Some(&article), language, keys));
        assert_eq!(entry(Some("fr"), Keys::Known), known);
        assert_eq!(entry(Some("en"), Keys::Known), format!("{known}  language: fr-FR\n"));
        let all = format!(
            "- id: goff\n  type: article-newspaper\n  title: \"Le phare : un récit\"\n  author:\n    - family: Le Goff\n      given: Anne\n    \
             - literal: Ministère de la Mer\n  editor:\n    - literal: Roux\n  container-title: La Gazette\n  publisher: Vents\n  \
             publisher-place: Brest\n  issued: 1907-03-02\n  accessed: 2024-06-19\n  url: https://example.org/1\n  DOI: 10.1/x\n  \
             ISBN: \"978-2\"\n  archive: AD29\n  original: a.pdf\n  text: a.txt\n  sha256: {digest}\n  language: fr-FR\n"
        );
        assert_eq!(entry(None, Keys::Csl), all);
        assert_eq!(edit::yaml_item(&source("s", &Stated::default(), None, None, Keys::Csl)), "- id: s\n");
    }
}
