//! All slides to choose from.

use crate::app::briefing::Overview;
use crate::app::screen::layout::MenuKind;
use crate::app::screen::layout::{Area, MENU_HEAD, menu_area};
use crate::app::state::State;
use crate::ui::canvas::Canvas;

use super::super::{pages, prompt};

/// Draws the line being typed and the slides it leaves.
pub(in crate::ui) fn draw(state: &State, overview: &Overview, canvas: &mut Canvas<'_>) {
    let area = menu_area(state.size, MenuKind::Help);
    canvas.blank(canvas.area());
    prompt::draw(state, &overview.prompt, state.words().overview, area, canvas);
    let (x, y) = (area.x - 2, area.y + MENU_HEAD);
    let body = Area { x, y, width: area.width + 3, height: area.height - MENU_HEAD };
    if let Some(page) = state.briefing().and_then(|briefing| briefing.overview_page()) {
        pages::draw(state, page, overview.at, body, true, canvas);
    }
}
