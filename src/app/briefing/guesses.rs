//! What must not be said while a class guesses dates.

use std::borrow::Cow;

use crate::briefing::DateRedactor;
use crate::model::{EventIndex, Timeline};

/// What stands where a date was.
const BLANK: &str = "???";

/// The dates that a class guesses one after the other.
#[derive(Debug)]
pub(crate) struct Guesses(DateRedactor);

impl Guesses {
    /// Those of the events of `timeline`.
    pub(crate) fn new(timeline: &Timeline) -> Self {
        Self(DateRedactor::of(timeline.events.iter().map(|event| &event.date)))
    }

    /// `text` without what gives the date of an event away, in any form people write it, and without the years of those
    /// from `since` on, which are not known yet.
    pub(crate) fn hide<'t>(&self, text: &'t str, event: EventIndex, since: EventIndex) -> Cow<'t, str> {
        let found = self.0.find_telling(text, event, since);
        if found.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut out = text.to_owned();
        // From the end, so that what is before stays where it is.
        found.into_iter().rev().for_each(|range| out.replace_range(range, BLANK));
        Cow::Owned(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Dating};

    #[test]
    fn what_is_known_stays_and_what_will_be_guessed_is_hidden() {
        let dates =
            ["194X", "1961", "1996", "2024-06-19"].map(|date| Dating::Dated(Date::parse(date).unwrap()));
        let guesses = Guesses(DateRedactor::of(&dates));
        for (text, event, expected) in [
            ("à la fin des années 1940", 0, "à la fin des ???"),
            ("Le traité de 1961, annulé en 1996", 2, "Le traité de 1961, annulé en ???"),
            ("avant le 19 juin 2024, en juin", 2, "avant le ???, en juin"),
            ("Le 19 juin, en juin, 24 ans après 1996", 3, "Le ???, en ???, 24 ans après 1996"),
            ("19610 hommes", 1, "19610 hommes"),
        ] {
            assert_eq!(guesses.hide(text, event, event), expected);
        }
        assert_eq!(guesses.hide("Le traité de 1961", 2, 1), "Le traité de ???");
    }
}
