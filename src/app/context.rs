//! What every page is made from.

use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::load::{Draft, Proof};
use crate::model::Timeline;

/// What every page is made from: the timeline with its articles, what checking it brought to light, the language, the
/// signs.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The timeline and its articles.
    pub draft: &'a Draft,
    /// What checking it brought to light, once that is known.
    pub proof: Option<&'a Proof>,
    /// The language of the screen.
    pub lang: Lang,
    /// The signs.
    pub glyphs: &'static Glyphs,
}

impl<'a> Context<'a> {
    /// The timeline.
    pub fn timeline(&self) -> &'a Timeline {
        &self.draft.timeline
    }

    /// The words of the screen.
    pub fn words(&self) -> &'static Words {
        Words::of(self.lang)
    }
}
