//! The marks of a quote: cuts `[…]` and changes `[l]e`.
//!
//! A cut is written `[…]`, `[...]` or `[. . .]`. A change is any other text between square brackets that hold no
//! bracket themselves. Text like any other are a bracket without its fellow, brackets with nothing or other
//! dots in them, and round brackets.

use std::ops::Range;

use super::{edge, fold::Folded, number, word};

/// More marks than any honest quote has. It bounds the work a hostile one can ask for.
const MAX_MARKS: usize = 64;

/// Units that are written with signs have fewer letters after the first.
const SHORT_UNIT: usize = 3;

/// What a mark says was done to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// Words left out: a stretch of any length.
    Cut,
    /// The curator's words: another wording, an addition, a note such as `[sic]`.
    Change,
}

/// A mark, from its bracket to its bracket, in bytes of the quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    pub(super) bytes: Range<usize>,
}

/// A quote taken apart at its marks.
#[derive(Debug)]
pub(super) struct Marked<'q> {
    pub(super) quote: &'q str,
    /// What stands between the marks, in order; at least one.
    pub(super) pieces: Vec<Piece>,
    /// The marks before the first piece, between two, and after the last: one more than pieces.
    pub(super) joints: Vec<Vec<Mark>>,
}

/// Words of a quote between two marks.
#[derive(Debug)]
pub(super) struct Piece {
    /// Where it stands in the quote, with the spaces around it.
    pub(super) bytes: Range<usize>,
    pub(super) folded: Folded,
    pub(super) start: Edge,
    pub(super) end: Edge,
}

/// What a piece demands of the article where it begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// No word, number or compound may be torn: the quote itself begins or ends here, or a cut stands here.
    Whole,
    /// No word may be torn: a change stands here, and stands for the rest of a number or a compound.
    Word,
    /// Anything may be torn: a change is written into the word, or ends it (`sign[ait]`).
    Torn,
}

impl<'q> Marked<'q> {
    /// Takes `quote` apart, its pieces folded by `fold`. `None` where it has no mark or too many, or nothing
    /// between its marks.
    pub(super) fn new(quote: &'q str, fold: fn(&str) -> Folded) -> Option<Self> {
        let marks: Vec<_> = marks(quote).take(MAX_MARKS + 1).collect();
        if marks.is_empty() || marks.len() > MAX_MARKS {
            return None;
        }
        let mut marked = Self { quote, pieces: Vec::new(), joints: vec![Vec::new()] };
        let mut from = 0;
        for mark in marks.into_iter().map(Some).chain([None]) {
            let to = mark.as_ref().map_or(quote.len(), |mark| mark.bytes.start);
            marked.add_piece(from..to, mark.as_ref(), fold);
            from = mark.as_ref().map_or(quote.len(), |mark| mark.bytes.end);
            marked.joints.last_mut()?.extend(mark);
        }
        (!marked.pieces.is_empty()).then_some(marked)
    }

    /// Adds what stands between two marks, if anything does.
    fn add_piece(&mut self, bytes: Range<usize>, next: Option<&Mark>, fold: fn(&str) -> Folded) {
        let text = self.quote.get(bytes.clone()).unwrap_or_default();
        let folded = fold(text);
        if folded.text().is_empty() {
            return;
        }
        let before = self.joints.last().and_then(|joint| joint.last());
        let start = edge(before, text.starts_with(char::is_whitespace));
        let end = edge(next, text.ends_with(char::is_whitespace));
        self.pieces.push(Piece { bytes, folded, start, end });
        self.joints.push(Vec::new());
    }

    /// Whether the joint `number` has a cut among its marks.
    pub(super) fn has_cut(&self, number: usize) -> bool {
        self.joints.get(number).is_some_and(|joint| joint.iter().any(|mark| mark.kind == MarkKind::Cut))
    }

    /// What a mark holds between its brackets.
    pub(super) fn content(&self, mark: &Mark) -> &'q str {
        self.quote.get(mark.bytes.start + 1..mark.bytes.end - 1).unwrap_or_default()
    }

    /// What the change right before the piece `number` writes, if that is one letter at the head of a word and all the
    /// change does, with the space after it: only there can it be a matter of case.
    pub(super) fn initial(&self, number: usize) -> Option<String> {
        let mark = self.joints.get(number)?.last().filter(|mark| mark.kind == MarkKind::Change)?;
        let rest = self.quote.get(mark.bytes.end..)?;
        let before = self.quote.get(..mark.bytes.start)?;
        let letter = self.content(mark);
        let starts_word = letter.chars().all(word::is_part) && !before.ends_with(word::is_part);
        let end: String = rest.chars().take_while(|&c| word::is_part(c)).collect();
        let space = if rest.starts_with(char::is_whitespace) { " " } else { "" };
        (starts_word && keeps_sense_in_other_case(before, letter, &end)).then(|| format!("{letter}{space}"))
    }

    /// The first cut that stands inside a word, a number or a compound by what the quote has on its sides.
    pub(super) fn torn_cut(&self) -> Option<Range<usize>> {
        let inner = self
            .joints
            .iter()
            .filter(|joint| !joint.is_empty() && joint.iter().all(|mark| mark.kind == MarkKind::Cut));
        let bytes = inner.filter_map(|joint| Some(joint.first()?.bytes.start..joint.last()?.bytes.end));
        bytes.into_iter().find(|bytes| {
            let (before, after) = (self.quote.get(..bytes.start), self.quote.get(bytes.end..));
            before.zip(after).is_some_and(|(before, after)| reads_as_one(before, after))
        })
    }
}

/// Whether the case of the first letter of a word says nothing: it does in a unit (`5 MW` and `5 mW`), and where another
/// letter of the word is a capital (`US`).
pub(super) fn keeps_sense_in_other_case(before: &str, letter: &str, end: &str) -> bool {
    let is_short = end.chars().count() < SHORT_UNIT;
    let follows_number = before.trim_end().ends_with(char::is_numeric);
    let is_unit = follows_number && is_short && number::starts_with_unit(&format!("{letter}{end}"));
    !is_unit && !end.contains(char::is_uppercase)
}

fn edge(mark: Option<&Mark>, is_spaced: bool) -> Edge {
    match mark.map(|mark| mark.kind) {
        None | Some(MarkKind::Cut) => Edge::Whole,
        Some(MarkKind::Change) if is_spaced => Edge::Word,
        Some(MarkKind::Change) => Edge::Torn,
    }
}

/// Whether two texts with a cut between them read as one word, number or compound.
fn reads_as_one(before: &str, after: &str) -> bool {
    let (left, right) = (before.trim_end(), after.trim_start());
    let is_glued = left.len() == before.len() && right.len() == after.len();
    let joined =
        |joint: &str| edge::ends_inside(&format!("{}{joint}{}", tail(left), head(right)), tail(left).len());
    let is_number = left.ends_with(|c: char| c.is_numeric());
    is_glued && joined("")
        || joined(" ")
        || is_number && number::starts_with_unit(right)
        || left.ends_with(number::is_currency) && right.starts_with(char::is_numeric)
        || left.ends_with(['-', '\u{2010}', '\u{2011}']) && joined("")
        || right.starts_with(['-', '\u{2010}', '\u{2011}']) && joined("")
}

/// As much of the end of `text` as may be one word with what follows.
fn tail(text: &str) -> &str {
    text.char_indices().rev().take(32).last().and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

fn head(text: &str) -> &str {
    text.char_indices().nth(32).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
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
fn marks(quote: &str) -> impl Iterator<Item = Mark> {
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
                return Some(Mark { kind, bytes: start..from });
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
        _ => Some(MarkKind::Change),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quote's pieces, `|` where an edge may fall inside a word, `:` inside a number, with `✂` for cuts and `~`
    /// for changes.
    fn shown(quote: &str) -> String {
        let Some(marked) = Marked::new(quote, Folded::new) else { return "no".to_owned() };
        let sign = |joint: &[Mark]| -> String {
            joint.iter().map(|mark| if mark.kind == MarkKind::Cut { '✂' } else { '~' }).collect()
        };
        let mut shown = sign(&marked.joints[0]);
        for (piece, joint) in marked.pieces.iter().zip(&marked.joints[1..]) {
            let edge = |edge| match edge {
                Edge::Whole => "",
                Edge::Word => ":",
                Edge::Torn => "|",
            };
            shown.extend([edge(piece.start), piece.folded.text(), edge(piece.end), &sign(joint)]);
        }
        shown
    }

    #[test]
    fn quotes_come_apart_at_their_marks() {
        let cases = [
            ("un […] deux", "un✂deux"),
            ("un [...] deux [. . .] trois [\u{a0}…\u{a0}] quatre", "un✂deux✂trois✂quatre"),
            ("un (…) deux (...) trois […]", "un (...) deux (...) trois✂"),
            ("en [1962] à [X]", "en:~:à:~"),
            ("n'a [rien] signé [不] là", "n'a:~:signé:~:là"),
            ("un [....] deux [..] […]", "un [....] deux [..]✂"),
            ("l'[é]tat", "l'|~|tat"),
            ("sign[ai]t [les], deux", "sign|~|t:~|, deux"),
            ("[…] un […]", "✂un✂"),
            ("un […] [le] deux", "un✂~:deux"),
            ("un [le] [sic] deux", "un:~~:deux"),
            ("a [b [c] d", "a [b:~:d"),
            ("« un » […] « deux »", "\"un\"✂\"deux\""),
            ("un [(a)] deux […]", "un:~:deux✂"),
        ];
        for (quote, expected) in cases {
            assert_eq!(shown(quote), expected, "{quote}");
        }
    }

    #[test]
    fn an_initial_is_one_change_at_the_head_of_a_word() {
        let initial = |quote: &'static str| {
            let marked = Marked::new(quote, Folded::new).unwrap();
            (0..=marked.pieces.len()).find_map(|number| marked.initial(number))
        };
        for quote in ["[l]es", "un [l]e", "un […] [l]e", "l'[l]at", "«[l]e»", "en 1961 [l]e traité"] {
            assert_eq!(initial(quote).as_deref(), Some("l"), "{quote}");
        }
        assert_eq!(initial("[A] signé").as_deref(), Some("A "));
        for quote in ["v[o]tre", "5 [m]W", "5 [M]g", "[m]W", "[n’]a", "[l ]es"] {
            assert_eq!(initial(quote), None, "{quote}");
        }
    }

    #[test]
    fn no_cut_stands_inside_a_word_a_number_or_a_compound() {
        let torn = |quote| Marked::new(quote, Folded::new).unwrap().torn_cut().is_some();
        for quote in [
            "10 […] 000",
            "10 […] millions",
            "5 […] km",
            "5 […] %",
            "5 […] €",
            "$[…] 5",
            "2[…],5",
            "2,[…]5",
            "im[…]possible",
            "non-[…]agression",
            "non- […] agression",
            "non[…]-agression",
            "1[…]961",
            "aujourd’[…]hui",
            "20 […] ans",
        ] {
            assert!(torn(quote), "{quote}");
        }
        for quote in [
            "en 1961 […] entre",
            "un […] deux",
            "un, […] deux",
            "en 2001, […] 500",
            "2000 […] 500",
            "[…] un […]",
            "a […].",
        ] {
            assert!(!torn(quote), "{quote}");
        }
    }

    #[test]
    fn letters_are_counted_outside_marks() {
        for (quote, letters) in [
            ("Jean […] a […]", Some(5)),
            ("[l]es alliés", Some(8)),
            ("un, 1961 [X]", Some(6)),
            ("[…]", Some(0)),
            ("un [] (…)", None),
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
