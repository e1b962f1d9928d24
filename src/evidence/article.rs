//! An article as it is on disk, with what anchoring needs to know of it.

use std::{ops::Range, sync::OnceLock};

use unicode_segmentation::UnicodeSegmentation;

use super::{Span, fold::Folded, word};

/// The text of an article as it is on disk, a byte-order mark included. Making one costs nothing: what
/// anchoring needs is worked out when it is first asked for, and kept.
#[derive(Clone, Debug)]
pub struct Article {
    text: String,
    /// The byte of every `STEP`th scalar.
    steps: OnceLock<Vec<usize>>,
    /// The bytes at which a scalar begins inside a grapheme, in order.
    inside: OnceLock<Vec<usize>>,
    folded: OnceLock<Folded>,
    joined: OnceLock<Folded>,
    words: OnceLock<Vec<Range<usize>>>,
}

/// Between the memory of an index of every scalar and the walk without one.
const STEP: usize = 128;

impl Article {
    /// The article with this text.
    pub fn new(text: String) -> Self {
        Self {
            text,
            steps: OnceLock::new(),
            inside: OnceLock::new(),
            folded: OnceLock::new(),
            joined: OnceLock::new(),
            words: OnceLock::new(),
        }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which scalar number `scalar` begins; the length of the text where there are not so many.
    pub fn byte_offset(&self, scalar: usize) -> usize {
        let Some(&start) = self.steps().get(scalar / STEP) else { return self.text.len() };
        let rest = self.text.get(start..).unwrap_or_default();
        rest.char_indices().nth(scalar % STEP).map_or(self.text.len(), |(offset, _)| start + offset)
    }

    /// How many scalars begin before the byte `byte`.
    pub fn scalar_offset(&self, byte: usize) -> usize {
        let step = self.steps().partition_point(|&start| start <= byte).saturating_sub(1);
        let start = self.steps().get(step).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        step * STEP + rest.char_indices().take_while(|(offset, _)| start + offset < byte).count()
    }

    /// The text of `span`; as much of it as there is where it reaches past the end.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(self.bytes(span)).unwrap_or_default()
    }

    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        self.byte_offset(span.start)..self.byte_offset(span.end)
    }

    pub(super) fn span(&self, bytes: &Range<usize>) -> Span {
        Span { start: self.scalar_offset(bytes.start), end: self.scalar_offset(bytes.end) }
    }

    pub(super) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(&self.text))
    }

    /// The text with what its line ends tore joined.
    pub(super) fn joined(&self) -> &Folded {
        self.joined.get_or_init(|| Folded::joined(&self.text))
    }

    /// The words of the folded text, in order, in its bytes.
    pub(super) fn words(&self) -> &[Range<usize>] {
        self.words.get_or_init(|| word::ranges(self.folded().text()).collect())
    }

    /// The bytes that `folded`, a range of the folded text, stands for.
    pub(super) fn place(&self, folded: &Range<usize>) -> Option<Range<usize>> {
        self.place_in(self.folded(), folded)
    }

    /// The bytes that `folded`, a range of the text folded as in `map`, stands for; `None` where no edges of
    /// graphemes fit. Characters that folding removes are left out, unless they are part of the last grapheme (a
    /// joiner).
    pub(super) fn place_in(&self, map: &Folded, folded: &Range<usize>) -> Option<Range<usize>> {
        let Range { start, end } = map.original(folded)?;
        let first = map.original_end(folded.start).unwrap_or(0);
        let last = map.original_start(folded.end).unwrap_or(self.text.len());
        let start = (first..=start).rev().find(|&byte| self.is_boundary(byte))?;
        let end = (end..=last).find(|&byte| self.is_boundary(byte))?;
        Some(start..end)
    }

    /// Whether a grapheme (UAX 29, extended) begins or ends at the byte `byte`.
    pub(super) fn is_boundary(&self, byte: usize) -> bool {
        let Some((before, after)) = self.text.split_at_checked(byte) else { return false };
        match (before.chars().next_back(), after.chars().next()) {
            (None, _) | (_, None) => true,
            (Some('\r'), Some('\n')) => false,
            (Some(before), Some(after)) if stands_alone(before) && stands_alone(after) => true,
            _ => self.inside().binary_search(&byte).is_err(),
        }
    }

    fn steps(&self) -> &[usize] {
        self.steps.get_or_init(|| self.text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect())
    }

    /// Worked out for the whole text at once: asking the library about one place may make it read back to
    /// the start (flags, joined emoji), and there may be a million places.
    fn inside(&self) -> &[usize] {
        self.inside.get_or_init(|| {
            let graphemes = self.text.grapheme_indices(true);
            let inner = |(start, grapheme): (usize, &'_ str)| {
                grapheme.char_indices().skip(1).map(|(offset, _)| start + offset).collect::<Vec<_>>()
            };
            graphemes.flat_map(inner).collect()
        })
    }
}

/// Whether `c` and another such character are always two graphemes (but for CR LF): all below the combining
/// marks, and common punctuation. It spares most articles the whole segmentation.
pub(crate) fn stands_alone(c: char) -> bool {
    c < '\u{300}' || ('\u{2010}'..='\u{2027}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_and_bytes_agree_with_a_walk() {
        let text = "\u{feff}aé日🇫🇷\r\n".repeat(100);
        let article = Article::new(text.clone());
        for (scalar, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(article.byte_offset(scalar), byte);
            assert_eq!(article.scalar_offset(byte), scalar);
        }
        assert_eq!(article.scalar_offset(text.len()), text.chars().count());
        assert_eq!(article.byte_offset(usize::MAX), text.len());
        assert_eq!(article.slice(Span { start: 1, end: 4 }), "aé日");
        assert_eq!(article.slice(Span { start: 9, end: 2 }), "");
        assert_eq!(Article::new(String::new()).slice(Span { start: 0, end: 3 }), "");
    }

    #[test]
    fn boundaries_agree_with_the_segmentation() {
        let text = "e\u{301}a\r\n\n\u{ad}x\u{200d}y« ’»🇫🇷🇫🇷👨‍👩‍👧한\u{1112}\u{1161}\u{600}a\u{a9}\u{300}क्ष";
        let article = Article::new(text.to_owned());
        let edges: Vec<_> = text.grapheme_indices(true).map(|(byte, _)| byte).chain([text.len()]).collect();
        for byte in 0..=text.len() + 1 {
            assert_eq!(article.is_boundary(byte), edges.contains(&byte), "{byte}");
        }
    }

    #[test]
    fn a_place_never_splits_a_grapheme_and_takes_no_more_than_it_must() {
        let article =
            Article::new("le\u{ad} poli\u{ad}tique\u{200d} \u{200b}russe e\u{301}\u{300}".to_owned());
        let place = |part: &str| {
            let at = article.folded().text().find(part).unwrap();
            article.place(&(at..at + part.len())).map(|bytes| &article.text()[bytes])
        };
        assert_eq!(place("le"), Some("le"));
        assert_eq!(place("tique"), Some("tique\u{200d}"));
        assert_eq!(place("russe"), Some("russe"));
        assert_eq!(place("é"), None);
    }
}
