//! Dates to columns: what the axis shows, and where.
//!
//! An [`Index`] holds the events of a timeline by time and is made once. A [`Projection`] looks at it by true time or
//! at equal steps, and through a [`Window`] becomes an [`Axis`] of so many columns, at a cost that grows with the
//! columns and hardly with the events: each column is a binary search (`cells`), the bars that reach into it
//! are found by a tree (`layer`), and the labels are the finest round dates that have room (`calendar`, `ticks`).

mod calendar;
mod cells;
mod index;
mod layer;
mod scale;
mod span;
#[cfg(test)]
mod tests;
mod ticks;
mod time;
mod window;

pub use cells::{AxisRow, Cell};
pub use index::Index;
pub use scale::{Projection, Scale};
pub use span::{AxisSpan, Seen, nearest};
pub use ticks::{LabelStyle, Tick};
pub use time::{DAY, HOUR, Interval, Time, day_of, minute_of};
pub use window::Window;

/// An axis of so many columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// The top-level events.
    pub row: AxisRow,
    /// From left to right, never overlapping.
    pub ticks: Vec<Tick>,
    /// Whether there are events before the first column.
    pub goes_before: bool,
    /// Whether there are events behind the last.
    pub goes_on: bool,
}

impl Axis {
    /// The axis of a window.
    pub fn new(projection: &Projection<'_>, window: Window, columns: usize, hand: LabelStyle<'_>) -> Self {
        let range = projection.range();
        Self {
            row: AxisRow::new(projection, None, window, columns),
            ticks: match projection.scale {
                Scale::True => ticks::of_time(window, columns, hand.lang),
                Scale::Equal => ticks::of_events(projection, window, columns, hand),
            },
            goes_before: range.is_some_and(|range| range.start < window.start),
            goes_on: range.is_some_and(|range| range.end > window.end),
        }
    }
}
