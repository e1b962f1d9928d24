//! Searching: what is typed, what answers it, and going from answer to answer.

use std::sync::Arc;

use crate::model::EventIndex;
use crate::search::{Found, Hit, Target};

use super::message::{Effect, Question, Wanted};
use super::overlay::Overlay;
use super::page::Position;
use super::prompt::Prompt;
use super::state::State;
use super::view::{Browse, Reader, View};
use super::{briefing, find};

/// A search while it is being typed.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The line.
    pub prompt: Prompt,
    /// The number of the last question.
    pub(super) number: u64,
    /// The last answer: while the next one is on its way, that to what was typed before.
    pub hits: Option<Arc<Hits>>,
    /// Where one is among its hits.
    pub at: Position,
}

/// The hits of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// The number of the question.
    pub number: u64,
    /// What was typed.
    pub text: String,
    /// What answers it.
    pub found: Found,
}

impl Hits {
    /// `3/26`: which of the hits one is at, from 0, and how many there are to go through; `3/26+` where still more was
    /// found.
    pub fn tally(&self, at: usize) -> String {
        let count = self.found.hits.len();
        let more = if self.found.left_out() > 0 { "+" } else { "" };
        format!("{}/{count}{more}", (at + 1).min(count))
    }
}

/// Hits that are gone through one after the other.
#[derive(Clone, Debug)]
pub(super) struct Round {
    hits: Arc<Hits>,
    at: usize,
}

impl Round {
    /// Goes on with the hits whose targets `keep` keeps, which may change them.
    pub(super) fn retain(&mut self, keep: impl Fn(&mut Target) -> bool) {
        let hits = Arc::make_mut(&mut self.hits);
        let mut at = 0;
        let mut index = 0;
        hits.found.hits.retain_mut(|hit| {
            let is_kept = keep(&mut hit.target);
            at += usize::from(is_kept && index < self.at);
            index += 1;
            is_kept
        });
        self.at = at;
    }
}

/// Opens a line to search by.
pub(super) fn open(state: &mut State) {
    state.overlay = Some(Overlay::Search(Search::default()));
}

/// Asks for the hits of what is typed now.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let number = state.next_question();
    let lang = state.lang;
    let Some(Overlay::Search(search)) = &mut state.overlay else { return Vec::new() };
    search.number = number;
    let text = search.prompt.text().trim().to_owned();
    if text.is_empty() {
        search.hits = None;
        return Vec::new();
    }
    vec![Effect::Ask(Question { number, text, wanted: Wanted::Hits, lang })]
}

/// Takes in the hits of the last question.
pub(super) fn take_in(state: &mut State, number: u64, text: String, found: Found) {
    if let Some(Overlay::Search(search)) = &mut state.overlay
        && search.number == number
    {
        search.hits = Some(Arc::new(Hits { number, text, found }));
        search.at = Position::default();
    }
}

/// Goes to the hit that is selected; where nothing was typed, back to where one was.
pub(super) fn accept(state: &mut State) {
    let Some(Overlay::Search(search)) = &state.overlay else { return };
    if search.prompt.text().trim().is_empty() {
        state.overlay = None;
        return;
    }
    let Some(hits) = search.hits.clone().filter(|hits| !hits.found.hits.is_empty()) else { return };
    let at = state.hits_page().and_then(|page| page.target(search.at)).copied().unwrap_or_default();
    state.overlay = None;
    state.round = Some(Round { hits, at });
    visit(state);
}

/// Goes `steps` hits on from the last one, around the end.
pub(super) fn next(state: &mut State, steps: isize) {
    let Some(round) = &mut state.round else {
        state.say(state.words().no_search);
        return;
    };
    let count = round.hits.found.hits.len();
    round.at = wrapped(round.at, steps, count);
    visit(state);
}

/// The place `steps` on from `at` among `count`, around the ends.
fn wrapped(at: usize, steps: isize, count: usize) -> usize {
    let count = isize::try_from(count).unwrap_or(isize::MAX).max(1);
    let at = isize::try_from(at).unwrap_or_default();
    usize::try_from((at + steps % count).rem_euclid(count)).unwrap_or_default()
}

/// Goes to the hit of the round one is at, and says which one that is.
fn visit(state: &mut State) {
    let Some(Round { hits, at }) = state.round.clone() else { return };
    let Some(hit) = hits.found.hits.get(at) else { return };
    if let Some(briefing) = state.briefing() {
        let place = briefing::place_of_hit(&state.context(), state.size, briefing, hit);
        if let Some(briefing) = &mut state.briefing {
            // One comes back by the key for it.
            briefing.digress(place);
        }
        return;
    }
    let was_filtered = state.filter.is_some();
    state.trail.jump();
    go_to(state, hit, &hits.text);
    let (tally, dot) = (hits.tally(at), state.glyphs.dot);
    let is_lifted = state.filter.is_none() && was_filtered;
    let lifted = if is_lifted { format!(" {dot} {}", state.words().filter_lifted) } else { String::new() };
    state.say(format!("{tally} {dot} {}{lifted}", hits.text));
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
            state.trail.lay(View::Reader(Reader { source, quote, scroll: None }));
            find::show(state, words, bytes);
        }
    }
}

/// Shows the detail of an event, at its quote of that number.
fn show(state: &mut State, event: EventIndex, quote: Option<usize>) {
    state.trail.go_to_list(event);
    state.unfold_to(event);
    let base = state.trail.base_mut();
    let detail = quote.map_or_else(Position::default, Position::at);
    *base = Browse { in_detail: true, detail, ..*base };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_hit_is_before_the_first() {
        assert_eq!(wrapped(0, -1, 3), 2);
        assert_eq!(wrapped(2, 1, 3), 0);
        assert_eq!(wrapped(1, 7, 3), 2);
        assert_eq!(wrapped(0, isize::MIN, 1), 0);
        assert_eq!(wrapped(0, 5, 0), 0);
    }
}
