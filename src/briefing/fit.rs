//! What of a timeline fits into the time there is.

use crate::model::{Depth, Timeline};

use super::deck::{Deck, DeckOptions};
use super::pace::StepTime;
use super::selection::{Choice, Kind, Part, Selection};
use super::step::{Dates, Slide, SlideStep};

impl Selection {
    /// What fits into the time of `choice`: the greatest depth that does, and of the least depth the parts that do.
    /// A depth that is asked for stays. Titles are never left out.
    ///
    /// `presses` says how many presses of a key reveal a step of a deck, at least one.
    pub fn fit(
        timeline: &Timeline,
        choice: &Choice,
        dates: Dates,
        pace: StepTime,
        presses: impl Fn(&Deck, SlideStep) -> usize,
    ) -> Self {
        let at = |depth| Self::of(choice, depth);
        let Some(minutes) = choice.minutes else { return at(choice.depth.unwrap_or_default()) };
        let room = pace.steps_in(minutes);
        let options = DeckOptions { dates, is_roomy: false };
        let fits = |selection: &Self| {
            let deck = Deck::new(timeline, selection, options);
            let mut left = room;
            // Each takes a press at least: what is far too much is not laid out.
            deck.pressed().len() <= room
                && deck.pressed().iter().all(|step| {
                    let cost = presses(&deck, *step).max(1);
                    left.checked_sub(cost).map(|rest| left = rest).is_some()
                })
        };
        let depths: Vec<Depth> = match choice.depth {
            Some(depth) => vec![depth],
            None => Depth::ALL.into_iter().rev().collect(),
        };
        if let Some(fitting) = depths.iter().map(|depth| at(*depth)).find(fits) {
            return fitting;
        }
        let least = at(choice.depth.unwrap_or_default());
        if least.depth == Depth::All { least } else { least.trimmed(timeline, options, room, presses) }
    }

    /// The parts that fit into `room` presses beside the titles: first the key quotes, then the disputed claims, the
    /// questions, the sources, the summaries; of each kind the first events first.
    fn trimmed(
        mut self,
        timeline: &Timeline,
        options: DeckOptions,
        room: usize,
        presses: impl Fn(&Deck, SlideStep) -> usize,
    ) -> Self {
        let deck = Deck::new(timeline, &self, options);
        let mut left = room;
        let mut parts: Vec<(Option<Kind>, SlideStep)> = Vec::new();
        for step in deck.pressed() {
            match (step.slide, Kind::of(step.step)) {
                (Slide::Event(_), Some(kind)) => parts.push((Some(kind), *step)),
                (Slide::Sources, _) => parts.push((None, *step)),
                _ if left == 0 => {}
                _ => left = left.saturating_sub(presses(&deck, *step).max(1)),
            }
        }
        // The sources come after the questions and before the summaries, which the speaker can tell.
        parts.sort_by_key(|(kind, _)| match kind {
            Some(Kind::Summary) => 4,
            None => 3,
            Some(kind) => *kind as usize,
        });
        for (kind, step) in parts {
            let cost = if left == 0 { usize::MAX } else { presses(&deck, step).max(1) };
            if cost <= left {
                left -= cost;
            } else if let (Some(kind), Slide::Event(event)) = (kind, step.slide) {
                self.left_out.insert(Part { event, kind });
            } else {
                self.has_sources = false;
            }
        }
        self
    }
}
