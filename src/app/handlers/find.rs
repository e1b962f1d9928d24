//! Looking for words inside the article that is being read.

use std::ops::Range;

use crate::app::pages::reader::{open_article, reader_scroll, with_some_before};
use crate::app::refresh::{reader, refresh};
use crate::app::screen::prompt::Prompt;
use crate::app::state::State;
use crate::app::state::find::{FindPrompt, FindScope, FindState};
use crate::app::state::overlay::Overlay;
use crate::app::state::view::{ReaderView, View};
use crate::evidence::Article;
use crate::model::SourceIndex;
use crate::search;

/// Asks for the words; false where no article is being read.
pub(crate) fn open(state: &mut State) -> bool {
    let View::Reader(reader) = state.history.top() else { return false };
    let (from, before) = (reader.scroll, state.search.find.clone());
    state.overlay = Some(Overlay::Find(FindPrompt { prompt: Prompt::default(), from, before }));
    true
}

/// Looks for what the line says now, from where one was on.
pub(crate) fn changed(state: &mut State) {
    let (Some(Overlay::Find(find)), View::Reader(reader)) = (&state.overlay, state.history.top()) else {
        return;
    };
    let (from, words) = (find.from, find.prompt.text().to_owned());
    state.search.find = (!words.trim().is_empty()).then(|| {
        let (source, at, scope) = (reader.source, 0, FindScope::Article);
        FindState { source, words, at, scope }
    });
    state.history.replace(View::Reader(ReaderView { scroll: from, ..reader }));
    reader::find_matches(state);
    let byte = open_article(state).map_or(0, |opened| opened.byte_of(from.unwrap_or_default()));
    let at = places_before(state, byte);
    go_to(state, if at < place_count(state) { at } else { 0 });
}

/// Stays at what was found. Where nothing was, the line stays instead.
pub(crate) fn accept(state: &mut State) {
    let (Some(Overlay::Find(find)), View::Reader(reader)) = (&state.overlay, state.history.top()) else {
        return;
    };
    let from = find.from;
    if state.search.find.is_some() && place_count(state) == 0 {
        return;
    }
    state.overlay = None;
    state.history.replace(View::Reader(ReaderView { scroll: from, ..reader }));
    state.history.note_jump();
    state.history.replace(View::Reader(reader));
}

/// Gives the words up: everything is as it was before.
pub(crate) fn give_up(state: &mut State, find: FindPrompt) {
    if let View::Reader(reader) = state.history.top() {
        state.history.replace(View::Reader(ReaderView { scroll: find.from, ..reader }));
    }
    state.search.find = find.before;
}

/// Shows where a search of everything found `words`: at `bytes` of the article that is being read.
pub(crate) fn show(state: &mut State, words: &str, bytes: &Range<usize>) {
    refresh(state);
    let View::Reader(reader) = state.history.top() else { return };
    let (source, scope) = (reader.source, FindScope::Everything);
    let text = state.draft.articles.get(source).and_then(Option::as_ref).map_or("", Article::text);
    // With a wrong letter forgiven the words themselves stand nowhere.
    let is_there = !search::in_article(text, words).is_empty();
    let words = text.get(bytes.clone()).filter(|_| !is_there).unwrap_or(words).to_owned();
    state.search.find = Some(FindState { source, words, at: 0, scope });
    reader::find_matches(state);
    let at = places_before(state, bytes.start);
    if let Some(sought) = &mut state.search.find {
        sought.at = at;
    }
    bring_into_view(state, reader, bytes);
}

/// Follows the article in which something is looked for to where `source` says it has gone.
pub(crate) fn follow(state: &mut State, source: impl Fn(SourceIndex) -> Option<SourceIndex>) {
    let followed = |sought: FindState| Some(FindState { source: source(sought.source)?, ..sought });
    state.search.find = state.search.find.take().and_then(followed);
    if let Some(Overlay::Find(find)) = &mut state.overlay {
        find.before = find.before.take().and_then(followed);
    }
}

/// Gives up what was looked for in the article; false where nothing was.
pub(crate) fn forget(state: &mut State) -> bool {
    let is_finding = state.is_finding();
    state.search.find.take_if(|_| is_finding);
    is_finding
}

/// Goes `steps` places on, round and round: from the one that one is at where it is in view, else from the first line
/// in view.
pub(crate) fn next(state: &mut State, steps: isize) {
    let (Some(sought), View::Reader(reader)) = (&state.search.find, state.history.top()) else { return };
    let (at, count) = (sought.at, place_count(state));
    let height = state.reader_height();
    let top = reader_scroll(state, reader, height);
    let Some(opened) = open_article(state) else { return };
    let is_in_view =
        |hit: &Range<usize>| (top..top.saturating_add(height)).contains(&opened.lines_of(hit).start);
    let is_seen = state.matches(reader.source).0.get(at).is_some_and(is_in_view);
    let before = places_before(state, opened.byte_of(top));
    let at = if is_seen { at } else { before };
    let between = isize::from(!is_seen && steps > 0);
    let (Ok(at), Ok(all)) = (isize::try_from(at), isize::try_from(count)) else { return };
    let wanted = at.saturating_add(steps).saturating_sub(between);
    if all == 0 {
        state.say(state.words().not_in_article);
        return;
    }
    if wanted >= all {
        state.say(state.words().on_from_beginning);
    } else if wanted < 0 {
        state.say(state.words().on_from_end);
    }
    go_to(state, usize::try_from(wanted.rem_euclid(all)).unwrap_or_default());
}

fn place_count(state: &State) -> usize {
    state.search.find.as_ref().map_or(0, |sought| state.matches(sought.source).0.len())
}

/// How many hits begin before `byte`.
fn places_before(state: &State, byte: usize) -> usize {
    let Some(sought) = &state.search.find else { return 0 };
    state.matches(sought.source).0.partition_point(|hit| hit.start < byte)
}

/// Makes hit `at` the one that one is at, and brings it into view.
fn go_to(state: &mut State, at: usize) {
    let View::Reader(reader) = state.history.top() else { return };
    let Some(hit) = state.matches(reader.source).0.get(at).cloned() else { return };
    if let Some(sought) = &mut state.search.find {
        sought.at = at;
    }
    bring_into_view(state, reader, &hit);
}

/// Scrolls no further than needed.
pub(crate) fn bring_into_view(state: &mut State, reader: ReaderView, bytes: &Range<usize>) {
    reader::reach(state, reader.source, |text, laid| laid.reach_byte(text, bytes.end));
    let height = state.reader_height();
    let top = reader_scroll(state, reader, height);
    let Some(lines) = open_article(state).map(|opened| opened.lines_of(bytes)) else { return };
    let is_in_view = lines.start >= top && lines.end <= top.saturating_add(height);
    let scroll = if is_in_view { top } else { with_some_before(&lines, height) };
    state.history.replace(View::Reader(ReaderView { scroll: Some(scroll), ..reader }));
}
