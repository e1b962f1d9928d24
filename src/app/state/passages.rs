//! The passages of an article that quotes rest on.

use std::collections::HashMap;
use std::ops::Range;

use crate::evidence::{Anchor, Article, Edited, Joined, Span};
use crate::model::{QuoteIndex, SourceIndex, Timeline};
use crate::role::Role;
use crate::wrap;

/// A passage of an article that a quote rests on, or is most like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) quote: QuoteIndex,
    /// From its first to its last character, in bytes of the article.
    pub(crate) bytes: Range<usize>,
    /// Whether the quote stands there; one that stands in several places, or in none, is shown a passage only when
    /// one has come to see it.
    pub(crate) stands: bool,
    /// Its parts, in bytes, with what each is to somebody who has come to see it; the last one is right.
    pub(crate) parts: Vec<(Range<usize>, Role)>,
}

/// The passages of an article, from its beginning to its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Passages {
    all: Vec<Passage>,
    /// For each passage the last byte that it or one before it reaches.
    reach: Vec<usize>,
    /// Which of them quotes stand in.
    standing: Vec<usize>,
    places: HashMap<QuoteIndex, usize>,
}

/// The passage that so many steps lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PassageStep {
    pub(crate) quote: QuoteIndex,
    /// Whether there were not as many passages as steps.
    pub(crate) is_end: bool,
}

impl Passages {
    /// The passages of the article of `source`; none before the quotes have been checked.
    pub(crate) fn new(
        timeline: &Timeline,
        anchors: &[Anchor],
        article: &Article,
        source: SourceIndex,
    ) -> Self {
        let taken = timeline.quotes_from(source).iter();
        let mut all: Vec<Passage> =
            taken.filter_map(|quote| passage(*quote, anchors.get(*quote)?, article)).collect();
        all.sort_by_key(|passage| (passage.bytes.start, passage.quote));
        let reach = all.iter().scan(0, |reach: &mut usize, passage| {
            *reach = passage.bytes.end.max(*reach);
            Some(*reach)
        });
        let reach = reach.collect();
        let standing = (0..all.len()).filter(|index| all[*index].stands).collect();
        let places = all.iter().enumerate().map(|(index, passage)| (passage.quote, index)).collect();
        Self { all, reach, standing, places }
    }

    /// The passage of a quote.
    pub(crate) fn of(&self, quote: QuoteIndex) -> Option<&Passage> {
        Some(&self.all[*self.places.get(&quote)?])
    }

    /// The number of the passage of `quote` from 1, where it stands there, and how many there are.
    pub(crate) fn number(&self, quote: Option<QuoteIndex>) -> (Option<usize>, usize) {
        let place = quote.and_then(|quote| self.places.get(&quote));
        let number = place.and_then(|place| self.standing.binary_search(place).ok());
        (number.map(|number| number + 1), self.standing.len())
    }

    /// The quote of passage `number`, from 1.
    pub(crate) fn nth(&self, number: usize) -> Option<QuoteIndex> {
        Some(self.all[*self.standing.get(number.checked_sub(1)?)?].quote)
    }

    /// The passages that begin at or after `byte`, with `current` whether it stands there or not.
    pub(crate) fn from(&self, byte: usize, current: Option<QuoteIndex>) -> impl Iterator<Item = &Passage> {
        let first = self.all.partition_point(|passage| passage.bytes.start < byte);
        self.all[first..].iter().filter(move |passage| passage.stands || Some(passage.quote) == current)
    }

    /// The passages that share a character with `bytes`, or lie around it, in order.
    pub(crate) fn touching(
        &self,
        bytes: &Range<usize>,
        current: Option<QuoteIndex>,
    ) -> impl Iterator<Item = &Passage> {
        let first = self.reach.partition_point(|reach| *reach <= bytes.start);
        let last = self.all.partition_point(|passage| passage.bytes.start < bytes.end.max(bytes.start + 1));
        let bytes = bytes.clone();
        self.all[first.min(last)..last]
            .iter()
            .filter(move |passage| passage.bytes.end > bytes.start)
            .filter(move |passage| passage.stands || Some(passage.quote) == current)
    }

    /// The passage `steps` further on (back where negative): from that of `current`, or where there is none from
    /// `byte`. `None` where no quote stands in the article.
    pub(crate) fn step(&self, current: Option<QuoteIndex>, byte: usize, steps: isize) -> Option<PassageStep> {
        let place = current.and_then(|quote| self.places.get(&quote)).copied();
        let stands = place.is_some_and(|place| self.all[place].stands);
        let place = place.unwrap_or_else(|| self.all.partition_point(|passage| passage.bytes.start < byte));
        let before = self.standing.partition_point(|standing| *standing < place);
        // Between two passages, the next one is one step away, and so is the one before.
        let between = isize::from(!stands && steps > 0);
        let wanted = isize::try_from(before).ok()?.saturating_add(steps - between);
        let last = self.standing.len().checked_sub(1)?;
        let found = usize::try_from(wanted).unwrap_or(0).min(last);
        let is_end = usize::try_from(wanted) != Ok(found);
        Some(PassageStep { quote: self.all[self.standing[found]].quote, is_end })
    }
}

fn passage(quote: QuoteIndex, anchor: &Anchor, article: &Article) -> Option<Passage> {
    let bytes = |span: Span| article.byte_offset(span.start)..article.byte_offset(span.end);
    let parts: Vec<_> = parts(anchor, article).into_iter().map(|(span, role)| (bytes(span), role)).collect();
    let start = parts.iter().map(|(bytes, _)| bytes.start).min()?;
    let end = parts.iter().map(|(bytes, _)| bytes.end).max()?;
    Some(Passage { quote, bytes: start..end, stands: anchor.span().is_some(), parts })
}

/// The spans of a quote in its article that stand out, with what each is.
fn parts(anchor: &Anchor, article: &Article) -> Vec<(Span, Role)> {
    match anchor {
        Anchor::Exact(span) | Anchor::Typographic(span) => vec![(*span, Role::Passage)],
        Anchor::Joined(Joined { span, joins }) => {
            let joins = joins.iter().map(|join| (seen(*join, article), Role::Join));
            std::iter::once((*span, Role::Passage)).chain(joins).collect()
        }
        Anchor::Ambiguous(spans) => spans.iter().map(|span| (*span, Role::Passage)).collect(),
        Anchor::Elided(edited) | Anchor::Altered(edited) => edited_parts(edited),
        Anchor::Orphan(Some(nearest)) => {
            let differing = nearest.in_article.iter().map(|span| (*span, Role::Bad));
            std::iter::once((nearest.passage, Role::OtherPassage)).chain(differing).collect()
        }
        Anchor::Orphan(None) => Vec::new(),
    }
}

/// The words a quote has, those it has cut, and those in whose place it has others.
fn edited_parts(edited: &Edited) -> Vec<(Span, Role)> {
    let changes =
        || edited.changes.iter().filter(|change| !change.is_case_only).map(|change| change.in_article);
    let is_changed = |gap: Span| {
        let meets = |span: Span| span.start < gap.end && span.end > gap.start;
        changes().any(meets) && !edited.cuts.iter().any(|cut| meets(cut.in_article))
    };
    let gaps =
        edited.pieces.windows(2).map(|pair| Span { start: pair[0].end, end: pair[1].start.max(pair[0].end) });
    let gaps = gaps.map(|gap| (gap, if is_changed(gap) { Role::Passage } else { Role::Cut }));
    let pieces = edited.pieces.iter().map(|piece| (*piece, Role::Passage));
    let others = changes().filter(|span| span.start < span.end).map(|span| (span, Role::Change));
    pieces.chain(gaps).chain(others).collect()
}

/// A join with the letter before it, where nothing of it is to be seen.
fn seen(join: Span, article: &Article) -> Span {
    let is_seen = wrap::width(article.slice(join).trim()) > 0;
    if is_seen { join } else { Span { start: join.start.saturating_sub(1), ..join } }
}
