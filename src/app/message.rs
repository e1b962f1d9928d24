//! What comes in and what goes out: plain payloads.

use std::path::PathBuf;
use std::sync::Arc;

use crate::command::Command;
use crate::i18n::{Lang, Words};
use crate::keymap::Key;
use crate::load::{Failure, Proof};
use crate::search::Found;
use crate::visible;

use super::briefing::{Now, PresenterState, RemoteCommand};
use super::change::{FileChange, Unwritten};
use super::state::filter::Filter;
use super::state::remap::Reloaded;

/// Something that happened outside.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The terminal has so many columns and rows now.
    Resize(u16, u16),
    /// Text was pasted.
    Paste(String),
    /// A question was answered.
    Answered(Answer),
    /// The timeline has been checked.
    Checked(Arc<Proof>),
    /// The mouse was used.
    Mouse(Mouse),
    /// The terminal's background has this colour.
    Background {
        /// Red.
        r: u8,
        /// Green.
        g: u8,
        /// Blue.
        b: u8,
    },
    /// The timeline was saved, read anew and checked.
    Reloaded(Box<Reloaded>),
    /// The timeline was saved and cannot be read.
    Unreadable(Arc<Failure>),
    /// Something outside did not go as asked for.
    Notice(Notice),
    /// It is so late.
    Time(Now),
    /// The briefing that is followed is there.
    Presenter(PresenterState),
    /// A follower of the briefing asks for something.
    Remote(RemoteCommand),
    /// A file has other bytes now, or has been left as it is.
    Written(FileChange, Result<(), Unwritten>),
}

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Draw every cell of the screen anew.
    Redraw,
    /// Put a text into the clipboard.
    Copy(String),
    /// Find the answer to a question.
    Ask(Question),
    /// Give the terminal back to the shell until the program is continued.
    Suspend,
    /// Open the editor at a line of a file, counted from 1.
    Edit {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
    },
    /// Read the timeline anew.
    Reload,
    /// Ask the screen from which the briefing is given for something.
    Remote(RemoteCommand),
    /// Give a file other bytes, while it has those it is known to have.
    Write(FileChange),
}

/// A command as it was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Invocation {
    pub(crate) command: Command,
    pub(crate) count: Option<usize>,
    pub(crate) letter: Option<char>,
}

/// What a handler leaves to be done.
#[derive(Clone, Debug)]
pub(crate) enum Next {
    Effects(Vec<Effect>),
    Run(Invocation),
}

impl Next {
    pub(crate) const NOTHING: Self = Self::Effects(Vec::new());

    /// A command without a count.
    pub(crate) const fn run(command: Command) -> Self {
        Self::Run(Invocation { command, count: None, letter: None })
    }
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed.
    Press,
    /// It was pressed again in the same place, at once.
    DoublePress,
    /// It was let go.
    Release,
    /// The mouse was moved while it was held.
    Drag,
    /// The wheel was turned away from oneself.
    WheelUp,
    /// The wheel was turned towards oneself.
    WheelDown,
}

/// Something done with the mouse, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub kind: MouseKind,
    /// The column of the screen, from 0.
    pub column: u16,
    /// The row of the screen, from 0.
    pub row: u16,
}

/// A question to the index of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number: an answer to an older question is not waited for any more.
    pub number: u64,
    /// What was typed.
    pub text: String,
    /// What is to be known.
    pub wanted: Wanted,
    /// The language of the screen.
    pub lang: Lang,
}

/// What is to be known of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What answers it best, and why.
    Hits,
    /// All events that answer it.
    Events,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The number of the question.
    pub number: u64,
    /// What was typed.
    pub text: String,
    /// What answers it.
    pub answers: Answers,
}

/// What answers a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answers {
    /// The best hits.
    Hits(Found),
    /// All events, as a filter that leaves them.
    Events(Arc<Filter>),
}

/// Something outside that did not go as asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The files cannot be watched, for this reason.
    Watch(String),
    /// The editor cannot be started, told by its name or the reason.
    Editor(String),
    /// Nobody can follow the briefing, for this reason.
    Relay(String),
    /// Another briefing is being given, and is followed.
    OtherBriefing,
    /// No shell is there to go back to.
    NoShell,
    /// What was copied was sent to the terminal, and nobody knows what that did with it.
    CopySent,
    /// What was to be copied could not be.
    NotCopied,
}

impl Notice {
    /// It in words.
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::Watch(reason) => format!("{} {}", words.not_watched, visible::line(reason)),
            Self::Editor(reason) => format!("{} {}", words.not_edited, visible::line(reason)),
            Self::Relay(reason) => format!("{} {}", words.no_relay, visible::line(reason)),
            Self::OtherBriefing => words.other_briefing.to_owned(),
            Self::NoShell => words.no_shell.to_owned(),
            Self::CopySent => words.copy_sent.to_owned(),
            Self::NotCopied => words.no_clipboard.to_owned(),
        }
    }
}
