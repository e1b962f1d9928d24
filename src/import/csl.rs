//! References in CSL-JSON, as Zotero and others write them.

use std::fmt::Write;

use serde::Deserialize;
use serde_json::Value;

use super::kind::Kind;
use super::proposal::Proposal;
use super::refusal::Refusal;
use super::stated::{self, Name, Stated, said};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", default)]
#[derive(Default)]
struct Item {
    id: Value,
    #[serde(rename = "type")]
    kind: Value,
    title: Value,
    author: Vec<Person>,
    editor: Vec<Person>,
    container_title: Value,
    publisher: Value,
    publisher_place: Value,
    issued: Option<Date>,
    accessed: Option<Date>,
    #[serde(rename = "URL")]
    url: Value,
    #[serde(rename = "DOI")]
    doi: Value,
    #[serde(rename = "ISBN")]
    isbn: Value,
    archive: Value,
    language: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", default)]
#[derive(Default)]
struct Person {
    family: Value,
    given: Value,
    literal: Value,
    non_dropping_particle: Value,
    dropping_particle: Value,
    suffix: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", default)]
#[derive(Default)]
struct Date {
    #[serde(rename = "date-parts")]
    parts: Vec<Vec<Value>>,
    circa: Value,
    literal: Value,
    raw: Value,
}

/// Every reference in `text`.
pub(super) fn read(text: &str) -> Result<Vec<Proposal>, Refusal> {
    let wrong = |error: serde_json::Error| {
        Refusal::new(format!("it is no CSL-JSON: {error}")).help("in Zotero: File, Export Library, CSL JSON")
    };
    let value: Value = serde_json::from_str(text).map_err(wrong)?;
    let items = match value {
        Value::Object(mut object) if object.contains_key("items") => {
            object.remove("items").unwrap_or_default()
        }
        Value::Object(object) => Value::Array(vec![Value::Object(object)]),
        value => value,
    };
    let items: Vec<Item> = serde_json::from_value(items).map_err(wrong)?;
    let proposals: Vec<Proposal> = items.into_iter().map(Item::stated).map(proposal).collect();
    let is_nothing =
        |proposal: &Proposal| proposal.stated.title.is_none() && proposal.stated.authors.is_empty();
    if proposals.is_empty() || proposals.iter().all(is_nothing) {
        return Err(Refusal::new("there is no reference in it"));
    }
    Ok(proposals)
}

fn proposal(stated: Stated) -> Proposal {
    Proposal { kind: Kind::Csl, text: None, stated, notes: Vec::new() }
}

impl Item {
    fn stated(self) -> Stated {
        Stated {
            id: word(&self.id),
            kind: word(&self.kind),
            title: word(&self.title),
            authors: self.author.iter().filter_map(Person::name).collect(),
            editors: self.editor.iter().filter_map(Person::name).collect(),
            container_title: word(&self.container_title),
            publisher: word(&self.publisher),
            publisher_place: word(&self.publisher_place),
            issued: self.issued.as_ref().and_then(Date::written),
            accessed: self.accessed.as_ref().and_then(Date::written),
            url: word(&self.url).and_then(stated::address),
            doi: word(&self.doi),
            isbn: word(&self.isbn),
            archive: word(&self.archive),
            language: word(&self.language).and_then(stated::language),
        }
    }
}

/// A text or a number; some programs write one for the other, or a list of one.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => said(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.first().and_then(word),
        _ => None,
    }
}

impl Person {
    fn name(&self) -> Option<Name> {
        if let Some(literal) = word(&self.literal) {
            return Some(Name::Literal(literal));
        }
        let family = word(&self.family)?;
        let family = word(&self.non_dropping_particle)
            .map_or(family.clone(), |particle| format!("{particle} {family}"));
        let given = [&self.given, &self.dropping_particle, &self.suffix].into_iter().filter_map(word);
        Some(Name::Person { family, given: given.collect::<Vec<_>>().join(" ") })
    }
}

impl Date {
    /// The date as a timeline writes it.
    fn written(&self) -> Option<String> {
        let text = |value: &Value| word(value).and_then(|text| stated::date(&text));
        let mut parts = self.parts.iter().filter_map(|parts| day(parts));
        let Some(first) = parts.next() else { return text(&self.raw).or_else(|| text(&self.literal)) };
        let is_circa = matches!(self.circa, Value::Bool(true))
            || word(&self.circa).is_some_and(|circa| circa != "0" && circa != "false");
        let first = if is_circa { format!("{first}~") } else { first };
        Some(parts.next().map_or(first.clone(), |last| format!("{first}/{last}")))
    }
}

fn day(parts: &[Value]) -> Option<String> {
    let number = |index: usize| parts.get(index).and_then(word).and_then(|part| part.parse::<i32>().ok());
    let year = number(0)?;
    let mut day = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
    for part in [number(1), number(2)].into_iter().map_while(|part| part.filter(|part| *part > 0)) {
        // A string can always be written to.
        let _ = write!(day, "-{part:02}");
    }
    crate::model::Date::parse(&day).is_ok().then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_zotero_writes_them() {
        let json = r#"[{"id":"http://zotero.org/1","type":"book","title":"Le phare","author":[{"family":"Goff","given":"Anne","non-dropping-particle":"Le"},
            {"literal":"Ministère de la Mer"}],"editor":[{"family":"Roux"}],"publisher":"Vents","publisher-place":"Brest","issued":{"date-parts":[["1907",3]]},
            "accessed":{"date-parts":[[2024,6,19]]},"ISBN":"978-2","DOI":"10.1/x","URL":"https://example.org/","language":"fr-FR","page":"1-3"},
            {"id":7,"title":["Un"],"issued":{"literal":"c. 1945"}}]"#;
        let read = super::read(json).unwrap();
        let stated = &read[0].stated;
        assert_eq!(stated.authors[0], Name::Person { family: "Le Goff".into(), given: "Anne".into() });
        assert_eq!(stated.authors[1], Name::Literal("Ministère de la Mer".into()));
        assert_eq!(stated.issued.as_deref(), Some("1907-03"));
        assert_eq!(stated.accessed.as_deref(), Some("2024-06-19"));
        assert_eq!(
            (stated.publisher.as_deref(), stated.publisher_place.as_deref()),
            (Some("Vents"), Some("Brest"))
        );
        assert_eq!((stated.isbn.as_deref(), stated.doi.as_deref()), (Some("978-2"), Some("10.1/x")));
        assert_eq!((read[1].stated.id.as_deref(), read[1].stated.title.as_deref()), (Some("7"), Some("Un")));
        assert_eq!(read[1].stated.issued.as_deref(), Some("1945~"));
        assert_eq!(super::read(r#"{"items":[{"title":"x"}]}"#).unwrap().len(), 1);
    }

    #[test]
    fn what_is_no_reference_is_refused() {
        for json in ["[", "3", "[]", "[{\"a\":1}]", &"[".repeat(100_000), "[{\"author\":3}]"] {
            assert!(super::read(json).is_err(), "{}", json.get(..20).unwrap_or(json));
        }
    }
}
