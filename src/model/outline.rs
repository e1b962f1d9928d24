//! Briefings that a timeline holds.

use super::{EventIndex, Text};

/// How much of its events a briefing shows on its main line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The key quote of each event, and the claim that sources dispute.
    #[default]
    Main,
    /// The same for each event and each of its subevents.
    Events,
    /// Every word.
    All,
}

impl Depth {
    /// Every depth, the least first.
    pub const ALL: [Self; 3] = [Self::Main, Self::Events, Self::All];

    /// As it is written in a timeline and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Events => "events",
            Self::All => "all",
        }
    }
}

/// A briefing that a timeline holds: which of its events, in which order, how deep, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The name by which it is asked for.
    pub id: String,
    /// Its position in the `briefings:` of the file, from 0.
    pub position: usize,
    /// What it is called.
    pub title: Text,
    /// How long it may last.
    pub minutes: Option<u32>,
    /// Its events in the order in which they are shown; none stands for every top-level event, by time.
    pub events: Vec<EventIndex>,
    /// How much of them is shown; where it says nothing, what fits into its minutes.
    pub depth: Option<Depth>,
    /// Whether the class puts the events in order before it ends.
    pub has_ordering: bool,
}
