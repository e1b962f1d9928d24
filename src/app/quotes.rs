//! How quotes and sources are shown wherever they appear.

use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::model::{Quote, Source, Stance, Timeline};
use crate::role::Role;

use super::list::date_words;

/// The sign, the role and the words of an anchor; `None` is one not checked yet.
pub fn anchor_mark(
    anchor: Option<&Anchor>,
    glyphs: &Glyphs,
    words: &'static Words,
) -> (&'static str, Role, &'static str) {
    match anchor {
        None => (glyphs.pending, Role::Dim, words.pending),
        Some(Anchor::Exact(_)) => (glyphs.exact, Role::Good, words.exact),
        Some(Anchor::Typographic(_)) => (glyphs.typographic, Role::Good, words.typographic),
        Some(Anchor::Elided(_)) => (glyphs.elided, Role::Good, words.elided),
        Some(Anchor::Ambiguous(_)) => (glyphs.ambiguous, Role::Warn, words.ambiguous),
        Some(Anchor::Orphan(_)) => (glyphs.orphan, Role::Bad, words.orphan),
    }
}

/// Where a quote comes from on one line: `Doc. 1 · AZERTAC (Yonhap) · 19 juin 2024`.
pub(super) fn source_line(timeline: &Timeline, quote: &Quote, lang: Lang, glyphs: &Glyphs) -> String {
    match quote.source {
        Some(source) => source_name(&timeline.sources[source], lang, glyphs),
        None => format!("{} ({})", quote.source_id, Words::of(lang).unknown_source),
    }
}

/// A source on one line.
pub fn source_name(source: &Source, lang: Lang, glyphs: &Glyphs) -> String {
    let words = Words::of(lang);
    let container = source.container_title.as_ref().map(|text| text.best(lang.tag()));
    let credit = source.credit.as_ref().map(|text| text.best(lang.tag()));
    let publication = match (container, credit) {
        (Some(container), Some(credit)) => format!("{container} ({credit})"),
        (Some(name), None) => name.to_owned(),
        (None, Some(credit)) => format!("{} ({credit})", words.publication_not_stated),
        (None, None) => words.publication_not_stated.to_owned(),
    };
    let date = source
        .issued
        .as_ref()
        .map_or_else(|| words.date_not_stated.to_owned(), |date| date_words(date, lang));
    // A date stays on one line.
    let date = date.replace(' ', "\u{a0}");
    let dot = glyphs.dot;
    format!("Doc. {} {dot} {publication} {dot} {date}", source.position + 1)
}

/// How a quote stands to its claim, in a sign and in words. It says nothing of whether the quote is anchored.
pub(super) fn stance_words(stance: Stance, words: &'static Words) -> (&'static str, Role) {
    match stance {
        Stance::Supports => (words.supports, Role::Text),
        Stance::Disputes => (words.disputes, Role::Bad),
        Stance::Nuances => (words.nuances, Role::Warn),
    }
}
