//! A sheet of paper of the size of the screen's body, on which a scene is set line by line.

use crate::app::page::{Address, Line, Page};
use crate::briefing::Step;
use crate::glyphs::Glyphs;
use crate::role::Role;
use crate::wrap;

use super::letters::{self, Letters, Room, Set};
use super::scene::{Big, Scene};
use super::{Level, scene};

/// A scene while it is being set.
pub(super) struct Sheet {
    /// Its lines; each item is what one step reveals.
    pub(super) page: Page<Step>,
    pub(super) bigs: Vec<Big>,
    /// Lines that stay on one page where they fit on one.
    pub(super) together: Vec<std::ops::Range<usize>>,
    /// What stays at the foot of every page.
    pub(super) foot: Vec<Line>,
    pub(super) foot_addresses: Vec<Address>,
    pub(super) height: usize,
    pub(super) level: Level,
    pub(super) glyphs: &'static Glyphs,
}

impl Sheet {
    pub(super) fn new((width, height): (usize, usize), level: Level, glyphs: &'static Glyphs) -> Self {
        Self {
            page: Page::new(width),
            bigs: Vec::new(),
            together: Vec::new(),
            foot: Vec::new(),
            foot_addresses: Vec::new(),
            height,
            level,
            glyphs,
        }
    }

    /// The scene as it is now.
    pub(super) fn finish(self) -> Scene {
        scene::finish(self)
    }

    /// Makes everything that `fill` adds what one step reveals.
    pub(super) fn step(&mut self, step: Step, fill: impl FnOnce(&mut Self)) {
        let first = self.page.lines.len();
        fill(self);
        self.page.items.push(crate::app::page::Item { target: step, lines: first..self.page.lines.len() });
    }

    /// Keeps everything that `fill` adds on one page, where it fits on one.
    pub(super) fn keep(&mut self, fill: impl FnOnce(&mut Self)) {
        let first = self.page.lines.len();
        fill(self);
        self.together.push(first..self.page.lines.len());
    }

    /// An empty line, unless there is one. The lines that large letters stand on are not empty.
    pub(super) fn gap(&mut self) {
        let lines = self.page.lines.len();
        match self.bigs.last() {
            Some(big) if big.row + big.letters.rows() == lines => self.blank(1),
            _ => self.page.gap(),
        }
    }

    /// A paragraph; in large letters where everything is.
    pub(super) fn paragraph(&mut self, text: &str, role: Role) {
        if self.level < Level::Huge || !self.large(text, role, &[(Letters::Narrow, usize::MAX)], usize::MAX) {
            self.page.paragraph(text, role);
        }
    }

    /// What is in large letters from `level` on.
    pub(super) fn heading(&mut self, text: &str, role: Role, level: Level) {
        let sizes = [(Letters::Narrow, usize::MAX)];
        if self.level < level || !self.large(text, role, &sizes, usize::MAX) {
            self.page.paragraph(text, role);
        }
    }

    /// A paragraph behind `first` on its first line and `rest` on the others.
    pub(super) fn indented(&mut self, first: &[(&str, Role)], rest: &[(&str, Role)], text: &str, role: Role) {
        self.page.indented(first, rest, text, role);
    }

    /// `text` in large letters, where there is room for it in `rows` rows; says whether there was.
    pub(super) fn large(&mut self, text: &str, role: Role, sizes: &[(Letters, usize)], rows: usize) -> bool {
        let room = Room { columns: self.page.width, rows, glyphs: self.glyphs.set };
        let Some(set) = letters::set(text, sizes, room) else { return false };
        self.set(&set, role);
        true
    }

    /// Words that have been set in large letters.
    pub(super) fn set(&mut self, set: &Set, role: Role) {
        for line in &set.lines {
            self.bigs.push(Big {
                row: self.page.lines.len(),
                text: line.clone(),
                letters: set.letters,
                role,
            });
            self.blank(set.letters.rows());
        }
    }

    /// So many empty lines.
    pub(super) fn blank(&mut self, rows: usize) {
        let rows = self.page.lines.len() + rows;
        self.page.lines.resize_with(rows, Line::default);
    }

    /// An address that can be read and followed, behind `lead`.
    pub(super) fn address(&mut self, lead: &str, url: &str) {
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
