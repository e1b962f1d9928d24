//! A problem as people and scripts see it: with its file, line, column and the line itself.

use std::borrow::Cow;
use std::ops::Range;

use super::fix::Fix;
use super::localized::Localized;
use super::rule::Severity;
use super::stretch::{Position, Stretch};
use crate::visible;

/// How many characters of a line are kept before and after the caret. A line may be as long as the file.
const CONTEXT: usize = 200;

/// How long a message may be, in characters: it may name a key, and a key may be as long as the file.
const MESSAGE: usize = 400;

/// A problem of a timeline. Its texts are safe to print; its excerpts and fixes hold the file's own characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule it breaks, as in [`rules`](crate::load::rules).
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, without a full stop.
    pub message: Localized,
    /// Where it begins, and the line.
    pub at: Excerpt,
    /// All of where it stands.
    pub stretch: Stretch,
    /// What to do about it.
    pub help: Option<Localized>,
    /// What could be written instead, the likeliest first.
    pub fixes: Vec<Fix>,
    /// Passages that bear on it: the article's nearest words, the places an ambiguous quote may mean.
    pub more: Vec<Excerpt>,
}

/// A stretch of one line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The file, as the user would name it.
    pub file: String,
    /// The line of the first mark, from 1.
    pub line: usize,
    /// The column of the first mark in Unicode scalars, from 1.
    pub column: usize,
    /// The line, or the part of it around the marks. Not yet safe to print.
    pub text: String,
    /// The marked characters as scalar offsets into `text`; at least one stretch, none of them empty. One may
    /// lie just past the end of the text, where something is missing.
    pub marks: Vec<Range<usize>>,
    /// A few words on the marks; may be empty.
    pub label: Localized,
}

/// What kind of problem one is of another file than a timeline. It means what it means to whoever reads such files.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// See [`Problem::code`].
    pub(crate) code: &'static str,
    /// See [`Problem::severity`].
    pub(crate) severity: Severity,
}

impl Problem {
    /// A problem of another file than a timeline: of the bytes `span` of `text`, which stands in `file`.
    pub(crate) fn in_text(
        Kind { code, severity }: Kind,
        (file, text): (&str, &str),
        span: Range<usize>,
        message: Localized,
        help: Option<Localized>,
    ) -> Self {
        let floor = |at: usize| (0..=at.min(text.len())).rfind(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let span = floor(span.start)..floor(span.end);
        Self {
            code,
            severity,
            message: safe(message),
            at: Excerpt::new(file, text, std::slice::from_ref(&span), ""),
            stretch: Stretch::of(text, span),
            help: help.map(safe),
            fixes: Vec::new(),
            more: Vec::new(),
        }
    }
}

impl Excerpt {
    /// The line of `text` on which the first of `marks` begins, with the marks that lie on it. The marks are
    /// byte ranges into `text` on character boundaries, in order; only those near the first are kept.
    pub(in crate::load) fn new(
        file: &str,
        text: &str,
        marks: &[Range<usize>],
        label: impl Into<Localized>,
    ) -> Self {
        let start = marks.first().map_or(0, |mark| mark.start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.to_owned(),
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            label: safe(label.into()),
            ..Self::cut(text, marks, start)
        }
    }

    /// The same where the line and column are known already.
    pub(in crate::load) fn at(
        file: &str,
        text: &str,
        mark: Range<usize>,
        Position { line, column }: Position,
    ) -> Self {
        Self {
            file: file.to_owned(),
            line,
            column,
            ..Self::cut(text, std::slice::from_ref(&mark), mark.start)
        }
    }

    /// The part of the line around `start`, with its marks and nothing else filled in.
    fn cut(text: &str, marks: &[Range<usize>], start: usize) -> Self {
        let is_end = |c: char| c == '\n' || c == '\r';
        let before = text[..start].chars().rev().take_while(|c| !is_end(*c)).take(CONTEXT);
        let from = start - before.map(char::len_utf8).sum::<usize>();
        let after = text[start..].chars().take_while(|c| !is_end(*c)).take(CONTEXT);
        let until = start + after.map(char::len_utf8).sum::<usize>();
        let offset = |byte: usize| text[from..byte.clamp(from, until)].chars().count();
        let on_this_line = marks.iter().filter(|mark| mark.start >= from && mark.start <= until);
        let marks = on_this_line
            .map(|mark| (offset(mark.start), offset(mark.end)))
            .map(|(start, end)| start..end.max(start + 1))
            .collect();
        Self {
            file: String::new(),
            line: 1,
            column: 1,
            text: text[from..until].to_owned(),
            marks,
            label: Localized::default(),
        }
    }
}

/// A text that is safe to print and not too long.
pub(in crate::load) fn safe(text: Localized) -> Localized {
    text.map(|text| {
        let shown = match visible::line(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(shown) => shown,
        };
        match shown.char_indices().nth(MESSAGE) {
            Some((end, _)) => format!("{}…", &shown[..end]),
            None => shown,
        }
    })
}
