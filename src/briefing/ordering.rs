//! Putting the events of a briefing in order: the titles shuffled, without their dates.

use crate::model::{Bound, Day, EventIndex, QuoteIndex, Timeline};

use super::redactor::DateRedactor;

/// The events in the order in which a class has put them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ordering {
    /// From the first to the last.
    pub events: Vec<EventIndex>,
    /// Whether the answer is shown; it goes away when an event is moved.
    pub is_checked: bool,
}

/// What a check says of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the event stands in order with most of the others.
    pub is_in_order: bool,
    /// The quote that names its date; `None` where no source gives it.
    pub dated_by: Option<QuoteIndex>,
}

impl Ordering {
    /// `events` shuffled by `seed`, never in the order of time where another is possible. Events without a date are
    /// left out: nothing could be said of their place.
    pub fn new(timeline: &Timeline, events: &[EventIndex], seed: u64) -> Self {
        let mut shuffled: Vec<EventIndex> =
            events.iter().copied().filter(|event| days(timeline, *event).is_some()).collect();
        let mut state = seed;
        for last in (1..shuffled.len()).rev() {
            let other = usize::try_from(next(&mut state) % (last as u64 + 1)).unwrap_or_default();
            shuffled.swap(last, other);
        }
        let mut ordering = Self { events: shuffled, is_checked: false };
        if ordering.events.len() > 1 && ordering.verdicts(timeline).iter().all(|verdict| verdict.is_in_order)
        {
            ordering.events.reverse();
        }
        ordering
    }

    /// Moves the event at `from` to `to`, both from 0; nothing where there is none.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from >= self.events.len() {
            return;
        }
        let event = self.events.remove(from);
        self.events.insert(to.min(self.events.len()), event);
        self.is_checked = false;
    }

    /// What a check says, by position: as few events as possible are said to be out of order.
    pub fn verdicts(&self, timeline: &Timeline) -> Vec<Verdict> {
        let times: Vec<(Day, Day)> = self.events.iter().filter_map(|event| days(timeline, *event)).collect();
        let in_order = longest_in_order(&times);
        let dated_by = |event: &EventIndex| dated_by(timeline, *event);
        let verdicts = self.events.iter().zip(in_order);
        verdicts.map(|(event, is_in_order)| Verdict { is_in_order, dated_by: dated_by(event) }).collect()
    }
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

/// The first quote that names the date of an event, among its own, its claims' and its subevents'.
fn dated_by(timeline: &Timeline, event: EventIndex) -> Option<QuoteIndex> {
    let found = &timeline.events[event];
    let date = DateRedactor::of([&found.date]);
    let mut quotes = (event..found.end).flat_map(|inside| timeline.quotes_of(inside));
    quotes.find(|quote| !date.find(&timeline.quotes[*quote].exact).is_empty())
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
