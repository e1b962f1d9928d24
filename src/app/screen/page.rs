//! Text laid out in lines, with what can be selected in it: the stuff of every pane but the list.

use std::ops::Range;

use crate::role::Role;
use crate::wrap;

/// A piece of a line in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// What it says, free of characters that command a terminal.
    pub(crate) text: String,
    pub(crate) role: Role,
}

/// Bytes of a text, and what they are for.
pub(crate) type Part = (Range<usize>, Role);

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its pieces from left to right.
    pub(crate) runs: Vec<Run>,
}

/// Something on a page that can be selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<T> {
    pub(crate) target: T,
    /// Its lines on the page.
    pub lines: Range<usize>,
}

/// Lines, and what can be selected in them, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The columns it was laid out for.
    pub(crate) width: usize,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What can be selected.
    pub items: Vec<Item<T>>,
    /// The addresses that can be followed.
    pub(crate) addresses: Vec<Address>,
}

/// An address on a page, from a column of its lines to their ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// Its lines on the page.
    pub(crate) lines: Range<usize>,
    /// The column it begins in.
    pub(crate) column: usize,
    pub(crate) url: String,
}

/// Where one is on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The selected item.
    pub item: usize,
    /// The first line shown.
    pub scroll: usize,
}

impl Position {
    /// The scroll of a position whose item is still to be brought into view.
    pub(crate) const UNKNOWN: usize = usize::MAX;

    /// At an item, wherever it stands.
    pub(crate) fn at(item: usize) -> Self {
        Self { item, scroll: Self::UNKNOWN }
    }
}

impl Line {
    /// Adds a piece; dangerous characters become marks.
    pub(crate) fn push(&mut self, text: &str, role: Role) {
        if !text.is_empty() {
            self.runs.push(Run { text: crate::visible::line(text).into_owned(), role });
        }
    }

    /// Adds texts, each of pieces in their roles, with `between` in between.
    pub(crate) fn push_all(&mut self, texts: &[Vec<(String, Role)>], between: &(String, Role)) {
        for (index, pieces) in texts.iter().enumerate() {
            self.push(if index > 0 { &between.0 } else { "" }, between.1);
            for (text, role) in pieces {
                self.push(text, *role);
            }
        }
    }

    /// The column of its first letter.
    pub(crate) fn indent(&self) -> usize {
        let mut columns = 0;
        for run in &self.runs {
            let text = run.text.trim_start();
            columns += wrap::width(&run.text[..run.text.len() - text.len()]);
            if !text.is_empty() {
                break;
            }
        }
        columns
    }

    /// Adds the bytes `range` of `text`, those of `matches` in the role of what was looked for.
    pub(crate) fn push_marked(
        &mut self,
        text: &str,
        range: Range<usize>,
        role: Role,
        matches: &[Range<usize>],
    ) {
        let matches = matches.iter().map(|found| (found.clone(), Role::Match));
        self.push_parts(text, range, role, matches);
    }

    /// Adds the bytes `range` of `text`, those of each of `parts` in its own role; parts are in order and apart.
    pub(crate) fn push_parts(
        &mut self,
        text: &str,
        range: Range<usize>,
        role: Role,
        parts: impl IntoIterator<Item = Part>,
    ) {
        let mut done = range.start;
        for (part, own) in parts {
            let (start, end) = (part.start.clamp(done, range.end), part.end.clamp(done, range.end));
            self.push(&text[done..start], role);
            self.push(&text[start..end], own);
            done = end;
        }
        self.push(&text[done..range.end], role);
    }

    /// The columns it takes.
    pub(crate) fn width(&self) -> usize {
        self.runs.iter().map(|run| wrap::width(&run.text)).sum()
    }
}

impl<T> Page<T> {
    /// An empty page of `width` columns.
    pub fn new(width: usize) -> Self {
        Self { width, lines: Vec::new(), items: Vec::new(), addresses: Vec::new() }
    }

    /// Adds an empty line, unless the page is empty or already ends with one.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.runs.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// Adds a paragraph in one role.
    pub(crate) fn paragraph(&mut self, text: &str, role: Role) {
        self.indented(&[], &[], text, role);
    }

    /// Adds a paragraph whose first line begins with `first` and whose others begin with `rest`.
    pub(crate) fn indented(&mut self, first: &[(&str, Role)], rest: &[(&str, Role)], text: &str, role: Role) {
        self.marked(first, rest, text, role, &[]);
    }

    /// The same with what was looked for standing out: byte ranges of `text`, in order and apart.
    pub(crate) fn marked(
        &mut self,
        first: &[(&str, Role)],
        rest: &[(&str, Role)],
        text: &str,
        role: Role,
        matches: &[Range<usize>],
    ) {
        let parts: Vec<Part> = matches.iter().map(|found| (found.clone(), Role::Match)).collect();
        self.parted(first, rest, text, role, &parts);
    }

    /// The same with parts in roles of their own, in order and apart.
    pub(crate) fn parted(
        &mut self,
        first: &[(&str, Role)],
        rest: &[(&str, Role)],
        text: &str,
        role: Role,
        parts: &[Part],
    ) {
        let wide = |runs: &[(&str, Role)]| runs.iter().map(|(text, _)| wrap::width(text)).sum::<usize>();
        let columns = self.width.saturating_sub(wide(first).max(wide(rest)));
        for (index, range) in wrap::lines(text, columns).into_iter().enumerate() {
            let mut line = Line::default();
            for (lead, role) in if index == 0 { first } else { rest } {
                line.push(lead, *role);
            }
            line.push_parts(text, range, role, parts.iter().cloned());
            self.lines.push(line);
        }
    }

    /// Makes everything that `fill` adds one item.
    pub(crate) fn item(&mut self, target: T, fill: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        fill(self);
        self.items.push(Item { target, lines: start..self.lines.len() });
    }

    /// The target of the selected item.
    pub(crate) fn target(&self, at: Position) -> Option<&T> {
        self.items.get(at.item).map(|item| &item.target)
    }

    /// The last line that may stand at the top of `height` lines.
    pub fn last_scroll(&self, height: usize) -> usize {
        self.lines.len().saturating_sub(height)
    }

    /// `at` made possible on a page that is laid out as it was: no further than the end. What is selected may
    /// lie out of view, where the text between two items is being read.
    #[must_use]
    pub(crate) fn bounded(&self, at: Position, height: usize) -> Position {
        let item = at.item.min(self.items.len().saturating_sub(1));
        Position { item, scroll: at.scroll.min(self.last_scroll(height)) }
    }

    /// `at` on a page laid out anew: the head of the page where that was in view, else the selected item.
    #[must_use]
    pub(crate) fn settled(&self, at: Position, height: usize) -> Position {
        let height = height.max(1);
        let at = self.bounded(at, height);
        let Some(item) = self.items.get(at.item).filter(|_| at.scroll > 0) else { return at };
        let scroll = if item.lines.len() >= height {
            let last = item.lines.end.saturating_sub(1);
            at.scroll.clamp((item.lines.start + 1).saturating_sub(height), last)
        } else {
            at.scroll.clamp(item.lines.end.saturating_sub(height), item.lines.start)
        };
        self.bounded(Position { scroll, ..at }, height)
    }

    /// `at` on a page that was laid out anew, or that one just moved on.
    #[must_use]
    pub(crate) fn placed(&self, at: Position, height: usize, is_new: bool) -> Position {
        if at.scroll == Position::UNKNOWN {
            return self.selecting(at.item, height);
        }
        if is_new { self.settled(at, height) } else { self.bounded(at, height) }
    }

    /// Whether any line of the selected item is in view.
    pub(crate) fn shows_selected(&self, at: Position, height: usize) -> bool {
        let bottom = at.scroll.saturating_add(height);
        let shows = |item: &Item<T>| item.lines.start < bottom && item.lines.end > at.scroll;
        self.items.get(at.item).is_some_and(shows)
    }

    /// `at` with the selected item brought into view as a reader would hold it: whole, and with the head of
    /// the page where both fit.
    #[must_use]
    pub(crate) fn selecting(&self, item: usize, height: usize) -> Position {
        let end = self.items.get(item).map_or(0, |item| item.lines.end);
        let start = self.items.get(item).map_or(0, |item| item.lines.start.saturating_sub(1));
        self.bounded(Position { item, scroll: if end <= height { 0 } else { start } }, height)
    }

    /// One step down: more of the selected item, then the next one, then the rest of the page.
    #[must_use]
    pub(crate) fn down(&self, at: Position, height: usize) -> Position {
        let bottom = at.scroll.saturating_add(height);
        let more = self.items.get(at.item).is_some_and(|item| item.lines.end > bottom);
        match self.items.get(at.item + 1) {
            Some(next) if !more && next.lines.start <= bottom => {
                let scroll = at.scroll.max((next.lines.end.saturating_sub(height)).min(next.lines.start));
                self.bounded(Position { item: at.item + 1, scroll }, height)
            }
            _ => self.scrolled(at, 1, height),
        }
    }

    /// One step up, the same way.
    #[must_use]
    pub(crate) fn up(&self, at: Position, height: usize) -> Position {
        let more = self.items.get(at.item).is_some_and(|item| item.lines.start < at.scroll);
        match at.item.checked_sub(1).and_then(|index| self.items.get(index)) {
            Some(previous) if !more && previous.lines.end + 1 > at.scroll => {
                let scroll =
                    at.scroll.min(previous.lines.start.max(previous.lines.end.saturating_sub(height)));
                self.bounded(Position { item: at.item - 1, scroll }, height)
            }
            _ => self.scrolled(at, -1, height),
        }
    }

    /// The page moved by `lines`; the selection goes along, so that it stays in view.
    #[must_use]
    pub(crate) fn scrolled(&self, at: Position, lines: isize, height: usize) -> Position {
        let scroll = at.scroll.saturating_add_signed(lines).min(self.last_scroll(height));
        let shows =
            |item: &Item<T>| item.lines.start < scroll.saturating_add(height) && item.lines.end > scroll;
        let kept = self.items.get(at.item).is_some_and(shows);
        let item = match self.items.iter().position(shows) {
            Some(_) if kept => at.item,
            Some(_) if lines < 0 => self.items.iter().rposition(shows).unwrap_or(at.item),
            Some(first) => first,
            // No item in view: the text between two of them is being read.
            None => at.item,
        };
        Position { item, scroll }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_settles_at_any_height() {
        let mut page = Page::new(20);
        for item in 0..3 {
            page.item(item, |page| page.paragraph(&"word ".repeat(item * 5), Role::Text));
        }
        for height in 0..8 {
            for (item, scroll) in (0..5).flat_map(|item| (0..12).map(move |scroll| (item, scroll))) {
                let at = page.settled(Position { item, scroll }, height);
                assert!(at.item < 3 && at.scroll <= page.last_scroll(height), "{item} {scroll} {height}");
            }
        }
    }
}
