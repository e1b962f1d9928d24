//! What went wrong outside.

use crate::i18n::Words;
use crate::visible;

/// Something outside that did not go as asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The files cannot be watched, for this reason.
    Watch(String),
    /// The editor cannot be started, told by its name or the reason.
    Editor(String),
    /// Nobody can follow the talk, for this reason.
    Relay(String),
    /// Another talk is being given, and is followed.
    OtherTalk,
    /// No shell is there to go back to.
    NoShell,
}

impl Trouble {
    /// It in words.
    pub(super) fn words(&self, words: &Words) -> String {
        match self {
            Self::Watch(reason) => format!("{} {}", words.not_watched, visible::line(reason)),
            Self::Editor(reason) => format!("{} {}", words.not_edited, visible::line(reason)),
            Self::Relay(reason) => format!("{} {}", words.no_relay, visible::line(reason)),
            Self::OtherTalk => words.other_talk.to_owned(),
            Self::NoShell => words.no_shell.to_owned(),
        }
    }
}
