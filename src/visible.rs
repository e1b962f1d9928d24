//! Makes what could command a terminal visible instead.
//!
//! Timelines and articles come from strangers. Nothing in them may move the cursor, change the terminal or
//! turn the order of letters on the screen, so every text passes through here before it is drawn or printed.

use std::borrow::Cow;

/// What stands for `c` on a screen, or `None` where `c` can stand for itself. Line ends and tabs count as
/// dangerous here: who lays out lines has taken them out before.
pub fn mark(c: char) -> Option<Cow<'static, str>> {
    match c {
        // The Control Pictures block mirrors C0 (Unicode 2400-241F).
        '\0'..='\u{1f}' => {
            Some(char::from_u32(0x2400 + u32::from(c)).map_or(Cow::Borrowed("?"), |c| c.to_string().into()))
        }
        '\u{7f}' => Some("\u{2421}".into()),
        _ if is_dangerous(c) => Some(format!("⟨U+{:04X}⟩", u32::from(c)).into()),
        _ => None,
    }
}

/// Whether a terminal may take `c` for more than a letter: controls (C0, C1), bidirectional marks,
/// embeddings, overrides and isolates (UAX 9), line and paragraph separators, invisible tag characters.
pub fn is_dangerous(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// `text` on one line, with every dangerous character shown as a mark; tabs and line ends become spaces.
pub fn line(text: &str) -> Cow<'_, str> {
    replace(text, |c| matches!(c, '\t' | '\n' | '\r'))
}

/// `text` with every dangerous character shown as a mark, line feeds kept; tabs and carriage returns become
/// spaces.
pub fn lines(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        return Cow::Owned(lines(&text.replace("\r\n", "\n")).into_owned());
    }
    if !may_be_dangerous(text) || !text.chars().any(|c| c != '\n' && is_dangerous(c)) {
        return Cow::Borrowed(text);
    }
    text.split('\n').map(line).collect::<Vec<_>>().join("\n").into()
}

/// Whether a byte of `text` is one that a dangerous character begins with. Every text of every frame passes
/// here, and most are told harmless by this look alone, which takes many bytes at a time.
fn may_be_dangerous(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3))
}

fn replace(text: &str, is_blank: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !may_be_dangerous(text) || !text.chars().any(is_dangerous) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match mark(c) {
            _ if is_blank(c) => out.push(' '),
            Some(mark) => out.push_str(&mark),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_a_terminal_becomes_visible() {
        assert_eq!(line("a\x1b[31mb"), "a␛[31mb");
        assert_eq!(line("a\u{202e}b\u{9b}c\x7f"), "a⟨U+202E⟩b⟨U+009B⟩c␡");
        assert_eq!(line("a\tb\nc"), "a b c");
        assert_eq!(lines("a\r\nb\x07"), "a\nb␇");
        assert!(matches!(line("Corée « du » Nord — œ"), Cow::Borrowed(_)));
    }

    #[test]
    fn no_dangerous_character_is_overlooked() {
        for c in ('\0'..=char::MAX).filter(|c| is_dangerous(*c)) {
            assert!(may_be_dangerous(&c.to_string()), "{c:?}");
        }
    }
}
