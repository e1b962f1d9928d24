//! Cuts that turn a sentence round.

use std::ops::Range;

use super::{Article, MarkKind, Span, cuts, fold::Folded, word};

/// Words that negate, lower case and folded. `n'` and `n't` are found apart. Not here: `plus`, `point`,
/// `personne`, `que`, which negate only beside a `ne`, and that is here.
#[rustfmt::skip]
const NEGATIONS: &[&str] = &[
    "ne", "pas", "non", "ni", "aucun", "aucune", "aucuns", "aucunes", "aucunement", "jamais", "sans",
    "nul", "nulle", "nuls", "nulles", "nullement", "rien", "guère",
    "not", "never", "no", "nor", "none", "nobody", "nothing", "nowhere", "without", "neither", "cannot",
];

/// Words that end in a full stop and no sentence, besides single capitals (`M.`, `U.S.`).
const ABBREVIATIONS: &[&str] = &["MM", "Dr", "Pr", "St", "Mr", "Mrs", "Ms", "Jr", "Sr", "No", "Mgr"];

/// The first negation that the marks of an elided quote hide, French or English.
///
/// A cut reaches from one kept sentence into another: what lies before the first end of a sentence in it
/// belongs to the sentence it begins in, what lies after the last to the one it ends in, and a negation in
/// either is told; sentences between were cut whole, and their negations with them. A change is told where
/// it stands for a negation and holds none itself. Negations that the quote keeps are not set off against
/// those it hides: which sentence lost its own is for a reader to say.
///
/// `pieces` are those of [`Anchor::Elided`](super::Anchor::Elided); the result covers the negating word.
pub fn dropped_negation(quote: &str, pieces: &[Span], article: &Article) -> Option<Span> {
    let elisions = cuts(quote, pieces, article);
    let whole = (!elisions.is_empty()).then(|| Article::new(quote.to_owned()))?;
    elisions.iter().find_map(|elision| {
        let bytes = article.bytes(elision.in_article);
        let found = match elision.kind {
            MarkKind::Change if negation(whole.slice(elision.in_quote)).is_some() => None,
            MarkKind::Change => negation_in(article.text(), bytes),
            MarkKind::Cut => {
                let (head, tail) = kept_sentences(article.text(), bytes);
                negation_in(article.text(), head)
                    .or_else(|| tail.and_then(|tail| negation_in(article.text(), tail)))
            }
        };
        found.map(|bytes| article.span(&bytes))
    })
}

/// The parts of a cut that belong to the sentences it begins and ends in; one part where those are the same.
fn kept_sentences(text: &str, cut: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let mut ends = sentence_ends(text, cut.clone());
    match ends.next() {
        None => (cut, None),
        Some(first) => (cut.start..first, Some(ends.last().unwrap_or(first)..cut.end)),
    }
}

/// Where sentences end, from `range.start` to `range.end`: after the stop and the quotation marks that close
/// with it, or at a blank line.
fn sentence_ends(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
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

fn negation_in(text: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let found = negation(text.get(bytes.clone())?)?;
    Some(bytes.start + found.start..bytes.start + found.end)
}

/// The first word of `text` that negates, in bytes; with its apostrophe.
fn negation(text: &str) -> Option<Range<usize>> {
    let folded = Folded::new(text);
    let words = folded.text();
    let found = word::ranges(words).find_map(|range| {
        let word = words.get(range.clone())?.to_lowercase();
        let (before, after) = (words.get(..range.start)?, words.get(range.end..)?);
        match word.as_str() {
            "n" if after.starts_with('\'') => Some(range.start..range.end + 1),
            "t" if before.ends_with("n'") || before.ends_with("N'") => Some(range.start - 2..range.end),
            word if NEGATIONS.contains(&word) => Some(range),
            _ => None,
        }
    })?;
    folded.original(&found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Anchor, Selector, anchor};

    fn dropped(quote: &str, text: &str) -> Option<String> {
        let article = Article::new(text.to_owned());
        let Anchor::Elided(pieces) = anchor(&Selector { exact: quote, prefix: None, suffix: None }, &article)
        else {
            panic!("{quote} is not elided");
        };
        dropped_negation(quote, &pieces, &article).map(|span| article.slice(span).to_owned())
    }

    #[test]
    fn negations_of_kept_sentences_are_told() {
        let cases = [
            ("L’accord […] partenaire", "L’accord n’exclut pas un partenaire.", Some("n’")),
            ("L'accord n'exclut [...] un", "L'accord n'exclut pas un partenaire.", Some("pas")),
            ("Il vient […] à Moscou", "Il vient demain, sans ses ministres, à Moscou.", Some("sans")),
            ("Il vient […] à Moscou", "Il vient demain, plus tard que prévu, à Moscou.", None),
            ("They […] sign it", "They don’t sign it.", Some("n’t")),
            ("They […] sign it", "They CANNOT sign it.", Some("CANNOT")),
            ("Ce […] loin", "Ce n'est gue\u{300}re loin", Some("n'")),
            ("Ce n'est […] loin", "Ce n'est gue\u{300}re loin", Some("gue\u{300}re")),
            ("Il vient. […] Elle part", "Il vient. Lui ne dort pas. Elle part.", None),
            ("Il vient […]. Elle part", "Il vient et ne dort pas. Elle part.", Some("ne")),
            ("Il vient […] Elle part", "Il vient. Lui ne dort pas. Elle part.", None),
            ("Il vient […] et part", "Il vient. Lui ne dort pas et part.", Some("ne")),
            ("Il vient […] parte", "Il vient hier. Rien ne va. Il faut qu'elle ne parte.", Some("ne")),
            ("« Il vient. » […] part", "« Il vient. » Lui ne dort pas. Elle part.", None),
            ("Il dit […] part", "Il dit que M. Kim ne dort pas. Elle part.", Some("ne")),
            ("Il dit […] part", "Il dit oui.\n\nTitre sans point\n\nElle part.", None),
            ("Il dit […] part", "Il dit oui.\n\nPas de point\n\nElle part.", None),
            ("Il [signera] demain", "Il ne signera pas demain.", Some("ne")),
            ("Il [ne signe pas] demain", "Il ne signera pas demain.", None),
        ];
        for (quote, text, expected) in cases {
            assert_eq!(dropped(quote, text).as_deref(), expected, "{quote} of {text}");
        }
    }

    #[test]
    fn without_marks_nothing_is_dropped() {
        let article = Article::new("Il ne vient pas.".to_owned());
        assert_eq!(dropped_negation("Il vient", &[Span { start: 0, end: 3 }], &article), None);
    }
}
