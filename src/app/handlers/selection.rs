//! Selecting a passage of an article, with keys or the mouse, and making a quote of it.

use std::ops::Range;

use crate::app::message::Effect;
use crate::app::pages::reader::{open_article, reader_scroll};
use crate::app::refresh::reader;
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::picker::Picker;
use crate::app::state::selection::{Selection, next_word, previous_word, word_at};
use crate::app::state::view::{ReaderView, View};
use crate::command::Command;
use crate::edit::yaml_item;
use crate::evidence::Article;
use crate::quoting::Quote;

use super::find;
use super::movement::page_height;

/// Begins to select: at what was found in view, else at the passage one has come to see, else at the first line in
/// view.
pub(crate) fn begin(state: &mut State) {
    let View::Reader(reader) = state.history.top() else { return };
    let Some(article) = article(state, reader) else { return state.say(state.words().no_article) };
    let start = start(state, reader).unwrap_or(0..0);
    let text = article.text();
    let Some(first) = word_at(text, start.start) else { return state.say(state.words().no_words) };
    let last = previous_word(text, start.end).filter(|last| last.start > first.start);
    let selection =
        Selection { source: reader.source, head: last.unwrap_or_else(|| first.clone()), anchor: first };
    state.selection = Some(selection);
}

/// Where a selection begins.
fn start(state: &State, reader: ReaderView) -> Option<Range<usize>> {
    let opened = open_article(state)?;
    let height = state.reader_height();
    let top = reader_scroll(state, reader, height);
    let shown = top..top.saturating_add(height);
    let is_in_view = |bytes: &Range<usize>| shown.contains(&opened.lines_of(bytes).start);
    let (hits, at) = state.matches(reader.source);
    let hit = at.and_then(|at| hits.get(at)).filter(|hit| is_in_view(hit)).cloned();
    let passage = || {
        let passage = opened.passages.of(opened.quote_in_view(&shown)?)?.bytes.clone();
        is_in_view(&passage).then_some(passage.start..passage.start)
    };
    let line = opened.byte_of(top);
    hit.or_else(passage).or(Some(line..line))
}

fn article(state: &State, reader: ReaderView) -> Option<&Article> {
    state.draft.articles.get(reader.source)?.as_ref()
}

/// Moves the end that moves, as often as `count` says.
pub(crate) fn handle(state: &mut State, command: Command, count: Option<usize>) {
    let View::Reader(reader) = state.history.top() else { return };
    let Some(mut selection) = state.selection.take() else { return };
    let lines = isize::try_from(page_height(state)).unwrap_or(1);
    let steps = count.unwrap_or(1).clamp(1, MOST);
    let signed = isize::try_from(steps).unwrap_or(1);
    match command {
        Command::Down => to_line(state, reader, &mut selection, signed),
        Command::Up => to_line(state, reader, &mut selection, -signed),
        Command::HalfDown => to_line(state, reader, &mut selection, signed * (lines / 2).max(1)),
        Command::HalfUp => to_line(state, reader, &mut selection, -signed * (lines / 2).max(1)),
        Command::PageDown => to_line(state, reader, &mut selection, signed * (lines - 1).max(1)),
        Command::PageUp => to_line(state, reader, &mut selection, -signed * (lines - 1).max(1)),
        Command::LineStart | Command::LineEnd => {
            to_end_of_line(state, &mut selection, command == Command::LineEnd);
        }
        _ => {
            if let Some(article) = article(state, reader) {
                for _ in 0..steps {
                    step(&mut selection, command, article);
                }
            }
        }
    }
    let head = selection.head.clone();
    state.selection = Some(selection);
    find::bring_into_view(state, reader, &head);
}

/// More steps than that lead out of any passage that one would quote.
const MOST: usize = 10_000;

fn step(selection: &mut Selection, command: Command, article: &Article) {
    let text = article.text();
    let word = match command {
        Command::NextWord => next_word(text, selection.head.end),
        Command::PreviousWord => previous_word(text, selection.head.start),
        Command::First => next_word(text, 0),
        Command::Last => previous_word(text, text.len()),
        _ => None,
    };
    match command {
        Command::NextSentence => selection.extend_to_sentence_end(article),
        Command::PreviousSentence => selection.extend_to_sentence_start(article),
        Command::NextItem => selection.turn_to_sentence(true, article),
        Command::PreviousItem => selection.turn_to_sentence(false, article),
        Command::OtherEnd => std::mem::swap(&mut selection.anchor, &mut selection.head),
        _ => selection.head = word.unwrap_or_else(|| selection.head.clone()),
    }
}

/// To the word under or above, so many lines away.
fn to_line(state: &mut State, reader: ReaderView, selection: &mut Selection, lines: isize) {
    let Some(opened) = open_article(state) else { return };
    let line = opened.lines.line_of(selection.head.start);
    let column = selection.head.start - opened.byte_of(line);
    let wanted = line.saturating_add_signed(lines);
    reader::reach(state, reader.source, |text, laid| laid.reach_line(text, wanted));
    let (Some(opened), Some(article)) = (open_article(state), article(state, reader)) else { return };
    let known = opened.lines.lines();
    let Some(range) = known.get(wanted.min(known.len().saturating_sub(1))) else { return };
    let at = (range.start + column).min(range.end);
    let at = (range.start..=at).rev().find(|at| article.text().is_char_boundary(*at));
    let word = at.and_then(|at| word_at(article.text(), at));
    selection.head = word.unwrap_or_else(|| selection.head.clone());
}

fn to_end_of_line(state: &State, selection: &mut Selection, is_end: bool) {
    let View::Reader(reader) = state.history.top() else { return };
    let (Some(opened), Some(article)) = (open_article(state), article(state, reader)) else { return };
    let at = if is_end { selection.head.end } else { selection.head.start };
    let Some(line) = opened.lines.lines().get(opened.lines.line_of(at)) else { return };
    let word = if is_end {
        previous_word(article.text(), line.end).filter(|word| word.start >= line.start)
    } else {
        next_word(article.text(), line.start).filter(|word| word.end <= line.end)
    };
    selection.head = word.unwrap_or_else(|| selection.head.clone());
}

/// Selects nothing any more.
pub(crate) fn end(state: &mut State) {
    state.selection = None;
    state.pressed_at = None;
}

/// Selects nothing any more where another article, or none, is being read.
pub(crate) fn forget_elsewhere(state: &mut State) {
    let source = match state.history.top() {
        View::Reader(reader) => Some(reader.source),
        _ => None,
    };
    if state.selection.as_ref().is_some_and(|selection| Some(selection.source) != source) {
        end(state);
    }
}

/// Notes where the mouse was pressed, at the byte `at` of the article.
pub(crate) fn press(state: &mut State, at: Option<usize>) {
    end(state);
    state.pressed_at = at;
}

/// Selects from where the mouse was pressed to the byte `at`.
pub(crate) fn drag(state: &mut State, at: usize) {
    let View::Reader(reader) = state.history.top() else { return };
    let Some(from) = state.pressed_at else { return };
    let Some(article) = article(state, reader) else { return };
    let (Some(anchor), Some(head)) = (word_at(article.text(), from), word_at(article.text(), at)) else {
        return;
    };
    // A hand that trembles selects nothing.
    if from != at || state.selection.is_some() {
        state.selection = Some(Selection { source: reader.source, anchor, head });
    }
}

/// The quote that the selection is; or nothing, and a word about it.
fn quote(state: &mut State) -> Option<Quote> {
    let selection = state.selection.as_ref()?;
    let source = state.timeline().sources.get(selection.source)?;
    let article = state.draft.articles.get(selection.source)?.as_ref()?;
    let quote = Quote::of(&source.id, selection.span(article), article);
    if quote.is_none() {
        state.say(state.words().not_quotable);
    }
    quote
}

/// Copies the selection as a quote in YAML.
pub(crate) fn copy(state: &mut State) -> Vec<Effect> {
    let Some(quote) = quote(state) else { return Vec::new() };
    end(state);
    state.say(state.words().copied_yaml);
    vec![Effect::Copy(yaml_item(&quote.value()))]
}

/// Asks for the event that the selection is to be written into.
pub(crate) fn choose_event(state: &mut State) {
    if state.draft.input().path().is_none() {
        return state.say(state.words().built_in);
    }
    if let Some(quote) = quote(state) {
        state.overlay = Some(Overlay::Picker(Picker::new(quote)));
    }
}
