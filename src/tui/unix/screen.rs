//! From state to terminal: draws a frame and sends what differs from the one before.

use std::io;
use std::sync::Arc;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{ResetColor, force_color_output};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::terminal::Terminal;
use super::{encode, reply};
use crate::theme::Depth;
use crate::ui::{Drawn, Link};

/// What is on the terminal, and how to put something else there. A frame goes out in one write; one that changes
/// nothing is not sent at all.
pub(super) struct Screen {
    terminal: Arc<Terminal>,
    /// The frame on its way out.
    bytes: Vec<u8>,
    depth: Depth,
    /// What the terminal shows; `None` where that is not known.
    shown: Option<Frame>,
    spare: Buffer,
    /// Whether the terminal is asked for its background with the next frame.
    asks: bool,
}

/// A frame.
struct Frame {
    buffer: Buffer,
    drawn: Drawn,
}

impl Screen {
    /// A screen about which nothing is known yet, on a terminal with so many colours.
    pub(super) fn new(terminal: Arc<Terminal>, depth: Depth) -> Self {
        // How many colours there are has been decided; crossterm is not to look at NO_COLOR once more.
        force_color_output(depth != Depth::None);
        Self { terminal, bytes: Vec::new(), depth, shown: None, spare: Buffer::default(), asks: false }
    }

    /// Makes the next frame draw every cell, whatever the terminal shows.
    pub(super) fn forget(&mut self) {
        self.shown = None;
    }

    /// Takes the terminal over with the next frame: one write, and no empty screen before it.
    pub(super) fn enter(&mut self) -> io::Result<()> {
        self.bytes = self.terminal.take()?;
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
        self.spare.resize(area);
        let mut drawn = paint(self.depth, area, &mut self.spare);
        if !self.terminal.skills().extended {
            drawn.links.clear();
        }
        let shown = self.shown.take().filter(|shown| shown.buffer.area == area);
        let is_same = self.encode(shown.as_ref(), &drawn)?;
        if std::mem::take(&mut self.asks) {
            self.bytes.extend_from_slice(reply::QUESTION);
            self.terminal.is_asked();
        } else if is_same {
            self.bytes.clear();
        }
        let spare = shown.map(|shown| shown.buffer).unwrap_or_default();
        self.shown = Some(Frame { buffer: std::mem::replace(&mut self.spare, spare), drawn });
        let sent = if self.bytes.is_empty() { Ok(()) } else { self.terminal.write(&self.bytes) };
        self.bytes.clear();
        sent
    }

    /// Puts the frame after what is on its way out; says whether it is the same as the one `shown`.
    fn encode(&mut self, shown: Option<&Frame>, drawn: &Drawn) -> io::Result<bool> {
        let bytes = &mut self.bytes;
        queue!(bytes, BeginSynchronizedUpdate)?;
        if shown.is_none_or(|shown| shown.drawn.cursor.is_some()) {
            queue!(bytes, Hide)?;
        }
        let begin = bytes.len();
        match shown {
            Some(shown) if shown.drawn.links == drawn.links => {
                encode::cells(bytes, shown.buffer.diff_iter(&self.spare), &drawn.links)?;
            }
            Some(shown) => {
                let mut before = shown.buffer.clone();
                unsettle(&mut before, &shown.drawn.links);
                unsettle(&mut before, &drawn.links);
                encode::cells(bytes, before.diff_iter(&self.spare), &drawn.links)?;
            }
            None => {
                queue!(bytes, ResetColor, Clear(ClearType::All))?;
                // A cell covered by the wide letter before it is empty.
                let cells =
                    self.spare.content.iter().enumerate().filter(|(_, cell)| !cell.symbol().is_empty());
                let placed = cells.map(|(index, cell)| {
                    let (x, y) = self.spare.pos_of(index);
                    (x, y, cell)
                });
                encode::cells(bytes, placed, &drawn.links)?;
            }
        }
        let is_same = bytes.len() == begin && shown.is_some_and(|shown| shown.drawn.cursor == drawn.cursor);
        if let Some((x, y)) = drawn.cursor {
            queue!(bytes, MoveTo(x, y), Show)?;
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        Ok(is_same)
    }
}

/// Makes the cells under `links` differ from any that are drawn: where they lead may have changed though they
/// look the same. No role blinks.
fn unsettle(buffer: &mut Buffer, links: &[Link]) {
    for link in links {
        for x in link.x..link.x.saturating_add(link.width) {
            if let Some(cell) = buffer.cell_mut((x, link.y)) {
                cell.modifier.insert(Modifier::RAPID_BLINK);
            }
        }
    }
}
