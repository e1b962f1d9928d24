//! What a document states of itself, in the terms of CSL-JSON.

use crate::edit::{self, Value};
use crate::model::Date;

/// What a document states. What is `None` or empty it does not state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stated {
    /// The name a reference gives it.
    pub(crate) id: Option<String>,
    /// Its kind as CSL-JSON has it: `book`, `article-newspaper`.
    pub(crate) kind: Option<String>,
    /// Its title.
    pub(crate) title: Option<String>,
    /// Who wrote it.
    pub(crate) authors: Vec<Name>,
    /// Who edited it.
    pub(crate) editors: Vec<Name>,
    /// The publication it appeared in.
    pub(crate) container_title: Option<String>,
    /// Who published it.
    pub(crate) publisher: Option<String>,
    /// Where.
    pub(crate) publisher_place: Option<String>,
    /// When it appeared, as a timeline writes it.
    pub(crate) issued: Option<String>,
    /// When it was looked at.
    pub(crate) accessed: Option<String>,
    /// Its address.
    pub(crate) url: Option<String>,
    /// Its DOI.
    pub(crate) doi: Option<String>,
    /// Its ISBN.
    pub(crate) isbn: Option<String>,
    /// Where it is kept.
    pub(crate) archive: Option<String>,
    /// The language it is in: a BCP 47 tag.
    pub(crate) language: Option<String>,
}

/// Somebody's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// A person.
    Person {
        /// The family name, with its particle.
        family: String,
        /// The other names.
        given: String,
    },
    /// A name that is not taken apart: an institution's, or a line that names several people.
    Literal(String),
}

impl Name {
    /// The name as one reads it.
    pub(crate) fn in_order(&self) -> String {
        match self {
            Self::Person { family, given } if given.is_empty() => family.clone(),
            Self::Person { family, given } => format!("{given} {family}"),
            Self::Literal(name) => name.clone(),
        }
    }

    pub(super) fn value(&self) -> Value {
        match self {
            Self::Person { family, given } => {
                let given = (!given.is_empty()).then(|| ("given", Value::Text(given.clone())));
                let family = ("family", Value::Text(family.clone()));
                Value::Map(std::iter::once(family).chain(given).collect())
            }
            Self::Literal(name) => Value::Map(vec![("literal", Value::Text(name.clone()))]),
        }
    }
}

/// `text` on one line, without blanks around it; `None` where nothing is left.
pub(super) fn said(text: impl AsRef<str>) -> Option<String> {
    let words: Vec<&str> = text.as_ref().split_whitespace().collect();
    let text = words.join(" ");
    (!text.is_empty() && text.len() <= 1_000).then_some(text)
}

/// `text`, if it is an address that a timeline may have.
pub(super) fn address(text: impl AsRef<str>) -> Option<String> {
    let text = text.as_ref().trim();
    let lower = text.to_ascii_lowercase();
    let is_one = lower.starts_with("https://") || lower.starts_with("http://");
    (is_one && text.len() <= 2_000 && !text.chars().any(|c| c.is_whitespace() || c.is_control()))
        .then(|| text.to_owned())
}

/// `tag`, if it looks like a language.
pub(super) fn language(tag: impl AsRef<str>) -> Option<String> {
    let tag = tag.as_ref().trim().replace('_', "-");
    let mut parts = tag.split('-');
    let is_first =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_next =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (parts.next().is_some_and(is_first) && parts.all(is_next)).then_some(tag)
}

/// The day in a date as pages write it, with or without a clock: `2024-06-19T10:00:00Z`, `20240619`,
/// `Wed, 19 Jun 2024 10:00:00 GMT`, `19 juin 2024`.
pub(super) fn date(text: &str) -> Option<String> {
    const WORDS: usize = 8;
    let text = text.trim();
    let is_date = |text: &str| edit::is_plain_date(text) && Date::parse(text).is_ok();
    if let Some((day, rest)) = text.split_at_checked(10)
        && is_date(day)
        && !rest.starts_with(|c: char| c.is_alphanumeric() && c != 'T')
    {
        return Some(day.to_owned());
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 || digits == 14 {
        let day = format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..8)?);
        return is_date(&day).then_some(day);
    }
    let words: Vec<&str> =
        text.split_whitespace().skip_while(|word| word.ends_with(',')).take(WORDS).collect();
    let parsed = (1..=words.len()).rev().find_map(|count| Date::parse(&words.get(..count)?.join(" ")).ok());
    parsed.map(|date| {
        let date = date.edtf();
        date.split_once('T').map_or(date.clone(), |(day, _)| day.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_pages_write_them() {
        for (text, expected) in [
            ("2024-06-19", Some("2024-06-19")),
            ("2024-06-19T10:00:00+02:00", Some("2024-06-19")),
            ("2024-06-19 10:00", Some("2024-06-19")),
            ("20240619", Some("2024-06-19")),
            ("20240619100000", Some("2024-06-19")),
            ("19 juin 2024", Some("2024-06-19")),
            ("19 June 2024 at 10:00", Some("2024-06-19")),
            ("Wed, 19 June 2024 10:00:00 GMT", Some("2024-06-19")),
            ("2024", Some("2024")),
            ("2024-13-01", None),
            ("03/04/2024", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn only_what_looks_like_it_is_taken() {
        assert_eq!(address(" https://example.org/a?b "), Some("https://example.org/a?b".to_owned()));
        assert_eq!(address("javascript:alert(1)"), None);
        assert_eq!(address("https://a b"), None);
        assert_eq!(language("fr_FR"), Some("fr-FR".to_owned()));
        assert_eq!(language("français"), None);
        assert_eq!(said(" a\n  b "), Some("a b".to_owned()));
        assert_eq!(said(" "), None);
    }
}
