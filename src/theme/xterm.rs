//! The 256 colours of xterm.

/// The entry of xterm’s colour cube or grey ramp that looks most like `rgb` among those at least as bright
/// (where `up`) or as dark, so that no contrast is lost.
pub(super) fn nearest(rgb: u32, up: bool) -> u8 {
    let [_, r, g, b] = rgb.to_be_bytes();
    let distance = |index: u8| {
        let [_, r2, g2, b2] = color(index).to_be_bytes();
        let square = |a: u8, b: u8| (i32::from(a) - i32::from(b)).pow(2);
        square(r, r2) * 2 + square(g, g2) * 4 + square(b, b2) * 3
    };
    let wanted = brightness(rgb);
    (16..=255)
        .filter(
            |index| {
                if up { brightness(color(*index)) >= wanted } else { brightness(color(*index)) <= wanted }
            },
        )
        .min_by_key(|index| distance(*index))
        .unwrap_or(if up { 231 } else { 16 })
}

/// How bright a colour looks, in ten thousandths (the luma of ITU-R BT.601).
pub(super) fn brightness(rgb: u32) -> u32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    u32::from(r) * 2990 + u32::from(g) * 5870 + u32::from(b) * 1140
}

/// The colour of entry `index`, 16 to 255, of xterm's palette.
pub(super) fn color(index: u8) -> u32 {
    let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    let [r, g, b] = if let 232..=255 = index {
        [8 + 10 * (index - 232); 3]
    } else {
        let cube = index.saturating_sub(16);
        [level(cube / 36), level(cube / 6 % 6), level(cube % 6)]
    };
    u32::from_be_bytes([0, r, g, b])
}
