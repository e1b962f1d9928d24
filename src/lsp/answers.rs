//! How a quote stands in its article, and where.

use std::ops::Range;

use serde_json::{Value, json};

use super::document::{Document, passage};
use super::{position, uri};
use crate::evidence::Anchor;
use crate::i18n::{Lang, Words};
use crate::standing;

/// How much of an article is shown on each side of a passage, in bytes.
const AROUND: usize = 160;

/// How the quote at the byte `at` stands in its article.
pub(super) fn hover(document: &Document, at: usize, lang: Lang) -> Option<Value> {
    let (quote, read) = document.quote_at(at)?;
    let timeline = &read.draft.timeline;
    let source = timeline.quotes.get(quote)?.source?;
    let anchor = read.anchors.get(quote)?;
    let words = Words::of(lang);
    let label = standing::label(anchor, lang).unwrap_or(match anchor {
        Anchor::Ambiguous(_) => words.ambiguous_banner,
        Anchor::Orphan(Some(_)) => words.orphan_banner,
        _ => words.orphan_lost,
    });
    let source = timeline.sources.get(source)?;
    let mut shown = format!("**{}** ({})", escaped(label), escaped(&source.id));
    if let Some((text, bytes)) = passage(read, quote) {
        shown += "\n\n";
        shown += &excerpt(text, &bytes);
    }
    Some(json!({ "contents": { "kind": "markdown", "value": shown } }))
}

/// The passage in bold, with some of what stands around it.
fn excerpt(text: &str, bytes: &Range<usize>) -> String {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = floor(bytes.start.saturating_sub(AROUND));
    let end = floor(bytes.end.saturating_add(AROUND));
    let part = |range: Range<usize>| {
        let words = text.get(range).unwrap_or_default().split_whitespace();
        escaped(&words.collect::<Vec<_>>().join(" "))
    };
    let lead = if start > 0 { "…" } else { "" };
    let tail = if end < text.len() { "…" } else { "" };
    let (before, after) = (part(start..bytes.start), part(bytes.end..end));
    format!("> {lead}{before} **{}** {after}{tail}", part(bytes.clone()))
}

/// `text` without what Markdown takes for signs, and nothing that could steer whoever shows it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::visible::line(text).chars() {
        if "\\`*_{}[]<>#|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Where the passage of the quote at the byte `at` stands.
pub(super) fn definition(document: &Document, at: usize) -> Option<Value> {
    let (quote, read) = document.quote_at(at)?;
    let (text, bytes) = passage(read, quote)?;
    let source = read.draft.timeline.quotes.get(quote)?.source?;
    let path = read.draft.article_path(source)?;
    Some(json!({ "uri": uri::of_path(&path), "range": position::range(text, &bytes) }))
}
