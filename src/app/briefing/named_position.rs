//! A place of a briefing by the id of its event, which means the same in a timeline that was saved anew.

use serde::{Deserialize, Serialize};

use crate::briefing::{Dates, Deck, PageRef, Reveal, Slide, SlidePosition, SlideStep, Step};
use crate::model::Timeline;

/// A [`SlidePosition`] by the id of its event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedPosition {
    slide: SlideName,
    reveal: Reveal,
    page: PageRef,
    above: Option<(SlideName, Step)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SlideName {
    Opening,
    Event(String),
    Ordering,
    Sources,
}

impl SlideName {
    fn new(slide: Slide, timeline: &Timeline) -> Self {
        match slide {
            Slide::Opening => Self::Opening,
            Slide::Event(event) => {
                Self::Event(timeline.events.get(event).map(|event| event.id.clone()).unwrap_or_default())
            }
            Slide::Ordering => Self::Ordering,
            Slide::Sources => Self::Sources,
        }
    }

    fn found(&self, timeline: &Timeline) -> Option<Slide> {
        Some(match self {
            Self::Opening => Slide::Opening,
            Self::Event(id) => Slide::Event(timeline.event_by_id(id)?),
            Self::Ordering => Slide::Ordering,
            Self::Sources => Slide::Sources,
        })
    }
}

impl NamedPosition {
    pub(crate) fn new(place: SlidePosition, timeline: &Timeline) -> Self {
        Self {
            slide: SlideName::new(place.slide, timeline),
            reveal: place.reveal,
            page: place.page,
            above: place.above.map(|stop| (SlideName::new(stop.slide, timeline), stop.step)),
        }
    }

    /// The place in `timeline`; `None` where that has no such event.
    pub(crate) fn found(&self, timeline: &Timeline, deck: &Deck, dates: Dates) -> Option<SlidePosition> {
        let above = self
            .above
            .as_ref()
            .and_then(|(slide, step)| Some(SlideStep { slide: slide.found(timeline)?, step: *step }));
        let slide = self.slide.found(timeline)?;
        Some(
            SlidePosition { slide, reveal: self.reveal, page: self.page, above }
                .within(timeline, deck, dates),
        )
    }
}
