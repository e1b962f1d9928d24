//! A claim: what it says, who carries it, who disputes it.

use crate::app::screen::labels::stance_words;
use crate::model::EventIndex;
use crate::role::Role;

use super::builder::SlideBuilder;
use super::context::SlideContext;
use super::letters::Level;
use super::quote;

/// Sets a claim with its quotes, each behind how it stands towards it.
pub(crate) fn set(material: &SlideContext<'_>, event: EventIndex, number: usize, sheet: &mut SlideBuilder) {
    let claim = &material.timeline().events[event].claims[number];
    sheet.paragraph(material.words().claims, Role::Heading);
    sheet.blank(1);
    sheet.heading(&material.text(&claim.says), Role::Title, Level::Large);
    let mut stance = None;
    for quote in claim.quotes.clone() {
        let this = material.timeline().quotes[quote].stance;
        sheet.gap();
        let words = stance_words(this, material.words());
        let is_new = stance.replace(this) != Some(this);
        sheet.keep(|sheet| {
            quote::among_others(material, quote, Some(words).filter(|_| is_new), sheet);
            if let Some(url) = material.url(&material.timeline().quotes[quote]) {
                sheet.address("    ", url);
            }
        });
    }
}
