//! The passage that somebody remembers, word for word or nearly.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use super::quote::{Quote, page};
use crate::evidence::{self, Anchor, Article, Quoted, Selector, Span};
use crate::search::fold;

/// What became of remembered words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// They stand there, word for word or with marks; in how many places.
    Exact {
        /// The quote of the first place.
        quote: Quote,
        /// In how many places they stand.
        places: usize,
    },
    /// Words like them stand there.
    Near(Quote),
    /// They do not, and what comes nearest is too far away to be meant.
    Nothing(Option<Near>),
}

/// A passage that shares some words with those that are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Near {
    /// Its words.
    pub(crate) text: String,
    /// How many of the words that are looked for it has.
    pub(crate) shared: usize,
    /// Of how many.
    pub(crate) of: usize,
}

/// The quote of the article of `source` that `words` mean.
pub(crate) fn find(source: &str, words: &str, article: &Article) -> Found {
    let words = words.trim();
    let selector = Selector { exact: words, prefix: None, suffix: None };
    let anchor = evidence::anchor(&selector, article);
    let quote = |span: Span| Quote::of(source, span, article);
    let exact = |quote: Option<Quote>, places: usize| quote.map(|quote| Found::Exact { quote, places });
    let found = match &anchor {
        Anchor::Elided(_) | Anchor::Altered(_) => anchor.span().map(|span| {
            let quoted = Quoted { exact: words.to_owned(), prefix: None, suffix: None };
            let quote = Quote { source: source.to_owned(), quoted, span, page: page(span, article) };
            Found::Exact { quote, places: 1 }
        }),
        Anchor::Ambiguous(places) => exact(places.first().copied().and_then(quote), places.len()),
        Anchor::Orphan(nearest) => {
            nearest.as_ref().and_then(|nearest| quote(nearest.passage)).map(Found::Near)
        }
        _ => exact(anchor.span().and_then(quote), 1),
    };
    found.unwrap_or_else(|| recall(source, words, article))
}

/// A word of the article: where it stands, and which of the words that are looked for it is.
struct Word {
    start: usize,
    end: usize,
    number: Option<usize>,
}

/// The words of `text`, each with the byte it begins at. An apostrophe parts two words.
fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices().flat_map(|(start, word)| {
        let mut at = start;
        word.split_inclusive(['\'', '’', 'ʼ']).filter_map(move |part| {
            let begin = at;
            at += part.len();
            let part = part.trim_end_matches(['\'', '’', 'ʼ']);
            (!part.is_empty()).then_some((begin, part))
        })
    })
}

/// The stretch of the article that has the most of `words`, rare ones weighing more, accents and case aside.
fn recall(source: &str, words: &str, article: &Article) -> Found {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut wanted: Vec<usize> = Vec::new();
    for (_, word) in parts(words) {
        let next = numbers.len();
        let number = *numbers.entry(fold(word)).or_insert(next);
        if number == wanted.len() {
            wanted.push(0);
        }
        if let Some(count) = wanted.get_mut(number) {
            *count += 1;
        }
    }
    let of: usize = wanted.iter().sum();
    let text = article.text();
    let all: Vec<Word> = parts(text)
        .map(|(start, word)| Word {
            start,
            end: start + word.len(),
            number: numbers.get(&fold(word)).copied(),
        })
        .collect();
    let Some((first, last, shared)) = best(&all, &wanted, 2 * of + 2) else {
        return Found::Nothing(None);
    };
    let bytes = first.start..last.end;
    let span = Span { start: article.scalar_offset(bytes.start), end: article.scalar_offset(bytes.end) };
    // Of two words both, of three two, of ten six.
    let is_near = shared * 5 >= of * 3;
    match Quote::of(source, span, article).filter(|_| is_near) {
        Some(quote) => Found::Near(quote),
        None => {
            Found::Nothing(Some(Near { text: text.get(bytes).unwrap_or_default().to_owned(), shared, of }))
        }
    }
}

/// The first and the last wanted word of the best stretch of at most `length` words, and how many it has.
fn best<'w>(all: &'w [Word], wanted: &[usize], length: usize) -> Option<(&'w Word, &'w Word, usize)> {
    let mut in_article = vec![0_usize; wanted.len()];
    for number in all.iter().filter_map(|word| word.number) {
        *in_article.get_mut(number)? += 1;
    }
    let weight =
        |number: usize| (all.len() / in_article.get(number).copied().unwrap_or(1).max(1)).max(1).ilog2() + 1;
    let mut here = vec![0_usize; wanted.len()];
    let (mut score, mut shared) = (0, 0);
    let mut highest: Option<(u32, usize, usize)> = None;
    for (place, word) in all.iter().enumerate() {
        if let Some(number) =
            place.checked_sub(length).and_then(|left| all.get(left)).and_then(|word| word.number)
        {
            let count = here.get_mut(number)?;
            if *count <= *wanted.get(number)? {
                score -= weight(number);
                shared -= 1;
            }
            *count -= 1;
        }
        let Some(number) = word.number else { continue };
        let count = here.get_mut(number)?;
        *count += 1;
        if *count <= *wanted.get(number)? {
            score += weight(number);
            shared += 1;
        }
        if highest.is_none_or(|(best, ..)| score > best) {
            highest = Some((score, place, shared));
        }
    }
    let (_, end, shared) = highest?;
    let stretch = all.get((end + 1).saturating_sub(length)..=end)?;
    // What stands before it and is said again inside it belongs to what comes before.
    let mut surplus = vec![0_usize; wanted.len()];
    for number in stretch.iter().filter_map(|word| word.number) {
        *surplus.get_mut(number)? += 1;
    }
    let mut known = stretch.iter().filter_map(|word| Some((word, word.number?))).skip_while(|(_, number)| {
        let (Some(count), Some(wanted)) = (surplus.get_mut(*number), wanted.get(*number)) else {
            return false;
        };
        let is_surplus = *count > *wanted;
        *count -= 1;
        is_surplus
    });
    let (first, _) = known.next()?;
    Some((first, known.last().map_or(first, |(word, _)| word), shared))
}
