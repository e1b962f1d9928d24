//! What can be wrong with a timeline, in words: how bad it is, why, and what to do.

use crate::i18n::Lang;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The timeline says something that is not so, or cannot be read.
    Error,
    /// The timeline can be used, and could be better.
    Warning,
}

impl Severity {
    /// Its name in messages and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }

    /// Its word on the screen.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (_, Lang::En) => self.name(),
            (Self::Error, Lang::Fr) => "erreur",
            (Self::Warning, Lang::Fr) => "avertissement",
        }
    }
}

/// Something a timeline can get wrong.
#[derive(Debug)]
pub struct Rule {
    /// Its name in messages and on the command line, in kebab case.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub summary: &'static str,
    /// The same in French.
    pub summary_fr: &'static str,
    /// Why it is wrong and what to do, with an example.
    pub explanation: &'static str,
    /// The same in French.
    pub explanation_fr: &'static str,
}

impl Rule {
    /// Why it is wrong and what to do, in the language of the screen.
    pub fn explanation_in(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.explanation_fr,
            Lang::En => self.explanation,
        }
    }

    /// What is wrong, in one line without a full stop, in the language of the screen.
    pub fn summary_in(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.summary_fr,
            Lang::En => self.summary,
        }
    }
}
