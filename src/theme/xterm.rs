//! The 256 colours of xterm.

/// The entry of xterm’s colour cube or grey ramp that looks most like `rgb` among those at least as bright
/// (where `up`) or as dark, so that no contrast is lost.
pub(super) const fn nearest(rgb: u32, up: bool) -> u8 {
    let wanted = brightness(rgb);
    let (mut best, mut least) = (if up { 231 } else { 16 }, u32::MAX);
    // Iterators cannot be used in what is worked out while frise is built.
    let mut index = 16;
    loop {
        let other = color(index);
        let keeps = if up { brightness(other) >= wanted } else { brightness(other) <= wanted };
        let distance = distance(rgb, other);
        if keeps && distance < least {
            (best, least) = (index, distance);
        }
        if index == u8::MAX {
            return best;
        }
        index += 1;
    }
}

/// How different two colours look.
const fn distance(one: u32, other: u32) -> u32 {
    let ([_, r, g, b], [_, r2, g2, b2]) = (one.to_be_bytes(), other.to_be_bytes());
    square(r, r2) * 2 + square(g, g2) * 4 + square(b, b2) * 3
}

const fn square(one: u8, other: u8) -> u32 {
    (one.abs_diff(other) as u32).pow(2)
}

/// How bright a colour looks, in ten thousandths (the luma of ITU-R BT.601).
pub(super) const fn brightness(rgb: u32) -> u32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    r as u32 * 2990 + g as u32 * 5870 + b as u32 * 1140
}

/// The colour of entry `index`, 16 to 255, of xterm's palette.
pub(super) const fn color(index: u8) -> u32 {
    let [r, g, b] = if let 232..=255 = index {
        [8 + 10 * (index - 232); 3]
    } else {
        let cube = index.saturating_sub(16);
        [level(cube / 36), level(cube / 6 % 6), level(cube % 6)]
    };
    u32::from_be_bytes([0, r, g, b])
}

/// How bright the `n`th step of an edge of the colour cube is.
const fn level(n: u8) -> u8 {
    if n == 0 { 0 } else { 55 + 40 * n }
}
