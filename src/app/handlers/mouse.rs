//! What clicks and the wheel do.

use crate::app::briefing::Briefing;
use crate::app::message::{Mouse, MouseKind, Next};
use crate::app::pages::axis::event_at;
use crate::app::pages::list::{row_height, rows_area};
use crate::app::pages::reader::{open_article, reader_scroll};
use crate::app::pages::{status, tags};
use crate::app::refresh::refresh;
use crate::app::screen::layout::{Area, MENU_HEAD, MenuKind, SearchAreas, menu_area, reader_head};
use crate::app::screen::page::{Page, Position};
use crate::app::state::State;
use crate::app::state::grouping::Heading;
use crate::app::state::overlay::Overlay;
use crate::app::state::rows::Row;
use crate::app::state::view::{ReaderView, View};
use crate::command::Command;

use super::movement::{Move, go, moved};
use super::navigation::{open, open_quote};
use super::{axis, briefing, filter, folding};

/// The lines that one notch of the wheel is worth.
const NOTCH: isize = 3;
/// How far from the right edge of the list the sign of folded subevents stands.
const FOLD_SIGN: usize = 5;

/// Does what a mouse event means where it points.
pub(crate) fn point(state: &mut State, mouse: Mouse) -> Next {
    if state.briefing.is_some() && state.overlay.is_none() {
        return match mouse.kind {
            MouseKind::Press | MouseKind::DoublePress | MouseKind::WheelDown => briefing::click(state, 1),
            MouseKind::WheelUp => briefing::click(state, -1),
            MouseKind::Release | MouseKind::Drag => Next::NOTHING,
        };
    }
    match mouse.kind {
        MouseKind::WheelUp => turn(state, mouse, -NOTCH),
        MouseKind::WheelDown => turn(state, mouse, NOTCH),
        MouseKind::Press | MouseKind::DoublePress => return press(state, mouse),
        MouseKind::Release => state.axis.dragged = None,
        MouseKind::Drag => drag(state, mouse),
    }
    Next::NOTHING
}

/// The part of the screen under the pointer, with the pointer's row in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What lies over the panes, with the row of the page in it that one points at.
    Overlay(Option<usize>),
    /// A column and row of the axis.
    Axis(usize, usize),
    /// A column and row of the list.
    List(usize, usize),
    /// A column and row of the detail.
    Detail(usize, usize),
    Reader(usize),
    Page(usize),
    Footer,
    Nothing,
}

fn part(state: &State, mouse: Mouse) -> Part {
    let Some(layout) = state.layout() else { return Part::Nothing };
    let within = |area: Option<Area>| {
        let area = area.filter(|area| area.contains(mouse.column, mouse.row))?;
        Some((area, usize::from(mouse.row - area.y)))
    };
    let line = match &state.overlay {
        // They are typed in the footer.
        Some(Overlay::GoTo(_) | Overlay::Filter(_) | Overlay::Find(_)) => return Part::Nothing,
        Some(Overlay::Menu(menu)) => Some((menu_area(state.size, menu.kind), MENU_HEAD)),
        Some(Overlay::Search(_)) => Some((SearchAreas::new(state.size).hits, 0)),
        Some(Overlay::Overview(_)) => Some((menu_area(state.size, MenuKind::Help), MENU_HEAD)),
        None => None,
    };
    if within(Some(layout.footer)).is_some() {
        return Part::Footer;
    }
    if let Some((area, head)) = line {
        return Part::Overlay(within(Some(area)).and_then(|(_, row)| row.checked_sub(head.into())));
    }
    if let Some((area, row)) = within(Some(layout.axis)) {
        return Part::Axis(usize::from(mouse.column - area.x), row);
    }
    if let Some((area, row)) = within(layout.list.map(|list| rows_area(state, list))) {
        return Part::List(usize::from(mouse.column - area.x), row);
    }
    if let Some((area, row)) = within(layout.detail) {
        return Part::Detail(usize::from(mouse.column - area.x), row);
    }
    if let Some((area, row)) = within(layout.reader) {
        return row.checked_sub(reader_head(area).into()).map_or(Part::Nothing, Part::Reader);
    }
    within(layout.page).and_then(|(_, row)| row.checked_sub(2)).map_or(Part::Nothing, Part::Page)
}

/// Pulls the axis along, once it was pressed on.
fn drag(state: &mut State, mouse: Mouse) {
    if let Some(from) = state.axis.dragged.replace(mouse.column) {
        axis::pan(state, isize::from(from.cast_signed()) - isize::from(mouse.column.cast_signed()));
    } else {
        state.axis.dragged = None;
    }
}

fn press(state: &mut State, mouse: Mouse) -> Next {
    let part = part(state, mouse);
    let command = if part == Part::Footer { key_at(state, mouse.column) } else { None };
    state.display.notice = None;
    state.keys.clear();
    state.axis.dragged = matches!(part, Part::Axis(..)).then_some(mouse.column);
    let is_hit = match part {
        Part::Axis(column, row) => press_axis(state, column, row),
        Part::List(column, row) => {
            if let Some(tag) = tag_in_list(state, column, row) {
                return Next::Effects(filter::ask_for(state, filter::by_tag(&tag)));
            }
            let is_sign = is_fold_sign(state, column, row);
            let is_hit = press_list(state, row);
            if is_sign && is_hit {
                folding::fold(state);
                return Next::NOTHING;
            }
            is_hit
        }
        Part::Detail(column, row) => {
            if let Some(tag) = tag_in_detail(state, column, row) {
                return Next::Effects(filter::ask_for(state, filter::by_tag(&tag)));
            }
            press_detail(state, row)
        }
        Part::Reader(row) => press_reader(state, row),
        Part::Page(row) => press_page(state, row),
        Part::Footer => return command.map_or(Next::NOTHING, Next::run),
        Part::Overlay(row) => {
            let is_hit = row.is_some_and(|row| press_overlay(state, row));
            let is_double = mouse.kind == MouseKind::DoublePress;
            return if is_hit && is_double { Next::run(Command::Open) } else { Next::NOTHING };
        }
        Part::Nothing => false,
    };
    if is_hit && mouse.kind == MouseKind::DoublePress {
        open(state, None);
    }
    Next::NOTHING
}

/// Selects what is drawn in a row of what lies over the panes; says whether there is anything.
fn press_overlay(state: &mut State, row: usize) -> bool {
    let (menu, hits) = (state.cache.menu.get(), state.cache.hits.get());
    let (at, hit) = match (&mut state.overlay, menu, hits) {
        (Some(Overlay::Menu(menu)), Some(page), _) => {
            let hit = item_at(page, menu.at.scroll + row);
            (&mut menu.at, hit)
        }
        (Some(Overlay::Overview(overview)), ..) => {
            let page = state.briefing.as_deref().and_then(Briefing::overview_page);
            let hit = page.and_then(|page| item_at(page, overview.at.scroll + row));
            (&mut overview.at, hit)
        }
        (Some(Overlay::Search(search)), _, Some(page)) => {
            let hit = item_at(page, search.at.scroll + row);
            (&mut search.at, hit)
        }
        _ => return false,
    };
    if let Some(item) = hit {
        at.item = item;
    }
    hit.is_some()
}

/// The command whose key the footer shows in `column`.
fn key_at(state: &State, column: u16) -> Option<Command> {
    let footer = state.layout()?.footer;
    if state.display.notice.is_some() || state.pending().is_some() {
        return None;
    }
    status::key_at(state, footer.width.into(), usize::from(column - footer.x))
}

/// Comes back to the list and the detail from what lies over them.
fn uncover(state: &mut State) {
    while !matches!(state.history.top(), View::Browse(_)) && state.history.pop() {}
}

/// Selects the event drawn in a column and row of the axis, or the nearest one; says whether there is any.
fn press_axis(state: &mut State, column: usize, row: usize) -> bool {
    let found = event_at(state, column, row);
    if let Some(event) = found {
        uncover(state);
        state.unfold_to(event);
        state.history.select(event);
    }
    found.is_some()
}

/// The row of the list that is drawn in a row of the screen, and which of its lines.
fn row_at(state: &State, row: usize) -> Option<(usize, usize)> {
    let width = list_width(state);
    let mut bottom = 0;
    let index = (state.history.base().top..state.rows().all.len()).find(|index| {
        bottom += row_height(state, *index, width);
        bottom > row
    })?;
    Some((index, row - (bottom - row_height(state, index, width))))
}

fn list_width(state: &State) -> usize {
    state.layout().and_then(|layout| layout.list).map_or(0, |area| usize::from(area.width))
}

/// Whether the sign of folded or unfolded subevents stands there, or right beside it.
fn is_fold_sign(state: &State, column: usize, row: usize) -> bool {
    let sign = list_width(state).saturating_sub(FOLD_SIGN);
    let has_sign = |event| state.timeline().children(Some(event)).next().is_some();
    let event = |row: usize| state.rows().all.get(row).and_then(|row| row.event());
    column.abs_diff(sign) <= 1
        && row_at(state, row).is_some_and(|(row, line)| line == 0 && event(row).is_some_and(has_sign))
}

/// The tag that is drawn there in the list: behind a title, or over a group.
fn tag_in_list(state: &State, column: usize, row: usize) -> Option<String> {
    let (timeline, lang) = (state.timeline(), state.display.lang.tag());
    let (row, line) = row_at(state, row)?;
    match *state.rows().all.get(row)? {
        Row::Event(event) => {
            let shown = tags::behind_title(state, row, event, state.rows().columns(list_width(state)));
            let column = column.checked_sub(shown.column).filter(|_| line == shown.line)?;
            tags::at_column(timeline, event, lang, &shown.text, column).map(str::to_owned)
        }
        Row::Heading(heading @ Heading::Tag(event, _)) => {
            let words = heading.words(timeline, state.display.lang);
            tags::at_column(timeline, event, lang, &words, column).map(str::to_owned)
        }
        _ => None,
    }
}

/// The tag that is drawn there in the detail.
fn tag_in_detail(state: &State, column: usize, row: usize) -> Option<String> {
    let page = state.detail_page()?;
    let line = page.lines.get(state.history.base().detail.scroll + row)?;
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    // Pages are set in by the column of their marks and a blank.
    let column = column.checked_sub(2)?;
    tags::at_column(state.timeline(), state.event(), state.display.lang.tag(), &text, column)
        .map(str::to_owned)
}

/// Selects what is drawn in a row of the list; says whether that is an event.
fn press_list(state: &mut State, row: usize) -> bool {
    uncover(state);
    let Some((row, _)) = row_at(state, row).filter(|(row, _)| state.rows().has_event(*row)) else {
        return false;
    };
    if state.history.base().in_detail {
        state.history.switch_to(false);
    }
    state.select_row(row);
    true
}

/// Selects what is drawn in a row of the detail; says whether that can be opened.
fn press_detail(state: &mut State, row: usize) -> bool {
    uncover(state);
    let browse = *state.history.base();
    let hit = state.detail_page().and_then(|page| item_at(page, browse.detail.scroll + row));
    if !browse.in_detail && !state.timeline().events.is_empty() {
        state.history.remember();
        state.history.base_mut().in_detail = true;
    }
    if let Some(item) = hit {
        state.history.base_mut().detail.item = item;
    }
    hit.is_some()
}

/// Goes into the article, and to the passage drawn in a row of it.
fn press_reader(state: &mut State, row: usize) -> bool {
    let Some(reader) = enter_reader(state) else { return false };
    let scroll = reader_scroll(state, reader, state.reader_height());
    let hit = open_article(state).and_then(|opened| {
        opened.quote_in_view(&(scroll.saturating_add(row)..scroll.saturating_add(row + 1)))
    });
    let quote = hit.or(reader.quote);
    state.history.replace(View::Reader(ReaderView { quote, scroll: Some(scroll), ..reader }));
    hit.is_some()
}

/// The article that is on the screen, with the keyboard in it from now on.
fn enter_reader(state: &mut State) -> Option<ReaderView> {
    let reader = state.reading()?;
    if !matches!(state.history.top(), View::Reader(_)) {
        open_quote(state, reader.quote?);
    }
    Some(reader)
}

fn press_page(state: &mut State, row: usize) -> bool {
    let (at, hit) = match state.history.top() {
        View::Sources(at) => (at, state.sources_page().and_then(|page| item_at(page, at.scroll + row))),
        View::Problems(at) => (at, state.problems_page().and_then(|page| item_at(page, at.scroll + row))),
        View::Browse(_) | View::Reader(_) => return false,
    };
    let Some(item) = hit else { return false };
    let at = Position { item, ..at };
    let is_sources = matches!(state.history.top(), View::Sources(_));
    state.history.replace(if is_sources { View::Sources(at) } else { View::Problems(at) });
    true
}

/// The last item that takes part of a line of `page`.
fn item_at<T>(page: &Page<T>, line: usize) -> Option<usize> {
    page.items.iter().rposition(|item| item.lines.contains(&line))
}

fn turn(state: &mut State, mouse: Mouse, lines: isize) {
    match part(state, mouse) {
        Part::Axis(column, _) => axis::zoom_at(state, column, -lines.signum()),
        Part::List(..) => turn_list(state, lines),
        Part::Detail(..) => {
            let height = state.layout().and_then(|layout| layout.detail).map_or(1, |area| area.height.into());
            let at = state.history.base().detail;
            let at = state.detail_page().map(|page| moved(page, at, Move::Lines(lines), height));
            state.history.base_mut().detail = at.unwrap_or_default();
        }
        Part::Reader(_) => {
            if enter_reader(state).is_some() {
                refresh(state);
                go(state, Move::Lines(lines));
            }
        }
        Part::Overlay(_) | Part::Page(_) => go(state, Move::Lines(lines)),
        Part::Footer | Part::Nothing => {}
    }
}

/// Moves the rows of the list and takes the selection along where it would leave the screen. Where the rows
/// cannot move any further, the selection does.
fn turn_list(state: &mut State, lines: isize) {
    let Some(area) = state.layout().and_then(|layout| layout.list) else { return };
    let area = rows_area(state, area);
    let (height, width) = (usize::from(area.height), usize::from(area.width));
    let before = state.history.base().top;
    let top = before.saturating_add_signed(lines).min(last_top(state, height, width));
    if top == before {
        let row = state.rows().row_of(state.timeline(), state.event());
        if let Some(row) = state.rows().step(row, lines.signum()) {
            state.select_row(row);
        }
        return;
    }
    state.history.base_mut().top = top;
    let mut used = 0;
    let seen = (top..state.rows().all.len()).take_while(|index| {
        used += row_height(state, *index, width);
        used <= height
    });
    let events: Vec<usize> = seen.filter(|index| state.rows().has_event(*index)).collect();
    let selected = state.rows().row_of(state.timeline(), state.event());
    let (Some(first), Some(last)) = (events.first(), events.last()) else { return };
    state.select_row(selected.clamp(*first, *last));
}

/// The first row in view where the last one is at the bottom.
fn last_top(state: &State, height: usize, width: usize) -> usize {
    let count = state.rows().all.len();
    let mut used = 0;
    let fitting = (0..count).rev().take_while(|index| {
        used += row_height(state, *index, width);
        used <= height
    });
    count - fitting.count()
}
