//! Going from place to place: every piece of a quote in its turn, by the shortest way.

use std::ops::Range;

/// A place of a piece that can follow the pieces before it.
#[derive(Clone, Copy)]
pub(super) struct Step {
    start: usize,
    end: usize,
    /// The last step of the piece before that ends at or before `start`.
    before: usize,
    /// Where the first piece begins.
    origin: usize,
}

/// The step that a place of the first piece is.
pub(super) fn first_step(place: Range<usize>) -> Step {
    Step { start: place.start, end: place.end, before: 0, origin: place.start }
}

/// The places that can follow a step of `before`.
///
/// The last step that ends in time is always the best: origins rise with the steps, so it is the tightest,
/// and it leaves the shortest stretch to the mark. Nothing else need be tried, which keeps this linear.
pub(super) fn follow(
    before: &[Step],
    places: impl Iterator<Item = Range<usize>>,
    may_follow: impl Fn(Range<usize>) -> bool,
) -> Vec<Step> {
    let mut ended = 0;
    let mut steps = Vec::new();
    for place in places {
        while before.get(ended).is_some_and(|step| step.end <= place.start) {
            ended += 1;
        }
        let Some((index, step)) = ended.checked_sub(1).and_then(|last| Some((last, before.get(last)?)))
        else {
            continue;
        };
        if may_follow(step.end..place.start) {
            steps.push(Step { start: place.start, end: place.end, before: index, origin: step.origin });
        }
    }
    steps
}

/// The steps of the last piece with the fewest scalars from the origin to the end.
pub(super) fn shortest(steps: &[Step], text: &str, limit: usize) -> Vec<Step> {
    let mut found = Vec::new();
    let mut fewest = usize::MAX;
    // Both rise from step to step, so each counts through the text once.
    let (mut origins, mut ends) = (Counter::new(text), Counter::new(text));
    let mut last_origin = None;
    for step in steps {
        // Of several ends with one origin the first is the tightest.
        if last_origin.replace(step.origin) == Some(step.origin) {
            continue;
        }
        let scalars = ends.up_to(step.end) - origins.up_to(step.origin);
        if scalars < fewest {
            fewest = scalars;
            found.clear();
        }
        if scalars == fewest && found.len() < limit {
            found.push(*step);
        }
    }
    found
}

/// Counts the scalars before ever later places.
struct Counter<'t> {
    text: &'t str,
    at: usize,
    scalars: usize,
}

impl<'t> Counter<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, scalars: 0 }
    }

    fn up_to(&mut self, at: usize) -> usize {
        self.scalars += self.text.get(self.at..at).map_or(0, |text| text.chars().count());
        self.at = at;
        self.scalars
    }
}

/// The places of all pieces that lead to `last`.
pub(super) fn chain(layers: &[Vec<Step>], last: Step) -> Vec<Range<usize>> {
    let mut step = Some(last);
    let mut places = Vec::with_capacity(layers.len());
    for before in layers.iter().rev().skip(1).map(Some).chain([None]) {
        let Some(Step { start, end, before: index, .. }) = step else { break };
        places.push(start..end);
        step = before.and_then(|layer| layer.get(index)).copied();
    }
    places.reverse();
    places
}
