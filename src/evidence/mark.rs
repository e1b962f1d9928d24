//! The marks of a quote: cuts `[…]` and changes `[l]e`.
//!
//! A cut is written `[…]`, `[...]` or `[. . .]`, or with round brackets, as French printers do. A change is any
//! other text between square brackets that hold no bracket themselves. A bracket without its fellow, and
//! brackets with nothing in them, are text like any other.

use std::ops::Range;

use super::fold::Folded;

/// More marks than any honest quote has. It bounds the work a hostile one can ask for.
const MAX_MARKS: usize = 64;

/// What a mark says was done to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// Another wording, an addition, or a note such as `[sic]`. It stands for few words or none.
    Change,
    /// Words left out. It stands for a stretch of any length, and never for part of a word.
    Cut,
}

/// A quote taken apart at its marks.
#[derive(Debug)]
pub(super) struct Marked {
    /// What stands between the marks, in order; at least one.
    pub(super) pieces: Vec<Piece>,
    /// The marks before the first piece, between two, and after the last: one more than pieces. Marks with
    /// no words between them are one.
    pub(super) joints: Vec<Option<Joint>>,
}

/// Words of a quote between two marks.
#[derive(Debug)]
pub(super) struct Piece {
    /// Where it stands in the quote, with the spaces around it.
    pub(super) bytes: Range<usize>,
    /// Folded.
    pub(super) text: String,
    pub(super) start: Edge,
    pub(super) end: Edge,
}

/// What a piece demands of the article where it begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Nothing: the quote itself begins or ends here.
    Open,
    /// No word may be torn: a cut, or a change set off by a space.
    Whole,
    /// A word may be torn: a change that is written into one (`[l]e`).
    Torn,
}

/// A mark, or several in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    /// A cut if one of them is.
    pub(super) kind: MarkKind,
    /// From the first bracket to the last, in bytes of the quote.
    pub(super) bytes: Range<usize>,
}

impl Marked {
    /// Takes `quote` apart. `None` where it has no mark or too many, or nothing between its marks.
    pub(super) fn new(quote: &str) -> Option<Self> {
        let marks: Vec<_> = marks(quote).take(MAX_MARKS + 1).collect();
        if marks.is_empty() || marks.len() > MAX_MARKS {
            return None;
        }
        let mut marked = Self { pieces: Vec::new(), joints: vec![None] };
        let mut last: Option<Joint> = None;
        for mark in marks.into_iter().map(Some).chain([None]) {
            let from = last.as_ref().map_or(0, |last| last.bytes.end);
            let to = mark.as_ref().map_or(quote.len(), |mark| mark.bytes.start);
            let text = quote.get(from..to)?;
            marked.add_piece(text, from..to, last.as_ref(), mark.as_ref());
            marked.add_mark(mark.as_ref());
            last = mark;
        }
        (!marked.pieces.is_empty()).then_some(marked)
    }

    /// Adds what stands between the marks `before` and `after`, if anything does.
    fn add_piece(&mut self, text: &str, bytes: Range<usize>, before: Option<&Joint>, after: Option<&Joint>) {
        let folded = Folded::new(text);
        if !folded.text().is_empty() {
            self.pieces.push(Piece {
                bytes,
                text: folded.text().to_owned(),
                start: edge(before, text.starts_with(char::is_whitespace)),
                end: edge(after, text.ends_with(char::is_whitespace)),
            });
            self.joints.push(None);
        }
    }

    fn add_mark(&mut self, after: Option<&Joint>) {
        if let (Some(joint), Some(after)) = (self.joints.last_mut(), after) {
            *joint = Some(match joint.take() {
                Some(one) => {
                    Joint { kind: one.kind.max(after.kind), bytes: one.bytes.start..after.bytes.end }
                }
                None => after.clone(),
            });
        }
    }
}

/// The edge of a piece at `mark`, with a space between or without.
fn edge(mark: Option<&Joint>, is_apart: bool) -> Edge {
    match mark {
        None => Edge::Open,
        Some(Joint { kind: MarkKind::Change, .. }) if !is_apart => Edge::Torn,
        Some(_) => Edge::Whole,
    }
}

/// The marks of `quote`, in order.
fn marks(quote: &str) -> impl Iterator<Item = Joint> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + quote.get(from..)?.find(['[', '('])?;
            let (opening, inner) = quote.get(start..)?.split_at_checked(1)?;
            from = start + 1;
            if let Some((kind, length)) = mark(opening, inner) {
                from += length;
                return Some(Joint { kind, bytes: start..from });
            }
        }
    })
}

/// The kind of the mark that begins with `opening`, and how far into `inner` it reaches.
fn mark(opening: &str, inner: &str) -> Option<(MarkKind, usize)> {
    let closing = if opening == "[" { ']' } else { ')' };
    let end = inner.find(['[', ']', '(', ')'])?;
    let (content, rest) = inner.split_at_checked(end)?;
    rest.starts_with(closing).then_some(())?;
    let is_cut = content.chars().filter(|c| !c.is_whitespace()).eq("...".chars()) || content.trim() == "…";
    match opening {
        _ if is_cut => Some((MarkKind::Cut, end + 1)),
        "[" if !content.trim().is_empty() => Some((MarkKind::Change, end + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quote's pieces, `|` where an edge may fall inside a word, with `✂` for cuts and `~` for changes.
    fn shown(quote: &str) -> String {
        let Some(marked) = Marked::new(quote) else { return "no".to_owned() };
        let sign = |joint: &Option<Joint>| match joint.as_ref().map(|joint| joint.kind) {
            Some(MarkKind::Cut) => "✂",
            Some(MarkKind::Change) => "~",
            None => "",
        };
        let mut shown = sign(&marked.joints[0]).to_owned();
        for (piece, joint) in marked.pieces.iter().zip(&marked.joints[1..]) {
            let edge = |edge| if edge == Edge::Torn { "|" } else { "" };
            shown.extend([edge(piece.start), &piece.text, edge(piece.end), sign(joint)]);
        }
        shown
    }

    #[test]
    fn quotes_come_apart_at_their_marks() {
        let cases = [
            ("un […] deux", "un✂deux"),
            ("un [...] deux [. . .] trois [\u{a0}…\u{a0}] quatre", "un✂deux✂trois✂quatre"),
            ("un (…) deux (...) trois", "un✂deux✂trois"),
            ("[l]e traité", "~|e traité"),
            ("[Poutine] a signé", "~a signé"),
            ("sign[ent] un", "sign|~un"),
            ("[…] un […]", "✂un✂"),
            ("un […] [le] deux", "un✂deux"),
            ("un [le] [sic] deux", "un~deux"),
            ("un[…]deux", "un✂deux"),
            ("a [b [c] d", "a [b~d"),
            ("« un » […] « deux »", "\"un\"✂\"deux\""),
            ("un [(a)] deux […]", "un [(a)] deux✂"),
        ];
        for (quote, expected) in cases {
            assert_eq!(shown(quote), expected, "{quote}");
        }
    }

    #[test]
    fn without_marks_or_words_nothing_comes_apart() {
        for quote in
            ["", "un", "un [ deux", "un ] [ deux", "un [] deux", "un [ ] (a) deux", "[…]", "[…] [a] "]
        {
            assert_eq!(shown(quote), "no", "{quote}");
        }
        assert_eq!(shown(&"a […] ".repeat(MAX_MARKS + 1)), "no");
        assert_ne!(shown(&"a […] ".repeat(MAX_MARKS)), "no");
        assert_eq!(shown(&"[(".repeat(100_000)), "no");
    }
}
