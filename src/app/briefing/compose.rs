//! A slide, set from what it is made from.

use crate::briefing::{Slide, Step, Stop};
use crate::model::EventIndex;

use super::material::Material;
use super::scene::{Kind, Scene};
use super::sheet::Sheet;
use super::{claims, head, opening, quoted, sources};

/// What a stop of a slide shows.
pub(super) fn scene(material: &Material<'_>, slide: usize, stop: Stop) -> Scene {
    let mut sheet = Sheet::new(material.size, material.level, material.glyphs);
    match (Slide::at(material.timeline(), slide), Kind::of(stop)) {
        (Slide::Opening, _) => opening::set(material, &mut sheet),
        (Slide::Sources, _) => sources::set(material, &mut sheet),
        (Slide::Event(event_index), kind) => event(material, event_index, kind, &mut sheet),
    }
    sheet.finish()
}

fn event(material: &Material<'_>, event: EventIndex, kind: Kind, sheet: &mut Sheet) {
    match kind {
        Kind::Opening | Kind::Head | Kind::Sources => head::set(material, event, sheet),
        Kind::Quote(number) => {
            let quote = material.timeline().events[event].quotes.start + number;
            sheet.step(Step::Quote(number), |sheet| quoted::alone(material, quote, sheet));
        }
        Kind::Claim(number) => {
            sheet.step(Step::Claim(number), |sheet| claims::set(material, event, number, sheet));
        }
        Kind::Questions => head::questions(material, event, sheet),
        Kind::All => {
            head::set(material, event, sheet);
            for quote in material.timeline().events[event].quotes.clone() {
                sheet.gap();
                quoted::among_others(material, quote, None, sheet);
            }
            for claim in 0..material.timeline().events[event].claims.len() {
                sheet.gap();
                claims::set(material, event, claim, sheet);
            }
            sheet.gap();
            head::questions(material, event, sheet);
        }
    }
}
