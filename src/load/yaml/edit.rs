//! What is written into a YAML text in place of something else, so that it is read as what is meant.

use std::ops::Range;

use saphyr_parser::ScalarStyle;

use super::locate::Place;
use crate::load::diagnostics::{Change, Part, Spot};

/// What to write in `text`, and in place of what, so that `change` comes about at `spot`, which stands at `place`.
/// `None` where that takes a person.
pub(in crate::load) fn edit(
    text: &str,
    spot: &Spot,
    place: &Place,
    change: &Change,
) -> Option<(Range<usize>, String)> {
    let bytes = place.bytes.clone();
    let part = match spot {
        Spot::Node(_, part) => Some(part),
        Spot::Bytes(_) => None,
    };
    match change {
        Change::Raw(raw) => Some((bytes, raw.clone())),
        Change::Quote => {
            let written = &text[bytes.clone()];
            let one_line = !written.contains(['\n', '\r']) && !written.is_empty();
            one_line.then(|| (bytes, single_quoted(written)))
        }
        Change::AddKey(key) => Some(if let Some(rest) = text[bytes.start..].strip_prefix('{') {
            let comma = if rest.trim_start().starts_with('}') { "" } else { ", " };
            (bytes.start + 1..bytes.start + 1, format!("{key}: …{comma}"))
        } else {
            let line = text[..bytes.start].rfind('\n').map_or(0, |end| end + 1);
            let column = text[line..bytes.start].chars().count();
            (bytes.start..bytes.start, format!("{key}: …\n{}", " ".repeat(column)))
        }),
        Change::Key(key) | Change::Text(key) => {
            let is_whole = !matches!(part, Some(Part::Within(_)));
            let written = scalar(key, place.style?, is_whole)?;
            Some((bytes, written))
        }
    }
}

/// `value` written in the style of what it replaces, whole or a part of it.
fn scalar(value: &str, style: ScalarStyle, is_whole: bool) -> Option<String> {
    if value.contains(['\n', '\r']) {
        return None;
    }
    let escaped = match style {
        ScalarStyle::Plain if is_plain(value) => return Some(value.to_owned()),
        ScalarStyle::Plain if is_whole => return Some(single_quoted(value)),
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => return None,
        ScalarStyle::SingleQuoted => value.replace('\'', "''"),
        ScalarStyle::DoubleQuoted => value.replace('\\', "\\\\").replace('"', "\\\""),
    };
    Some(match style {
        _ if !is_whole => escaped,
        ScalarStyle::DoubleQuoted => format!("\"{escaped}\""),
        _ => format!("'{escaped}'"),
    })
}

pub(in crate::load) fn single_quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// Whether a text can stand anywhere without quotation marks; some that could are not said to.
fn is_plain(value: &str) -> bool {
    let is_harmless = |c: char| c.is_alphanumeric() || "-_./~?%+ –".contains(c);
    let begins_well = value.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let is_dash = value == "-" || value.starts_with("- ") || value == "---";
    begins_well && !is_dash && !value.ends_with(' ') && value.chars().all(is_harmless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_as_what_it_replaces() {
        use ScalarStyle::{DoubleQuoted, Literal, Plain, SingleQuoted};
        for (value, style, is_whole, expected) in [
            ("2024-04-03", Plain, true, Some("2024-04-03")),
            ("l'an: 1", Plain, true, Some("'l''an: 1'")),
            ("a: b", Plain, false, None),
            ("dit \"oui\"", DoubleQuoted, true, Some(r#""dit \"oui\"""#)),
            ("l'an", SingleQuoted, true, Some("'l''an'")),
            ("l'an", SingleQuoted, false, Some("l''an")),
            ("a", Literal, true, None),
        ] {
            assert_eq!(scalar(value, style, is_whole).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn a_key_is_added_under_the_first_one() {
        for (text, mark, expected) in [
            ("- id: e\n", "id", "- title: …\n  id: e\n"),
            ("- &été id: e\n", "id", "- &été title: …\n       id: e\n"),
            ("x: {id: e}\n", "{", "x: {title: …, id: e}\n"),
            ("x: { }\n", "{", "x: {title: … }\n"),
        ] {
            let at = text.find(mark).unwrap();
            let place = Place { bytes: at..at + 1, style: None };
            let spot = Spot::Node(Vec::new(), Part::Value);
            let (bytes, added) = edit(text, &spot, &place, &Change::AddKey("title")).unwrap();
            let mut text = text.to_owned();
            text.replace_range(bytes, &added);
            assert_eq!(text, expected);
        }
    }
}
