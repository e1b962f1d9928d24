//! What the panes show, from the state.

pub(crate) mod axis;
pub(crate) mod detail;
pub(crate) mod hint;
pub(crate) mod list;
pub(crate) mod menu;
pub(crate) mod picker;
pub(crate) mod problems;
pub(crate) mod reader;
pub(crate) mod results;
pub(crate) mod sources;
pub(crate) mod status;
pub(crate) mod tags;
