//! What scenes are set from.

use std::borrow::Cow;
use std::ops::Range;

use crate::app::screen::labels::{anchor_mark, date_words, source_line, title_words};
use crate::app::screen::page;
use crate::app::screen::quoting::{self, Beside};
use crate::briefing::{Dates, Ordering};
use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{self, Lang, Words};
use crate::load::{Draft, Proof};
use crate::model::{Date, Event, EventIndex, Quote, QuoteIndex, Shape, Silence, Text, Timeline};
use crate::role::Role;
use crate::standing::{Kind, Telling};

use super::letters::Level;
use crate::app::briefing::guesses::Cover;
use crate::app::briefing::tally::Tally;

/// What scenes are set from.
#[derive(Clone, Copy)]
pub(crate) struct SlideContext<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) proof: Option<&'a Proof>,
    pub(crate) lang: Lang,
    pub(crate) glyphs: &'static Glyphs,
    /// Columns and rows.
    pub(crate) size: (usize, usize),
    pub(crate) level: Level,
    pub(crate) dates: Dates,
    /// Whether the date of the slide is revealed.
    pub(crate) shows_date: bool,
    /// The dates that are still to be guessed, where there are any.
    pub(crate) cover: Option<&'a Cover>,
    /// What the title slide says of the briefing.
    pub(crate) offer: Option<Offer>,
    /// The events as the class has put them in order.
    pub(crate) ordering: Option<&'a Ordering>,
}

/// What the title slide says of the briefing.
#[derive(Clone, Copy)]
pub(crate) struct Offer {
    /// What it comes to.
    pub(crate) tally: Tally,
    /// Which of the timeline's own briefings it is, from 0.
    pub(crate) outline: Option<usize>,
    /// Whether the one that is none of them is the whole timeline.
    pub(crate) is_whole: bool,
}

impl<'a> SlideContext<'a> {
    pub(crate) fn timeline(&self) -> &'a Timeline {
        &self.draft.timeline
    }

    pub(crate) fn words(&self) -> &'static Words {
        Words::of(self.lang)
    }

    /// A text in the language of the screen, without the dates that are still to be guessed.
    pub(crate) fn text<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        self.covered(text.best(self.lang.tag()))
    }

    /// What an event is called.
    pub(crate) fn title(&self, event: EventIndex) -> Cow<'a, str> {
        self.covered(title_words(&self.timeline().events[event], self.lang))
    }

    /// The sign in the place of a date that is still to be guessed, and what it means.
    pub(crate) fn legend(&self) -> Option<(String, &'static str)> {
        self.cover.map(|cover| (cover.sign(), self.words().covered))
    }

    /// The same of words.
    pub(crate) fn covered<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.cover.map_or(Cow::Borrowed(text), |cover| cover.of(text, None).text)
    }

    /// The same of words in which parts stand out.
    pub(crate) fn covered_parts(&self, text: String, parts: Vec<page::Part>) -> (String, Vec<page::Part>) {
        let Some(cover) = self.cover else { return (text, parts) };
        let covered = cover.of(&text, None);
        let parts = parts.into_iter().map(|(part, role)| (covered.moved_range(&part), role)).collect();
        (covered.text.into_owned(), parts)
    }

    pub(crate) fn date(&self, event: &Event) -> String {
        date_words(&event.date, self.lang)
    }

    /// How long after the event before it this one came: `35 ans plus tard`.
    pub(crate) fn later(&self, event: EventIndex) -> Option<String> {
        let events = &self.timeline().events;
        let siblings = self.timeline().children(events[event].parent);
        let before = siblings.take_while(|sibling| *sibling != event).last()?;
        let (before, this) = (events[before].date.date()?, events[event].date.date()?);
        let is_any = |is: fn(&Date) -> bool| is(before) || is(this);
        let words = self.words();
        let passed = Silence::between(before, this);
        let (how, passed) = if is_any(|date| date.is_uncertain() || date.is_approximate()) {
            (Some(words.about), passed)
        } else if is_any(is_vague) {
            (Some(words.at_least), Silence::at_least(before, this))
        } else {
            (None, passed)
        };
        let passed = i18n::silence(passed?, self.lang);
        Some(how.into_iter().chain([&*passed, words.later]).collect::<Vec<_>>().join(" "))
    }

    pub(crate) fn anchor(&self, quote: QuoteIndex) -> Option<&'a Anchor> {
        self.proof.and_then(|proof| proof.anchors.get(quote))
    }

    /// Where a quote comes from, and what its check has brought to light: the mark, its role, both in words. What is
    /// said beside the quote is not said again.
    pub(crate) fn provenance(&self, quote: QuoteIndex) -> (String, Role, String) {
        let (sign, role, words) = anchor_mark(self.anchor(quote), self.glyphs, self.lang);
        let line = source_line(self.timeline(), &self.timeline().quotes[quote], self.lang, self.glyphs);
        let line = self.covered(&line).into_owned();
        let is_told = !self.beside(quote).is_empty();
        let line = if is_told { line } else { format!("{line} {} {words}", self.glyphs.dot) };
        (format!("{sign} "), role, line)
    }

    /// The words of a quote, in which each cut says how many words it leaves out, and what stands out in them.
    pub(crate) fn quoted(&self, quote: QuoteIndex) -> (String, Vec<page::Part>) {
        let exact = &self.timeline().quotes[quote].exact;
        let (text, parts) = quoting::counted(exact, self.anchor(quote), self.glyphs, self.lang);
        self.covered_parts(text, parts)
    }

    /// The words of a quote `between` those of its article: all of them, where those of the quote are, and what stands
    /// out.
    pub(crate) fn amid(
        &self,
        quote: QuoteIndex,
        between: (&str, &str),
    ) -> (String, Range<usize>, Vec<page::Part>) {
        let exact = &self.timeline().quotes[quote].exact;
        let (words, parts) = quoting::counted(exact, self.anchor(quote), self.glyphs, self.lang);
        let (before, after) = between;
        let text = format!("{before}{words}{after}");
        let words = before.len()..before.len() + words.len();
        let shift = |(part, role): page::Part| (part.start + words.start..part.end + words.start, role);
        let parts = parts.into_iter().map(shift).collect();
        let Some(cover) = self.cover else { return (text, words, parts) };
        let covered = cover.of(&text, None);
        let words = covered.moved_range(&words);
        let (text, parts) = self.covered_parts(text, parts);
        (text, words, parts)
    }

    /// What is said beside a quote; its cuts and joins speak for themselves.
    pub(crate) fn beside(&self, quote: QuoteIndex) -> Vec<Beside> {
        let standing = quoting::proven(self.draft, self.proof, quote);
        let beside =
            standing.map(|standing| quoting::beside(standing, Telling::Counts, self.glyphs, self.lang));
        let beside = beside.unwrap_or_default().into_iter();
        let beside = beside.filter(|beside| matches!(beside.kind, Kind::Altered | Kind::Case));
        let covered = |beside: Beside| {
            let (text, parts) = self.covered_parts(beside.text, beside.parts);
            Beside { text, parts, ..beside }
        };
        beside.map(covered).collect()
    }

    /// Our own translation of a quote, where it is not in the language of the screen.
    pub(crate) fn translation(&self, quote: &'a Quote) -> Option<String> {
        let is_foreign = quote.language.primary() != self.lang.tag();
        let text = quote.translation.get(self.lang.tag()).filter(|_| is_foreign)?;
        Some(format!("({}) {}", self.words().our_translation, self.covered(text)))
    }

    /// The address of the source of a quote; none while a date is covered in it, which it would lead to.
    pub(crate) fn url(&self, quote: &Quote) -> Option<&'a str> {
        self.open_url(self.timeline().sources[quote.source?].url.as_deref()?)
    }

    /// An address, unless a date is covered in it.
    pub(crate) fn open_url<'u>(&self, url: &'u str) -> Option<&'u str> {
        Some(url).filter(|url| matches!(self.covered(url), Cow::Borrowed(_)))
    }
}

/// Whether a date is some year of several: the time to the next one counts from the last of them.
fn is_vague(date: &Date) -> bool {
    matches!(date.shape(), Shape::Point(_)) && date.years().is_some_and(|(first, last)| first != last)
}
