//! How dates, titles, quotes and sources are worded wherever they appear.

use crate::citation;
use crate::evidence::{Anchor, Promise};
use crate::glyphs::Glyphs;
use crate::i18n::{self, Lang, Words};
use crate::model::{Dating, Event, EventIndex, Quote, Source, Stance, Timeline};
use crate::role::Role;
use crate::standing;
use crate::wrap;

/// How long the silence between two events was, in words; `None` where there is none.
pub(crate) fn silence(
    timeline: &Timeline,
    after: EventIndex,
    before: EventIndex,
    lang: Lang,
) -> Option<String> {
    let date = |event: EventIndex| timeline.events[event].date.date();
    i18n::span_words(date(after)?, date(before)?, lang)
}

/// The columns an event is set in by the events around it.
pub(crate) fn indent(timeline: &Timeline, event: EventIndex) -> usize {
    2 * timeline.events[event].depth.min(6)
}

/// What an event is called, or that it has no title to be seen.
pub(crate) fn title_words(event: &Event, lang: Lang) -> &str {
    seen(event.title.best(lang.tag())).unwrap_or(Words::of(lang).untitled_event)
}

/// A text of which something can be seen: blanks and characters without width are nothing.
pub(crate) fn seen(text: &str) -> Option<&str> {
    text.split_whitespace().any(|word| wrap::width(word) > 0).then_some(text)
}

/// A date in words, or the text of one that cannot be read.
pub(crate) fn date_words(date: &Dating, lang: Lang) -> String {
    match date {
        Dating::Dated(date) => i18n::date(date, lang),
        Dating::Undated { written } if written.is_empty() => Words::of(lang).undated.to_owned(),
        Dating::Undated { written } => format!("{written} ({})", Words::of(lang).undated),
    }
}

/// The title of a timeline.
pub(crate) fn title(timeline: &Timeline, lang: Lang) -> &str {
    seen(timeline.title.best(lang.tag())).unwrap_or(Words::of(lang).untitled)
}

/// The sign, the role and the words of an anchor; `None` is one not checked yet. Only what is word for word looks like
/// a check that held.
pub(crate) fn anchor_mark(
    anchor: Option<&Anchor>,
    glyphs: &Glyphs,
    lang: Lang,
) -> (&'static str, Role, &'static str) {
    let words = Words::of(lang);
    let (role, label) = match anchor {
        None => (Role::Dim, words.pending),
        Some(Anchor::Ambiguous(_)) => (Role::Warn, words.ambiguous),
        Some(Anchor::Orphan(_)) => (Role::Bad, words.orphan),
        Some(found) => (promise_role(found.promise()), standing::label(found, lang).unwrap_or_default()),
    };
    (glyphs.of_anchor(anchor), role, label)
}

/// The role of what is said of quotes of which this is promised.
pub(super) fn promise_role(promise: Promise) -> Role {
    match promise {
        Promise::WordForWord => Role::Good,
        Promise::Cut => Role::Text,
        Promise::Altered => Role::Altered,
        Promise::None => Role::Bad,
    }
}

/// Where a quote comes from on one line: `Doc. 1 · AZERTAC (Yonhap) · 19 juin 2024`.
pub(crate) fn source_line(timeline: &Timeline, quote: &Quote, lang: Lang, glyphs: &Glyphs) -> String {
    match quote.source {
        Some(source) => source_name(&timeline.sources[source], lang, glyphs),
        None => format!("{} ({})", quote.source_id, Words::of(lang).unknown_source),
    }
}

/// A source on one line.
pub(crate) fn source_name(source: &Source, lang: Lang, glyphs: &Glyphs) -> String {
    let words = Words::of(lang);
    let name = citation::name(source, lang);
    let date = source
        .issued
        .as_ref()
        .map_or_else(|| words.date_not_stated.to_owned(), |date| date_words(date, lang));
    // A date stays on one line.
    let date = date.replace(' ', "\u{a0}");
    let dot = glyphs.dot;
    format!("Doc. {} {dot} {name} {dot} {date}", source.position + 1)
}

/// How a quote stands to its claim, in a sign and in words. It says nothing of whether the quote is anchored.
pub(crate) fn stance_words(stance: Stance, words: &'static Words) -> (&'static str, Role) {
    match stance {
        Stance::Supports => (words.supports, Role::Text),
        Stance::Disputes => (words.disputes, Role::Bad),
        Stance::Nuances => (words.nuances, Role::Warn),
    }
}
