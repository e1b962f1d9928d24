//! What holds of every quote and every article.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Anchor, Article, Budget, Edited, Joined, MAX_PLACES, OverlapIndex, Promise, Refusal, Selector, Span,
    anchor, edge, refusal, turned_at_edges, turned_by_cut,
};

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

/// A slice of one paragraph of an article, of whole words, numbers and compounds, and where it stands.
fn slice(article: usize, from: f64, length: usize) -> Option<(String, Span)> {
    let text = ARTICLES[article];
    let edges: Vec<_> = text.split_word_bound_indices().map(|(at, _)| at).collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let first = (edges.len() as f64 * from) as usize;
    let is_word = |at: usize| text[at..].starts_with(char::is_alphanumeric) && !edge::starts_inside(text, at);
    let start = edges[first..].iter().copied().find(|&at| is_word(at))?;
    let is_end = |at: usize| text[..at].ends_with(char::is_alphanumeric) && !edge::ends_inside(text, at);
    let ends = edges[first..].iter().copied().filter(|&at| at > start && at <= start + length);
    let end = ends.rev().find(|&at| is_end(at))?;
    let quote = &text[start..end];
    let scalars = |text: &str| text.chars().count();
    let span = Span { start: scalars(&text[..start]), end: scalars(&text[..end]) };
    (!quote.contains("\n\n")).then(|| (quote.to_owned(), span))
}

/// Writes a text with other typography, another choice for each character that has one.
fn disguise(text: &str, choices: &[u8]) -> String {
    let mut choices = choices.iter().copied().cycle();
    let mut other =
        |list: &'static [&'static str]| list[usize::from(choices.next().unwrap_or(0)) % list.len()];
    let mut disguised = String::new();
    for (at, c) in text.char_indices() {
        let is_beside_line_end = text[..at].ends_with('\n') || text[at + c.len_utf8()..].starts_with('\n');
        match c {
            '\'' | '’' => disguised += other(&["'", "’", "‘", "ʼ"]),
            '«' => disguised += other(&["\"", "«", "« ", "“", "„"]),
            '»' => disguised += other(&["\"", "»", "\u{a0}»", "”"]),
            '"' | '“' | '”' => disguised += other(&["\"", "\""]),
            // Two in a row would be a blank line.
            c if c == '\n' || c.is_whitespace() && is_beside_line_end => disguised.push(c),
            c if c.is_whitespace() => disguised += other(&[" ", "  ", "\u{a0}", "\n", "\u{202f}\t"]),
            c if c.is_alphabetic() => {
                match other(&["as it is", "as it is", "decomposed", "hyphenated", "joined"]) {
                    "decomposed" => disguised.extend(c.to_string().nfd()),
                    // At the end of a line it would divide a word.
                    "hyphenated" if text[at + c.len_utf8()..].starts_with(char::is_alphabetic) => {
                        disguised.extend([c, '\u{ad}']);
                    }
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
        "ne", "pas", "[b]", "-", "-\n", "\u{ad}\n", "\u{c}", "ﬁ", "1", "000", " 000", ",5", "%", "[B]",
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
        let end = words.len() - 1;
        // A blank may be in the middle of a number.
        prop_assume!(!edge::starts_inside(&quote, words[0].len() + 1));
        prop_assume!(!edge::ends_inside(&quote, quote.len() - words[end].len() - 1));
        let quote = format!("{} […] {}", words[1..4].join(" "), words[end - 3..end].join(" "));
        let article = Article::new(ARTICLES[article].to_owned());
        // A cut between a number and its unit is another matter.
        let refused = refusal(&plain(&quote), &article, &mut Budget::default()).unwrap();
        prop_assume!(!matches!(refused, Some(Refusal::Cut { .. })) || anchor(&plain(&quote), &article).edited().is_some());
        match anchor(&plain(&quote), &article) {
            // A tighter place may stand beside the one it was taken from, never a wider one.
            elided @ Anchor::Elided(_) => {
                prop_assert_eq!(elided.pieces().len(), 2);
                let window = elided.span().unwrap();
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
            Anchor::Exact(span) | Anchor::Typographic(span) | Anchor::Joined(Joined { span, .. }) => vec![span],
            Anchor::Ambiguous(spans) => spans,
            Anchor::Elided(Edited { pieces, cuts, changes }) | Anchor::Altered(Edited { pieces, cuts, changes }) => {
                let turned = cuts.iter().filter_map(|cut| turned_by_cut(cut, &article, "fr"));
                let turned: Vec<_> = turned.collect();
                let told = cuts.iter().map(|cut| cut.in_article);
                pieces.into_iter().chain(told).chain(changes.iter().map(|change| change.in_article)).chain(turned).collect()
            }
            Anchor::Orphan(nearest) => nearest.map_or_else(Vec::new, |nearest| {
                nearest.in_article.into_iter().chain([nearest.passage]).collect()
            }),
        };
        for span in spans {
            check_span(span, &article)?;
            for turned in turned_at_edges(span, &article, "en").into_iter().flatten() {
                check_span(turned, &article)?;
            }
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
        let start: usize = graphemes.iter().take(from).map(|grapheme| grapheme.len()).sum();
        let is_whole = edge::is_whole(&text, &(start..start + quote.len()));
        if !quote.contains(['a', 'b', 'é', '한']) || !is_whole {
            return Ok(());
        }
        let found = anchor(&plain(&quote), &Article::new(text.clone()));
        let stands = matches!(found, Anchor::Exact(_) | Anchor::Ambiguous(_));
        prop_assert!(stands, "{:?} in {:?}: {:?}", quote, text, found);
    }

    #[test]
    fn other_words_in_brackets_are_never_proven(
        article in 0..5_usize, from in 0.0..1.0, length in 30..150_usize, at in 0.0..1.0,
        put_in in proptest::sample::select(vec![
            "[non]", "[Kim]", "[1962]", "[n’]", "[pаs]", "[不]", "[millions]", "[refusé]", "[x]", "[ß]", "[%]", "[ ́]",
        ]),
        tears in any::<bool>(),
    ) {
        let Some((quote, _)) = slice(article, from, length) else { return Ok(()) };
        let words: Vec<_> = quote.unicode_word_indices().collect();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let (start, word) = words[(words.len() as f64 * at) as usize];
        let kept = word.chars().next().filter(|_| tears).map_or(0, char::len_utf8);
        let forged = format!("{}{put_in}{}", &quote[..start + kept], &quote[start + word.len()..]);
        let article = Article::new(ARTICLES[article].to_owned());
        let found = anchor(&plain(&forged), &article);
        prop_assert!(!matches!(found.promise(), Promise::WordForWord | Promise::Cut), "{:?} for {}", found, forged);
        if let Anchor::Altered(Edited { changes, .. }) = found {
            prop_assert!(changes.iter().any(|change| !change.is_case_only));
        }
    }

    #[test]
    fn a_line_end_or_a_ligature_hides_no_word(
        article in 0..5_usize, from in 0.0..1.0, length in 20..200_usize, at in 0.0..1.0,
        tear in proptest::sample::select(vec!["-\n", "-\r\n", "- \n ", "\u{ad}\n", "\u{2010}\n", "-\n\u{c}", ""]),
    ) {
        let Some((quote, _)) = slice(article, from, length) else { return Ok(()) };
        let is_torn = |word: &str| word.chars().count() > 5 && word.chars().all(char::is_lowercase);
        let words: Vec<_> = quote.unicode_word_indices().filter(|(_, word)| is_torn(word)).collect();
        prop_assume!(!words.is_empty());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let (start, word) = words[(words.len() as f64 * at) as usize];
        let middle = start + word.char_indices().nth(3).map_or(0, |(offset, _)| offset);
        let torn = format!("{}{tear}{}", &quote[..middle], &quote[middle..]).replace("fi", "ﬁ");
        let text = ARTICLES[article].replacen(&quote, &torn, 1);
        prop_assume!(ARTICLES[article].matches(&quote).count() == 1);
        let found = anchor(&plain(&quote), &Article::new(text));
        prop_assert_eq!(found.promise(), Promise::WordForWord, "{:?} of {:?}", quote, torn);
    }

    #[test]
    fn word_for_word_means_the_letters_of_one_stretch(text in hostile(), exact in hostile()) {
        word_for_word(&exact, &text)?;
    }

    #[test]
    fn a_slice_that_was_tampered_with_is_no_more_than_its_letters(
        article in 0..5_usize, from in 0.0..1.0, length in 10..150_usize, at in 0.0..1.0,
        put_in in proptest::sample::select(vec!["[n’]", "[pas]", "[…]", "[а]", "-", "\u{ad}\n", "-\n", "ﬁ", "0", " ", "»", ".", ""]),
        taken in 0..12_usize,
    ) {
        let Some((quote, _)) = slice(article, from, length) else { return Ok(()) };
        let mut letters: Vec<_> = quote.chars().collect();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let place = (letters.len() as f64 * at) as usize;
        let end = (place + taken).min(letters.len());
        letters.splice(place..end, put_in.chars());
        let tampered: String = letters.into_iter().collect();
        word_for_word(&tampered, ARTICLES[article])?;
    }
}

/// Whether a quote that is shown as word for word has the letters and digits of the stretch it stands in, in order, and
/// nothing else; with what is joined as the only exception, which is a hyphen and white space, or a ligature.
fn word_for_word(exact: &str, text: &str) -> Result<(), TestCaseError> {
    let article = Article::new(text.to_owned());
    let found = anchor(&plain(exact), &article);
    if found.promise() != Promise::WordForWord {
        return Ok(());
    }
    let letters = |text: &str| -> String {
        let letters = text.chars().flat_map(|c| match c {
            'ﬁ' => vec!['f', 'i'],
            'ﬃ' => vec!['f', 'f', 'i'],
            c => vec![c],
        });
        letters.collect::<String>().nfc().filter(|c| c.is_alphanumeric()).collect()
    };
    let span = found.span().unwrap();
    prop_assert_eq!(letters(exact), letters(article.slice(span)), "{:?} in {:?}: {:?}", exact, text, found);
    if let Anchor::Joined(Joined { joins, .. }) = found {
        for join in joins {
            check_span(join, &article)?;
            let is_torn = article.slice(join).chars().all(|c| {
                c.is_whitespace()
                    || "-\u{2010}\u{ad}".contains(c)
                    || ('ﬀ'..='ﬆ').contains(&c)
                    || "\u{200d}\u{feff}".contains(c)
            });
            prop_assert!(is_torn, "{:?}", article.slice(join));
        }
    }
    Ok(())
}
