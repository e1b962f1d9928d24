//! Text that stays text in Markdown.

/// `text` with a backslash before every character that could mean something to a reader of Markdown
/// (`CommonMark`, 2.4), or of its dialects on GitHub and in pandoc. A line end becomes a hard one.
pub(super) fn escaped(text: &str) -> String {
    text.lines().map(|line| escaped_line(line.trim())).collect::<Vec<_>>().join("\\\n")
}

/// A piece of a text: the same, with the spaces at its ends, which part it from the pieces before and after.
pub(super) fn escaped_piece(piece: &str) -> String {
    let start = piece.len() - piece.trim_start().len();
    let end = piece.trim_end().len().max(start);
    let space = |space: &str| if space.contains('\n') { "\\\n".to_owned() } else { space.to_owned() };
    format!("{}{}{}", space(&piece[..start]), escaped(&piece[start..end]), space(&piece[end..]))
}

/// How far into a line a character stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Start,
    /// After nothing but digits, which a dot would make the number of a list.
    Number,
    Inside,
}

fn escaped_line(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let mut place = Place::Start;
    let mut last = '\0';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '$' | '@' | '^' => true,
            '-' | '+' | '=' | '%' => place == Place::Start,
            '.' | ')' if place != Place::Inside => true,
            // Addresses become links on GitHub.
            ':' => place == Place::Start || chars.peek() == Some(&'/'),
            '.' => last.eq_ignore_ascii_case(&'w'),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
        place = match place {
            Place::Start | Place::Number if c.is_ascii_digit() => Place::Number,
            _ => Place::Inside,
        };
        last = c;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What a reader of Markdown makes of `markdown`, which is to be one paragraph of nothing but text.
    fn read(markdown: &str) -> String {
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
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
        ] {
            let expected: Vec<_> = text.lines().map(str::trim).collect();
            assert_eq!(read(&escaped(text)), expected.join("\n"), "{text}");
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
