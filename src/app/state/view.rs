//! What is being looked at.

use crate::model::{EventIndex, QuoteIndex, SourceIndex};

use crate::app::screen::layout::Pane;
use crate::app::screen::page::Position;

/// One layer of what is being looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The list and the detail beside it.
    Browse(BrowseView),
    /// An article.
    Reader(ReaderView),
    /// The sources with their sheets.
    Sources(Position),
    /// The problems.
    Problems(Position),
}

/// The list of events with the detail of the selected one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowseView {
    pub(crate) event: EventIndex,
    /// The first row of the list in view.
    pub top: usize,
    /// Whether the keyboard is in the detail.
    pub in_detail: bool,
    /// Where one is in the detail.
    pub detail: Position,
}

/// An article being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderView {
    /// Whose article.
    pub source: SourceIndex,
    /// The quote whose passage one has come to see; `None` when one has come for the article itself.
    pub quote: Option<QuoteIndex>,
    /// The first line in view; `None` until the passage has been brought into view.
    pub scroll: Option<usize>,
}

impl View {
    /// The pane the keyboard is in.
    pub fn pane(&self) -> Pane {
        match self {
            Self::Browse(browse) if browse.in_detail => Pane::Detail,
            Self::Browse(_) => Pane::List,
            Self::Reader(_) => Pane::Reader,
            Self::Sources(_) => Pane::Sources,
            Self::Problems(_) => Pane::Problems,
        }
    }
}

/// What can be selected in the detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A quote.
    Quote(QuoteIndex),
    /// An event inside this one.
    Event(EventIndex),
}
