//! The hint for somebody new, where nothing else stands.

use crate::app::pages::hint::hint;
use crate::app::screen::layout::Layout;
use crate::app::state::State;

use super::canvas::Canvas;

/// Draws the hint over the footer, else under the header; where both rows are taken, in place of the keys.
pub(super) fn draw(state: &State, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (x, room) = (layout.footer.x, layout.footer.width);
    let line = hint(state, room.into());
    if line.runs.is_empty() {
        return;
    }
    let rows = [layout.footer.y.saturating_sub(1), layout.header.y + layout.header.height];
    match rows.into_iter().find(|y| canvas.is_blank(x, *y, room)) {
        Some(y) => canvas.line(x, y, &line, room),
        None if state.display.notice.is_none() && state.pending().is_none() => {
            canvas.blank_row(layout.footer);
            canvas.line(x, layout.footer.y, &line, room);
        }
        None => {}
    }
}
