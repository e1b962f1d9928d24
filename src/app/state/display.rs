//! How everything looks, and what is said of the last key.

use std::borrow::Cow;

use crate::glyphs::Glyphs;
use crate::i18n::Lang;
use crate::standing::Telling;
use crate::theme::{Palette, ThemeName};

/// How everything looks.
#[derive(Debug)]
pub struct Display {
    /// The language of the screen.
    pub lang: Lang,
    /// The colours.
    pub theme: ThemeName,
    pub(crate) glyphs: &'static Glyphs,
    /// A word about the last key, until the next one.
    pub notice: Option<Cow<'static, str>>,
    pub(crate) hint: Hint,
    /// Whether the background of the terminal decides between dark and light: until somebody chooses a theme.
    pub(crate) follows_terminal: bool,
    /// The user's own theme, where there is one.
    pub(crate) own_theme: Option<Palette>,
    /// How much the detail tells of cuts.
    pub(crate) telling: Telling,
}

impl Display {
    /// Takes the theme that suits a terminal with this background, unless one was chosen.
    pub(crate) fn background_is(&mut self, (r, g, b): (u8, u8, u8)) {
        if self.follows_terminal {
            self.theme = ThemeName::for_background(r, g, b);
        }
    }

    pub(crate) fn next_theme(&mut self) {
        self.choose_theme(self.theme.next(self.own_theme));
    }

    /// Takes a theme that somebody chose.
    pub(crate) fn choose_theme(&mut self, theme: ThemeName) {
        self.follows_terminal = false;
        self.theme = theme;
    }
}

/// For how many more keys the hint is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hint(u8);

/// Whoever has pressed so many keys knows how to go on.
const KEYS: u8 = 3;

impl Hint {
    pub(crate) fn new(is_wanted: bool) -> Self {
        Self(if is_wanted { KEYS } else { 0 })
    }

    pub(crate) fn key_pressed(&mut self) {
        self.0 = self.0.saturating_sub(1);
    }

    pub(crate) fn is_shown(self) -> bool {
        self.0 > 0
    }
}
