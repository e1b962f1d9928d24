//! What a message changes. A handler says what is left to be done, and runs no command itself.

pub(crate) mod axis;
pub(crate) mod briefing;
pub(crate) mod clipboard;
pub(crate) mod editor;
pub(crate) mod filter;
pub(crate) mod find;
pub(crate) mod folding;
pub(crate) mod goto;
pub(crate) mod keyboard;
pub(crate) mod marks;
pub(crate) mod menu;
pub(crate) mod mouse;
pub(crate) mod movement;
pub(crate) mod navigation;
pub(crate) mod overlay;
pub(crate) mod picker;
pub(crate) mod reload;
pub(crate) mod remote;
pub(crate) mod search;
pub(crate) mod selection;
