//! The browser without its terminal: what is on the screen and what keys do to it.
//!
//! [`update`] takes a message and changes the [`State`]; it reads no file, asks no clock and draws nothing.
//! What has to happen outside comes back as [`Effect`]s.

pub mod briefing;
mod detail;
mod edit;
mod filter;
mod find;
mod folding;
mod goto;
mod grouping;
mod help;
mod hint;
mod hits;
mod jump;
pub mod layout;
mod list;
mod look;
mod made;
mod menu;
mod mouse;
mod moves;
mod overlay;
pub mod page;
mod place;
mod problems;
mod prompt;
mod quotes;
mod reader;
mod reload;
mod searching;
mod shown;
mod sources;
mod state;
pub mod status;
mod take;
mod travel;
mod trouble;
mod update;
mod view;
mod zoom;

pub use detail::Target;
pub use filter::{Filter, Filtering};
pub use find::Find;
pub use goto::{Away, Found, GoTo};
pub use grouping::{Grouping, Heading};
pub use list::{Columns, MARK, Row, Rows, date_words, indent, silence, title_words};
pub use menu::{Menu, MenuKind};
pub use mouse::{Mouse, MouseKind};
pub use overlay::Overlay;
pub use place::row_height;
pub use prompt::Prompt;
pub use quotes::{anchor_mark, source_name};
pub use reader::{Bar, Note, Opened};
pub use reload::Reloaded;
pub use searching::{Answer, Answers, Hits, Question, Search, Wanted, answer, corpus};
pub use state::{Options, State};
pub use trouble::Trouble;
pub use update::{Effect, Message, update};
pub use view::{Browse, Pane, Reader, View};
pub use zoom::AxisView;
