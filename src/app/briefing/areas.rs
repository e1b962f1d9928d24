//! What stands where on the screen of a briefing.

use crate::app::layout::{Area, SMALLEST};

/// Where everything stands on the screen of the audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// What the timeline or the event is called, and the number of the slide.
    pub header: Area,
    /// What is revealed.
    pub body: Area,
    /// The line of time.
    pub axis: Area,
    /// How far the slide is, the clock, the pace.
    pub footer: Area,
}

/// Longer lines than this cannot be read from the last row.
const LONGEST_LINE: u16 = 100;

impl Areas {
    /// The areas of a screen of `size` (columns, rows); `None` where it is smaller than [`SMALLEST`].
    pub fn new(size: (u16, u16)) -> Option<Self> {
        let (width, height) = size;
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let margin = match width {
            72.. => 4,
            50.. => 2,
            _ => 1,
        };
        let airy = u16::from(height >= 16);
        let row = |y| Area { x: margin, y, width: width - 2 * margin, height: 1 };
        let inner = width - 2 * margin;
        let measure = inner.min(LONGEST_LINE);
        let top = 1 + airy;
        let body = Area {
            x: margin + (inner - measure) / 2,
            y: top,
            width: measure,
            height: height - top - 2 - airy,
        };
        Some(Self { header: row(0), body, axis: row(height - 2), footer: row(height - 1) })
    }
}
