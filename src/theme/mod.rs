//! Semantic roles to styles.
//!
//! A theme paints its own background: only so can it promise that every text stands out from it, whatever
//! the terminal's own colours are. The promise is 7:1 ([`PROMISED`]), computed in a test. With 16 colours or
//! none the terminal's own colours are all there is, and the contrast is the terminal's.

mod contrast;
mod depth;
mod palette;
mod xterm;

use ratatui::style::{Color, Modifier, Style};

pub use contrast::{PROMISED, Weak};
pub use depth::{ColorChoice, Depth};
pub use palette::{Palette, Slot};

use crate::role::Role;
use palette::Indices;

/// Which theme the screen is drawn in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground, for projectors in bright rooms.
    Light,
    /// White and yellow on black.
    HighContrast,
    /// The terminal's own colours: bold, underlined, reversed, and nothing else.
    Plain,
    /// The user's own.
    Own(Palette),
}

impl ThemeName {
    /// Every built-in theme with its name on the command line and in the configuration, in the order in which
    /// the screen goes through them.
    pub const BUILT_IN: [(&'static str, Self); 4] = [
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("high-contrast", Self::HighContrast),
        ("plain", Self::Plain),
    ];

    /// The built-in theme called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, theme)| *theme)
    }

    /// The theme that suits a terminal with this background.
    pub fn for_background(r: u8, g: u8, b: u8) -> Self {
        let ground = u32::from_be_bytes([0, r, g, b]);
        if contrast::ratio(ground, 0) > contrast::ratio(ground, 0x00ff_ffff) {
            Self::Light
        } else {
            Self::Dark
        }
    }

    /// The next one; the user's `own`, where there is one, comes after the built-in ones.
    #[must_use]
    pub const fn next(self, own: Option<Palette>) -> Self {
        match (self, own) {
            (Self::Dark, _) => Self::Light,
            (Self::Light, _) => Self::HighContrast,
            (Self::HighContrast, _) => Self::Plain,
            (Self::Plain, Some(palette)) => Self::Own(palette),
            (Self::Plain, None) | (Self::Own(_), _) => Self::Dark,
        }
    }

    /// Its colours; none where it uses the terminal's own.
    pub const fn palette(self) -> Option<Palette> {
        match self {
            Self::Dark => Some(palette::DARK),
            Self::Light => Some(palette::LIGHT),
            Self::HighContrast => Some(palette::HIGH_CONTRAST),
            Self::Plain => None,
            Self::Own(palette) => Some(palette),
        }
    }
}

/// Which theme the browser opens in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Dark or light, as the background of the terminal is; until that is known, this one.
    Auto(ThemeName),
    /// This one.
    Fixed(ThemeName),
}

impl Default for ThemeChoice {
    fn default() -> Self {
        Self::Auto(ThemeName::default())
    }
}

impl ThemeChoice {
    /// The theme as long as nothing is known of the terminal.
    pub fn first(self) -> ThemeName {
        match self {
            Self::Auto(theme) | Self::Fixed(theme) => theme,
        }
    }
}

/// Styles for every role at the depth of a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colors: Colors,
}

/// The colours there are to draw with.
#[derive(Clone, Copy, Debug)]
enum Colors {
    /// Those of a palette, with 24 bits.
    True(Palette),
    /// Those of a palette, as near as xterm's 256 come.
    Indexed(Indices),
    /// The terminal's own sixteen, on a light or a dark ground.
    Basic { on_light: bool },
    /// None.
    None,
}

impl Theme {
    /// The theme called `name` at the depth of a terminal.
    pub fn new(name: ThemeName, depth: Depth) -> Self {
        let colors = match (name.palette(), depth) {
            (None, _) | (_, Depth::None) => Colors::None,
            (Some(palette), Depth::True) => Colors::True(palette),
            (Some(palette), Depth::Indexed) => Colors::Indexed(match name {
                // Known while frise is built.
                ThemeName::Dark => const { palette::DARK.indices() },
                ThemeName::Light => const { palette::LIGHT.indices() },
                ThemeName::HighContrast => const { palette::HIGH_CONTRAST.indices() },
                ThemeName::Plain | ThemeName::Own(_) => palette.indices(),
            }),
            (Some(palette), Depth::Basic) => Colors::Basic { on_light: palette.is_light() },
        };
        Self { colors }
    }

    /// The style of the whole screen.
    pub fn ground(&self) -> Style {
        match self.pair(Slot::Text, Slot::Ground) {
            Some((text, ground)) => Style::new().fg(text).bg(ground),
            // The terminal's own colours are the only pair it promises to be readable.
            None => Style::new(),
        }
    }

    /// The style of a screen that shows nothing, whatever the theme.
    pub fn black(&self) -> Style {
        match self.colors {
            Colors::True(_) => Style::new().bg(Color::Rgb(0, 0, 0)),
            // Behind the sixteen that a terminal may call as it likes.
            Colors::Indexed(_) => Style::new().bg(Color::Indexed(16)),
            Colors::Basic { .. } => Style::new().bg(Color::Black),
            Colors::None => Style::new(),
        }
    }

    /// What a selected row adds to the style of its text.
    pub fn selected(&self) -> Style {
        match self.color(Slot::Raised) {
            Some(raised) => Style::new().bg(raised),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// What is lifted off the screen adds to the ground.
    pub fn raised(&self) -> Style {
        self.color(Slot::Raised).map_or_else(Style::new, |raised| Style::new().bg(raised))
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        let style = Style::new().add_modifier(modifier(role));
        match (self.colors, role) {
            (Colors::True(_) | Colors::Indexed(_), Role::Passage) => {
                let (text, ground) = self.pair(Slot::Passage, Slot::PassageGround).unwrap_or_default();
                style.fg(text).bg(ground)
            }
            // The passage turned over: a hyphen has little to show a colour with.
            (Colors::True(_) | Colors::Indexed(_), Role::Join) => {
                let (text, ground) = self.pair(Slot::PassageGround, Slot::Passage).unwrap_or_default();
                style.fg(text).bg(ground)
            }
            (Colors::True(_) | Colors::Indexed(_), Role::MatchHere) => {
                let (text, ground) = self.pair(Slot::Ground, Slot::Accent).unwrap_or_default();
                style.fg(text).bg(ground)
            }
            (Colors::True(_) | Colors::Indexed(_), _) => style.fg(self.color(slot(role)).unwrap_or_default()),
            (Colors::Basic { .. } | Colors::None, Role::Passage | Role::MatchHere) => {
                style.add_modifier(Modifier::REVERSED)
            }
            (Colors::Basic { on_light }, _) => basic(style, role, on_light),
            (Colors::None, _) => style,
        }
    }

    fn pair(&self, text: Slot, ground: Slot) -> Option<(Color, Color)> {
        Some((self.color(text)?, self.color(ground)?))
    }

    /// A colour of the palette; none where the terminal's own are used.
    fn color(&self, slot: Slot) -> Option<Color> {
        match self.colors {
            Colors::True(palette) => {
                let [_, r, g, b] = palette.get(slot).to_be_bytes();
                Some(Color::Rgb(r, g, b))
            }
            Colors::Indexed(indices) => Some(Color::Indexed(indices.get(slot))),
            Colors::Basic { .. } | Colors::None => None,
        }
    }
}

fn slot(role: Role) -> Slot {
    match role {
        Role::Text | Role::Article | Role::OtherPassage => Slot::Text,
        Role::Dim | Role::Source | Role::Cut => Slot::Dim,
        Role::Rule => Slot::Rule,
        Role::Title => Slot::Title,
        Role::Date | Role::Heading => Slot::Date,
        Role::Accent | Role::Key | Role::Match | Role::MatchHere => Slot::Accent,
        Role::Quote => Slot::Quote,
        Role::Good => Slot::Good,
        Role::Warn => Slot::Warn,
        Role::Altered | Role::Change => Slot::Altered,
        Role::Bad => Slot::Bad,
        Role::Passage | Role::Join => Slot::Passage,
    }
}

fn modifier(role: Role) -> Modifier {
    match role {
        Role::Title | Role::Accent | Role::Heading | Role::Passage | Role::Join | Role::Key => Modifier::BOLD,
        Role::Match | Role::MatchHere => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::OtherPassage | Role::Change => Modifier::UNDERLINED,
        Role::Cut => Modifier::CROSSED_OUT,
        _ => Modifier::empty(),
    }
}

/// With sixteen colours: those that can be read on black, or on white, wherever we looked.
fn basic(style: Style, role: Role, on_light: bool) -> Style {
    let either = |dark, light| style.fg(if on_light { light } else { dark });
    match role {
        Role::Date | Role::Heading => either(Color::Cyan, Color::Blue),
        Role::Accent | Role::Warn | Role::Key | Role::Match | Role::Join => {
            either(Color::Yellow, Color::Magenta)
        }
        Role::Altered | Role::Change => either(Color::LightMagenta, Color::LightRed),
        Role::Good => style.fg(Color::Green),
        Role::Bad => style.fg(Color::Red),
        _ => style,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_takes_its_colors_from_the_palette() {
        for (name, theme) in ThemeName::BUILT_IN.into_iter().filter(|(name, _)| *name != "plain") {
            let palette = theme.palette().unwrap();
            for (_, slot) in Slot::NAMED {
                let changed = Theme::new(ThemeName::Own(palette.with(*slot, 0x00ab_cdef)), Depth::True);
                let theme = Theme::new(theme, Depth::True);
                let differs = |role: Role| theme.style(role) != changed.style(role);
                let is_used = Role::ALL.into_iter().any(differs)
                    || theme.ground() != changed.ground()
                    || theme.selected() != changed.selected();
                assert!(is_used, "{slot:?} of {name} is nowhere seen");
            }
        }
    }

    #[test]
    fn plain_and_none_have_no_colors_at_all() {
        for theme in [Theme::new(ThemeName::Plain, Depth::True), Theme::new(ThemeName::Dark, Depth::None)] {
            let styles = Role::ALL.map(|role| theme.style(role));
            for style in styles.into_iter().chain([theme.ground(), theme.selected()]) {
                assert_eq!((style.fg, style.bg), (None, None));
            }
        }
    }

    #[test]
    fn sixteen_colors_suit_the_ground() {
        let style = |name| Theme::new(name, Depth::Basic).style(Role::Accent).fg;
        assert_eq!(style(ThemeName::Dark), Some(Color::Yellow));
        assert_eq!(style(ThemeName::Light), Some(Color::Magenta));
    }

    #[test]
    fn the_background_chooses_the_theme() {
        for ((r, g, b), expected) in [
            ((0, 0, 0), ThemeName::Dark),
            ((0x28, 0x2c, 0x34), ThemeName::Dark),
            ((0, 0x2b, 0x36), ThemeName::Dark),
            ((255, 255, 255), ThemeName::Light),
            ((0xfd, 0xf6, 0xe3), ThemeName::Light),
        ] {
            assert_eq!(ThemeName::for_background(r, g, b), expected, "{r} {g} {b}");
        }
    }

    #[test]
    fn one_goes_through_all_themes_and_comes_back() {
        let own = palette::DARK.with(Slot::Text, 0);
        for (own, count) in [(None, 4), (Some(own), 5)] {
            let mut seen = vec![ThemeName::Dark];
            while seen.len() <= 9 && (seen.len() == 1 || seen.last() != seen.first()) {
                seen.push(seen[seen.len() - 1].next(own));
            }
            assert_eq!(seen.len(), count + 1);
            assert_eq!(seen.contains(&ThemeName::Own(palette::DARK.with(Slot::Text, 0))), own.is_some());
        }
    }
}
