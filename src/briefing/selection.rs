//! What of a timeline a briefing shows.

use crate::model::{Depth, EventIndex, Outline, Timeline};

use super::slides::{Dates, Deck, Setting, Slide, Step, Stop};

/// What of a timeline a briefing shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The events, in the order in which they are shown; `None` stands for every top-level event, by time.
    pub events: Option<Vec<EventIndex>>,
    pub depth: Depth,
    /// Whether the class puts the events in order before the end.
    pub has_ordering: bool,
    pub has_sources: bool,
    /// What there is no time for on the main line; it lies below.
    left_out: Vec<Part>,
}

/// A part of an event's slide that can be left out for want of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    event: EventIndex,
    kind: Kind,
}

/// What can be left out, in the order in which it is given time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Quote,
    Claim,
    Question,
    Summary,
}

impl Kind {
    const fn of(step: Step) -> Option<Self> {
        match step {
            Step::Quote(_) => Some(Self::Quote),
            Step::Claim(_) => Some(Self::Claim),
            Step::Question(_) => Some(Self::Question),
            Step::Summary => Some(Self::Summary),
            _ => None,
        }
    }
}

/// How a briefing is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The events, in the order in which they are shown; `None` stands for every top-level event, by time.
    pub events: Option<Vec<EventIndex>>,
    /// How deep; where it says nothing, what fits into the time, or the main line.
    pub depth: Option<Depth>,
    pub minutes: Option<u32>,
    pub has_ordering: bool,
}

impl From<&Outline> for Choice {
    fn from(outline: &Outline) -> Self {
        Self {
            events: (!outline.events.is_empty()).then(|| outline.events.clone()),
            depth: outline.depth,
            minutes: outline.minutes,
            has_ordering: outline.has_ordering,
        }
    }
}

impl Selection {
    /// The whole of these events at this depth.
    pub fn new(events: Option<Vec<EventIndex>>, depth: Depth, has_ordering: bool) -> Self {
        Self { events, depth, has_ordering, has_sources: true, left_out: Vec::new() }
    }

    /// What fits into the time of `choice`: the greatest depth that does, and of the least depth the parts that do.
    /// A depth that is asked for stays. Titles are never left out.
    ///
    /// `pages` says how many presses a stop takes, at least one; a press takes `seconds`.
    pub fn fit(
        timeline: &Timeline,
        choice: &Choice,
        dates: Dates,
        seconds: u32,
        pages: impl Fn(Stop) -> usize,
    ) -> Self {
        let at = |depth| Self::new(choice.events.clone(), depth, choice.has_ordering);
        let Some(minutes) = choice.minutes else { return at(choice.depth.unwrap_or_default()) };
        let room = usize::try_from(u64::from(minutes) * 60 / u64::from(seconds.max(1))).unwrap_or(usize::MAX);
        let setting = Setting { dates, is_roomy: false };
        let cost = |selection: &Self| -> usize {
            Deck::new(timeline, selection, setting).stops().iter().map(|stop| pages(*stop).max(1)).sum()
        };
        let depths: Vec<Depth> = match choice.depth {
            Some(depth) => vec![depth],
            None => Depth::ALL.into_iter().rev().collect(),
        };
        if let Some(fitting) = depths.iter().map(|depth| at(*depth)).find(|selection| cost(selection) <= room)
        {
            return fitting;
        }
        let least = at(choice.depth.unwrap_or_default());
        if least.depth == Depth::All { least } else { least.trimmed(timeline, setting, room, pages) }
    }

    /// The parts that fit into `room` presses beside the titles: first the key quotes, then the disputed claims, the
    /// questions, the sources, the summaries; of each kind the first events first.
    fn trimmed(
        mut self,
        timeline: &Timeline,
        setting: Setting,
        room: usize,
        pages: impl Fn(Stop) -> usize,
    ) -> Self {
        let deck = Deck::new(timeline, &self, setting);
        let mut left = room;
        let mut parts: Vec<(Option<Kind>, Stop)> = Vec::new();
        for stop in deck.stops() {
            match (stop.slide, Kind::of(stop.step)) {
                (Slide::Event(_), Some(kind)) => parts.push((Some(kind), *stop)),
                (Slide::Sources, _) => parts.push((None, *stop)),
                _ => left = left.saturating_sub(pages(*stop).max(1)),
            }
        }
        // The sources come after the questions and before the summaries, which the speaker can tell.
        parts.sort_by_key(|(kind, _)| match kind {
            Some(Kind::Summary) => 4,
            None => 3,
            Some(kind) => *kind as usize,
        });
        for (kind, stop) in parts {
            let cost = pages(stop).max(1);
            if cost <= left {
                left -= cost;
            } else if let (Some(kind), Slide::Event(event)) = (kind, stop.slide) {
                self.left_out.push(Part { event, kind });
            } else {
                self.has_sources = false;
            }
        }
        self
    }

    /// Whether the main line stops at a step of an event.
    pub(super) fn keeps(&self, event: EventIndex, step: Step) -> bool {
        Kind::of(step).is_none_or(|kind| !self.left_out.contains(&Part { event, kind }))
    }

    /// The events with slides of their own on the main line, in their order.
    pub fn slides(&self, timeline: &Timeline) -> Vec<EventIndex> {
        let top: Vec<EventIndex> = self.events.clone().unwrap_or_else(|| timeline.children(None).collect());
        if self.depth == Depth::Main {
            return top;
        }
        let mut slides = Vec::new();
        for event in top {
            for inside in event..timeline.events[event].end {
                if !slides.contains(&inside) {
                    slides.push(inside);
                }
            }
        }
        slides
    }

    /// The same in a timeline that was saved anew, where every event has gone where `moved` says; what is gone is
    /// left out.
    #[must_use]
    pub fn moved(&self, moved: impl Fn(EventIndex) -> Option<EventIndex>) -> Self {
        let part = |part: &Part| Some(Part { event: moved(part.event)?, ..*part });
        Self {
            events: self
                .events
                .as_ref()
                .map(|events| events.iter().filter_map(|event| moved(*event)).collect()),
            left_out: self.left_out.iter().filter_map(part).collect(),
            ..*self
        }
    }
}
