//! A text written a little differently, so that both parsers read it, and the way back to what stands in the file.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use super::scan;

/// How far the lines of a quoted scalar are indented: deeper than the lists and mappings of a timeline as people write
/// them.
const INDENT: &str = "                                                                                ";

/// A text some of which is written differently.
#[derive(Debug)]
pub(in crate::load) struct Patched {
    text: String,
    /// What was replaced, in the file and in the text, in order.
    replaced: Vec<(Range<usize>, Range<usize>)>,
}

impl Patched {
    /// `text` with each of these stretches, which are in order, replaced. `None` where there are none.
    pub(in crate::load) fn new(text: &str, edits: Vec<(Range<usize>, String)>) -> Option<Self> {
        if edits.is_empty() {
            return None;
        }
        let mut patched = Self { text: String::with_capacity(text.len()), replaced: Vec::new() };
        let mut at = 0;
        for (bytes, replacement) in edits {
            patched.text += text.get(at..bytes.start)?;
            let start = patched.text.len();
            patched.text += &replacement;
            at = bytes.end;
            patched.replaced.push((bytes, start..patched.text.len()));
        }
        patched.text += text.get(at..)?;
        Some(patched)
    }

    /// The text with the quoted scalars that go on at the margin indented, which one of the parsers wants, and with the
    /// halves of surrogate pairs, as JSON has them, made whole. `None` where it has neither.
    pub(in crate::load) fn for_both(text: &str) -> Option<Self> {
        let mut edits = Vec::new();
        for quoted in scan::quotes(text).0 {
            let inside = &text[quoted.clone()];
            let lines = memchr::memchr_iter(b'\n', inside.as_bytes());
            let lines = lines.map(|end| quoted.start + end + 1);
            // A blank line needs no indent, and a file may hold very many.
            let lines = lines.filter(|at| !matches!(text.as_bytes().get(*at), Some(b'\n' | b'\r')));
            edits.extend(lines.map(|at| (at..at, INDENT.to_owned())));
            edits.extend(pairs(inside).into_iter().map(|(pair, c)| {
                (quoted.start + pair.start..quoted.start + pair.end, format!("\\U{:08X}", u32::from(c)))
            }));
        }
        edits.sort_by_key(|(bytes, _)| bytes.start);
        Self::new(text, edits)
    }

    /// The text with surrogate pairs made whole. `None` where it has none.
    pub(in crate::load) fn whole_pairs(text: &str) -> Option<Self> {
        let edits = scan::quotes(text).0.into_iter().flat_map(|quoted| {
            let pairs = pairs(&text[quoted.clone()]).into_iter();
            let start = quoted.start;
            pairs.map(move |(pair, c)| {
                (start + pair.start..start + pair.end, format!("\\U{:08X}", u32::from(c)))
            })
        });
        Self::new(text, edits.collect())
    }

    pub(in crate::load) fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the file that a byte of the text comes from.
    pub(in crate::load) fn original(&self, byte: usize) -> usize {
        let before = self.replaced.partition_point(|(_, to)| to.start < byte);
        let Some((from, to)) = before.checked_sub(1).map(|last| &self.replaced[last]) else { return byte };
        if byte < to.end { from.start } else { byte - to.end + from.end }
    }
}

/// The surrogate pairs in a scalar with quotation marks, each with the character it stands for.
fn pairs(quoted: &str) -> Vec<(Range<usize>, char)> {
    if !quoted.starts_with('"') {
        return Vec::new();
    }
    let unit = |at: usize| {
        let digits = quoted.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let is_escape = |at: usize| quoted[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 0;
    memmem::find_iter(quoted.as_bytes(), b"\\u")
        .filter(|at| is_escape(*at))
        .filter_map(|at| {
            let units = [unit(at)?, unit(at + 6)?];
            let mut chars = char::decode_utf16(units);
            let c = chars.next()?.ok()?;
            chars.next().is_none().then_some((at..at + 12, c))
        })
        .collect()
}

/// The text as it is, or patched.
pub(in crate::load) fn readable(text: &str) -> Cow<'_, str> {
    match memmem::find(text.as_bytes(), b"\\u").and_then(|_| Patched::whole_pairs(text)) {
        Some(patched) => Cow::Owned(patched.text),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_patched_is_found_again_in_the_file() {
        let text = "{\"a\": \"x \\ud83d\\ude00 y\", \"b\": 'one\ntwo', \"c\": \"\\\\ud83d\\\\ude00\"}";
        let patched = Patched::for_both(text).unwrap();
        let node: serde_yaml::Value = serde_yaml::from_str(patched.text()).unwrap();
        assert_eq!((node["a"].as_str(), node["b"].as_str()), (Some("x 😀 y"), Some("one two")));
        for word in ["\"a\"", "\"b\"", "two", "\"c\""] {
            let (there, here) = (patched.text().find(word).unwrap(), text.find(word).unwrap());
            assert_eq!(patched.original(there), here, "{word}");
        }
        assert!(Patched::for_both("a: \"b\"\n").is_none());
    }

    #[test]
    fn blank_lines_stay_as_they_are() {
        for end in ["\n", "\r\n"] {
            let text = format!("a: \"one{}two\"\n", end.repeat(4_000));
            let patched = Patched::for_both(&text).unwrap();
            assert_eq!(patched.text().len(), text.len() + INDENT.len());
            let [before, after] = [&text, patched.text()].map(|text| {
                serde_yaml::from_str::<serde_yaml::Value>(text).unwrap()["a"].as_str().unwrap().to_owned()
            });
            assert_eq!(before, after);
            assert_eq!(patched.original(patched.text().find("two").unwrap()), text.find("two").unwrap());
        }
    }
}
