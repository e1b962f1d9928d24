//! What is drawn stands out from its ground, in every theme (WCAG 2.2).

use frise::app::Options;
use frise::theme::{Depth, ThemeChoice, ThemeName};
use ratatui::style::Color;

use crate::support::{browser_with, builtin, press, screen};

/// How much a text stands out, and a sign that is none.
const TEXT: f64 = 7.0;
const SIGN: f64 = 4.5;

/// Lines that say nothing, which may stand back.
const RULES: &str = "─│┴┄┃╰╯";

/// Where each key leads.
const WAYS: [&str; 13] = [
    "",
    "j",
    "Enter",
    "Enter j",
    "o",
    "s",
    "!",
    "?",
    ":",
    "/ c o r e e",
    "f v i s i t e",
    "z G",
    "t 1 9 9 6",
];

/// How much one colour stands out from another.
pub(crate) fn contrast(one: Color, other: Color) -> f64 {
    let luminance = |color: Color| {
        let Color::Rgb(r, g, b) = color else { panic!("{color:?} has no known look") };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn whatever_is_drawn_stands_out_in_every_theme() {
    let draft = builtin();
    let (_, themes) = ThemeName::BUILT_IN.split_last().expect("the last one is the terminal's own");
    for (name, theme) in themes {
        for keys in WAYS {
            let options = Options { theme: ThemeChoice::Fixed(*theme), ..Options::default() };
            let mut state = browser_with(&draft, options, (200, 50));
            press(&mut state, keys);
            for cell in &screen::buffer(&state, Depth::True).content {
                let sign = cell.symbol();
                let least = match sign.chars().next() {
                    Some(c) if c.is_alphanumeric() => TEXT,
                    Some(c) if !c.is_whitespace() && !RULES.contains(c) => SIGN,
                    _ => continue,
                };
                let ratio = contrast(cell.fg, cell.bg);
                assert!(
                    ratio >= least,
                    "{name} after {keys:?}: {sign:?} {:?} on {:?} is {ratio}",
                    cell.fg,
                    cell.bg
                );
            }
        }
    }
}
