//! Placing the pieces of a quote with marks.

use std::ops::Range;

use super::{
    Article, find,
    mark::{Edge, MarkKind, Marked, Piece},
    word,
};

/// The most words that a change may stand for. A name with its title (`le président russe Vladimir
/// Poutine`) fits, a clause does not.
const MAX_CHANGED_WORDS: usize = 6;

/// The most scalars that a change may stand for, so that words without end stay cheap.
const MAX_CHANGED_SCALARS: usize = 120;

/// A quote whose pieces stand in more places than this says nothing, and would cost too much to place.
const MAX_PLACES: usize = 2_000_000;

/// A place of a piece that can follow the pieces before it.
#[derive(Clone, Copy)]
struct Step {
    start: usize,
    end: usize,
    /// The last step of the piece before that ends at or before `start`.
    before: usize,
    /// Where the first piece begins.
    origin: usize,
}

/// Every tightest way to place the pieces in order: for each piece its bytes in the folded article. The first
/// piece begins where `fits_start` says so, the last ends where `fits_end` does. At most `limit` ways.
///
/// A piece follows another at any distance over a cut, and over a change at a handful of words within the
/// paragraph. Of a piece's places only those between graphemes, and between words where the mark asks for it,
/// count. Tightness is the number of folded scalars from first to last.
pub(super) fn tightest(
    marked: &Marked,
    article: &Article,
    fits_start: impl Fn(usize) -> bool,
    fits_end: impl Fn(usize) -> bool,
    limit: usize,
) -> Vec<Vec<Range<usize>>> {
    if !carries_words(marked) {
        return Vec::new();
    }
    let mut budget = MAX_PLACES;
    let mut layers: Vec<Vec<Step>> = Vec::with_capacity(marked.pieces.len());
    for (number, piece) in marked.pieces.iter().enumerate() {
        let is_last = number + 1 == marked.pieces.len();
        let Some(places) = places(piece, article, &mut budget) else { return Vec::new() };
        let places = places.into_iter().filter(|place| !is_last || fits_end(place.end));
        let layer = match layers.last() {
            None => places.filter(|place| fits_start(place.start)).map(first_step).collect(),
            Some(before) => {
                let kind = marked.joints.get(number).and_then(Option::as_ref).map(|joint| joint.kind);
                follow(before, places, kind == Some(MarkKind::Change), article)
            }
        };
        layers.push(layer);
    }
    let Some(last) = layers.last() else { return Vec::new() };
    shortest(last, article.folded().text(), limit).into_iter().map(|step| chain(&layers, step)).collect()
}

/// Whether the pieces prove anything: one at least holds a whole word, and so does each between two cuts.
fn carries_words(marked: &Marked) -> bool {
    let is_cut = |joint: usize| {
        marked.joints.get(joint).and_then(Option::as_ref).is_some_and(|joint| joint.kind == MarkKind::Cut)
    };
    let mut between_cuts =
        marked.pieces.iter().enumerate().filter(|&(number, _)| is_cut(number) && is_cut(number + 1));
    marked.pieces.iter().any(holds_word) && between_cuts.all(|(_, piece)| holds_word(piece))
}

/// Whether some word of the piece is whole: none that a change is written into.
fn holds_word(piece: &Piece) -> bool {
    word::ranges(&piece.text).any(|word| {
        (word.start > 0 || piece.start != Edge::Torn)
            && (word.end < piece.text.len() || piece.end != Edge::Torn)
    })
}

/// Whether the piece stands anywhere by itself.
pub(super) fn stands(piece: &Piece, article: &Article) -> bool {
    places(piece, article, &mut MAX_PLACES.clone()).is_some()
}

/// Where the piece may stand in the folded article; `None` where that is nowhere, or the budget is spent.
fn places(piece: &Piece, article: &Article, budget: &mut usize) -> Option<Vec<Range<usize>>> {
    let text = article.folded().text();
    let mut places = Vec::new();
    for start in find::places(&piece.text, text) {
        *budget = budget.checked_sub(1)?;
        let place = start..start + piece.text.len();
        let is_torn = piece.start == Edge::Whole && word::is_inside(text, place.start)
            || piece.end == Edge::Whole && word::is_inside(text, place.end);
        if !is_torn && article.place(&place).is_some() {
            places.push(place);
        }
    }
    (!places.is_empty()).then_some(places)
}

fn first_step(place: Range<usize>) -> Step {
    Step { start: place.start, end: place.end, before: 0, origin: place.start }
}

/// The places that can follow a step of `before`.
///
/// The last step that ends in time is always the best: origins rise with the steps, so it is the tightest,
/// and it leaves the shortest stretch to the mark. Nothing else need be tried, which keeps this linear.
fn follow(
    before: &[Step],
    places: impl Iterator<Item = Range<usize>>,
    is_change: bool,
    article: &Article,
) -> Vec<Step> {
    let mut ended = 0;
    let mut steps = Vec::new();
    for place in places {
        while before.get(ended).is_some_and(|step| step.end <= place.start) {
            ended += 1;
        }
        let Some((index, step)) = ended.checked_sub(1).and_then(|last| Some((last, before.get(last)?)))
        else {
            continue;
        };
        if !is_change || can_be_changed(step.end..place.start, article) {
            steps.push(Step { start: place.start, end: place.end, before: index, origin: step.origin });
        }
    }
    steps
}

/// Whether a change may stand for `stretch` of the folded article: a handful of words in one paragraph.
fn can_be_changed(stretch: Range<usize>, article: &Article) -> bool {
    let ends_paragraph =
        article.folded().paragraph_end_before(stretch.end).is_some_and(|end| end >= stretch.start);
    let Some(text) = article.folded().text().get(stretch) else { return false };
    !ends_paragraph
        && text.chars().nth(MAX_CHANGED_SCALARS).is_none()
        && word::ranges(text).count() <= MAX_CHANGED_WORDS
}

/// The steps of the last piece with the fewest scalars from the origin to the end.
fn shortest(steps: &[Step], text: &str, limit: usize) -> Vec<Step> {
    let mut found = Vec::new();
    let mut fewest = usize::MAX;
    // Both rise from step to step, so each counts through the text once.
    let (mut origins, mut ends) = (Counter::new(text), Counter::new(text));
    let mut last_origin = None;
    for step in steps {
        // Of several ends with one origin the first is the tightest.
        if last_origin.replace(step.origin) == Some(step.origin) {
            continue;
        }
        let scalars = ends.up_to(step.end) - origins.up_to(step.origin);
        if scalars < fewest {
            fewest = scalars;
            found.clear();
        }
        if scalars == fewest && found.len() < limit {
            found.push(*step);
        }
    }
    found
}

/// Counts the scalars before ever later places.
struct Counter<'t> {
    text: &'t str,
    at: usize,
    scalars: usize,
}

impl<'t> Counter<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, scalars: 0 }
    }

    fn up_to(&mut self, at: usize) -> usize {
        self.scalars += self.text.get(self.at..at).map_or(0, |text| text.chars().count());
        self.at = at;
        self.scalars
    }
}

/// The places of all pieces that lead to `last`.
fn chain(layers: &[Vec<Step>], last: Step) -> Vec<Range<usize>> {
    let mut step = Some(last);
    let mut places = Vec::with_capacity(layers.len());
    for before in layers.iter().rev().skip(1).map(Some).chain([None]) {
        let Some(Step { start, end, before: index, .. }) = step else { break };
        places.push(start..end);
        step = before.and_then(|layer| layer.get(index)).copied();
    }
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Anchor, Selector, anchor};

    const TEXT: &str = "Le traité, signé hier à Pyongyang par le président Vladimir Poutine et son hôte, n'est pas \
                        impossible. Il est possible.\n\nLe chef du Kremlin l'a signé. Le chef du Kremlin part.";

    fn stands<'t>(quote: &str, text: &'t str) -> (&'static str, Vec<&'t str>) {
        let article = Article::new(text.to_owned());
        let anchor = anchor(&Selector { exact: quote, prefix: None, suffix: None }, &article);
        let spans = match &anchor {
            Anchor::Elided(spans) | Anchor::Ambiguous(spans) => spans.clone(),
            _ => Vec::new(),
        };
        (anchor.name(), spans.into_iter().map(|span| &text[article.bytes(span)]).collect())
    }

    #[test]
    fn pieces_stand_in_order() {
        let cases = [
            ("Le traité […] n’est pas impossible", vec!["Le traité", "n'est pas impossible"]),
            ("[l]e traité, signé", vec!["e traité, signé"]),
            ("[Poutine] l'a signé", vec!["l'a signé"]),
            ("signé [en juin] à Pyongyang", vec!["signé", "à Pyongyang"]),
            ("Le traité [sic], signé", vec!["Le traité", ", signé"]),
            ("par [Vladimir Poutine] et son hôte", vec!["par", "et son hôte"]),
            ("[…] signé hier […]", vec!["signé hier"]),
            ("signé (…) par (...) son hôte", vec!["signé", "par", "son hôte"]),
            ("à Pyongyang […] part.", vec!["à Pyongyang", "part."]),
            ("Le chef […] part […].", vec!["Le chef", "part", "."]),
        ];
        for (quote, pieces) in cases {
            assert_eq!(stands(quote, TEXT), ("elided", pieces), "{quote}");
        }
    }

    #[test]
    fn marks_hide_no_more_than_they_say() {
        let cases = [
            ("in another order", "Pyongyang […] Le traité"),
            ("a cut inside a word", "Il est im[…]possible"),
            ("a cut that takes a syllable", "n'est pas […]possible. Il est possible"),
            ("a change of a whole clause", "Le traité [est caduc], n'est pas"),
            ("a change over a paragraph", "possible. [Poutine] chef du"),
            ("a change that tears a word it is not written into", "est [très] possible.\u{a0}[X] e chef"),
            ("no word between cuts", "Le traité […] , […] son hôte"),
            ("no whole word at all", "[l]e[s]"),
            ("words that do not stand there", "Le traité […] révolutionnaire"),
            ("another accent", "Le traite […] son hôte"),
        ];
        for (what, quote) in cases {
            assert_eq!(stands(quote, TEXT).0, "orphan", "{what}");
        }
    }

    #[test]
    fn the_tightest_place_is_taken() {
        let text = "un x x deux. un x deux. un x x x deux";
        assert_eq!(stands("un […] deux", text), ("elided", vec!["un", "deux"]));
        let article = Article::new(text.to_owned());
        let of = |prefix, exact| {
            anchor(&Selector { exact, prefix, suffix: None }, &article).span().map(|at| at.start)
        };
        assert_eq!(of(None, "un […] deux"), Some(13));
        assert_eq!(of(Some("x x deux. "), "un […] deux"), Some(13));
        assert_eq!(of(Some("un x deux."), "un […] deux"), Some(24));
        assert_eq!(of(Some("nowhere"), "un […] deux"), Some(13));
        let (name, windows) = stands("un […] deux", "un x deux, un y deux, un deux x");
        assert_eq!((name, windows), ("elided", vec!["un", "deux"]));
        assert_eq!(
            stands("un […] deux", "un x deux, un y deux"),
            ("ambiguous", vec!["un x deux", "un y deux"])
        );
        // Accents count as one, however many bytes they take.
        assert_eq!(stands("un […] deux", "un é deux, un y deux").0, "ambiguous");
    }

    #[test]
    fn a_change_takes_the_place_next_to_it() {
        let text = "un a b c d e f g deux. un x deux trois";
        assert_eq!(stands("un [y] deux", text), ("elided", vec!["un", "deux"]));
        assert_eq!(stands("un [y] trois", &text.replace(" x", " a b c d e f g")).0, "orphan");
    }

    #[test]
    fn hostile_quotes_are_no_trouble() {
        let quote = "a […] ".repeat(60);
        assert_eq!(stands(&quote, &"a".repeat(20_000)).0, "orphan");
        assert_eq!(stands(&quote, &"a ".repeat(1_000)).0, "ambiguous");
        assert_eq!(stands(&"a [b] ".repeat(60), &"a ".repeat(1_000)).0, "ambiguous");
        assert_eq!(stands(&"a […] ".repeat(10_000), &"a ".repeat(20_000)).0, "orphan");
    }

    #[test]
    fn a_piece_that_stands_everywhere_stands_nowhere() {
        let marked = Marked::new("a […]").unwrap();
        let article = Article::new("a ".repeat(10));
        assert_eq!(places(&marked.pieces[0], &article, &mut 10).map(|places| places.len()), Some(10));
        assert_eq!(places(&marked.pieces[0], &article, &mut 9), None);
    }
}
