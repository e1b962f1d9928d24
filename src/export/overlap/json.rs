//! What articles share, as JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::evidence::{Overlap, SharedRun, Span};
use crate::export::harmless::write_value;
use crate::model::Timeline;

/// Writes the pairs of sources with their shared runs, the longest first. `length` counts folded characters; `start`
/// and `end` count Unicode scalars from the beginning of each article file, end exclusive.
///
/// # Errors
///
/// What writing to `out` reports.
pub fn write(timeline: &Timeline, overlaps: &[Overlap], out: &mut dyn Write) -> io::Result<()> {
    let id = |source: usize| timeline.sources.get(source).map_or("", |source| source.id.as_str());
    let pairs = overlaps.iter().map(|overlap| OverlapJson {
        sources: [id(overlap.first), id(overlap.second)],
        runs: overlap.runs.iter().map(RunJson::from).collect(),
    });
    write_value(&pairs.collect::<Vec<_>>(), out)
}

#[derive(Serialize)]
struct OverlapJson<'a> {
    sources: [&'a str; 2],
    runs: Vec<RunJson>,
}

#[derive(Serialize)]
struct RunJson {
    length: usize,
    first: SpanJson,
    second: SpanJson,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

impl From<&SharedRun> for RunJson {
    fn from(run: &SharedRun) -> Self {
        let span = |Span { start, end }| SpanJson { start, end };
        Self { length: run.length, first: span(run.first), second: span(run.second) }
    }
}
