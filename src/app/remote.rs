//! A talk on several screens: what is heard of it, and what its followers ask for.

use std::time::Duration;

use crate::briefing::Dates;
use crate::command::Command;
use crate::i18n::Lang;

use super::briefing::{self, Order, Role, Told, drives};
use super::message::Invocation;
use super::overlay::Overlay;
use super::state::State;

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
                briefing::run(state, Invocation { command, count: *count, letter: None });
            }
        }
    }
}
