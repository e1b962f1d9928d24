//! What a choice comes to: how many presses reveal each step, on the screen that every projector has.

use serde::{Serialize, Serializer};

use crate::app::screen::context::Context;
use crate::app::screen::labels;
use crate::briefing::{
    Choice, Dates, Deck, DeckOptions, Reveal, Selection, Slide, SlidePosition, SlideStep, Step, StepTime,
};
use crate::glyphs::GlyphSet;
use crate::i18n::Lang;
use crate::load::{Draft, Proof};
use crate::model::{Depth, Timeline};

use super::areas::Areas;
use super::slides::compose;
use super::slides::context::SlideContext;
use super::slides::letters::Level;
use super::slides::scene::SceneKind;

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

/// What the title slide says of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) minutes: Option<u32>,
    pub(crate) depth: Depth,
    pub(crate) events: usize,
    /// `None` where there are too many to count.
    pub(crate) steps: Option<usize>,
    /// The minutes it takes where that is more than it may last.
    pub(crate) at_least: Option<usize>,
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
    let timeline = context.timeline();
    let selection = select(context, choice, dates, pace);
    let deck = Deck::new(timeline, &selection, DeckOptions { dates, is_roomy: false });
    let mut slides: Vec<PlannedSlide> = Vec::new();
    let mut last = None;
    for step in deck.pressed() {
        if last.replace(step.slide) != Some(step.slide) {
            slides.push(PlannedSlide {
                event: step.slide.event().map(|event| timeline.events[event].id.clone()),
                title: title(context, step.slide).to_owned(),
                steps: Vec::new(),
            });
        }
        if let Some(slide) = slides.last_mut() {
            let presses = presses(context, &deck, dates, *step);
            slide.steps.extend(std::iter::repeat_n(step.step, presses));
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

/// What the title slide says of a selection.
pub(super) fn tally(context: &Context<'_>, selection: &Selection, dates: Dates, pace: StepTime) -> Tally {
    let deck = Deck::new(context.timeline(), selection, DeckOptions { dates, is_roomy: false });
    let pressed = deck.pressed();
    let count = |step: &SlideStep| presses(context, &deck, dates, *step);
    let steps = (pressed.len() <= COUNTED).then(|| pressed.iter().map(count).sum());
    let room = selection.minutes.map(|minutes| pace.steps_in(minutes));
    let too_many = steps.or(Some(pressed.len())).filter(|steps| room.is_some_and(|room| *steps > room));
    Tally {
        minutes: selection.minutes,
        depth: selection.depth,
        events: deck.slides().filter(|slide| slide.event().is_some()).count(),
        steps,
        at_least: too_many.map(|steps| pace.minutes_for(steps)),
    }
}

/// What of a choice fits into its time.
pub(super) fn select(context: &Context<'_>, choice: &Choice, dates: Dates, pace: StepTime) -> Selection {
    let presses = |deck: &Deck, step| presses(context, deck, dates, step);
    Selection::fit(context.timeline(), choice, dates, pace, presses)
}

/// How many presses reveal a step, at least one.
fn presses(context: &Context<'_>, deck: &Deck, dates: Dates, step: SlideStep) -> usize {
    let Some(areas) = Areas::new(SCREEN) else { return 1 };
    let place = SlidePosition::at(step);
    let Context { draft, proof, lang, glyphs } = *context;
    let size = (usize::from(areas.body.width), usize::from(areas.body.height));
    let level = Level::default();
    let slide = SlideContext {
        draft,
        proof,
        lang,
        glyphs,
        size,
        level,
        dates,
        shows_date: true,
        guesses: None,
        offer: None,
    };
    let fresh = fresh(context.timeline(), deck, dates, place);
    compose::scene(&slide, step.slide, place.reveal).count(place.reveal, &fresh).max(1)
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
    if fresh.is_empty() { place.stop().map(|stop| stop.step).into_iter().collect() } else { fresh }
}
