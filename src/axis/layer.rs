//! Stretches in which one finds those that reach into a window without looking at the others.

use std::ops::Range;

use super::time::{Interval, Time};

/// A interval, and how long the whole event is that it is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) interval: Interval,
    pub(super) length: Time,
}

/// Bars, each family of events by their starts, with a tree above them that knows how far the bars below each
/// of its nodes reach, and how long they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layer {
    pub(super) bars: Vec<Bar>,
    /// A heap: node `i` stands above `2i` and `2i + 1`; the blocks of bars are its last row.
    tree: Vec<Reach>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reach {
    end: Time,
    length: Time,
}

const NOTHING: Reach = Reach { end: Time::MIN, length: 0 };
/// So many bars are below each leaf of the tree; one by one they would take more memory than the bars.
const BLOCK: usize = 16;

/// What is looked for: bars of events at least `shortest` long that reach into `window` beyond what `covered`
/// has been moved to by the bars found before.
pub(super) struct Search<'a> {
    pub(super) window: Interval,
    pub(super) shortest: Time,
    /// Takes a bar and says up to where nothing more need be found.
    pub(super) found: &'a mut dyn FnMut(Interval) -> Time,
    /// How many nodes and bars were looked at.
    pub(super) looked: usize,
    pub(super) covered: Time,
}

impl Layer {
    pub(super) fn new(bars: Vec<Bar>) -> Self {
        let leaves = bars.len().div_ceil(BLOCK).next_power_of_two();
        let mut tree = vec![NOTHING; 2 * leaves];
        for (leaf, block) in bars.chunks(BLOCK).enumerate() {
            let reach = |bar: &Bar| Reach { end: bar.interval.end, length: bar.length };
            tree[leaves + leaf] = block.iter().map(reach).fold(NOTHING, joined);
        }
        for node in (1..leaves).rev() {
            tree[node] = joined(tree[2 * node], tree[2 * node + 1]);
        }
        Self { bars, tree }
    }

    /// Finds bars of a family in the order of their starts.
    pub(super) fn search(&self, family: Range<usize>, search: &mut Search<'_>) {
        if !family.is_empty() {
            self.below(1, 0..self.tree.len() / 2 * BLOCK, &family, search);
        }
    }

    /// The last bar of `family`, which must be the beginning of one, that goes on behind `at`.
    pub(super) fn last_reaching(&self, family: Range<usize>, at: Time) -> Option<usize> {
        if family.is_empty() { None } else { self.last_below(1, 0..self.tree.len() / 2 * BLOCK, &family, at) }
    }

    fn last_below(&self, node: usize, under: Range<usize>, family: &Range<usize>, at: Time) -> Option<usize> {
        let (from, to) = (under.start.max(family.start), under.end.min(family.end));
        if from >= to || self.tree[node].end <= at {
            return None;
        }
        if under.len() > BLOCK {
            let middle = usize::midpoint(under.start, under.end);
            let later = self.last_below(2 * node + 1, middle..under.end, family, at);
            return later.or_else(|| self.last_below(2 * node, under.start..middle, family, at));
        }
        (from..to).rev().find(|index| self.bars[*index].interval.end > at)
    }

    fn below(&self, node: usize, under: Range<usize>, family: &Range<usize>, search: &mut Search<'_>) {
        search.looked += 1;
        let reach = self.tree[node];
        let from = under.start.max(family.start);
        let to = under.end.min(family.end).min(self.bars.len());
        if from >= to || reach.end <= search.covered || reach.length < search.shortest {
            return;
        }
        // A block that the family begins in has bars of another one before it.
        if self.bars[from].interval.start >= search.window.end {
            return;
        }
        if under.len() > BLOCK {
            let middle = usize::midpoint(under.start, under.end);
            self.below(2 * node, under.start..middle, family, search);
            self.below(2 * node + 1, middle..under.end, family, search);
            return;
        }
        for bar in &self.bars[from..to] {
            search.looked += 1;
            let is_new = bar.interval.end > search.covered && bar.length >= search.shortest;
            if is_new && bar.interval.start < search.window.end && bar.interval.length() > 0 {
                search.covered = search.covered.max((search.found)(bar.interval));
            }
        }
    }
}

fn joined(a: Reach, b: Reach) -> Reach {
    Reach { end: a.end.max(b.end), length: a.length.max(b.length) }
}
