//! Where one thing that a terminal says ends and the next begins (ECMA-48).
//!
//! A terminal sends everything through one line: `ESC [ A` is the key Up, `ESC ] 11 ; …` the answer to a question. What
//! a sequence means is termina's business. Where it ends is told here, so that no part of an answer is taken for a key,
//! even when it arrives late or in pieces, and an unfinished sequence cannot block the keyboard.

use std::mem;
use std::time::Duration;

/// One thing that a terminal said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// A key or a click, as the bytes that stand for it.
    Input(Vec<u8>),
    /// A key held down with Alt that begins as a sequence does.
    Alt(char),
    /// What stands between the ends of an operating system command.
    Command(Vec<u8>),
    Paste(String),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// So many bytes of a letter are missing.
    Letter(usize),
    Escape,
    /// `ESC O`
    SingleShift,
    /// `ESC [`
    Control,
    /// So many bytes of a sequence of a fixed length are missing.
    Fixed(usize),
    Text(Text),
    /// `ESC` inside of a text, which is ended or broken off by it.
    TextEscape(Text),
    /// So many bytes of the end of a paste have been seen.
    Paste(usize),
}

/// What a text is, which ends with `ESC \`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Text {
    Command,
    /// One that concerns nobody here: a device control string, a program's, a private one, …
    Other,
}

/// What may be a key by itself, or the beginning of a longer sequence, waits for so long.
const KEY: Duration = Duration::from_millis(60);
/// What can only be the beginning of something waits for so long.
const REST: Duration = Duration::from_secs(2);

const ESC: u8 = 0x1b;
const PASTE: &[u8] = b"\x1b[200~";
const PASTED: &[u8] = b"\x1b[201~";
/// No sequence is longer.
const LONGEST: usize = 64;
/// Of a text, and of what is pasted, no more than this is kept.
const LONGEST_TEXT: usize = 4096;
const LONGEST_PASTE: usize = 1 << 20;

/// Takes bytes as they come in, and keeps the beginning of what is not complete.
#[derive(Debug, Default)]
pub(super) struct Framer {
    state: State,
    held: Vec<u8>,
    frames: Vec<Frame>,
}

impl Framer {
    /// What is complete with `bytes`.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Frame> {
        for byte in bytes {
            self.advance(*byte);
        }
        mem::take(&mut self.frames)
    }

    /// How long to wait for the rest of what has begun.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Escape | State::SingleShift | State::Control | State::Text(_) if self.held.len() <= 2 => {
                Some(KEY)
            }
            _ => Some(REST),
        }
    }

    /// Takes what is held for all there is to come.
    pub(super) fn settle(&mut self) -> Vec<Frame> {
        let (state, held) = (mem::take(&mut self.state), mem::take(&mut self.held));
        match (state, &*held) {
            (State::Paste(_), _) => self.frames.push(paste(held)),
            (State::Escape, _) => self.frames.push(Frame::Input(held)),
            (_, [ESC, sign]) if sign.is_ascii_graphic() => self.frames.push(Frame::Alt((*sign).into())),
            _ => {}
        }
        mem::take(&mut self.frames)
    }

    fn advance(&mut self, byte: u8) {
        match self.state {
            State::Ground => self.begin(byte),
            State::Letter(missing) => self.letter(byte, missing),
            State::Escape => self.escape(byte),
            State::SingleShift => self.single_shift(byte),
            State::Control => self.control(byte),
            State::Fixed(missing) => {
                self.held.push(byte);
                self.state = State::Fixed(missing - 1);
                if missing == 1 {
                    self.input();
                }
            }
            State::Text(text) => self.text(byte, text),
            State::TextEscape(text) if byte == b'\\' => self.end_text(text),
            State::TextEscape(_) => {
                self.restart_with(ESC);
                self.advance(byte);
            }
            State::Paste(seen) => self.pasted(byte, seen),
        }
    }

    /// Drops what is held, and begins anew with `byte`.
    fn restart_with(&mut self, byte: u8) {
        self.held.clear();
        self.begin(byte);
    }

    fn hold(&mut self, byte: u8, state: State) {
        self.held.push(byte);
        self.state = state;
    }

    fn input(&mut self) {
        self.state = State::Ground;
        self.frames.push(Frame::Input(mem::take(&mut self.held)));
    }

    fn begin(&mut self, byte: u8) {
        self.state = State::Ground;
        match (byte, bytes_of_letter(byte)) {
            (ESC, _) => self.hold(byte, State::Escape),
            (_, Some(1)) => {
                self.held.push(byte);
                self.input();
            }
            (_, Some(count)) => self.hold(byte, State::Letter(count - 1)),
            // The short forms of `ESC [` and its like, where there are no letters of several bytes.
            (0x80..=0x9f, None) => {
                self.hold(ESC, State::Escape);
                self.escape(byte - 0x40);
            }
            // No letter begins so.
            (_, None) => self.held.clear(),
        }
    }

    fn letter(&mut self, byte: u8, missing: usize) {
        if !matches!(byte, 0x80..=0xbf) {
            return self.restart_with(byte);
        }
        self.hold(byte, State::Letter(missing - 1));
        match *self.held {
            [0xc2, sign @ 0x80..=0x9f] => self.restart_with(sign),
            _ if missing == 1 => self.input(),
            _ => {}
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            // The key itself, and the beginning of something else.
            ESC => {
                self.input();
                self.hold(ESC, State::Escape);
            }
            b'[' => self.hold(byte, State::Control),
            b'O' => self.hold(byte, State::SingleShift),
            b']' => self.hold(byte, State::Text(Text::Command)),
            b'P' | b'X' | b'^' | b'_' => self.hold(byte, State::Text(Text::Other)),
            _ => match bytes_of_letter(byte) {
                Some(1) => {
                    self.held.push(byte);
                    self.input();
                }
                Some(count) => self.hold(byte, State::Letter(count - 1)),
                None => self.input(),
            },
        }
    }

    fn single_shift(&mut self, byte: u8) {
        match byte {
            // Enter on the keypad.
            b'M' if self.held.len() == 2 => {
                self.held = b"\r".to_vec();
                self.input();
            }
            b'0'..=b'9' | b';' if self.held.len() < LONGEST => self.held.push(byte),
            0x20..=0x7e => {
                self.held.push(byte);
                self.input();
            }
            _ => self.break_off(byte),
        }
    }

    fn control(&mut self, byte: u8) {
        match byte {
            // The console of Linux.
            b'[' if self.held.len() == 2 => self.hold(byte, State::Fixed(1)),
            // A click in the old form.
            b'M' if self.held.len() == 2 => self.hold(byte, State::Fixed(3)),
            0x20..=0x3f => {
                if self.held.len() <= LONGEST {
                    self.held.push(byte);
                }
            }
            0x40..=0x7e => {
                self.held.push(byte);
                if self.held == PASTE {
                    self.held.clear();
                    self.state = State::Paste(0);
                } else if self.held.len() > LONGEST {
                    self.held.clear();
                    self.state = State::Ground;
                } else {
                    self.input();
                }
            }
            _ => self.break_off(byte),
        }
    }

    /// Begins anew with `byte`, which no sequence holds: what had begun was a key with Alt, or never ended.
    fn break_off(&mut self, byte: u8) {
        let frames = self.settle();
        self.frames = frames;
        self.begin(byte);
    }

    fn text(&mut self, byte: u8, text: Text) {
        match byte {
            0x07 => self.end_text(text),
            ESC => self.state = State::TextEscape(text),
            // CAN and SUB break a text off.
            0x18 | 0x1a => {
                self.held.clear();
                self.state = State::Ground;
            }
            0x00..=0x06 | 0x0e..=0x1f => self.break_off(byte),
            _ if self.held.len() < LONGEST_TEXT => self.held.push(byte),
            _ => {}
        }
    }

    fn end_text(&mut self, text: Text) {
        self.state = State::Ground;
        let held = mem::take(&mut self.held);
        if text == Text::Command && held.len() < LONGEST_TEXT {
            self.frames.push(Frame::Command(held[2..].to_vec()));
        }
    }

    fn pasted(&mut self, byte: u8, seen: usize) {
        if self.held.len() < LONGEST_PASTE {
            self.held.push(byte);
        }
        let seen = if byte == PASTED[seen] { seen + 1 } else { usize::from(byte == ESC) };
        self.state = State::Paste(seen);
        if seen == PASTED.len() {
            self.state = State::Ground;
            let held = mem::take(&mut self.held);
            self.frames.push(paste(held));
        }
    }
}

fn paste(mut text: Vec<u8>) -> Frame {
    if text.ends_with(PASTED) {
        text.truncate(text.len() - PASTED.len());
    }
    Frame::Paste(String::from_utf8_lossy(&text).into_owned())
}

/// How many bytes the letter has that begins with `byte`; `None` where none does.
fn bytes_of_letter(byte: u8) -> Option<usize> {
    match byte {
        0x00..=0x7f => Some(1),
        0xc2..=0xdf => Some(2),
        0xe0..=0xef => Some(3),
        0xf0..=0xf4 => Some(4),
        _ => None,
    }
}
