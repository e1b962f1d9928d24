//! What stands where on the screen of a briefing.

use crate::app::screen::layout::{Area, SMALLEST};

/// Where everything stands on the screen of the audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Areas {
    /// What the timeline or the event is called, and the number of the slide.
    pub(crate) header: Area,
    pub(crate) body: Area,
    /// The line of time.
    pub(crate) axis: Area,
    /// How far the slide is, the clock, the pace.
    pub(crate) footer: Area,
}

/// Longer lines than this cannot be read from the last row.
const LONGEST_LINE: u16 = 100;

impl Areas {
    /// The areas of a screen of `size` (columns, rows); `None` where it is smaller than [`SMALLEST`].
    pub(crate) fn new(size: (u16, u16)) -> Option<Self> {
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

/// What stands where on the speaker's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotesAreas {
    /// Where the briefing is, and its clock.
    pub(crate) header: Area,
    pub(crate) notes: Area,
    pub(crate) slide: Area,
    pub(crate) next: Area,
    /// The pace, or a word about the last key.
    pub(crate) footer: Area,
}

/// From here on the notes stand beside the slide.
const SIDE_BY_SIDE: u16 = 100;
/// The rows of what comes next: the next step, the next slide.
const NEXT_ROWS: u16 = 2;

impl NotesAreas {
    /// The areas of a screen of `size` (columns, rows); `None` where it is too small.
    pub(crate) fn new(size: (u16, u16)) -> Option<Self> {
        let (width, height) = size;
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let margin = if width >= 72 { 2 } else { 1 };
        let inner = width - 2 * margin;
        let row = |y, height| Area { x: margin, y, width: inner, height };
        let airy = u16::from(height >= 20);
        let top = 1 + airy;
        let bottom = height - 1 - airy - NEXT_ROWS;
        let body = row(top, bottom - top - airy);
        let (notes, slide) = if width >= SIDE_BY_SIDE {
            let left = inner / 2;
            let x = body.x + left + 3;
            (Area { width: left, ..body }, Area { x, width: inner - left - 3, ..body })
        } else {
            let above = body.height / 2;
            let y = body.y + above + airy;
            (Area { height: above, ..body }, Area { y, height: body.height - above - airy, ..body })
        };
        let next = row(bottom, NEXT_ROWS);
        Some(Self { header: row(0, 1), notes, slide, next, footer: row(height - 1, 1) })
    }

    /// The same with no more than `rows` rows for the notes: what they do not need is the slide's, where that is below.
    #[must_use]
    pub(crate) fn fitted(self, rows: usize) -> Self {
        let spare = self.notes_rows().saturating_sub(u16::try_from(rows.max(1)).unwrap_or(u16::MAX));
        let spare = if self.slide.y > self.notes.y { spare } else { 0 };
        let notes = Area { height: self.notes.height - spare, ..self.notes };
        let slide = Area { y: self.slide.y - spare, height: self.slide.height + spare, ..self.slide };
        Self { notes, slide, ..self }
    }

    /// The rows of notes under their heading.
    pub(crate) const fn notes_rows(&self) -> u16 {
        self.notes.height - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_notes_do_not_need_is_the_slides() {
        let areas = NotesAreas::new((80, 24)).unwrap();
        let fitted = areas.fitted(3);
        assert_eq!(fitted.notes_rows(), 3);
        assert_eq!(fitted.slide.y + fitted.slide.height, areas.slide.y + areas.slide.height);
        assert_eq!(fitted.slide.y - fitted.notes.y - fitted.notes.height, 1);
        assert_eq!(areas.fitted(100), areas);
        let wide = NotesAreas::new((120, 36)).unwrap();
        assert_eq!(wide.fitted(3), wide, "side by side they take nothing from each other");
    }
}
