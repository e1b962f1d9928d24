//! What a stop of the briefing shows.

use crate::app::briefing::{Scene, Shown};
use crate::app::screen::layout::Area;
use crate::app::screen::page::{Address, Line};
use crate::app::state::State;
use crate::role::Role;

use super::super::drawn::Link;
use super::letters;
use crate::ui::canvas::{Canvas, small};

/// Draws what of the scene is on the screen: in the upper middle where there is room around it, and `is_middle`.
pub(super) fn draw(state: &State, area: Area, is_middle: bool, canvas: &mut Canvas<'_>) {
    let Some(briefing) = state.briefing() else { return };
    let (Some(scene), Some(shown)) = (briefing.scene(), briefing.shown(state.timeline())) else { return };
    let foot = small(scene.foot.len()).min(area.height);
    let room = area.height - foot;
    let rows = small(shown.lines.len());
    let is_whole = !shown.above && shown.lines.end == scene.lines.len();
    let top = area.y + if is_whole && is_middle { room.saturating_sub(rows) / 3 } else { 0 };
    let body = Area { y: top, height: room.min(rows), ..area };
    lines(scene, &shown, body, canvas);
    let y = area.y + area.height - foot;
    for (number, line) in scene.foot.iter().enumerate() {
        canvas.line(area.x, y + small(number), line, area.width);
        links(&scene.foot_addresses, number, line, (area.x, y + small(number)), canvas);
    }
    let x = area.x + area.width;
    if shown.above {
        canvas.text(x, area.y, state.display.glyphs.above, Role::Accent, 1);
    }
    if shown.below {
        canvas.text(x, (area.y + room).saturating_sub(1), state.display.glyphs.below, Role::Accent, 1);
    }
}

pub(super) fn lines(scene: &Scene, shown: &Shown, area: Area, canvas: &mut Canvas<'_>) {
    let is_hidden = |line: usize| shown.hidden.iter().any(|hidden| hidden.contains(&line));
    let row = |line: usize| area.y + small(line - shown.lines.start);
    for number in shown.lines.clone().filter(|line| !is_hidden(*line)) {
        let line = &scene.lines[number];
        canvas.line(area.x, row(number), line, area.width);
        links(&scene.addresses, number, line, (area.x, row(number)), canvas);
    }
    for big in scene.large_lines.iter().filter(|big| shown.lines.contains(&big.row) && !is_hidden(big.row)) {
        let height = small(big.letters.rows()).min(small(shown.lines.end - big.row));
        letters::draw(big, Area { y: row(big.row), height, ..area }, canvas);
    }
}

/// Makes the addresses on a line lead there.
fn links(addresses: &[Address], number: usize, line: &Line, (x, y): (u16, u16), canvas: &mut Canvas<'_>) {
    for (index, address) in
        addresses.iter().enumerate().filter(|(_, address)| address.lines.contains(&number))
    {
        let width = small(line.width().saturating_sub(address.column));
        canvas.link(Link { x: x + small(address.column), y, width, url: address.url.clone(), number: index });
    }
}
