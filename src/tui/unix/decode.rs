//! Bytes from the terminal to keys, clicks, pasted text and answers.
//!
//! A terminal sends everything through one line: `ESC [ A` is the key Up, `ESC ] 11 ; …` the answer to a
//! question. Here they are told apart by their bytes, so that no part of an answer is ever taken for a key,
//! however late it comes. The events are crossterm's; its own reader cannot be used, because with `use-dev-tty`
//! it can neither be asked whether an event waits without waiting itself, nor be stopped while an editor has the
//! terminal.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::meaning::{Said, key, key_of_letter, mouse_event, old_mouse, special_key};
use super::reply;

/// Takes bytes as they come in, and keeps the beginning of what is not complete.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    held: Vec<u8>,
}

/// What the bytes so far are.
enum Step {
    /// The beginning of something.
    Begun,
    /// So many bytes that say something, or nothing that concerns us.
    Whole(usize, Option<Said>),
}

/// Longer sequences than this are none that we know; what is pasted or answered may be this long and no longer.
const LONGEST: usize = 64;
const LONGEST_TEXT: usize = 1 << 20;
const PASTE: &[u8] = b"\x1b[200~";
const PASTED: &[u8] = b"\x1b[201~";

impl Decoder {
    /// Takes what was read in one go.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Said> {
        self.held.extend_from_slice(bytes);
        self.take(step)
    }

    /// Whether the beginning of something is held that may also be the whole of it: some keys begin as
    /// sequences do.
    pub(super) fn is_undecided(&self) -> bool {
        !self.held.is_empty() && !self.held.starts_with(PASTE)
    }

    /// Takes what is held for all there is to come.
    pub(super) fn settle(&mut self) -> Vec<Said> {
        self.take(|bytes| match step(bytes) {
            Step::Begun => Step::Whole(bytes.len(), unfinished(bytes)),
            whole @ Step::Whole(..) => whole,
        })
    }

    fn take(&mut self, step: impl Fn(&[u8]) -> Step) -> Vec<Said> {
        let mut said = Vec::new();
        let mut at = 0;
        while at < self.held.len()
            && let Step::Whole(length, what) = step(&self.held[at..])
        {
            at += length;
            said.extend(what);
        }
        self.held.drain(..at);
        said
    }
}

/// A sequence that never went on: the two keys that begin as long sequences do, or nothing.
fn unfinished(bytes: &[u8]) -> Option<Said> {
    match bytes {
        [0x1b, sign @ (b'[' | b']' | b'O')] => Some(key(KeyCode::Char((*sign).into()), KeyModifiers::ALT)),
        _ => None,
    }
}

fn step(bytes: &[u8]) -> Step {
    let plain = |code| Step::Whole(1, Some(key(code, KeyModifiers::NONE)));
    let ctrl = |c: u8| Step::Whole(1, Some(key(KeyCode::Char(c.into()), KeyModifiers::CONTROL)));
    match bytes {
        [] => Step::Begun,
        [0x1b, rest @ ..] => escape(bytes, rest),
        [b'\r', ..] => plain(KeyCode::Enter),
        [b'\t', ..] => plain(KeyCode::Tab),
        [0x7f, ..] => plain(KeyCode::Backspace),
        [0, ..] => ctrl(b' '),
        [c @ 0x01..=0x1a, ..] => ctrl(c - 1 + b'a'),
        [c @ 0x1c..=0x1f, ..] => ctrl(c - 0x1c + b'4'),
        _ => letter(bytes),
    }
}

/// A letter in UTF-8; a byte that begins none is passed over.
fn letter(bytes: &[u8]) -> Step {
    let head = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() == 0 => {
            return error.error_len().map_or(Step::Begun, |length| Step::Whole(length, None));
        }
        Err(error) => std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
    };
    let Some(c) = valid.chars().next() else { return Step::Whole(1, None) };
    let modifiers = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    Step::Whole(c.len_utf8(), Some(key(KeyCode::Char(c), modifiers)))
}

fn escape(bytes: &[u8], rest: &[u8]) -> Step {
    match rest {
        // Nothing came with it: the key itself.
        [] | [0x1b, ..] => Step::Whole(1, Some(key(KeyCode::Esc, KeyModifiers::NONE))),
        [b'[', ..] => control(bytes),
        [b'O', last, ..] => Step::Whole(3, key_of_letter(*last).map(|code| key(code, KeyModifiers::NONE))),
        [b'O' | b']'] => Step::Begun,
        [b']', b'0'..=b'9', ..] => answer(bytes),
        _ => match step(rest) {
            Step::Whole(length, said) => Step::Whole(length + 1, said.map(with_alt)),
            Step::Begun => Step::Begun,
        },
    }
}

fn with_alt(said: Said) -> Said {
    match said {
        Said::Event(Event::Key(event)) => {
            Said::Event(Event::Key(KeyEvent::new(event.code, event.modifiers | KeyModifiers::ALT)))
        }
        other => other,
    }
}

/// `ESC ] number ; text`, ended by BEL or `ESC \`.
fn answer(bytes: &[u8]) -> Step {
    let end = bytes.iter().enumerate().skip(2).find_map(|(at, byte)| match byte {
        0x07 => Some((at, at + 1)),
        0x1b if bytes.get(at + 1) == Some(&b'\\') => Some((at, at + 2)),
        _ => None,
    });
    match end {
        Some((end, length)) => {
            let background = reply::background(&bytes[2..end]);
            Step::Whole(length, background.map(|(r, g, b)| Said::Background { r, g, b }))
        }
        None if bytes.len() > LONGEST_TEXT => Step::Whole(bytes.len(), None),
        None => Step::Begun,
    }
}

/// `ESC [ parameters letter`.
fn control(bytes: &[u8]) -> Step {
    if bytes.starts_with(PASTE) {
        return paste(bytes);
    }
    match bytes.get(2) {
        // The console of Linux.
        Some(b'[') => {
            let number = bytes.get(3).map(|letter| letter.wrapping_sub(b'A'));
            return number.map_or(Step::Begun, |number| {
                let code = (number < 5).then(|| KeyCode::F(number + 1));
                Step::Whole(4, code.map(|code| key(code, KeyModifiers::NONE)))
            });
        }
        Some(b'M') => {
            let [_, _, _, button, column, row, ..] = bytes else { return Step::Begun };
            return Step::Whole(6, old_mouse([*button, *column, *row]));
        }
        _ => {}
    }
    let Some(end) = bytes.iter().skip(2).position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if bytes.len() > LONGEST { Step::Whole(bytes.len(), None) } else { Step::Begun };
    };
    let (parameters, last) = (&bytes[2..end + 2], bytes[end + 2]);
    if !(0x40..=0x7e).contains(&last) {
        // Something else begins inside of it.
        return Step::Whole(end + 2, None);
    }
    let parameters = String::from_utf8_lossy(parameters);
    let said = match parameters.strip_prefix('<') {
        Some(mouse) => mouse_event(mouse, last),
        None => special_key(&parameters, last),
    };
    Step::Whole(end + 3, said)
}

fn paste(bytes: &[u8]) -> Step {
    let text = &bytes[PASTE.len()..];
    let (end, length) = match text.windows(PASTED.len()).position(|window| window == PASTED) {
        Some(end) => (end, PASTE.len() + end + PASTED.len()),
        None if text.len() > LONGEST_TEXT => (text.len(), bytes.len()),
        None => return Step::Begun,
    };
    let text = String::from_utf8_lossy(&text[..end]).into_owned();
    Step::Whole(length, Some(Said::Event(Event::Paste(text))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::Key;

    /// What was said, in few words.
    fn words(said: &[Said]) -> String {
        let one = |said: &Said| match said {
            Said::Event(Event::Key(event)) => {
                Key::from_event(*event).map_or_else(|| "?".to_owned(), |key| key.to_string())
            }
            Said::Event(Event::Mouse(mouse)) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
            Said::Event(Event::Paste(text)) => format!("paste {text:?}"),
            Said::Event(other) => format!("{other:?}"),
            Said::Background { r, g, b } => format!("background {r} {g} {b}"),
        };
        said.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    const TABLE: &[(&str, &str)] = &[
        ("jG é", "j G Space é"),
        ("\r\t\x7f\x03\x1a\0\n\x08", "Enter Tab Backspace Ctrl-c Ctrl-z Ctrl-Space Ctrl-j Ctrl-h"),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1bx\x1bé", "Alt-x Alt-é"),
        ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z", "Up Down Right Left Home End Shift-Tab"),
        ("\x1bOA\x1bOP\x1bOS", "Up F1 F4"),
        ("\x1b[5~\x1b[6~\x1b[3~\x1b[15~\x1b[12~\x1b[24~", "PageUp PageDown Delete F5 F2 F12"),
        ("\x1b[1;5A\x1b[1;3C\x1b[5;5~\x1b[1;2P", "Ctrl-Up Alt-Right Ctrl-PageUp F1"),
        ("\x1b[[A\x1b[[E", "F1 F5"),
        ("\x1b[106u\x1b[122;5u", "j Ctrl-z"),
        ("\x1b[<0;3;4M\x1b[<0;3;4m\x1b[<32;5;4M", "Down(Left)@2,3 Up(Left)@2,3 Drag(Left)@4,3"),
        ("\x1b[<64;1;1M\x1b[<65;200;100M\x1b[<66;1;1M", "ScrollUp@0,0 ScrollDown@199,99"),
        ("\x1b[M !!\x1b[M#!!\x1b[M`!!j", "Down(Left)@0,0 Up(Left)@0,0 ScrollUp@0,0 j"),
        ("\x1b[200~a\x1b[Ab\nq\x1b[201~j", "paste \"a\\u{1b}[Ab\\nq\" j"),
        ("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\j", "background 30 30 46 j"),
        ("k\x1b]11;rgb:ff/ff/ff\x07j", "k background 255 255 255 j"),
        ("\x1b]11;rubbish\x1b\\j", "j"),
        ("\x1b]10;rgb:00/00/00\x07j", "j"),
        ("\x1b[?62;c\x1b[I\x1b[O\x1b[24;80Rj", "j"),
        ("\x1b[3\x1b[Aj", "Up j"),
    ];

    #[test]
    fn bytes_are_told_apart() {
        for (bytes, expected) in TABLE {
            let mut decoder = Decoder::default();
            let mut said = decoder.feed(bytes.as_bytes());
            said.extend(decoder.settle());
            assert_eq!(words(&said), *expected, "{bytes:?}");
        }
    }

    /// Cut anywhere but behind an escape sign, which is a key where nothing comes with it.
    #[test]
    fn where_they_are_cut_does_not_matter() {
        for (bytes, expected) in TABLE {
            for cut in (0..bytes.len()).filter(|cut| *cut == 0 || bytes.as_bytes()[cut - 1] != 0x1b) {
                let mut decoder = Decoder::default();
                let mut said = decoder.feed(&bytes.as_bytes()[..cut]);
                said.extend(decoder.feed(&bytes.as_bytes()[cut..]));
                said.extend(decoder.settle());
                assert_eq!(words(&said), *expected, "{bytes:?} cut at {cut}");
            }
        }
    }

    #[test]
    fn keys_that_begin_as_sequences_do_come_out() {
        for (bytes, expected) in [("\x1b]", "Alt-]"), ("\x1b[", "Alt-["), ("\x1bO", "Alt-O"), ("\x1b[3", "")]
        {
            let mut decoder = Decoder::default();
            assert_eq!(decoder.feed(bytes.as_bytes()), []);
            assert!(decoder.is_undecided());
            assert_eq!(words(&decoder.settle()), expected);
            assert_eq!(words(&decoder.feed(b"j")), "j");
        }
        // An answer that is torn in two is no key.
        let mut decoder = Decoder::default();
        decoder.feed(b"\x1b]11;rgb:00/");
        assert_eq!(decoder.settle(), []);
    }

    #[test]
    fn what_is_no_text_is_passed_over() {
        let mut decoder = Decoder::default();
        assert_eq!(words(&decoder.feed(b"\xffj\xc3")), "j");
        assert_eq!(words(&decoder.feed(b"\xa9\xe2\x28k")), "é ( k");
    }
}
