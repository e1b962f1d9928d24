//! Letters several rows high.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use crate::app::briefing::{LargeLine, Letters, marked};
use crate::app::screen::layout::Area;
use crate::ui::canvas::{Canvas, small};

/// Draws a line in large letters on `area`.
pub(super) fn draw(big: &LargeLine, area: Area, canvas: &mut Canvas<'_>) {
    let rect = Rect::new(0, 0, area.width, area.height);
    let mut buffer = Buffer::empty(rect);
    let letters: String = big.text.chars().map(|c| marked(c).map_or(c, |marked| marked.letter)).collect();
    BigText::builder()
        .pixel_size(match big.letters {
            Letters::Tall => PixelSize::Full,
            Letters::Wide => PixelSize::HalfHeight,
            Letters::Narrow => PixelSize::Quadrant,
        })
        .lines(vec![letters.into()])
        .build()
        .render(rect, &mut buffer);
    for (number, c) in big.text.chars().enumerate() {
        if let Some(marked) = marked(c) {
            mark(marked.rows, big.letters, number * big.letters.columns(), &mut buffer);
        }
    }
    for y in 0..rect.height {
        for x in 0..rect.width {
            let symbol = buffer[(x, y)].symbol();
            if symbol != " " {
                canvas.block(area.x + x, area.y + y, symbol, big.role);
            }
        }
    }
}

/// Draws the mark over a letter that begins at column `left`, in place of what was there.
fn mark([upper, lower]: [u8; 2], letters: Letters, left: usize, buffer: &mut Buffer) {
    let dot = |row: u8, column: usize| row >> column & 1 == 1;
    let mut put = |x: usize, y: u16, symbol: &str| {
        if let Some(cell) = buffer.cell_mut((small(left + x), y)) {
            cell.set_symbol(symbol);
        }
    };
    for x in 0..letters.columns() {
        match letters {
            Letters::Tall => {
                put(x, 0, if dot(upper, x) { "█" } else { " " });
                put(x, 1, if dot(lower, x) { "█" } else { " " });
            }
            Letters::Wide => put(x, 0, HALVES[usize::from(dot(upper, x)) + 2 * usize::from(dot(lower, x))]),
            Letters::Narrow => {
                let quarters = [(upper, 2 * x), (upper, 2 * x + 1), (lower, 2 * x), (lower, 2 * x + 1)];
                let bits =
                    quarters.iter().enumerate().map(|(bit, (row, at))| usize::from(dot(*row, *at)) << bit);
                put(x, 0, QUARTERS[bits.sum::<usize>()]);
            }
        }
    }
}

/// By upper half (1) and lower half (2).
const HALVES: [&str; 4] = [" ", "▀", "▄", "█"];
/// By upper left (1), upper right (2), lower left (4) and lower right (8) quarter.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];
