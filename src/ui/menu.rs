//! The commands, over everything else: as help all over the screen, as palette in the middle of it.

use ratatui::layout::Rect;

use crate::app::screen::layout::MenuKind;
use crate::app::screen::layout::{Area, MENU_HEAD, menu_area};
use crate::app::state::State;
use crate::app::state::menu::Menu;
use crate::command::Command;
use crate::role::Role;
use crate::wrap;

use super::canvas::Canvas;
use super::{pages, prompt};

pub(super) fn draw(state: &State, menu: &Menu, canvas: &mut Canvas<'_>) {
    let Some(page) = state.menu_page() else { return };
    let screen = canvas.area();
    let mut area = menu_area(state.size, menu.kind);
    if menu.kind == MenuKind::Palette {
        let lines = u16::try_from(page.lines.len()).unwrap_or(u16::MAX);
        area.height = area.height.min(MENU_HEAD.saturating_add(lines));
    }
    let around = Rect { x: area.x - 2, y: area.y - 1, width: area.width + 4, height: area.height + 2 };
    match menu.kind {
        MenuKind::Help => canvas.blank(Rect { y: 1, height: screen.height - 2, ..screen }),
        MenuKind::Palette => canvas.raise(around),
    }
    match &menu.filter {
        Some(line) => prompt::draw(state, line, "", area, canvas),
        None => title(state, area, canvas),
    }
    let (x, y) = (area.x - 2, area.y + MENU_HEAD);
    let body = Area { x, y, width: area.width + 3, height: area.height - MENU_HEAD };
    pages::draw(state, page, menu.at, body, true, canvas);
}

/// What this is, and how it is left.
fn title(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    let words = state.words();
    canvas.text(area.x, area.y, words.help, Role::Title, area.width);
    let key = |command| {
        state.keys.map.first_name(command, state.display.lang, state.display.glyphs).unwrap_or_default()
    };
    let (search, run) = (key(Command::Search), key(Command::Open));
    let (searches, runs, dot) = (words.help_searches, words.help_runs, state.display.glyphs.dot);
    let hints = format!("{search} {searches}  {run} {runs} {dot} {}", words.close_help);
    let room = usize::from(area.width).saturating_sub(wrap::width(words.help) + 2);
    let hints = if wrap::width(&hints) > room { words.close_help } else { &hints };
    let wide = u16::try_from(wrap::width(hints)).unwrap_or(0).min(area.width);
    canvas.text(area.x + area.width - wide, area.y, hints, Role::Dim, wide);
}
