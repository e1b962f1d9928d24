//! Lays out anew what changed.

mod axis;
mod briefing;
mod list;
mod panes;
pub(crate) mod reader;

pub(crate) use panes::refresh;
