//! The panes that are pages: detail, article, sources, problems.

use crate::app::layout::{Area, reader_head};
use crate::app::page::{Page, Position};
use crate::app::{State, anchor_mark, source_name};
use crate::evidence::Anchor;
use crate::model::QuoteIndex;
use crate::role::Role;
use crate::wrap;

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
    more_signs(state, page.lines.len(), at.scroll, area, canvas);
}

/// Says with arrows on the right edge that the page goes on above or below.
fn more_signs(state: &State, lines: usize, scroll: usize, area: Area, canvas: &mut Canvas<'_>) {
    let height = usize::from(area.height);
    let x = area.x + area.width;
    if scroll > 0 {
        canvas.text(x, area.y, state.glyphs.above, Role::Accent, 1);
    }
    if scroll + height < lines {
        canvas.text(x, area.y + area.height - 1, state.glyphs.below, Role::Accent, 1);
    }
}

/// The detail of the event one is at.
pub(super) fn detail(state: &State, area: Area, focused: bool, canvas: &mut Canvas<'_>) {
    if let Some(page) = state.detail_page() {
        draw(state, page, state.trail.base().detail, area, focused, canvas);
    }
}

/// The article: whose it is, how the quote stands in it, and its text.
pub(super) fn reader(state: &State, area: Area, focused: bool, canvas: &mut Canvas<'_>) {
    let Some(reading) = state.reading() else { return };
    let Some(source) = state.timeline().sources.get(reading.source) else { return };
    let name = source_name(source, state.lang, state.glyphs);
    let name = wrap::fit(&name, usize::from(area.width) - 2, state.glyphs.ellipsis);
    let role = if focused { Role::Title } else { Role::Dim };
    canvas.text(area.x + 2, area.y, &name, role, area.width - 2);
    let anchor = reading.quote.and_then(|quote| state.proof.as_ref()?.anchors.get(quote));
    if reading.quote.is_some() && state.reader_page().is_some() {
        verdict(state, anchor, reading.quote, area, canvas);
    }
    let head = reader_head(area);
    let text = Area { y: area.y + head, height: area.height.saturating_sub(head), ..area };
    match state.reader_page() {
        Some(page) => {
            let height = usize::from(text.height);
            let at = Position { item: 0, scroll: state.reader_scroll(reading, height) };
            draw(state, page, at, text, false, canvas);
        }
        None => canvas.text(text.x + 2, text.y, state.words().no_article, Role::Bad, area.width - 2),
    }
}

/// How the quote stands in the article, in words, and the event that rests on it.
fn verdict(
    state: &State,
    anchor: Option<&Anchor>,
    quote: Option<QuoteIndex>,
    area: Area,
    canvas: &mut Canvas<'_>,
) {
    let words = state.words();
    let (sign, role, short) = anchor_mark(anchor, state.glyphs, words);
    let text = match anchor {
        Some(Anchor::Orphan(Some(_))) => words.orphan_banner,
        Some(Anchor::Orphan(None)) => words.orphan_lost,
        Some(Anchor::Ambiguous(_)) => words.ambiguous_banner,
        _ => short,
    };
    let event = quote.map(|quote| &state.timeline().events[state.timeline().quotes[quote].event]);
    let event = event
        .map(|event| format!(" {} {}", state.glyphs.dot, event.title.best(state.lang.tag())))
        .unwrap_or_default();
    let text = format!("{sign} {text}{event}");
    let text = wrap::fit(&text, usize::from(area.width) - 2, state.glyphs.ellipsis);
    canvas.text(area.x + 2, area.y + 1, &text, role, area.width - 2);
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
