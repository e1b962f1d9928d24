//! Writes lines of roles into a buffer of cells.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::app::screen::layout::Area;
use crate::app::screen::page::Line;
use crate::glyphs::GlyphSet;
use crate::role::Role;
use crate::theme::Theme;

use super::drawn::{Drawn, Link};

/// A buffer to draw on, with the theme and the signs to draw in. What lies outside is left out.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    theme: Theme,
    signs: GlyphSet,
    drawn: Drawn,
    is_typing: bool,
}

impl<'a> Canvas<'a> {
    /// A canvas over `area` of `buffer`.
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect, theme: Theme, signs: GlyphSet) -> Self {
        Self {
            area: area.intersection(buffer.area),
            buffer,
            theme,
            signs,
            drawn: Drawn::default(),
            is_typing: false,
        }
    }

    /// What the frame has beside its cells.
    pub(super) fn into_drawn(self) -> Drawn {
        self.drawn
    }

    /// Puts the terminal's cursor on a cell, where what is selected begins; while something is typed it stays
    /// there.
    pub(super) fn point(&mut self, x: u16, y: u16) {
        if !self.is_typing {
            self.drawn.cursor = Some((x, y)).filter(|at| self.area.contains((*at).into()));
        }
    }

    /// Makes a stretch of a row lead to an address.
    pub(super) fn link(&mut self, link: Link) {
        self.drawn.links.push(link);
    }

    /// Paints everything empty in the colours of the theme.
    pub(super) fn clear(&mut self) {
        let mut blank = Cell::EMPTY;
        blank.set_style(self.theme.ground());
        if self.area == self.buffer.area {
            self.buffer.content.fill(blank);
        } else {
            self.blank(self.area);
        }
    }

    pub(super) fn blank(&mut self, area: Rect) {
        let ground = self.theme.ground();
        let area = area.intersection(self.area);
        let covered = |link: &Link| Rect::new(link.x, link.y, link.width, 1).intersects(area);
        self.drawn.links.retain(|link| !covered(link));
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                let cell = &mut self.buffer[(x, y)];
                cell.reset();
                cell.set_style(ground);
            }
        }
    }

    /// Paints `area` empty and lifted off what is around it.
    pub(super) fn raise(&mut self, area: Rect) {
        self.blank(area);
        let raised = self.theme.raised();
        let area = area.intersection(self.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.buffer[(x, y)].set_style(raised);
            }
        }
    }

    pub(super) fn black(&mut self) {
        self.blank(self.area);
        let black = self.theme.black();
        self.buffer.set_style(self.area, black);
    }

    /// Puts a sign of large letters into a cell.
    pub(super) fn block(&mut self, x: u16, y: u16, sign: &str, role: Role) {
        let sign = if self.signs == GlyphSet::Ascii { "#" } else { sign };
        self.run(x, y, sign, role, 1);
    }

    /// Paints the first row of `area` empty.
    pub(super) fn blank_row(&mut self, area: Area) {
        self.blank(Rect { x: area.x, y: area.y, width: area.width, height: 1 });
    }

    /// Marks a cell as that of the cursor of a line being typed.
    pub(super) fn cursor(&mut self, x: u16, y: u16) {
        self.point(x, y);
        self.is_typing = true;
        if self.area.contains((x, y).into()) {
            self.buffer[(x, y)].set_style(Style::new().add_modifier(Modifier::REVERSED));
        }
    }

    /// The size of the canvas.
    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Writes `text` from column `x` on, `width` columns at the most.
    pub(super) fn text(&mut self, x: u16, y: u16, text: &str, role: Role, width: u16) {
        self.run(x, y, text, role, width);
    }

    /// Writes a line from column `x` on, `width` columns at the most.
    pub(super) fn line(&mut self, x: u16, y: u16, line: &Line, width: u16) {
        let mut used = 0;
        for run in &line.runs {
            used += self.run(x + used, y, &run.text, run.role, width - used);
        }
    }

    /// Adds the look of what is selected to a stretch of a row.
    pub(super) fn select(&mut self, x: u16, y: u16, width: u16) {
        let area = Rect { x, y, width, height: 1 }.intersection(self.area);
        let keep = self.theme.style(Role::Passage).bg;
        let raised = self.theme.raised().bg;
        for x in area.left()..area.right() {
            let cell = &mut self.buffer[(x, y)];
            if raised.is_some_and(|raised| cell.bg == raised) {
                // On what is lifted off the screen, what is selected sinks back.
                cell.set_style(self.theme.ground().fg(cell.fg));
            } else if keep.is_none_or(|keep| cell.bg != keep) {
                cell.set_style(self.theme.selected());
            }
        }
    }

    /// Whether nothing stands on a row from column `x` on, `width` columns far.
    pub(super) fn is_blank(&self, x: u16, y: u16, width: u16) -> bool {
        let area = Rect { x, y, width, height: 1 }.intersection(self.area);
        (area.left()..area.right()).all(|x| self.buffer[(x, y)].symbol() == " ")
    }

    /// Writes `text` and returns the columns it took. A wide character that does not fit whole is left out.
    fn run(&mut self, x: u16, y: u16, text: &str, role: Role, width: u16) -> u16 {
        let style: Style = self.theme.style(role);
        let signs = if role.is_evidence() { GlyphSet::Unicode } else { self.signs };
        let right = x.saturating_add(width).min(self.area.right());
        let mut at = x;
        if y < self.area.top() || y >= self.area.bottom() {
            return 0;
        }
        for grapheme in text.graphemes(true) {
            let wide = u16::try_from(grapheme.width()).unwrap_or(u16::MAX);
            if wide == 0 {
                continue;
            }
            if at.saturating_add(wide) > right {
                debug_assert!(
                    x >= right || text.trim_end().is_empty(),
                    "{text:?} is cut without a sign after {} columns",
                    at - x
                );
                break;
            }
            debug_assert!(
                grapheme == " " || self.buffer[(at, y)].symbol() == " ",
                "{text:?} is drawn over {:?} at {at}, {y}",
                self.buffer[(at, y)].symbol()
            );
            self.buffer[(at, y)].set_symbol(held(signs.cousin(grapheme))).set_style(style);
            for covered in at + 1..at + wide {
                self.buffer[(covered, y)].set_symbol("").set_style(style);
            }
            at += wide;
        }
        at - x
    }
}

/// As much of a grapheme as a cell holds: an article may pile millions of marks on one letter, and no script
/// needs more than a few.
fn held(grapheme: &str) -> &str {
    const MOST: usize = 16;
    grapheme.char_indices().nth(MOST).map_or(grapheme, |(end, _)| &grapheme[..end])
}

/// Columns fit into 16 bits wherever they fit on a screen.
pub(super) fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
