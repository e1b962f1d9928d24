//! Why the words of a quote that stand in the article do not count: an edge or a cut tears something.

use std::ops::Range;

use super::{
    Article, Budget, OverBudget, Selector, Span, edge, find,
    mark::{Edge, Marked},
    place::{Ground, Rule, Search},
    selector::{Folding, is_blank},
    word,
};

/// Why an orphan is one although its words stand in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It begins or ends inside a word, a number or a compound.
    Edge {
        /// Its first or last word: scalar offsets into the quote.
        in_quote: Span,
        /// The whole that is torn: scalar offsets into the article.
        in_article: Span,
    },
    /// A cut stands inside a word, a number or a compound.
    Cut {
        /// The mark: scalar offsets into the quote.
        in_quote: Span,
        /// The whole that is torn in the article; `None` where it is the quote that reads as one.
        in_article: Option<Span>,
    },
}

/// Why the words of an orphan do not count; `None` where they do not stand there at all.
///
/// # Errors
///
/// Looking it up costs more than `budget` has left.
pub fn refusal(
    selector: &Selector<'_>,
    article: &Article,
    budget: &mut Budget,
) -> Result<Option<Refusal>, OverBudget> {
    budget.turn_to_next();
    if is_blank(selector.exact) {
        return Ok(None);
    }
    for folding in [Folding::Typographic, Folding::Joined] {
        let found = match Marked::new(selector.exact, folding.of_quote()) {
            Some(marked) => torn_by_cut(&marked, article, folding, budget)?,
            None => torn_at_edge(selector.exact, article, folding, budget)?,
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

fn torn_at_edge(
    quote: &str,
    article: &Article,
    folding: Folding,
    budget: &mut Budget,
) -> Result<Option<Refusal>, OverBudget> {
    let folded = folding.of_quote()(quote);
    let ground = Ground { article, folded: folding.of_article(article) };
    budget.search(ground.folded.text())?;
    for start in find::places(folded.text(), ground.folded.text()) {
        budget.spend(super::budget::PLACE)?;
        let place = start..start + folded.text().len();
        let bytes = ground.place(&place, &folded);
        if let Some(bytes) = bytes.filter(|bytes| !edge::is_whole(article.text(), bytes)) {
            let is_start = edge::starts_inside(article.text(), bytes.start);
            let at = if is_start { bytes.start } else { bytes.end };
            return Ok(Some(at_edge(quote, 0..quote.len(), is_start, article, at)));
        }
    }
    Ok(None)
}

fn torn_by_cut(
    marked: &Marked<'_>,
    article: &Article,
    folding: Folding,
    budget: &mut Budget,
) -> Result<Option<Refusal>, OverBudget> {
    let quote = Article::new(marked.quote.to_owned());
    if let Some(cut) = marked.torn_cut() {
        return Ok(Some(Refusal::Cut { in_quote: quote.span(&cut), in_article: None }));
    }
    let ground = Ground { article, folded: folding.of_article(article) };
    let search = Search { marked, ground, rule: Rule::Torn };
    let ways = search.tightest(|_| true, |_| true, 1, budget)?;
    let Some(way) = ways.first() else { return Ok(None) };
    let text = article.text();
    let torn = marked.pieces.iter().zip(way).enumerate().find_map(|(number, (piece, place))| {
        let bytes = article.place_in(ground.folded, place)?;
        let joint = |number: usize| {
            let joint = marked.joints.get(number)?;
            Some(joint.first()?.bytes.start..joint.last()?.bytes.end)
        };
        let sides = [
            (piece.start, bytes.start, edge::starts_inside(text, bytes.start), joint(number), true),
            (piece.end, bytes.end, edge::ends_inside(text, bytes.end), joint(number + 1), false),
        ];
        sides.into_iter().find_map(|(edge, at, is_inside, joint, is_start)| {
            let parts_unit = joint.is_some() && edge::parts_unit(text, at);
            (edge == Edge::Whole && (is_inside || parts_unit)).then(|| match joint {
                None => at_edge(marked.quote, piece.bytes.clone(), is_start, article, at),
                Some(joint) => Refusal::Cut {
                    in_quote: quote.span(&joint),
                    in_article: Some(article.span(&whole(article, at))),
                },
            })
        })
    });
    Ok(torn)
}

fn at_edge(quote: &str, piece: Range<usize>, is_start: bool, article: &Article, at: usize) -> Refusal {
    let words: Vec<_> = word::ranges(quote.get(piece.clone()).unwrap_or_default()).collect();
    let word = if is_start { words.first() } else { words.last() };
    let word = word.map_or(piece.clone(), |word| piece.start + word.start..piece.start + word.end);
    Refusal::Edge {
        in_quote: Article::new(quote.to_owned()).span(&word),
        in_article: article.span(&whole(article, at)),
    }
}

/// The word, number or compound around a place, with the unit behind it.
fn whole(article: &Article, at: usize) -> Range<usize> {
    edge::widened(article.text(), at..at, (true, true))
}
