//! Cuts that turn a sentence round.

use std::ops::Range;

use super::cut::cuts;
use super::mark::MarkKind;
use super::negation::negation;
use super::sentence::sentence_ends;
use super::{Article, Span};

/// The first negation that the marks of an elided quote hide, French or English.
///
/// A cut reaches from one kept sentence into another: what lies before the first end of a sentence in it
/// belongs to the sentence it begins in, what lies after the last to the one it ends in, and a negation in
/// either is told; sentences between were cut whole, and their negations with them. A change is told where
/// it stands for a negation; one that holds a negation is no mark. Negations that the quote keeps are not set off against
/// those it hides: which sentence lost its own is for a reader to say.
///
/// `pieces` are those of [`Anchor::Elided`](super::Anchor::Elided); the result covers the negating word.
pub fn dropped_negation(quote: &str, pieces: &[Span], article: &Article) -> Option<Span> {
    let elisions = cuts(quote, pieces, article);
    elisions.iter().find_map(|elision| {
        let bytes = article.bytes(elision.in_article);
        let found = match elision.kind {
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

fn negation_in(text: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let found = negation(text.get(bytes.clone())?)?;
    Some(bytes.start + found.start..bytes.start + found.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Selector, anchor};

    fn dropped(quote: &str, text: &str) -> Option<String> {
        let article = Article::new(text.to_owned());
        let anchor = anchor(&Selector { exact: quote, prefix: None, suffix: None }, &article);
        let pieces = &anchor.edited().expect("it has marks").pieces;
        dropped_negation(quote, pieces, &article).map(|span| article.slice(span).to_owned())
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
