//! What must not be said while a class guesses dates.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use crate::app::screen::context::Context;
use crate::briefing::{Covered, DateRedactor, Dates, Deck, SlidePosition, Step};
use crate::glyphs::Glyphs;
use crate::model::{EventIndex, Timeline};

/// How many signs stand in the place of a date, whatever its length.
const LENGTH: usize = 4;

/// The dates that a class guesses one after the other.
#[derive(Debug)]
pub(crate) struct Guesses(DateRedactor);

/// The dates that are still to be guessed, and how they are covered.
#[derive(Clone, Debug)]
pub(crate) struct Cover {
    pub(crate) guesses: Arc<Guesses>,
    pub(crate) covered: Covered,
    pub(crate) glyphs: &'static Glyphs,
}

/// A text in which dates are covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CoveredText<'t> {
    pub(crate) text: Cow<'t, str>,
    /// What is covered, in bytes of the text as it was.
    found: Vec<Range<usize>>,
    /// The bytes of a cover.
    length: usize,
}

impl Guesses {
    /// Those of the events of `timeline`.
    pub(crate) fn new(timeline: &Timeline) -> Self {
        Self(DateRedactor::of(timeline.events.iter().map(|event| &event.date)))
    }
}

impl Cover {
    /// What is covered where a briefing is at `place`; `None` where nothing is. `guesses` is made where it is needed.
    pub(crate) fn at(
        context: &Context<'_>,
        deck: &Deck,
        place: SlidePosition,
        dates: Dates,
        guesses: &OnceCell<Arc<Guesses>>,
    ) -> Option<Self> {
        let timeline = context.timeline();
        let is_exercise = place.step().is_some_and(|step| step.step == Step::Ordering);
        let covered = match dates {
            _ if is_exercise => Covered::all(timeline),
            Dates::Guessed => Covered::at(timeline, deck, place),
            Dates::Shown => return None,
        };
        let guesses = || Arc::clone(guesses.get_or_init(|| Arc::new(Guesses::new(timeline))));
        (!covered.is_empty()).then(|| Self { guesses: guesses(), covered, glyphs: context.glyphs })
    }

    /// What stands in the place of a date.
    pub(crate) fn sign(&self) -> String {
        self.glyphs.covered.repeat(LENGTH)
    }

    /// `text` without the dates that are still to be guessed. That of `own`, too, is covered in any form while it is one
    /// of them.
    pub(crate) fn of<'t>(&self, text: &'t str, own: Option<EventIndex>) -> CoveredText<'t> {
        let own = own.filter(|own| self.covered.contains(*own)).or(self.covered.own);
        let found = self.guesses.0.find_covered(text, own, |event| self.covered.contains(event));
        let cover = self.sign();
        let length = cover.len();
        if found.is_empty() {
            return CoveredText { text: Cow::Borrowed(text), found, length };
        }
        let mut out = text.to_owned();
        // From the end, so that what is before stays where it is.
        found.iter().rev().for_each(|range| out.replace_range(range.clone(), &cover));
        CoveredText { text: Cow::Owned(out), found, length }
    }
}

impl CoveredText<'_> {
    /// Where the byte `at` of the text as it was is now.
    pub(crate) fn moved(&self, at: usize) -> usize {
        let mut moved = at;
        for range in self.found.iter().take_while(|range| range.start < at) {
            let end = range.end.min(at);
            moved = moved + if at >= range.end { self.length } else { 0 } - (end - range.start);
        }
        moved
    }

    /// The same of a range: one that begins or ends in a cover goes around it.
    pub(crate) fn moved_range(&self, range: &Range<usize>) -> Range<usize> {
        let inside = |at: usize| self.found.iter().any(|found| found.start < at && at < found.end);
        let start = self.moved(range.start);
        let end = self.moved(range.end) + if inside(range.end) { self.length } else { 0 };
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glyphs::GlyphSet;
    use crate::model::{Date, Dating};

    fn covered(known: usize, own: Option<EventIndex>, text: &str) -> String {
        let dates =
            ["194X", "1961", "1996", "2024-06-19"].map(|date| Dating::Dated(Date::parse(date).unwrap()));
        let guesses = Arc::new(Guesses(DateRedactor::of(&dates)));
        let glyphs = GlyphSet::Ascii.glyphs();
        let covered = Covered::of((0..4).map(|event| event >= known), own);
        Cover { guesses, covered, glyphs }.of(text, None).text.into_owned()
    }

    #[test]
    fn what_is_known_stays_and_what_will_be_guessed_is_covered() {
        for (text, event, expected) in [
            ("à la fin des années 1940", 0, "à la fin des ####"),
            ("Le traité de 1961, annulé en 1996", 2, "Le traité de 1961, annulé en ####"),
            ("avant le 19 juin 2024, en juin", 2, "avant le ####, en juin"),
            ("Le 19 juin, en juin, 24 ans après 1996", 3, "Le ####, en ####, 24 ans après 1996"),
            ("19610 hommes", 1, "19610 hommes"),
        ] {
            assert_eq!(covered(event, Some(event), text), expected);
        }
        assert_eq!(covered(1, Some(2), "Le traité de 1961"), "Le traité de ####");
        assert_eq!(covered(4, None, "Le traité de 1961"), "Le traité de 1961");
    }

    #[test]
    fn what_stands_around_a_cover_is_found_again() {
        let found: Vec<Range<usize>> = std::iter::once(3..15).collect();
        let text = CoveredText { text: Cow::Borrowed("en #### et"), found, length: 4 };
        // "en 19 juin 2024 et"
        assert_eq!([0, 3, 15, 18].map(|at| text.moved(at)), [0, 3, 7, 10]);
        assert_eq!(text.moved_range(&(0..5)), 0..7);
        assert_eq!(text.moved_range(&(5..18)), 3..10);
        assert_eq!(text.moved_range(&(3..15)), 3..7);
    }
}
