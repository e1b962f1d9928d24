//! Standard output, whose reader may go away, and standard error, which may be closed.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use crate::i18n::Lang;
use crate::load::Localized;
use crate::visible;

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
