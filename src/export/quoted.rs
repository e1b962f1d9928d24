//! How a quote stands in its article, for every form of export.

use serde::Serialize;

use crate::evidence::{Anchor, Article, Span};
use crate::glyphs::Glyphs;
use crate::i18n::{ExportWords, Lang};
use crate::model::{QuoteIndex, Timeline};
use crate::standing::{self, Remark, Standing, Telling};

/// The quote, how it stands in its article, and the article; `None` where that is not known.
pub(super) fn standing<'a>(
    timeline: &'a Timeline,
    articles: &'a [Option<Article>],
    anchors: &'a [Anchor],
    index: QuoteIndex,
) -> Option<Standing<'a>> {
    let quote = timeline.quotes.get(index)?;
    let article = articles.get(quote.source?)?.as_ref()?;
    Some(Standing { exact: &quote.exact, anchor: anchors.get(index)?, article })
}

/// The sign of an anchor and what it says. What cannot be looked up is not found.
pub(super) fn mark(anchor: Option<&Anchor>, signs: &Glyphs, lang: Lang) -> (&'static str, &'static str) {
    let words = ExportWords::of(lang);
    match anchor {
        Some(Anchor::Ambiguous(_)) => (signs.ambiguous, words.ambiguous),
        Some(Anchor::Orphan(_)) | None => (signs.orphan, words.orphan),
        Some(found) => (signs.of_anchor(anchor), standing::label(found, lang).unwrap_or_default()),
    }
}

/// What is said below a quote, each behind its label: the words that were cut or replaced, or the passage most like it.
pub(super) fn remarks(standing: Option<Standing<'_>>, lang: Lang) -> Vec<Remark> {
    let Some(standing) = standing else { return Vec::new() };
    let capital = |remark: Remark| Remark { label: capitalised(&remark.label), ..remark };
    let remarks = standing::remarks(standing, Telling::Words, lang).into_iter();
    remarks.chain(standing::nearest(standing, lang)).map(capital).collect()
}

fn capitalised(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What a quote has cut, changed or joined, as scripts get it. Offsets are scalars of the article.
#[derive(Default, Serialize)]
pub(super) struct EditsJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pieces: Option<Vec<SpanJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cuts: Option<Vec<CutJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<ChangeJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    joins: Option<Vec<SpanJson>>,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

impl From<&Span> for SpanJson {
    fn from(span: &Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

#[derive(Serialize)]
struct CutJson {
    start: usize,
    end: usize,
    words: usize,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    written: &'a str,
    article: &'a str,
    start: usize,
    end: usize,
}

impl<'a> EditsJson<'a> {
    pub(super) fn of(standing: Option<Standing<'a>>) -> Self {
        let Some(Standing { exact, anchor, article }) = standing else { return Self::default() };
        let spans = |spans: &[Span]| spans.iter().map(SpanJson::from).collect();
        if let Anchor::Joined(joined) = anchor {
            return Self { joins: Some(spans(&joined.joins)), ..Self::default() };
        }
        let Some(edited) = anchor.edited() else { return Self::default() };
        let cuts = edited.cuts.iter().map(|cut| {
            let Span { start, end } = cut.in_article;
            CutJson { start, end, words: cut.words }
        });
        let changes = edited.changes.iter().map(|change| {
            let Span { start, end } = change.in_article;
            let written = standing::written(exact, change);
            ChangeJson { written, article: article.slice(change.in_article), start, end }
        });
        Self {
            pieces: Some(spans(&edited.pieces)),
            cuts: Some(cuts.collect()),
            changes: Some(changes.collect()),
            joins: None,
        }
    }
}
