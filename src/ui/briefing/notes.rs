//! The speaker's own screen.

use std::borrow::Cow;

use crate::app::briefing::{Briefing, NotesAreas, Shown};
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::role::Role;
use crate::wrap;

use super::{body, footer};
use crate::ui::canvas::{Canvas, small};

/// Draws notes, slide, and what comes next. False where the screen is too small.
pub(super) fn draw(state: &State, briefing: &Briefing, canvas: &mut Canvas<'_>) -> bool {
    let Some(areas) = briefing.notes_areas(state.size) else { return false };
    header(state, briefing, areas.header, canvas);
    notes(state, briefing, &areas, canvas);
    let is_frozen = briefing.frozen.is_some();
    let words = if is_frozen { state.words().preview } else { state.words().on_screen };
    let words = wrap::fit(words, areas.slide.width.into(), state.display.glyphs.ellipsis);
    heading(&words, areas.slide, canvas);
    body::draw(state, under_heading(areas.slide), false, canvas);
    if let Some(made) = briefing.notes() {
        for (line, y) in made.next.iter().zip(areas.next.y..) {
            canvas.line(areas.next.x, y, line, areas.next.width);
        }
    }
    let area = areas.footer;
    let unreadable = state.unreadable.as_ref().map(|_| Cow::Borrowed(state.words().unreadable));
    match state.display.notice.clone().or(unreadable) {
        Some(notice) => {
            let notice = wrap::fit(&notice, area.width.into(), state.display.glyphs.ellipsis);
            canvas.text(area.x, area.y, &notice, Role::Warn, area.width);
        }
        None => footer::pace(state, area, canvas),
    }
    true
}

/// Where the briefing is, whether the audience sees something else, and the clock.
fn header(state: &State, briefing: &Briefing, area: Area, canvas: &mut Canvas<'_>) {
    let words = state.words();
    let badges = [(briefing.frozen.is_some(), words.frozen), (briefing.is_black, words.black)];
    let badges: Vec<&str> = badges.into_iter().filter(|(is_on, _)| *is_on).map(|(_, word)| word).collect();
    let time = footer::clock(briefing);
    let mut right = area.x + area.width;
    let mut put = |text: &str, role: Role| {
        let wide = small(wrap::width(text)).min(right - area.x);
        right -= wide;
        canvas.text(right, area.y, text, role, wide);
        right = right.saturating_sub(2).max(area.x);
    };
    put(&time, Role::Title);
    for badge in badges {
        put(&format!(" {badge} "), Role::MatchHere);
    }
    let column =
        briefing.column(briefing.place).map_or_else(|| "–".to_owned(), |column| (column + 1).to_string());
    let number = format!("{column}/{}  ", briefing.slides());
    canvas.text(area.x, area.y, &number, Role::Dim, area.width);
    let x = area.x + small(wrap::width(&number));
    let room = right.saturating_sub(x);
    let title =
        wrap::fit(&briefing.title(&state.context()), room.into(), state.display.glyphs.ellipsis).into_owned();
    canvas.text(x, area.y, &title, Role::Title, room);
}

fn notes(state: &State, briefing: &Briefing, areas: &NotesAreas, canvas: &mut Canvas<'_>) {
    heading(state.words().notes, areas.notes, canvas);
    let Some(made) = briefing.notes() else { return };
    let area = under_heading(areas.notes);
    let end = made.rows.min(briefing.scrolled + usize::from(area.height));
    let (above, below) = (briefing.scrolled > 0, end < made.rows);
    let shown = Shown { lines: briefing.scrolled..end, hidden: Vec::new(), above, below };
    body::lines(&made.scene, &shown, area, canvas);
    crate::ui::pages::more_signs(state, (above, below), area, canvas);
}

fn heading(words: &str, area: Area, canvas: &mut Canvas<'_>) {
    canvas.text(area.x, area.y, words, Role::Heading, area.width);
}

const fn under_heading(area: Area) -> Area {
    Area { y: area.y + 1, height: area.height - 1, ..area }
}
