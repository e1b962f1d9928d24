//! A timeline as a briefing: its slides, their steps, where the briefing is, and the time it takes.
//!
//! Everything is made from the timeline alone: a slide that opens, one for each event, one with the sources. Where a
//! briefing is does not depend on the size of a screen, so that the same [`SlidePosition`] can be shown on several.

mod covered;
mod deck;
mod fit;
mod ordering;
mod pace;
mod place;
mod redactor;
mod screen;
mod selection;
mod step;
mod timer;

pub use covered::Covered;
pub use deck::{Below, Deck, DeckOptions, DeckPosition};
pub use ordering::{NamedOrdering, Ordering, Verdict};
pub use pace::{Pace, StepTime};
pub use place::{PageRef, Reveal, SlidePosition};
pub use redactor::DateRedactor;
pub use screen::ScreenKind;
pub use selection::{Choice, NamedSelection, Selection};
pub use step::{Dates, Slide, SlideStep, Step, disputed_claim, key_quote, steps};
pub use timer::{ClockMode, Timer};

#[cfg(test)]
mod tests;
