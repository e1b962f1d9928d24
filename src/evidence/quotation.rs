//! Which way quotation marks turn.
//!
//! Families of quotation marks are folded into one, so that a quote may be typed with others than the article's. A pair
//! that is turned round (`» hostiles «`) is no other family: it quotes what stands around it.

use super::word;

/// Whether `text` has quotation marks that can be turned round.
pub(super) fn has_marks(text: &str) -> bool {
    text.contains(|c| is_mark(c) || c == '‘')
}

pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

/// Whether the marks of two texts that are the same but for typography turn the same way.
pub(super) fn turn_alike(one: &str, other: &str) -> bool {
    let pairs: Vec<_> = marks(one, is_mark).zip(marks(other, is_mark)).collect();
    let mut opens_with_closing = false;
    let glyphs_agree = pairs.iter().enumerate().all(|(index, (one, other))| {
        let pair = (one.glyph, other.glyph);
        let closes_with_opening = opens_with_closing && matches!(pair, ('”' | '»', '“') | ('“', '”' | '»'));
        opens_with_closing = index % 2 == 0 && matches!(pair, ('“' | '«', '”') | ('”', '“' | '«'));
        !closes_with_opening && !matches!(pair, ('«', '»') | ('»', '«'))
    });
    let sides_agree = pairs.iter().all(|(one, other)| match (one.side, other.side) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    });
    glyphs_agree && sides_agree && !closes_with_single(one, other) && !closes_with_single(other, one)
}

/// Whether a `‘` closes in `text` what no `‚` opened, and is no such mark in `other`: the `’non‘` of `'non'`.
fn closes_with_single(text: &str, other: &str) -> bool {
    if !text.contains('‘') {
        return false;
    }
    let is_single = |c: char| word::is_apostrophe(c) || c == '‚';
    let mut is_open = false;
    marks(text, is_single).zip(marks(other, is_single)).any(|(mark, other)| {
        let closes = mark.glyph == '‘' && mark.side == Some(Side::Closing) && other.glyph != '‘';
        let is_turned = closes && !is_open;
        is_open = mark.glyph == '‚' || is_open && !closes;
        is_turned
    })
}

/// A quotation mark, and which side of the quotation it is on as far as the blanks around it say.
struct Mark {
    glyph: char,
    side: Option<Side>,
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Opening,
    Closing,
}

/// The marks of `text` for which `is` holds, in order.
fn marks(text: &str, is: impl Fn(char) -> bool) -> impl Iterator<Item = Mark> {
    text.char_indices().filter(move |&(_, c)| is(c)).map(|(at, glyph)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + glyph.len_utf8()..).and_then(|text| text.chars().next());
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_word = |c: Option<char>| c.is_some_and(word::is_part);
        // French has blanks inside the marks, so that `«` before a blank may open as well as close, and `»` after one.
        let side = match glyph {
            '»' if is_blank(before) => None,
            '«' if is_blank(after) => None,
            _ if is_blank(before) && is_word(after) => Some(Side::Opening),
            _ if is_word(before) && is_blank(after) => Some(Side::Closing),
            _ => None,
        };
        Mark { glyph, side }
    })
}

#[cfg(test)]
mod tests {
    use super::turn_alike;

    #[test]
    fn a_pair_is_not_turned_round() {
        for (one, other) in [
            ("« a »", "\"a\""),
            ("«a»", "“a”"),
            ("“a”", "„a“"),
            ("„a“", "“a”"),
            ("“a”", "”a”"),
            ("»a« »b«", "“a” “b”"),
            ("a", "a"),
            ("dit« a »ici", "dit \"a\" ici"),
            ("dit\"a\" ici", "dit \"a\" ici"),
            ("« a", "\"a"),
            ("‘a’", "'a'"),
            ("‚a‘", "'a'"),
            ("l‘ami", "l'ami"),
        ] {
            assert!(turn_alike(one, other) && turn_alike(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("« a »", "» a «"),
            ("“a”", "”a“"),
            ("«a», «b»", "«a», »b«"),
            ("«a»", "”a“"),
            ("Kim dit» Moscou ment «hier", "Kim dit \"Moscou ment\" hier"),
            ("’non‘", "'non'"),
            ("’non‘", "‘non’"),
        ] {
            assert!(!turn_alike(one, other) && !turn_alike(other, one), "{one} {other}");
        }
    }
}
