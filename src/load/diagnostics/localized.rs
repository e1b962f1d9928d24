//! What is said to a person, in every language of the screen.

use crate::i18n::Lang;

/// A text in every language of the screen: one that lacks a language does not compile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized {
    en: String,
    fr: String,
}

impl Localized {
    /// The text in each language.
    pub(crate) fn new(en: impl Into<String>, fr: impl Into<String>) -> Self {
        Self { en: en.into(), fr: fr.into() }
    }

    /// The text in `lang`.
    pub fn in_language(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.fr.is_empty()
    }

    /// The text with every wording changed by `change`.
    pub(crate) fn map(self, change: impl Fn(String) -> String) -> Self {
        Self { en: change(self.en), fr: change(self.fr) }
    }
}

/// What is the same in every language.
impl From<&str> for Localized {
    fn from(text: &str) -> Self {
        Self::new(text, text)
    }
}

impl From<String> for Localized {
    fn from(text: String) -> Self {
        Self::new(text.clone(), text)
    }
}

/// A [`Localized`] of format strings, which may name the variables around them.
macro_rules! said {
    (en: $en:literal, fr: $fr:literal $(,)?) => {
        $crate::load::diagnostics::Localized::new(format!($en), format!($fr))
    };
}
pub(crate) use said;
