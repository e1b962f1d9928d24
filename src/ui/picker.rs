//! The events that a quote can be written into, over everything else.

use ratatui::layout::Rect;

use crate::app::screen::layout::{Area, MENU_HEAD, MenuKind, menu_area};
use crate::app::state::State;
use crate::app::state::picker::Picker;

use super::canvas::Canvas;
use super::{pages, prompt};

/// Draws the line being typed and the events it leaves.
pub(super) fn draw(state: &State, picker: &Picker, canvas: &mut Canvas<'_>) {
    let area = menu_area(state.size, MenuKind::Help);
    let screen = canvas.area();
    canvas.blank(Rect { y: 1, height: screen.height.saturating_sub(2), ..screen });
    prompt::draw(state, &picker.prompt, state.words().into_event, area, canvas);
    let (x, y) = (area.x - 2, area.y + MENU_HEAD);
    let body = Area { x, y, width: area.width + 3, height: area.height - MENU_HEAD };
    if let Some(page) = state.picker_page() {
        pages::draw(state, page, picker.at, body, true, canvas);
    }
}
