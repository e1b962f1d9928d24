//! Semantic roles to styles.
//!
//! A theme paints its own background: only so can it promise that every text stands out from it, whatever
//! the terminal's own colours are. The promise is 7:1 (WCAG 2.2, success criterion 1.4.6), computed in a
//! test.

use ratatui::style::{Color, Modifier, Style};

use crate::role::Role;

/// How many colours the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// 24 bits.
    True,
    /// The 256 of xterm.
    Indexed,
    /// The 16 of old.
    Basic,
    /// None; only bold, dim, underlined and reversed.
    None,
}

impl Depth {
    /// What the environment says: `NO_COLOR` (no-color.org), `COLORTERM`, `TERM`.
    pub fn from_env(get: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| get(name).is_some_and(|value| !value.is_empty());
        let term = get("TERM").unwrap_or_default();
        let colorterm = get("COLORTERM").unwrap_or_default();
        match () {
            () if is_set("NO_COLOR") || term == "dumb" => Self::None,
            () if matches!(&*colorterm, "truecolor" | "24bit") || term.ends_with("-direct") => Self::True,
            () if term.contains("256color") => Self::Indexed,
            () if term.is_empty() => Self::None,
            () => Self::Basic,
        }
    }
}

/// A theme by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground, for projectors in bright rooms.
    Light,
    /// White and yellow on black.
    HighContrast,
}

impl ThemeName {
    /// Every theme, in the order in which the screen goes through them.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::HighContrast];

    /// The one for a terminal whose background has this colour: letters as far from it as they can be. Half of
    /// what the eye takes for the way from black to white is a luminance of 18 percent.
    pub fn for_background(r: u8, g: u8, b: u8) -> Self {
        let linear = |channel: u8| (f64::from(channel) / 255.0).powf(2.2);
        let luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        if luminance > 0.18 { Self::Light } else { Self::Dark }
    }

    /// The next one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::HighContrast,
            Self::HighContrast => Self::Dark,
        }
    }
}

/// Styles for every role at the depth of a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    palette: &'static Palette,
    depth: Depth,
}

/// The colours of a theme as 24-bit numbers.
#[derive(Debug)]
struct Palette {
    ground: u32,
    raised: u32,
    passage_ground: u32,
    text: u32,
    dim: u32,
    rule: u32,
    title: u32,
    date: u32,
    accent: u32,
    quote: u32,
    good: u32,
    warn: u32,
    bad: u32,
    passage: u32,
}

static DARK: Palette = Palette {
    ground: 0x0014_161b,
    raised: 0x0023_2730,
    passage_ground: 0x004a_3a10,
    text: 0x00e4_e6eb,
    dim: 0x00ba_bfca,
    rule: 0x004a_5060,
    title: 0x00ff_ffff,
    date: 0x008e_cbff,
    accent: 0x00ff_c857,
    quote: 0x00f3_e7cf,
    good: 0x0092_e39a,
    warn: 0x00ff_be76,
    bad: 0x00ff_a3a3,
    passage: 0x00ff_f2cc,
};

static LIGHT: Palette = Palette {
    ground: 0x00fc_fbf8,
    raised: 0x00ec_e8df,
    passage_ground: 0x00ff_e9a8,
    text: 0x001c_1e23,
    dim: 0x0046_4b55,
    rule: 0x00b3_aea2,
    title: 0x0000_0000,
    date: 0x0000_3f7d,
    accent: 0x0085_2e00,
    quote: 0x0033_2a18,
    good: 0x000c_4a14,
    warn: 0x0063_3a00,
    bad: 0x008c_0f14,
    passage: 0x0020_1800,
};

static HIGH_CONTRAST: Palette = Palette {
    ground: 0x0000_0000,
    raised: 0x0020_2020,
    passage_ground: 0x0000_2a66,
    text: 0x00ff_ffff,
    dim: 0x00e0_e0e0,
    rule: 0x00a0_a0a0,
    title: 0x00ff_ffff,
    date: 0x00a8_e0ff,
    accent: 0x00ff_ff00,
    quote: 0x00ff_ffff,
    good: 0x007d_ff8a,
    warn: 0x00ff_d070,
    bad: 0x00ff_b0b0,
    passage: 0x00ff_ffff,
};

impl Theme {
    /// The theme called `name` at the depth of a terminal.
    pub fn new(name: ThemeName, depth: Depth) -> Self {
        let palette = match name {
            ThemeName::Dark => &DARK,
            ThemeName::Light => &LIGHT,
            ThemeName::HighContrast => &HIGH_CONTRAST,
        };
        Self { palette, depth }
    }

    /// The style of the whole screen.
    pub fn ground(&self) -> Style {
        let p = self.palette;
        match self.depth {
            Depth::True | Depth::Indexed => Style::new().fg(self.color(p.text)).bg(self.color(p.ground)),
            // The terminal's own colours are the only pair it promises to be readable.
            Depth::Basic | Depth::None => Style::new(),
        }
    }

    /// What a selected row adds to the style of its text.
    pub fn selected(&self) -> Style {
        match self.depth {
            Depth::True | Depth::Indexed => Style::new().bg(self.color(self.palette.raised)),
            Depth::Basic | Depth::None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// What is lifted off the screen adds to the ground.
    pub fn raised(&self) -> Style {
        match self.depth {
            Depth::True | Depth::Indexed => Style::new().bg(self.color(self.palette.raised)),
            Depth::Basic | Depth::None => Style::new(),
        }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        let style = Style::new().add_modifier(modifier(role));
        match self.depth {
            Depth::True | Depth::Indexed => self.colored(style, role),
            Depth::Basic => basic(style, role),
            Depth::None => plain(style, role),
        }
    }

    fn colored(&self, style: Style, role: Role) -> Style {
        let p = self.palette;
        let fore = match role {
            Role::Text | Role::OtherPassage => p.text,
            Role::Dim | Role::Source | Role::Cut => p.dim,
            Role::Rule => p.rule,
            Role::Title => p.title,
            Role::Date | Role::Heading => p.date,
            Role::Accent | Role::Key | Role::Match => p.accent,
            Role::Quote => p.quote,
            Role::Good => p.good,
            Role::Warn => p.warn,
            Role::Bad => p.bad,
            Role::Passage => return style.fg(self.color(p.passage)).bg(self.color(p.passage_ground)),
        };
        style.fg(self.color(fore))
    }

    fn color(&self, rgb: u32) -> Color {
        let [_, r, g, b] = rgb.to_be_bytes();
        match self.depth {
            Depth::True => Color::Rgb(r, g, b),
            _ => Color::Indexed(nearest(rgb, brightness(rgb) >= brightness(self.palette.ground))),
        }
    }
}

fn modifier(role: Role) -> Modifier {
    match role {
        Role::Title | Role::Accent | Role::Heading | Role::Passage | Role::Key => Modifier::BOLD,
        Role::Match => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::OtherPassage => Modifier::UNDERLINED,
        Role::Cut => Modifier::CROSSED_OUT,
        _ => Modifier::empty(),
    }
}

fn basic(style: Style, role: Role) -> Style {
    match role {
        Role::Date | Role::Heading => style.fg(Color::Cyan),
        Role::Accent | Role::Warn | Role::Key | Role::Match => style.fg(Color::Yellow),
        Role::Good => style.fg(Color::Green),
        Role::Bad => style.fg(Color::Red),
        Role::Passage => style.add_modifier(Modifier::REVERSED),
        _ => style,
    }
}

fn plain(style: Style, role: Role) -> Style {
    match role {
        Role::Passage => style.add_modifier(Modifier::REVERSED),
        _ => style,
    }
}

/// The entry of xterm’s colour cube or grey ramp that looks most like `rgb` among those at least as bright
/// (where `up`) or as dark, so that no contrast is lost.
fn nearest(rgb: u32, up: bool) -> u8 {
    let [_, r, g, b] = rgb.to_be_bytes();
    let distance = |index: u8| {
        let [_, r2, g2, b2] = indexed(index).to_be_bytes();
        let square = |a: u8, b: u8| (i32::from(a) - i32::from(b)).pow(2);
        square(r, r2) * 2 + square(g, g2) * 4 + square(b, b2) * 3
    };
    let wanted = brightness(rgb);
    (16..=255)
        .filter(|index| {
            if up { brightness(indexed(*index)) >= wanted } else { brightness(indexed(*index)) <= wanted }
        })
        .min_by_key(|index| distance(*index))
        .unwrap_or(if up { 231 } else { 16 })
}

/// How bright a colour looks, in ten thousandths (the luma of ITU-R BT.601).
fn brightness(rgb: u32) -> u32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    u32::from(r) * 2990 + u32::from(g) * 5870 + u32::from(b) * 1140
}

/// The colour of entry `index`, 16 to 255, of xterm's palette.
fn indexed(index: u8) -> u32 {
    let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    let [r, g, b] = if let 232..=255 = index {
        [8 + 10 * (index - 232); 3]
    } else {
        let cube = index.saturating_sub(16);
        [level(cube / 36), level(cube / 6 % 6), level(cube % 6)]
    };
    u32::from_be_bytes([0, r, g, b])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color) -> f64 {
        let rgb = match color {
            Color::Rgb(r, g, b) => u32::from_be_bytes([0, r, g, b]),
            Color::Indexed(index) => indexed(index),
            other => panic!("{other:?} has no known luminance"),
        };
        let [_, r, g, b] = rgb.to_be_bytes();
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_stands_out_seven_to_one() {
        let mut weak = Vec::new();
        for name in ThemeName::ALL {
            for depth in [Depth::True, Depth::Indexed] {
                let theme = Theme::new(name, depth);
                let grounds = [theme.ground().bg, theme.selected().bg];
                for role in Role::ALL.into_iter().filter(|role| *role != Role::Rule) {
                    let style = theme.style(role);
                    let own = style.bg.map_or(grounds.to_vec(), |bg| vec![Some(bg)]);
                    for ground in own.into_iter().flatten() {
                        let ratio = contrast(style.fg.unwrap(), ground);
                        if ratio < 7.0 {
                            weak.push(format!("{name:?} {depth:?} {role:?} on {ground:?}: {ratio:.2}"));
                        }
                    }
                }
            }
        }
        assert_eq!(weak, Vec::<String>::new());
    }

    #[test]
    fn the_environment_tells_the_depth() {
        let depth = |vars: &[(&str, &str)]| {
            Depth::from_env(|name| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
        };
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Indexed);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Basic);
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]), Depth::None);
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]), Depth::Indexed);
        assert_eq!(depth(&[("TERM", "dumb")]), Depth::None);
        assert_eq!(depth(&[]), Depth::None);
    }

    #[test]
    fn the_background_tells_dark_from_light() {
        for ((r, g, b), expected) in [
            ((0, 0, 0), ThemeName::Dark),
            ((30, 30, 46), ThemeName::Dark),
            ((0, 43, 54), ThemeName::Dark),
            ((0, 0, 255), ThemeName::Dark),
            ((253, 246, 227), ThemeName::Light),
            ((255, 255, 255), ThemeName::Light),
            ((160, 160, 160), ThemeName::Light),
        ] {
            assert_eq!(ThemeName::for_background(r, g, b), expected, "{r} {g} {b}");
        }
    }
}
