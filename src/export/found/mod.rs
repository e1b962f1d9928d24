//! What a search found, for people and for scripts.

mod answer;
mod json;
mod text;

pub use answer::Answer;
pub use json::write as write_json;
pub use text::{Marks, write as write_text};
