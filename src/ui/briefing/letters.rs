//! Letters several rows high.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use crate::app::briefing::{Big, Letters};
use crate::app::layout::Area;

use super::super::canvas::Canvas;

/// Draws a line in large letters on `area`.
pub(super) fn draw(big: &Big, area: Area, canvas: &mut Canvas<'_>) {
    let size = match big.letters {
        Letters::Tall => PixelSize::Full,
        Letters::Wide => PixelSize::HalfHeight,
        Letters::Narrow => PixelSize::Quadrant,
    };
    let rect = Rect::new(0, 0, area.width, area.height);
    let mut buffer = Buffer::empty(rect);
    BigText::builder()
        .pixel_size(size)
        .lines(vec![big.text.as_str().into()])
        .build()
        .render(rect, &mut buffer);
    for y in 0..rect.height {
        for x in 0..rect.width {
            let symbol = buffer[(x, y)].symbol();
            if symbol != " " {
                canvas.block(area.x + x, area.y + y, symbol, big.role);
            }
        }
    }
}
