//! Every place a text stands in another.

use memchr::memmem;

/// The bytes at which `needle` stands in `text`, in order, overlapping places too, in time that grows with
/// the two lengths added, not multiplied. An empty needle stands nowhere.
pub(super) fn places<'a>(needle: &'a str, text: &'a str) -> Places<'a> {
    Places { needle, text, borders: Vec::new(), at: 0, matched: 0 }
}

/// The places of a text in another. See [`places`].
///
/// memchr's search jumps to the next place quickly but forgets what it has read; after a place, the
/// borders of the needle (Knuth, Morris and Pratt) carry on, until no overlap is left.
pub(super) struct Places<'a> {
    needle: &'a str,
    text: &'a str,
    /// For each length, the longest proper border of the needle's first so many bytes. Made at the first
    /// place, since most searches find none.
    borders: Vec<usize>,
    /// How much of the text is read.
    at: usize,
    /// How much of the needle stands directly before `at`.
    matched: usize,
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let (needle, text) = (self.needle.as_bytes(), self.text.as_bytes());
        while self.matched > 0 {
            let &byte = text.get(self.at)?;
            while self.matched > 0 && needle.get(self.matched) != Some(&byte) {
                self.matched = self.border(self.matched);
            }
            self.matched += usize::from(needle.get(self.matched) == Some(&byte));
            if self.matched == 0 {
                self.at += 1;
                break;
            }
            self.at += 1;
            if self.matched == needle.len() {
                return Some(self.found());
            }
        }
        (!needle.is_empty()).then_some(())?;
        self.at += memmem::find(text.get(self.at..)?, needle)? + needle.len();
        if self.borders.is_empty() {
            self.borders = borders(needle);
        }
        Some(self.found())
    }
}

impl Places<'_> {
    fn found(&mut self) -> usize {
        self.matched = self.border(self.needle.len());
        self.at - self.needle.len()
    }

    fn border(&self, length: usize) -> usize {
        self.borders.get(length).copied().unwrap_or(0)
    }
}

#[allow(clippy::indexing_slicing, reason = "borders are shorter than what they border")]
fn borders(needle: &[u8]) -> Vec<usize> {
    let mut borders = vec![0; needle.len() + 1];
    let mut border = 0;
    for length in 1..needle.len() {
        while border > 0 && needle[border] != needle[length] {
            border = borders[border];
        }
        border += usize::from(needle[border] == needle[length]);
        borders[length + 1] = border;
    }
    borders
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slowly(needle: &str, text: &str) -> Vec<usize> {
        (0..text.len())
            .filter(|&at| !needle.is_empty() && text.as_bytes()[at..].starts_with(needle.as_bytes()))
            .collect()
    }

    #[test]
    fn overlapping_places_count() {
        for (needle, text) in
            [("aa", "aaaa"), ("aba", "ababa aba"), ("é", "éèé"), ("", "a"), ("a", ""), ("abab", "abaabab")]
        {
            assert_eq!(places(needle, text).collect::<Vec<_>>(), slowly(needle, text), "{needle} in {text}");
        }
    }

    #[test]
    fn a_long_needle_of_one_letter_is_no_trouble() {
        let (needle, text) = ("a".repeat(200_000), "a".repeat(400_000));
        assert_eq!(places(&needle, &text).count(), 200_001);
    }

    proptest! {
        #[test]
        fn the_same_places_as_by_hand(needle in "[aéà]{0,4}", text in "[aéà]{0,40}") {
            prop_assert_eq!(places(&needle, &text).collect::<Vec<_>>(), slowly(&needle, &text));
        }
    }
}
