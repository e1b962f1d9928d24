//! A briefing on several screens: what is heard of it, and what its followers ask for.

use std::time::Duration;

use crate::app::briefing::{NamedPosition, PresenterState, RemoteCommand};
use crate::app::message::Invocation;
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::briefing::ScreenKind;
use crate::command::{Command, Reach};
use crate::i18n::Lang;

use super::briefing;

pub(crate) fn take_in(state: &mut State, presenter: &PresenterState) {
    let Some(briefing) = &mut state.briefing else { return };
    let timeline = &state.draft.timeline;
    briefing.select(timeline, presenter.selection.found(timeline));
    briefing.set_dates(timeline, presenter.dates);
    briefing.set_roomy(timeline, presenter.is_roomy);
    briefing.ordering = presenter.ordering.found(timeline);
    let found = |name: &NamedPosition| name.found(timeline, &briefing.deck, presenter.dates);
    // An event that this screen does not know yet is shown once the timeline has been read anew.
    let place = found(&presenter.place).unwrap_or(briefing.place);
    let frozen = presenter.frozen.as_ref().map(|name| found(name).unwrap_or(place));
    if place.slide != briefing.place.slide {
        briefing.scrolled = 0;
    }
    if place != briefing.place || frozen != briefing.frozen {
        briefing.turned = 0;
    }
    briefing.place = place;
    briefing.frozen = frozen;
    briefing.heard = Some(presenter.clone());
    briefing.is_black = presenter.is_black;
    briefing.timer = presenter.timer.moved(Duration::ZERO, briefing.now.since);
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
        RemoteCommand::Put(id) => {
            let event = state.draft.timeline.event_by_id(id);
            if let (Some(briefing), Some(event)) = (&mut state.briefing, event) {
                briefing.ordering.put(event);
            }
        }
        RemoteCommand::Go(name) => {
            let timeline = &state.draft.timeline;
            if let Some(briefing) = &mut state.briefing
                && let Some(place) = name.found(timeline, &briefing.deck, briefing.dates)
            {
                briefing.digress(timeline, place);
            }
        }
        RemoteCommand::Run { command, count } => {
            if let Some(command) =
                Command::from_name(command).filter(|command| command.spec().reach == Reach::Shared)
            {
                // Nothing of it concerns the world outside. What the class sees of the time is decided here alone.
                let mode = state.briefing().map(|briefing| briefing.clock_mode);
                briefing::handle(state, Invocation { command, count: *count, letter: None });
                if let (Some(briefing), Some(mode)) = (&mut state.briefing, mode) {
                    briefing.clock_mode = mode;
                }
            }
        }
    }
}
