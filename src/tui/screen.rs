//! From state to terminal: draws a frame and sends what differs from the one before.

use std::io::{self, Stdout, Write};

use crossterm::cursor::Hide;
use crossterm::queue;
use crossterm::style::{ResetColor, force_color_output};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::encode;
use crate::app::State;
use crate::theme::Depth;
use crate::ui;

/// What is on the terminal, and how to put something else there. A frame goes out in one write.
pub(super) struct Screen {
    stdout: Stdout,
    /// The frame on its way out.
    bytes: Vec<u8>,
    depth: Depth,
    /// What the terminal shows; `None` where that is not known.
    shown: Option<Buffer>,
    spare: Buffer,
}

impl Screen {
    /// A screen about which nothing is known yet, on a terminal with so many colours.
    pub(super) fn new(depth: Depth) -> Self {
        // How many colours there are has been decided; crossterm is not to look at NO_COLOR once more.
        force_color_output(depth != Depth::None);
        Self {
            stdout: io::stdout(),
            bytes: Vec::with_capacity(1 << 14),
            depth,
            shown: None,
            spare: Buffer::default(),
        }
    }

    /// Makes the next frame draw every cell, whatever the terminal shows.
    pub(super) fn forget(&mut self) {
        self.shown = None;
    }

    /// Takes the terminal over, and draws `state` on it.
    pub(super) fn enter(&mut self, state: &State) -> io::Result<()> {
        queue!(self.bytes, EnterAlternateScreen, Hide)?;
        self.forget();
        self.draw(state)
    }

    /// Draws `state`; a terminal that knows how shows the frame at once.
    pub(super) fn draw(&mut self, state: &State) -> io::Result<()> {
        let area = Rect::new(0, 0, state.size.0, state.size.1);
        self.spare.resize(area);
        ui::draw(state, self.depth, area, &mut self.spare);
        queue!(self.bytes, BeginSynchronizedUpdate)?;
        let shown = self.shown.take().filter(|shown| shown.area == area);
        if let Some(shown) = &shown {
            encode::cells(&mut self.bytes, shown.diff(&self.spare))?;
        } else {
            queue!(self.bytes, ResetColor, Clear(ClearType::All))?;
            // A cell covered by the wide letter before it is empty.
            let cells = self.spare.content.iter().enumerate().filter(|(_, cell)| !cell.symbol().is_empty());
            let placed = cells.map(|(index, cell)| {
                let (x, y) = self.spare.pos_of(index);
                (x, y, cell)
            });
            encode::cells(&mut self.bytes, placed)?;
        }
        queue!(self.bytes, EndSynchronizedUpdate)?;
        self.shown = Some(std::mem::replace(&mut self.spare, shown.unwrap_or_default()));
        let sent = self.stdout.write_all(&self.bytes).and_then(|()| self.stdout.flush());
        self.bytes.clear();
        sent
    }
}
