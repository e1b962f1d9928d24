//! frise: a terminal timeline browser that proves its quotes.

pub mod app;
pub mod axis;
pub mod command;
pub mod evidence;
pub mod glyphs;
pub mod i18n;
pub mod keymap;
pub mod load;
pub mod model;
pub mod role;
pub mod search;
pub mod theme;
pub mod tui;
pub mod ui;
pub mod visible;
pub mod wrap;
