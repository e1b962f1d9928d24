//! Changing a timeline's YAML in place: what is meant to change, and not a byte more.
//!
//! An edit is worked out from where things stand in the text, so comments, anchors, block scalars, line ends
//! and the curator's own layout stay. What comes out is read back: it has to hold what stood there before and
//! what was added, and nothing else, or nothing is written.
//!
//! ```text
//! text ─tree▶ where things stand ─document▶ Edit ─▶ new text ─tree▶ read back ─file▶ disk
//!                                    ▲
//!                    Value ─layout, scalar▶ lines
//! ```

mod change;
mod document;
mod file;
mod fixes;
mod id;
mod keys;
mod layout;
mod lines;
mod path;
mod refusal;
mod scalar;
#[cfg(test)]
mod tests;
mod tree;
mod value;

pub(crate) use change::Edit;
pub(crate) use document::Document;
pub(crate) use file::{LARGEST, Original, WriteError, create, exchange, read_limited};
pub(crate) use fixes::fix;
pub(crate) use id::free_id;
pub(crate) use keys::{EVENT_KEYS, KEYS, Keys, QUOTE_KEYS, TIMELINE_KEYS};
pub(crate) use layout::item as yaml_item;
pub(crate) use path::Step;
pub(crate) use refusal::Refusal;
pub(crate) use scalar::is_plain_date;
pub(crate) use value::Value;

/// What `new` changes in `old`, as `diff -u` shows it.
pub(crate) fn difference(old: &str, new: &str, name: &str) -> String {
    let old = old.strip_prefix('\u{feff}').unwrap_or(old);
    let new = new.strip_prefix('\u{feff}').unwrap_or(new);
    similar::TextDiff::from_lines(old, new).unified_diff().context_radius(2).header(name, name).to_string()
}
