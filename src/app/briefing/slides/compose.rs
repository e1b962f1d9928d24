//! A slide, set from what it is made from.

use crate::briefing::{Reveal, Slide, Step};
use crate::model::EventIndex;

use super::builder::SlideBuilder;
use super::context::SlideContext;
use super::scene::{Scene, SceneKind};
use super::{claim, head, opening, ordering, quote, sources};

/// What a stop of a slide shows.
pub(crate) fn scene(material: &SlideContext<'_>, slide: Slide, reveal: Reveal) -> Scene {
    let mut sheet = SlideBuilder::new(material.size, material.level, material.glyphs);
    sheet.legend = material.legend();
    match (slide, SceneKind::of(reveal)) {
        (Slide::Opening, _) => opening::set(material, &mut sheet),
        (Slide::Ordering, SceneKind::Answers) => ordering::answers(material, &mut sheet),
        (Slide::Ordering, _) => ordering::set(material, &mut sheet),
        (Slide::Sources, _) => sources::set(material, &mut sheet),
        (Slide::Event(event_index), kind) => event(material, event_index, kind, &mut sheet),
    }
    sheet.finish()
}

fn event(material: &SlideContext<'_>, event: EventIndex, kind: SceneKind, sheet: &mut SlideBuilder) {
    match kind {
        SceneKind::Opening
        | SceneKind::Head
        | SceneKind::Ordering
        | SceneKind::Answers
        | SceneKind::Sources => head::set(material, event, sheet),
        SceneKind::Quote(number) => {
            let quote = material.timeline().events[event].quotes.start + number;
            sheet.step(Step::Quote(number), |sheet| quote::alone(material, quote, sheet));
        }
        SceneKind::Claim(number) => {
            sheet.step(Step::Claim(number), |sheet| claim::set(material, event, number, sheet));
        }
        SceneKind::Questions => head::questions(material, event, sheet),
        SceneKind::All => {
            head::set(material, event, sheet);
            for quote in material.timeline().events[event].quotes.clone() {
                sheet.gap();
                quote::among_others(material, quote, None, sheet);
            }
            for claim in 0..material.timeline().events[event].claims.len() {
                sheet.gap();
                claim::set(material, event, claim, sheet);
            }
            sheet.gap();
            head::questions(material, event, sheet);
        }
    }
}
