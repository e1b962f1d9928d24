//! Cells to the bytes of a frame: crossterm's, and around them what it does not know.
//!
//! It knows no links (OSC 8), and writes even the 16 colours of old in the way of the 256. And where a sign is made of
//! several code points, no two terminals agree how far it moves the cursor.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::hyperlink;
use crate::ui::Link;

/// Bytes that several hands write to.
#[derive(Clone, Default)]
struct Bytes(Rc<RefCell<Vec<u8>>>);

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The attributes that show on a blank, too.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// Gathers a frame, which is sent in one go, or not at all.
pub(super) struct FrameBackend {
    inner: CrosstermBackend<Bytes>,
    bytes: Bytes,
    size: Size,
    /// The links of the frame.
    pub(super) links: Vec<Link>,
}

/// What the cells of a stretch that is drawn in one go have in common.
#[derive(Clone, Copy, PartialEq)]
struct Stretch {
    link: Option<usize>,
    /// The numbers of those of its colours that are among the 16 of old.
    colors: (Option<u8>, Option<u8>),
    /// Whether it is a single sign of several code points.
    is_compound: bool,
}

/// Whether a cell holds several code points.
pub(super) fn is_compound(cell: &Cell) -> bool {
    cell.symbol().chars().nth(1).is_some()
}

impl FrameBackend {
    pub(super) fn new(size: Size) -> Self {
        let bytes = Bytes::default();
        Self { inner: CrosstermBackend::new(bytes.clone()), bytes, size, links: Vec::new() }
    }

    /// What was drawn since this was asked last.
    pub(super) fn take_bytes(&mut self) -> Vec<u8> {
        self.bytes.0.take()
    }

    fn stretch(links: &[Link], (x, y, cell): &(u16, u16, &Cell)) -> Stretch {
        Stretch {
            link: links.iter().position(|link| link.covers(*x, *y)),
            colors: (number(cell.fg), number(cell.bg)),
            is_compound: is_compound(cell),
        }
    }

    /// Draws cells; those of their colours that are among the 16 of old have been set. A blank looks the same whatever
    /// letters would look like in its place, and what need not be said is not sent.
    fn draw_cells<'a>(&mut self, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> io::Result<()> {
        let mut before: Option<(Color, Color, Modifier)> = None;
        let cells: Vec<_> = cells
            .map(|(x, y, cell)| {
                let mut cell = cell.clone();
                cell.fg = if number(cell.fg).is_some() { Color::Reset } else { cell.fg };
                cell.bg = if number(cell.bg).is_some() { Color::Reset } else { cell.bg };
                if let Some((fore, back, modifier)) = before
                    && cell.symbol() == " "
                    && cell.bg == back
                    && !(cell.modifier | modifier).intersects(ON_BLANKS)
                {
                    (cell.fg, cell.modifier) = (fore, modifier);
                }
                before = Some((cell.fg, cell.bg, cell.modifier));
                (x, y, cell)
            })
            .collect();
        self.inner.draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell)))
    }

    /// Draws a sign of which nobody knows how wide the terminal will make it: over blanks, and the next cell is gone
    /// to anew.
    fn draw_compound(&mut self, colors: &str, (x, y, cell): (u16, u16, &Cell)) -> io::Result<()> {
        let mut blank = cell.clone();
        blank.set_symbol(" ");
        let blanks = (x..x.saturating_add(cell.cell_width())).map(|x| (x, y, &blank));
        for cells in [blanks.collect(), vec![(x, y, cell)]] {
            self.bytes.write_all(colors.as_bytes())?;
            self.draw_cells(cells.into_iter())?;
        }
        Ok(())
    }
}

/// The number of a colour among the 16 of old.
fn number(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

/// What sets colours of the 16 of old.
fn set_colors((fore, back): (Option<u8>, Option<u8>)) -> Option<String> {
    let code =
        |number: u8, dark: u8, bright: u8| if number < 8 { dark + number } else { bright + number - 8 };
    let codes = [fore.map(|number| code(number, 30, 90)), back.map(|number| code(number, 40, 100))];
    let codes: Vec<String> = codes.into_iter().flatten().map(|code| code.to_string()).collect();
    (!codes.is_empty()).then(|| format!("\x1b[{}m", codes.join(";")))
}

impl Backend for FrameBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        // A cell that is covered by the wide sign before it is empty.
        let mut cells = content.filter(|(_, _, cell)| !cell.symbol().is_empty()).peekable();
        let links = std::mem::take(&mut self.links);
        while let Some(first) = cells.peek() {
            let stretch = Self::stretch(&links, first);
            let begin = stretch.link.and_then(|index| hyperlink::begin(&links[index]));
            self.bytes.write_all(begin.as_deref().unwrap_or_default().as_bytes())?;
            let colors = set_colors(stretch.colors).unwrap_or_default();
            let mut run = std::iter::from_fn(|| cells.next_if(|cell| Self::stretch(&links, cell) == stretch));
            if stretch.is_compound {
                run.try_for_each(|cell| self.draw_compound(&colors, cell))?;
            } else {
                self.bytes.write_all(colors.as_bytes())?;
                self.draw_cells(run)?;
            }
            if begin.is_some() {
                self.bytes.write_all(hyperlink::END.as_bytes())?;
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    /// The terminal is not asked: its answer would come among the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn cell(symbol: &str, style: Style) -> Cell {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol).set_style(style);
        cell
    }

    fn drawn(cells: &[(u16, u16, Cell)], links: Vec<Link>) -> String {
        let mut backend = FrameBackend::new(Size::new(80, 24));
        backend.links = links;
        backend.draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell))).unwrap();
        String::from_utf8(backend.take_bytes()).unwrap()
    }

    const RESET: &str = "\x1b[39m\x1b[49m\x1b[59m\x1b[0m";

    #[test]
    fn a_link_is_opened_and_closed() {
        let link = Link { x: 1, y: 0, width: 2, url: "https://a.org".into(), number: 3 };
        let cells: Vec<_> = (0..4).map(|x| (x, 0, cell("a", Style::new()))).collect();
        let expected = format!(
            "\x1b[1;1Ha{RESET}\x1b]8;id=frise-3;https://a.org\x1b\\\x1b[1;2Haa{RESET}\x1b]8;;\x1b\\\x1b[1;4Ha{RESET}"
        );
        assert_eq!(drawn(&cells, vec![link]), expected);
    }

    #[test]
    fn a_blank_needs_no_other_style_than_what_shows_on_it() {
        let red = Style::new().fg(Color::Indexed(1));
        let cells = [
            (0, 0, cell("a", red)),
            (1, 0, cell(" ", Style::new().add_modifier(Modifier::BOLD))),
            (2, 0, cell("b", red)),
            (3, 0, cell(" ", red.add_modifier(Modifier::UNDERLINED))),
        ];
        let expected = format!("\x1b[1;1H\x1b[38;5;1;49ma b\x1b[4m {RESET}");
        assert_eq!(drawn(&cells, Vec::new()), expected);
    }

    #[test]
    fn the_sixteen_colours_are_sent_in_the_old_way() {
        let style = Style::new().fg(Color::Red).bg(Color::White).add_modifier(Modifier::BOLD);
        let cells = [
            (0, 0, cell("a", style)),
            (1, 0, cell("b", style)),
            (2, 0, cell("c", Style::new().fg(Color::Black))),
        ];
        let expected = format!("\x1b[31;107m\x1b[1;1H\x1b[1mab{RESET}\x1b[30m\x1b[1;3Hc{RESET}");
        assert_eq!(drawn(&cells, Vec::new()), expected);
        let indexed = drawn(&[(0, 0, cell("a", Style::new().fg(Color::Indexed(1))))], Vec::new());
        assert!(indexed.contains("38;5;1"), "{indexed:?}");
    }

    #[test]
    fn the_cursor_is_set_anew_behind_a_sign_of_several_code_points() {
        for (sign, width) in
            [("👩\u{200d}🏫", 2), ("🏳\u{fe0f}\u{200d}🌈", 2), ("🇫🇷", 2), ("♻\u{fe0f}", 2), ("e\u{301}", 1)]
        {
            let mut cells = vec![(4, 1, cell(sign, Style::new()))];
            cells.extend((1..width).map(|x| (4 + x, 1, cell("", Style::new()))));
            cells.push((4 + width, 1, cell("b", Style::new())));
            let blanks = " ".repeat(width.into());
            let expected =
                format!("\x1b[2;5H{blanks}{RESET}\x1b[2;5H{sign}{RESET}\x1b[2;{}Hb{RESET}", 5 + width);
            assert_eq!(drawn(&cells, Vec::new()), expected, "{sign}");
        }
    }
}
