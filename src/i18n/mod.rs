//! Words on the screen, in French and English.

mod date;
mod export_words;
mod handout_words;
mod lang;
mod no_matches;
mod standing_words;
mod words;

pub use date::{Unit, Wording, clock, date, date_refusal, decade, period, silence, span_words, tick};
pub use export_words::{Counted, ExportWords, Field, SheetWords};
pub use handout_words::HandoutWords;
pub use lang::Lang;
pub use no_matches::no_matches;
pub use standing_words::StandingWords;
pub use words::{Words, count};
