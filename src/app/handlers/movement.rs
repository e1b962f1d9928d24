//! Moving inside a pane.

use crate::app::pages::list::{row_lines_away, rows_area};
use crate::app::pages::reader::{open_article, reader_scroll};
use crate::app::screen::layout::{Area, MENU_HEAD, Pane, SearchAreas, menu_area};
use crate::app::screen::page::{Page, Position};
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::view::{ReaderView, View};
use crate::command::Command;

use super::find;

/// A move inside a pane.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Move {
    /// By items or lines.
    Steps(isize),
    /// By lines.
    Lines(isize),
    /// By as many lines as a page has, or part of one: where it cannot go further, to its first or last item.
    Pages(isize),
    Head,
    /// To an item, from 0.
    To(usize),
    End,
}

/// Does what a command about moving asks, as often as `count` says.
pub(crate) fn handle(state: &mut State, command: Command, count: Option<usize>) {
    let steps = isize::try_from(count.unwrap_or(1)).unwrap_or(1);
    let page = isize::try_from(page_height(state)).unwrap_or(1);
    let nth = count.map(|count| Move::To(count.saturating_sub(1)));
    let to = match command {
        Command::Down => Move::Steps(steps),
        Command::Up => Move::Steps(-steps),
        Command::HalfDown => Move::Pages(steps * (page / 2).max(1)),
        Command::HalfUp => Move::Pages(-steps * (page / 2).max(1)),
        Command::PageDown => Move::Pages(steps * (page - 1).max(1)),
        Command::PageUp => Move::Pages(-steps * (page - 1).max(1)),
        Command::First => nth.unwrap_or(Move::Head),
        _ => nth.unwrap_or(Move::End),
    };
    if matches!(to, Move::Head | Move::To(_) | Move::End) && state.overlay.is_none() {
        state.history.note_jump();
    }
    go(state, to);
}

/// The rows of the pane the keyboard is in.
pub(crate) fn page_height(state: &State) -> usize {
    if let Some(Overlay::Menu(menu)) = &state.overlay {
        return usize::from(menu_area(state.size, menu.kind).height.saturating_sub(MENU_HEAD));
    }
    if let Some(Overlay::Search(_)) = &state.overlay {
        return SearchAreas::new(state.size).hits.height.into();
    }
    let Some(layout) = state.layout() else { return 1 };
    let rows = |area: Option<Area>| area.map_or(1, |area| usize::from(area.height));
    match state.history.top().pane() {
        Pane::List => rows(layout.list.map(|list| rows_area(state, list))),
        Pane::Detail => rows(layout.detail),
        Pane::Reader => state.reader_height(),
        Pane::Sources | Pane::Problems => rows(layout.page).saturating_sub(2),
    }
}

pub(crate) fn go(state: &mut State, to: Move) {
    let height = page_height(state);
    if let (Some(Overlay::Find(_)), Move::Steps(steps)) = (&state.overlay, to) {
        return find::next(state, steps);
    }
    let is_in_list = state.history.top().pane() == Pane::List;
    match (&mut state.overlay, state.cache.menu.get(), state.cache.hits.get()) {
        (Some(Overlay::Menu(menu)), Some(page), _) => {
            menu.at = moved(page, menu.at, to, height);
            return;
        }
        (Some(Overlay::Search(search)), _, Some(page)) if search.results.is_some() => {
            search.at = moved(page, search.at, to, height);
            return;
        }
        // What is being narrowed down or read stands above the line, and can be gone through.
        (Some(Overlay::Find(_)) | None, ..) => {}
        (Some(Overlay::Filter(_)), ..) if is_in_list => {}
        (Some(_), ..) => return state.say(state.words().nothing_to_go_through),
    }
    match state.history.top() {
        View::Browse(browse) if browse.in_detail => {
            let at = state.detail_page().map(|page| moved(page, browse.detail, to, height));
            state.history.base_mut().detail = at.unwrap_or_default();
        }
        View::Browse(_) => go_in_list(state, to),
        View::Reader(reader) => {
            let scroll = scrolled(reader_scroll(state, reader, height), to);
            state.history.replace(View::Reader(ReaderView { scroll: Some(scroll), ..reader }));
        }
        View::Sources(at) => {
            let at = state.sources_page().map(|page| moved(page, at, to, height));
            state.history.replace(View::Sources(at.unwrap_or_default()));
        }
        View::Problems(at) => {
            let at = state.problems_page().map(|page| moved(page, at, to, height));
            state.history.replace(View::Problems(at.unwrap_or_default()));
        }
    }
}

/// A page without items, moved; too far is brought back when it is laid out.
fn scrolled(scroll: usize, to: Move) -> usize {
    match to {
        Move::Steps(lines) | Move::Lines(lines) | Move::Pages(lines) => scroll.saturating_add_signed(lines),
        Move::Head => 0,
        Move::To(line) => line,
        Move::End => usize::MAX,
    }
}

pub(crate) fn moved<T>(page: &Page<T>, at: Position, to: Move, height: usize) -> Position {
    // On a screen too small to lay anything out, what is selected has not been brought into view yet.
    let at = if at.scroll == Position::UNKNOWN { page.selecting(at.item, height) } else { at };
    match to {
        Move::Steps(steps) => {
            let step = |at: Position| if steps < 0 { page.up(at, height) } else { page.down(at, height) };
            let longest = page.lines.len() + page.items.len();
            (0..steps.unsigned_abs().min(longest)).fold(at, |at, _| step(at))
        }
        Move::Lines(lines) => page.scrolled(at, lines, height),
        Move::Pages(lines) => match page.scrolled(at, lines, height) {
            there if there.scroll != at.scroll => there,
            _ => moved(page, at, if lines < 0 { Move::Head } else { Move::End }, height),
        },
        Move::Head => Position::default(),
        Move::To(item) => page.selecting(item.min(page.items.len().saturating_sub(1)), height),
        Move::End => Position { item: page.items.len().saturating_sub(1), scroll: page.last_scroll(height) },
    }
}

fn go_in_list(state: &mut State, to: Move) {
    let row = state.rows().row_of(state.timeline(), state.event());
    let to = match to {
        Move::Steps(steps) => state.rows().step(row, steps),
        Move::Lines(lines) | Move::Pages(lines) => row_lines_away(state, lines),
        Move::Head => state.rows().nth(1),
        Move::To(number) => state.rows().nth(number + 1),
        Move::End => state.rows().last(),
    };
    if let Some(row) = to {
        state.select_row(row);
    }
}

/// The event `steps` further on, or in an article the passage.
pub(crate) fn next_item(state: &mut State, steps: isize) {
    match state.history.top() {
        View::Reader(reader) => next_passage(state, reader, steps),
        _ => go_in_list(state, Move::Steps(steps)),
    }
}

fn next_passage(state: &mut State, reader: ReaderView, steps: isize) {
    let top = reader_scroll(state, reader, state.reader_height());
    match open_article(state).and_then(|opened| opened.step(top, steps)) {
        None => state.say(state.words().no_passages),
        Some((quote, is_end)) => {
            state.history.replace(View::Reader(ReaderView { quote: Some(quote), scroll: None, ..reader }));
            match is_end {
                true if steps > 0 => state.say(state.words().last_passage),
                true => state.say(state.words().first_passage),
                false => {}
            }
        }
    }
}
