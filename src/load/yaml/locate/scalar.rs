//! From the text of a scalar back to the characters it was written with.

use std::ops::Range;

use saphyr_parser::ScalarStyle;

/// The bytes of `source` that the characters `stretch` of `value` were written with, or `None` where that
/// cannot be told for sure. `source` is the scalar as it stands in the file, quotes included.
///
/// YAML folds lines and indentation, so white space says nothing; but the other characters of a scalar stand in
/// its source one for one, escapes aside. They are matched up, and a single disagreement ends the attempt.
pub(super) fn within(
    source: &str,
    style: ScalarStyle,
    value: &str,
    stretch: &Range<usize>,
) -> Option<Range<usize>> {
    let (inner, escape) = match style {
        ScalarStyle::SingleQuoted => (source.strip_prefix('\'')?.strip_suffix('\'')?, Some('\'')),
        ScalarStyle::DoubleQuoted => (source.strip_prefix('"')?.strip_suffix('"')?, Some('\\')),
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => (source, None),
    };
    let offset = usize::from(inner.len() < source.len());
    let mut letters = Letters { source: inner, at: 0, escape };
    let (mut start, mut end, mut after) = (None, None, 0);
    for (index, c) in value.chars().enumerate().filter(|(_, c)| !c.is_whitespace()) {
        let letter = letters.next()?;
        if letter.is != c {
            return None;
        }
        if index >= stretch.start && start.is_none() {
            start = Some(if index < stretch.end { letter.bytes.start } else { after });
        }
        if index < stretch.end {
            end = Some(letter.bytes.end);
        }
        after = letter.bytes.end;
    }
    let start = start.unwrap_or(after);
    let end = end.unwrap_or(start).max(start);
    Some(offset + start..offset + end)
}

/// A character and the bytes it was written with.
struct Letter {
    is: char,
    bytes: Range<usize>,
}

/// The characters of a scalar's source that are not white space.
struct Letters<'a> {
    source: &'a str,
    at: usize,
    escape: Option<char>,
}

impl Letters<'_> {
    fn next(&mut self) -> Option<Letter> {
        loop {
            let start = self.at;
            let mut c = self.step()?;
            if Some(c) == self.escape {
                c = match (c, self.step()?) {
                    ('\'', '\'') => '\'',
                    ('\\', escaped @ ('"' | '\\' | '/')) => escaped,
                    ('\\', '\n' | '\r' | ' ' | '\t') => continue,
                    _ => return None,
                };
            }
            if !c.is_whitespace() {
                return Some(Letter { is: c, bytes: start..self.at });
            }
        }
    }

    fn step(&mut self) -> Option<char> {
        let c = self.source[self.at..].chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_found_through_folding_and_escapes() {
        use ScalarStyle::{DoubleQuoted, Folded, Plain, SingleQuoted};
        for (source, style, value, stretch, expected) in [
            ("signé en 1961", Plain, "signé en 1961", 9..13, Some("1961")),
            ("signé\n   en 1961", Plain, "signé en 1961", 6..8, Some("en")),
            ("'l''an 1961'", SingleQuoted, "l'an 1961", 1..4, Some("''an")),
            (r#""dit \"oui\" et""#, DoubleQuoted, "dit \"oui\" et", 5..8, Some("oui")),
            (r#""a\tb c""#, DoubleQuoted, "a\tb c", 4..5, None),
            ("  one\n  two\n", Folded, "one two\n", 4..7, Some("two")),
            ("abc", Plain, "abc", 3..4, Some("")),
            ("abc", Plain, "abd", 0..1, None),
        ] {
            let found = within(source, style, value, &stretch).map(|bytes| &source[bytes]);
            assert_eq!(found, expected, "{source}");
        }
    }
}
