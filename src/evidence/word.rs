//! Words: runs of letters, digits and the marks upon them.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte-order mark.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Zero-widths and what steers the direction of a text: nobody sees that a word goes on behind one.
pub(super) fn is_invisible(c: char) -> bool {
    is_zero_width(c)
        || matches!(c, '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}')
}

/// Whether `c` is an apostrophe, which the modifier letter is too wherever people type it as one.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | 'ʼ' | '`' | '´' | '′' | '＇')
}

/// Whether `c` is part of a word.
pub(super) fn is_part(c: char) -> bool {
    c.is_alphanumeric() && c != 'ʼ' || (c >= '\u{300}' && is_combining_mark(c))
}

/// Whether `c` is of a script that sets no spaces between words: nobody can tell there where one ends (UAX 14, classes
/// ID and SA).
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1aad}'
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{a9e0}'..='\u{a9ff}'
        | '\u{aa60}'..='\u{aadf}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{11700}'..='\u{1174f}'
        | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{3ffff}')
}

/// The words of `text`, in order, in bytes. An apostrophe or a hyphen parts two words.
pub(super) fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|&(_, c)| is_part(c))?;
        while rest.next_if(|&(_, c)| is_part(c)).is_some() {}
        Some(start..rest.peek().map_or(text.len(), |&(end, _)| end))
    })
}

/// Whether the byte `at` of `text` lies inside a word. Zero-widths do not part words.
pub(super) fn is_inside(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let before = before.chars().rev().find(|&c| !is_invisible(c));
    let after = after.chars().find(|&c| !is_invisible(c));
    before.is_some_and(is_part) && after.is_some_and(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_digits_and_marks() {
        let text = "L’accord n'est, e\u{301}te\u{301} «2001effectuant» sud-coréen!";
        let words: Vec<_> = ranges(text).map(|range| &text[range]).collect();
        assert_eq!(
            words,
            ["L", "accord", "n", "est", "e\u{301}te\u{301}", "2001effectuant", "sud", "coréen"]
        );
        assert_eq!(ranges("").count() + ranges(" ,;").count(), 0);
    }
}
