//! Keys to commands.
//!
//! A key is written `j`, `G`, `Ctrl-d`, `Alt-x`, `Shift-Tab`, `F2`, or by its name (`Enter`, `Esc`, `Down`,
//! `PageDown`, `Space`, …); several letters together, as in `gg`, are pressed one after the other, and `{a-z}` at
//! their end stands for any letter.

mod map;
mod overrides;

pub use map::{ANY_LETTER, Code, Key, Keymap, Meaning};
pub use overrides::{Clash, Overrides};
