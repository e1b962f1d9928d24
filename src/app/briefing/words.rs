//! Counted words of a briefing.

use crate::briefing::Below;
use crate::glyphs::Glyphs;
use crate::i18n::{self, Lang};

/// `2 quotes`, with the word for one and for several in both languages; `None` for none.
fn some(lang: Lang, number: usize, [fr_one, fr_other, en_one, en_other]: [&str; 4]) -> Option<String> {
    (number > 0).then(|| counted(lang, number, [fr_one, fr_other, en_one, en_other]))
}

pub(super) fn counted(lang: Lang, number: usize, [fr_one, fr_other, en_one, en_other]: [&str; 4]) -> String {
    match lang {
        Lang::Fr => i18n::count(lang, number, fr_one, fr_other),
        Lang::En => i18n::count(lang, number, en_one, en_other),
    }
}

pub(super) const EVENTS: [&str; 4] = ["événement", "événements", "event", "events"];
pub(super) const STEPS: [&str; 4] = ["étape", "étapes", "step", "steps"];

/// What lies below a slide: `↓ 2 quotes · 1 claim`; empty where nothing does.
pub(crate) fn below_words(below: Below, lang: Lang, glyphs: &Glyphs) -> String {
    let parts = [
        some(lang, below.quotes, ["citation", "citations", "quote", "quotes"]),
        some(lang, below.claims, ["affirmation", "affirmations", "claim", "claims"]),
        some(lang, below.questions, ["question", "questions", "question", "questions"]),
        some(lang, below.events, ["sous-événement", "sous-événements", "subevent", "subevents"]),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let dot = format!(" {} ", glyphs.dot);
    if parts.is_empty() { String::new() } else { format!("{} {}", glyphs.below, parts.join(&dot)) }
}

/// The same where there is little room: `↓ 3`.
pub(crate) fn below_sign(below: Below, glyphs: &Glyphs) -> String {
    let Below { quotes, claims, questions, events } = below;
    match quotes + claims + questions + events {
        0 => String::new(),
        number => format!("{} {number}", glyphs.below),
    }
}
