//! Looking for words inside the article that is being read.

use std::ops::Range;

use crate::evidence::Article;
use crate::model::SourceIndex;
use crate::search;

use super::made::Made;
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::reader::with_some_before;
use super::state::State;
use super::view::{Reader, View};

/// Words being typed, and what comes back when they are given up.
#[derive(Clone, Debug)]
pub struct Find {
    /// The line.
    pub prompt: Prompt,
    /// Where one was in the article.
    from: Option<usize>,
    /// What was looked for before.
    before: Option<Sought>,
}

/// What is looked for in an article, and at which of its places one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sought {
    source: SourceIndex,
    words: String,
    at: usize,
    by: By,
}

/// What looks for words in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// A line typed in the article: one goes from place to place in it.
    Article,
    /// A search of everything that has led there: one goes on to its next hit.
    Everything,
}

/// The places in an article of words that were looked for, in bytes.
pub(super) type Places = Made<(SourceIndex, String), Vec<Range<usize>>>;

/// Asks for the words; false where no article is being read.
pub(super) fn open(state: &mut State) -> bool {
    let View::Reader(reader) = state.trail.top() else { return false };
    let (from, before) = (reader.scroll, state.sought.clone());
    state.overlay = Some(Overlay::Find(Find { prompt: Prompt::default(), from, before }));
    true
}

/// Looks for what the line says now, from where one was on.
pub(super) fn changed(state: &mut State) {
    let (Some(Overlay::Find(find)), View::Reader(reader)) = (&state.overlay, state.trail.top()) else {
        return;
    };
    let (from, words) = (find.from, find.prompt.text().to_owned());
    state.sought = (!words.trim().is_empty()).then(|| {
        let (source, at, by) = (reader.source, 0, By::Article);
        Sought { source, words, at, by }
    });
    state.trail.replace(View::Reader(Reader { scroll: from, ..reader }));
    state.make_places();
    let byte = state.opened().map_or(0, |opened| opened.byte_of(from.unwrap_or_default()));
    let at = places_before(state, byte);
    go_to(state, if at < place_count(state) { at } else { 0 });
}

/// Stays at what was found. Where nothing was, the line stays instead.
pub(super) fn accept(state: &mut State) {
    let (Some(Overlay::Find(find)), View::Reader(reader)) = (&state.overlay, state.trail.top()) else {
        return;
    };
    let from = find.from;
    if state.sought.is_some() && place_count(state) == 0 {
        return;
    }
    state.overlay = None;
    state.trail.replace(View::Reader(Reader { scroll: from, ..reader }));
    state.trail.note_jump();
    state.trail.replace(View::Reader(reader));
}

/// Gives the words up: everything is as it was before.
pub(super) fn give_up(state: &mut State, find: Find) {
    if let View::Reader(reader) = state.trail.top() {
        state.trail.replace(View::Reader(Reader { scroll: find.from, ..reader }));
    }
    state.sought = find.before;
}

/// Shows where a search of everything found `words`: at `bytes` of the article that is being read.
pub(super) fn show(state: &mut State, words: &str, bytes: &Range<usize>) {
    state.refresh();
    let View::Reader(reader) = state.trail.top() else { return };
    let (source, by) = (reader.source, By::Everything);
    let text = state.draft.articles.get(source).and_then(Option::as_ref).map_or("", Article::text);
    // With a wrong letter forgiven the words themselves stand nowhere.
    let is_there = !search::in_article(text, words).is_empty();
    let words = text.get(bytes.clone()).filter(|_| !is_there).unwrap_or(words).to_owned();
    state.sought = Some(Sought { source, words, at: 0, by });
    state.make_places();
    let at = places_before(state, bytes.start);
    if let Some(sought) = &mut state.sought {
        sought.at = at;
    }
    bring_into_view(state, reader, bytes);
}

/// Follows the article in which something is looked for to where `source` says it has gone.
pub(super) fn follow(state: &mut State, source: impl Fn(SourceIndex) -> Option<SourceIndex>) {
    let followed = |sought: Sought| Some(Sought { source: source(sought.source)?, ..sought });
    state.sought = state.sought.take().and_then(followed);
    if let Some(Overlay::Find(find)) = &mut state.overlay {
        find.before = find.before.take().and_then(followed);
    }
}

/// Gives up what was looked for in the article; false where nothing was.
pub(super) fn forget(state: &mut State) -> bool {
    let is_finding = state.is_finding();
    state.sought.take_if(|_| is_finding);
    is_finding
}

/// Goes `steps` places on, round and round: from the one that one is at where it is in view, else from the first line
/// in view.
pub(super) fn next(state: &mut State, steps: isize) {
    let (Some(sought), View::Reader(reader)) = (&state.sought, state.trail.top()) else { return };
    let (at, count) = (sought.at, place_count(state));
    let height = state.reader_height();
    let top = state.reader_scroll(reader, height);
    let Some(opened) = state.opened() else { return };
    let is_in_view =
        |hit: &Range<usize>| (top..top.saturating_add(height)).contains(&opened.lines_of(hit).start);
    let is_seen = state.places(reader.source).0.get(at).is_some_and(is_in_view);
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
    state.sought.as_ref().map_or(0, |sought| state.places(sought.source).0.len())
}

/// How many hits begin before `byte`.
fn places_before(state: &State, byte: usize) -> usize {
    let Some(sought) = &state.sought else { return 0 };
    state.places(sought.source).0.partition_point(|hit| hit.start < byte)
}

/// Makes hit `at` the one that one is at, and brings it into view.
fn go_to(state: &mut State, at: usize) {
    let View::Reader(reader) = state.trail.top() else { return };
    let Some(hit) = state.places(reader.source).0.get(at).cloned() else { return };
    if let Some(sought) = &mut state.sought {
        sought.at = at;
    }
    bring_into_view(state, reader, &hit);
}

/// Scrolls no further than needed.
fn bring_into_view(state: &mut State, reader: Reader, bytes: &Range<usize>) {
    state.reach(reader.source, |text, laid| laid.reach_byte(text, bytes.end));
    let height = state.reader_height();
    let top = state.reader_scroll(reader, height);
    let Some(lines) = state.opened().map(|opened| opened.lines_of(bytes)) else { return };
    let is_in_view = lines.start >= top && lines.end <= top.saturating_add(height);
    let scroll = if is_in_view { top } else { with_some_before(&lines, height) };
    state.trail.replace(View::Reader(Reader { scroll: Some(scroll), ..reader }));
}

impl State {
    /// Looks for what is looked for where that has not been done, and forgets it where its article has been left.
    pub(super) fn make_places(&mut self) {
        let source = match self.trail.top() {
            View::Reader(reader) => Some(reader.source),
            _ => None,
        };
        self.sought.take_if(|sought| Some(sought.source) != source);
        let Some(sought) = &self.sought else { return };
        let article = self.draft.articles.get(sought.source).and_then(Option::as_ref);
        let text = article.map_or("", |article| article.text());
        let asked = (sought.source, sought.words.clone());
        self.shown.places.make(asked, |(_, words)| search::in_article(text, words));
    }

    /// Where the words that are looked for stand in the article of `source`, and at which of these places one is.
    pub(super) fn places(&self, source: SourceIndex) -> (&[Range<usize>], Option<usize>) {
        match (&self.sought, self.shown.places.get()) {
            (Some(sought), Some(hits)) if sought.source == source => (hits, Some(sought.at)),
            _ => (&[], None),
        }
    }

    /// Whether something is looked for in the article alone.
    pub(super) fn is_finding(&self) -> bool {
        self.sought.as_ref().is_some_and(|sought| sought.by == By::Article)
    }

    /// The number, from 1, of the place one is at among those of the words that are looked for, and how many there
    /// are; `None` where nothing is looked for in the article alone.
    pub fn place_number(&self) -> Option<(usize, usize)> {
        let (hits, at) = self.places(self.sought.as_ref().filter(|_| self.is_finding())?.source);
        Some((at.map_or(0, |at| at + 1).min(hits.len()), hits.len()))
    }
}
