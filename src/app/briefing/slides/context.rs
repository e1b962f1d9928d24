//! What scenes are set from.

use std::borrow::Cow;

use crate::app::screen::labels::{anchor_mark, date_words, source_line};
use crate::app::screen::page;
use crate::app::screen::quoting::{self, Beside};
use crate::briefing::Dates;
use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{self, Lang, Words};
use crate::load::{Draft, Proof};
use crate::model::{Date, Event, EventIndex, Quote, QuoteIndex, Shape, Text, Timeline};
use crate::role::Role;
use crate::standing::{Kind, Telling};

use super::letters::Level;
use crate::app::briefing::guesses::Guesses;
use crate::app::briefing::plan::Tally;

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
    /// The dates that are guessed, where they are.
    pub(crate) guesses: Option<&'a Guesses>,
    /// What the title slide says of the briefing.
    pub(crate) offer: Option<Offer>,
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

    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(self.lang.tag())
    }

    /// A text of an event, without its date while that is guessed.
    pub(crate) fn guessed<'t>(&self, event: EventIndex, text: &'t Text) -> Cow<'t, str> {
        let text = self.text(text);
        match self.guesses.filter(|_| !self.shows_date) {
            Some(guesses) => guesses.hide(text, event, event),
            None => Cow::Borrowed(text),
        }
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
        let passed = i18n::span_words(before, this, self.lang)?;
        let words = self.words();
        let mut said = vec![passed.as_str(), words.later];
        if [before, this].iter().any(|date| date.is_uncertain() || date.is_approximate()) {
            said.insert(0, words.about);
        } else if [before, this].iter().any(|date| is_vague(date)) {
            said.insert(0, words.at_least);
        }
        Some(said.join(" "))
    }

    pub(crate) fn anchor(&self, quote: QuoteIndex) -> Option<&'a Anchor> {
        self.proof.and_then(|proof| proof.anchors.get(quote))
    }

    /// Where a quote comes from, and what its check has brought to light: the mark, its role, both in words. What is
    /// said beside the quote is not said again.
    pub(crate) fn provenance(&self, quote: QuoteIndex) -> (String, Role, String) {
        let (sign, role, words) = anchor_mark(self.anchor(quote), self.glyphs, self.lang);
        let line = source_line(self.timeline(), &self.timeline().quotes[quote], self.lang, self.glyphs);
        let is_told = !self.beside(quote).is_empty();
        let line = if is_told { line } else { format!("{line} {} {words}", self.glyphs.dot) };
        (format!("{sign} "), role, line)
    }

    /// The words of a quote, in which each cut says how many words it leaves out, and what stands out in them.
    pub(crate) fn quoted(&self, quote: QuoteIndex) -> (String, Vec<page::Part>) {
        let exact = &self.timeline().quotes[quote].exact;
        quoting::counted(exact, self.anchor(quote), self.lang)
    }

    /// What is said beside a quote; its cuts and joins speak for themselves.
    pub(crate) fn beside(&self, quote: QuoteIndex) -> Vec<Beside> {
        let standing = quoting::proven(self.draft, self.proof, quote);
        let beside =
            standing.map(|standing| quoting::beside(standing, Telling::Counts, self.glyphs, self.lang));
        let beside = beside.unwrap_or_default().into_iter();
        beside.filter(|beside| matches!(beside.kind, Kind::Altered | Kind::Case)).collect()
    }

    /// Our own translation of a quote, where it is not in the language of the screen.
    pub(crate) fn translation(&self, quote: &'a Quote) -> Option<String> {
        let is_foreign = quote.language.primary() != self.lang.tag();
        let text = quote.translation.get(self.lang.tag()).filter(|_| is_foreign)?;
        Some(format!("({}) {text}", self.words().our_translation))
    }

    /// The address of the source of a quote.
    pub(crate) fn url(&self, quote: &Quote) -> Option<&'a str> {
        self.timeline().sources[quote.source?].url.as_deref()
    }
}

/// Whether a date is some year of several: the time to the next one counts from the last of them.
fn is_vague(date: &Date) -> bool {
    matches!(date.shape(), Shape::Point(_)) && date.years().is_some_and(|(first, last)| first != last)
}
