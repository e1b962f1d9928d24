//! A briefing on several screens: what is heard of it, and what its followers ask for.

use std::time::Duration;

use crate::app::briefing::{PresenterState, RemoteCommand};
use crate::app::message::Invocation;
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::briefing::{Dates, ScreenKind};
use crate::command::{Command, Reach};
use crate::i18n::Lang;

use super::briefing;

pub(crate) fn take_in(state: &mut State, presenter: &PresenterState) {
    let Some(briefing) = &mut state.briefing else { return };
    if presenter.place.slide != briefing.place.slide {
        briefing.scrolled = 0;
    }
    if presenter.place != briefing.place || presenter.frozen != briefing.frozen {
        briefing.turned = 0;
    }
    let timeline = &state.draft.timeline;
    briefing.place = presenter.place.within(timeline, presenter.dates);
    briefing.frozen = presenter.frozen.map(|place| place.within(timeline, presenter.dates));
    briefing.is_black = presenter.is_black;
    briefing.dates = presenter.dates;
    briefing.timer = presenter.timer.moved(Duration::ZERO, briefing.now.since);
    briefing.limit = presenter.limit;
    briefing.clock_mode = presenter.clock_mode;
    let lang = Lang::from_tag(&presenter.lang).filter(|lang| *lang != state.display.lang);
    if let Some(lang) = lang {
        state.display.lang = lang;
        state.make_rows();
    }
}

/// Does what a follower asks for, where it is one of the things a follower may ask for.
pub(crate) fn apply(state: &mut State, command: &RemoteCommand) {
    if state.briefing.as_ref().is_none_or(|briefing| briefing.screen != ScreenKind::Presenter) {
        return;
    }
    // What lies over the slide here is in the way of what is wanted there.
    if matches!(state.overlay, Some(Overlay::Menu(_) | Overlay::Overview(_) | Overlay::Search(_))) {
        state.overlay = None;
    }
    match command {
        RemoteCommand::Go(place) => {
            let place =
                place.within(state.timeline(), state.briefing().map_or_else(Dates::default, |b| b.dates));
            if let Some(briefing) = &mut state.briefing {
                briefing.digress(place);
            }
        }
        RemoteCommand::Run { command, count } => {
            if let Some(command) =
                Command::from_name(command).filter(|command| command.spec().reach == Reach::Shared)
            {
                // Nothing of it concerns the world outside.
                briefing::handle(state, Invocation { command, count: *count, letter: None });
            }
        }
    }
}
