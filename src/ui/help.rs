//! The keys, over everything else.

use ratatui::layout::Rect;

use crate::app::State;
use crate::role::Role;

use super::canvas::Canvas;

/// Draws the help from line `scroll` on.
pub(super) fn draw(state: &State, scroll: usize, canvas: &mut Canvas<'_>) {
    let Some(page) = state.help_page() else { return };
    let screen = canvas.area();
    let width = u16::try_from(page.width + 8).unwrap_or(screen.width).min(screen.width);
    let height = u16::try_from(page.lines.len() + 4).unwrap_or(screen.height).min(screen.height - 2);
    let x = (screen.width - width) / 2;
    let y = (screen.height - height) / 2;
    canvas.blank(Rect { x, y, width, height });
    let rule = state.glyphs.rule.repeat(width.into());
    canvas.text(x, y, &rule, Role::Rule, width);
    canvas.text(x, y + height - 1, &rule, Role::Rule, width);
    canvas.text(x + 4, y + 1, state.words().help, Role::Title, width - 4);
    let close = state.words().close_help;
    let at = width.saturating_sub(4 + u16::try_from(close.chars().count()).unwrap_or(0));
    canvas.text(x + at, y + 1, close, Role::Dim, width - at);
    let rows = height - 4;
    for (index, y) in (scroll..page.lines.len()).zip(y + 3..y + 3 + rows) {
        canvas.line(x + 4, y, &page.lines[index], width - 8);
    }
    if scroll + usize::from(rows) < page.lines.len() {
        canvas.text(x + width - 2, y + height - 2, "↓", Role::Accent, 1);
    }
    if scroll > 0 {
        canvas.text(x + width - 2, y + 2, "↑", Role::Accent, 1);
    }
}
