//! What keys do.

use std::sync::Arc;

use crate::command::Command;
use crate::keymap::{Key, Meaning};
use crate::load::Proof;
use crate::model::{EventIndex, QuoteIndex};
use crate::wrap;

use super::detail::Target;
use super::layout::{Area, help_size};
use super::list::Row;
use super::page::{Page, Position};
use super::state::State;
use super::view::{Browse, Pane, Reader, View};

/// Something that happened outside.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The terminal has so many columns and rows now.
    Resize(u16, u16),
    /// The timeline has been checked.
    Proven(Arc<Proof>),
}

/// Something to do outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Draw every cell of the screen anew.
    Redraw,
    /// Give the terminal back to the shell until the program is continued.
    Suspend,
}

/// A move inside a pane.
#[derive(Clone, Copy, Debug)]
enum Move {
    /// By items or lines.
    Steps(isize),
    /// By lines.
    Lines(isize),
    /// To the beginning.
    Head,
    /// To an item, from 0.
    To(usize),
    /// To the last one.
    End,
}

/// Changes `state` by `message`, and says what has to happen outside.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Key(key) => press(state, key),
        Message::Resize(columns, rows) => {
            state.size = (columns, rows);
            Vec::new()
        }
        Message::Proven(proof) => {
            state.proof = Some(proof);
            Vec::new()
        }
    };
    state.refresh();
    effects
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    if key == Key::ESC && state.pending().is_some() {
        state.keys.clear();
        state.count = None;
        return Vec::new();
    }
    if let Some(digit) = key.digit()
        && state.keys.is_empty()
        && (digit > 0 || state.count.is_some())
    {
        let count = state.count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
        state.count = Some(count.min(1_000_000));
        return Vec::new();
    }
    state.keys.push(key);
    let meaning = state.keymap.meaning(state.scope(), &state.keys);
    if meaning == Meaning::Begun {
        return Vec::new();
    }
    state.keys.clear();
    let count = state.count.take();
    match meaning {
        Meaning::Command(command) => run(state, command, count),
        Meaning::Begun | Meaning::Nothing => Vec::new(),
    }
}

fn run(state: &mut State, command: Command, count: Option<usize>) -> Vec<Effect> {
    let steps = isize::try_from(count.unwrap_or(1)).unwrap_or(1);
    let page = isize::try_from(page_height(state)).unwrap_or(1);
    match command {
        Command::Down => go(state, Move::Steps(steps)),
        Command::Up => go(state, Move::Steps(-steps)),
        Command::HalfDown => go(state, Move::Lines(steps * (page / 2).max(1))),
        Command::HalfUp => go(state, Move::Lines(-steps * (page / 2).max(1))),
        Command::PageDown => go(state, Move::Lines(steps * (page - 1).max(1))),
        Command::PageUp => go(state, Move::Lines(-steps * (page - 1).max(1))),
        Command::First => go(state, count.map_or(Move::Head, |count| Move::To(count.saturating_sub(1)))),
        Command::Last => go(state, count.map_or(Move::End, |count| Move::To(count.saturating_sub(1)))),
        Command::NextWhole => next_whole(state, steps),
        Command::PreviousWhole => next_whole(state, -steps),
        Command::Open => open(state),
        Command::Close => close(state),
        Command::HistoryBack if !state.trail.go_back() => state.notice = Some(state.words().no_history),
        Command::HistoryForward if !state.trail.go_forward() => state.notice = Some(state.words().no_future),
        Command::HistoryBack | Command::HistoryForward => state.unfold_to(state.event()),
        Command::NextPane | Command::PreviousPane => state.trail.switch_pane(),
        Command::Fold => fold(state),
        Command::FoldAll => fold_all(state),
        Command::Article => open_article(state),
        Command::Sources => toggle(state, View::Sources(Position::default())),
        Command::Problems => toggle(state, View::Problems(Position::default())),
        Command::ZoomIn => state.zoom(steps),
        Command::ZoomOut => state.zoom(-steps),
        Command::ZoomTo => state.zoom_to_selection(),
        Command::PanEarlier => state.pan_quarters(-steps),
        Command::PanLater => state.pan_quarters(steps),
        Command::EqualSteps => state.change_scale(),
        Command::Help => state.help = if state.help.is_some() { None } else { Some(0) },
        Command::Language => {
            state.lang = state.lang.next();
            state.language_changed();
        }
        Command::Theme => state.theme = state.theme.next(),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}

/// The rows a row of the list takes in `width` columns.
pub fn row_height(state: &State, row: usize, width: usize) -> usize {
    match state.rows().rows.get(row) {
        Some(Row::Event(event)) => {
            let title = state.timeline().events[*event].title.best(state.lang.tag());
            let columns = state.rows().columns(width);
            wrap::lines(title, columns.title_width).len() + usize::from(columns.is_stacked)
        }
        _ => 1,
    }
}

/// The rows of the pane the keyboard is in.
fn page_height(state: &State) -> usize {
    if state.help.is_some() {
        return help_size(state.size).1;
    }
    let Some(layout) = state.layout() else { return 1 };
    let rows = |area: Option<Area>| area.map_or(1, |area| usize::from(area.height));
    match state.trail.top().pane() {
        Pane::List => rows(layout.list),
        Pane::Detail => rows(layout.detail),
        Pane::Reader => state.reader_height(),
        Pane::Sources | Pane::Problems => rows(layout.page).saturating_sub(2),
    }
}

fn go(state: &mut State, to: Move) {
    let height = page_height(state);
    if let Some(scroll) = state.help {
        state.help = Some(scrolled(scroll, to));
        return;
    }
    match state.trail.top() {
        View::Browse(browse) if browse.in_detail => {
            let at = state.detail_page().map(|page| moved(page, browse.detail, to, height));
            state.trail.base_mut().detail = at.unwrap_or_default();
        }
        View::Browse(_) => go_in_list(state, to),
        View::Reader(reader) => {
            let scroll = scrolled(state.reader_scroll(reader, height), to);
            state.trail.replace(View::Reader(Reader { scroll: Some(scroll), ..reader }));
        }
        View::Sources(at) => {
            let at = state.sources_page().map(|page| moved(page, at, to, height));
            state.trail.replace(View::Sources(at.unwrap_or_default()));
        }
        View::Problems(at) => {
            let at = state.problems_page().map(|page| moved(page, at, to, height));
            state.trail.replace(View::Problems(at.unwrap_or_default()));
        }
    }
}

/// A page without items, moved; too far is brought back when it is laid out.
fn scrolled(scroll: usize, to: Move) -> usize {
    match to {
        Move::Steps(lines) | Move::Lines(lines) => scroll.saturating_add_signed(lines),
        Move::Head => 0,
        Move::To(line) => line,
        Move::End => usize::MAX,
    }
}

fn moved<T>(page: &Page<T>, at: Position, to: Move, height: usize) -> Position {
    match to {
        Move::Steps(steps) => {
            let step = |at: Position| if steps < 0 { page.up(at, height) } else { page.down(at, height) };
            let longest = page.lines.len() + page.items.len();
            (0..steps.unsigned_abs().min(longest)).fold(at, |at, _| step(at))
        }
        Move::Lines(lines) => page.scrolled(at, lines, height),
        Move::Head => Position::default(),
        Move::To(item) => page.selecting(item.min(page.items.len().saturating_sub(1)), height),
        Move::End => Position { item: page.items.len().saturating_sub(1), scroll: page.last_scroll(height) },
    }
}

fn go_in_list(state: &mut State, to: Move) {
    let row = state.rows().row_of(state.timeline(), state.event());
    let event = match to {
        Move::Steps(steps) | Move::Lines(steps) => state.rows().step(row, steps),
        Move::Head => state.rows().nth(1),
        Move::To(number) => state.rows().nth(number + 1),
        Move::End => state.rows().nth(usize::MAX),
    };
    if let Some(event) = event {
        select(state, event);
    }
}

/// Makes `event` the selected one; its detail begins at the top.
fn select(state: &mut State, event: EventIndex) {
    let base = state.trail.base_mut();
    if base.event != event {
        *base = Browse { event, detail: Position::default(), ..*base };
    }
}

/// The event `steps` further on, or in an article the passage.
fn next_whole(state: &mut State, steps: isize) {
    match state.trail.top() {
        View::Reader(reader) => next_passage(state, reader, steps),
        _ => go_in_list(state, Move::Steps(steps)),
    }
}

fn next_passage(state: &mut State, reader: Reader, steps: isize) {
    let Some(page) = state.reader_page() else { return };
    let here = page.items.iter().position(|item| Some(item.target) == reader.quote);
    let last = page.items.len().saturating_sub(1);
    let next = match here {
        Some(index) => index.saturating_add_signed(steps).min(last),
        None => 0,
    };
    let quote = page.items.get(next).map(|item| item.target).or(reader.quote);
    state.trail.replace(View::Reader(Reader { quote, scroll: None, ..reader }));
}

fn open(state: &mut State) {
    if state.help.is_some() {
        return;
    }
    match state.trail.top() {
        View::Browse(browse) if !browse.in_detail => {
            if !state.timeline().events.is_empty() {
                state.trail.remember();
                state.trail.base_mut().in_detail = true;
            }
        }
        View::Browse(browse) if !shows_selected(state, browse) => {
            let height = page_height(state);
            let found = state.detail_page().map(|page| page.selecting(browse.detail.item, height));
            state.trail.base_mut().detail = found.unwrap_or_default();
        }
        View::Browse(browse) => match state.detail_page().and_then(|page| page.target(browse.detail)) {
            Some(Target::Quote(quote)) => open_quote(state, *quote),
            Some(Target::Event(event)) => open_event(state, *event),
            None => state.notice = Some(state.words().no_quote_here),
        },
        View::Sources(at) => {
            let source = state.sources_page().and_then(|page| page.target(at)).copied();
            if let Some(source) = source {
                state.trail.push(View::Reader(Reader { source, quote: None, scroll: Some(0) }));
            }
        }
        View::Problems(_) | View::Reader(_) => {}
    }
}

/// Whether what is selected in the detail is in view. Nobody means to open what they do not see.
fn shows_selected(state: &State, browse: Browse) -> bool {
    let height = page_height(state);
    let page = state.detail_page();
    page.is_none_or(|page| page.items.is_empty() || page.shows_selected(browse.detail, height))
}

fn open_quote(state: &mut State, quote: QuoteIndex) {
    match state.timeline().quotes[quote].source {
        Some(source) => {
            state.trail.push(View::Reader(Reader { source, quote: Some(quote), scroll: None }));
        }
        None => state.notice = Some(state.words().unknown_source),
    }
}

fn open_event(state: &mut State, event: EventIndex) {
    state.unfold_to(event);
    let base = *state.trail.base();
    state.trail.descend(Browse { event, detail: Position::default(), ..base });
}

fn open_article(state: &mut State) {
    match state.trail.top() {
        View::Browse(browse) => match state.quote_at(browse) {
            Some(quote) => open_quote(state, quote),
            None => state.notice = Some(state.words().no_quote_here),
        },
        View::Sources(_) => open(state),
        View::Reader(_) | View::Problems(_) => {}
    }
}

/// Out of what is on top: the help, a layer, a subevent, the detail.
fn close(state: &mut State) {
    if state.help.take().is_none() {
        state.trail.pop();
    }
}

/// Shows `view`, or leaves it where it is on top already.
fn toggle(state: &mut State, view: View) {
    state.help = None;
    if state.trail.top().pane() == view.pane() {
        state.trail.pop();
    } else {
        state.trail.push(view);
    }
}

fn fold(state: &mut State) {
    let event = state.event();
    let timeline = state.timeline();
    let has_children = timeline.children(Some(event)).next().is_some();
    let target =
        if has_children { Some(event) } else { timeline.events.get(event).and_then(|event| event.parent) };
    let Some(target) = target else { return };
    if !state.unfolded.remove(&target) {
        state.unfolded.insert(target);
    }
    show_event(state);
}

fn fold_all(state: &mut State) {
    if state.unfolded.is_empty() {
        let timeline = &state.draft.timeline;
        let with_children =
            (0..timeline.events.len()).filter(|event| timeline.children(Some(*event)).next().is_some());
        state.unfolded = with_children.collect();
    } else {
        state.unfolded.clear();
    }
    show_event(state);
}

/// Makes the list anew and selects, where the selected event is folded away, the one around it.
fn show_event(state: &mut State) {
    state.make_rows();
    let row = state.rows().row_of(state.timeline(), state.event());
    if let Some(Row::Event(event)) = state.rows().rows.get(row).copied() {
        select(state, event);
    }
}
