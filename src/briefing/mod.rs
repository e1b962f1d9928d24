//! A timeline as a talk: its slides, their steps, where the talk is, and the time it takes.
//!
//! Everything is made from the timeline alone: a slide that opens, one for each event, one with the sources. Where a
//! talk is does not depend on the size of a screen, so that the same [`Place`] can be shown on several.

mod blanks;
mod deck;
mod pace;
mod place;
mod selection;
mod slides;
mod timer;

pub use blanks::Blanks;
pub use deck::{Dates, Deck, Slide, Step};
pub use pace::Pace;
pub use place::{Place, Stop, Turn};
pub use selection::{Choice, Selection};
pub use slides::{disputed_claim, key_quote};
pub use timer::{Dial, Timer};
