//! Going to a date, in any form a date may have.

use crate::app::screen::prompt::Prompt;
use crate::i18n::{self, Lang, Words};
use crate::model::{Date, EventIndex, Silence, Timeline};
use crate::search;

/// A date being typed, with what it leads to.
#[derive(Clone, Debug, Default)]
pub struct GoToPrompt {
    /// The line.
    pub(crate) prompt: Prompt,
    pub(crate) found: Destination,
}

/// What a date being typed leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Destination {
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
        event: EventIndex,
        /// How far it is from what was typed; `None` where it is there, or nobody can say.
        away: Option<Distance>,
    },
}

/// How long before or after a date an event was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Distance {
    Before(Silence),
    After(Silence),
}

impl Distance {
    fn of(event: &Date, wanted: &Date) -> Option<Self> {
        let before = Silence::between(event, wanted).map(Self::Before);
        before.or_else(|| Silence::between(wanted, event).map(Self::After))
    }

    /// The same in words: `12 years before`.
    pub(crate) fn words(self, lang: Lang) -> String {
        let words = Words::of(lang);
        match self {
            Self::Before(silence) => format!("{} {}", i18n::silence(silence, lang), words.before),
            Self::After(silence) => format!("{} {}", i18n::silence(silence, lang), words.after),
        }
    }
}

impl GoToPrompt {
    /// The same line, with what it leads to now.
    pub(crate) fn looked_up(self, timeline: &Timeline) -> Self {
        let found = match self.prompt.text().trim() {
            "" => Destination::Nothing,
            text => look_up(timeline, text),
        };
        Self { found, ..self }
    }
}

fn look_up(timeline: &Timeline, text: &str) -> Destination {
    match Date::parse(text) {
        Ok(date) => search::at_date(timeline, &date).map_or(Destination::NoEvent, |event| {
            let own = timeline.events[event].date.date();
            Destination::Event { event, away: own.and_then(|own| Distance::of(own, &date)) }
        }),
        Err(error) if error.readings.is_empty() => Destination::NoDate,
        Err(error) => Destination::Ambiguous(error.readings.iter().map(ToString::to_string).collect()),
    }
}
