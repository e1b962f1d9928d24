//! What a timeline is written with, and the schema that tells editors.

mod json;
pub(super) mod keys;

pub use json::schema;
