//! A timeline as a briefing: its slides, their steps, where the briefing is, and the time it takes.
//!
//! Everything is made from the timeline alone: a slide that opens, one for each event, one with the sources. Where a
//! briefing is does not depend on the size of a screen, so that the same [`SlidePosition`] can be shown on several.

mod deck;
mod pace;
mod place;
mod redactor;
mod screen;
mod selection;
mod timer;

pub use deck::{Dates, Deck, Slide, Step};
pub use pace::Pace;
pub use place::{PageRef, Reveal, SlidePosition};
pub use redactor::DateRedactor;
pub use screen::ScreenKind;
pub use selection::{Choice, Selection, key_quote};
pub use timer::{ClockMode, Timer};
