//! A sheet of paper of the size of the screen's body, on which a scene is set line by line.

use std::ops::Range;

use crate::app::screen::page::{Address, Line, Page};
use crate::briefing::Step;
use crate::glyphs::Glyphs;
use crate::role::Role;
use crate::wrap;

use super::letters::Level;
use super::letters::{self, Letters, Room, Set};
use super::scene::{LargeLine, Scene};

/// A scene while it is being set.
pub(crate) struct SlideBuilder {
    /// Its lines; each item is what one step reveals.
    pub(crate) page: Page<Step>,
    pub(crate) large_lines: Vec<LargeLine>,
    /// Lines that stay on one page where they fit on one.
    pub(crate) together: Vec<std::ops::Range<usize>>,
    /// What stays at the foot of every page.
    pub(crate) foot: Vec<Line>,
    pub(crate) foot_addresses: Vec<Address>,
    /// The sign in the place of what is covered, and what is said of it at the foot where it is on the slide.
    pub(crate) legend: Option<(String, &'static str)>,
    pub(crate) height: usize,
    pub(crate) level: Level,
    pub(crate) glyphs: &'static Glyphs,
}

impl SlideBuilder {
    pub(crate) fn new((width, height): (usize, usize), level: Level, glyphs: &'static Glyphs) -> Self {
        Self {
            page: Page::new(width),
            large_lines: Vec::new(),
            together: Vec::new(),
            foot: Vec::new(),
            foot_addresses: Vec::new(),
            legend: None,
            height,
            level,
            glyphs,
        }
    }

    /// The scene as it is now.
    pub(crate) fn finish(self) -> Scene {
        let SlideBuilder {
            page, large_lines, mut together, mut foot, foot_addresses, legend, height, ..
        } = self;
        foot.extend(legend.and_then(|(sign, words)| {
            let in_line = |line: &Line| line.runs.iter().any(|run| run.text.contains(&sign));
            let is_there = page.lines.iter().chain(&foot).any(in_line)
                || large_lines.iter().any(|large_line| large_line.text.contains(&sign));
            let mut line = Line::default();
            line.push(&format!("{sign}{words}"), Role::Dim);
            is_there.then_some(line)
        }));
        let mut items = page.items;
        let mut lines = page.lines;
        while lines.last().is_some_and(|line| line.runs.is_empty())
            && large_lines
                .last()
                .is_none_or(|large_line| large_line.row + large_line.letters.rows() < lines.len())
        {
            lines.pop();
        }
        let mut addresses = page.addresses;
        let mut foot_addresses = foot_addresses;
        let mut room = height.saturating_sub(foot.len() + usize::from(!foot.is_empty()));
        if !foot.is_empty() && room < height / 2 {
            // A foot that would leave no room for what it belongs to goes along with it.
            let first = lines.len() + 1;
            lines.push(Line::default());
            lines.append(&mut foot);
            addresses.extend(foot_addresses.drain(..).map(|address| Address {
                lines: address.lines.start + first..address.lines.end + first,
                ..address
            }));
            // What reveals the last of it reveals where that comes from.
            if let Some(last) = items.last_mut() {
                last.lines.end = lines.len();
            }
            room = height;
        }
        together.extend(
            large_lines.iter().map(|large_line| large_line.row..large_line.row + large_line.letters.rows()),
        );
        let steps: Vec<(Step, Range<usize>)> =
            items.into_iter().map(|item| (item.target, item.lines)).collect();
        together.extend(steps.iter().map(|(_, lines)| lines.clone()));
        let is_blank = |line: usize| {
            lines[line].runs.is_empty()
                && !large_lines.iter().any(|large_line| {
                    (large_line.row..large_line.row + large_line.letters.rows()).contains(&line)
                })
        };
        let pages = pages(lines.len(), room.max(1), &together, is_blank);
        Scene { lines, large_lines, addresses, foot, foot_addresses, steps, pages }
    }

    /// Makes everything that `fill` adds what one step reveals.
    pub(crate) fn step(&mut self, step: Step, fill: impl FnOnce(&mut Self)) {
        let first = self.page.lines.len();
        fill(self);
        self.page
            .items
            .push(crate::app::screen::page::Item { target: step, lines: first..self.page.lines.len() });
    }

    /// Keeps everything that `fill` adds on one page, where it fits on one.
    pub(crate) fn keep(&mut self, fill: impl FnOnce(&mut Self)) {
        let first = self.page.lines.len();
        fill(self);
        self.together.push(first..self.page.lines.len());
    }

    /// An empty line, unless there is one. The lines that large letters stand on are not empty.
    pub(crate) fn gap(&mut self) {
        let lines = self.page.lines.len();
        match self.large_lines.last() {
            Some(large_line) if large_line.row + large_line.letters.rows() == lines => self.blank(1),
            _ => self.page.gap(),
        }
    }

    /// A paragraph; in large letters where everything is.
    pub(crate) fn paragraph(&mut self, text: &str, role: Role) {
        if self.level < Level::Huge || !self.large(text, role, &[(Letters::Narrow, usize::MAX)], usize::MAX) {
            self.page.paragraph(text, role);
        }
    }

    /// What is in large letters from `level` on.
    pub(crate) fn heading(&mut self, text: &str, role: Role, level: Level) {
        let sizes = [(Letters::Narrow, usize::MAX)];
        if self.level < level || !self.large(text, role, &sizes, usize::MAX) {
            self.page.paragraph(text, role);
        }
    }

    /// A paragraph behind `first` on its first line and `rest` on the others.
    pub(crate) fn indented(&mut self, first: &[(&str, Role)], rest: &[(&str, Role)], text: &str, role: Role) {
        self.page.indented(first, rest, text, role);
    }

    /// `text` in large letters, where there is room for it in `rows` rows; says whether there was.
    pub(crate) fn large(&mut self, text: &str, role: Role, sizes: &[(Letters, usize)], rows: usize) -> bool {
        let room = Room { columns: self.page.width, rows, glyphs: self.glyphs.set };
        let Some(set) = letters::set(text, sizes, room) else { return false };
        self.set(&set, role);
        true
    }

    /// Words that have been set in large letters.
    pub(crate) fn set(&mut self, set: &Set, role: Role) {
        for line in &set.lines {
            self.large_lines.push(LargeLine {
                row: self.page.lines.len(),
                text: line.clone(),
                letters: set.letters,
                role,
            });
            self.blank(set.letters.rows());
        }
    }

    /// So many empty lines.
    pub(crate) fn blank(&mut self, rows: usize) {
        let rows = self.page.lines.len() + rows;
        self.page.lines.resize_with(rows, Line::default);
    }

    /// An address that can be read and followed, behind `lead`.
    pub(crate) fn address(&mut self, lead: &str, url: &str) {
        let first = self.page.lines.len();
        self.page.indented(&[(lead, Role::Source)], &[(lead, Role::Source)], url, Role::Source);
        let column = wrap::width(lead);
        self.page.addresses.push(Address {
            lines: first..self.page.lines.len(),
            column,
            url: url.to_owned(),
        });
    }
}

/// Cuts `count` lines into pages of `height` lines: where it can be, before what belongs together, and with no empty
/// line at the top.
fn pages(
    count: usize,
    height: usize,
    together: &[Range<usize>],
    is_blank: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    loop {
        if count - start <= height {
            pages.push(start..count);
            return pages;
        }
        let mut end = start + height;
        // What is moved to the next page may have been in the middle of something longer.
        while let Some(whole) = (together.iter())
            .filter(|range| range.len() <= height && range.start > start)
            .filter(|range| range.start < end && end < range.end)
            .min_by_key(|range| range.start)
        {
            end = whole.start;
        }
        pages.push(start..end);
        start = end;
        while start < count && is_blank(start) {
            start += 1;
        }
        if start == count {
            return pages;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_break_between_what_belongs_together() {
        let none = |_: usize| false;
        let whole = |range: Range<usize>| vec![range];
        assert_eq!(pages(3, 5, &[], none), whole(0..3));
        assert_eq!(pages(10, 4, &[], none), [0..4, 4..8, 8..10]);
        assert_eq!(pages(10, 4, &whole(3..6), none), [0..3, 3..7, 7..10]);
        assert_eq!(pages(10, 4, &whole(3..9), none), [0..4, 4..8, 8..10], "longer than a page");
        assert_eq!(pages(10, 4, &[], |line| line == 4), [0..4, 5..9, 9..10]);
        assert_eq!(pages(5, 4, &[], |line| line == 4), whole(0..4));
        assert_eq!(pages(0, 4, &[], none), whole(0..0));
    }
}
