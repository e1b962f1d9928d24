//! What a briefing comes to, and what lies below a slide, in words.

use crate::briefing::{Below, Step};
use crate::glyphs::Glyphs;
use crate::i18n::{self, Lang};

use super::plan::{Plan, Tally};

/// `2 quotes`, with the word for one and for several in both languages; `None` for none.
fn some(lang: Lang, number: usize, [fr_one, fr_other, en_one, en_other]: [&str; 4]) -> Option<String> {
    (number > 0).then(|| counted(lang, number, [fr_one, fr_other, en_one, en_other]))
}

fn counted(lang: Lang, number: usize, [fr_one, fr_other, en_one, en_other]: [&str; 4]) -> String {
    match lang {
        Lang::Fr => i18n::count(lang, number, fr_one, fr_other),
        Lang::En => i18n::count(lang, number, en_one, en_other),
    }
}

const EVENTS: [&str; 4] = ["événement", "événements", "event", "events"];
const STEPS: [&str; 4] = ["étape", "étapes", "step", "steps"];

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

/// A plan for people to read: what it comes to, and each slide with its steps.
pub(crate) fn plan_text(plan: &Plan, lang: Lang) -> String {
    let minutes = plan.minutes.map(|minutes| format!("{minutes} min"));
    let events = plan.slides.iter().filter(|slide| slide.event.is_some()).count();
    let head = [
        Some(plan.depth.to_owned()),
        minutes,
        Some(counted(lang, events, EVENTS)),
        Some(counted(lang, plan.steps, STEPS)),
    ];
    let mut text = head.into_iter().flatten().collect::<Vec<_>>().join(" · ") + "\n";
    for slide in &plan.slides {
        let steps: Vec<&str> = slide.steps.iter().map(|step| step_name(*step, lang)).collect();
        text += &format!("\n{}\n    {}\n", slide.title, steps.join(", "));
    }
    text
}

fn step_name(step: Step, lang: Lang) -> &'static str {
    match (step, lang) {
        (_, Lang::En) => step.name(),
        (Step::Opening, Lang::Fr) => "ouverture",
        (Step::Date, Lang::Fr) => "date",
        (Step::Title, Lang::Fr) => "titre",
        (Step::Summary, Lang::Fr) => "résumé",
        (Step::Quote(_), Lang::Fr) => "citation",
        (Step::Claim(_), Lang::Fr) => "affirmation",
        (Step::Question(_), Lang::Fr) => "question",
        (Step::Ordering, Lang::Fr) => "mise en ordre",
        (Step::Sources, Lang::Fr) => "sources",
    }
}
