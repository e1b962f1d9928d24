//! The colours of a theme, and the palettes that are built in.

use super::xterm;

macro_rules! palette {
    ($($(#[$doc:meta])* $slot:ident $field:ident $name:literal)*) => {
        /// One colour of a palette.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Slot {
            $($(#[$doc])* $slot,)*
        }

        impl Slot {
            /// Every colour with its name in a theme file.
            pub const NAMED: &[(&'static str, Self)] = &[$(($name, Self::$slot)),*];
        }

        /// The colours of a theme as 24-bit numbers, `0xRRGGBB`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Palette {
            $(pub(super) $field: u32,)*
        }

        impl Palette {
            /// The colour in `slot`.
            pub fn get(&self, slot: Slot) -> u32 {
                match slot { $(Slot::$slot => self.$field,)* }
            }

            /// Its colours as the nearest of xterm's 256 that lose no contrast.
            pub(super) const fn indices(&self) -> Indices {
                let ground = xterm::brightness(self.ground);
                Indices([$(xterm::nearest(self.$field, xterm::brightness(self.$field) >= ground)),*])
            }

            /// The palette with another colour, `0xRRGGBB`, in `slot`.
            #[must_use]
            pub fn with(mut self, slot: Slot, color: u32) -> Self {
                match slot { $(Slot::$slot => self.$field = color,)* }
                self
            }
        }
    };
}

palette! {
    /// Behind everything.
    Ground ground "ground"
    /// Behind what is selected.
    Raised raised "raised"
    /// Behind the passage of an article one has come to see.
    PassageGround passage_ground "passage-ground"
    /// Plain text.
    Text text "text"
    /// Text that stands back: sources, notes, what is cut.
    Dim dim "dim"
    /// Lines that carry no words.
    Rule rule "rule"
    /// The names of the timeline, of events and panes.
    Title title "title"
    /// Dates and headings.
    Date date "date"
    /// What is selected, and keys.
    Accent accent "accent"
    /// The words of quotes.
    Quote quote "quote"
    /// A check that held.
    Good good "good"
    /// Something to look at.
    Warn warn "warn"
    /// A quote with words that are not the article's.
    Altered altered "altered"
    /// Something wrong.
    Bad bad "bad"
    /// The passage of an article one has come to see.
    Passage passage "passage"
}

impl Slot {
    /// The colour called `name` in a theme file.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, slot)| *slot)
    }

    /// What lies behind text in this colour; nothing behind colours that no text is in.
    pub fn grounds(self) -> &'static [Self] {
        match self {
            Self::Ground | Self::Raised | Self::PassageGround | Self::Rule => &[],
            Self::Passage => &[Self::PassageGround],
            _ => &[Self::Ground, Self::Raised],
        }
    }
}

impl Palette {
    /// The colours of the dark theme.
    pub const DARK: Self = DARK;

    /// Whether its letters are dark on a light ground.
    pub fn is_light(&self) -> bool {
        xterm::brightness(self.ground) > xterm::brightness(self.text)
    }
}

/// The colours of a palette as entries of xterm's 256. Working them out takes longer than drawing a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Indices([u8; Slot::NAMED.len()]);

impl Indices {
    pub(super) fn get(&self, slot: Slot) -> u8 {
        self.0[slot as usize]
    }
}

pub(super) const DARK: Palette = Palette {
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
    altered: 0x00e7_a8ff,
    bad: 0x00ff_a3a3,
    passage: 0x00ff_f2cc,
};

pub(super) const LIGHT: Palette = Palette {
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
    altered: 0x0067_167f,
    bad: 0x008c_0f14,
    passage: 0x0020_1800,
};

pub(super) const HIGH_CONTRAST: Palette = Palette {
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
    altered: 0x00ff_a0ff,
    bad: 0x00ff_b0b0,
    passage: 0x00ff_ffff,
};
