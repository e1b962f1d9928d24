//! The state on the screen. Nothing here changes anything.

mod axis;
mod briefing;
mod canvas;
mod drawn;
mod hint;
mod list;
mod menu;
mod pages;
mod picker;
mod pointer;
mod prompt;
mod reader;
mod search;
mod waiting;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::pages::status;
use crate::app::screen::labels;
use crate::app::screen::layout::{Area, Pane};
use crate::app::screen::page::Line;
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::view::View;
use crate::role::Role;
use crate::theme::{Depth, Theme};
use crate::wrap;

use canvas::{Canvas, small};
pub use drawn::{Drawn, Link};
pub use waiting::{Pending, pending, waiting};

/// Draws `state` on `area` of `buffer`.
pub fn draw(state: &State, depth: Depth, area: Rect, buffer: &mut Buffer) -> Drawn {
    let theme = Theme::new(state.display.theme, depth);
    let mut canvas = Canvas::new(buffer, area, theme, state.display.glyphs.set);
    canvas.clear();
    if let Some(briefing) = state.briefing().filter(|_| (area.width, area.height) == state.size)
        && briefing::draw(state, briefing, &mut canvas)
    {
        if !briefing.stands_still() {
            over_briefing(state, &mut canvas);
        }
        return canvas.into_drawn();
    }
    let Some(layout) = state.layout().filter(|_| (area.width, area.height) == state.size) else {
        too_small(state, area, &mut canvas);
        return canvas.into_drawn();
    };
    header(state, layout.header, &mut canvas);
    axis::draw(state, layout.axis, &mut canvas);
    let focus = state.history.top().pane();
    if let Some(area) = layout.list {
        list::draw(state, area, focus == Pane::List, &mut canvas);
    }
    if let Some(area) = layout.detail {
        pages::detail(state, area, focus == Pane::Detail, &mut canvas);
        divider(state, layout.list, area, &mut canvas);
    }
    if let Some(area) = layout.reader {
        reader::draw(state, area, focus == Pane::Reader, &mut canvas);
        divider(state, layout.detail, area, &mut canvas);
    }
    if let Some(area) = layout.page {
        match state.history.top() {
            View::Sources(at) => pages::sources(state, at, area, &mut canvas),
            View::Problems(at) => pages::problems(state, at, area, &mut canvas),
            View::Browse(_) | View::Reader(_) => {}
        }
    }
    footer(state, layout.footer, &mut canvas);
    hint::draw(state, &layout, &mut canvas);
    match &state.overlay {
        Some(Overlay::Menu(menu)) => menu::draw(state, menu, &mut canvas),
        Some(Overlay::Search(search)) => search::draw(state, search, &mut canvas),
        Some(Overlay::Filter(filtering)) => {
            search::filtering(state, filtering, layout.footer, &mut canvas);
        }
        Some(Overlay::Find(find)) => reader::find(state, find, layout.footer, &mut canvas),
        Some(Overlay::GoTo(goto)) => prompt::goto(state, goto, layout.footer, &mut canvas),
        Some(Overlay::Picker(chosen)) => picker::draw(state, chosen, &mut canvas),
        Some(Overlay::Overview(_)) | None => {}
    }
    canvas.into_drawn()
}

/// What may lie over a briefing.
fn over_briefing(state: &State, canvas: &mut Canvas<'_>) {
    match &state.overlay {
        Some(Overlay::Menu(menu)) => menu::draw(state, menu, canvas),
        Some(Overlay::Search(search)) => search::draw(state, search, canvas),
        Some(Overlay::Overview(overview)) => briefing::overview(state, overview, canvas),
        Some(Overlay::Filter(_) | Overlay::Find(_) | Overlay::GoTo(_) | Overlay::Picker(_)) | None => {}
    }
}

fn header(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    let title = labels::title(state.timeline(), state.display.lang);
    let filter = |columns| {
        state.list.filter.as_ref().map(|filter| status::filtered(filter, state, columns)).unwrap_or_default()
    };
    let wide = wrap::width(title) + wrap::width(&filter(usize::MAX));
    let evidence = state.evidence();
    let room = usize::from(area.width);
    // The verdict stays, whatever the title takes.
    let shortest = evidence.last().map_or(0, Line::width);
    let fitting = evidence.iter().find(|line| wide.min(room) + 3 + line.width() <= room);
    let line = fitting.or(evidence.last());
    let left = room.saturating_sub(line.map_or(shortest, Line::width) + 3);
    let filter = filter(left.saturating_sub(NARROWEST_TITLE));
    let filter = wrap::fit(&filter, left, state.display.glyphs.ellipsis);
    let title = wrap::fit(title, left.saturating_sub(wrap::width(&filter)), state.display.glyphs.ellipsis);
    canvas.text(area.x, area.y, &title, Role::Title, area.width);
    let after = small(wrap::width(&title)).min(area.width);
    canvas.text(area.x + after, area.y, &filter, Role::Accent, area.width - after);
    if let Some(line) = line {
        let x = area.x + area.width - small(line.width()).min(area.width);
        canvas.line(x, area.y, line, area.x + area.width - x);
    }
}

/// What a title keeps beside a filter, in columns.
const NARROWEST_TITLE: usize = 8;

fn footer(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    if let Some(notice) = &state.display.notice {
        let notice = wrap::fit(notice, area.width.into(), state.display.glyphs.ellipsis);
        canvas.text(area.x, area.y, &notice, Role::Warn, area.width);
        return;
    }
    let pending = state.pending().unwrap_or_default();
    let wide = u16::try_from(wrap::width(&pending)).unwrap_or(0).min(area.width);
    canvas.text(area.x + area.width - wide, area.y, &pending, Role::Accent, wide);
    let room = if wide == 0 { area.width } else { area.width - wide - 1 };
    let line = status::keys(state, room.into());
    canvas.line(area.x, area.y, &line, room);
}

/// The line between a pane and the one on its left.
fn divider(state: &State, left: Option<Area>, right: Area, canvas: &mut Canvas<'_>) {
    if left.is_none() {
        return;
    }
    for y in right.y..right.y + right.height {
        canvas.text(right.x - 2, y, state.display.glyphs.divider, Role::Rule, 1);
    }
}

/// Says how large the screen has to be: on several lines where that has no room on one.
fn too_small(state: &State, area: Rect, canvas: &mut Canvas<'_>) {
    let words = state.words().too_small;
    let lines = wrap::lines(words, area.width.into());
    let top = area.height.saturating_sub(small(lines.len())) / 2;
    for (line, y) in lines.into_iter().zip(top..area.height) {
        canvas.text(0, y, &words[line], Role::Warn, area.width);
    }
}
