//! Going to a date, in any form a date may have.

use crate::i18n::{self, Lang, Words};
use crate::model::{Date, EventIndex, Silence, Timeline};
use crate::search;

use super::labels::date_words;
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
    Event {
        /// The event.
        event: EventIndex,
        /// How far it is from what was typed; `None` where it is there, or nobody can say.
        away: Option<Away>,
    },
}

/// How long before or after a date an event was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    /// So long before.
    Before(Silence),
    /// So long after.
    After(Silence),
}

impl Away {
    fn of(event: &Date, wanted: &Date) -> Option<Self> {
        let before = Silence::between(event, wanted).map(Self::Before);
        before.or_else(|| Silence::between(wanted, event).map(Self::After))
    }

    /// The same in words: `12 years before`.
    pub fn words(self, lang: Lang) -> String {
        let words = Words::of(lang);
        match self {
            Self::Before(silence) => format!("{} {}", i18n::silence(silence, lang), words.before),
            Self::After(silence) => format!("{} {}", i18n::silence(silence, lang), words.after),
        }
    }
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
    if let Some(Overlay::GoTo(GoTo { found: Found::Event { event, away }, .. })) = state.overlay {
        state.overlay = None;
        state.trail.jump();
        state.trail.go_to_list(event);
        state.unfold_to(event);
        if let Some(away) = away {
            let date = date_words(&state.timeline().events[event].date, state.lang);
            let (dot, wanted) = (state.glyphs.dot, state.words().wanted_date);
            state.say(format!("{date} {dot} {} {wanted}", away.words(state.lang)));
        }
    }
}

fn look_up(timeline: &Timeline, text: &str) -> Found {
    match Date::parse(text) {
        Ok(date) => search::at_date(timeline, &date).map_or(Found::NoEvent, |event| {
            let own = timeline.events[event].date.date();
            Found::Event { event, away: own.and_then(|own| Away::of(own, &date)) }
        }),
        Err(error) if error.readings.is_empty() => Found::NoDate,
        Err(error) => Found::Ambiguous(error.readings.iter().map(ToString::to_string).collect()),
    }
}
