//! What every page is made from.

use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::load::{Draft, Proof};
use crate::model::Timeline;

/// What every page is made from: the timeline with its articles, what checking it brought to light, the language, the
/// signs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The timeline and its articles.
    pub(crate) draft: &'a Draft,
    /// What checking it brought to light, once that is known.
    pub(crate) proof: Option<&'a Proof>,
    /// The language of the screen.
    pub(crate) lang: Lang,
    pub(crate) glyphs: &'static Glyphs,
}

impl<'a> Context<'a> {
    /// The timeline.
    pub(crate) fn timeline(&self) -> &'a Timeline {
        &self.draft.timeline
    }

    /// The words of the screen.
    pub(crate) fn words(&self) -> &'static Words {
        Words::of(self.lang)
    }
}
