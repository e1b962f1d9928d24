//! Putting the events of a briefing in order: the titles shuffled, without their dates.

use serde::{Deserialize, Serialize};

use crate::model::{Bound, Day, EventIndex, QuoteIndex, Timeline};

use super::redactor::DateRedactor;

/// The events of a briefing in the order in which a class has put them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ordering {
    /// In the order of their letters.
    lettered: Vec<EventIndex>,
    /// From the first to the last, as the class has put them.
    arranged: Vec<EventIndex>,
    /// The row to which the next title goes, from 0.
    row: usize,
}

/// What a check says of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The event.
    pub event: EventIndex,
    /// Whether the class has it in order with most of the others.
    pub is_in_order: bool,
    /// The quote that names its date; `None` where no source gives it.
    pub dated_by: Option<QuoteIndex>,
}

/// An [`Ordering`] by the ids of its events, which mean the same in a timeline that was saved anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedOrdering {
    lettered: Vec<String>,
    arranged: Vec<String>,
    row: usize,
}

impl NamedOrdering {
    /// The same in `timeline`; events that it does not have are left out.
    pub fn found(&self, timeline: &Timeline) -> Ordering {
        let events = |ids: &[String]| ids.iter().filter_map(|id| timeline.event_by_id(id)).collect();
        Ordering { lettered: events(&self.lettered), arranged: events(&self.arranged), row: self.row }
    }
}

impl Ordering {
    /// The same by the ids of its events.
    pub fn named(&self, timeline: &Timeline) -> NamedOrdering {
        let ids = |events: &[EventIndex]| {
            events
                .iter()
                .filter_map(|event| timeline.events.get(*event))
                .map(|event| event.id.clone())
                .collect()
        };
        NamedOrdering { lettered: ids(&self.lettered), arranged: ids(&self.arranged), row: self.row }
    }

    /// `events` shuffled by `seed`, never in the order of time where another is possible. Events without a date are
    /// left out: nothing could be said of their place.
    pub fn new(timeline: &Timeline, events: impl IntoIterator<Item = EventIndex>, seed: u64) -> Self {
        let mut shuffled: Vec<EventIndex> =
            events.into_iter().filter(|event| days(timeline, *event).is_some()).collect();
        let mut state = seed;
        for last in (1..shuffled.len()).rev() {
            let other = usize::try_from(next(&mut state) % (last as u64 + 1)).unwrap_or_default();
            shuffled.swap(last, other);
        }
        if shuffled.len() > 1 && in_order(timeline, &shuffled).iter().all(|is_in_order| *is_in_order) {
            shuffled.reverse();
        }
        Self { arranged: shuffled.clone(), lettered: shuffled, row: 0 }
    }

    /// The events as the class has put them.
    pub fn arranged(&self) -> &[EventIndex] {
        &self.arranged
    }

    /// The row to which the next title goes, from 0.
    pub const fn row(&self) -> usize {
        self.row
    }

    /// The letter of an event, which it keeps wherever it is put; none behind the 26th.
    pub fn letter(&self, event: EventIndex) -> Option<char> {
        ('A'..='Z').zip(&self.lettered).find(|(_, other)| **other == event).map(|(letter, _)| letter)
    }

    /// The event of a letter, small or capital.
    pub fn of_letter(&self, letter: char) -> Option<EventIndex> {
        let letter = letter.to_ascii_uppercase();
        ('A'..='Z').zip(&self.lettered).find(|(other, _)| *other == letter).map(|(_, event)| *event)
    }

    /// Puts an event into the row the next title goes to; then that is the row below.
    pub fn put(&mut self, event: EventIndex) {
        self.shift(event, self.row);
        self.choose(self.row.saturating_add(1));
    }

    /// Puts an event into a row.
    pub fn shift(&mut self, event: EventIndex, row: usize) {
        let Some(from) = self.arranged.iter().position(|other| *other == event) else { return };
        self.arranged.remove(from);
        self.arranged.insert(row.min(self.arranged.len()), event);
    }

    /// Has the next title go to a row.
    pub fn choose(&mut self, row: usize) {
        self.row = row.min(self.arranged.len().saturating_sub(1));
    }

    /// The same where every event has gone where `moved` says; what is gone is left out.
    #[must_use]
    pub fn moved(&self, moved: impl Fn(EventIndex) -> Option<EventIndex>) -> Self {
        let events = |events: &[EventIndex]| events.iter().filter_map(|event| moved(*event)).collect();
        Self { lettered: events(&self.lettered), arranged: events(&self.arranged), row: self.row }
    }

    /// The same for other events: those that stay keep their letters and rows, new ones come behind them.
    #[must_use]
    pub fn kept(&self, fresh: &Self) -> Self {
        let keep = |events: &[EventIndex]| {
            let mut kept = events.to_vec();
            kept.retain(|event| fresh.lettered.contains(event));
            let new: Vec<EventIndex> =
                fresh.lettered.iter().copied().filter(|event| !kept.contains(event)).collect();
            kept.extend(new);
            kept
        };
        let mut ordering = Self { lettered: keep(&self.lettered), arranged: keep(&self.arranged), row: 0 };
        ordering.choose(self.row);
        ordering
    }

    /// What a check says, in the order of time: as few events as possible are said to be out of order. Only a quote that
    /// `is_sound` gives a date.
    pub fn verdicts(&self, timeline: &Timeline, is_sound: impl Fn(QuoteIndex) -> bool) -> Vec<Verdict> {
        let in_order = in_order(timeline, &self.arranged);
        let mut verdicts: Vec<Verdict> = (self.arranged.iter().zip(in_order))
            .map(|(&event, is_in_order)| Verdict {
                event,
                is_in_order,
                dated_by: dated_by(timeline, event, &is_sound),
            })
            .collect();
        verdicts.sort_by_key(|verdict| (days(timeline, verdict.event), verdict.event));
        verdicts
    }
}

/// Which of `events` stand in order.
fn in_order(timeline: &Timeline, events: &[EventIndex]) -> Vec<bool> {
    let times: Vec<(Day, Day)> = events.iter().filter_map(|event| days(timeline, *event)).collect();
    longest_in_order(&times)
}

/// The first and the last day of an event.
fn days(timeline: &Timeline, event: EventIndex) -> Option<(Day, Day)> {
    let date = timeline.events.get(event)?.date.date()?;
    match (date.earliest(), date.latest()) {
        (Bound::Day(first), Bound::Day(last)) => Some((first, last)),
        (Bound::Day(only), _) | (_, Bound::Day(only)) => Some((only, only)),
        _ => None,
    }
}

/// The first quote that names the year of an event, among its own, its claims' and its subevents'; else the first that
/// names its day.
fn dated_by(
    timeline: &Timeline,
    event: EventIndex,
    is_sound: impl Fn(QuoteIndex) -> bool,
) -> Option<QuoteIndex> {
    let found = &timeline.events[event];
    let date = DateRedactor::of([&found.date]);
    let sound =
        || (event..found.end).flat_map(|inside| timeline.quotes_of(inside)).filter(|quote| is_sound(*quote));
    let exact = |quote: QuoteIndex| timeline.quotes[quote].exact.as_str();
    sound()
        .find(|quote| date.names_year(exact(*quote)))
        .or_else(|| sound().find(|quote| !date.find(exact(*quote)).is_empty()))
}

/// Which of `times` belong to a longest run in which none ends before one that stands before it begins.
fn longest_in_order(times: &[(Day, Day)]) -> Vec<bool> {
    // For each place the best run that ends there: its length, the latest beginning in it, the place before.
    let mut best: Vec<(usize, Day, Option<usize>)> = Vec::with_capacity(times.len());
    for &(first, last) in times {
        let fitting = best.iter().enumerate().filter(|(_, (_, begun, _))| last >= *begun);
        let before = fitting.max_by_key(|(at, (length, begun, _))| {
            (*length, std::cmp::Reverse(*begun), std::cmp::Reverse(*at))
        });
        best.push(match before {
            Some((at, (length, begun, _))) => (length + 1, (*begun).max(first), Some(at)),
            None => (1, first, None),
        });
    }
    let mut in_order = vec![false; times.len()];
    let mut at = (0..best.len()).max_by_key(|at| (best[*at].0, std::cmp::Reverse(*at)));
    while let Some(place) = at {
        in_order[place] = true;
        at = best[place].2;
    }
    in_order
}

/// The next number of a linear congruential generator (Knuth's MMIX constants), high bits first.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}
