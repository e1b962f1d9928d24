//! An article, with the passages that quotes rest on.

use std::ops::Range;

use crate::evidence::{Anchor, Article, Span};
use crate::model::{QuoteIndex, SourceIndex, Timeline};
use crate::role::Role;
use crate::wrap;

use super::page::{Item, Line, Page};

/// A stretch of an article that stands out, in bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    bytes: Range<usize>,
    role: Role,
    quote: QuoteIndex,
}

/// The article of `source` in `width` columns. The passage of `quote` stands out alone; where there is none,
/// the passages of all quotes taken from it do. The items are the quotes that stand in the article, from its beginning
/// to its end; `quote` is one of them even where its words are not there, at the passage most like it.
pub(super) fn page(
    timeline: &Timeline,
    anchors: &[Anchor],
    article: &Article,
    source: SourceIndex,
    quote: Option<QuoteIndex>,
    width: usize,
) -> Page<QuoteIndex> {
    let text = article.text();
    let mut stretches = stretches(timeline, anchors, text, source, quote);
    stretches.sort_by_key(|stretch| (stretch.bytes.start, stretch.quote));
    let mut page = Page::new(width);
    let lines = wrap::lines(text, width);
    for range in &lines {
        page.lines.push(line(text, range.clone(), &stretches, quote));
    }
    page.items = items(&stretches, &lines);
    page
}

/// The spans of a quote in its article that stand out, with what each is.
fn parts(anchor: &Anchor) -> Vec<(Span, Role)> {
    match anchor {
        Anchor::Exact(span) | Anchor::Typographic(span) => vec![(*span, Role::Passage)],
        Anchor::Ambiguous(spans) => spans.iter().map(|span| (*span, Role::Passage)).collect(),
        Anchor::Elided(pieces) => {
            let cuts =
                pieces.windows(2).map(|pair| (Span { start: pair[0].end, end: pair[1].start }, Role::Cut));
            pieces.iter().map(|piece| (*piece, Role::Passage)).chain(cuts).collect()
        }
        Anchor::Orphan(Some(nearest)) => {
            let differing = nearest.in_article.iter().map(|span| (*span, Role::Bad));
            std::iter::once((nearest.passage, Role::OtherPassage)).chain(differing).collect()
        }
        Anchor::Orphan(None) => Vec::new(),
    }
}

fn stretches(
    timeline: &Timeline,
    anchors: &[Anchor],
    text: &str,
    source: SourceIndex,
    wanted: Option<QuoteIndex>,
) -> Vec<Stretch> {
    let mut spans: Vec<(Span, Role, QuoteIndex)> = Vec::new();
    for &index in timeline.quotes_from(source) {
        let Some(anchor) = anchors.get(index) else { continue };
        if wanted == Some(index) {
            spans.extend(parts(anchor).into_iter().map(|(span, role)| (span, role, index)));
        } else if let Some(span) = anchor.span() {
            let role = if wanted.is_some() { Role::Text } else { Role::OtherPassage };
            spans.push((span, role, index));
        }
    }
    let bytes = byte_offsets(text, spans.iter().flat_map(|(span, _, _)| [span.start, span.end]).collect());
    spans
        .into_iter()
        .map(|(span, role, quote)| Stretch { bytes: bytes(span.start)..bytes(span.end), role, quote })
        .collect()
}

/// Byte offsets of the scalar offsets `wanted`, found in one walk through the text.
fn byte_offsets(text: &str, mut wanted: Vec<usize>) -> impl Fn(usize) -> usize {
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = Vec::with_capacity(wanted.len());
    let mut ends = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).enumerate();
    for scalar in &wanted {
        let byte = ends.by_ref().find(|(index, _)| index == scalar).map_or(text.len(), |(_, byte)| byte);
        found.push(byte);
    }
    move |scalar| wanted.binary_search(&scalar).map_or(0, |index| found[index])
}

fn line(text: &str, range: Range<usize>, stretches: &[Stretch], wanted: Option<QuoteIndex>) -> Line {
    let touching: Vec<&Stretch> = stretches
        .iter()
        .filter(|stretch| stretch.bytes.start < range.end && stretch.bytes.end > range.start)
        .collect();
    let mut edges: Vec<usize> = touching.iter().flat_map(|s| [s.bytes.start, s.bytes.end]).collect();
    edges.extend([range.start, range.end]);
    edges.retain(|edge| range.contains(edge) || *edge == range.end);
    edges.sort_unstable();
    edges.dedup();
    let mut line = Line::default();
    for edge in edges.windows(2) {
        line.push(&text[edge[0]..edge[1]], role_at(edge[0], &touching, wanted));
    }
    line
}

/// The role of the byte `at`: the wanted quote before the others; of its own parts, what differs or was cut
/// before the passage around it.
fn role_at(at: usize, stretches: &[&Stretch], wanted: Option<QuoteIndex>) -> Role {
    let over = || stretches.iter().filter(|stretch| stretch.bytes.contains(&at));
    over()
        .rfind(|stretch| Some(stretch.quote) == wanted && stretch.role != Role::OtherPassage)
        .or_else(|| over().next_back())
        .map_or(Role::Text, |stretch| stretch.role)
}

fn items(stretches: &[Stretch], lines: &[Range<usize>]) -> Vec<Item<QuoteIndex>> {
    let mut items: Vec<Item<QuoteIndex>> = Vec::new();
    for stretch in stretches {
        let first = lines.partition_point(|line| line.end <= stretch.bytes.start);
        let last = lines.partition_point(|line| line.start < stretch.bytes.end);
        let lines = first.min(last)..last;
        match items.iter_mut().find(|item| item.target == stretch.quote) {
            Some(item) => item.lines.end = item.lines.end.max(lines.end),
            None => items.push(Item { target: stretch.quote, lines }),
        }
    }
    items
}

/// The scroll that shows `item` with some of what stands before it.
pub(super) fn scroll_to(page: &Page<QuoteIndex>, item: &Item<QuoteIndex>, height: usize) -> usize {
    let room = height.saturating_sub(item.lines.len());
    item.lines.start.saturating_sub(room / 3).min(page.last_scroll(height))
}
