//! Words on the screen, in French and English.

mod date;
mod lang;

pub use date::{clock, date, silence, span_words};
pub use lang::Lang;
