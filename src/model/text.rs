//! Texts that exist in one or more languages.

use std::fmt;

/// A BCP 47 language tag in lower case, such as `fr`, `en` or `pt-br`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

impl LanguageTag {
    /// The tag written as `tag`, in lower case. Case has no meaning in BCP 47 (RFC 5646, 2.1.1).
    pub fn new(tag: &str) -> Self {
        Self(tag.to_ascii_lowercase().into())
    }

    /// The whole tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script or region: `pt` of `pt-br`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text in one or more languages, in the order in which the timeline gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    entries: Vec<(LanguageTag, String)>,
}

impl Text {
    /// The text whose wording in each language is given by `entries`.
    pub fn new(entries: Vec<(LanguageTag, String)>) -> Self {
        Self { entries }
    }

    /// A text in one language.
    pub fn single(language: LanguageTag, wording: impl Into<String>) -> Self {
        Self { entries: vec![(language, wording.into())] }
    }

    /// Whether the text exists in no language at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The wording in the language `tag`, region ignored; `None` where the text does not exist in it.
    pub fn get(&self, tag: &str) -> Option<&str> {
        self.entry(tag).map(|(_, wording)| wording)
    }

    /// The wording in the language `tag`, else the first there is, else nothing.
    pub fn best(&self, tag: &str) -> &str {
        self.best_entry(tag).map(|(_, wording)| wording).unwrap_or_default()
    }

    /// The same with the language it is in; `None` where the text exists in no language at all.
    pub fn best_entry(&self, tag: &str) -> Option<(&LanguageTag, &str)> {
        self.entry(tag).or_else(|| self.entries().next())
    }

    fn entry(&self, tag: &str) -> Option<(&LanguageTag, &str)> {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let exact = self.entries().find(|(language, _)| language.as_str().eq_ignore_ascii_case(tag));
        exact.or_else(|| self.entries().find(|(language, _)| language.primary() == primary(tag)))
    }

    /// Every language with its wording, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&LanguageTag, &str)> {
        self.entries.iter().map(|(language, wording)| (language, wording.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_back_on_its_first_language() {
        let text = Text::new(vec![
            (LanguageTag::new("fr"), "traité".into()),
            (LanguageTag::new("en-GB"), "treaty".into()),
        ]);
        assert_eq!(text.best("fr"), "traité");
        assert_eq!(text.best("en"), "treaty");
        assert_eq!(text.best("EN-us"), "treaty");
        assert_eq!(text.best("ko"), "traité");
        assert_eq!(text.get("ko"), None);
        assert_eq!(Text::default().best("fr"), "");
    }
}
