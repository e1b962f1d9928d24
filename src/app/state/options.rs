//! With what the browser opens.

use std::sync::Arc;

use crate::app::briefing::Start;
use crate::briefing::StepTime;
use crate::glyphs::GlyphSet;
use crate::i18n::Lang;
use crate::keymap::Keymap;
use crate::load::Problem;
use crate::model::EventIndex;
use crate::theme::{Palette, ThemeChoice};

/// With what the browser opens.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of the screen.
    pub lang: Lang,
    /// The colours.
    pub theme: ThemeChoice,
    /// The user's own theme, where there is one.
    pub own_theme: Option<Palette>,
    /// The signs.
    pub glyphs: GlyphSet,
    /// What keys mean.
    pub keymap: Keymap,
    /// What is wrong with the settings.
    pub problems: Arc<[Problem]>,
    /// Whether somebody who has never seen the browser is told how to go on.
    pub hint: bool,
    /// The event to begin with.
    pub event: Option<EventIndex>,
    /// How long a step of a briefing takes, for planning.
    pub step_time: StepTime,
    /// How the briefing begins, where it is not the browser that opens.
    pub briefing: Option<Start>,
}
