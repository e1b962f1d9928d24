//! Where in a file something stands.

use std::ops::Range;

/// A place in a file as editors name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in Unicode scalars, from 1.
    pub column: usize,
}

/// A stretch of a file; it may be empty, and may run over several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Its bytes in the file.
    pub bytes: Range<usize>,
    /// Where it begins.
    pub start: Position,
    /// One past its last character.
    pub end: Position,
}

impl Stretch {
    /// The same where the file has `bytes` more before the text.
    #[must_use]
    pub(in crate::load) fn moved(self, bytes: usize) -> Self {
        Self { bytes: self.bytes.start + bytes..self.bytes.end + bytes, ..self }
    }

    /// The bytes of `text`, which are on character boundaries.
    pub(crate) fn of(text: &str, bytes: Range<usize>) -> Self {
        let position = |at: usize| {
            let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            Position {
                line: text[..at].matches('\n').count() + 1,
                column: text[line_start..at].chars().count() + 1,
            }
        };
        Self { start: position(bytes.start), end: position(bytes.end), bytes }
    }
}
