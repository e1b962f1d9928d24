//! The clipboard: that of the system, and that of the terminal, which may be on another machine.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

use crate::app::Notice;

/// The clipboard of the system; a thread of its own waits for it.
pub(super) struct Clipboard {
    texts: Sender<String>,
    /// Closed when the thread has ended.
    ended: Receiver<()>,
}

/// At the end the text is handed to whoever keeps it from then on, and that is waited for no longer than this.
const HANDING_OVER: Duration = Duration::from_millis(300);

impl Clipboard {
    /// Starts the thread. `tell` is called with each text and whether it is in the clipboard now.
    pub(super) fn start(tell: impl Fn(String, bool) + Send + 'static) -> Self {
        let (texts, taken) = mpsc::channel::<String>();
        let (end, ended) = mpsc::channel();
        thread::spawn(move || {
            // On X11 and Wayland a text is there only as long as whoever copied it.
            let mut clipboard = has_desktop().then(arboard::Clipboard::new).and_then(Result::ok);
            for text in taken {
                let copied =
                    clipboard.as_mut().is_some_and(|clipboard| clipboard.set_text(text.as_str()).is_ok());
                tell(text, copied);
            }
            drop((clipboard, end));
        });
        Self { texts, ended }
    }

    pub(super) fn copy(&self, text: String) {
        // A thread that has panicked has ended the program.
        let _ = self.texts.send(text);
    }

    /// Lets go of it, when it has been handed over.
    pub(super) fn end(self) {
        drop(self.texts);
        let _ = self.ended.recv_timeout(HANDING_OVER);
    }
}

/// Whether there may be a clipboard of the system.
fn has_desktop() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Whether somebody sits before another machine's clipboard, or before that of a terminal inside of this one.
pub(super) fn is_elsewhere(env: impl Fn(&str) -> Option<String>) -> bool {
    let names = ["SSH_CONNECTION", "SSH_TTY", "TMUX", "STY"];
    names.into_iter().any(|name| env(name).is_some_and(|value| !value.is_empty()))
}

/// What asks a terminal to take `text` into its clipboard.
pub(super) fn request(text: &str) -> String {
    let mut bytes = String::new();
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut bytes);
    bytes
}

/// What is to be said where a text was sent to the terminal, or nowhere; `None` where it arrived.
pub(super) fn trouble(is_copied: bool, is_sent: bool, is_elsewhere: bool) -> Option<Notice> {
    match (is_copied, is_sent) {
        (true, _) if !is_elsewhere => None,
        (_, true) => Some(Notice::CopySent),
        (_, false) => Some(Notice::NotCopied),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_true() {
        for (is_copied, is_sent, is_elsewhere, expected) in [
            (true, false, false, None),
            // The clipboard of this machine is not the one somebody sits before.
            (true, true, true, Some(Notice::CopySent)),
            (false, true, false, Some(Notice::CopySent)),
            (false, false, false, Some(Notice::NotCopied)),
            (true, false, true, Some(Notice::NotCopied)),
        ] {
            assert_eq!(trouble(is_copied, is_sent, is_elsewhere), expected);
        }
    }

    #[test]
    fn another_machine_is_known_by_the_environment() {
        let is_elsewhere =
            |names: &[&str]| super::is_elsewhere(|name| names.contains(&name).then(|| "x".into()));
        assert!(!is_elsewhere(&["DISPLAY"]));
        assert!(is_elsewhere(&["SSH_TTY"]) && is_elsewhere(&["TMUX", "DISPLAY"]));
    }

    #[test]
    fn the_terminal_is_asked_in_its_own_way() {
        assert_eq!(request("été"), "\x1b]52;c;w6l0w6k=\x1b\\");
    }
}
