//! What the marks of an elided quote stand for.

use std::ops::Range;

use super::{
    Article, Change, Cut, Edited, Span,
    fold::Folded,
    mark::{Edge, MarkKind, Marked},
    word,
};

/// A mark of a quote, and what it stands for in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elision {
    /// Whether words were left out, or changed. Marks with no words between them are one, and a cut if one
    /// of them is.
    pub kind: MarkKind,
    /// The mark with its brackets: scalar offsets into the quote.
    pub in_quote: Span,
    /// What the article says there, without the spaces around it: scalar offsets into the article. Empty
    /// where a mark only adds (`[sic]`).
    pub in_article: Span,
}

/// What was cut or changed between the pieces of an elided quote (those of [`Anchor::Elided`]), in order.
///
/// A mark at the edge of the quote stands for nothing known and is left out, but for a change written into a
/// word: the `[l]` of `[l]e traité` stands for the `L` of the article. Nothing is told where the pieces are not
/// those of the quote.
///
/// [`Anchor::Elided`]: super::Anchor::Elided
pub fn cuts(quote: &str, pieces: &[Span], article: &Article) -> Vec<Elision> {
    let Some(marked) = Marked::new(quote).filter(|marked| marked.pieces.len() == pieces.len()) else {
        return Vec::new();
    };
    let quote = Article::new(quote.to_owned());
    let elision = |number: usize| {
        let joint = marked.joints.get(number)?.as_ref()?;
        let last = number.checked_sub(1);
        let before = last.and_then(|last| Some((marked.pieces.get(last)?.end, pieces.get(last)?.end)));
        let after =
            marked.pieces.get(number).zip(pieces.get(number)).map(|(piece, at)| (piece.start, at.start));
        let stretch = match (before, after) {
            (Some((_, from)), Some((_, to))) => between(article, from, to),
            (None, Some((Edge::Headless(_), _))) => changed(&marked, pieces, article, number)?.0,
            (Some((Edge::Torn, _)), None) => changed(&marked, pieces, article, number - 1)?.1,
            _ => return None,
        };
        Some(Elision {
            kind: joint.kind,
            in_quote: quote.span(&joint.bytes),
            in_article: article.span(&stretch),
        })
    };
    (0..marked.joints.len()).filter_map(elision).collect()
}

/// The quote that stands in these pieces, with what its marks stand for.
pub(super) fn edited(quote: &str, pieces: Vec<Span>, article: &Article) -> Edited {
    let whole = Article::new(quote.to_owned());
    let (mut cuts_found, mut changes) = (Vec::new(), Vec::new());
    for Elision { kind, in_quote, in_article } in cuts(quote, &pieces, article) {
        let said = article.slice(in_article);
        match kind {
            MarkKind::Cut => {
                cuts_found.push(Cut { in_quote, in_article, words: word::ranges(said).count() });
            }
            MarkKind::Change => {
                let written = whole.slice(in_quote).trim_matches(['[', ']']);
                let is_case_only = written.to_lowercase() == said.to_lowercase();
                changes.push(Change { in_quote, in_article, is_case_only });
            }
        }
    }
    Edited { pieces, cuts: cuts_found, changes }
}

/// The bytes between two scalars, without the spaces around.
fn between(article: &Article, from: usize, to: usize) -> Range<usize> {
    let from = article.byte_offset(from);
    let text = article.text().get(from..article.byte_offset(to)).unwrap_or_default();
    let start = from + (text.len() - text.trim_start().len());
    let trimmed = text.trim();
    if trimmed.is_empty() { from..from } else { start..start + trimmed.len() }
}

/// The bytes of the letters that changes at the ends of the quote stand for: at the head of the piece `number`,
/// and at its tail. The piece's span holds them.
fn changed(
    marked: &Marked,
    pieces: &[Span],
    article: &Article,
    number: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    let (piece, span) = (marked.pieces.get(number)?, article.bytes(*pieces.get(number)?));
    let text = Folded::new(article.text().get(span.clone())?);
    let letters = match piece.start {
        Edge::Headless(letters) if number == 0 => letters,
        _ => 0,
    };
    let head: usize = text.text().chars().take(letters).map(char::len_utf8).sum();
    let (start, end) = (text.original_end(head).unwrap_or(0), text.original_end(head + piece.text.len())?);
    Some((span.start..span.start + start, span.start + end..span.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Selector, anchor};

    fn shown(quote: &str, text: &str) -> Vec<(MarkKind, String, String)> {
        let article = Article::new(text.to_owned());
        let anchor = anchor(&Selector { exact: quote, prefix: None, suffix: None }, &article);
        let pieces = &anchor.edited().expect("it has marks").pieces;
        let whole = Article::new(quote.to_owned());
        let told = |elision: Elision| {
            let (mark, said) = (whole.slice(elision.in_quote), article.slice(elision.in_article));
            (elision.kind, mark.to_owned(), said.to_owned())
        };
        cuts(quote, pieces, &article).into_iter().map(told).collect()
    }

    #[test]
    fn each_mark_tells_what_it_stands_for() {
        let text = "Le traité, signé hier, est un document révolutionnaire. Il a été signés par Poutine.";
        let cut = |mark: &str, said: &str| (MarkKind::Cut, mark.to_owned(), said.to_owned());
        let change = |mark: &str, said: &str| (MarkKind::Change, mark.to_owned(), said.to_owned());
        let cases = [
            ("Le traité […] est un document", vec![cut("[…]", ", signé hier,")]),
            ("[l]e traité, signé", vec![change("[l]", "L")]),
            ("[…] document […] par Poutine […]", vec![cut("[…]", "révolutionnaire. Il a été signés")]),
            ("document [sic] révolutionnaire", vec![change("[sic]", "")]),
            ("[le texte] a été signé[e] par", vec![change("[e]", "s")]),
            ("un document révolution[nel]", vec![change("[nel]", "naire")]),
            (
                "[L]e traité […] [fut] un document",
                vec![change("[L]", "L"), cut("[…] [fut]", ", signé hier, est")],
            ),
        ];
        for (quote, expected) in cases {
            assert_eq!(shown(quote, text), expected, "{quote}");
        }
    }

    #[test]
    fn pieces_of_another_quote_tell_nothing() {
        let article = Article::new("un deux".to_owned());
        let piece = Span { start: 9, end: 3 };
        assert_eq!(cuts("un […] deux", &[piece], &article), []);
        assert_eq!(cuts("un deux", &[piece], &article), []);
        assert_eq!(cuts("un […] deux", &[piece, piece], &article).len(), 1);
    }
}
