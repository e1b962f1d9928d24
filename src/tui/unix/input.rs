//! The thread that waits for the terminal to say something.
//!
//! It can be stopped, for while an editor runs in the terminal every byte belongs to that; and it never wakes up to look
//! whether it was: it waits for the terminal and for a bell at once.

use std::io::{self, PipeReader, PipeWriter};
use std::os::fd::AsRawFd;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use filedescriptor::{POLLIN, poll, pollfd};
use rustix::io::Errno;
use termina::Parser;

use super::framer::{Frame, Framer};
use super::tty::Tty;
use crate::keymap::{Code, Key};
use crate::tui::background;
use crate::tui::event::TerminalEvent;

/// Reads the terminal as long as this is held.
pub(in crate::tui) struct Input {
    /// Rings when it is dropped.
    bell: Option<PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Input {
    /// Starts to read. `hear` is called with what the terminal says, or once with why it says nothing any more; it says
    /// whether to go on.
    pub(in crate::tui) fn start(
        tty: Arc<Tty>,
        mut hear: impl FnMut(io::Result<TerminalEvent>) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (ring, bell) = io::pipe()?;
        let mut listener = Listener { tty, ring, framer: Framer::default(), parser: Parser::default() };
        let thread = thread::spawn(move || {
            loop {
                match listener.wait() {
                    Ok(Some(said)) => {
                        if !said.into_iter().all(|said| hear(Ok(said))) {
                            return;
                        }
                    }
                    Ok(None) => return,
                    Err(error) => {
                        hear(Err(error));
                        return;
                    }
                }
            }
        });
        Ok(Self { bell: Some(bell), thread: Some(thread) })
    }
}

impl Drop for Input {
    /// Returns when nobody reads the terminal any more.
    fn drop(&mut self) {
        drop(self.bell.take());
        // A thread that has panicked has ended the program.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

struct Listener {
    tty: Arc<Tty>,
    ring: PipeReader,
    framer: Framer,
    parser: Parser,
}

impl Listener {
    /// What the terminal says next, which may be nothing yet; `None` when the bell has rung.
    fn wait(&mut self) -> io::Result<Option<Vec<TerminalEvent>>> {
        let mut waits = [for_reading(&self.ring), for_reading(&*self.tty)];
        let ready = match poll(&mut waits, self.framer.patience()) {
            Ok(ready) => ready,
            Err(filedescriptor::Error::Poll(error) | filedescriptor::Error::Io(error))
                if error.kind() == io::ErrorKind::Interrupted =>
            {
                return Ok(Some(Vec::new()));
            }
            Err(error) => return Err(io::Error::other(error)),
        };
        let frames = match ready {
            0 => self.framer.settle(),
            _ if waits[0].revents != 0 => return Ok(None),
            _ => self.read()?,
        };
        Ok(Some(frames.into_iter().flat_map(|frame| self.meaning(frame)).collect()))
    }

    fn read(&mut self) -> io::Result<Vec<Frame>> {
        let mut buffer = [0; 4096];
        match rustix::io::read(&*self.tty, &mut buffer) {
            Ok(0) => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the terminal is gone")),
            Ok(count) => Ok(self.framer.feed(&buffer[..count])),
            Err(Errno::INTR | Errno::AGAIN) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    fn meaning(&mut self, frame: Frame) -> Vec<TerminalEvent> {
        match frame {
            Frame::Input(bytes) => parse(&mut self.parser, &bytes),
            Frame::Alt(sign) => {
                vec![TerminalEvent::Key(Key { code: Code::Char(sign), ctrl: false, alt: true })]
            }
            Frame::Command(body) => {
                let color = background::color(&body);
                color.map(|(r, g, b)| TerminalEvent::Background { r, g, b }).into_iter().collect()
            }
            Frame::Paste(text) => vec![TerminalEvent::Paste(text)],
        }
    }
}

/// What the bytes of one key or click mean.
fn parse(parser: &mut Parser, bytes: &[u8]) -> Vec<TerminalEvent> {
    parser.parse(bytes, false);
    let events: Vec<_> = std::iter::from_fn(|| parser.pop()).collect();
    if events.is_empty() {
        // It may wait for more, and there is no more.
        *parser = Parser::default();
    }
    events.into_iter().filter_map(TerminalEvent::of).collect()
}

fn for_reading(fd: &impl AsRawFd) -> pollfd {
    pollfd { fd: fd.as_raw_fd(), events: POLLIN, revents: 0 }
}

#[cfg(test)]
mod tests {
    use termina::event::{Event, MouseEventKind};

    use super::*;

    /// What was said, in few words.
    fn words(parser: &mut Parser, frames: Vec<Frame>) -> String {
        let one = |frame| match frame {
            Frame::Input(bytes) => parse(parser, &bytes).iter().map(word).collect::<Vec<_>>().join(" "),
            Frame::Alt(sign) => format!("Alt-{sign}"),
            Frame::Command(body) => match background::color(&body) {
                Some((r, g, b)) => format!("background {r} {g} {b}"),
                None => String::new(),
            },
            Frame::Paste(text) => format!("paste {text:?}"),
        };
        let words: Vec<String> = frames.into_iter().map(one).filter(|word| !word.is_empty()).collect();
        words.join(" ")
    }

    fn word(event: &TerminalEvent) -> String {
        match event {
            TerminalEvent::Key(key) => key.to_string(),
            TerminalEvent::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
            other => format!("{other:?}"),
        }
    }

    const TABLE: &[(&str, &str)] = &[
        ("jG é😀", "j G Space é 😀"),
        ("\r\t\x7f\x03\x1a\0\n\x08", "Enter Tab Backspace Ctrl-c Ctrl-z Ctrl-Space Ctrl-j Ctrl-h"),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1b\x1b[A", "Esc Up"),
        ("\x1bx\x1bé\x1b\r", "Alt-x Alt-é Alt-Enter"),
        ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z", "Up Down Right Left Home End Shift-Tab"),
        ("\x1bOA\x1bOP\x1bOS\x1bOM", "Up F1 F4 Enter"),
        ("\x1b[5~\x1b[6~\x1b[3~\x1b[15~\x1b[12~\x1b[24~", "PageUp PageDown Delete F5 F2 F12"),
        ("\x1b[1;5A\x1b[1;3C\x1b[5;5~\x1b[1;2P", "Ctrl-Up Alt-Right Ctrl-PageUp F1"),
        ("\x1b[[A\x1b[[E", "F1 F5"),
        ("\x1b[106u\x1b[122;5u", "j Ctrl-z"),
        // Let go.
        ("\x1b[106;1:3uj", "j"),
        ("\x1b[<0;3;4M\x1b[<0;3;4m\x1b[<32;5;4M", "Down(Left)@2,3 Up(Left)@2,3 Drag(Left)@4,3"),
        ("\x1b[<64;1;1M\x1b[<65;200;100M", "ScrollUp@0,0 ScrollDown@199,99"),
        ("\x1b[M !!\x1b[M#!!\x1b[M`!!j", "Down(Left)@0,0 Up(Left)@0,0 ScrollUp@0,0 j"),
        ("\x1b[200~a\x1b[Ab\nq\x1b[201~j", "paste \"a\\u{1b}[Ab\\nq\" j"),
        ("\x1b[200~\x1b\x1b[201~j", "paste \"\\u{1b}\" j"),
        ("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\j", "background 30 30 46 j"),
        ("k\x1b]11;rgb:ff/ff/ff\x07j", "k background 255 255 255 j"),
        ("\x1b]11;rgba:ff/ff/ff/ff\x07j", "background 255 255 255 j"),
        ("\u{9d}11;rgb:00/00/00\x07\u{9b}A\u{90}q\x1b\\j", "background 0 0 0 Up j"),
        ("\x1b]11;rubbish\x1b\\j\x1b]10;rgb:00/00/00\x07j\x1b]Lquit\x1b\\j", "j j j"),
        ("\x1bP1$r2 q\x1b\\j\x1b_Gi=1;q\x1b\\j\x1b^q\x1b\\j\x1bXq\x1b\\j", "j j j j"),
        // Broken off.
        ("\x1b]11;rgb:\x03j\x1bPq\x18j\x1b_q\x1b[Aj", "Ctrl-c j j Up j"),
        ("\x1b[?62;c\x1b[I\x1b[O\x1b[24;80R\x1b[?997;1n\x1b[>1;10;0c\x1b[?2026;2$yj", "j"),
        ("\x1b[3\x1b[Aj", "Up j"),
        ("\x1b[\x03\x1b]\x03", "Alt-[ Ctrl-c Alt-] Ctrl-c"),
    ];

    #[test]
    fn bytes_are_told_apart() {
        for (bytes, expected) in TABLE {
            let (mut cutter, mut parser) = (Framer::default(), Parser::default());
            let mut frames = cutter.feed(bytes.as_bytes());
            frames.extend(cutter.settle());
            assert_eq!(words(&mut parser, frames), *expected, "{bytes:?}");
            assert_eq!(cutter.patience(), None);
        }
    }

    #[test]
    fn where_they_are_cut_does_not_matter() {
        for (bytes, expected) in TABLE {
            for cut in 0..bytes.len() {
                let (mut cutter, mut parser) = (Framer::default(), Parser::default());
                let mut frames = cutter.feed(&bytes.as_bytes()[..cut]);
                frames.extend(cutter.feed(&bytes.as_bytes()[cut..]));
                frames.extend(cutter.settle());
                assert_eq!(words(&mut parser, frames), *expected, "{bytes:?} cut at {cut}");
            }
        }
    }

    #[test]
    fn what_never_goes_on_keeps_nothing() {
        for (bytes, expected) in [
            ("\x1b]", "Alt-]"),
            ("\x1b[", "Alt-["),
            ("\x1bO", "Alt-O"),
            ("\x1bP", "Alt-P"),
            ("\x1b_", "Alt-_"),
            ("\x1b[3", ""),
            ("\x1b]11;rgb:00/", ""),
            ("\x1b[200~abc", "paste \"abc\""),
        ] {
            let (mut cutter, mut parser) = (Framer::default(), Parser::default());
            assert_eq!(cutter.feed(bytes.as_bytes()), []);
            assert!(cutter.patience().is_some());
            let frames = cutter.settle();
            assert_eq!(words(&mut parser, frames), expected);
            let frames = cutter.feed(b"j");
            assert_eq!(words(&mut parser, frames), "j");
        }
    }

    #[test]
    fn what_is_no_text_is_passed_over() {
        let (mut cutter, mut parser) = (Framer::default(), Parser::default());
        let mut frames = cutter.feed(b"\xffj\xc3");
        frames.extend(cutter.feed(b"\xa9\xe2\x28k\xe0\x80\x80l\xed\xa0\x80m"));
        assert_eq!(words(&mut parser, frames), "j é ( k l m");
    }

    #[test]
    fn what_is_too_long_is_cut_and_never_keys() {
        let (mut cutter, mut parser) = (Framer::default(), Parser::default());
        let long = "q".repeat(3 << 20);
        for (bytes, expected) in [
            (format!("\x1b]11;{long}\x07j"), "j"),
            (format!("\x1bP{long}\x1b\\j"), "j"),
            (format!("\x1b[1{}Aj", ";1".repeat(1000)), "j"),
        ] {
            let frames = cutter.feed(bytes.as_bytes());
            assert_eq!(words(&mut parser, frames), expected);
        }
        let frames = cutter.feed(format!("\x1b[200~{long}\x1b[201~j").as_bytes());
        assert!(matches!(&*frames, [Frame::Paste(text), Frame::Input(_)] if text.len() == 1 << 20));
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
        let signs = b"\x1b\x1b\x1b[[]OPX^_MRuc~<?>;:0123456789A\x07\\\xc3\xa9\x9b\x90\xff\x00";
        let (mut cutter, mut parser) = (Framer::default(), Parser::default());
        for _ in 0..200_000 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            let index = usize::try_from(seed % signs.len() as u64).unwrap();
            let frames = cutter.feed(&signs[index..=index]);
            words(&mut parser, frames);
        }
    }

    #[test]
    fn what_concerns_nobody_is_no_event() {
        assert_eq!(TerminalEvent::of(Event::FocusIn), None);
        assert!(matches!(
            parse(&mut Parser::default(), b"\x1b[<0;1;1M")[..],
            [TerminalEvent::Mouse(mouse)] if matches!(mouse.kind, MouseEventKind::Down(_))
        ));
    }
}
