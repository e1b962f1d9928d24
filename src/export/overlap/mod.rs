//! What articles share, for people and for scripts.

mod json;
mod text;

pub use json::write as write_json;
pub use text::write as write_text;
