//! Where quotes come from.

use super::{Dating, LanguageTag, Text};

/// A document that quotes are taken from. `None` always means: the document does not state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name by which quotes refer to it.
    pub id: String,
    /// Its position in the `sources:` list of the file, from 0.
    pub position: usize,
    /// Its title as printed.
    pub title: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// The publication it appeared in.
    pub container_title: Option<Text>,
    /// The agency it names.
    pub credit: Option<Text>,
    /// When it appeared.
    pub issued: Option<Dating>,
    /// The nature of the document: dispatch, photo report, translation.
    pub genre: Option<Text>,
    /// Its address; only `http` and `https` are kept.
    pub url: Option<String>,
    /// The article's path, relative to the timeline's folder, as written.
    pub text: Option<String>,
    /// The SHA-256 of the article when the quotes were taken, 64 lower case hexadecimal digits.
    pub sha256: Option<String>,
    /// Whose report it passes on. Sources with one origin count once when sources are counted.
    pub origin: Option<String>,
    /// The agencies and media whose reports it passes on, known by their first wordings.
    pub relays: Vec<Text>,
    /// The language of the article.
    pub language: LanguageTag,
    /// What criticism of the source says of it.
    pub sheet: Sheet,
}

impl Source {
    /// A French document that states nothing, for tests to let it state what they need.
    #[cfg(test)]
    pub(crate) fn stating_nothing(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            position: 0,
            title: None,
            author: None,
            container_title: None,
            credit: None,
            issued: None,
            genre: None,
            url: None,
            text: None,
            sha256: None,
            origin: None,
            relays: Vec::new(),
            language: LanguageTag::new("fr"),
            sheet: Sheet::default(),
        }
    }

    /// What sources are counted by: the origin, or the source itself where it names none.
    pub fn origin(&self) -> &str {
        self.origin.as_deref().unwrap_or(&self.id)
    }
}

/// The part of source criticism that the document's own data do not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Whom the document addresses.
    pub audience: Option<Text>,
    /// In what circumstances it was written.
    pub context: Option<Text>,
    /// From where it looks at the events.
    pub viewpoint: Option<Text>,
    /// What it cannot tell, and what is wrong with it.
    pub limits: Option<Text>,
}
