//! A text as YAML writes it, so that the same characters come back, whatever they are.

use std::fmt::Write;

use crate::visible;

/// `text` without quotation marks where it can do without them in every version of YAML, else in the kind
/// that needs fewer escapes.
pub(super) fn text(text: &str, is_flow: bool) -> String {
    if is_plain(text, is_flow) { text.to_owned() } else { quoted(text) }
}

/// `text` in quotation marks: double ones, unless they would have to be escaped and single ones would not.
pub(super) fn quoted(text: &str) -> String {
    let needs_escapes = text.chars().any(needs_escape);
    let doubled = text.matches(['"', '\\']).count();
    let singled = text.matches('\'').count();
    if needs_escapes || doubled <= singled { double(text) } else { single(text) }
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if needs_escape(c) => {
                let code = u32::from(c);
                // A string can always be written to.
                let _ = match code {
                    0..=0xff => write!(out, "\\x{code:02X}"),
                    0x100..=0xffff => write!(out, "\\u{code:04X}"),
                    _ => write!(out, "\\U{code:08X}"),
                };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether `c` is no part of YAML's text, would be folded, or cannot be seen where it stands (YAML 1.2.2,
/// 5.1).
fn needs_escape(c: char) -> bool {
    visible::is_dangerous(c)
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether `text` is a date that every reader of timelines takes without quotation marks: a year, a month or
/// a day.
pub(crate) fn is_plain_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut is_number = |length: usize| {
        parts.next().map(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_number(4) == Some(true)
        && is_number(2) != Some(false)
        && is_number(2) != Some(false)
        && parts.next().is_none()
}

/// Whether `text` without quotation marks is that text, in YAML 1.1 and 1.2.
fn is_plain(text: &str, is_flow: bool) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() && !needs_escape(c);
    let may_stand = |c: char| {
        is_letter(c) || " -_./:+@%=~;()’?&".contains(c) || (!is_flow && c == ',') || (!is_flow && c == '#')
    };
    text.starts_with(is_letter)
        && text.ends_with(|c| is_letter(c) || ".)/’?_-=".contains(c))
        && text.chars().all(may_stand)
        && ![": ", " #", "  "].iter().any(|mark| text.contains(mark))
        && !is_something_else(text)
        && !(is_flow && text.contains(":,"))
}

/// Whether a reader of YAML takes `text` for a truth value, nothing, a number or a point in time.
fn is_something_else(text: &str) -> bool {
    const WORDS: &[&str] =
        &["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf", "infinity"];
    let is_number = text.replace('_', "").parse::<f64>().is_ok();
    let has_base = ["0x", "0o", "0b"].iter().any(|base| text.starts_with(base));
    let is_clock = text.chars().all(|c| c.is_ascii_digit() || ":-._TtZz+ ".contains(c));
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)) || is_number || has_base || is_clock
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What two readers of YAML make of `written`, in a block and in a flow.
    fn read(written: &str, is_flow: bool) -> [String; 2] {
        let yaml = if is_flow { format!("{{a: {written}, b: c}}") } else { format!("a: {written}\nb: c\n") };
        let tree: serde_yaml::Value = serde_yaml::from_str(&yaml).unwrap();
        let serde = tree["a"].as_str().unwrap_or("no text").to_owned();
        let mut scalars =
            saphyr_parser::Parser::new_from_str(&yaml).filter_map(|event| match event.unwrap().0 {
                saphyr_parser::Event::Scalar(text, ..) => Some(text.into_owned()),
                _ => None,
            });
        [serde, scalars.nth(1).unwrap()]
    }

    #[test]
    fn text_gets_the_quotation_marks_it_needs() {
        for (given, expected) in [
            ("doc1", "doc1"),
            ("articles/Le phare (1907).txt", "articles/Le phare (1907).txt"),
            ("https://example.org/a#b?c=d&e", "https://example.org/a#b?c=d&e"),
            ("Le phare : un récit", "\"Le phare : un récit\""),
            ("1961", "\"1961\""),
            ("12e45", "\"12e45\""),
            ("2024-06-19", "\"2024-06-19\""),
            ("no", "\"no\""),
            ("- tiret", "\"- tiret\""),
            ("il dit \"oui\"", "'il dit \"oui\"'"),
            ("l'« ami » dit \"oui\"", "'l''« ami » dit \"oui\"'"),
            ("«tight»", "\"«tight»\""),
            ("a\u{202e}b\nc", "\"a\\u202Eb\\nc\""),
            ("", "\"\""),
        ] {
            assert_eq!(text(given, false), expected);
            assert_eq!(read(expected, false), [given, given]);
        }
        assert_eq!(text("a, b", true), "\"a, b\"");
    }

    #[test]
    fn only_whole_dates_do_without_quotation_marks() {
        for (text, is) in [
            ("2024", true),
            ("2024-06", true),
            ("2024-06-19", true),
            ("2024-06-19-1", false),
            ("2024-6", false),
            ("juin 2024", false),
            ("", false),
        ] {
            assert_eq!(is_plain_date(text), is, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read(given in "([a-zé0-9\"'\\\\#:,{}\\[\\]&*!|>%@` \\-?~.=\n\t]|\\PC|[\\x00-\\x1f]|\u{85}|\u{2028}){0,12}") {
            for is_flow in [false, true] {
                prop_assert_eq!(read(&text(&given, is_flow), is_flow), [given.clone(), given.clone()]);
                prop_assert_eq!(read(&quoted(&given), is_flow), [given.clone(), given.clone()]);
                let single = single(&given);
                if !given.chars().any(needs_escape) {
                    prop_assert_eq!(read(&single, is_flow), [given.clone(), given.clone()]);
                }
            }
        }
    }
}
