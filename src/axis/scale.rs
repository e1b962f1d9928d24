//! Where events stand on an axis: by their time, or one after the other at equal steps.

use std::ops::Range;

use crate::model::{EventIndex, Timeline};

use super::index::Index;
use super::time::{HOUR, Interval, Time};
use super::window::Window;

/// What a column of the axis stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Time: the same number of seconds everywhere.
    #[default]
    True,
    /// Rank: every top-level event gets the same width, however long it was between them.
    Equal,
}

/// The width of a top-level event at equal steps; the events inside it share three quarters of it.
const SLOT: Time = 1 << 40;

/// An index with the scale it is looked at in.
#[derive(Clone, Copy, Debug)]
pub struct Projection<'a> {
    /// The timeline of the index.
    pub timeline: &'a Timeline,
    /// The events on the axis by time.
    pub index: &'a Index,
    /// All events: time begins and ends with them, whichever are left out.
    pub all: &'a Index,
    /// How columns are counted.
    pub scale: Scale,
}

impl Projection<'_> {
    /// The window over everything; `None` where no event has a date with a known end.
    pub fn whole(&self) -> Option<Window> {
        match self.scale {
            Scale::True => self.all.whole(),
            Scale::Equal => self.range().map(|range| Window { start: range.start, end: range.end }),
        }
    }

    /// From where on there are events, and where there are none any more.
    pub fn range(&self) -> Option<Interval> {
        match self.scale {
            Scale::True => self.index.range(),
            Scale::Equal => {
                let number = self.index.family(None).len();
                (number > 0).then_some(Interval { start: 0, end: number as Time * SLOT })
            }
        }
    }

    /// The smallest window: an hour, or one event.
    pub const fn smallest(&self) -> Time {
        match self.scale {
            Scale::True => HOUR,
            Scale::Equal => SLOT,
        }
    }

    /// What an event takes on the axis; `None` where it has no place there.
    pub fn interval(&self, event: EventIndex) -> Option<Interval> {
        match self.scale {
            Scale::True => Some(self.index.possible_at(self.index.rank(event)?)),
            Scale::Equal => {
                let family = self.index.family(self.timeline.events.get(event)?.parent);
                self.slot(event, &family, self.index.rank(event)?)
            }
        }
    }

    /// The window over the date of an event, with air: half of it on both sides, or at equal steps its
    /// neighbours. `None` where it has no place on the axis.
    pub fn focus(&self, event: EventIndex) -> Option<Window> {
        let interval = self.interval(event)?;
        let rank = self.index.rank(event)?;
        let (interval, air) = match self.scale {
            Scale::Equal => (interval, interval.length()),
            Scale::True => {
                let named = self.index.named_at(rank);
                (named, named.length() / 2)
            }
        };
        let airy = Interval { start: interval.start - air, end: interval.end + air };
        Some(Window::over(airy, self.smallest()).panned(0, self.whole()?))
    }

    /// The first and the last top-level event with their signs in a window; where there is none, the one
    /// before it, or the first one.
    pub fn ends(&self, window: Window) -> Option<(EventIndex, EventIndex)> {
        let start = self.index.family(None).start;
        let [first, last] = [window.start, window.end].map(|at| self.before(None, at, &mut 0));
        let (first, last) =
            if first < last { (first, last - 1) } else { (first.max(1) - 1, first.max(1) - 1) };
        Some((self.index.event(start + first)?, self.index.event(start + last)?))
    }

    /// Where the sign of an event stands that is too short to be drawn as a bar.
    fn sign(&self, parent: Option<Interval>, family: &Range<usize>, rank: usize) -> Time {
        match self.scale {
            Scale::True => self.index.possible_at(rank).start,
            Scale::Equal => {
                let slot = slot_in(parent, family, rank);
                slot.start + slot.length() / 8
            }
        }
    }

    /// The moment at which the sign of an event stands.
    pub fn sign_of(&self, event: EventIndex) -> Option<Time> {
        let parent = self.timeline.events.get(event)?.parent;
        let family = self.index.family(parent);
        let around = self.around(parent).ok()?;
        Some(self.sign(around, &family, self.index.rank(event)?))
    }

    /// The sign in `around` nearest to a moment: that of a top-level event, or of one inside `nest`.
    pub fn sign_near(&self, at: Time, nest: Option<EventIndex>, around: Interval) -> Option<Time> {
        let families = std::iter::once(None).chain(nest.map(Some));
        let signs = families.flat_map(|parent| {
            let family = self.index.family(parent);
            let rank = family.start + self.before(parent, at, &mut 0);
            let ranks = [rank.checked_sub(1), Some(rank)].into_iter().flatten();
            ranks
                .filter(move |rank| family.contains(rank))
                .filter_map(|rank| self.sign_of(self.index.event(rank)?))
        });
        signs.filter(|sign| (around.start..around.end).contains(sign)).min_by_key(|sign| (sign - at).abs())
    }

    /// How many events of a family have their sign before `at`.
    pub(super) fn before(&self, parent: Option<EventIndex>, at: Time, looked: &mut usize) -> usize {
        let family = self.index.family(parent);
        let Ok(around) = self.around(parent) else { return 0 };
        let (mut low, mut high) = (family.start, family.end);
        while low < high {
            *looked += 1;
            let middle = usize::midpoint(low, high);
            if self.sign(around, &family, middle) < at { low = middle + 1 } else { high = middle }
        }
        low - family.start
    }

    /// The slot of the event that a family lies in at equal steps, none for the top level; an error where
    /// that event has no place.
    fn around(&self, parent: Option<EventIndex>) -> Result<Option<Interval>, ()> {
        match (self.scale, parent) {
            (Scale::True, _) | (_, None) => Ok(None),
            (Scale::Equal, Some(parent)) => self.interval(parent).map(Some).ok_or(()),
        }
    }

    fn slot(&self, event: EventIndex, family: &Range<usize>, rank: usize) -> Option<Interval> {
        let parent = self.timeline.events.get(event)?.parent;
        Some(slot_in(self.around(parent).ok()?, family, rank))
    }
}

fn slot_in(parent: Option<Interval>, family: &Range<usize>, rank: usize) -> Interval {
    let position = (rank - family.start) as Time;
    let Some(parent) = parent else {
        return Interval { start: position * SLOT, end: (position + 1) * SLOT };
    };
    let room = parent.length() * 3 / 4;
    let number = (family.len() as Time).max(1);
    let start = parent.end - room;
    Interval { start: start + room * position / number, end: start + room * (position + 1) / number }
}
