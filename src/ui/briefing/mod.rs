//! What the audience of a briefing sees.

mod body;
mod footer;
mod letters;
mod notes;
mod overview;
mod progress;

use crate::app::briefing::{Areas, Briefing};
use crate::app::screen::labels::{self, date_words};
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::briefing::{Dates, Reveal, ScreenKind, Slide, SlidePosition, Step};
use crate::role::Role;
use crate::wrap;

use super::canvas::{Canvas, small};

pub(super) use overview::draw as overview;

/// Draws the slide that the audience sees; nothing where the screen is black. False where the screen is too small.
pub(super) fn draw(state: &State, briefing: &Briefing, canvas: &mut Canvas<'_>) -> bool {
    let Some(areas) = Areas::new(state.size) else { return false };
    if briefing.screen == ScreenKind::SpeakerNotes {
        return notes::draw(state, briefing, canvas);
    }
    if briefing.is_dark() {
        canvas.black();
        return true;
    }
    header(state, briefing, areas.header, canvas);
    body::draw(state, areas.body, true, canvas);
    progress::draw(state, areas.axis, canvas);
    footer::draw(state, briefing, areas.footer, canvas);
    true
}

/// The timeline or the event, and the number of the slide.
fn header(state: &State, briefing: &Briefing, area: Area, canvas: &mut Canvas<'_>) {
    let seen = briefing.seen();
    let column = briefing.column(seen).map_or_else(|| "–".to_owned(), |column| (column + 1).to_string());
    let number = format!("{column}/{}", briefing.slides());
    let wide = small(wrap::width(&number)).min(area.width);
    canvas.text(area.x + area.width - wide, area.y, &number, Role::Dim, wide);
    let room = usize::from(area.width - wide).saturating_sub(2);
    let words = wrap::fit(&title(state, briefing, seen), room, state.display.glyphs.ellipsis).into_owned();
    canvas.text(area.x, area.y, &words, Role::Dim, area.width);
}

/// What the header says: the event where its head is not on the screen, around it the one it is part of, else the
/// timeline.
fn title(state: &State, briefing: &Briefing, seen: SlidePosition) -> String {
    let timeline = state.timeline();
    let own = || labels::title(timeline, state.display.lang).to_owned();
    let Slide::Event(event) = seen.slide else {
        return if seen.slide == Slide::Opening { String::new() } else { own() };
    };
    let dot = state.display.glyphs.dot;
    let named = |index: usize, shows_date: bool| {
        let event = &timeline.events[index];
        let title = event.title.best(state.display.lang.tag());
        if shows_date {
            format!("{} {dot} {title}", date_words(&event.date, state.display.lang))
        } else {
            let title =
                briefing.guesses(timeline).map_or(title.into(), |guesses| guesses.hide(title, index, index));
            format!("? {dot} {title}")
        }
    };
    let shows_head =
        matches!(seen.reveal, Reveal::All | Reveal::UpTo(Step::Date | Step::Title | Step::Summary));
    let shows_date = seen.shows_date(timeline, &briefing.deck, briefing.dates);
    match (shows_head, timeline.events[event].parent) {
        (false, _) => named(event, shows_date),
        // Where dates are guessed, that of the event around says too much.
        (true, Some(parent)) => named(parent, briefing.dates == Dates::Shown),
        (true, None) => own(),
    }
}
