//! Words on the screen, in French and English.

mod lang;

pub use lang::Lang;
