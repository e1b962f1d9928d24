//! One line of an article, with everything that stands out on it.

use std::ops::Range;

use crate::model::QuoteIndex;
use crate::role::Role;

use crate::app::screen::page::Line;
use crate::app::state::passages::{Passage, Passages};

/// What stands out in an article.
#[derive(Clone, Debug)]
pub(crate) struct Looks<'a> {
    pub(crate) text: &'a str,
    /// The passages that quotes rest on.
    pub(crate) passages: &'a Passages,
    /// The quote whose passage one has come to see.
    pub(crate) current: Option<QuoteIndex>,
    /// What was looked for, in bytes, in order and apart.
    pub(crate) hits: &'a [Range<usize>],
    /// The one of these one is at.
    pub(crate) hit: Option<usize>,
    /// What is selected, in bytes.
    pub(crate) selected: Option<Range<usize>>,
}

/// What a line is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bar {
    /// A passage that a quote rests on.
    Other,
    /// The passage one has come to see.
    Current,
}

impl Looks<'_> {
    /// The line of the bytes `range`.
    pub(crate) fn line(&self, range: &Range<usize>) -> Line {
        let layers = self.layers(range);
        let mut edges: Vec<usize> = layers.iter().flat_map(|(bytes, _)| [bytes.start, bytes.end]).collect();
        edges.extend([range.start, range.end]);
        edges.retain(|edge| (range.start..=range.end).contains(edge));
        edges.sort_unstable();
        edges.dedup();
        let mut line = Line::default();
        for edge in edges.windows(2) {
            let over = layers.iter().rfind(|(bytes, _)| bytes.contains(&edge[0]));
            let text = self.text.get(edge[0]..edge[1]).unwrap_or_default();
            line.push(text, over.map_or(Role::Article, |(_, role)| *role));
        }
        line
    }

    /// What lies over the bytes `range`; where several do, the last one is seen.
    fn layers(&self, range: &Range<usize>) -> Vec<(Range<usize>, Role)> {
        let (current, others): (Vec<&Passage>, Vec<&Passage>) =
            self.passages.touching(range, self.current).partition(|passage| self.is_current(passage));
        let others = others.into_iter().map(|passage| (passage.bytes.clone(), Role::OtherPassage));
        let current = current.into_iter().flat_map(|passage| passage.parts.iter().cloned());
        let first = self.hits.partition_point(|hit| hit.end <= range.start);
        let hits = self.hits.iter().enumerate().skip(first).take_while(|(_, hit)| hit.start < range.end);
        let hits = hits.map(|(index, hit)| {
            (hit.clone(), if self.hit == Some(index) { Role::MatchHere } else { Role::Match })
        });
        let selected = self.selected.iter().map(|bytes| (bytes.clone(), Role::MatchHere));
        others.chain(current).chain(hits).chain(selected).collect()
    }

    /// What the line of the bytes `range` is part of.
    pub(crate) fn bar(&self, range: &Range<usize>) -> Option<Bar> {
        let is_there = |passage: &&Passage| {
            let touches = |bytes: &Range<usize>| {
                bytes.start < range.end.max(range.start + 1) && bytes.end > range.start
            };
            passage.parts.iter().any(|(bytes, _)| touches(bytes))
        };
        let bar = |passage: &Passage| if self.is_current(passage) { Bar::Current } else { Bar::Other };
        self.passages.touching(range, self.current).filter(is_there).map(bar).max()
    }

    fn is_current(&self, passage: &Passage) -> bool {
        Some(passage.quote) == self.current
    }
}
