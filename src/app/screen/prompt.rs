//! A line that is being typed.

use tui_input::{Input, InputRequest};

use crate::keymap::{Code, Key};
use crate::visible;
use crate::wrap;

/// A line that is being typed, with its cursor.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    input: Input,
}

/// What a key did to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// It says something else now.
    Changed,
    Moved,
    /// Backspace on an empty line: whoever typed it wants to leave it.
    Left,
    /// The line has no use for the key.
    Nothing,
}

/// The longest line anybody types, in characters.
const LONGEST: usize = 1000;

impl Prompt {
    /// A line that says `text` already, with the cursor at its end.
    pub(crate) fn with(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The stretch of the line that fits into `width` columns, safe to draw, and the column of the cursor in it,
    /// which is always one of them.
    pub(crate) fn shown(&self, width: usize) -> (String, usize) {
        let before: String = self.text().chars().take(self.input.cursor()).collect();
        let before = visible::line(&before).into_owned();
        let skipped = columns_to_skip(&before, width.saturating_sub(1));
        let text = visible::line(self.text());
        let rest = wrap::skip_columns(&text, skipped);
        (wrap::fit(rest, width, "").into_owned(), wrap::width(&before) - skipped)
    }

    pub(crate) fn press(&mut self, key: Key) -> Typed {
        let Some(request) = request(key) else { return Typed::Nothing };
        if matches!(request, InputRequest::DeletePrevChar) && self.text().is_empty() {
            return Typed::Left;
        }
        if matches!(request, InputRequest::InsertChar(_)) && self.text().chars().count() >= LONGEST {
            return Typed::Moved;
        }
        match self.input.handle(request) {
            Some(change) if change.value => Typed::Changed,
            _ => Typed::Moved,
        }
    }

    /// Takes in pasted text; line ends become blanks.
    pub(crate) fn paste(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        for c in text.trim().chars().take(room) {
            let c = if c.is_control() { ' ' } else { c };
            self.input.handle(InputRequest::InsertChar(c));
        }
    }
}

/// What a key asks of a line: letters are typed, the others are those of every shell.
fn request(key: Key) -> Option<InputRequest> {
    Some(match (key.code, key.ctrl, key.alt) {
        (Code::Char(c), false, false) => InputRequest::InsertChar(c),
        (Code::Named("Backspace"), _, false) | (Code::Char('h'), true, false) => InputRequest::DeletePrevChar,
        (Code::Named("Delete"), ..) => InputRequest::DeleteNextChar,
        (Code::Named("Left"), false, false) => InputRequest::GoToPrevChar,
        (Code::Named("Right"), false, false) => InputRequest::GoToNextChar,
        (Code::Named("Left"), ..) | (Code::Char('b'), false, true) => InputRequest::GoToPrevWord,
        (Code::Named("Right"), ..) | (Code::Char('f'), false, true) => InputRequest::GoToNextWord,
        (Code::Named("Home"), ..) | (Code::Char('a'), true, false) => InputRequest::GoToStart,
        (Code::Named("End"), ..) | (Code::Char('e'), true, false) => InputRequest::GoToEnd,
        (Code::Char('w'), true, false) | (Code::Named("Backspace"), _, true) => InputRequest::DeletePrevWord,
        (Code::Char('d'), false, true) => InputRequest::DeleteNextWord,
        (Code::Char('k'), true, false) => InputRequest::DeleteTillEnd,
        (Code::Char('u'), true, false) => InputRequest::DeleteFromStart,
        _ => return None,
    })
}

/// How many columns of `before` must go for the rest to fit into `width`; never half a letter.
fn columns_to_skip(before: &str, width: usize) -> usize {
    let too_many = wrap::width(before).saturating_sub(width);
    wrap::width(before) - wrap::width(wrap::skip_columns(before, too_many))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[&str]) -> Prompt {
        let mut prompt = Prompt::default();
        for key in keys.iter().flat_map(|keys| Key::parse(keys).unwrap()) {
            prompt.press(key);
        }
        prompt
    }

    #[test]
    fn keys_do_what_they_do_in_a_shell() {
        assert_eq!(typed(&["juin", "Space", "2024"]).text(), "juin 2024");
        assert_eq!(typed(&["juin", "Ctrl-w"]).text(), "");
        assert_eq!(typed(&["ab", "Left", "c", "Home", "d", "End", "e"]).text(), "dacbe");
        assert_eq!(typed(&["abc", "Left", "Ctrl-u"]).text(), "c");
        assert_eq!(typed(&["abc", "Home", "Ctrl-k"]).text(), "");
        assert_eq!(typed(&["ab", "Backspace"]).text(), "a");
        assert_eq!(typed(&[]).press(Key::parse("Backspace").unwrap()[0]), Typed::Left);
        assert_eq!(typed(&[]).press(Key::parse("F2").unwrap()[0]), Typed::Nothing);
        assert_eq!(typed(&[]).press(Key::ESC), Typed::Nothing);
    }

    #[test]
    fn the_cursor_is_always_shown() {
        let mut prompt = Prompt::with("Kim Jong-un à Vostotchny 平壤");
        for _ in 0..40 {
            for width in 1..40 {
                let (text, cursor) = prompt.shown(width);
                assert!(cursor < width && wrap::width(&text) <= width, "{text} {cursor} {width}");
            }
            prompt.press(Key::parse("Left").unwrap()[0]);
        }
    }

    #[test]
    fn what_is_pasted_is_one_line() {
        let mut prompt = Prompt::with("a");
        prompt.paste("b\nc\u{1b}[31m\n");
        assert_eq!(prompt.text(), "ab c [31m");
        prompt.paste(&"x".repeat(5000));
        assert_eq!(prompt.text().chars().count(), LONGEST);
    }
}
