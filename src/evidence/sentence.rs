//! Where sentences end.

use std::ops::Range;

/// Words that end in a full stop and no sentence, besides single capitals (`M.`, `U.S.`).
const ABBREVIATIONS: &[&str] = &["MM", "Dr", "Pr", "St", "Mr", "Mrs", "Ms", "Jr", "Sr", "No", "Mgr"];

/// Whether a sentence or a line ends in `range`: a change never reaches over that.
pub(super) fn is_broken(text: &str, range: Range<usize>) -> bool {
    let inner = text.get(range.clone()).unwrap_or_default().char_indices();
    inner.into_iter().any(|(at, c)| {
        matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
            || sentence_end(text, range.start + at, c).is_some()
    })
}

/// Where sentences end, from `range.start` to `range.end`: after the stop and the quotation marks that close
/// with it, or at a blank line.
pub(super) fn sentence_ends(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    // The stop of a sentence that ends where the cut begins stands before it, and a blank line may stand on
    // either side: a cut is told without the spaces around it.
    let is_between = |c: char| is_closing(c) || c.is_whitespace();
    let before = text.get(..range.start).unwrap_or_default().trim_end_matches(is_between);
    let start = before.char_indices().next_back().map_or(0, |(at, _)| at);
    let end = text.len() - text.get(range.end..).unwrap_or_default().trim_start().len();
    let inner = text.get(start..end).unwrap_or_default().char_indices();
    inner
        .filter_map(move |(at, c)| sentence_end(text, start + at, c))
        .map(move |end| end.clamp(range.start, range.end))
}

/// The end of the sentence that `c`, at the byte `at`, ends.
fn sentence_end(text: &str, at: usize, c: char) -> Option<usize> {
    let (before, rest) = (text.get(..at)?, text.get(at + c.len_utf8()..)?);
    match c {
        '\n' => rest.trim_start_matches([' ', '\t', '\r', '\u{a0}']).starts_with('\n').then_some(at),
        '.' | '!' | '?' | '…' => {
            let mut open = rest.trim_start_matches(is_closing);
            if let Some(closed) = open.trim_start().strip_prefix('»') {
                open = closed;
            }
            let next = open.trim_start().chars().next();
            let ends = match next {
                Some(next) if open.starts_with(next) => {
                    next.is_uppercase() && before.ends_with(char::is_lowercase)
                }
                Some(next) => !next.is_lowercase(),
                None => true,
            };
            (ends && !(c == '.' && is_abbreviation(before))).then(|| text.len() - open.len())
        }
        _ => None,
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '»' | '\'' | '’' | ')' | ']')
}

/// Whether `before` ends with a word whose full stop only shortens it.
fn is_abbreviation(before: &str) -> bool {
    let start = before.trim_end_matches(char::is_alphanumeric).len();
    let word = before.get(start..).unwrap_or_default();
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_capital || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_and_line_ends_break_a_text() {
        let broken = ["doute possible.\nLe", "un\ndeux", "fin ! Puis", "fin.Puis", "fin\u{2028}puis"];
        let whole = ["", "M. Dupont vient", "un, deux", "3.5 pour", "oui… mais", "un\tdeux"];
        for text in broken {
            assert!(is_broken(text, 0..text.len()), "{text}");
        }
        for text in whole {
            assert!(!is_broken(text, 0..text.len()), "{text}");
        }
    }
}
