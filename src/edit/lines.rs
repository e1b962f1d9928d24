//! Lines of a text, where they begin and what kind they are.

use std::ops::Range;

/// The number of the line that holds the byte `at`, from 1.
pub(super) fn number(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// Where the line begins that holds the byte `at`.
pub(super) fn start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Where the line ends that holds the byte `at`, its line end included.
pub(super) fn end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |end| at + end + 1)
}

/// How lines end in `text`: as most of them do.
pub(super) fn ending(text: &str) -> &'static str {
    let feeds = text.matches('\n').count();
    if text.matches("\r\n").count() * 2 > feeds { "\r\n" } else { "\n" }
}

/// Whether what stands in the line before the byte `at` is blank.
pub(super) fn is_first(text: &str, at: usize) -> bool {
    text.get(start(text, at)..at).is_some_and(|before| before.trim().is_empty())
}

/// The column of the byte `at`, in characters from 0.
pub(super) fn column(text: &str, at: usize) -> usize {
    text.get(start(text, at)..at).map_or(0, |before| before.chars().count())
}

/// Where a block scalar ends, which the parser says stands at `bytes`: those begin with its text and end
/// where the next token begins.
pub(super) fn block_end(text: &str, bytes: &Range<usize>) -> usize {
    let Some(inside) = text.get(bytes.clone()) else { return bytes.end };
    if keeps_blank_lines(text, bytes.start) {
        let line = start(text, bytes.end);
        return if is_first(text, bytes.end) { line.max(bytes.start) } else { bytes.end };
    }
    bytes.start + inside.trim_end().len()
}

/// Whether the head of the block scalar whose text begins at `at` has a `+`.
fn keeps_blank_lines(text: &str, at: usize) -> bool {
    let before = text.get(..start(text, at)).unwrap_or_default();
    let Some(head) = before.lines().rev().find(|line| !line.trim().is_empty()) else { return false };
    let head = head.find(" #").and_then(|comment| head.get(..comment)).unwrap_or(head).trim_end();
    head.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-').ends_with('+')
}

/// Where a new line goes behind the value that ends at `last`: after its line, and after the comments that
/// follow and stand further to the right than the column `column`.
pub(super) fn behind(text: &str, last: usize, column: Option<usize>) -> usize {
    let is_whole_line = last > 0 && text.get(..last).is_some_and(|before| before.ends_with('\n'));
    let mut at = if is_whole_line { last } else { end(text, last) };
    let Some(column) = column else { return at };
    let mut next = at;
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n') {
        next += line.len();
        let content = line.trim_start();
        if content.starts_with('#') && line.len() - content.len() > column {
            at = next;
        } else if !content.is_empty() {
            break;
        }
    }
    at
}
