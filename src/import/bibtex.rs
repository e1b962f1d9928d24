//! References in BibTeX and BibLaTeX.

use std::fmt::Write;

use biblatex::{Bibliography, ChunksExt, DateValue, Datetime, Entry, PermissiveType, Person};

use super::kind::Kind;
use super::proposal::Proposal;
use super::refusal::Refusal;
use super::stated::{self, Name, Stated, said};

/// How deep braces may lie in each other: the parser goes as deep as they do.
const DEEPEST: usize = 50;

/// Every reference in `text`.
pub(super) fn read(text: &str) -> Result<Vec<Proposal>, Refusal> {
    if depth(text) > DEEPEST {
        return Err(Refusal::new(format!("its braces lie more than {DEEPEST} deep in each other")));
    }
    let bibliography = Bibliography::parse(text).map_err(|error| {
        let line = text.get(..error.span.start).unwrap_or(text).matches('\n').count() + 1;
        Refusal::new(format!("line {line} is no BibTeX: {}", error.kind))
            .help("look for a brace that is never closed there or above")
    })?;
    let proposals: Vec<Proposal> = bibliography.iter().map(|entry| proposal(stated_by(entry))).collect();
    if proposals.is_empty() { Err(Refusal::new("there is no reference in it")) } else { Ok(proposals) }
}

fn proposal(stated: Stated) -> Proposal {
    Proposal { kind: Kind::Bibtex, text: None, stated, notes: Vec::new() }
}

fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn stated_by(entry: &Entry) -> Stated {
    let field = |name: &str| entry.get(name).and_then(|chunks| said(chunks.format_verbatim()));
    let any = |names: &[&str]| names.iter().find_map(|name| field(name));
    let title = any(&["title"]);
    let title = title
        .map(|title| any(&["subtitle"]).map_or(title.clone(), |subtitle| format!("{title}: {subtitle}")));
    let persons = |people: &[Person]| people.iter().filter_map(name).collect();
    let editors = entry.editors().unwrap_or_default();
    Stated {
        id: said(&entry.key),
        kind: kind(&entry.entry_type.to_string()).map(str::to_owned),
        title,
        authors: entry.author().map(|people| persons(&people)).unwrap_or_default(),
        editors: editors.iter().flat_map(|(people, _)| persons(people)).collect::<Vec<Name>>(),
        container_title: any(&["journaltitle", "journal", "booktitle", "maintitle"]),
        publisher: any(&["publisher", "institution", "school", "organization"]),
        publisher_place: any(&["location", "address"]),
        issued: entry.date().ok().and_then(written),
        accessed: entry.url_date().ok().and_then(written),
        url: entry.url().ok().and_then(stated::address),
        doi: entry.doi().ok().and_then(said),
        isbn: any(&["isbn"]),
        archive: any(&["library"]),
        language: any(&["langid", "language"]).and_then(|name| language(&name)),
    }
}

fn name(person: &Person) -> Option<Name> {
    let family = said(format!("{} {}", person.prefix, person.name))?;
    let given = said(format!("{} {}", person.given_name, person.suffix)).unwrap_or_default();
    // A name in braces of its own is an institution's.
    Some(if given.is_empty() { Name::Literal(family) } else { Name::Person { family, given } })
}

fn written(date: PermissiveType<biblatex::Date>) -> Option<String> {
    let date = match date {
        PermissiveType::Typed(date) => date,
        PermissiveType::Chunks(chunks) => return stated::date(&chunks.format_verbatim()),
    };
    let mark = match (date.uncertain, date.approximate) {
        (true, true) => "%",
        (true, false) => "?",
        (false, true) => "~",
        (false, false) => "",
    };
    let text = match date.value {
        DateValue::At(day) => written_day(day) + mark,
        DateValue::After(day) => written_day(day) + "/..",
        DateValue::Before(day) => "../".to_owned() + &written_day(day),
        DateValue::Between(first, last) => format!("{}/{}", written_day(first), written_day(last)),
    };
    crate::model::Date::parse(&text).is_ok().then_some(text)
}

/// Months and days are counted from 0 there, and of years before Christ the first is 0.
fn written_day(day: Datetime) -> String {
    let mut text = if day.year < 0 { format!("-{:04}", -day.year) } else { format!("{:04}", day.year) };
    for part in [day.month, day.day].into_iter().map_while(|part| part) {
        // A string can always be written to.
        let _ = write!(text, "-{:02}", part + 1);
    }
    text
}

/// The kind of CSL-JSON that a kind of BibLaTeX is.
fn kind(of: &str) -> Option<&'static str> {
    Some(match of {
        "article" => "article-journal",
        "book" | "mvbook" | "collection" | "mvcollection" | "proceedings" | "reference" => "book",
        "inbook" | "incollection" | "bookinbook" | "suppbook" => "chapter",
        "inproceedings" | "conference" => "paper-conference",
        "inreference" => "entry-encyclopedia",
        "thesis" | "phdthesis" | "mastersthesis" => "thesis",
        "report" | "techreport" => "report",
        "online" | "electronic" | "www" => "webpage",
        "booklet" => "pamphlet",
        "unpublished" => "manuscript",
        _ => return None,
    })
}

/// The tag of a language that is called by its name, as BibLaTeX does.
fn language(name: &str) -> Option<String> {
    let tag = match name.to_lowercase().as_str() {
        "french" | "français" | "francais" => "fr",
        "english" | "american" | "usenglish" => "en",
        "british" | "ukenglish" => "en-GB",
        "german" | "ngerman" => "de",
        "spanish" => "es",
        "italian" => "it",
        "russian" => "ru",
        "korean" => "ko",
        "chinese" => "zh",
        "japanese" => "ja",
        "portuguese" => "pt",
        "latin" => "la",
        tag if tag.len() <= 3 || tag.as_bytes().get(2) == Some(&b'-') => return stated::language(name),
        _ => return None,
    };
    Some(tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read() {
        let text = r#"@string{jan = "January"}
@book{legoff1907, author = {Le Goff, Anne and {Minist\`ere de la Mer}}, title = {Le {Phare}}, subtitle = {un r\'ecit},
  publisher = {Vents}, address = {Brest}, date = {1907-06-03}, isbn = {978-2}, langid = {french}, url = {https://example.org/a_b}}
@article{x, title = "Un", journal = {Revue}, year = 2024, month = jun}
@misc{y, title = {Deux}, date = {1945~}}"#;
        let read = super::read(text).unwrap();
        let stated = &read[0].stated;
        assert_eq!(stated.id.as_deref(), Some("legoff1907"));
        assert_eq!(stated.title.as_deref(), Some("Le Phare: un récit"));
        assert_eq!(
            stated.authors,
            [
                Name::Person { family: "Le Goff".into(), given: "Anne".into() },
                Name::Literal("Ministère de la Mer".into())
            ]
        );
        assert_eq!(stated.issued.as_deref(), Some("1907-06-03"));
        assert_eq!((stated.language.as_deref(), stated.kind.as_deref()), (Some("fr"), Some("book")));
        assert_eq!(stated.url.as_deref(), Some("https://example.org/a_b"));
        assert_eq!(
            (read[1].stated.issued.as_deref(), read[1].stated.container_title.as_deref()),
            (Some("2024-06"), Some("Revue"))
        );
        assert_eq!(read[2].stated.issued.as_deref(), Some("1945~"));
    }

    #[test]
    fn what_is_no_reference_is_refused_with_its_line() {
        let refusal = super::read("@book{a, title = {x}}\n\n@book{b, title = {x}").unwrap_err();
        assert!(refusal.message.starts_with("line 3 is no BibTeX"), "{refusal}");
        assert!(super::read("nothing").is_err());
        assert!(super::read(&("@book{a, title = ".to_owned() + &"{".repeat(100_000))).is_err());
    }
}
