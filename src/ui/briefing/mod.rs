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
use crate::briefing::{Reveal, ScreenKind, Slide, SlidePosition, Step};
use crate::model::EventIndex;
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
    let (timeline, lang) = (state.timeline(), state.display.lang);
    let cover = briefing.cover_here(&state.context());
    let covered = |words: &str, event: Option<EventIndex>| {
        cover.as_ref().map_or_else(|| words.to_owned(), |cover| cover.of(words, event).text.into_owned())
    };
    let own = || covered(labels::title(timeline, lang), None);
    let Slide::Event(event) = seen.slide else {
        return if seen.slide == Slide::Opening { String::new() } else { own() };
    };
    let dot = state.display.glyphs.dot;
    let named = |event: EventIndex, shows_date: bool| {
        let found = &timeline.events[event];
        let title = covered(labels::title_words(found, lang), Some(event));
        let date = if shows_date { date_words(&found.date, lang) } else { "?".to_owned() };
        format!("{date} {dot} {title}")
    };
    let is_known = |event: EventIndex| cover.as_ref().is_none_or(|cover| !cover.covered.contains(event));
    let shows_head =
        matches!(seen.reveal, Reveal::All | Reveal::UpTo(Step::Date | Step::Title | Step::Summary));
    match (shows_head, timeline.events[event].parent) {
        (false, _) => named(event, is_known(event)),
        // Where the date of a part is guessed, that of the whole says too much.
        (true, Some(parent)) => named(parent, is_known(parent) && is_known(event)),
        (true, None) => own(),
    }
}
