//! What the end of a line tears, and ligatures: where a text has them, and whether two texts agree in them.
//!
//! A hyphen at the end of a line may belong to the word (`well-⏎known`) or only divide it (`inde-⏎pendent`). The
//! page does not say which, so a quote may keep the hyphen or drop it. Every other hyphen is part of its word.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::word::{self, is_zero_width};

/// A place where a text is joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seam {
    /// Where it is in the folded text.
    pub(super) folded: usize,
    /// What was folded away or replaced there, in bytes of the original.
    pub(super) original: Range<usize>,
    pub(super) kind: SeamKind,
}

impl Seam {
    /// Whether it is a hyphen inside a line, which is never joined.
    pub(super) fn is_hyphen(&self) -> bool {
        matches!(self.kind, SeamKind::Hyphen(_))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeamKind {
    /// A hyphen inside a word.
    Hyphen(char),
    /// A hyphen and the end of its line.
    LineEnd(Division),
    /// A letter that stands for these.
    Ligature(&'static str),
    /// The end of a page, with its blank lines.
    Page,
}

/// What a hyphen at the end of a line may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Division {
    /// It only divides the word: a soft hyphen.
    Divides,
    /// It is part of the word: between digits, or before a capital.
    Belongs,
    Either,
}

/// Every seam but the ends of pages, in order, where the folded text is yet to be told.
pub(super) fn seams(text: &str) -> Vec<Seam> {
    text.char_indices().filter_map(|(at, c)| seam(text, at, c)).collect()
}

fn seam(text: &str, at: usize, c: char) -> Option<Seam> {
    let end = at + c.len_utf8();
    let seam = |end, kind| Some(Seam { folded: 0, original: at..end, kind });
    if let Some(letters) = ligature(c) {
        return seam(end, SeamKind::Ligature(letters));
    }
    if !matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}') {
        return None;
    }
    let before = text.get(..at)?.chars().rev().find(|&c| !is_zero_width(c)).filter(|&c| word::is_part(c))?;
    let rest = text.get(end..)?;
    let blank = rest.trim_start_matches(|c: char| c.is_whitespace() || is_zero_width(c));
    let after = blank.chars().next().filter(|&c| word::is_part(c) && !is_combining_mark(c))?;
    let between = rest.get(..rest.len() - blank.len())?;
    if !between.contains(char::is_whitespace) {
        return (c != '\u{ad}').then(|| seam(end, SeamKind::Hyphen(c)))?;
    }
    let division = division(c, before, after)?;
    is_line_end(between).then(|| seam(text.len() - blank.len(), SeamKind::LineEnd(division)))?
}

fn division(hyphen: char, before: char, after: char) -> Option<Division> {
    let are_letters = before.is_alphabetic() && after.is_alphabetic();
    let is_name = after.is_uppercase() && !before.is_uppercase();
    match hyphen {
        '\u{ad}' => are_letters.then_some(Division::Divides),
        '\u{2011}' => Some(Division::Belongs),
        _ if !are_letters && !is_combining_mark(before) || is_name => Some(Division::Belongs),
        _ => Some(Division::Either),
    }
}

/// Whether `between` ends one line, or a page. A blank line ends a paragraph, and tears no word.
pub(super) fn is_line_end(between: &str) -> bool {
    between.contains('\u{c}') || line_ends(between) == 1
}

/// How many lines end in `text`; the end of a paragraph counts as two.
pub(super) fn line_ends(text: &str) -> usize {
    let ends = text.chars().map(|c| match c {
        '\n' | '\r' | '\u{b}' | '\u{85}' | '\u{2028}' => 1,
        '\u{2029}' => 2,
        _ => 0,
    });
    ends.sum::<usize>() - text.matches("\r\n").count()
}

/// Whether two texts that are otherwise the same agree in their hyphens: each has where its seams are.
pub(super) fn agree(
    one: impl Iterator<Item = (usize, SeamKind)>,
    other: impl Iterator<Item = (usize, SeamKind)>,
) -> bool {
    let is_hyphen =
        |(_, kind): &(usize, SeamKind)| matches!(kind, SeamKind::Hyphen(_) | SeamKind::LineEnd(_));
    let (mut one, mut other) = (one.filter(is_hyphen).peekable(), other.filter(is_hyphen).peekable());
    loop {
        let (left, right) = (one.peek().copied(), other.peek().copied());
        let Some(next) = left.iter().chain(&right).map(|(at, _)| *at).min() else { return true };
        let left = one.next_if(|(at, _)| *at == next).map(|(_, kind)| kind);
        let right = other.next_if(|(at, _)| *at == next).map(|(_, kind)| kind);
        if !is_same(left, right) {
            return false;
        }
    }
}

fn is_same(left: Option<SeamKind>, right: Option<SeamKind>) -> bool {
    use Division::{Belongs, Divides, Either};
    use SeamKind::{Hyphen, LineEnd};
    match (left, right) {
        (Some(Hyphen(one)), Some(Hyphen(other))) => one == other,
        (Some(LineEnd(division)), Some(Hyphen(_))) | (Some(Hyphen(_)), Some(LineEnd(division))) => {
            division != Divides
        }
        (Some(LineEnd(one)), Some(LineEnd(other))) => one == other || one == Either || other == Either,
        (Some(LineEnd(division)), None) | (None, Some(LineEnd(division))) => division != Belongs,
        (Some(_), None) | (None, Some(_)) => false,
        _ => true,
    }
}

/// The letters of a ligature (Alphabetic Presentation Forms, U+FB00 to U+FB06).
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fold::Folded;

    fn stands(quote: &str, article: &str) -> bool {
        let (quote, article) = (Folded::joined(quote), Folded::joined(article));
        quote.text() == article.text() && article.agrees(&(0..article.text().len()), &quote)
    }

    #[test]
    fn torn_words_are_joined() {
        for article in [
            "inde-\npendent",
            "inde-\r\npendent",
            "inde\u{2010} \n  pendent",
            "inde\u{ad}\npendent",
            "inde- \u{c}pendent",
            "inde-\n\n\u{c}pendent",
            "inde\u{200b}-\u{200b}\n\u{200b}pendent",
            "inde-\rpendent",
            "inde\u{ad} \t\r\n pendent",
        ] {
            assert!(stands("independent", article), "{article:?}");
            assert!(stands(article, "independent"), "{article:?}");
        }
        assert!(stands("well-known", "well-\nknown") && stands("wellknown", "well-\nknown"));
        assert!(stands("nord-coréen", "nord-\ncoréen") && stands("nord-\ncoréen", "nord-coréen"));
        assert!(stands("Jean-Paul", "Jean-\nPaul") && stands("1939-1945", "1939-\n1945"));
        assert!(stands("PARIS", "PA-\nRIS") && stands("official ﬁn", "oﬃcial fin"));
    }

    #[test]
    fn nothing_else_is() {
        for (quote, article) in [
            ("wellknown", "well-known"),
            ("well-known", "wellknown"),
            ("independent", "inde-\n\npendent"),
            ("independent", "inde-\u{2029}pendent"),
            ("independent", "inde- pendent"),
            ("independent", "inde -\npendent"),
            ("independent", "inde–\npendent"),
            ("independent", "inde\npendent"),
            ("inde-pendent", "inde\u{ad}\npendent"),
            ("JeanPaul", "Jean-\nPaul"),
            ("19391945", "1939-\n1945"),
            ("19391945", "1939\u{ad}\n1945"),
            ("well-known", "well\u{2010}known"),
            ("ﬁ\u{301}n", "fin"),
            ("Ⅲ", "III"),
            ("²", "2"),
        ] {
            assert!(!stands(quote, article), "{quote} of {article:?}");
        }
    }
}
