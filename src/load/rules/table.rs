//! Every rule beside the check that finds it.

use super::Facts;
use super::{articles, briefings, languages, lookalike, marks, quotes, reading, references, time, values};
use crate::load::diagnostics::{Finding, Rule};

/// How a rule is checked.
#[derive(Debug)]
pub(in crate::load) enum Check {
    /// While the timeline is read.
    Reading,
    /// On the finished model.
    Model(fn(&Facts<'_>) -> Vec<Finding>),
}

/// Every rule with its check, in the order in which a curator meets them.
static TABLE: &[(&Rule, Check)] = &[
    (&reading::YAML_SYNTAX, Check::Reading),
    (&reading::NOT_UTF8, Check::Reading),
    (&reading::EMPTY_FILE, Check::Reading),
    (&reading::MANY_DOCUMENTS, Check::Reading),
    (&reading::TOO_LARGE, Check::Reading),
    (&reading::TOO_DEEP, Check::Reading),
    (&reading::ALIAS_BOMB, Check::Reading),
    (&reading::UNSUPPORTED_TAG, Check::Reading),
    (&reading::UNKNOWN_KEY, Check::Reading),
    (&reading::MISSING_KEY, Check::Reading),
    (&reading::DUPLICATE_KEY, Check::Reading),
    (&reading::WRONG_TYPE, Check::Reading),
    (&reading::CUT_BY_COMMENT, Check::Reading),
    (&reading::UNUSED_ANCHOR, Check::Reading),
    (&reading::NO_EVENTS, Check::Reading),
    (&reading::TOO_MANY, Check::Reading),
    (&values::BAD_ID, Check::Reading),
    (&values::BAD_LANGUAGE, Check::Reading),
    (&values::BAD_DATE, Check::Reading),
    (&values::END_BEFORE_START, Check::Reading),
    (&values::BAD_COORDINATES, Check::Reading),
    (&values::BAD_DIGEST, Check::Reading),
    (&values::BAD_STANCE, Check::Reading),
    (&values::UNSAFE_URL, Check::Reading),
    (&values::BAD_ALLOWANCE, Check::Reading),
    (&values::UNUSED_ALLOWANCE, Check::Reading),
    (&references::DUPLICATE_ID, Check::Model(references::duplicate_id)),
    (&references::UNKNOWN_SOURCE, Check::Reading),
    (&references::UNKNOWN_PLACE, Check::Reading),
    (&briefings::UNKNOWN_EVENT, Check::Reading),
    (&briefings::LISTED_TWICE, Check::Reading),
    (&briefings::SUBEVENT_ON_MAIN_LINE, Check::Reading),
    (&briefings::BAD_DEPTH, Check::Reading),
    (&briefings::BAD_MINUTES, Check::Reading),
    (&lookalike::LOOKALIKE, Check::Model(lookalike::lookalike)),
    (&references::SOURCE_UNQUOTED, Check::Model(references::source_unquoted)),
    (&references::UNUSED_PLACE, Check::Model(references::unused_place)),
    (&articles::ARTICLE_MISSING, Check::Reading),
    (&articles::ARTICLE_OUTSIDE, Check::Reading),
    (&articles::NOT_A_FILE, Check::Reading),
    (&articles::ARTICLE_TOO_BIG, Check::Reading),
    (&articles::ARTICLE_NOT_UTF8, Check::Reading),
    (&articles::ARTICLE_HTML, Check::Model(articles::article_html)),
    (&articles::DIGEST_DIFFERS, Check::Model(articles::digest_differs)),
    (&articles::SHARED_RUN, Check::Model(articles::shared_run)),
    (&quotes::ORPHAN, Check::Model(quotes::orphan)),
    (&quotes::AMBIGUOUS_QUOTE, Check::Model(quotes::ambiguous_quote)),
    (&quotes::SHORT_QUOTE, Check::Model(quotes::short_quote)),
    (&quotes::QUOTE_MID_WORD, Check::Model(quotes::quote_mid_word)),
    (&quotes::QUOTE_NOT_LOOKED_UP, Check::Model(quotes::quote_not_looked_up)),
    (&quotes::CONTEXT_CONTRADICTED, Check::Model(quotes::context_contradicted)),
    (&marks::QUOTE_ALTERED, Check::Model(marks::quote_altered)),
    (&marks::DROPPED_NEGATION, Check::Model(marks::dropped_negation)),
    (&marks::QUOTE_TURNED, Check::Model(marks::quote_turned)),
    (&marks::WIDE_CUT, Check::Model(marks::wide_cut)),
    (&marks::TURNS_UNCHECKED, Check::Model(marks::turns_unchecked)),
    (&quotes::EVENT_UNQUOTED, Check::Model(quotes::event_unquoted)),
    (&quotes::CLAIM_UNQUOTED, Check::Model(quotes::claim_unquoted)),
    (&briefings::TWO_KEY_QUOTES, Check::Model(briefings::two_key_quotes)),
    (&time::SUBEVENT_OUTSIDE_PARENT, Check::Model(time::subevent_outside_parent)),
    (&time::SEASON_OR_YEARS, Check::Model(time::season_or_years)),
    (&time::DATE_UNBORNE, Check::Model(time::date_unborne)),
    (&languages::MISSING_TRANSLATION, Check::Model(languages::missing_translation)),
];

/// Every rule, in the order in which a curator meets them.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    TABLE.iter().map(|(rule, _)| *rule)
}

/// The rule called `code`.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}

/// What the rules find that look at the finished model.
pub(in crate::load) fn check(facts: &Facts<'_>) -> Vec<Finding> {
    TABLE
        .iter()
        .filter_map(|(_, check)| match check {
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
    use crate::i18n::Lang;
    use crate::load::diagnostics::Severity;

    #[test]
    fn every_rule_explains_itself() {
        let mut codes = HashSet::new();
        for rule in rules() {
            assert!(codes.insert(rule.code), "{} stands twice", rule.code);
            let is_kebab =
                rule.code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(is_kebab, "{}", rule.code);
            assert!(!rule.summary.is_empty() && !rule.summary.ends_with('.'), "{}", rule.code);
            assert!(rule.explanation.matches(['.', ':']).count() >= 2, "{}", rule.code);
            for explanation in [rule.explanation, rule.explanation_fr] {
                assert!(explanation.contains("\n\n    "), "{} gives no example", rule.code);
                assert!(explanation.lines().all(|line| line.chars().count() <= 104), "{}", rule.code);
            }
            assert_ne!(rule.explanation, rule.explanation_fr, "{}", rule.code);
        }
        assert_eq!(self::rule("orphan").map(|rule| rule.severity), Some(Severity::Error));
        assert!(self::rule("nothing").is_none());
    }
    #[test]
    fn every_rule_is_summed_up_in_both_languages() {
        for rule in rules() {
            let [french, english] = Lang::ALL.map(|lang| rule.summary_in(lang));
            assert_eq!((french, english), (rule.summary_fr, rule.summary), "{}", rule.code);
            assert!(!english.trim().is_empty() && !french.trim().is_empty(), "{}", rule.code);
            assert_ne!(french, english, "{}", rule.code);
            assert!(!french.ends_with('.'), "{}", rule.code);
            for wrong in [" :", " ;", " !", " ?", "« ", " »", "'"] {
                assert!(!french.contains(wrong), "{}: {wrong:?} in {french}", rule.code);
            }
            // The YAML of the examples keeps its own blanks; its comments are French.
            let prose = rule.explanation_fr.lines().map(|line| match line.strip_prefix("    ") {
                Some(example) => example.rsplit_once("# ").map_or("", |(_, comment)| comment),
                None => line,
            });
            for (line, wrong) in
                prose.flat_map(|line| [" :", " ;", " !", " ?", "« ", " »"].map(|wrong| (line, wrong)))
            {
                assert!(!line.contains(wrong), "{}: {wrong:?} in {line}", rule.code);
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
