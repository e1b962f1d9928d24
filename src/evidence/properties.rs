//! What holds of every quote and every article.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::{Anchor, Article, MAX_PLACES, OverlapIndex, Selector, Span, anchor, cuts, dropped_negation};

const ARTICLES: [&str; 5] = [
    include_str!("../../assets/articles/doc1-azertac-yonhap.txt"),
    include_str!("../../assets/articles/doc2-sans-editeur.txt"),
    include_str!("../../assets/articles/doc3-sans-editeur.txt"),
    include_str!("../../assets/articles/doc4-photo-yonhap.txt"),
    include_str!("../../assets/articles/doc5-cnn-traduit.txt"),
];

fn plain(exact: &str) -> Selector<'_> {
    Selector { exact, prefix: None, suffix: None }
}

/// A slice of an article between graphemes, with letters at both ends, and where it stands.
fn slice(article: usize, from: f64, length: usize) -> Option<(String, Span)> {
    let graphemes: Vec<_> = ARTICLES[article].graphemes(true).collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let mut start = (graphemes.len() as f64 * from) as usize;
    let is_word = |grapheme: &&str| grapheme.chars().all(char::is_alphanumeric);
    start += graphemes[start..].iter().position(is_word)?;
    let mut end = (start + length).min(graphemes.len());
    end = start + graphemes[start..end].iter().rposition(is_word)? + 1;
    let scalars = |graphemes: &[&str]| graphemes.concat().chars().count();
    let span = Span { start: scalars(&graphemes[..start]), end: scalars(&graphemes[..end]) };
    Some((graphemes[start..end].concat(), span))
}

/// Writes a text with other typography, another choice for each character that has one.
fn disguise(text: &str, choices: &[u8]) -> String {
    let mut choices = choices.iter().copied().cycle();
    let mut other =
        |list: &'static [&'static str]| list[usize::from(choices.next().unwrap_or(0)) % list.len()];
    let mut disguised = String::new();
    for c in text.chars() {
        match c {
            '\'' | '’' => disguised += other(&["'", "’", "‘", "ʼ"]),
            '"' | '«' | '»' | '“' | '”' => disguised += other(&["\"", "« ", " »", "“", "\u{a0}”"]),
            c if c.is_whitespace() => disguised += other(&[" ", "  ", "\u{a0}", "\n", "\u{202f}\t"]),
            c if c.is_alphabetic() => {
                match other(&["as it is", "as it is", "decomposed", "hyphenated", "joined"]) {
                    "decomposed" => disguised.extend(c.to_string().nfd()),
                    "hyphenated" => disguised.extend([c, '\u{ad}']),
                    "joined" => disguised.extend([c, '\u{2060}']),
                    _ => disguised.push(c),
                }
            }
            c => disguised.push(c),
        }
    }
    disguised
}

/// Texts that tear at every seam: marks, joiners, jamo, flags, quotation marks, dots.
fn hostile() -> impl Strategy<Value = String> {
    let seams = [
        "a", "b", "é", "e\u{301}", "\u{301}", "\u{323}", " ", "\u{a0}", "\n", "\r\n", "\n\n", "\"", "«", "»",
        "'", "’", "[", "]", "(", ")", "[…]", "[...]", "…", ".", "\u{ad}", "\u{200d}", "\u{feff}", "🇫", "🇷",
        "👨", "한", "\u{1112}", "\u{1161}", "\u{11ab}", "\u{9c7}", "\u{9be}", "\u{1f1}", "Å", "\u{212b}",
        "ne", "pas", "[b]",
    ];
    proptest::collection::vec(proptest::sample::select(seams.to_vec()), 0..40)
        .prop_map(|parts| parts.concat())
}

/// Whether `span` is one of the places, as far as so many are told.
fn holds(places: &[Span], span: Span) -> bool {
    places.contains(&span) || places.len() == MAX_PLACES
}

fn check_span(span: Span, article: &Article) -> Result<(), TestCaseError> {
    let count = article.text().chars().count();
    prop_assert!(span.start <= span.end && span.end <= count, "{span:?} of {count}");
    let edges: Vec<_> = article.text().grapheme_indices(true).map(|(byte, _)| byte).collect();
    for scalar in [span.start, span.end] {
        let byte = article.byte_offset(scalar);
        prop_assert!(byte == article.text().len() || edges.contains(&byte), "{span:?} splits a grapheme");
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_slice_stands_where_it_was_taken(article in 0..5_usize, from in 0.0..1.0, length in 1..200_usize) {
        let Some((quote, span)) = slice(article, from, length) else { return Ok(()) };
        match anchor(&plain(&quote), &Article::new(ARTICLES[article].to_owned())) {
            Anchor::Exact(found) => prop_assert_eq!(found, span),
            Anchor::Ambiguous(places) => prop_assert!(holds(&places, span)),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_disguise_does_not_hide_it(
        article in 0..5_usize, from in 0.0..1.0, length in 20..200_usize,
        choices in proptest::collection::vec(any::<u8>(), 1..50),
    ) {
        let Some((quote, span)) = slice(article, from, length) else { return Ok(()) };
        let disguised = disguise(&quote, &choices);
        match anchor(&plain(&disguised), &Article::new(ARTICLES[article].to_owned())) {
            Anchor::Exact(found) => prop_assert_eq!((found, &quote), (span, &disguised)),
            Anchor::Typographic(found) => {
                prop_assert_eq!(found, span);
                prop_assert_ne!(&quote, &disguised);
            }
            Anchor::Ambiguous(places) => prop_assert!(holds(&places, span)),
            other => prop_assert!(false, "{:?} for {:?}", other, disguised),
        }
    }

    #[test]
    fn a_disguised_article_holds_the_same_passage(
        article in 0..5_usize, from in 0.0..1.0, length in 20..200_usize,
        choices in proptest::collection::vec(any::<u8>(), 1..50),
    ) {
        let Some((quote, _)) = slice(article, from, length) else { return Ok(()) };
        let article = Article::new(disguise(ARTICLES[article], &choices));
        let found = match anchor(&plain(&quote), &article) {
            Anchor::Exact(span) | Anchor::Typographic(span) => vec![span],
            Anchor::Ambiguous(spans) => spans,
            other => return Err(TestCaseError::fail(format!("{other:?}"))),
        };
        for span in found {
            check_span(span, &article)?;
            let passage = article.slice(span);
            prop_assert!(passage.starts_with(|c: char| c.is_alphanumeric()));
            let has_more = |c: char| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{2060}' | '"');
            prop_assert!(!passage.ends_with(has_more));
        }
    }

    #[test]
    fn another_letter_is_another_quote(
        article in 0..5_usize, from in 0.0..1.0, length in 20..120_usize, at in 0.0..1.0,
        letter in proptest::sample::select(vec!['a', 'é', 'E', 'z', '1', '9', 'ß']),
    ) {
        let Some((quote, _)) = slice(article, from, length) else { return Ok(()) };
        let mut letters: Vec<_> = quote.chars().collect();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let place = (letters.len() as f64 * at) as usize;
        prop_assume!(letters[place].is_alphanumeric() && letters[place] != letter);
        letters[place] = letter;
        let changed: String = letters.into_iter().collect();
        let found = anchor(&plain(&changed), &Article::new(ARTICLES[article].to_owned()));
        prop_assert!(ARTICLES[article].contains(&changed) || matches!(found, Anchor::Orphan(_)), "{:?}", found);
    }

    #[test]
    fn two_pieces_of_a_slice_are_its_elision(
        article in 0..5_usize, from in 0.0..1.0, length in 60..300_usize,
    ) {
        let Some((quote, span)) = slice(article, from, length) else { return Ok(()) };
        let words: Vec<_> = quote.split(' ').collect();
        prop_assume!(words.len() > 8);
        // The first and the last may be torn, which a quote with marks may not be.
        let end = words.len() - 1;
        let quote = format!("{} […] {}", words[1..4].join(" "), words[end - 3..end].join(" "));
        let article = Article::new(ARTICLES[article].to_owned());
        match anchor(&plain(&quote), &article) {
            // A tighter place may stand beside the one it was taken from, never a wider one.
            Anchor::Elided(pieces) => {
                prop_assert_eq!(pieces.len(), 2);
                let window = Anchor::Elided(pieces).span().unwrap();
                prop_assert!(window.end - window.start <= span.end - span.start);
            }
            Anchor::Ambiguous(_) => {}
            other => prop_assert!(false, "{:?} for {}", other, quote),
        }
    }

    #[test]
    fn nothing_panics_and_every_span_keeps_to_the_graphemes(
        text in hostile(), exact in hostile(), prefix in hostile(), suffix in hostile(), other in hostile(),
    ) {
        let article = Article::new(text);
        let selector = Selector { exact: &exact, prefix: Some(&prefix), suffix: Some(&suffix) };
        let spans = match anchor(&selector, &article) {
            Anchor::Exact(span) | Anchor::Typographic(span) => vec![span],
            Anchor::Ambiguous(spans) => spans,
            Anchor::Elided(pieces) => {
                let told = cuts(&exact, &pieces, &article).into_iter().map(|elision| elision.in_article);
                pieces.iter().copied().chain(told).chain(dropped_negation(&exact, &pieces, &article)).collect()
            }
            Anchor::Orphan(nearest) => nearest.map_or_else(Vec::new, |nearest| {
                nearest.in_article.into_iter().chain([nearest.passage]).collect()
            }),
        };
        for span in spans {
            check_span(span, &article)?;
        }
        let articles = [article.text().to_owned(), other, article.text().to_owned() + &exact].map(|text| Some(Article::new(text.repeat(4))));
        let index = OverlapIndex::new(&articles);
        for (first, second) in [(0, 1), (0, 2), (1, 2)] {
            for run in index.runs(first, second) {
                for (span, article) in [(run.first, &articles[first]), (run.second, &articles[second])] {
                    check_span(span, article.as_ref().unwrap())?;
                }
            }
        }
    }

    #[test]
    fn a_slice_of_anything_stands_in_it(text in hostile(), from in 0..40_usize, length in 1..20_usize) {
        let graphemes: Vec<_> = text.graphemes(true).collect();
        let quote: String = graphemes.iter().skip(from).take(length).copied().collect();
        if !quote.contains(['a', 'b', 'é', '한']) {
            return Ok(());
        }
        let found = anchor(&plain(&quote), &Article::new(text.clone()));
        let stands = matches!(found, Anchor::Exact(_) | Anchor::Ambiguous(_));
        prop_assert!(stands, "{:?} in {:?}: {:?}", quote, text, found);
    }
}
