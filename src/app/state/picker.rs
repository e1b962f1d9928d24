//! Choosing the event that a quote is written into.

use crate::app::screen::page::Position;
use crate::app::screen::prompt::Prompt;
use crate::model::EventIndex;
use crate::quoting::Quote;

/// The events, while the one that a quote is written into is being chosen.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What they are narrowed down by.
    pub(crate) prompt: Prompt,
    /// The number of the last question.
    pub(crate) number: u64,
    /// The events that answer what was typed, with the number of the question; all of them where nothing was.
    pub(crate) found: Option<(u64, Vec<EventIndex>)>,
    /// Where one is among them.
    pub(crate) at: Position,
    pub(crate) quote: Quote,
}

/// What a quote can be written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Event(EventIndex),
    /// An event that there is not yet.
    New,
}

impl Picker {
    pub(crate) fn new(quote: Quote) -> Self {
        Self { prompt: Prompt::default(), number: 0, found: None, at: Position::default(), quote }
    }

    /// Whether what is shown answers what was typed.
    pub(crate) fn is_answered(&self) -> bool {
        match &self.found {
            None => self.prompt.text().trim().is_empty(),
            Some((number, _)) => *number == self.number,
        }
    }
}
