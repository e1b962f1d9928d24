//! The panes that are pages: detail, article, sources, problems.

use crate::app::layout::{Area, reader_head};
use crate::app::page::{Page, Position};
use crate::app::{State, anchor_mark, source_name};
use crate::evidence::Anchor;
use crate::model::QuoteIndex;
use crate::role::Role;
use crate::wrap;

use super::canvas::Canvas;
use super::drawn::Link;

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
    let height = usize::from(area.height);
    let mut is_first = true;
    for (index, y) in (at.scroll..page.lines.len()).zip(area.y..area.y + area.height) {
        let line = &page.lines[index];
        canvas.line(area.x + 2, y, line, area.width - 2);
        addresses(page, index, area.x + 2, y, canvas);
        if item.is_some_and(|item| item.lines.contains(&index)) {
            canvas.select(area.x, y, area.width);
            canvas.text(area.x, y, state.glyphs.selected, Role::Accent, 1);
            if std::mem::take(&mut is_first) {
                canvas.point(area.x + 2 + u16::try_from(line.indent()).unwrap_or_default(), y);
            }
        }
    }
    more_signs(page.lines.len(), at.scroll, height, area, canvas);
}

/// Makes the addresses on a line of `page`, drawn from column `x` on, lead there.
fn addresses<T>(page: &Page<T>, line: usize, x: u16, y: u16, canvas: &mut Canvas<'_>) {
    for (number, address) in page.addresses.iter().enumerate() {
        if !address.lines.contains(&line) {
            continue;
        }
        let small = |columns: usize| u16::try_from(columns).unwrap_or_default();
        let width = small(page.lines[line].width().saturating_sub(address.column));
        canvas.link(Link { x: x + small(address.column), y, width, url: address.url.clone(), number });
    }
}

/// Says with arrows on the right edge that the page goes on above or below.
fn more_signs(lines: usize, scroll: usize, height: usize, area: Area, canvas: &mut Canvas<'_>) {
    let x = area.x + area.width;
    if scroll > 0 {
        canvas.text(x, area.y, "↑", Role::Accent, 1);
    }
    if scroll + height < lines {
        canvas.text(x, area.y + area.height - 1, "↓", Role::Accent, 1);
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
    let name = source_name(source, state.lang);
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
            if focused {
                let (column, row) = passage(page, reading.quote, at.scroll, height);
                canvas.point(text.x + 2 + column, text.y + row);
            }
        }
        None => canvas.text(text.x + 2, text.y, state.words().no_article, Role::Bad, area.width - 2),
    }
}

/// Column and row, in the lines in view, where the passage of a quote begins, or else the text.
fn passage(page: &Page<QuoteIndex>, quote: Option<QuoteIndex>, top: usize, height: usize) -> (u16, u16) {
    let item = page.items.iter().find(|item| Some(item.target) == quote);
    let seen = |index: &usize| (top..top + height).contains(index);
    let found = item.and_then(|item| {
        let index = item.lines.clone().find(seen)?;
        let before = page.lines[index].runs.iter().take_while(|run| run.role == Role::Text);
        let column: usize = before.map(|run| wrap::width(&run.text)).sum();
        Some((u16::try_from(column).ok()?, u16::try_from(index - top).ok()?))
    });
    found.unwrap_or_default()
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
    let event = event.map(|event| format!(" · {}", event.title.best(state.lang.tag()))).unwrap_or_default();
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
