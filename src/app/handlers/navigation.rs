//! Going deeper, and back.

use crate::app::pages::reader::{open_article as article_on_screen, reader_scroll};
use crate::app::screen::layout::Pane;
use crate::app::screen::page::Position;
use crate::app::state::State;
use crate::app::state::view::{BrowseView, ReaderView, Target, View};
use crate::command::Command;
use crate::model::{EventIndex, QuoteIndex, SourceIndex};

use super::movement::page_height;
use super::{filter, find, overlay};

/// Opens what is selected, or with a `count` the quote, source or passage of that number.
pub(crate) fn open(state: &mut State, count: Option<usize>) {
    match (state.history.top(), count) {
        (View::Browse(browse), Some(number)) => open_numbered(state, browse, number),
        (View::Browse(browse), None) if browse.in_detail => open_selected(state, browse),
        (View::Browse(_), None) => {
            if state.timeline().events.is_empty() {
                return state.say(state.words().no_events);
            }
            state.history.remember();
            state.history.base_mut().in_detail = true;
        }
        (View::Sources(at), count) => {
            let at = count.map_or(at, |number| Position { item: number.saturating_sub(1), ..at });
            let source = state.sources_page().and_then(|page| page.target(at)).copied();
            match source {
                Some(source) => {
                    state.history.push(View::Reader(ReaderView { source, quote: None, scroll: Some(0) }));
                }
                None => state.say(state.words().no_source_here),
            }
        }
        (View::Reader(reader), count) => open_passage(state, reader, count),
        (View::Problems(_), _) => {}
    }
}

/// Opens the quote of that number of the event one is at.
fn open_numbered(state: &mut State, browse: BrowseView, number: usize) {
    let quotes = state.timeline().quotes_of(browse.event);
    let Some(quote) = quotes.clone().nth(number.saturating_sub(1)) else {
        state.say(format!("{} {number}", state.words().no_such_quote));
        return;
    };
    if browse.in_detail {
        state.history.base_mut().detail = Position::at(quote - quotes.start);
    }
    open_quote(state, quote);
}

fn open_selected(state: &mut State, browse: BrowseView) {
    if browse.detail.scroll > 0 && !shows_selected(state, browse) {
        let height = page_height(state);
        let found = state.detail_page().map(|page| page.selecting(browse.detail.item, height));
        state.history.base_mut().detail = found.unwrap_or_default();
        return;
    }
    match state.detail_page().and_then(|page| page.target(browse.detail)) {
        Some(Target::Quote(quote)) => open_quote(state, *quote),
        Some(Target::Event(event)) => open_event(state, *event),
        None => state.say(state.words().no_quote_here),
    }
}

/// Whether what is selected in the detail is in view. Nobody who has gone on from its head means to open what they do
/// not see; from the head, on a screen of whatever size, the way leads on to the first quote.
fn shows_selected(state: &State, browse: BrowseView) -> bool {
    let height = page_height(state);
    let page = state.detail_page();
    page.is_none_or(|page| page.items.is_empty() || page.shows_selected(browse.detail, height))
}

/// From a passage to the quote that rests on it, in the detail of its event.
fn open_passage(state: &mut State, reader: ReaderView, count: Option<usize>) {
    let height = state.reader_height();
    let top = reader_scroll(state, reader, height);
    let quote = article_on_screen(state).and_then(|opened| match count {
        Some(number) => opened.nth_passage(number),
        None => opened.quote_in_view(&(top..top.saturating_add(height))),
    });
    let Some(quote) = quote else {
        state.say(state.words().no_passage_here);
        return;
    };
    let event = state.timeline().quotes[quote].event;
    state.unfold_to(event);
    let detail = Position::at(quote - state.timeline().quotes_of(event).start);
    let base = *state.history.base();
    state.history.leave_for(BrowseView { event, in_detail: true, detail, ..base });
}

pub(crate) fn open_quote(state: &mut State, quote: QuoteIndex) {
    match state.timeline().quotes[quote].source {
        Some(source) => {
            state.history.push(View::Reader(ReaderView { source, quote: Some(quote), scroll: None }));
        }
        None => state.say(state.words().unknown_source),
    }
}

pub(crate) fn open_event(state: &mut State, event: EventIndex) {
    state.unfold_to(event);
    let base = *state.history.base();
    state.history.descend(BrowseView { event, detail: Position::default(), ..base });
}

pub(crate) fn open_article(state: &mut State) {
    match state.history.top() {
        View::Browse(browse) => match state.quote_at(browse) {
            Some(quote) => open_quote(state, quote),
            None => state.say(state.words().no_quote_here),
        },
        View::Sources(_) => open(state, None),
        View::Reader(_) | View::Problems(_) => {}
    }
}

/// Out of what is on top: what lies over the panes, what was looked for in the article, a layer, a subevent, the
/// detail, the filter of the list.
pub(crate) fn close(state: &mut State) {
    if state.overlay.is_some() {
        overlay::close(state);
    } else if !find::forget(state) && !state.history.pop() && !filter::lift(state) {
        let quit = Command::Quit.spec().label.in_language(state.display.lang);
        let key = state
            .keys
            .map
            .first_name(Command::Quit, state.display.lang, state.display.glyphs)
            .unwrap_or_default();
        state.say(format!("{} {} {key} {quit}", state.words().nothing_to_close, state.display.glyphs.dot));
    }
}

/// Shows `view`, or leaves it where it is on top already.
pub(crate) fn toggle(state: &mut State, view: View) {
    if state.history.top().pane() == view.pane() {
        state.history.pop();
    } else {
        state.history.push(view);
    }
}

/// Shows the sources, at the sheet of the one that is being read or that the selected quote comes from.
pub(crate) fn sources(state: &mut State) {
    let source = match state.history.top() {
        View::Reader(reader) => Some(reader.source),
        View::Browse(browse) if browse.in_detail => selected_source(state, browse),
        _ => None,
    };
    toggle(state, View::Sources(source.map_or_else(Position::default, Position::at)));
}

fn selected_source(state: &State, browse: BrowseView) -> Option<SourceIndex> {
    state.timeline().quotes[state.quote_at(browse)?].source
}

/// To the pane on the right, and from the last one to the first.
pub(crate) fn next_pane(state: &mut State) {
    match (state.history.top().pane(), state.has_reader_beside()) {
        (Pane::List, _) => state.history.switch_to(true),
        (Pane::Detail, true) if switch_to_reader(state) => {}
        (Pane::Reader, false) => state.say(state.words().one_pane),
        _ => state.history.switch_to(false),
    }
}

/// To the pane on the left, and from the first one to the last.
pub(crate) fn previous_pane(state: &mut State) {
    match (state.history.top().pane(), state.has_reader_beside()) {
        (Pane::Detail, _) => state.history.switch_to(false),
        (Pane::List, true) if switch_to_reader(state) => {}
        (Pane::Reader, false) => state.say(state.words().one_pane),
        _ => state.history.switch_to(true),
    }
}

/// Puts the keyboard into the article beside the detail; false where there is none.
fn switch_to_reader(state: &mut State) -> bool {
    let reading = state.reading();
    if let Some(reader) = reading {
        state.history.lay(View::Reader(reader));
    }
    reading.is_some()
}
