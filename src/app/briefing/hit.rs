//! From a hit of the search to where the briefing shows it.

use crate::app::screen::context::Context;
use crate::briefing::{PageRef, Slide, SlidePosition, SlideStep, Step};
use crate::model::{EventIndex, QuoteIndex, Timeline};
use crate::search::{Field, Hit, Reason, Target};

use super::state::Briefing;

/// Where a briefing shows what a hit leads to: the step, and the page of it on which the words stand.
pub(crate) fn place_of_hit(
    context: &Context<'_>,
    size: (u16, u16),
    briefing: &Briefing,
    hit: &Hit,
) -> SlidePosition {
    let timeline = context.timeline();
    let reason = hit.reasons.first();
    let deck = &briefing.deck;
    let at = |slide: Slide, step: Step| {
        SlidePosition::at(SlideStep { slide, step }).within(timeline, deck, briefing.dates)
    };
    let place = match hit.target {
        Target::Event(event) => match reason.and_then(|reason| step(timeline, event, reason.field)) {
            Some(step) => at(Slide::Event(event), step),
            None => SlidePosition::begin(timeline, deck, Slide::Event(event), briefing.dates),
        },
        Target::Quote(quote) | Target::Passage { quote: Some(quote), .. } => {
            let found = hit.event(timeline).zip(step_of_quote(timeline, quote));
            found.map_or(briefing.place, |(event, step)| at(Slide::Event(event), step))
        }
        // No slide shows it; its article is named at the end.
        Target::Passage { quote: None, .. } => at(Slide::Sources, Step::Sources),
    };
    let page = reason.and_then(|reason| page(context, size, briefing, place, &words(context, hit, reason)));
    page.map_or(place, |page| SlidePosition { page, ..place })
}

/// The step of an event that shows a text of it, where one does.
fn step(timeline: &Timeline, event: EventIndex, field: Field) -> Option<Step> {
    let found = &timeline.events[event];
    match field {
        Field::Title => Some(Step::Title),
        Field::Summary => Some(Step::Summary),
        Field::Question(number) => Some(Step::Question(number)),
        Field::Claim(number) => Some(Step::Claim(number)),
        Field::Quote(quote) | Field::Translation(quote) | Field::Remark(quote) | Field::Speaker(quote) => {
            step_of_quote(timeline, quote)
        }
        Field::Source(source) | Field::Headline(source) => {
            let mut quotes = found.quotes.clone();
            let quote = quotes.find(|quote| timeline.quotes[*quote].source == Some(source))?;
            step_of_quote(timeline, quote)
        }
        Field::Date | Field::Id | Field::Place(_) | Field::Tag(_) | Field::Notes | Field::Article(_) => None,
    }
}

/// The step that shows a quote; `None` where the hit is of a timeline that has been saved anew without it.
fn step_of_quote(timeline: &Timeline, quote: QuoteIndex) -> Option<Step> {
    let found = timeline.quotes.get(quote)?;
    Some(match found.claim {
        Some(claim) => Step::Claim(claim),
        None => Step::Quote(quote - timeline.events[found.event].quotes.start),
    })
}

/// What to look for on the pages of a step.
fn words(context: &Context<'_>, hit: &Hit, reason: &Reason) -> String {
    match hit.target {
        Target::Passage { source, quote: None, .. } => {
            let title = context.timeline().sources[source].title.as_ref();
            title.map_or_else(String::new, |title| title.best(context.lang.tag()).to_owned())
        }
        _ => {
            reason.highlights.first().map_or_else(String::new, |found| reason.text[found.clone()].to_owned())
        }
    }
}

/// The page of what `place` shows on which `words` stand.
fn page(
    context: &Context<'_>,
    size: (u16, u16),
    briefing: &Briefing,
    place: SlidePosition,
    words: &str,
) -> Option<PageRef> {
    let fresh = briefing.fresh(context.timeline(), place);
    let (of, page) = briefing.with_scene(context, size, place, |scene| {
        (scene.count(place.reveal, &fresh), scene.page_with(place.reveal, &fresh, words))
    })?;
    page.map(|page| PageRef::At { page, of })
}
