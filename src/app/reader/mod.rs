//! An article, with the passages that quotes rest on.
//!
//! Its lines depend on the article and the columns, its passages on the quotes: both are kept. What stands out on a
//! line is worked out for the lines in view alone.

mod laid;
mod line;
mod margin;
mod passages;

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{QuoteIndex, SourceIndex};

use self::line::Looks;
use super::layout::{Area, ReaderColumns, reader_lines};
use super::made::Made;
use super::page::Line;
use super::state::State;
use super::view::{Reader, View};

use self::laid::Laid;
pub use self::line::Bar;
pub use self::margin::Note;
use self::passages::Passages;

/// The articles that have been opened, laid out.
#[derive(Debug, Default)]
pub(super) struct Articles {
    /// The lines of each in the columns there are.
    laid: Made<usize, HashMap<SourceIndex, Laid>>,
    /// The passages of each; without any before the quotes have been checked.
    passages: Made<bool, HashMap<SourceIndex, Passages>>,
    held: Held,
}

/// What keeps its place in an article that is laid out anew in other columns or lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Held {
    /// The columns and lines there were.
    room: (usize, usize),
    source: SourceIndex,
    /// The byte at the beginning of a line, and how many lines that is under the first one in view.
    byte: usize,
    line: usize,
}

/// The article on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Opened<'a> {
    /// Whose article, and the quote whose passage one has come to see.
    pub reading: Reader,
    state: &'a State,
    laid: &'a Laid,
    passages: &'a Passages,
    looks: Looks<'a>,
}

impl Opened<'_> {
    /// The lines `range` of the article, as far as there are any, each with what it is part of.
    pub fn lines(&self, range: Range<usize>) -> impl Iterator<Item = (Line, Option<Bar>)> + '_ {
        let known = self.laid.lines();
        let range = range.start.min(known.len())..range.end.min(known.len());
        known[range].iter().map(|line| (self.looks.line(line), self.looks.bar(line)))
    }

    /// The lines that a stretch of the article stands on.
    pub(super) fn lines_of(&self, bytes: &Range<usize>) -> Range<usize> {
        self.laid.lines_of(bytes)
    }

    /// The byte at which line `line` begins.
    pub(super) fn byte_of(&self, line: usize) -> usize {
        self.laid.lines().get(line).map_or(0, |line| line.start)
    }

    /// What the margin says beside the lines `shown`.
    pub fn notes(&self, shown: Range<usize>) -> Vec<Note> {
        margin::notes(self.state.timeline(), self.passages, self.laid, shown, self.reading.quote)
    }

    /// Whether the article goes on from line `line`.
    pub fn goes_on(&self, line: usize) -> bool {
        self.laid.goes_on(line)
    }

    /// The number of the passage one has come to see, and how many there are.
    pub fn passage_number(&self) -> (Option<usize>, usize) {
        self.passages.number(self.reading.quote)
    }

    /// The quote of passage `number` of the article, from 1.
    pub(super) fn nth_passage(&self, number: usize) -> Option<QuoteIndex> {
        self.passages.nth(number)
    }

    /// The quote whose passage is in view: the one that one has come to see, else the first.
    pub(super) fn quote_in_view(&self, shown: &Range<usize>) -> Option<QuoteIndex> {
        let known = self.laid.lines();
        let last = shown.end.min(known.len()).checked_sub(1)?;
        let bytes = known.get(shown.start)?.start..known[last].end;
        let inside = || self.passages.touching(&bytes, self.reading.quote).map(|passage| passage.quote);
        inside().find(|quote| Some(*quote) == self.reading.quote).or_else(|| inside().next())
    }

    /// The passage `steps` further on, seen from line `top` where one is at none, and whether the article has not so
    /// many.
    pub(super) fn step(&self, top: usize, steps: isize) -> Option<(QuoteIndex, bool)> {
        self.passages.step(self.reading.quote, self.byte_of(top), steps).map(|step| (step.quote, step.is_end))
    }
}

impl State {
    /// The article on the screen; `None` where it could not be read.
    pub fn opened(&self) -> Option<Opened<'_>> {
        let reading = self.reading()?;
        let article = self.draft.articles.get(reading.source)?.as_ref()?;
        let laid = self.shown.articles.laid.get()?.get(&reading.source)?;
        let passages = self.shown.articles.passages.get()?.get(&reading.source)?;
        let (hits, hit) = self.places(reading.source);
        let looks = Looks { text: article.text(), passages, current: reading.quote, hits, hit };
        Some(Opened { reading, state: self, laid, passages, looks })
    }

    /// Lays out as much of the article on the screen as is in view.
    pub(super) fn make_reader(&mut self, area: Area) {
        let Some(reading) = self.reading() else { return };
        let room = (usize::from(ReaderColumns::of(area.width).text), reader_lines(area));
        self.open_in_columns(reading.source, room.0);
        let held = self.shown.articles.held;
        let is_held = held.source == reading.source && held.room != room && reading.scroll.is_some();
        let passage = self.opened().and_then(|opened| Some(opened.passages.of(reading.quote?)?.bytes.end));
        self.reach(reading.source, |text, laid| {
            laid.reach_byte(text, passage.unwrap_or_default().max(if is_held { held.byte } else { 0 }));
        });
        let scroll = if is_held { self.held_scroll(held, room.1) } else { reading.scroll };
        let wanted = self.wanted_scroll(Reader { scroll, ..reading }, room.1);
        self.reach(reading.source, |text, laid| laid.reach_line(text, wanted.saturating_add(room.1)));
        if let View::Reader(reader) = self.trail.top() {
            let scroll = self.reader_scroll(Reader { scroll: Some(wanted), ..reader }, room.1);
            // A passage not checked yet has no place: look again when it has.
            let known = self.proof.is_some() || reader.quote.is_none() || reader.scroll.is_some();
            self.trail.replace(View::Reader(Reader { scroll: known.then_some(scroll), ..reader }));
            self.hold(reading, scroll, room, is_held);
        }
    }

    /// Begins to lay out the article of `source` in `columns` columns, where that has not been done.
    fn open_in_columns(&mut self, source: SourceIndex, columns: usize) {
        let Some(Some(article)) = self.draft.articles.get(source) else { return };
        let (timeline, proof, articles) =
            (&self.draft.timeline, self.proof.as_deref(), &mut self.shown.articles);
        articles.laid.make(columns, |_| HashMap::new());
        articles.passages.make(proof.is_some(), |_| HashMap::new());
        if let (Some(laid), Some(passages)) = (articles.laid.get_mut(), articles.passages.get_mut()) {
            laid.entry(source).or_insert_with(|| Laid::new(columns));
            passages.entry(source).or_insert_with(|| {
                let anchors = proof.map_or(&[][..], |proof| &proof.anchors);
                Passages::new(timeline, anchors, article, source)
            });
        }
    }

    /// Lays out more of an article that has been opened.
    pub(super) fn reach(&mut self, source: SourceIndex, reach: impl FnOnce(&str, &mut Laid)) {
        let article = self.draft.articles.get(source).and_then(Option::as_ref);
        let laid = self.shown.articles.laid.get_mut().and_then(|laid| laid.get_mut(&source));
        if let (Some(article), Some(laid)) = (article, laid) {
            reach(article.text(), laid);
        }
    }

    /// The first line in view for what keeps its place to stand where it stood.
    fn held_scroll(&self, held: Held, height: usize) -> Option<usize> {
        let line = self.opened()?.laid.line_of(held.byte);
        Some(line.saturating_sub(held.line.min(height.saturating_sub(1))))
    }

    /// Writes down what keeps its place: the passage one has come to see where it is in view, else the first line.
    /// When the room has changed it stays what it was, so that a change taken back leads back.
    fn hold(&mut self, reading: Reader, scroll: usize, room: (usize, usize), is_held: bool) {
        let Some(opened) = self.opened() else { return };
        let passage = reading.quote.and_then(|quote| opened.passages.of(quote));
        let place = passage.map(|passage| (passage.bytes.start, opened.laid.line_of(passage.bytes.start)));
        let (byte, line) = match place {
            Some((byte, line)) if (scroll..scroll.saturating_add(room.1)).contains(&line) => {
                (byte, line - scroll)
            }
            _ => (opened.byte_of(scroll), 0),
        };
        let held = Held { room, source: reading.source, byte, line };
        let before = self.shown.articles.held;
        self.shown.articles.held = if is_held { Held { room, ..before } } else { held };
    }

    /// The first line in view as it was asked for: further than the end, it may be.
    fn wanted_scroll(&self, reader: Reader, height: usize) -> usize {
        let passage = || {
            let opened = self.opened()?;
            let passage = opened.passages.of(reader.quote?)?;
            Some(with_some_before(&opened.laid.lines_of(&passage.bytes), height))
        };
        reader.scroll.or_else(passage).unwrap_or(0)
    }

    /// The first line of the article in view, where it shows `height` lines.
    pub fn reader_scroll(&self, reader: Reader, height: usize) -> usize {
        let last = self.opened().map_or(0, |opened| opened.laid.last_scroll(height));
        self.wanted_scroll(reader, height).min(last)
    }
}

/// The scroll that shows `lines` with some of what stands before them.
pub(super) fn with_some_before(lines: &Range<usize>, height: usize) -> usize {
    let room = height.saturating_sub(lines.len());
    lines.start.saturating_sub(room / 3)
}
