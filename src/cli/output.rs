//! Standard output, whose reader may go away, and standard error, which may be closed.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use crate::i18n::Lang;
use crate::load::Localized;
use crate::{visible, wrap};

/// How wide problems are drawn, in columns.
pub(super) const COLUMNS: usize = 100;

/// Writes to standard output what `write` writes. A reader that closes its end has read enough: that is no
/// error, and nothing more is written.
pub(super) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {
            drop(out.into_parts());
            Ok(())
        }
        result => result,
    }
}

/// Writes lines to standard output; a terminal gets none that is wider than itself, for it would break words.
pub(super) fn print_lines(text: &str) -> io::Result<()> {
    let columns = terminal_columns();
    print(|out| text.lines().try_for_each(|line| line_in(columns, line, out)))
}

/// A line in so many columns, its parts under each other.
fn line_in(columns: Option<usize>, line: &str, out: &mut dyn Write) -> io::Result<()> {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let Some(columns) = columns.filter(|columns| *columns > indent) else { return writeln!(out, "{line}") };
    wrap::lines(text, columns - indent)
        .into_iter()
        .try_for_each(|part| writeln!(out, "{:indent$}{}", "", &text[part]))
}

/// The columns of the terminal that standard output is.
fn terminal_columns() -> Option<usize> {
    const USUAL: usize = 80;
    #[cfg(unix)]
    let known = rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| usize::from(size.ws_col));
    #[cfg(not(unix))]
    let known = None;
    is_terminal().then(|| known.filter(|columns| *columns > 0).unwrap_or(USUAL))
}

/// Says on standard error, in a line each, what is wrong, and, where there is one, what would help.
pub(super) fn complain(message: impl Display, help: Option<&str>) {
    warn(&format!("error: {}\n", visible::line(&message.to_string())));
    if let Some(text) = help {
        self::help(text);
    }
}

/// The same in the language of the screen.
pub(super) fn refuse(message: &Localized, help: Option<&Localized>, lang: Lang) {
    let (error, aid) = match lang {
        Lang::En => ("error: ", "help: "),
        Lang::Fr => ("erreur\u{a0}: ", "aide\u{a0}: "),
    };
    warn(&format!("{error}{}\n", visible::line(message.in_language(lang))));
    if let Some(help) = help {
        warn(&format!("{aid}{}\n", visible::line(help.in_language(lang))));
    }
}

/// Says on standard error what would help.
pub(super) fn help(text: &str) {
    warn(&format!("help: {}\n", visible::line(text)));
}

/// Writes lines to standard error, with nothing in them that could command a terminal. Where even that is
/// closed there is nobody left to tell.
pub(super) fn warn(text: &str) {
    let _ = io::stderr().write_all(visible::lines(text).as_bytes());
}

/// Whether standard output is a terminal.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_breaks_no_words() {
        for (columns, line, expected) in [
            (Some(14), "  one two three", "  one two\n  three\n"),
            (None, "  one two three", "  one two three\n"),
            (Some(2), "  one", "  one\n"),
            (Some(9), "", "\n"),
        ] {
            let mut out: Vec<u8> = Vec::new();
            line_in(columns, line, &mut out).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
