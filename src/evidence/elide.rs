//! Placing the pieces of a quote with marks.

use std::ops::Range;

use super::{
    Article, change, find,
    mark::{Edge, Joint, MarkKind, Marked, Piece},
    steps::{Step, chain, first_step, follow, shortest},
    word,
};

/// A piece between two cuts has so many words or letters at least: shorter ones can be picked anywhere, and
/// strung together they say anything.
const FEWEST_WORDS: usize = 3;
const FEWEST_LETTERS: usize = 6;

/// A quote whose pieces stand in more places than this says nothing, and would cost too much to place.
const MAX_PLACES: usize = 2_000_000;

/// Every tightest way to place the pieces in order: for each piece its bytes in the folded article. The first
/// piece begins where `fits_start` says so, the last ends where `fits_end` does. At most `limit` ways.
///
/// A piece follows another at any distance over a cut, and over a change what [`change::can_stand_for`] says.
/// Of a piece's places only those between graphemes count, and between words but where a change is written
/// into one. The letters that a change at either end of the quote stands for belong to the way. Tightness is
/// the number of folded scalars from the first piece to the last.
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
    let mut previous = Edge::Whole;
    for (number, piece) in marked.pieces.iter().enumerate() {
        let ends = |place: &Range<usize>| {
            number + 1 < marked.pieces.len()
                || fits_end(outer(piece, place, article).end)
                    && !(is_name(marked.joints.last()) && change::precedes_name(place.end, article))
        };
        let starts = |place: &Range<usize>| {
            fits_start(outer(piece, place, article).start)
                && !(is_name(marked.joints.first()) && change::follows_name(place.start, article))
        };
        let Some(places) = places(piece, article, &mut budget) else { return Vec::new() };
        let places = places.into_iter().filter(ends);
        let layer = match layers.last() {
            None => places.filter(starts).map(first_step).collect(),
            Some(before) => follow(before, places, |stretch| {
                is_cut(marked, number) || change::can_stand_for(stretch, previous, piece.start, article)
            }),
        };
        layers.push(layer);
        previous = piece.end;
    }
    let Some(last) = layers.last() else { return Vec::new() };
    let ways = shortest(last, article.folded().text(), limit).into_iter().map(|step| chain(&layers, step));
    ways.map(|way| widened(way, marked, article)).collect()
}

fn is_cut(marked: &Marked, joint: usize) -> bool {
    marked.joints.get(joint).and_then(Option::as_ref).is_some_and(|joint| joint.kind == MarkKind::Cut)
}

fn is_name(joint: Option<&Option<Joint>>) -> bool {
    joint.and_then(Option::as_ref).is_some_and(|joint| joint.kind == MarkKind::Change && joint.is_name)
}

/// `place` with the rest of the words that the piece tears.
fn outer(piece: &Piece, place: &Range<usize>, article: &Article) -> Range<usize> {
    let start =
        if piece.start == Edge::Whole { place.start } else { change::head(place.start, article).start };
    let end = if piece.end == Edge::Whole { place.end } else { change::tail(place.end, article).end };
    start..end
}

/// `way` with the letters that changes at its ends stand for.
fn widened(mut way: Vec<Range<usize>>, marked: &Marked, article: &Article) -> Vec<Range<usize>> {
    if let Some((place, piece)) = way.first_mut().zip(marked.pieces.first()) {
        place.start = outer(piece, place, article).start;
    }
    if let Some((place, piece)) = way.last_mut().zip(marked.pieces.last()) {
        place.end = outer(piece, place, article).end;
    }
    way
}

/// Whether the pieces prove anything: one at least holds a whole word, and each between two cuts enough.
fn carries_words(marked: &Marked) -> bool {
    let mut between_cuts = marked
        .pieces
        .iter()
        .enumerate()
        .filter(|&(number, _)| is_cut(marked, number) && is_cut(marked, number + 1));
    let is_enough = |piece: &Piece| {
        piece.text.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST_LETTERS
            || word::ranges(&piece.text).count() >= FEWEST_WORDS
    };
    marked.pieces.iter().any(holds_word)
        && between_cuts.all(|(_, piece)| holds_word(piece) && is_enough(piece))
}

/// Whether some word of the piece is whole: none that a change is written into.
fn holds_word(piece: &Piece) -> bool {
    word::ranges(&piece.text).any(|word| {
        (word.start > 0 || piece.start == Edge::Whole)
            && (word.end < piece.text.len() || piece.end == Edge::Whole)
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
        if is_fit(piece, &place, article) {
            places.push(place);
        }
    }
    (!places.is_empty()).then_some(places)
}

/// Whether the piece may stand at `place`, as far as its edges go.
fn is_fit(piece: &Piece, place: &Range<usize>, article: &Article) -> bool {
    let text = article.folded().text();
    let is_torn = piece.start == Edge::Whole && word::is_inside(text, place.start)
        || piece.end == Edge::Whole && word::is_inside(text, place.end);
    if is_torn || article.place(place).is_none() {
        return false;
    }
    let outer = outer(piece, place, article);
    let head = text.get(outer.start..place.start).unwrap_or_default();
    let tail = text.get(place.end..outer.end).unwrap_or_default();
    let is_changed = match piece.start {
        Edge::Headless(letters) => head.chars().count() == letters,
        Edge::Whole | Edge::Torn => true,
    };
    is_changed
        && !head.contains(char::is_numeric)
        && !tail.contains(char::is_numeric)
        && article.place(&outer).is_some()
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
            Anchor::Ambiguous(spans) => spans.clone(),
            Anchor::Elided(edited) | Anchor::Altered(edited) => edited.pieces.clone(),
            _ => Vec::new(),
        };
        (anchor.name(), spans.into_iter().map(|span| &text[article.bytes(span)]).collect())
    }

    #[test]
    fn pieces_stand_in_order() {
        let cases = [
            ("Le traité […] n’est pas impossible", vec!["Le traité", "n'est pas impossible"]),
            ("[l]e traité, signé", vec!["Le traité, signé"]),
            ("[il] l'a signé", vec!["l'a signé"]),
            ("signé [en juin] à Pyongyang", vec!["signé", "à Pyongyang"]),
            ("Le traité [sic], signé", vec!["Le traité", ", signé"]),
            ("par [son] président Vladimir", vec!["par", "président Vladimir"]),
            ("[…] signé hier […]", vec!["signé hier"]),
            ("à Pyongyang […] part.", vec!["à Pyongyang", "part."]),
            ("Le chef […] Le chef du […].", vec!["Le chef", "Le chef du", "."]),
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
    fn changes_keep_who_when_how_many_and_whether() {
        let text = "Signé en 1961 à Évian. M. Dupont n'a pas signé sans doute possible.\nLe roi refuse de céder. Hier \
                    les alliés ont voté. La ville était sauvée, dit le ministre. Il est impossible de voter.";
        let cases = [
            ("part of a number", "en 19[62] à Évian"),
            ("part of a number, without a digit", "en 19[xx] à Évian"),
            ("a number", "en [1962] à Évian"),
            ("a number by words", "Signé en [juin] à Évian"),
            ("a number behind a cut", "Signé en 19[xx] […] à Évian"),
            ("another negation", "M. Dupont n'a [rien] signé"),
            ("a negation put in", "La ville [n']était [pas] sauvée"),
            ("another speaker", "[Mme Durand] n'a pas signé"),
            ("another speaker in the middle", "à Évian. [Mme Durand] n'a pas signé"),
            ("another name at the end", "Signé en 1961 à [Genève]"),
            ("a word from another sentence", "l[a] roi refuse de céder"),
            ("the end of a sentence", "sans doute [certain] Le roi refuse"),
            ("an end that tears a word", "Le roi […] de céd"),
            ("a start that tears a word", "igné en 1961 […] Évian"),
            ("half a word in a whole one", "Il est [p]ossible de voter"),
            ("a syllable put in front", "Hier [r]les alliés"),
            ("round brackets", "La ville (…) dit le ministre"),
            ("round brackets with dots", "La ville (...) dit le ministre"),
            ("a word between cuts", "Le roi […] ont […] voter"),
        ];
        for (what, quote) in cases {
            assert_eq!(stands(quote, text).0, "orphan", "{what}");
        }
        let honest = [
            ("[L]es alliés ont voté", vec!["les alliés ont voté"]),
            ("alliés [sic] ont voté", vec!["alliés", "ont voté"]),
            ("Le roi refus[ait] de céder", vec!["Le roi refus", "de céder"]),
            ("les alliés ont vot[aient]", vec!["les alliés ont voté"]),
            ("[le texte] était sauvée, dit [elle]", vec!["était sauvée, dit"]),
            ("La ville était sauvée, [selon] le ministre", vec!["La ville était sauvée,", "le ministre"]),
            ("[On] est impossible de voter", vec!["est impossible de voter"]),
        ];
        for (quote, pieces) in honest {
            assert_eq!(stands(quote, text), ("elided", pieces), "{quote}");
        }
        assert_eq!(stands("La ville (…) dit", "La ville (…) dit").0, "exact");
    }

    #[test]
    fn a_prefix_stands_before_the_changed_letters() {
        let article = Article::new("Ah : Les alliés. Oh : Les alliés.".to_owned());
        let between = |prefix| anchor(&Selector { exact: "[l]es alliés", prefix, suffix: None }, &article);
        assert_eq!(between(None).name(), "ambiguous");
        assert_eq!(between(Some("Oh :")).span().map(|span| span.start), Some(22));
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
        let quote = "a a a […] ".repeat(60);
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
