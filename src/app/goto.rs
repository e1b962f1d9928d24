//! Going to a date, in any form a date may have.

use crate::model::{Date, EventIndex, Timeline};
use crate::search;

use super::overlay::Overlay;
use super::prompt::Prompt;
use super::state::State;

/// A date being typed, with what it leads to.
#[derive(Clone, Debug, Default)]
pub struct GoTo {
    /// The line.
    pub prompt: Prompt,
    /// What it leads to.
    pub found: Found,
}

/// What a date being typed leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// Nothing was typed.
    #[default]
    Nothing,
    /// What was typed is no date (yet).
    NoDate,
    /// It could mean several dates, each as EDTF.
    Ambiguous(Vec<String>),
    /// No event of the timeline has a date.
    NoEvent,
    /// The event nearest to it.
    Event(EventIndex),
}

impl GoTo {
    /// The same line, with what it leads to now.
    pub(super) fn looked_up(self, timeline: &Timeline) -> Self {
        let found = match self.prompt.text().trim() {
            "" => Found::Nothing,
            text => look_up(timeline, text),
        };
        Self { found, ..self }
    }
}

/// Goes to the event that was found; where there is none, the line stays, unless nothing was typed.
pub(super) fn accept(state: &mut State) {
    if matches!(&state.overlay, Some(Overlay::GoTo(GoTo { found: Found::Nothing, .. }))) {
        state.overlay = None;
    }
    if let Some(Overlay::GoTo(GoTo { found: Found::Event(event), .. })) = state.overlay {
        state.overlay = None;
        state.trail.jump();
        state.trail.go_to_list(event);
        state.unfold_to(event);
    }
}

fn look_up(timeline: &Timeline, text: &str) -> Found {
    match Date::parse(text) {
        Ok(date) => search::at_date(timeline, &date).map_or(Found::NoEvent, Found::Event),
        Err(error) if error.readings.is_empty() => Found::NoDate,
        Err(error) => Found::Ambiguous(error.readings.iter().map(ToString::to_string).collect()),
    }
}
