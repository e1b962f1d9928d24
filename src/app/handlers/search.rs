//! Searching, and going from hit to hit.

use std::sync::Arc;

use crate::app::briefing::place_of_hit;
use crate::app::message::{Effect, Question, Wanted};
use crate::app::screen::page::Position;
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::search::{ResultCursor, SearchPrompt, SearchResults};
use crate::app::state::view::{BrowseView, ReaderView, View};
use crate::model::EventIndex;
use crate::search::{Found, Hit, Target};

use super::find;

/// Opens a line to search by.
pub(crate) fn open(state: &mut State) {
    state.overlay = Some(Overlay::Search(SearchPrompt::default()));
}

/// Asks for the hits of what is typed now.
pub(crate) fn ask(state: &mut State) -> Vec<Effect> {
    let number = state.search.next_question();
    let lang = state.display.lang;
    let Some(Overlay::Search(search)) = &mut state.overlay else { return Vec::new() };
    search.number = number;
    let text = search.prompt.text().trim().to_owned();
    if text.is_empty() {
        search.results = None;
        return Vec::new();
    }
    vec![Effect::Ask(Question { number, text, wanted: Wanted::Hits, lang })]
}

/// Takes in the hits of the last question.
pub(crate) fn take_in(state: &mut State, number: u64, text: String, found: Found) {
    if let Some(Overlay::Search(search)) = &mut state.overlay
        && search.number == number
    {
        search.results = Some(Arc::new(SearchResults { number, text, found }));
        search.at = Position::default();
    }
}

/// Goes to the hit that is selected; where nothing was typed, back to where one was.
pub(crate) fn accept(state: &mut State) {
    let Some(Overlay::Search(search)) = &state.overlay else { return };
    if search.prompt.text().trim().is_empty() {
        state.overlay = None;
        return;
    }
    let Some(results) = search.results.clone().filter(|results| !results.found.hits.is_empty()) else {
        return;
    };
    let at = state.hits_page().and_then(|page| page.target(search.at)).copied().unwrap_or_default();
    state.overlay = None;
    state.search.cursor = Some(ResultCursor { results, at });
    visit(state);
}

/// Goes `steps` hits on from the last one, around the end.
pub(crate) fn next(state: &mut State, steps: isize) {
    let Some(cursor) = &mut state.search.cursor else {
        state.say(state.words().no_search);
        return;
    };
    cursor.advance(steps);
    visit(state);
}

/// Goes to the hit of the search one is at, and says which one that is.
fn visit(state: &mut State) {
    let Some(ResultCursor { results, at }) = state.search.cursor.clone() else { return };
    let Some(hit) = results.found.hits.get(at) else { return };
    if let Some(briefing) = state.briefing() {
        let place = place_of_hit(&state.context(), state.size, briefing, hit);
        if let Some(briefing) = &mut state.briefing {
            // One comes back by the key for it.
            briefing.digress(&state.draft.timeline, place);
        }
        return;
    }
    let was_filtered = state.list.filter.is_some();
    state.history.jump();
    go_to(state, hit, &results.text);
    let (tally, dot) = (results.tally(at), state.display.glyphs.dot);
    let is_lifted = state.list.filter.is_none() && was_filtered;
    let lifted = if is_lifted { format!(" {dot} {}", state.words().filter_lifted) } else { String::new() };
    state.say(format!("{tally} {dot} {}{lifted}", results.text));
}

fn go_to(state: &mut State, hit: &Hit, words: &str) {
    match &hit.target {
        Target::Event(event) => show(state, *event, None),
        Target::Quote(quote) => {
            let event = state.timeline().quotes[*quote].event;
            show(state, event, Some(quote - state.timeline().quotes_of(event).start));
        }
        Target::Passage { source, quote, bytes } => {
            if let Some(event) = hit.event(state.timeline()) {
                show(state, event, None);
            }
            let (source, quote) = (*source, *quote);
            state.history.lay(View::Reader(ReaderView { source, quote, scroll: None }));
            find::show(state, words, bytes);
        }
    }
}

/// Shows the detail of an event, at its quote of that number.
fn show(state: &mut State, event: EventIndex, quote: Option<usize>) {
    state.history.go_to_list(event);
    state.unfold_to(event);
    let base = state.history.base_mut();
    let detail = quote.map_or_else(Position::default, Position::at);
    *base = BrowseView { in_detail: true, detail, ..*base };
}
