//! Where sentences end.

use std::ops::Range;

/// Words that end in a full stop and no sentence, besides single capitals (`M.`, `U.S.`).
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "MM", "Mme", "Mlle", "Dr", "Pr", "Prof", "St", "Ste", "Mr", "Mrs", "Ms", "Jr", "Sr", "No", "Nr", "Mgr", "Gen", "Col",
    "Gov", "Sen", "Rep", "Lt", "Sgt", "Hr", "Fr", "Sra", "Dra", "Ud", "Uds", "Sig", "dr", "mr", "prof", "nr", "p", "pp",
    "art", "vs", "cf", "bzw", "ca", "им", "св", "ул", "стр",
];

/// Where the sentence begins in which the byte `at` of `text` lies, or as far back as `reach` bytes.
pub(super) fn start(text: &str, at: usize, reach: usize) -> usize {
    let from = floor(text, at.saturating_sub(reach));
    let before = text.get(from..at).unwrap_or_default().char_indices().rev();
    let ends = before.filter_map(|(offset, c)| sentence_end(text, from + offset, c));
    ends.into_iter().find(|&end| end <= at).unwrap_or(from)
}

/// Where the sentence ends of which the byte `at` of `text` is no longer quoted, or as far on as `reach` bytes. Right
/// after the end of a sentence that is `at` itself.
pub(super) fn end(text: &str, at: usize, reach: usize) -> usize {
    let before =
        text.get(..at).unwrap_or_default().trim_end_matches(|c| is_closing(c) || c == ' ' || c == '\u{a0}');
    if let Some((last, c)) = before.char_indices().next_back()
        && sentence_end(text, last, c).is_some()
    {
        return at;
    }
    let to = floor(text, at.saturating_add(reach).min(text.len()));
    let after = text.get(at..to).unwrap_or_default().char_indices();
    let ends = after.filter_map(|(offset, c)| sentence_end(text, at + offset, c));
    ends.into_iter().next().unwrap_or(to).max(at)
}

/// Whether a sentence ends with one of the characters in `range` of `text`.
pub(super) fn ends_within(text: &str, range: Range<usize>) -> bool {
    let between = text.get(range.clone()).unwrap_or_default().char_indices();
    between.into_iter().any(|(offset, c)| sentence_end(text, range.start + offset, c).is_some())
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The end of the sentence that `c`, at the byte `at`, ends.
fn sentence_end(text: &str, at: usize, c: char) -> Option<usize> {
    let (before, rest) = (text.get(..at)?, text.get(at + c.len_utf8()..)?);
    match c {
        '\n' => rest.trim_start_matches([' ', '\t', '\r', '\u{a0}']).starts_with('\n').then_some(at),
        '。' | '！' | '？' | '｡' => Some(text.len() - rest.trim_start_matches(is_closing).len()),
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
    matches!(c, '"' | '”' | '“' | '»' | '\'' | '’' | ')' | ']' | '」' | '』' | '）')
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
    fn stops_and_blank_lines_end_sentences() {
        for text in ["fin ! Puis", "fin.Puis", "un\n \ndeux", "fin. » Puis", "结束。然后", "oui ? Non"]
        {
            assert!(end(text, 0, 900) < text.len(), "{text}");
        }
        for text in
            ["M. Dupont vient", "un, deux", "3.5 pour", "oui… mais", "un\ndeux", "Mme. Dupont", "U.S. Army"]
        {
            assert_eq!(end(text, 0, 900), text.len(), "{text}");
        }
    }

    #[test]
    fn a_place_lies_in_its_sentence() {
        let text = "Un. Deux « trois » quatre ! Cinq\n\nSix";
        let sentence = |part: &str| {
            let at = text.find(part).unwrap();
            text[start(text, at, 900)..end(text, at + part.len(), 900)].trim()
        };
        assert_eq!(sentence("trois"), "Deux « trois » quatre !");
        assert_eq!(sentence("Un."), "Un.");
        assert_eq!(sentence("Un"), "Un.");
        assert_eq!(sentence("Cinq"), "Cinq");
        assert_eq!(sentence("Six"), "Six");
        assert_eq!(start(text, 20, 3), 17);
    }
}
