//! Words on the screen, in French and English.

mod date;
mod export_words;
mod lang;

pub use date::{clock, date, silence, span_words};
pub use export_words::{Counted, ExportWords, SheetWords};
pub use lang::Lang;
