//! What two articles have word for word in common.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    ops::Range,
};

use super::{Article, Span, word};

/// The longest run of words that stands in both articles, with the punctuation and the spaces around it that
/// they share, as it stands in each; of several, the first in `a`'s order of those found. `None` where no
/// word is shared. Words are compared folded, and what stands between them is not compared.
///
/// Runs of each length tried are looked up by a rolling hash (Karp and Rabin) and then compared word by
/// word; a run of some length holds one of every lesser length, so a few lengths are enough.
pub fn longest_shared_run(a: &Article, b: &Article) -> Option<(Span, Span)> {
    let hasher = RandomState::new();
    let (hashes_a, hashes_b) = (Hashes::new(a, &hasher), Hashes::new(b, &hasher));
    let shared = |length: usize| shared_run(&hashes_a, &hashes_b, length);
    let mut best = (1, shared(1)?);
    // Doubling before halving: runs are short, and articles may be long.
    let mut limit = 2;
    while let Some(found) = shared(limit) {
        best = (limit, found);
        limit *= 2;
    }
    while limit - best.0 > 1 {
        let middle = usize::midpoint(best.0, limit);
        match shared(middle) {
            Some(found) => best = (middle, found),
            None => limit = middle,
        }
    }
    let (length, (in_a, in_b)) = best;
    let (in_a, in_b) = (bytes(a, in_a..in_a + length)?, bytes(b, in_b..in_b + length)?);
    let (in_a, in_b) = widen(a, in_a, b, in_b);
    Some((a.span(&in_a), b.span(&in_b)))
}

/// 2^61 - 1, a prime.
const MODULUS: u64 = (1 << 61) - 1;

fn multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(MODULUS);
    // Less than the modulus, which fits.
    u64::try_from(product).unwrap_or(0)
}

/// The hashes of an article's beginnings, word by word.
struct Hashes<'a> {
    article: &'a Article,
    beginnings: Vec<u64>,
    /// What a word is multiplied by for each word after it. Another in each run of the program, so that no
    /// article can be made to collide.
    base: u64,
}

impl<'a> Hashes<'a> {
    fn new(article: &'a Article, hasher: &RandomState) -> Self {
        let base = hasher.hash_one("base") % MODULUS;
        let text = article.folded().text();
        let mut hash = 0;
        let next = |word: &Range<usize>| {
            let word = hasher.hash_one(text.get(word.clone())) % MODULUS;
            hash = (multiply(hash, base) + word) % MODULUS;
            hash
        };
        let beginnings = std::iter::once(0).chain(article.words().iter().map(next)).collect();
        Self { article, beginnings, base }
    }

    /// The hash of each run of `length` words, in order.
    fn runs(&self, length: usize) -> impl Iterator<Item = u64> {
        let power = (0..length).fold(1, |power, _| multiply(power, self.base));
        let ends = self.beginnings.iter().skip(length);
        self.beginnings
            .iter()
            .zip(ends)
            .map(move |(&start, &end)| (end + MODULUS - multiply(start, power)) % MODULUS)
    }

    fn words(&self, start: usize, length: usize) -> impl Iterator<Item = Option<&str>> {
        let words = self.article.words().iter().skip(start).take(length);
        words.map(|word| self.article.folded().text().get(word.clone()))
    }
}

/// The numbers of the words at which a run of `length` words begins in both.
fn shared_run(a: &Hashes<'_>, b: &Hashes<'_>, length: usize) -> Option<(usize, usize)> {
    let mut first = HashMap::new();
    for (start, hash) in a.runs(length).enumerate() {
        first.entry(hash).or_insert(start);
    }
    let known = |(in_b, hash)| first.get(&hash).map(|&in_a| (in_a, in_b));
    let mut found = b.runs(length).enumerate().filter_map(known);
    found.find(|&(in_a, in_b)| a.words(in_a, length).eq(b.words(in_b, length)))
}

fn bytes(article: &Article, words: Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (article.words().get(words.start)?, article.words().get(words.end.checked_sub(1)?)?);
    article.place(&(first.start..last.end))
}

/// Takes in the characters on either side that are the same in both and part of no word.
fn widen(a: &Article, in_a: Range<usize>, b: &Article, in_b: Range<usize>) -> (Range<usize>, Range<usize>) {
    let back = alike(
        a.text().get(..in_a.start).unwrap_or_default().chars().rev(),
        b.text().get(..in_b.start).unwrap_or_default().chars().rev(),
        |length| a.is_boundary(in_a.start - length) && b.is_boundary(in_b.start - length),
    );
    let forth = alike(
        a.text().get(in_a.end..).unwrap_or_default().chars(),
        b.text().get(in_b.end..).unwrap_or_default().chars(),
        |length| a.is_boundary(in_a.end + length) && b.is_boundary(in_b.end + length),
    );
    (in_a.start - back..in_a.end + forth, in_b.start - back..in_b.end + forth)
}

/// How many bytes the two have alike before a word begins or they part, up to an edge.
fn alike(
    a: impl Iterator<Item = char>,
    b: impl Iterator<Item = char>,
    is_edge: impl Fn(usize) -> bool,
) -> usize {
    let same = a.zip(b).take_while(|&(x, y)| x == y && !word::is_part(x));
    let lengths = same.scan(0, |length, (c, _)| {
        *length += c.len_utf8();
        Some(*length)
    });
    lengths.filter(|&length| is_edge(length)).last().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> Option<(String, String)> {
        let (a, b) = (Article::new(a.to_owned()), Article::new(b.to_owned()));
        let (in_a, in_b) = longest_shared_run(&a, &b)?;
        Some((a.slice(in_a).to_owned(), b.slice(in_b).to_owned()))
    }

    #[test]
    fn two_dispatches_from_one_agency_share_a_sentence() {
        let a = include_str!("../../assets/articles/doc2-sans-editeur.txt");
        let b = include_str!("../../assets/articles/doc3-sans-editeur.txt");
        let (in_a, in_b) = shared(a, b).unwrap();
        assert_eq!(in_a, in_b);
        assert_eq!(in_a.chars().count(), 163);
        assert!(in_a.trim().starts_with("\"Le traité pour un partenariat global"), "{in_a}");
        assert!(in_a.trim().ends_with("a déclaré"), "{in_a}");
    }

    #[test]
    fn runs_are_shared_folded_and_end_at_words() {
        let cases = [
            ("un deux trois", "zéro un deux quatre", Some(("un deux ", "un deux "))),
            ("a l’ami «\u{a0}vrai », b", "c l'ami \"vrai\" d", Some((" l’ami «\u{a0}vrai", " l'ami \"vrai"))),
            ("possible", "impossible", None),
            ("", "un", None),
            ("x un y un deux", "un deux un", Some(("un deux", "un deux"))),
        ];
        for (a, b, expected) in cases {
            let expected = expected.map(|(a, b): (&str, &str)| (a.to_owned(), b.to_owned()));
            assert_eq!(shared(a, b), expected, "{a} / {b}");
        }
    }

    #[test]
    fn repetition_without_end_is_no_trouble() {
        let (a, b) = ("na ".repeat(30_000), "na ".repeat(20_000));
        assert_eq!(shared(&a, &b).map(|(run, _)| run.len()), Some(b.len()));
    }
}
