//! From a timeline to what its handout says.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::Edition;
use super::chart;
use super::moment;
use super::request::Handout;
use super::view::{Page, Run, When, Wording};
use crate::briefing::DateRedactor;
use crate::evidence::Anchor;
use crate::glyphs;
use crate::i18n::{self, ExportWords, HandoutWords, Lang, Words};
use crate::model::{Bound, Dating, Depth, EventIndex, QuoteIndex, Text, Timeline};
use crate::visible;

/// The handout in the words of `lang`.
pub(super) fn page<'a>(handout: &Handout<'a>, lang: Lang) -> Page<'a> {
    let slides = handout.selection.slides(handout.timeline);
    let builder = Builder::new(*handout, &slides, lang);
    let title = builder.wording(&handout.timeline.title);
    let untitled = Wording::plain(Words::of(lang).untitled);
    let (chart, letters) = chart::draw(handout, &slides, lang);
    Page {
        lang: lang.tag(),
        words: builder.words,
        own: builder.own,
        edition: handout.edition,
        has_contents: handout.selection.depth == Depth::All,
        chart,
        has_sheets: handout.has_sheets,
        title: title.unwrap_or(untitled),
        span: builder.span().filter(|_| handout.edition != Edition::Student),
        counts: crate::export::counts(builder.timeline, handout.anchors, &glyphs::UNICODE, builder.lang),
        events: builder.events(&slides, &letters),
        sources: builder.sources(),
    }
}

/// What every part of the page is made with.
pub(super) struct Builder<'a> {
    pub(super) handout: Handout<'a>,
    pub(super) timeline: &'a Timeline,
    pub(super) lang: Lang,
    pub(super) words: &'static ExportWords,
    pub(super) own: &'static HandoutWords,
    /// The quotes on the page that stand in their articles, with their numbers in its order.
    pub(super) numbers: HashMap<QuoteIndex, usize>,
}

impl<'a> Wording<'a> {
    /// A text of the page itself.
    pub(super) fn plain(text: &'a str) -> Self {
        Self { lang: None, runs: vec![Run::Said(text.into())] }
    }
}

impl<'a> Builder<'a> {
    fn new(handout: Handout<'a>, slides: &[EventIndex], lang: Lang) -> Self {
        let (words, own) = (ExportWords::of(lang), HandoutWords::of(lang));
        let shown = slides.iter().flat_map(|event| handout.quotes_of(*event));
        let is_quotation =
            |quote: &QuoteIndex| !matches!(handout.anchors.get(*quote), None | Some(Anchor::Orphan(_)));
        let shown = shown.filter(is_quotation);
        let numbers = shown.zip(1..).collect();
        Self { handout, timeline: handout.timeline, lang, words, own, numbers }
    }

    /// From the start of the first event to the end of the last.
    fn span(&self) -> Option<String> {
        let events =
            || self.timeline.children(None).filter_map(|event| self.timeline.events[event].date.date());
        let first = events().next()?;
        let mut last = first;
        for date in events() {
            if ends_after(date.latest(), last.latest()) {
                last = date;
            }
        }
        Some(i18n::period(first, last, self.lang))
    }

    /// The text in the language of the page or the first it has; `None` where it says nothing.
    pub(super) fn wording(&self, text: &'a Text) -> Option<Wording<'a>> {
        let (lang, said) = self.said(text)?;
        Some(Wording { lang, runs: vec![Run::Said(visible::line(said))] })
    }

    /// The same with the dates that are `hidden` to be filled in.
    pub(super) fn blanked(&self, text: &'a Text, hidden: Hidden<'_>) -> Option<Wording<'a>> {
        let (lang, said) = self.said(text)?;
        Some(Wording { lang, runs: runs(visible::line(said), hidden) })
    }

    /// The same, line by line.
    pub(super) fn paragraphs(&self, text: Option<&'a Text>, hidden: Hidden<'_>) -> Vec<Wording<'a>> {
        let Some((lang, said)) = text.and_then(|text| self.said(text)) else { return Vec::new() };
        let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| Wording { lang, runs: runs(visible::line(line), hidden) }).collect()
    }

    fn said(&self, text: &'a Text) -> Option<(Option<&'a str>, &'a str)> {
        let tag = self.lang.tag();
        let (language, said) = text.best_entry(tag)?;
        let said = said.trim();
        (!said.is_empty()).then_some(((language.primary() != tag).then_some(language.as_str()), said))
    }

    pub(super) fn when(&self, dating: &Dating) -> When {
        match dating {
            Dating::Dated(date) => When {
                words: i18n::date(date, self.lang),
                // The date of a source is often that of an event, and machines find it for those who ask them.
                machine: moment::machine(date).filter(|_| self.handout.edition != Edition::Student),
            },
            Dating::Undated { written } if written.trim().is_empty() => {
                When { words: self.words.undated.to_owned(), machine: None }
            }
            Dating::Undated { written } => {
                let words = format!("{} ({})", visible::line(written.trim()), self.words.no_date);
                When { words, machine: None }
            }
        }
    }
}

fn ends_after(one: Bound, other: Bound) -> bool {
    match (one, other) {
        (_, Bound::Open) | (Bound::Unknown, _) => false,
        (Bound::Open, _) | (_, Bound::Unknown) => true,
        (Bound::Day(one), Bound::Day(other)) => one > other,
    }
}

/// A text on one line, with its marks, and without the spaces around it.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    visible::line(text.trim())
}

/// Which dates a pupil is to fill in.
#[derive(Clone, Copy)]
pub(super) enum Hidden<'b> {
    /// None.
    Nothing,
    /// Every one of the timeline.
    Every(&'b DateRedactor),
    /// That of this event in any form, and those of the others with their years.
    Of(&'b DateRedactor, EventIndex),
}

/// `text` with blanks in the places of the dates.
fn runs<'a>(text: Cow<'a, str>, hidden: Hidden<'_>) -> Vec<Run<'a>> {
    let found = match hidden {
        Hidden::Nothing => Vec::new(),
        Hidden::Every(dates) => dates.find(&text),
        Hidden::Of(dates, event) => dates.find_covered(&text, Some(event), |_| true),
    };
    if found.is_empty() {
        return vec![Run::Said(text)];
    }
    let said = |from, to| {
        let said = text.get(from..to).filter(|said: &&str| !said.is_empty());
        said.map(|said| Run::Said(said.to_owned().into()))
    };
    let mut runs = Vec::new();
    let mut from = 0;
    for Range { start, end } in found {
        runs.extend(said(from, start));
        runs.push(Run::Blank);
        from = end;
    }
    runs.extend(said(from, text.len()));
    runs
}
