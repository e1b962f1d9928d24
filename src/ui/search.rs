//! A search: the line being typed, what answers it, and one of the answers in its context.

use crate::app::screen::layout::{Area, SearchAreas};
use crate::app::screen::page::Position;
use crate::app::state::State;
use crate::app::state::filter::FilterPrompt;
use crate::app::state::search::SearchPrompt;
use crate::i18n;
use crate::role::Role;
use crate::visible;
use crate::wrap;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::{pages, prompt};

/// Draws a search over everything between header and footer.
pub(super) fn draw(state: &State, search: &SearchPrompt, canvas: &mut Canvas<'_>) {
    let screen = canvas.area();
    canvas.blank(Rect { y: 1, height: screen.height.saturating_sub(2), ..screen });
    let areas = SearchAreas::new(state.size);
    let words = state.words();
    let found = search.results.as_ref().map(|hits| &hits.found);
    let tally = search.results.as_ref().map_or_else(String::new, |hits| hits.tally(search.at.item));
    prompt::with_outcome(state, &search.prompt, words.search, (&tally, Role::Dim), areas.line, canvas);
    let Area { x, y, width, height } = areas.hits;
    match found {
        None => {
            let hints = wrap::fit(words.search_hints, usize::from(width) - 2, state.display.glyphs.ellipsis);
            canvas.text(x + 2, y, &hints, Role::Dim, width - 2);
        }
        Some(found) if found.hits.is_empty() => {
            let nearest = found.nearest.as_deref().map(visible::line);
            let said = i18n::no_matches(nearest.as_deref(), state.display.lang);
            let lines = wrap::lines(&said, usize::from(width) - 2);
            for (line, y) in lines.into_iter().zip(y..y + height) {
                canvas.text(x + 2, y, &said[line], Role::Warn, width - 2);
            }
        }
        Some(_) => answers(state, search, areas, canvas),
    }
}

fn answers(state: &State, search: &SearchPrompt, areas: SearchAreas, canvas: &mut Canvas<'_>) {
    if let Some(page) = state.hits_page() {
        pages::draw(state, page, search.at, areas.hits, true, canvas);
    }
    let (Some(area), Some(page)) = (areas.preview, state.preview_page()) else { return };
    if area.y == areas.hits.y {
        for y in area.y..area.y + area.height {
            canvas.text(area.x - 2, y, state.display.glyphs.divider, Role::Rule, 1);
        }
    } else {
        let rule = state.display.glyphs.rule.repeat(area.width.into());
        canvas.text(area.x, area.y - 1, &rule, Role::Rule, area.width);
    }
    let area = Area { x: area.x - 2, width: area.width + 2, ..area };
    pages::draw(state, page, Position::default(), area, false, canvas);
}

/// The filter being typed, in the footer, with how many events answer it.
pub(super) fn filtering(state: &State, filtering: &FilterPrompt, area: Area, canvas: &mut Canvas<'_>) {
    canvas.blank_row(area);
    let total = state.timeline().events.len();
    let tally = state
        .list
        .filter
        .as_ref()
        .map_or_else(String::new, |filter| format!("{}/{total}", filter.events.len()));
    prompt::with_outcome(state, &filtering.prompt, state.words().filter, (&tally, Role::Dim), area, canvas);
}
