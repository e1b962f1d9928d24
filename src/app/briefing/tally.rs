//! What the title slide says of a briefing.

use crate::glyphs::Glyphs;
use crate::i18n::Lang;

use super::words::{EVENTS, STEPS, counted};

/// How long a briefing may last, and what it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) minutes: Option<u32>,
    pub(crate) events: usize,
    /// `None` where there are too many to count.
    pub(crate) steps: Option<usize>,
    /// The minutes it takes where that is more than it may last.
    pub(crate) at_least: Option<usize>,
}

/// `20 min · 7 events · 31 steps`, and how long it takes where that is longer.
pub(crate) fn tally_words(tally: Tally, lang: Lang, glyphs: &Glyphs) -> String {
    let minutes = tally.minutes.map(|minutes| format!("{minutes} min"));
    let at_least = tally.at_least.map(|minutes| match lang {
        Lang::Fr => format!("il y faut {minutes} min"),
        Lang::En => format!("takes {minutes} min"),
    });
    let events = Some(counted(lang, tally.events, EVENTS));
    let steps = tally.steps.map(|steps| counted(lang, steps, STEPS));
    let parts: Vec<String> = [minutes, events, steps, at_least].into_iter().flatten().collect();
    parts.join(&format!(" {} ", glyphs.dot))
}
