//! Where everything of a timeline has gone in the one that was saved anew.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use crate::axis;
use crate::load::{Draft, Proof};
use crate::model::{EventIndex, QuoteIndex, SourceIndex, Timeline};
use crate::search::Target;

use crate::app::screen::page::Position;

use super::filter::Filter;
use super::view::{BrowseView, ReaderView, View};

/// A timeline read anew, and where everything of the one before has gone.
#[derive(Clone, Debug)]
pub struct Reloaded {
    pub(crate) draft: Arc<Draft>,
    pub(crate) proof: Arc<Proof>,
    /// For each event of the timeline before, the same one now; where it has vanished, the one next to it.
    pub(crate) events: Vec<EventIndex>,
    /// The events now by time.
    pub(crate) axis: axis::Index,
}

impl Reloaded {
    /// Takes note of where the events of `before` have gone in `draft`. It takes as long as there are events, so
    /// it is no work for the thread that draws.
    pub fn new(before: &Draft, draft: Arc<Draft>, proof: Arc<Proof>) -> Self {
        let events = events(&before.timeline, &draft.timeline);
        let axis = axis::Index::new(&draft.timeline);
        Self { draft, proof, events, axis }
    }
}

/// For each event of `before` the one in `after` with its id, or where there is none the nearest one that had
/// been beside it, or around it.
fn events(before: &Timeline, after: &Timeline) -> Vec<EventIndex> {
    // Ids that stand more than once are taken in order.
    let mut by_id: HashMap<&str, VecDeque<EventIndex>> = HashMap::new();
    for (index, event) in after.events.iter().enumerate() {
        by_id.entry(&event.id).or_default().push_back(index);
    }
    let known: Vec<Option<EventIndex>> =
        before.events.iter().map(|event| by_id.get_mut(event.id.as_str())?.pop_front()).collect();
    let mut moved: Vec<EventIndex> = known.iter().map(|known| known.unwrap_or_default()).collect();
    // Parents stand before their children, so where they have gone is settled when it is asked for.
    for parent in std::iter::once(None).chain((0..before.events.len()).map(Some)) {
        let siblings: Vec<EventIndex> = before.children(parent).collect();
        let around = parent.map_or(0, |parent| moved[parent]);
        for (sibling, found) in siblings.iter().zip(nearest(&siblings, &known)) {
            moved[*sibling] = found.unwrap_or(around);
        }
    }
    moved
}

/// For each of `siblings` where it has gone, or else where the nearest of the others has.
fn nearest(siblings: &[EventIndex], known: &[Option<EventIndex>]) -> Vec<Option<EventIndex>> {
    /// How far away in the list somebody is, and where he has gone.
    type Found = Option<(usize, EventIndex)>;
    let scan = |found: &mut Found, sibling: &EventIndex| {
        let further = found.map(|(distance, event)| (distance + 1, event));
        *found = known[*sibling].map(|event| (0, event)).or(further);
        Some(*found)
    };
    let before: Vec<Found> = siblings.iter().scan(None, scan).collect();
    let mut after: Vec<Found> = siblings.iter().rev().scan(None, scan).collect();
    after.reverse();
    let closer = |(before, after): (&Found, &Found)| match (before, after) {
        (Some(before), Some(after)) if before.0 < after.0 => Some(before.1),
        (before, after) => after.or(*before).map(|(_, event)| event),
    };
    before.iter().zip(&after).map(closer).collect()
}

/// From places in the timeline before to places in the one after.
pub(crate) struct Remap<'a> {
    pub(crate) before: &'a Timeline,
    pub(crate) after: &'a Timeline,
    pub(crate) events: &'a [EventIndex],
}

impl Remap<'_> {
    pub(crate) fn event(&self, event: EventIndex) -> EventIndex {
        self.events.get(event).copied().unwrap_or_default()
    }

    /// The same event, unless it has vanished.
    pub(crate) fn survivor(&self, event: EventIndex) -> Option<EventIndex> {
        let now = self.event(event);
        (self.before.events.get(event)?.id == self.after.events.get(now)?.id).then_some(now)
    }

    /// The quote of the same words from the same source; where there is none, its words were edited, and it is
    /// the one in its place.
    fn quote(&self, quote: QuoteIndex) -> Option<QuoteIndex> {
        let then = self.before.quotes.get(quote)?;
        let now = self.after.quotes_of(self.survivor(then.event)?);
        let is_same = |index: &QuoteIndex| {
            let now = &self.after.quotes[*index];
            (&now.exact, &now.source_id) == (&then.exact, &then.source_id)
        };
        let place = now.start + (quote - self.before.quotes_of(then.event).start);
        now.clone().find(is_same).or_else(|| now.contains(&place).then_some(place))
    }

    pub(crate) fn source(&self, source: SourceIndex) -> Option<SourceIndex> {
        let id = &self.before.sources.get(source)?.id;
        self.after.sources.iter().position(|source| source.id == *id)
    }

    /// The filter with those of its events that are left, until it has been asked for again.
    pub(crate) fn filter(&self, filter: &Filter) -> Arc<Filter> {
        let mut events: Vec<EventIndex> =
            filter.events.iter().filter_map(|event| self.survivor(*event)).collect();
        events.sort_unstable();
        Arc::new(Filter::new(self.after, filter.text.clone(), events))
    }

    /// Where a hit leads now; false where that has vanished.
    pub(crate) fn target(&self, target: &mut Target) -> bool {
        let moved = match target {
            Target::Event(event) => self.survivor(*event).map(Target::Event),
            Target::Quote(quote) => self.quote(*quote).map(Target::Quote),
            Target::Passage { source, bytes, quote } => self.source(*source).map(|source| {
                let quote = quote.and_then(|quote| self.quote(quote));
                Target::Passage { source, bytes: bytes.clone(), quote }
            }),
        };
        moved.map(|moved| *target = moved).is_some()
    }

    pub(crate) fn browse(&self, browse: &mut BrowseView) {
        let item =
            self.survivor(browse.event).and_then(|now| self.item(browse.event, now, browse.detail.item));
        browse.detail = item.map_or_else(Position::default, |item| Position { item, ..browse.detail });
        browse.event = self.event(browse.event);
    }

    /// The number of an item in the detail of an event: first come the quotes, then the events inside it.
    fn item(&self, then: EventIndex, now: EventIndex, item: usize) -> Option<usize> {
        let (quotes_then, quotes_now) = (self.before.quotes_of(then), self.after.quotes_of(now));
        if item < quotes_then.len() {
            return Some(self.quote(quotes_then.start + item)? - quotes_now.start);
        }
        let child = self.before.children(Some(then)).nth(item - quotes_then.len())?;
        let child = self.event(child);
        Some(quotes_now.len() + self.after.children(Some(now)).position(|event| event == child)?)
    }

    /// Where a layer has gone; false where what it showed is no more.
    pub(crate) fn layer(&self, view: &mut View) -> bool {
        match view {
            View::Browse(browse) => self.browse(browse),
            View::Reader(reader) => {
                let Some(source) = self.source(reader.source) else { return false };
                let quote = reader.quote.and_then(|quote| self.quote(quote));
                *reader = ReaderView { source, quote, ..*reader };
            }
            View::Sources(at) => at.item = self.source(at.item).unwrap_or_default(),
            View::Problems(_) => {}
        }
        true
    }
}
