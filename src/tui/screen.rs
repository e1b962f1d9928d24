//! From state to terminal: draws a frame and sends what differs from the one before.

use std::io::{self, Stdout, Write};

use crossterm::cursor::Hide;
use crossterm::queue;
use crossterm::style::{ResetColor, SetBackgroundColor};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::encode;
use crate::app::State;
use crate::theme::{Depth, Theme};
use crate::ui;

/// What is on the terminal, and how to put something else there.
///
/// A frame goes out in one write. The ground of the theme is not sent cell by cell: a terminal that erases in
/// the current colour is told to erase, which makes the first frame a third as long.
pub(super) struct Screen {
    stdout: Stdout,
    /// The frame on its way out.
    bytes: Vec<u8>,
    depth: Depth,
    erases_in_color: bool,
    /// What the terminal shows; `None` where that is not known.
    shown: Option<Buffer>,
    spare: Buffer,
}

impl Screen {
    /// A screen about which nothing is known yet, on a terminal described by the variables of the environment.
    pub(super) fn new(env: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            stdout: io::stdout(),
            bytes: Vec::with_capacity(1 << 14),
            erases_in_color: erases_in_color(&env("TERM").unwrap_or_default()),
            depth: Depth::from_env(env),
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
            let blank = self.erase(Theme::new(state.theme, self.depth))?;
            // A cell covered by the wide letter before it is empty.
            let differs = |cell: &Cell| *cell != blank && !cell.symbol().is_empty();
            let cells = self.spare.content.iter().enumerate().filter(|(_, cell)| differs(cell));
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

    /// Erases the terminal and returns what every cell of it shows then.
    fn erase(&mut self, theme: Theme) -> io::Result<Cell> {
        let mut blank = Cell::EMPTY;
        queue!(self.bytes, ResetColor)?;
        if self.erases_in_color
            && let Some(ground) = theme.ground().bg
        {
            blank.set_style(theme.ground());
            queue!(self.bytes, SetBackgroundColor(ground.into_crossterm()))?;
        }
        queue!(self.bytes, Clear(ClearType::All), ResetColor)?;
        Ok(blank)
    }
}

/// Whether a terminal erases in the current background colour (`bce` of terminfo). The common ones do; a
/// terminal multiplexer that calls itself `screen` does not promise it, nor does one nobody has heard of.
fn erases_in_color(term: &str) -> bool {
    const KNOWN: [&str; 12] = [
        "xterm",
        "tmux",
        "alacritty",
        "foot",
        "kitty",
        "wezterm",
        "ghostty",
        "rxvt",
        "linux",
        "konsole",
        "vte",
        "contour",
    ];
    KNOWN.iter().any(|known| term.starts_with(known) || term.strip_prefix("xterm-") == Some(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_terminals_that_promise_it_are_erased_in_color() {
        for (term, expected) in [
            ("xterm-256color", true),
            ("xterm-kitty", true),
            ("tmux-256color", true),
            ("linux", true),
            ("screen-256color", false),
            ("dumb", false),
            ("", false),
        ] {
            assert_eq!(erases_in_color(term), expected, "{term}");
        }
    }
}
