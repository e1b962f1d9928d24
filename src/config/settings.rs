//! What a user has set.

use crate::briefing::StepTime;
use crate::i18n::Lang;
use crate::keymap::Keymap;
use crate::theme::{ColorChoice, ThemeChoice};

/// What a user has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The language of the screen; `None` where the environment decides.
    pub language: Option<Lang>,
    /// The theme.
    pub theme: ThemeChoice,
    /// Whether the screen is drawn with ASCII alone; `None` where the environment decides.
    pub ascii: Option<bool>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// How many colours are used.
    pub color: ColorChoice,
    /// How long a step of a briefing takes, for planning.
    pub step_time: StepTime,
    /// What keys mean.
    pub keymap: Keymap,
}

impl Default for Config {
    /// What holds where nothing is set.
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::default(),
            ascii: None,
            mouse: true,
            color: ColorChoice::default(),
            step_time: StepTime::default(),
            keymap: Keymap::default(),
        }
    }
}
