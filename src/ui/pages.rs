//! The panes that are pages: detail, sources, problems.

use crate::app::State;
use crate::app::layout::Area;
use crate::app::page::{Page, Position};
use crate::role::Role;

use super::canvas::Canvas;

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
    for (index, y) in (at.scroll..page.lines.len()).zip(area.y..area.y + area.height) {
        canvas.line(area.x + 2, y, &page.lines[index], area.width - 2);
        if item.is_some_and(|item| item.lines.contains(&index)) {
            canvas.select(area.x, y, area.width);
            canvas.text(area.x, y, state.glyphs.selected, Role::Accent, 1);
        }
    }
    more_signs(state, (at.scroll > 0, at.scroll + usize::from(area.height) < page.lines.len()), area, canvas);
}

/// Says with arrows on the right edge that the page goes on above or below.
pub(super) fn more_signs(state: &State, (above, below): (bool, bool), area: Area, canvas: &mut Canvas<'_>) {
    let x = area.x + area.width;
    if above {
        canvas.text(x, area.y, state.glyphs.above, Role::Accent, 1);
    }
    if below {
        canvas.text(x, area.y + area.height - 1, state.glyphs.below, Role::Accent, 1);
    }
}

/// The detail of the event one is at.
pub(super) fn detail(state: &State, area: Area, focused: bool, canvas: &mut Canvas<'_>) {
    if let Some(page) = state.detail_page() {
        draw(state, page, state.trail.base().detail, area, focused, canvas);
    }
}

/// The sources.
pub(super) fn sources(state: &State, at: Position, area: Area, canvas: &mut Canvas<'_>) {
    titled(state, state.words().sources, state.sources_page(), at, area, canvas);
}

/// The problems.
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
        draw(state, page, at, body, true, canvas);
    }
}
