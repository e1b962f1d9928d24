//! One run: how far it reaches, where it stands, how long it is.

use std::ops::Range;

use crate::evidence::{Article, Span, fold};

/// The same text in two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedRun {
    /// How many folded characters it has, a blank beside a quotation mark counted as one.
    pub length: usize,
    /// Where it stands in the one article.
    pub first: Span,
    /// Where it stands in the other.
    pub second: Span,
}

/// Two articles that are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'a> {
    pub(super) first: &'a Article,
    pub(super) second: &'a Article,
}

/// The same bytes in the folded texts of two articles, whole characters.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    first: usize,
    second: usize,
    length: usize,
}

impl Stretch {
    /// Whether the places are one and the same place in it.
    pub(super) fn holds(&self, first: usize, second: usize) -> bool {
        let offset = first.checked_sub(self.first).filter(|offset| *offset < self.length);
        offset.is_some() && offset == second.checked_sub(self.second)
    }
}

impl<'a> Texts<'a> {
    fn folded(&self) -> (&'a str, &'a str) {
        (self.first.folded().text(), self.second.folded().text())
    }

    /// All that is the same around a window of which the hashes agree; `None` where only they do.
    pub(super) fn around(&self, first: usize, second: usize, window: usize) -> Option<Stretch> {
        let (a, b) = self.folded();
        let ((before_a, from_a), (before_b, from_b)) =
            (a.as_bytes().split_at_checked(first)?, b.as_bytes().split_at_checked(second)?);
        if from_a.get(..window)? != from_b.get(..window)? {
            return None;
        }
        let back = common_suffix(before_a, before_b);
        let (mut start, mut end) = (first - back, first + common_prefix(from_a, from_b));
        // Both may share the last bytes of letters that differ, and the first bytes of others.
        while !a.is_char_boundary(start) {
            start += 1;
        }
        while start < end && !(a.is_char_boundary(end) && b.is_char_boundary(end - first + second)) {
            end -= 1;
        }
        let length = end.checked_sub(start).filter(|length| *length > 0)?;
        Some(Stretch { first: start, second: start + second - first, length })
    }

    /// The stretch in the articles as they are written, if it has so many characters; `None` too where it splits
    /// graphemes from end to end.
    pub(super) fn shared_run(&self, stretch: &Stretch, shortest: usize) -> Option<SharedRun> {
        let (text, _) = self.folded();
        let text = text.get(stretch.first..stretch.first + stretch.length)?;
        // Most are too short, which is seen before their places are worked out: folding dropped a blank at either
        // end, and on either side of each quotation mark, at the most.
        if text.chars().count() + 2 * text.matches('"').count() + 2 < shortest {
            return None;
        }
        let start = text.char_indices().find_map(|(offset, _)| {
            let first = start_of(self.first, stretch.first + offset)?;
            Some((first, start_of(self.second, stretch.second + offset)?))
        })?;
        let mut ends = text.char_indices().rev().map(|(offset, letter)| offset + letter.len_utf8());
        let end = ends.find_map(|offset| {
            let first = end_of(self.first, stretch.first + offset)?;
            Some((first, end_of(self.second, stretch.second + offset)?))
        })?;
        let (first, second) = (start.0..end.0, start.1..end.1);
        let (before, after) =
            (blank(self, &first, &second, Side::Before), blank(self, &first, &second, Side::After));
        let first = first.start - before.0..first.end + after.0;
        let second = second.start - before.1..second.end + after.1;
        let length = |article: &Article, bytes: &Range<usize>| {
            article.text().get(bytes.clone()).map(fold::length_with_blanks)
        };
        let length = length(self.first, &first)?.min(length(self.second, &second)?);
        let run = || SharedRun { length, first: self.first.span(&first), second: self.second.span(&second) };
        (length >= shortest).then(run)
    }
}

/// Where the original of the folded byte `at` begins, if a grapheme begins there.
fn start_of(article: &Article, at: usize) -> Option<usize> {
    article.folded().original_start(at).filter(|byte| article.is_boundary(*byte))
}

/// Where the original of the folded text before `at` ends, if a grapheme ends there.
fn end_of(article: &Article, at: usize) -> Option<usize> {
    article.folded().original_end(at).filter(|byte| article.is_boundary(*byte))
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
}

/// How many bytes of blanks stand beside a run in each article, if some do in both: the run lacks those that
/// folding dropped.
fn blank(texts: &Texts<'_>, first: &Range<usize>, second: &Range<usize>, side: Side) -> (usize, usize) {
    let beside = |article: &Article, bytes: &Range<usize>| {
        let text = article.text();
        match side {
            Side::Before => {
                let text = text.get(..bytes.start).unwrap_or_default();
                text.len() - text.trim_end().len()
            }
            Side::After => {
                let text = text.get(bytes.end..).unwrap_or_default();
                text.len() - text.trim_start().len()
            }
        }
    };
    let (in_first, in_second) = (beside(texts.first, first), beside(texts.second, second));
    let is_whole = |article: &Article, bytes: &Range<usize>, blank: usize| {
        article.is_boundary(if side == Side::Before { bytes.start - blank } else { bytes.end + blank })
    };
    let are_there = in_first > 0
        && in_second > 0
        && is_whole(texts.first, first, in_first)
        && is_whole(texts.second, second, in_second);
    if are_there { (in_first, in_second) } else { (0, 0) }
}

/// How many bytes are compared at once.
const BLOCK: usize = 32;

fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    let blocks = a.chunks_exact(BLOCK).zip(b.chunks_exact(BLOCK)).take_while(|(a, b)| a == b).count() * BLOCK;
    blocks + a[blocks..].iter().zip(&b[blocks..]).take_while(|(a, b)| a == b).count()
}

fn common_suffix(a: &[u8], b: &[u8]) -> usize {
    let blocks =
        a.rchunks_exact(BLOCK).zip(b.rchunks_exact(BLOCK)).take_while(|(a, b)| a == b).count() * BLOCK;
    let (rest_a, rest_b) = (a[..a.len() - blocks].iter().rev(), b[..b.len() - blocks].iter().rev());
    blocks + rest_a.zip(rest_b).take_while(|(a, b)| a == b).count()
}
