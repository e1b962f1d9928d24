//! The data of the browser, and what follows from it alone.

pub(crate) mod article_lines;
pub(crate) mod axis;
pub(crate) mod display;
pub(crate) mod filter;
pub(crate) mod find;
pub(crate) mod goto;
pub(crate) mod grouping;
pub(crate) mod history;
pub(crate) mod keys;
pub(crate) mod layout_cache;
pub(crate) mod list;
pub(crate) mod menu;
pub(crate) mod options;
pub(crate) mod overlay;
pub(crate) mod passages;
pub(crate) mod picker;
pub(crate) mod remap;
pub(crate) mod rows;
pub(crate) mod search;
pub(crate) mod selection;
mod state;
pub(crate) mod view;

pub use state::State;
