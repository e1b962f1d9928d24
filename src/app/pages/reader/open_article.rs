//! An article, with the passages that quotes rest on.
//!
//! Its lines depend on the article and the columns, its passages on the quotes: both are kept. What stands out on a
//! line is worked out for the lines in view alone.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::app::screen::page::Line;
use crate::app::state::State;
use crate::app::state::article_lines::ArticleLines;
use crate::app::state::passages::Passages;
use crate::app::state::view::ReaderView;
use crate::model::QuoteIndex;

use super::line::{Bar, Looks};
use super::margin::{self, Note};

/// The article on the screen.
#[derive(Clone, Debug)]
pub struct OpenArticle<'a> {
    /// Whose article, and the quote whose passage one has come to see.
    pub(crate) reading: ReaderView,
    state: &'a State,
    pub(crate) lines: &'a ArticleLines,
    pub(crate) passages: &'a Passages,
    looks: Looks<'a>,
}

impl OpenArticle<'_> {
    /// The lines `range` of the article, as far as there are any, each with what it is part of.
    pub(crate) fn lines(&self, range: Range<usize>) -> impl Iterator<Item = (Line, Option<Bar>)> + '_ {
        let known = self.lines.lines();
        let range = range.start.min(known.len())..range.end.min(known.len());
        known[range].iter().map(|line| (self.looks.line(line), self.looks.bar(line)))
    }

    /// The lines that a stretch of the article stands on.
    pub(crate) fn lines_of(&self, bytes: &Range<usize>) -> Range<usize> {
        self.lines.lines_of(bytes)
    }

    /// The byte at which line `line` begins.
    pub(crate) fn byte_of(&self, line: usize) -> usize {
        self.lines.lines().get(line).map_or(0, |line| line.start)
    }

    /// What the margin says beside the lines `shown`.
    pub(crate) fn notes(&self, shown: Range<usize>) -> Vec<Note> {
        margin::notes(self.state.timeline(), self.passages, self.lines, shown, self.reading.quote)
    }

    /// Whether the article goes on from line `line`.
    pub(crate) fn goes_on(&self, line: usize) -> bool {
        self.lines.goes_on(line)
    }

    /// How many words are selected.
    pub(crate) fn words_selected(&self) -> Option<usize> {
        let selected = self.looks.text.get(self.looks.selected.clone()?)?;
        Some(selected.unicode_words().count())
    }

    /// The number of the passage one has come to see, and how many there are.
    pub fn passage_number(&self) -> (Option<usize>, usize) {
        self.passages.number(self.reading.quote)
    }

    /// The quote of passage `number` of the article, from 1.
    pub(crate) fn nth_passage(&self, number: usize) -> Option<QuoteIndex> {
        self.passages.nth(number)
    }

    /// The quote whose passage is in view: the one that one has come to see, else the first.
    pub(crate) fn quote_in_view(&self, shown: &Range<usize>) -> Option<QuoteIndex> {
        let known = self.lines.lines();
        let last = shown.end.min(known.len()).checked_sub(1)?;
        let bytes = known.get(shown.start)?.start..known[last].end;
        let inside = || self.passages.touching(&bytes, self.reading.quote).map(|passage| passage.quote);
        inside().find(|quote| Some(*quote) == self.reading.quote).or_else(|| inside().next())
    }

    /// The passage `steps` further on, seen from line `top` where one is at none, and whether the article has not so
    /// many.
    pub(crate) fn step(&self, top: usize, steps: isize) -> Option<(QuoteIndex, bool)> {
        self.passages.step(self.reading.quote, self.byte_of(top), steps).map(|step| (step.quote, step.is_end))
    }
}

/// The article on the screen; `None` where it could not be read.
pub fn open_article(state: &State) -> Option<OpenArticle<'_>> {
    let reading = state.reading()?;
    let article = state.draft.articles.get(reading.source)?.as_ref()?;
    let laid = state.cache.articles.lines.get()?.get(&reading.source)?;
    let passages = state.cache.articles.passages.get()?.get(&reading.source)?;
    let (hits, hit) = state.matches(reading.source);
    let selection = state.selection.as_ref().filter(|selection| selection.source == reading.source);
    let selected = selection.map(|selection| selection.bytes(article));
    let looks = Looks { text: article.text(), passages, current: reading.quote, hits, hit, selected };
    Some(OpenArticle { reading, state, lines: laid, passages, looks })
}

/// The first line of the article in view, where it shows `height` lines.
pub(crate) fn reader_scroll(state: &State, reader: ReaderView, height: usize) -> usize {
    let last = open_article(state).map_or(0, |opened| opened.lines.last_scroll(height));
    wanted_scroll(state, reader, height).min(last)
}

/// The first line in view as it was asked for: further than the end, it may be.
pub(crate) fn wanted_scroll(state: &State, reader: ReaderView, height: usize) -> usize {
    let passage = || {
        let opened = open_article(state)?;
        let passage = opened.passages.of(reader.quote?)?;
        Some(with_some_before(&opened.lines.lines_of(&passage.bytes), height))
    };
    reader.scroll.or_else(passage).unwrap_or(0)
}

/// The scroll that shows `lines` with some of what stands before them.
pub(crate) fn with_some_before(lines: &Range<usize>, height: usize) -> usize {
    let room = height.saturating_sub(lines.len());
    lines.start.saturating_sub(room / 3)
}
