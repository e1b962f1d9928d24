//! What of a timeline a briefing shows.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{Depth, EventIndex, Outline, Timeline};

use super::step::Step;

/// What of a timeline a briefing shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The events, in the order in which they are shown; `None` stands for every top-level event, by time.
    pub events: Option<Vec<EventIndex>>,
    /// How much of them is shown.
    pub depth: Depth,
    /// Whether no other event is shown, not even a subevent of one of them.
    pub is_exact: bool,
    /// Whether the class puts the events in order before the end.
    pub has_ordering: bool,
    /// Whether the sources are shown at the end.
    pub has_sources: bool,
    /// How long it may last.
    pub minutes: Option<u32>,
    /// Which of the timeline's own briefings it is, from 0.
    pub outline: Option<usize>,
    /// What there is no time for on the main line; it lies below.
    pub(super) left_out: BTreeSet<Part>,
}

/// A part of an event's slide that can be left out for want of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) event: EventIndex,
    pub(super) kind: Kind,
}

/// What can be left out, in the order in which it is given time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    Quote,
    Claim,
    Question,
    Summary,
}

impl Kind {
    pub(super) const fn of(step: Step) -> Option<Self> {
        match step {
            Step::Quote(_) => Some(Self::Quote),
            Step::Claim(_) => Some(Self::Claim),
            Step::Question(_) => Some(Self::Question),
            Step::Summary => Some(Self::Summary),
            _ => None,
        }
    }
}

/// A [`Selection`] by the ids of its events, which mean the same in a timeline that was saved anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedSelection {
    events: Option<Vec<String>>,
    depth: String,
    is_exact: bool,
    has_ordering: bool,
    has_sources: bool,
    minutes: Option<u32>,
    outline: Option<String>,
    left_out: Vec<(String, Kind)>,
}

impl NamedSelection {
    /// The selection in `timeline`; events that it does not have are left out.
    pub fn found(&self, timeline: &Timeline) -> Selection {
        let event = |id: &String| timeline.event_by_id(id);
        Selection {
            events: self.events.as_ref().map(|events| events.iter().filter_map(event).collect()),
            depth: Depth::ALL.into_iter().find(|depth| depth.name() == self.depth).unwrap_or_default(),
            is_exact: self.is_exact,
            has_ordering: self.has_ordering,
            has_sources: self.has_sources,
            minutes: self.minutes,
            outline: (self.outline.as_ref())
                .and_then(|id| timeline.briefings.iter().position(|outline| outline.id == *id)),
            left_out: (self.left_out.iter())
                .filter_map(|(id, kind)| Some(Part { event: event(id)?, kind: *kind }))
                .collect(),
        }
    }
}

/// How a briefing is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The events, in the order in which they are shown; `None` stands for every top-level event, by time.
    pub events: Option<Vec<EventIndex>>,
    /// Whether no other event is shown, not even a subevent of one of them.
    pub is_exact: bool,
    /// How deep; where it says nothing, what fits into the time, or the main line.
    pub depth: Option<Depth>,
    /// How long it may last.
    pub minutes: Option<u32>,
    /// Whether the class puts the events in order before the end.
    pub has_ordering: bool,
    /// Which of the timeline's own briefings it is, from 0.
    pub outline: Option<usize>,
}

impl From<&Outline> for Choice {
    fn from(outline: &Outline) -> Self {
        Self {
            outline: None,
            is_exact: false,
            events: (!outline.events.is_empty()).then(|| outline.events.clone()),
            depth: outline.depth,
            minutes: outline.minutes,
            has_ordering: outline.has_ordering,
        }
    }
}

impl Choice {
    /// The timeline's own briefing of that number from 0, as it stands there; the whole timeline where there is none.
    pub fn outlined(timeline: &Timeline, number: usize) -> Self {
        let outline = timeline.briefings.get(number);
        outline.map_or_else(Self::default, |outline| Self { outline: Some(number), ..Self::from(outline) })
    }
}

impl From<Choice> for Selection {
    fn from(choice: Choice) -> Self {
        Self::of(&choice, choice.depth.unwrap_or_default())
    }
}

impl Selection {
    /// The whole of a choice at this depth.
    pub fn of(choice: &Choice, depth: Depth) -> Self {
        Self {
            events: choice.events.clone(),
            depth,
            is_exact: choice.is_exact,
            has_ordering: choice.has_ordering,
            has_sources: true,
            minutes: choice.minutes,
            outline: choice.outline,
            left_out: BTreeSet::new(),
        }
    }

    /// Whether the main line stops at a step of an event.
    pub(super) fn keeps(&self, event: EventIndex, step: Step) -> bool {
        Kind::of(step).is_none_or(|kind| !self.left_out.contains(&Part { event, kind }))
    }

    /// The events with slides of their own on the main line, in their order.
    pub fn slides(&self, timeline: &Timeline) -> Vec<EventIndex> {
        let top: Vec<EventIndex> = self.events.clone().unwrap_or_else(|| timeline.children(None).collect());
        let has_subevents = self.depth != Depth::Main && !self.is_exact;
        let mut is_there = vec![false; timeline.events.len()];
        let inside = |event: EventIndex| if has_subevents { timeline.events[event].end } else { event + 1 };
        let inside = top.into_iter().flat_map(|event| event..inside(event));
        inside.filter(|event| !std::mem::replace(&mut is_there[*event], true)).collect()
    }

    /// The same by the ids of its events.
    pub fn named(&self, timeline: &Timeline) -> NamedSelection {
        let id = |event: &EventIndex| timeline.events[*event].id.clone();
        NamedSelection {
            events: self.events.as_ref().map(|events| events.iter().map(id).collect()),
            depth: self.depth.name().to_owned(),
            is_exact: self.is_exact,
            has_ordering: self.has_ordering,
            has_sources: self.has_sources,
            minutes: self.minutes,
            outline: self.outline.and_then(|at| timeline.briefings.get(at)).map(|outline| outline.id.clone()),
            left_out: self.left_out.iter().map(|part| (id(&part.event), part.kind)).collect(),
        }
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
