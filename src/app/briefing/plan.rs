//! What a choice comes to: how many presses reveal each step, on the screen that every projector has.

use std::cell::OnceCell;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::app::screen::context::Context;
use crate::app::screen::labels;
use crate::briefing::{
    Choice, Dates, Deck, DeckOptions, Ordering, Reveal, Selection, Slide, SlidePosition, SlideStep, Step,
    StepTime,
};
use crate::glyphs::GlyphSet;
use crate::i18n::Lang;
use crate::load::{Draft, Proof};
use crate::model::Timeline;

use super::areas::Areas;
use super::guesses::{Cover, Guesses};
use super::slides::compose;
use super::slides::context::SlideContext;
use super::slides::letters::Level;
use super::slides::scene::SceneKind;
use super::tally::Tally;
use super::words::{EVENTS, STEPS, counted};

/// The screen that steps are counted for, in columns and rows.
const SCREEN: (u16, u16) = (80, 24);

/// A longer main line than this is not laid out whole to count its steps for the title slide.
const COUNTED: usize = 1000;

/// What a choice comes to, for scripts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Plan {
    pub(crate) depth: &'static str,
    pub(crate) minutes: Option<u32>,
    /// Presses at 80×24 from the title slide to the end.
    pub(crate) steps: usize,
    pub(crate) slides: Vec<PlannedSlide>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PlannedSlide {
    /// The id of its event.
    pub(crate) event: Option<String>,
    pub(crate) title: String,
    /// One for each press.
    #[serde(serialize_with = "by_name")]
    pub(crate) steps: Vec<Step>,
}

fn by_name<S: Serializer>(steps: &[Step], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(steps.iter().map(|step| step.name()))
}

/// What a choice comes to: how deep it is, and what each press of a key reveals.
pub(crate) fn plan(
    (draft, proof): (&Draft, &Proof),
    choice: &Choice,
    dates: Dates,
    pace: StepTime,
    lang: Lang,
) -> Plan {
    let glyphs = GlyphSet::default().glyphs();
    let context = &Context { draft, proof: Some(proof), lang, glyphs };
    let planner = Planner::new(context, dates, pace);
    let selection = planner.select(choice);
    let deck = planner.deck(&selection);
    let mut slides: Vec<PlannedSlide> = Vec::new();
    let mut last = None;
    for step in deck.pressed() {
        if last.replace(step.slide) != Some(step.slide) {
            let event = step.slide.event().map(|event| draft.timeline.events[event].id.clone());
            let title = title(context, step.slide).to_owned();
            slides.push(PlannedSlide { event, title, steps: Vec::new() });
        }
        if let Some(slide) = slides.last_mut() {
            slide.steps.extend(std::iter::repeat_n(step.step, planner.presses(&deck, *step)));
        }
    }
    let steps = slides.iter().map(|slide| slide.steps.len()).sum();
    Plan { depth: selection.depth.name(), minutes: choice.minutes, steps, slides }
}

/// What a slide is called, without its date.
pub(super) fn title<'a>(context: &Context<'a>, slide: Slide) -> &'a str {
    match slide {
        Slide::Opening => labels::title(context.timeline(), context.lang),
        Slide::Event(event) => labels::title_words(&context.timeline().events[event], context.lang),
        Slide::Ordering => context.words().ordering,
        Slide::Sources => context.words().sources,
    }
}

/// Counts the presses that a briefing takes.
pub(super) struct Planner<'a> {
    context: &'a Context<'a>,
    dates: Dates,
    pace: StepTime,
    /// The dates of the timeline, once one of them is covered.
    guesses: OnceCell<Arc<Guesses>>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(context: &'a Context<'a>, dates: Dates, pace: StepTime) -> Self {
        Self { context, dates, pace, guesses: OnceCell::new() }
    }

    /// What of a choice fits into its time.
    pub(super) fn select(&self, choice: &Choice) -> Selection {
        let presses = |deck: &Deck, step| self.presses(deck, step);
        Selection::fit(self.context.timeline(), choice, self.dates, self.pace, presses)
    }

    fn deck(&self, selection: &Selection) -> Deck {
        let options = DeckOptions { dates: self.dates, is_roomy: false };
        Deck::new(self.context.timeline(), selection, options)
    }

    /// What the title slide says of a selection.
    pub(super) fn tally(&self, selection: &Selection) -> Tally {
        let deck = self.deck(selection);
        let pressed = deck.pressed();
        let steps =
            (pressed.len() <= COUNTED).then(|| pressed.iter().map(|step| self.presses(&deck, *step)).sum());
        let room = selection.minutes.map(|minutes| self.pace.steps_in(minutes));
        let too_many = steps.or(Some(pressed.len())).filter(|steps| room.is_some_and(|room| *steps > room));
        Tally {
            minutes: selection.minutes,
            events: deck.slides().filter(|slide| slide.event().is_some()).count(),
            steps,
            at_least: too_many.map(|steps| self.pace.minutes_for(steps)),
        }
    }

    /// How many presses reveal a step, at least one.
    fn presses(&self, deck: &Deck, step: SlideStep) -> usize {
        let Some(areas) = Areas::new(SCREEN) else { return 1 };
        let place = SlidePosition::at(step);
        let Context { draft, proof, lang, glyphs } = *self.context;
        let size = (usize::from(areas.body.width), usize::from(areas.body.height));
        let cover = Cover::at(self.context, deck, place, self.dates, &self.guesses);
        let cover = cover.as_ref();
        let ordering = (step.slide == Slide::Ordering).then(|| ordering(self.context.timeline(), deck, 0));
        let (level, dates, offer) = (Level::default(), self.dates, None);
        let shows_date = cover.is_none_or(|cover| cover.covered.own.is_none());
        let ordering = ordering.as_ref();
        let slide = SlideContext {
            draft,
            proof,
            lang,
            glyphs,
            size,
            level,
            dates,
            shows_date,
            cover,
            offer,
            ordering,
        };
        let fresh = fresh(self.context.timeline(), deck, self.dates, place);
        compose::scene(&slide, step.slide, place.reveal).count(place.reveal, &fresh).max(1)
    }
}

/// The exercise of putting the events of a deck in order.
pub(super) fn ordering(timeline: &Timeline, deck: &Deck, seed: u64) -> Ordering {
    Ordering::new(timeline, deck.slides().filter_map(Slide::event), seed)
}

/// The steps that a place reveals and the one before it did not.
pub(super) fn fresh(timeline: &Timeline, deck: &Deck, dates: Dates, place: SlidePosition) -> Vec<Step> {
    let revealed = place.revealed(timeline, dates);
    let before = place.previous(timeline, deck, dates);
    let before = before.filter(|before| before.slide == place.slide && before.above == place.above);
    let known = before.map(|before| before.revealed(timeline, dates)).unwrap_or_default();
    let kind = SceneKind::of(place.reveal);
    let is_fresh = |step: &Step| SceneKind::of(Reveal::UpTo(*step)) == kind && !known.contains(step);
    let fresh: Vec<Step> = revealed.iter().copied().filter(is_fresh).collect();
    if fresh.is_empty() { place.step().map(|stop| stop.step).into_iter().collect() } else { fresh }
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
        text.extend(["\n", slide.title.as_str(), "\n    ", steps.join(", ").as_str(), "\n"]);
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
        (Step::Answers, Lang::Fr) => "réponses",
        (Step::Sources, Lang::Fr) => "sources",
    }
}
