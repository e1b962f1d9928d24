//! Everything a timeline can get wrong, as one table.
//!
//! Each rule stands beside the function that checks it. A rule whose check is [`Check::Reading`] is found on
//! the way, while the YAML is read; the others look at the finished model.

mod articles;
mod facts;
mod languages;
mod quotes;
pub(super) mod reading;
mod references;
mod time;
pub(super) mod values;
mod years;

use super::finding::Finding;
use crate::i18n::Lang;
pub(super) use articles::{ARTICLE_MISSING, ARTICLE_NOT_UTF8, ARTICLE_OUTSIDE, ARTICLE_TOO_BIG, NOT_A_FILE};
pub(super) use facts::Facts;
pub(super) use references::{UNKNOWN_PLACE, UNKNOWN_SOURCE};

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
    pub(super) check: Check,
}

impl Rule {
    /// What is wrong, in one line without a full stop, in the language of the screen.
    pub fn summary_in(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.summary_fr,
            Lang::En => self.summary,
        }
    }
}

/// How a rule is checked.
#[derive(Debug)]
pub(super) enum Check {
    /// While the timeline is read.
    Reading,
    /// On the finished model.
    Model(fn(&Facts<'_>) -> Vec<Finding>),
}

/// Every rule, in the order in which a curator meets them.
pub static RULES: &[&Rule] = &[
    &reading::YAML_SYNTAX,
    &reading::NOT_UTF8,
    &reading::EMPTY_FILE,
    &reading::MANY_DOCUMENTS,
    &reading::TOO_LARGE,
    &reading::TOO_DEEP,
    &reading::ALIAS_BOMB,
    &reading::UNSUPPORTED_TAG,
    &reading::UNKNOWN_KEY,
    &reading::MISSING_KEY,
    &reading::DUPLICATE_KEY,
    &reading::WRONG_TYPE,
    &reading::TOO_MANY,
    &values::BAD_ID,
    &values::BAD_LANGUAGE,
    &values::BAD_DATE,
    &values::END_BEFORE_START,
    &values::BAD_COORDINATES,
    &values::BAD_DIGEST,
    &values::BAD_STANCE,
    &values::UNSAFE_URL,
    &references::DUPLICATE_ID,
    &references::UNKNOWN_SOURCE,
    &references::UNKNOWN_PLACE,
    &references::SOURCE_UNQUOTED,
    &references::UNUSED_PLACE,
    &articles::ARTICLE_MISSING,
    &articles::ARTICLE_OUTSIDE,
    &articles::NOT_A_FILE,
    &articles::ARTICLE_TOO_BIG,
    &articles::ARTICLE_NOT_UTF8,
    &articles::DIGEST_DIFFERS,
    &articles::SHARED_RUN,
    &quotes::ORPHAN,
    &quotes::AMBIGUOUS_QUOTE,
    &quotes::SHORT_QUOTE,
    &quotes::DROPPED_NEGATION,
    &quotes::QUOTE_MID_WORD,
    &quotes::EVENT_UNQUOTED,
    &quotes::CLAIM_UNQUOTED,
    &time::SUBEVENT_OUTSIDE_PARENT,
    &time::DATE_UNBORNE,
    &languages::MISSING_TRANSLATION,
];

/// The rule called `code`.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// What the rules find that look at the finished model.
pub(super) fn check(facts: &Facts<'_>) -> Vec<Finding> {
    RULES
        .iter()
        .filter_map(|rule| match rule.check {
            Check::Model(check) => Some(check),
            Check::Reading => None,
        })
        .flat_map(|check| check(facts))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_rule_explains_itself() {
        let mut codes = HashSet::new();
        for rule in RULES {
            assert!(codes.insert(rule.code), "{} stands twice", rule.code);
            let is_kebab =
                rule.code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(is_kebab, "{}", rule.code);
            assert!(!rule.summary.is_empty() && !rule.summary.ends_with('.'), "{}", rule.code);
            assert!(rule.explanation.matches(['.', ':']).count() >= 2, "{}", rule.code);
            assert!(rule.explanation.contains("\n\n    "), "{} gives no example", rule.code);
            assert!(rule.explanation.lines().all(|line| line.chars().count() <= 104), "{}", rule.code);
        }
        assert_eq!(self::rule("orphan").map(|rule| rule.severity), Some(Severity::Error));
        assert!(self::rule("nothing").is_none());
    }
    #[test]
    fn every_rule_is_summed_up_in_both_languages() {
        for rule in RULES {
            let [french, english] = Lang::ALL.map(|lang| rule.summary_in(lang));
            assert_eq!((french, english), (rule.summary_fr, rule.summary), "{}", rule.code);
            assert!(!english.trim().is_empty() && !french.trim().is_empty(), "{}", rule.code);
            assert_ne!(french, english, "{}", rule.code);
            assert!(!french.ends_with('.'), "{}", rule.code);
            for wrong in [" :", " ;", " !", " ?", "« ", " »", "'"] {
                assert!(!french.contains(wrong), "{}: {wrong:?} in {french}", rule.code);
            }
        }
    }

    #[test]
    fn a_severity_has_a_word_in_both_languages() {
        let words = |severity: Severity| Lang::ALL.map(|lang| severity.word(lang));
        assert_eq!(words(Severity::Error), ["erreur", "error"]);
        assert_eq!(words(Severity::Warning), ["avertissement", "warning"]);
    }
}
