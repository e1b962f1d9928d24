//! What a search found, as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::answer::{Answer, scalars};
use crate::evidence::{Anchor, Span};
use crate::export::harmless::write_value;
use crate::export::json::DateJson;
use crate::export::quoted::EditsJson;
use crate::model::{EventIndex, LanguageTag};
use crate::search::{Hit, Reason, Target};

/// Writes the answer with the titles of events in the language `tag`, or, where a title does not exist in it,
/// in the first it has.
///
/// A hit of the kind `event` leads to an event, `quote` to a quote of it, `passage` to an article. `start` and
/// `end` of a hit count Unicode scalars from the beginning of the article file, end exclusive, where the quote
/// is anchored or the words were found, and so do those of its pieces, cuts, changes and joins; those of `highlights` count from the beginning of the `text` beside
/// them, of which `cut-before` and `cut-after` say that it is part of a longer one.
///
/// # Errors
///
/// What writing to `out` reports.
pub fn write(answer: &Answer<'_>, tag: &str, out: &mut dyn Write) -> io::Result<()> {
    let found = answer.found;
    let document = FoundJson {
        query: answer.query,
        events: found.events,
        passages: found.passages,
        nearest: found.nearest.as_deref(),
        hits: found.hits.iter().map(|hit| hit_json(answer, hit, tag)).collect(),
    };
    write_value(&document, out)
}

#[derive(Serialize)]
struct FoundJson<'a> {
    query: &'a str,
    events: usize,
    passages: usize,
    /// Only where nothing was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<&'a str>,
    hits: Vec<HitJson<'a>>,
}

#[derive(Serialize)]
struct HitJson<'a> {
    kind: &'static str,
    event: Option<EventJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(flatten)]
    edits: EditsJson<'a>,
    score: u32,
    reasons: Vec<ReasonJson<'a>>,
    more: usize,
}

#[derive(Serialize)]
struct EventJson<'a> {
    id: &'a str,
    date: DateJson,
    title: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReasonJson<'a> {
    field: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    text: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    cut_before: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    cut_after: bool,
    highlights: Vec<SpanJson>,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

fn hit_json<'a>(answer: &Answer<'a>, hit: &'a Hit, tag: &str) -> HitJson<'a> {
    let timeline = answer.corpus.timeline;
    let (kind, quote, source, span) = match &hit.target {
        Target::Event(_) => ("event", None, None, None),
        Target::Quote(quote) => {
            let span = answer.anchor(*quote).and_then(|(_, span)| span);
            let source = timeline.quotes.get(*quote).and_then(|quote| quote.source);
            ("quote", timeline.quotes.get(*quote).map(|words| (*quote, words)), source, span)
        }
        Target::Passage { source, bytes, .. } => {
            let span = answer.article(*source).map(|article| Span {
                start: article.scalar_offset(bytes.start),
                end: article.scalar_offset(bytes.end),
            });
            ("passage", None, Some(*source), span)
        }
    };
    let source = source.and_then(|source| timeline.sources.get(source));
    HitJson {
        kind,
        event: answer.event(hit).and_then(|event| event_json(answer, event, tag)),
        source: source.map(|source| source.id.as_str()),
        file: source.and_then(|source| source.text.as_deref()),
        exact: quote.map(|(_, words)| words.exact.as_str()),
        anchor: quote.and_then(|(quote, _)| answer.corpus.anchors.get(quote)).map(Anchor::name),
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        edits: EditsJson::of(quote.and_then(|(quote, _)| answer.standing(quote))),
        score: hit.score,
        reasons: hit.reasons.iter().map(|reason| reason_json(answer, reason)).collect(),
        more: hit.more,
    }
}

fn event_json<'a>(answer: &Answer<'a>, event: EventIndex, tag: &str) -> Option<EventJson<'a>> {
    let event = answer.corpus.timeline.events.get(event)?;
    Some(EventJson { id: &event.id, date: (&event.date).into(), title: event.title.best(tag) })
}

fn reason_json<'a>(answer: &Answer<'a>, reason: &'a Reason) -> ReasonJson<'a> {
    let quote = reason.field.quote().and_then(|quote| answer.corpus.timeline.quotes.get(quote));
    let highlights = reason.highlights.iter().map(|bytes| {
        let Span { start, end } = scalars(&reason.text, bytes);
        SpanJson { start, end }
    });
    ReasonJson {
        field: reason.field.name(),
        source: quote.map(|quote| quote.source_id.as_str()),
        language: reason.language.as_ref().map(LanguageTag::as_str),
        text: &reason.text,
        cut_before: reason.is_cut.0,
        cut_after: reason.is_cut.1,
        highlights: highlights.collect(),
    }
}
