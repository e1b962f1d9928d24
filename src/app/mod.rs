//! The browser without its terminal: what is on the screen and what keys do to it.
//!
//! [`update`] takes a message and changes the [`State`]; it reads no file, asks no clock and draws nothing.
//! What has to happen outside comes back as [`Effect`]s.

mod answer;
pub mod briefing;
mod change;
mod handlers;
mod message;
mod open;
pub(crate) mod pages;
mod refresh;
pub mod screen;
pub(crate) mod state;
mod update;

pub use answer::{answer, corpus};
pub use change::{FileChange, Unwritten};
pub use message::{Answer, Answers, Effect, Message, Mouse, MouseKind, Notice, Question, Wanted};
pub use open::open;
pub use pages::axis::{axis_columns, axis_ends, axis_view, axis_windows, drawn_axis, event_at, place_of};
pub use pages::reader::open_article;
pub use pages::status::offers;
pub use screen::layout::{MenuKind, Pane};
pub use state::State;
pub use state::axis::Viewport;
pub use state::grouping::{Grouping, Heading};
pub use state::options::Options;
pub use state::overlay::Overlay;
pub use state::remap::Reloaded;
pub use state::rows::Row;
pub use state::view::{BrowseView, ReaderView, View};
pub use update::update;
