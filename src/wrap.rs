//! Lays text out in lines of a given width.
//!
//! Lines are byte ranges of the text, so that a passage known by its offsets can be highlighted in them.
//! French punctuation never begins a line, and a line never ends on an opening guillemet, even where the
//! text has an ordinary space there.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::visible;

/// How many columns `text` takes once its dangerous characters are shown as marks.
pub fn width(text: &str) -> usize {
    // Most words are plain ASCII, and articles are long.
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain { text.len() } else { visible::line(text).width() }
}

/// The lines of `text` in `columns` columns, as byte ranges without the blanks they were broken at. A word
/// wider than a line is cut between graphemes. There is always at least one line.
pub fn lines(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut next = Some(0);
    while let Some(start) = next {
        next = paragraph(text, start, columns, &mut out);
    }
    out
}

/// Adds the lines of the paragraph that begins at the byte `start` to `out`, and returns where the next one
/// begins; `None` where it is the last one.
pub fn paragraph(text: &str, start: usize, columns: usize, out: &mut Vec<Range<usize>>) -> Option<usize> {
    let rest = &text[start..];
    let next = rest.find('\n').map(|at| start + at + 1);
    let whole = &text[start..next.unwrap_or(text.len())];
    let end = start + whole.trim_end_matches(['\n', '\r']).len();
    wrap_paragraph(text, start..end, columns.max(1), out);
    next
}

fn wrap_paragraph(text: &str, range: Range<usize>, columns: usize, out: &mut Vec<Range<usize>>) {
    // Most titles and many paragraphs fit as they are.
    let whole = text[range.clone()].trim_matches(is_break);
    if !whole.is_empty() && width(whole) <= columns {
        let start = range.end - text[range.clone()].trim_start_matches(is_break).len();
        out.push(start..start + whole.len());
        return;
    }
    let mut line = range.start..range.start;
    let mut used = 0;
    for unit in units(text, range.clone()) {
        let blank = width(&text[line.end..unit.start]);
        let wide = width(&text[unit.clone()]);
        if line.end == line.start {
            line.start = unit.start;
        } else if used + blank + wide <= columns {
            used += blank + wide;
            line.end = unit.end;
            continue;
        } else {
            out.push(line.clone());
            line.start = unit.start;
        }
        (line, used) = cut_long(text, line.start..unit.end, columns, wide, out);
    }
    out.push(line);
}

/// Pushes the full lines of a unit wider than a line and returns the rest of it with its width.
fn cut_long(
    text: &str,
    unit: Range<usize>,
    columns: usize,
    wide: usize,
    out: &mut Vec<Range<usize>>,
) -> (Range<usize>, usize) {
    if wide <= columns {
        return (unit, wide);
    }
    let (mut start, mut used) = (unit.start, 0);
    for (offset, grapheme) in text[unit.clone()].grapheme_indices(true) {
        let wide = width(grapheme);
        if used > 0 && used + wide > columns {
            out.push(start..unit.start + offset);
            start = unit.start + offset;
            used = 0;
        }
        used += wide;
    }
    (start..unit.end, used)
}

/// What must stay together on a line: words with the punctuation that belongs to them, as byte ranges.
fn units(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::new();
    let mut start = range.start;
    for word in text[range.clone()].split_inclusive(is_break) {
        let end = start + word.trim_end_matches(is_break).len();
        if end > start {
            match units.last_mut() {
                Some(last) if sticks(&text[last.clone()], &text[start..end]) => last.end = end,
                _ => units.push(start..end),
            }
        }
        start += word.len();
    }
    units
}

/// Whether a line may be broken at `c`: at blanks that are not no-break spaces.
fn is_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

fn sticks(before: &str, after: &str) -> bool {
    before == "«" || before.ends_with(['(', '[']) && before.len() == 1 || {
        matches!(after.chars().next(), Some('?' | '!' | ':' | ';' | '»'))
            && after.chars().all(|c| !c.is_alphanumeric())
    }
}

/// `text` without its first `columns` columns, or without a few more where these end inside a wide letter.
pub fn skip_columns(text: &str, columns: usize) -> &str {
    let mut skipped = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if skipped >= columns {
            return &text[at..];
        }
        skipped += grapheme.width();
    }
    ""
}

/// `text` on one line of at most `columns` columns, cut with `ellipsis` where it is longer.
pub fn fit<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    let shown = visible::line(text);
    if shown.width() <= columns {
        return shown;
    }
    let room = columns.saturating_sub(ellipsis.width());
    let mut out = String::new();
    let mut used = 0;
    for grapheme in shown.graphemes(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        out.push_str(grapheme);
    }
    out.truncate(out.trim_end().len());
    out.extend(ellipsis.chars().take(columns));
    out.into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped(text: &str, columns: usize) -> Vec<&str> {
        lines(text, columns).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_go_to_the_next_line() {
        assert_eq!(wrapped("un deux trois", 8), ["un deux", "trois"]);
        assert_eq!(wrapped("un deux\n\ntrois ", 80), ["un deux", "", "trois"]);
        assert_eq!(wrapped("", 10), [""]);
        assert_eq!(wrapped("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
    }

    #[test]
    fn french_punctuation_stays_with_its_word() {
        assert_eq!(wrapped("il a dit : « oui »", 9), ["il a", "dit :", "« oui »"]);
        assert_eq!(wrapped("est-ce vrai\u{a0}? oui", 8), ["est-ce", "vrai\u{a0}?", "oui"]);
    }

    #[test]
    fn wide_and_combining_characters_keep_their_columns() {
        assert_eq!(wrapped("朝鮮民主主義", 4), ["朝鮮", "民主", "主義"]);
        assert_eq!(wrapped("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn what_does_not_fit_is_cut_with_a_sign() {
        assert_eq!(fit("Pyongyang", 9, "…"), "Pyongyang");
        assert_eq!(fit("Pyongyang", 5, "…"), "Pyon…");
        assert_eq!(fit("朝鮮民主", 4, "…"), "朝…");
        assert_eq!(fit("abc", 0, "…"), "");
    }

    proptest! {
        #[test]
        fn nothing_but_blanks_is_lost(text in "\\PC{0,60}[ \\n]?\\PC{0,60}", columns in 1usize..30) {
            let kept: String = lines(&text, columns).into_iter().map(|range| text[range].to_owned()).collect();
            let bare = |text: &str| text.chars().filter(|c| !is_break(*c)).collect::<String>();
            prop_assert_eq!(bare(&kept), bare(&text));
        }

        #[test]
        fn lines_are_no_wider_than_asked(text in "\\PC{0,80}", columns in 2usize..30) {
            for range in lines(&text, columns) {
                let line = &text[range];
                prop_assert!(width(line) <= columns || line.graphemes(true).count() == 1, "{line:?}");
            }
        }
    }
}
