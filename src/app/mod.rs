//! The browser without its terminal: what is on the screen and what keys do to it.
//!
//! [`update`] takes a message and changes the [`State`]; it reads no file, asks no clock and draws nothing.
//! What has to happen outside comes back as [`Effect`]s.

mod detail;
mod edit;
mod folding;
mod help;
pub mod layout;
mod list;
mod made;
mod mouse;
mod moves;
pub mod page;
mod problems;
mod quotes;
mod reader;
mod reload;
mod shown;
mod sources;
mod state;
pub mod status;
mod travel;
mod trouble;
mod update;
mod view;

pub use detail::Target;
pub use list::{Columns, MARK, Row, Rows, date_words, indent, silence};
pub use mouse::{Mouse, MouseKind};
pub use moves::row_height;
pub use quotes::{anchor_mark, source_name};
pub use reload::Reloaded;
pub use state::{Options, State};
pub use trouble::Trouble;
pub use update::{Effect, Message, update};
pub use view::{Browse, Pane, Reader, View};
