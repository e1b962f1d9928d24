//! Lays out as much of the article on the screen as is in view.

use std::collections::HashMap;

use crate::app::pages::reader::{open_article, reader_scroll, wanted_scroll};
use crate::app::screen::layout::{Area, ReaderColumns, reader_lines};
use crate::app::state::State;
use crate::app::state::article_lines::ArticleLines;
use crate::app::state::layout_cache::ScrollAnchor;
use crate::app::state::passages::Passages;
use crate::app::state::view::{ReaderView, View};
use crate::model::SourceIndex;
use crate::search;

/// Lays out as much of the article on the screen as is in view.
pub(crate) fn lay_out(state: &mut State, area: Area) {
    let Some(reading) = state.reading() else { return };
    let room = (usize::from(ReaderColumns::of(area.width).text), reader_lines(area));
    open_in_columns(state, reading.source, room.0);
    let held = state.cache.articles.anchor;
    let is_held = held.source == reading.source && held.room != room && reading.scroll.is_some();
    let passage = open_article(state).and_then(|opened| Some(opened.passages.of(reading.quote?)?.bytes.end));
    reach(state, reading.source, |text, laid| {
        laid.reach_byte(text, passage.unwrap_or_default().max(if is_held { held.byte } else { 0 }));
    });
    let scroll = if is_held { held_scroll(state, held, room.1) } else { reading.scroll };
    let wanted = wanted_scroll(state, ReaderView { scroll, ..reading }, room.1);
    reach(state, reading.source, |text, laid| laid.reach_line(text, wanted.saturating_add(room.1)));
    if let View::Reader(reader) = state.history.top() {
        let scroll = reader_scroll(state, ReaderView { scroll: Some(wanted), ..reader }, room.1);
        // A passage not checked yet has no place: look again when it has.
        let known = state.proof.is_some() || reader.quote.is_none() || reader.scroll.is_some();
        state.history.replace(View::Reader(ReaderView { scroll: known.then_some(scroll), ..reader }));
        hold(state, reading, scroll, room, is_held);
    }
}

/// Begins to lay out the article of `source` in `columns` columns, where that has not been done.
fn open_in_columns(state: &mut State, source: SourceIndex, columns: usize) {
    let Some(Some(article)) = state.draft.articles.get(source) else { return };
    let (timeline, proof, articles) =
        (&state.draft.timeline, state.proof.as_deref(), &mut state.cache.articles);
    articles.lines.make(columns, |_| HashMap::new());
    articles.passages.make(proof.is_some(), |_| HashMap::new());
    if let (Some(laid), Some(passages)) = (articles.lines.get_mut(), articles.passages.get_mut()) {
        laid.entry(source).or_insert_with(|| ArticleLines::new(columns));
        passages.entry(source).or_insert_with(|| {
            let anchors = proof.map_or(&[][..], |proof| &proof.anchors);
            Passages::new(timeline, anchors, article, source)
        });
    }
}

/// Lays out more of an article that has been opened.
pub(crate) fn reach(state: &mut State, source: SourceIndex, reach: impl FnOnce(&str, &mut ArticleLines)) {
    let article = state.draft.articles.get(source).and_then(Option::as_ref);
    let laid = state.cache.articles.lines.get_mut().and_then(|laid| laid.get_mut(&source));
    if let (Some(article), Some(laid)) = (article, laid) {
        reach(article.text(), laid);
    }
}

/// The first line in view for what keeps its place to stand where it stood.
fn held_scroll(state: &State, held: ScrollAnchor, height: usize) -> Option<usize> {
    let line = open_article(state)?.lines.line_of(held.byte);
    Some(line.saturating_sub(held.line.min(height.saturating_sub(1))))
}

/// Writes down what keeps its place: the passage one has come to see where it is in view, else the first line.
/// When the room has changed it stays what it was, so that a change taken back leads back.
fn hold(state: &mut State, reading: ReaderView, scroll: usize, room: (usize, usize), is_held: bool) {
    let Some(opened) = open_article(state) else { return };
    let passage = reading.quote.and_then(|quote| opened.passages.of(quote));
    let place = passage.map(|passage| (passage.bytes.start, opened.lines.line_of(passage.bytes.start)));
    let (byte, line) = match place {
        Some((byte, line)) if (scroll..scroll.saturating_add(room.1)).contains(&line) => {
            (byte, line - scroll)
        }
        _ => (opened.byte_of(scroll), 0),
    };
    let held = ScrollAnchor { room, source: reading.source, byte, line };
    let before = state.cache.articles.anchor;
    state.cache.articles.anchor = if is_held { ScrollAnchor { room, ..before } } else { held };
}

/// Looks for what is looked for where that has not been done, and forgets it where its article has been left.
pub(crate) fn find_matches(state: &mut State) {
    let source = match state.history.top() {
        View::Reader(reader) => Some(reader.source),
        _ => None,
    };
    state.search.find.take_if(|sought| Some(sought.source) != source);
    let Some(sought) = &state.search.find else { return };
    let article = state.draft.articles.get(sought.source).and_then(Option::as_ref);
    let text = article.map_or("", |article| article.text());
    let asked = (sought.source, sought.words.clone());
    state.cache.matches.make(asked, |(_, words)| search::in_article(text, words));
}
