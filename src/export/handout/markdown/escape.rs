//! Text that stays text in Markdown.
//!
//! Every dialect has signs of its own, and escapes of its own: Python-Markdown knows a backslash before a few signs
//! only and prints any other, while a character reference is a character everywhere and never a sign. So what a backslash can
//! protect in every dialect has one, and all other ASCII punctuation is a reference, unless it stands where no dialect
//! sees more in it than a reader does.

/// `text` so that converters make the same text of it (`CommonMark`, GitHub's, pandoc's, Python-Markdown's extra). A
/// line end becomes a hard one; empty lines are left out.
pub(super) fn escaped(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(escaped_line).collect::<Vec<_>>().join(HARD_BREAK)
}

/// The same on one line.
pub(super) fn escaped_on_one_line(text: &str) -> String {
    escaped(text).replace(HARD_BREAK, " ")
}

/// A piece of a text: the same, with the spaces at its ends, which part it from the pieces before and after.
pub(super) fn escaped_piece(piece: &str) -> String {
    let start = piece.len() - piece.trim_start().len();
    let end = piece.trim_end().len().max(start);
    let space = |space: &str| if space.contains('\n') { HARD_BREAK.to_owned() } else { space.to_owned() };
    format!("{}{}{}", space(&piece[..start]), escaped(&piece[start..end]), space(&piece[end..]))
}

/// A line end that is kept. A backslash would do in some dialects only.
pub(super) const HARD_BREAK: &str = "  \n";

/// Where a sign stands.
struct Place {
    before: Option<char>,
    after: Option<char>,
    /// Whether no blank stands before it on its line, so that it may be part of the marker of a list.
    is_in_first_word: bool,
}

impl Place {
    fn is_at_start(&self) -> bool {
        self.before.is_none()
    }

    /// Whether the same sign stands before or behind it.
    fn is_repeated(&self, c: char) -> bool {
        self.before == Some(c) || self.after == Some(c)
    }

    fn is_inside_word(&self) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_letter(self.before) && is_letter(self.after)
    }
}

enum Escape {
    None,
    Backslash,
    Reference,
}

fn escaped_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut place = Place { before: None, after: None, is_in_first_word: true };
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        place.after = chars.peek().map(|(_, next)| *next);
        let escape = if c == '.' && ends_in_www(&line[..at]) { Escape::Backslash } else { escape(c, &place) };
        match escape {
            Escape::None => out.push(c),
            Escape::Backslash => out.extend(['\\', c]),
            Escape::Reference => out.push_str(&reference(c)),
        }
        place.before = Some(c);
        place.is_in_first_word &= !c.is_whitespace();
    }
    out
}

fn escape(c: char, place: &Place) -> Escape {
    let is_between = |is_fine: fn(char) -> bool| {
        let is_fine = |c: Option<char>| c.is_some_and(is_fine);
        is_fine(place.before) && is_fine(place.after)
    };
    let unless = |is_safe: bool, escape: Escape| if is_safe { Escape::None } else { escape };
    match c {
        ',' | ';' | '?' | '!' | '/' => Escape::None,
        // They begin lists, and several become an ellipsis or a dash.
        '.' | '-' => {
            let begins = place.is_in_first_word && !place.is_inside_word();
            unless(!begins && !place.is_repeated(c), Escape::Backslash)
        }
        '&' => unless(place.after.is_none_or(char::is_whitespace), Escape::Reference),
        '(' | ')' => unless(!place.is_in_first_word, Escape::Backslash),
        '+' => unless(!place.is_at_start(), Escape::Backslash),
        '%' => unless(!place.is_at_start(), Escape::Reference),
        '=' => unless(is_between(|c| c == ' ' || c.is_alphanumeric()), Escape::Reference),
        ':' => {
            let is_colon = place.before.is_some_and(|c| c.is_whitespace() || c.is_alphanumeric());
            unless(is_colon && place.after.is_some_and(char::is_whitespace), Escape::Reference)
        }
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' => Escape::Backslash,
        // What they open pandoc would close with the next straight one.
        '“' | '‘' => Escape::Reference,
        _ => unless(!c.is_ascii_punctuation(), Escape::Reference),
    }
}

/// Addresses without a scheme become links on GitHub.
fn ends_in_www(before: &str) -> bool {
    let start = before.len().checked_sub(3).and_then(|start| before.get(start..));
    start.is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

fn reference(c: char) -> String {
    match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        c => format!("&#{};", u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What a reader of Markdown makes of `markdown`, which is to be one paragraph of nothing but text.
    fn read(markdown: &str) -> String {
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(said) => text.push_str(&said),
                Event::HardBreak => text.push('\n'),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{markdown:?} has {other:?}"),
            }
        }
        text
    }

    #[test]
    fn what_would_be_markup_stays_text() {
        for text in [
            "*a* _b_ **c** `d` ~~e~~ $f$ ^g^",
            "# a",
            "a #",
            "1. a",
            "12) a",
            "- a",
            "+ a",
            "* a",
            "> a",
            "===",
            "---",
            "***",
            "___",
            "    a",
            "<script>alert(1)</script>",
            "<https://a.b>",
            "https://a.b www.a.b a@b.c",
            "&amp; &#42;",
            "[a](javascript:b) ![c](d) [e]: f [^1]",
            "| a | b |",
            ": a",
            "\\* \\",
            "a\\",
            "a  \nb",
            "1.\n2.",
            "a\n===",
            "{.c onmouseover=alert(1)} {: .c} (c) a",
            "(c) a",
            "i) a",
            "A.  Smith",
            "a -- b --- c ... \"d\" 'e' l'ami",
            ":x: 10:30 : a",
            "Mr. Smith, M. Dupont",
            "WWW.a.b",
            "a\n\nb",
        ] {
            let expected: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            assert_eq!(read(&escaped(text)), expected.join("\n"), "{text}");
        }
    }

    /// Only some signs may have a backslash in Python-Markdown; all other ASCII punctuation stands as a reference, or
    /// where it can be nothing else.
    #[test]
    fn a_backslash_stands_only_before_what_every_dialect_escapes() {
        let all: String = (' '..='~').collect();
        for text in [all.clone(), all.chars().rev().collect(), all.chars().flat_map(|c| [c, ' ']).collect()] {
            let escaped = escaped(&text);
            let mut chars = escaped.chars();
            while let Some(c) = chars.next() {
                assert!(
                    !matches!(c, '"' | '\'' | '<' | '>' | '$' | '@' | '^' | '|' | '~' | '{'),
                    "{c} in {escaped}"
                );
                if c == '\\' {
                    let next = chars.next().unwrap();
                    assert!("\\`*_{}[]()>#+-.!".contains(next), "{next} in {escaped}");
                }
            }
        }
    }

    #[test]
    fn plain_prose_stays_readable() {
        for text in [
            "l’accord nord-coréen (de 1961) : 3,5 % ; oui\u{a0}?",
            "a = b + c / d, e",
            "Le 2 mars 1907. Il dit - M. Dupont & fils - que non.",
        ] {
            assert_eq!(escaped(text), text);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_again(text in "[-a-z0-9 .():/!#*_`~<>&$^%+=|{}\\[\\]\\\\\"'@]{1,40}") {
            let expected = text.trim();
            prop_assume!(!expected.is_empty());
            prop_assert_eq!(read(&escaped(&text)), expected);
        }
    }
}
