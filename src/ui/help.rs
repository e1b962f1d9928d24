//! The keys, over everything else.

use ratatui::layout::Rect;

use crate::app::State;
use crate::role::Role;

use super::canvas::Canvas;

/// Draws the help from line `scroll` on, in place of all that stands between header and footer.
pub(super) fn draw(state: &State, scroll: usize, canvas: &mut Canvas<'_>) {
    let Some(page) = state.help_page() else { return };
    let screen = canvas.area();
    let (width, height) = (screen.width, screen.height);
    canvas.blank(Rect { y: 1, height: height - 2, ..screen });
    let x = width.saturating_sub(u16::try_from(page.width).unwrap_or(width)) / 2;
    canvas.text(x, 2, state.words().help, Role::Title, width - x);
    let close = state.words().close_help;
    let at = width - x - u16::try_from(close.chars().count()).unwrap_or(0).min(width - x);
    canvas.text(at, 2, close, Role::Dim, width - at);
    canvas.cursor(x, 4);
    let rows = usize::from(height).saturating_sub(6);
    for (index, y) in (scroll..page.lines.len()).zip(4..).take(rows) {
        canvas.line(x, y, &page.lines[index], width - x);
    }
    if scroll + rows < page.lines.len() {
        canvas.text(width - 2, height - 3, "↓", Role::Accent, 1);
    }
    if scroll > 0 {
        canvas.text(width - 2, 4, "↑", Role::Accent, 1);
    }
}
