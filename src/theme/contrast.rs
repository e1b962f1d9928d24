//! How much text stands out from its ground (WCAG 2.2, success criterion 1.4.6).

use super::palette::{Palette, Slot};
use super::xterm;

/// What every theme promises of every text.
pub const PROMISED: f64 = 7.0;

/// A text that stands out less than promised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weak {
    /// The text.
    pub text: Slot,
    /// What lies behind it.
    pub ground: Slot,
    /// How much it stands out, from 1 (not at all) to [`PROMISED`].
    pub ratio: f64,
    /// Whether that is so with xterm's 256 colours only.
    pub only_indexed: bool,
    /// The nearest colour of the text, `0xRRGGBB`, that would do on all its grounds; `None` where none does.
    pub better: Option<u32>,
}

impl Palette {
    /// Every text that stands out less than promised, with the ground that is worst for it; both with 24 bits
    /// and with xterm's 256 colours.
    pub fn weak(&self) -> Vec<Weak> {
        Slot::NAMED.iter().filter_map(|(_, slot)| self.weakness(*slot)).collect()
    }

    fn weakness(&self, text: Slot) -> Option<Weak> {
        let worst = |ratio: fn(&Self, Slot, Slot) -> f64| {
            let ratios = text.grounds().iter().map(|ground| (ratio(self, text, *ground), *ground));
            ratios.filter(|(ratio, _)| *ratio < PROMISED).min_by(|(a, _), (b, _)| a.total_cmp(b))
        };
        let exact = worst(Self::ratio);
        let (ratio, ground) = exact.or_else(|| worst(Self::indexed_ratio))?;
        Some(Weak { text, ground, ratio, only_indexed: exact.is_none(), better: self.better(text) })
    }

    fn ratio(&self, text: Slot, ground: Slot) -> f64 {
        ratio(self.get(text), self.get(ground))
    }

    fn indexed_ratio(&self, text: Slot, ground: Slot) -> f64 {
        let indices = self.indices();
        let shown = |slot| xterm::color(indices.get(slot));
        ratio(shown(text), shown(ground))
    }

    /// The first colour on the way from that of `text` to white or to black that stands out enough.
    fn better(&self, text: Slot) -> Option<u32> {
        let way = |end: u8| (1..=255).map(move |step| mixed(self.get(text), end, step));
        let does = |color: &u32| {
            let changed = self.with(text, *color);
            let enough = |ground: &Slot| {
                changed.ratio(text, *ground).min(changed.indexed_ratio(text, *ground)) >= PROMISED
            };
            text.grounds().iter().all(enough)
        };
        let first = |end| way(end).enumerate().find(|(_, color)| does(color));
        [first(255), first(0)].into_iter().flatten().min_by_key(|(steps, _)| *steps).map(|(_, color)| color)
    }
}

/// `color` with so many 255ths of white (`end` 255) or black (0) in it.
fn mixed(color: u32, end: u8, step: u8) -> u32 {
    let channel = |c: u8| {
        let mix = u16::from(c) * u16::from(255 - step) + u16::from(end) * u16::from(step);
        u8::try_from(mix / 255).unwrap_or(end)
    };
    let [_, r, g, b] = color.to_be_bytes();
    u32::from_be_bytes([0, channel(r), channel(g), channel(b)])
}

/// How much light a colour gives, from 0 (black) to 1 (white).
pub(super) fn luminance(rgb: u32) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let [_, r, g, b] = rgb.to_be_bytes();
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// How much two colours stand out from each other, from 1 to 21.
pub(super) fn ratio(a: u32, b: u32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::super::palette::{DARK, HIGH_CONTRAST, LIGHT};
    use super::*;

    #[test]
    fn every_text_of_a_built_in_theme_stands_out_seven_to_one() {
        for palette in [DARK, LIGHT, HIGH_CONTRAST] {
            assert_eq!(palette.weak(), []);
        }
    }

    #[test]
    fn black_and_white_are_twenty_one_to_one() {
        assert!((ratio(0, 0x00ff_ffff) - 21.0).abs() < 1e-9);
        assert!((ratio(0x0012_3456, 0x0012_3456) - 1.0).abs() < 1e-9);
        // #767676 on white is the grey that just reaches 4.5:1.
        assert!((ratio(0x0076_7676, 0x00ff_ffff) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_weak_text_is_found_with_a_color_that_does() {
        let weak = DARK.with(Slot::Date, 0x0044_6688).weak();
        let [found] = weak.as_slice() else { panic!("{weak:?}") };
        assert_eq!((found.text, found.ground), (Slot::Date, Slot::Raised));
        assert!(found.ratio < 4.0 && !found.only_indexed);
        let better = found.better.unwrap();
        assert_eq!(DARK.with(Slot::Date, better).weak(), []);
        let [_, r, g, b] = better.to_be_bytes();
        assert!(b > g && g > r, "still a blue: {better:06x}");
    }

    #[test]
    fn on_a_middling_ground_no_color_does() {
        let grey = DARK.with(Slot::Ground, 0x0077_7777).with(Slot::Raised, 0x0077_7777);
        let weak = grey.weak();
        assert!(weak.iter().any(|weak| weak.text == Slot::Text));
        assert!(weak.iter().all(|weak| weak.better.is_none()));
    }
}
