//! The panes that are pages: detail, sources, problems.

use crate::app::screen::layout::Area;
use crate::app::screen::page::{Page, Position};
use crate::app::state::State;
use crate::role::Role;
use crate::wrap;

use super::canvas::Canvas;
use super::drawn::Link;

/// Draws the lines of `page` in view; the column on the left marks the selected item, the one on the right
/// says where in the page one is.
pub(super) fn draw<T>(
    state: &State,
    page: &Page<T>,
    at: Position,
    area: Area,
    selected: bool,
    canvas: &mut Canvas<'_>,
) {
    let item = page.items.get(at.item).filter(|_| selected);
    let mut is_first = true;
    for (index, y) in (at.scroll..page.lines.len()).zip(area.y..area.y + area.height) {
        let line = &page.lines[index];
        canvas.line(area.x + 2, y, line, area.width - 2);
        addresses(page, index, area.x + 2, y, canvas);
        if item.is_some_and(|item| item.lines.contains(&index)) {
            canvas.select(area.x, y, area.width);
            canvas.text(area.x, y, state.display.glyphs.selected, Role::Accent, 1);
            if std::mem::take(&mut is_first) {
                canvas.point(area.x + 2 + u16::try_from(line.indent()).unwrap_or_default(), y);
            }
        }
    }
    more_signs(
        state,
        (at.scroll > 0, at.scroll.saturating_add(area.height.into()) < page.lines.len()),
        area,
        canvas,
    );
}

/// Makes the addresses on a line of `page`, drawn from column `x` on, lead there.
fn addresses<T>(page: &Page<T>, line: usize, x: u16, y: u16, canvas: &mut Canvas<'_>) {
    for (number, address) in page.addresses.iter().enumerate() {
        if !address.lines.contains(&line) {
            continue;
        }
        let small = |columns: usize| u16::try_from(columns).unwrap_or_default();
        let width = small(page.lines[line].width().saturating_sub(address.column));
        canvas.link(Link { x: x + small(address.column), y, width, url: address.url.clone(), number });
    }
}

/// Says with arrows on the right edge that the page goes on above or below.
pub(super) fn more_signs(state: &State, (above, below): (bool, bool), area: Area, canvas: &mut Canvas<'_>) {
    let x = area.x + area.width;
    if above {
        canvas.text(x, area.y, state.display.glyphs.above, Role::Accent, 1);
    }
    if below {
        canvas.text(x, area.y + area.height - 1, state.display.glyphs.below, Role::Accent, 1);
    }
}

/// The detail of the event one is at.
pub(super) fn detail(state: &State, area: Area, focused: bool, canvas: &mut Canvas<'_>) {
    if let Some(page) = state.detail_page() {
        draw(state, page, state.history.base().detail, area, focused, canvas);
    }
}

pub(super) fn sources(state: &State, at: Position, area: Area, canvas: &mut Canvas<'_>) {
    titled(state, state.words().sources, state.sources_page(), at, area, canvas);
}

pub(super) fn problems(state: &State, at: Position, area: Area, canvas: &mut Canvas<'_>) {
    titled(state, state.words().problems, state.problems_page(), at, area, canvas);
}

fn titled<T>(
    state: &State,
    title: &str,
    page: Option<&Page<T>>,
    at: Position,
    area: Area,
    canvas: &mut Canvas<'_>,
) {
    let area = Area { width: area.width.min(100), ..area };
    canvas.text(area.x + 2, area.y, title, Role::Heading, area.width - 2);
    let body = Area { y: area.y + 2, height: area.height - 2, ..area };
    if let Some(page) = page {
        let place = place(state, page, at, body.height.into());
        let wide = u16::try_from(wrap::width(&place)).unwrap_or_default().min(area.width);
        canvas.text(area.x + area.width - wide, area.y, &place, Role::Dim, wide);
        draw(state, page, at, body, true, canvas);
    }
}

/// Which of the items of a page one is at, and where the page is longer than the screen the last line in view: inside
/// a tall item nothing else tells that one moves.
fn place<T>(state: &State, page: &Page<T>, at: Position, height: usize) -> String {
    let (items, lines) = (page.items.len(), page.lines.len());
    let mut place = Vec::new();
    if items > 1 {
        place.push(format!("{}/{items}", (at.item + 1).min(items)));
    }
    if lines > height {
        let last = at.scroll.saturating_add(height).min(lines);
        place.push(format!("{} {last}/{lines}", state.words().line));
    }
    place.join(&format!(" {} ", state.display.glyphs.dot))
}
