//! The marks of a quote: cuts `[…]` and changes `[l]e`.
//!
//! A cut is written `[…]`, `[...]` or `[. . .]`. A change is any other text between square brackets that hold no
//! bracket themselves. Text like any other are a bracket without its fellow, brackets with nothing or other
//! dots in them, round brackets, and brackets that hold a digit or a negation: those change what is said, and
//! no reader could tell.

use std::ops::Range;

use super::{fold::Folded, name, negation::negation, word};

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
    /// No word may be torn: the quote itself begins or ends here, or a cut or a change set off from the word.
    Whole,
    /// The word begins with a change of so many letters (`[l]es`), which stand for as many: fewer or more
    /// would make `possible` of `impossible`.
    Headless(usize),
    /// The word may be torn: a change is written into it or ends it (`sign[ait]`).
    Torn,
}

/// A mark, or several in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    /// A cut if one of them is.
    pub(super) kind: MarkKind,
    /// From the first bracket to the last, in bytes of the quote.
    pub(super) bytes: Range<usize>,
    /// Whether a change among them holds a name.
    pub(super) is_name: bool,
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
            marked.add_piece(quote, from..to);
            marked.add_mark(mark.as_ref());
            last = mark;
        }
        (!marked.pieces.is_empty()).then_some(marked)
    }

    /// Adds what stands between two marks, if anything does.
    fn add_piece(&mut self, quote: &str, bytes: Range<usize>) {
        let folded = Folded::new(quote.get(bytes.clone()).unwrap_or_default());
        if !folded.text().is_empty() {
            let text = folded.text().to_owned();
            self.pieces.push(Piece {
                start: start_edge(quote, bytes.start),
                end: end_edge(quote, bytes.end),
                bytes,
                text,
            });
            self.joints.push(None);
        }
    }

    fn add_mark(&mut self, after: Option<&Joint>) {
        if let (Some(joint), Some(after)) = (self.joints.last_mut(), after) {
            *joint = Some(match joint.take() {
                Some(one) => Joint {
                    kind: one.kind.max(after.kind),
                    bytes: one.bytes.start..after.bytes.end,
                    is_name: one.is_name || after.is_name,
                },
                None => after.clone(),
            });
        }
    }
}

/// What the piece that begins at the byte `at` of `quote`, after a mark or at the start, demands there.
fn start_edge(quote: &str, at: usize) -> Edge {
    let (before, piece) = quote.split_at_checked(at).unwrap_or_default();
    let change = before.strip_suffix(']').unwrap_or_default();
    let rest = change.trim_end_matches(word::is_part);
    match change.get(rest.len()..).map(|letters| Folded::new(letters).text().chars().count()) {
        Some(letters) if letters > 0 && piece.starts_with(word::is_part) => {
            let opens = rest.trim_end_matches(|c| c != '[');
            if rest == opens && rest.strip_suffix('[').is_some_and(|rest| rest.ends_with(word::is_part)) {
                Edge::Torn
            } else {
                Edge::Headless(letters)
            }
        }
        _ => Edge::Whole,
    }
}

/// What the piece that ends at the byte `at` of `quote`, before a mark or at the end, demands there.
fn end_edge(quote: &str, at: usize) -> Edge {
    let (piece, after) = quote.split_at_checked(at).unwrap_or_default();
    let is_glued = after.strip_prefix('[').is_some_and(|change| change.starts_with(word::is_part));
    if is_glued && piece.ends_with(word::is_part) { Edge::Torn } else { Edge::Whole }
}

/// How many letters and digits `quote` has outside its marks; `None` where it has no marks.
pub fn letters_outside_marks(quote: &str) -> Option<usize> {
    let marked: Vec<_> = marks(quote).map(|mark| mark.bytes).collect();
    let first = marked.first()?.start;
    let starts = std::iter::once(0).chain(marked.iter().map(|mark| mark.end));
    let ends = marked.iter().map(|mark| mark.start).skip(1).chain([quote.len()]);
    let texts = starts.zip(std::iter::once(first).chain(ends)).filter_map(|(from, to)| quote.get(from..to));
    Some(texts.flat_map(str::chars).filter(|c| c.is_alphanumeric()).count())
}

/// The marks of `quote`, in order.
fn marks(quote: &str) -> impl Iterator<Item = Joint> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + quote.get(from..)?.find('[')?;
            from = start + 1;
            let inner = quote.get(from..)?;
            let content = inner.get(..inner.find(['[', ']'])?)?;
            let is_closed = inner.get(content.len()..)?.starts_with(']');
            if let Some(kind) = kind(content).filter(|_| is_closed) {
                from += content.len() + 1;
                let is_name = kind == MarkKind::Change && name::names(content);
                return Some(Joint { kind, bytes: start..from, is_name });
            }
        }
    })
}

/// The kind of the mark with `content` between its brackets; `None` where it is none.
fn kind(content: &str) -> Option<MarkKind> {
    let dots: String = content.chars().filter(|c| !c.is_whitespace()).collect();
    match dots.as_str() {
        "..." | "…" => Some(MarkKind::Cut),
        dots if dots.chars().all(|c| matches!(c, '.' | '…')) => None,
        _ if content.contains(char::is_numeric) || negation(content).is_some() => None,
        _ => Some(MarkKind::Change),
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
            let edge = |edge| if edge == Edge::Whole { "" } else { "|" };
            shown.extend([edge(piece.start), &piece.text, edge(piece.end), sign(joint)]);
        }
        shown
    }

    #[test]
    fn quotes_come_apart_at_their_marks() {
        let cases = [
            ("un […] deux", "un✂deux"),
            ("un [...] deux [. . .] trois [\u{a0}…\u{a0}] quatre", "un✂deux✂trois✂quatre"),
            ("un (…) deux (...) trois […]", "un (...) deux (...) trois✂"),
            ("en [1962] à [X]", "en [1962] à~"),
            ("n'a [rien] signé [n'] est [pas] là […]", "n'a [rien] signé [n'] est [pas] là✂"),
            ("un [....] deux [..] […]", "un [....] deux [..]✂"),
            ("l'[é]tat", "l'~|tat"),
            ("sign[ai]t [les], deux", "sign|~|t~, deux"),
            ("[qu]'il", "~'il"),
            ("[l]e traité", "~|e traité"),
            ("[Poutine] a signé", "~a signé"),
            ("sign[ent] un", "sign|~un"),
            ("[…] un […]", "✂un✂"),
            ("un […] [le] deux", "un✂deux"),
            ("un [le] [sic] deux", "un~deux"),
            ("un[…]deux", "un✂deux"),
            ("a [b [c] d", "a [b~d"),
            ("« un » […] « deux »", "\"un\"✂\"deux\""),
            ("un [(a)] deux […]", "un~deux✂"),
        ];
        for (quote, expected) in cases {
            assert_eq!(shown(quote), expected, "{quote}");
        }
    }

    #[test]
    fn a_change_at_the_head_of_a_word_tells_its_letters() {
        let start = |quote: &str| Marked::new(quote).unwrap().pieces.last().unwrap().start;
        assert_eq!(start("[l]es"), Edge::Headless(1));
        assert_eq!(start("un [que vo]tre"), Edge::Headless(2));
        assert_eq!(start("un [que vo] tre"), Edge::Whole);
        assert_eq!(start("vo[us au]tres"), Edge::Headless(2));
        assert_eq!(start("v[o]tre"), Edge::Torn);
    }

    #[test]
    fn letters_are_counted_outside_marks() {
        for (quote, letters) in [
            ("Jean […] a […]", Some(5)),
            ("[l]es alliés", Some(8)),
            ("un, 1961 [X]", Some(6)),
            ("[…]", Some(0)),
            ("un [1] (…)", None),
        ] {
            assert_eq!(letters_outside_marks(quote), letters, "{quote}");
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
