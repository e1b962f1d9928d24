//! What followers of a talk are told, and what they ask for.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::update::Asked;
use crate::briefing::{Dates, Dial, Place, Timer};
use crate::command::{Command, Scope};
use crate::i18n::Lang;

use super::run;
use super::{Briefing, Role};

/// Where a talk is and how, whole: whoever hears it once knows everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Counts what was told, from 1: nothing between is missing.
    pub number: u64,
    /// The file of the timeline; `None` for the built-in one.
    pub timeline: Option<PathBuf>,
    /// The tag of the language of the screen.
    pub lang: String,
    /// Where the teacher is.
    pub place: Place,
    /// What the audience sees still, where it is something else.
    pub frozen: Option<Place>,
    /// Whether the audience sees nothing.
    pub is_black: bool,
    /// Whether the class guesses the dates.
    pub dates: Dates,
    /// The clock, counted from the moment of telling.
    pub timer: Timer,
    /// How long the talk may last.
    pub limit: Option<Duration>,
    /// What the clock shows.
    pub dial: Dial,
}

/// What a follower asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// What a key of the talk does.
    Run {
        /// The command, by its name in the table.
        command: String,
        /// How often, or which one.
        count: Option<usize>,
    },
    /// A place to go to, from which one will want to come back.
    Go(Place),
}

impl State {
    /// What followers are told of the talk, as the first thing they hear.
    pub fn told(&self) -> Option<Told> {
        let briefing = self.briefing().filter(|briefing| briefing.role == Role::Lead)?;
        let timeline = self.draft.input().path();
        Some(Told {
            number: 1,
            timeline: timeline.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned())),
            lang: self.lang.tag().to_owned(),
            place: briefing.place,
            frozen: briefing.frozen,
            is_black: briefing.is_black,
            dates: briefing.dates,
            timer: briefing.timer.moved(briefing.now.since, Duration::ZERO),
            limit: briefing.limit,
            dial: briefing.dial,
        })
    }
}

impl Told {
    /// Whether `other` says the same, but for how much time has passed.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let timeless = |told: &Self| Self {
            number: 0,
            timer: if told.timer.is_running() { Timer::default() } else { told.timer },
            ..told.clone()
        };
        self.timer.is_running() == other.timer.is_running() && timeless(self) == timeless(other)
    }
}

/// Shows what was told.
pub(in crate::app) fn take_in(state: &mut State, told: &Told) {
    let Some(briefing) = &mut state.briefing else { return };
    if told.place.slide != briefing.place.slide {
        briefing.scrolled = 0;
    }
    if told.place != briefing.place || told.frozen != briefing.frozen {
        briefing.turned = 0;
    }
    let timeline = &state.draft.timeline;
    briefing.place = told.place.within(timeline, told.dates);
    briefing.frozen = told.frozen.map(|place| place.within(timeline, told.dates));
    briefing.is_black = told.is_black;
    briefing.dates = told.dates;
    briefing.timer = told.timer.moved(Duration::ZERO, briefing.now.since);
    briefing.limit = told.limit;
    briefing.dial = told.dial;
    let lang = Lang::from_tag(&told.lang).filter(|lang| *lang != state.lang);
    if let Some(lang) = lang {
        state.lang = lang;
        state.language_changed();
    }
}

/// Does what a follower asks for, where it is one of the things a follower may ask for.
pub(in crate::app) fn obey(state: &mut State, order: &Order) {
    if state.briefing.as_ref().is_none_or(|briefing| briefing.role != Role::Lead) {
        return;
    }
    // What lies over the slide here is in the way of what is wanted there.
    if matches!(state.overlay, Some(Overlay::Menu(_) | Overlay::Overview(_) | Overlay::Search(_))) {
        state.overlay = None;
    }
    match order {
        Order::Go(place) => {
            let place =
                place.within(state.timeline(), state.briefing().map_or_else(Dates::default, |b| b.dates));
            if let Some(briefing) = &mut state.briefing {
                briefing.digress(place);
            }
        }
        Order::Run { command, count } => {
            if let Some(command) = Command::from_name(command).filter(|command| drives(*command)) {
                // Nothing of it concerns the world outside.
                run::run(state, Asked { command, count: *count, letter: None });
            }
        }
    }
}

/// Whether a follower may have a command run where the talk is given.
pub(super) fn drives(command: Command) -> bool {
    let is_own = matches!(
        command,
        Command::Overview
            | Command::Search
            | Command::EndBriefing
            | Command::Larger
            | Command::Smaller
            | Command::LightDark
    );
    !is_own && command.spec().scopes.contains(&Scope::Briefing)
}

impl Briefing {
    /// What was asked for since this was last asked.
    pub(in crate::app) fn orders(&mut self) -> Vec<Order> {
        std::mem::take(&mut self.orders)
    }
}
