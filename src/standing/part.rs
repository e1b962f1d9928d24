//! The parts of a quote: the article's words, cuts, and what the curator put in.

use std::ops::Range;

use crate::evidence::{Anchor, Span};

/// A part of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it is, in bytes of the quote.
    pub bytes: Range<usize>,
    /// What it is.
    pub kind: PartKind,
}

/// What a part of a quote is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// The article's words, the case of letters apart.
    Words,
    /// A cut that leaves out so many words.
    Cut(usize),
    /// Brackets with other words than the article's.
    Change,
}

/// The parts of a quote, in order; together they are the whole quote.
pub fn parts(exact: &str, anchor: Option<&Anchor>) -> Vec<Part> {
    let edited = anchor.and_then(Anchor::edited);
    let cuts = edited.into_iter().flat_map(|edited| &edited.cuts);
    let changes = edited.into_iter().flat_map(|edited| &edited.changes).filter(|change| !change.is_case_only);
    let cuts = cuts.map(|cut| (cut.in_quote, PartKind::Cut(cut.words)));
    let mut marks: Vec<_> = cuts.chain(changes.map(|change| (change.in_quote, PartKind::Change))).collect();
    marks.sort_by_key(|(span, _)| *span);
    let mut parts = Vec::new();
    let mut at = 0;
    for (span, kind) in marks {
        let bytes = bytes(exact, span);
        let bytes = bytes.start.max(at)..bytes.end.max(at);
        if bytes.start > at {
            parts.push(Part { bytes: at..bytes.start, kind: PartKind::Words });
        }
        at = bytes.end;
        if !bytes.is_empty() {
            parts.push(Part { bytes, kind });
        }
    }
    if at < exact.len() {
        parts.push(Part { bytes: at..exact.len(), kind: PartKind::Words });
    }
    parts
}

/// The bytes of scalar offsets.
pub(super) fn bytes(text: &str, span: Span) -> Range<usize> {
    let byte = |scalar| text.char_indices().nth(scalar).map_or(text.len(), |(byte, _)| byte);
    byte(span.start)..byte(span.end)
}
