//! What is asked to be handed out.

use crate::briefing::{Selection, key_quote};
use crate::evidence::{Anchor, Article};
use crate::model::{Depth, EventIndex, QuoteIndex, Timeline};

/// What is handed out.
#[derive(Clone, Copy, Debug)]
pub struct Handout<'a> {
    /// The timeline.
    pub timeline: &'a Timeline,
    /// Its articles, by the positions of their sources; `None` where there is none or it cannot be read.
    pub articles: &'a [Option<Article>],
    /// How each of its quotes stands in its article, by position in [`Timeline::quotes`].
    pub anchors: &'a [Anchor],
    /// Which events are on it, and how much of them.
    pub selection: &'a Selection,
    /// Whom it is for.
    pub edition: Edition,
    /// Whether each source has a sheet of its own.
    pub has_sheets: bool,
    /// Whether the quoted parts of the articles follow.
    pub has_articles: bool,
}

impl Handout<'_> {
    /// The quotes of an event that it has: all of them, or the key quote.
    pub(super) fn quotes_of(&self, event: EventIndex) -> Vec<QuoteIndex> {
        let all = self.timeline.quotes_of(event);
        match self.selection.depth {
            Depth::All => all.collect(),
            Depth::Main | Depth::Events => {
                key_quote(self.timeline, event).map(|number| all.start + number).into_iter().collect()
            }
        }
    }
}

/// Whom a handout is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// Everybody: nothing is blank, and nothing is for the teacher alone.
    #[default]
    Class,
    /// The dates of the events are blank, for filling in.
    Student,
    /// With everything that is blank elsewhere, and the speaker notes.
    Teacher,
}
