//! The theme of the screen, and what is wrong with the settings.

use crate::command::Command;
use crate::theme::{Palette, ThemeName};

use super::state::State;

/// What decides about the theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Whether it follows the background of the terminal: until somebody chooses one.
    pub(super) follows_terminal: bool,
    /// The user's own theme, where there is one.
    pub(super) own: Option<Palette>,
}

impl State {
    /// Whether the background of the terminal decides between dark and light.
    pub fn follows_terminal(&self) -> bool {
        self.look.follows_terminal
    }

    /// Takes the theme that suits a terminal with this background, unless one was chosen.
    pub fn background_is(&mut self, (r, g, b): (u8, u8, u8)) {
        if self.look.follows_terminal {
            self.theme = ThemeName::for_background(r, g, b);
        }
    }

    pub(super) fn next_theme(&mut self) {
        self.choose_theme(self.theme.next(self.look.own));
    }

    /// Takes a theme that somebody chose.
    pub(super) fn choose_theme(&mut self, theme: ThemeName) {
        self.look.follows_terminal = false;
        self.theme = theme;
    }

    /// Says what is wrong with the settings, as far as one line can.
    pub(super) fn tell_of_settings(&mut self) {
        let Some(first) = self.settings_problems.first() else { return };
        let place =
            format!("{}:{}", first.at.file.rsplit(['/', '\\']).next().unwrap_or_default(), first.at.line);
        let more = match self.keymap.first_name(Command::Problems, self.lang, self.glyphs) {
            Some(key) => format!(" {} {key} {}", self.glyphs.dot, self.words().problems),
            None => String::new(),
        };
        self.say(
            crate::visible::line(&format!("{place}: {}{more}", first.message.in_language(self.lang)))
                .into_owned(),
        );
    }
}
