//! From state to terminal: draws a frame and sends what differs from the one before.

use std::io::{self, Write};
use std::sync::Arc;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{ResetColor, force_color_output};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

use super::backend::{FrameBackend, is_compound};
use super::background;
use super::terminal::Terminal;
use crate::theme::Depth;
use crate::ui::Drawn;

/// What is on the terminal, and how to put something else there. A frame goes out in one write; one that changes
/// nothing is not sent at all.
pub(super) struct Screen {
    terminal: Arc<Terminal>,
    depth: Depth,
    /// What is to be sent before the next frame.
    before: Vec<u8>,
    /// What the terminal shows; `None` where that is not known.
    shown: Option<Shown>,
    /// Whether the terminal is asked for its background with the next frame.
    asks: bool,
}

struct Shown {
    frames: ratatui::Terminal<FrameBackend>,
    area: Rect,
    drawn: Drawn,
    /// The rows that hold signs of several code points, with their cells.
    compound: Vec<(u16, Vec<Cell>)>,
}

/// Nobody has a terminal of more columns, or of more cells; but anybody can say so.
const MOST_COLUMNS: u16 = 2_000;
const MOST_CELLS: u32 = 1 << 19;

/// The part of a terminal of `size` (columns, rows) that is drawn on.
pub(super) fn drawable((columns, rows): (u16, u16)) -> (u16, u16) {
    let columns = columns.min(MOST_COLUMNS);
    let most = MOST_CELLS / u32::from(columns).max(1);
    (columns, rows.min(u16::try_from(most).unwrap_or(u16::MAX)))
}

impl Screen {
    /// A screen about which nothing is known yet, on a terminal with so many colours.
    pub(super) fn new(terminal: Arc<Terminal>, depth: Depth) -> Self {
        // How many colours there are has been decided; crossterm is not to look at NO_COLOR once more.
        force_color_output(depth != Depth::None);
        Self { terminal, depth, before: Vec::new(), shown: None, asks: false }
    }

    /// Makes the next frame draw every cell, whatever the terminal shows.
    pub(super) fn forget(&mut self) {
        self.shown = None;
    }

    /// Takes the terminal over with the next frame: one write, and no empty screen before it.
    pub(super) fn enter(&mut self) -> io::Result<()> {
        self.before = self.terminal.take()?;
        self.forget();
        Ok(())
    }

    /// Asks the terminal for its background with the next frame.
    pub(super) fn ask(&mut self) {
        self.asks = true;
    }

    /// Draws what `paint` paints on a screen of `size` (columns, rows); a terminal that knows how shows the frame
    /// at once.
    pub(super) fn draw(
        &mut self,
        size: (u16, u16),
        paint: impl FnOnce(Depth, Rect, &mut Buffer) -> Drawn,
    ) -> io::Result<()> {
        let area = Rect::new(0, 0, size.0, size.1);
        let known = self.shown.take().filter(|shown| shown.area == area);
        let is_known = known.is_some();
        let mut shown = match known {
            Some(shown) => shown,
            None => Shown::new(area)?,
        };
        let had_cursor = shown.drawn.cursor;
        let cells = shown.draw(|buffer| {
            let mut drawn = paint(self.depth, area, buffer);
            if !self.terminal.capabilities().extended {
                drawn.links.clear();
            }
            drawn
        })?;
        let cursor = shown.drawn.cursor;
        self.shown = Some(shown);
        let asks = std::mem::take(&mut self.asks);
        if is_known && cells.is_empty() && cursor == had_cursor && !asks {
            return Ok(());
        }
        let mut bytes = std::mem::take(&mut self.before);
        queue!(bytes, BeginSynchronizedUpdate)?;
        if !is_known || had_cursor.is_some() {
            queue!(bytes, Hide)?;
        }
        if !is_known {
            queue!(bytes, ResetColor, Clear(ClearType::All))?;
        }
        bytes.write_all(&cells)?;
        if let Some((x, y)) = cursor {
            queue!(bytes, MoveTo(x, y), Show)?;
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        if asks {
            bytes.extend_from_slice(background::QUESTION);
            self.terminal.question.note_asked();
        }
        self.terminal.write(&bytes)
    }
}

impl Shown {
    /// An empty screen.
    fn new(area: Rect) -> io::Result<Self> {
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let frames = ratatui::Terminal::with_options(FrameBackend::new(area.as_size()), options)?;
        Ok(Self { frames, area, drawn: Drawn::default(), compound: Vec::new() })
    }

    /// Draws a frame, and returns the bytes that make of the one before it this one.
    fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<Vec<u8>> {
        let mut frame = self.frames.get_frame();
        let buffer = frame.buffer_mut();
        let drawn = paint(buffer);
        let have_links_changed = drawn.links != self.drawn.links;
        if have_links_changed {
            for link in self.drawn.links.iter().chain(&drawn.links) {
                draw_anyway(buffer, Rect::new(link.x, link.y, link.width, 1));
            }
        }
        let compound = rows_with_compounds(buffer);
        let changed = changed_rows(&self.compound, &compound);
        let is_marked = have_links_changed || !changed.is_empty();
        for y in changed {
            draw_anyway(buffer, Rect::new(0, y, self.area.width, 1));
        }
        self.compound = compound;
        self.frames.backend_mut().links.clone_from(&drawn.links);
        self.drawn = drawn;
        self.frames.flush()?;
        if is_marked {
            // A mark would make a cell differ from the next one that looks the same.
            for cell in &mut self.frames.current_buffer_mut().content {
                cell.set_diff_option(CellDiffOption::None);
            }
        }
        self.frames.swap_buffers();
        Ok(self.frames.backend_mut().take_bytes())
    }
}

/// Has cells sent though they look as they did: where they lead may have changed, or what a terminal made of the signs
/// before them.
fn draw_anyway(buffer: &mut Buffer, area: Rect) {
    for position in area.intersection(buffer.area).positions() {
        buffer[position].set_diff_option(CellDiffOption::AlwaysUpdate);
    }
}

fn rows_with_compounds(buffer: &Buffer) -> Vec<(u16, Vec<Cell>)> {
    let rows = buffer.content.chunks(usize::from(buffer.area.width).max(1));
    let with_compounds = (0..).zip(rows).filter(|(_, row)| row.iter().any(is_compound));
    with_compounds.map(|(y, row)| (y, row.to_vec())).collect()
}

/// The rows that are not among both in the same form.
fn changed_rows(before: &[(u16, Vec<Cell>)], now: &[(u16, Vec<Cell>)]) -> Vec<u16> {
    let only = |these: &[(u16, Vec<Cell>)], those: &[(u16, Vec<Cell>)]| {
        these.iter().filter(|row| !those.contains(row)).map(|(y, _)| *y).collect::<Vec<_>>()
    };
    [only(before, now), only(now, before)].concat()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::ui::Link;

    fn frame(shown: &mut Shown, line: &str, links: Vec<Link>) -> String {
        let bytes = shown.draw(|buffer| {
            buffer.set_string(0, 0, line, Style::new());
            Drawn { cursor: None, links }
        });
        String::from_utf8(bytes.unwrap()).unwrap()
    }

    fn shown() -> Shown {
        Shown::new(Rect::new(0, 0, 8, 1)).unwrap()
    }

    #[test]
    fn what_is_the_same_is_not_sent() {
        let mut shown = shown();
        assert!(frame(&mut shown, "abc", Vec::new()).contains("abc"));
        assert_eq!(frame(&mut shown, "abc", Vec::new()), "");
        assert!(frame(&mut shown, "abd", Vec::new()).starts_with("\x1b[1;3Hd"));
    }

    #[test]
    fn another_address_is_sent_though_the_letters_are_the_same() {
        let link = |url: &str| vec![Link { x: 0, y: 0, width: 2, url: url.into(), number: 0 }];
        let mut shown = shown();
        frame(&mut shown, "abc", link("https://a.org"));
        assert_eq!(frame(&mut shown, "abc", link("https://a.org")), "");
        assert!(frame(&mut shown, "abc", link("https://b.org")).contains("https://b.org"));
        let without = frame(&mut shown, "abc", Vec::new());
        assert!(without.contains("ab") && !without.contains("\x1b]8"), "{without:?}");
    }

    /// What a terminal made of such a sign, nobody knows: nothing of its row is taken for known once it changes.
    #[test]
    fn a_row_with_a_sign_of_several_code_points_is_sent_whole() {
        let mut shown = shown();
        frame(&mut shown, "👩\u{200d}🏫 abc", Vec::new());
        assert_eq!(frame(&mut shown, "👩\u{200d}🏫 abc", Vec::new()), "");
        assert!(frame(&mut shown, "👩\u{200d}🏫 abd", Vec::new()).contains(" abd"));
        assert!(frame(&mut shown, "ab abd", Vec::new()).contains("ab abd  "));
        assert!(frame(&mut shown, "ab abe", Vec::new()).starts_with("\x1b[1;6He"));
    }

    #[test]
    fn no_terminal_is_too_large_to_be_drawn_on() {
        assert_eq!(drawable((80, 24)), (80, 24));
        assert_eq!(drawable((0, 0)), (0, 0));
        assert_eq!(drawable((1, u16::MAX)), (1, u16::MAX));
        for size in [(20_000, 20_000), (u16::MAX, u16::MAX), (u16::MAX, 1)] {
            let (columns, rows) = drawable(size);
            assert!(u32::from(columns) * u32::from(rows) <= MOST_CELLS, "{size:?}");
        }
    }
}
