//! The events of a timeline by time.

use std::ops::Range;

use crate::model::{EventIndex, Timeline};

use super::layer::{Bar, Layer};
use super::time::{Cover, HOUR, Interval, Time};
use super::window::Window;

/// Before and behind all events there is at least so much time.
const LEAST_AIR: Time = HOUR / 4;

/// Dated events of a timeline by time, made once in O(n log n); an axis for any window is then made in
/// O(columns · log n).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The dated events: the top-level ones first, then family by family those inside one event, each family
    /// by their starts.
    events: Vec<EventIndex>,
    /// Where in `events` each family stands: the top-level one, then that inside each event.
    families: Vec<Range<usize>>,
    /// Where in `events` an event stands.
    ranks: Vec<Option<usize>>,
    /// The possible time of each of `events`.
    pub(super) possible: Layer,
    /// Their certain time, each family by its starts; empty intervals for those without.
    pub(super) certain: Layer,
    /// What the date of each of `events` covers.
    covers: Vec<Cover>,
    /// From the first known day to the last.
    range: Option<Interval>,
}

impl Index {
    /// The index of all events of a timeline.
    pub fn new(timeline: &Timeline) -> Self {
        Self::of(timeline, 0..timeline.events.len())
    }

    /// The index of some of them, in their order: to an axis made from it there are no others.
    pub fn of(timeline: &Timeline, events: impl IntoIterator<Item = EventIndex>) -> Self {
        let dated = |index: EventIndex| {
            let event = timeline.events.get(index)?;
            Some((event.parent, index, Cover::of(event.date.date()?)?))
        };
        let mut dated: Vec<(Option<EventIndex>, EventIndex, Cover)> =
            events.into_iter().filter_map(dated).collect();
        dated.sort_by_key(|(parent, _, cover)| (*parent, cover.possible.start));
        let known = dated.iter().map(|(.., cover)| cover.named);
        let around =
            |a: Interval, b: Interval| Interval { start: a.start.min(b.start), end: a.end.max(b.end) };
        let range = known.reduce(around);

        let mut families = vec![0..0; timeline.events.len() + 1];
        let mut ranks = vec![None; timeline.events.len()];
        for (rank, (parent, event, _)) in dated.iter().enumerate() {
            ranks[*event] = Some(rank);
            let family = &mut families[parent.map_or(0, |parent| parent + 1)];
            *family = if family.start == family.end { rank..rank + 1 } else { family.start..rank + 1 };
        }
        let bar = |interval: Interval, cover: &Cover| Bar { interval, length: cover.possible.length() };
        let possible = dated.iter().map(|(.., cover)| bar(cover.possible, cover)).collect();
        let mut certain: Vec<Bar> = dated
            .iter()
            .map(|(.., cover)| {
                let nothing = Interval { end: cover.possible.start, ..cover.possible };
                bar(cover.certain.unwrap_or(nothing), cover)
            })
            .collect();
        for family in &families {
            certain[family.clone()].sort_by_key(|bar| bar.interval.start);
        }
        Self {
            events: dated.iter().map(|(_, event, _)| *event).collect(),
            families,
            ranks,
            possible: Layer::new(possible),
            certain: Layer::new(certain),
            covers: dated.iter().map(|(.., cover)| *cover).collect(),
            range,
        }
    }

    /// The ranks of the dated events inside `parent`, or of the top-level ones.
    pub fn family(&self, parent: Option<EventIndex>) -> Range<usize> {
        self.families.get(parent.map_or(0, |parent| parent + 1)).cloned().unwrap_or_default()
    }

    /// The event of a rank.
    pub fn event(&self, rank: usize) -> Option<EventIndex> {
        self.events.get(rank).copied()
    }

    /// The rank of a dated event.
    pub fn rank(&self, event: EventIndex) -> Option<usize> {
        *self.ranks.get(event)?
    }

    /// The time that the event of a rank may cover.
    pub(super) fn possible_at(&self, rank: usize) -> Interval {
        self.possible.bars[rank].interval
    }

    /// The time that it covers for certain.
    pub(super) fn certain_at(&self, rank: usize) -> Option<Interval> {
        self.covers[rank].certain
    }

    /// The time of the dates it names.
    pub(super) fn named_at(&self, rank: usize) -> Interval {
        self.covers[rank].named
    }

    /// Whether anything about its date is in doubt.
    pub(super) fn is_doubtful_at(&self, rank: usize) -> bool {
        self.covers[rank].is_doubtful
    }

    /// From the first known day of an event to the last.
    pub fn range(&self) -> Option<Interval> {
        self.range
    }

    /// The time that all events cover with a little air on both sides, and with more where there is only one
    /// date to see.
    pub(super) fn whole(&self) -> Option<Window> {
        let range = self.range?;
        let is_one = self.family(None).len() <= 1;
        let air = (range.length() / if is_one { 2 } else { 40 }).max(LEAST_AIR);
        Some(Window { start: range.start - air, end: range.end + air })
    }
}
