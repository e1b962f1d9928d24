//! The words there are, and which of them a word may be a slip of.

use std::collections::HashMap;

use super::column::Column;

/// The fewest letters of a word in which one wrong letter is forgiven: in short ones it makes another word.
pub(super) const FORGIVING: usize = 5;
/// The fewest letters of a word that is kept.
const SHORTEST: usize = 3;
/// Longer words are no words.
const LONGEST: usize = 64;
/// The most words that one may be a slip of.
const MOST: usize = 24;

/// Every word of the texts, folded, with how often it stands there. Numbers are no words.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(Vec<(String, u32)>);

impl Vocabulary {
    pub(super) fn of(columns: [&Column; 4]) -> Self {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for word in columns.into_iter().flat_map(|column| words(column.folded())) {
            *counts.entry(word).or_default() += 1;
        }
        let mut words: Vec<_> = counts.into_iter().map(|(word, count)| (word.to_owned(), count)).collect();
        words.sort_unstable();
        Self(words)
    }

    /// The words that `word` is by one wrong letter: another, one too many, one missing, or two exchanged.
    pub(super) fn spellings(&self, word: &str) -> Vec<&str> {
        if word.chars().filter(|c| c.is_alphabetic()).count() < FORGIVING || word.contains(is_digit) {
            return Vec::new();
        }
        let known = self.0.iter().map(|(known, _)| known.as_str());
        // What holds the word is found without forgiving anything.
        known.filter(|known| is_one_off(word, known) && !known.contains(word)).take(MOST).collect()
    }

    /// The word nearest to `word`, if one is near; of several, the one that stands there most often.
    pub(super) fn nearest(&self, word: &str) -> Option<&str> {
        nearest(word, self.0.iter().map(|(known, count)| (known.as_str(), *count)))
    }
}

/// Of `candidates` with their counts, the nearest to `word`, of which about a third of the letters may be wrong.
pub(super) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = (&'a str, u32)>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let allowed = (length + 1) / 3;
    let near = candidates.filter(|(candidate, _)| candidate.len().abs_diff(word.len()) <= 4 * allowed);
    let distances = near.map(|(candidate, count)| (strsim::osa_distance(word, candidate), candidate, count));
    let best = distances.filter(|(distance, ..)| (1..=allowed).contains(distance));
    best.min_by_key(|(distance, _, count)| (*distance, std::cmp::Reverse(*count)))
        .map(|(_, nearest, _)| nearest)
}

/// The words of a folded text: what stands between signs and blanks, and what hyphens and apostrophes join.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_joint = |c: char| matches!(c, '-' | '\'');
    let joined = text.split(move |c: char| !c.is_alphanumeric() && !is_joint(c));
    let whole = joined.map(move |word| word.trim_matches(is_joint));
    let parts = |word| <str>::split(word, ['-', '\'']);
    whole
        .flat_map(move |word| parts(word).chain(word.contains(is_joint).then_some(word)))
        .filter(|word| (SHORTEST..=LONGEST).contains(&word.len()) && !word.contains(is_digit))
}

fn is_digit(c: char) -> bool {
    c.is_numeric()
}

/// Whether two words differ, and by no more than one edit: a letter changed, added or left out, or two neighbours
/// exchanged.
pub(super) fn is_one_off(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = match a.len().abs_diff(b.len()) {
        0..=4 => (a.chars().collect(), b.chars().collect()),
        _ => return false,
    };
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - end], &b[..b.len() - end]) {
        ([_], [_] | []) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_one_off() {
        for (a, b, expected) in [
            ("pyongiang", "pyongyang", true),
            ("vostochni", "vostochny", true),
            ("vostochny", "vostotchny", true),
            ("poutinne", "poutine", true),
            ("potuine", "poutine", true),
            ("poutine", "poutine", false),
            ("putine", "poutin", false),
            ("aab", "aba", true),
            ("abc", "cab", false),
            ("", "a", true),
            ("한국", "한극", true),
        ] {
            assert_eq!(is_one_off(a, b), expected, "{a} {b}");
            assert_eq!(is_one_off(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn words_stand_between_signs() {
        let found: Vec<_> = words("l'ami \"jong-un\", 2019 nord-coreen.").collect();
        assert_eq!(found, ["ami", "l'ami", "jong", "jong-un", "nord", "coreen", "nord-coreen"]);
    }

    #[test]
    fn the_nearest_word_is_the_one_that_stands_there_most_often() {
        let words = [("visite", 9), ("visites", 2), ("viziter", 1), ("x", 1)];
        let near = |word| nearest(word, words.into_iter());
        assert_eq!(near("vizite"), Some("visite"));
        assert_eq!(near("visitte"), Some("visite"));
        assert_eq!(near("katmandou"), None);
        assert_eq!(near("zz"), None);
    }
}
