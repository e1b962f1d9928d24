//! Bytes of a text as an editor counts them.

use std::ops::Range;

use serde_json::{Value, json};

/// The position of the byte `at` of `text`.
pub(super) fn of_byte(text: &str, at: usize) -> Value {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let character: usize = before.get(start..).unwrap_or_default().chars().map(char::len_utf16).sum();
    json!({ "line": before.matches('\n').count(), "character": character })
}

/// The range of `bytes` of `text`.
pub(super) fn range(text: &str, bytes: &Range<usize>) -> Value {
    json!({ "start": of_byte(text, bytes.start), "end": of_byte(text, bytes.end) })
}

/// The byte of `text` at a position; past the end of a line its end.
pub(super) fn to_byte(text: &str, position: &Value) -> Option<usize> {
    let number = |key: &str| position.get(key)?.as_u64().and_then(|number| usize::try_from(number).ok());
    let (line, character) = (number("line")?, number("character")?);
    let mut lines = text.split_inclusive('\n');
    let start: usize = lines.by_ref().take(line).map(str::len).sum();
    let content = lines.next().unwrap_or_default().trim_end_matches(['\n', '\r']);
    let mut left = character;
    for (offset, c) in content.char_indices() {
        if left < c.len_utf16() {
            return Some(start + offset);
        }
        left -= c.len_utf16();
    }
    Some(start + content.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_units_of_utf16() {
        let text = "é😀a\r\nb\n";
        for (at, line, character) in
            [(0, 0, 0), (2, 0, 1), (6, 0, 3), (7, 0, 4), (9, 1, 0), (10, 1, 1), (11, 2, 0)]
        {
            let position = json!({ "line": line, "character": character });
            assert_eq!(of_byte(text, at), position);
            assert_eq!(to_byte(text, &position), Some(at));
        }
        // Inside a character, past the end of a line, and past the end of the text.
        for (line, character, at) in [(0, 2, 2), (0, 99, 7), (9, 9, 11)] {
            assert_eq!(to_byte(text, &json!({ "line": line, "character": character })), Some(at));
        }
        assert_eq!(to_byte(text, &json!({})), None);
    }
}
