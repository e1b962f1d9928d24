//! What followers of a briefing are told, and what they ask for.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::briefing::{Dates, NamedOrdering, NamedSelection, Timer};

use super::named_position::NamedPosition;

/// Where a briefing is and how, whole: whoever hears it once knows everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenterState {
    /// Counts what was told, from 1: nothing between is missing.
    pub number: u64,
    /// The file of the timeline; `None` for the built-in one.
    pub timeline: Option<PathBuf>,
    /// The tag of the language of the screen.
    pub lang: String,
    /// What the briefing shows.
    pub selection: Box<NamedSelection>,
    /// Where the speaker is.
    pub place: Box<NamedPosition>,
    /// What the audience sees still, where it is something else.
    pub frozen: Option<Box<NamedPosition>>,
    /// Whether the audience sees nothing.
    pub is_black: bool,
    /// Whether the class guesses the dates.
    pub dates: Dates,
    /// Whether title and summary of an event come at once.
    pub is_roomy: bool,
    /// The events as the class has put them in order.
    pub ordering: Box<NamedOrdering>,
    /// The clock, counted from the moment of telling.
    pub timer: Timer,
}

/// What a follower asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteCommand {
    /// What a key of the briefing does.
    Run {
        /// The command, by its name in the table.
        command: String,
        /// How often, or which one.
        count: Option<usize>,
    },
    /// The title of an event, by its id, to be put into the row that is marked.
    Put(String),
    /// A place to go to, from which one will want to come back.
    Go(NamedPosition),
}

impl PresenterState {
    /// Whether `other` says the same, but for how much time has passed.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        let timeless = |state: &Self| Self {
            number: 0,
            timer: if state.timer.is_running() { Timer::default() } else { state.timer },
            ..state.clone()
        };
        self.timer.is_running() == other.timer.is_running() && timeless(self) == timeless(other)
    }
}
