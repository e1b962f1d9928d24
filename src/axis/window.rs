//! The part of an axis that is on the screen.

use super::time::{Interval, Time};

/// What an axis shows, from its left to its right edge, in the units of its scale; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The left edge of the first column.
    pub start: Time,
    /// The right edge of the last.
    pub end: Time,
}

impl Window {
    /// The window over a interval, at least `smallest` wide around its middle.
    pub fn over(interval: Interval, smallest: Time) -> Self {
        let missing = (smallest.max(1) - interval.length()).max(0);
        let start = interval.start - missing / 2;
        Self { start, end: start + interval.length().max(smallest).max(1) }
    }

    /// How much it shows.
    pub const fn span(self) -> Time {
        self.end - self.start
    }

    /// The same as a interval.
    pub const fn interval(self) -> Interval {
        Interval { start: self.start, end: self.end }
    }

    /// The column of a moment, even where it lies outside.
    pub const fn column(self, at: Time, columns: usize) -> i128 {
        ((at - self.start) * columns as i128).div_euclid(self.span())
    }

    /// The first moment of a column, so that all the moments from there to the next column's lie in it.
    pub const fn edge(self, column: usize, columns: usize) -> Time {
        let columns = if columns == 0 { 1 } else { columns as i128 };
        self.start - (-(column as i128 * self.span())).div_euclid(columns)
    }

    /// The window half as wide `steps` times (twice as wide where negative), with `around` where it was;
    /// never less than `smallest` nor more than `bounds`.
    #[must_use]
    pub fn zoomed(self, around: Time, steps: isize, smallest: Time, bounds: Self) -> Self {
        // Nobody needs more than a hundred doublings, and the shifted numbers must not overflow.
        let (span, times) = (self.span(), steps.unsigned_abs().min(100));
        let widened = (0..times).fold(span, |span, _| (span * 2).min(bounds.span()));
        // Rounded up, so that as many steps out lead back.
        let wanted = if steps < 0 { widened } else { -((-span) >> times) };
        let wanted = wanted.max(smallest).min(bounds.span());
        // Two spans multiplied would overflow; so many binary places of a share are finer than a column.
        let share = ((around - self.start) << 40) / span;
        let start = around - ((share * wanted) >> 40);
        Self { start, end: start + wanted }.inside(bounds)
    }

    /// The window moved by `distance`, as far as `bounds` let it.
    #[must_use]
    pub fn panned(self, distance: Time, bounds: Self) -> Self {
        Self { start: self.start + distance, end: self.end + distance }.inside(bounds)
    }

    /// The window moved as little as needed to show `interval` with some air around it, or its beginning where
    /// it is longer than the window and lies outside.
    #[must_use]
    pub fn showing(self, interval: Interval, bounds: Self) -> Self {
        if interval.length() >= self.span() {
            return match interval.within(self.interval()) {
                Some(_) => self,
                None => self.panned(interval.start - self.span() / 8 - self.start, bounds),
            };
        }
        let air = (self.span() / 8).min((self.span() - interval.length()) / 2);
        if interval.start < self.start {
            self.panned(interval.start - air - self.start, bounds)
        } else if interval.end > self.end {
            self.panned(interval.end + air - self.end, bounds)
        } else {
            self
        }
    }

    fn inside(self, bounds: Self) -> Self {
        let span = self.span().min(bounds.span());
        let start = self.start.max(bounds.start).min(bounds.end - span);
        Self { start, end: start + span }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WHOLE: Window = Window { start: -1_000_000, end: 1_000_000 };

    fn window() -> impl Strategy<Value = Window> {
        (-1_000_000i128..900_000, 10i128..100_000)
            .prop_map(|(start, span)| Window { start, end: start + span })
    }

    proptest! {
        #[test]
        fn every_moment_lies_between_the_edges_of_its_column(
            window in window(), columns in 1usize..300, part in 0i128..1000,
        ) {
            let at = window.start + window.span() * part / 1000;
            let column = usize::try_from(window.column(at, columns)).unwrap();
            prop_assert!(window.edge(column, columns) <= at && at < window.edge(column + 1, columns));
        }

        #[test]
        fn zoomed_and_panned_windows_stay_inside(
            window in window(), steps in -200isize..200, distance in -3_000_000i128..3_000_000, part in 0i128..100,
        ) {
            let around = window.start + window.span() * part / 100;
            for made in [window.zoomed(around, steps, 60, WHOLE), window.panned(distance, WHOLE)] {
                prop_assert!(made.start >= WHOLE.start && made.end <= WHOLE.end && made.span() >= 10);
            }
            let near = window.zoomed(around, steps.abs(), 1, WHOLE);
            prop_assert!(near.start <= around && around <= near.end);
        }

        #[test]
        fn what_is_to_be_shown_is_inside(window in window(), start in -1_000_000i128..999_000, length in 1i128..900) {
            let interval = Interval { start, end: start + length };
            let shown = window.showing(interval, WHOLE);
            prop_assert_eq!(shown.span(), window.span());
            if length < window.span() {
                prop_assert_eq!(interval.within(shown.interval()), Some(interval));
            } else {
                prop_assert!(interval.within(shown.interval()).is_some());
            }
        }
    }
}
