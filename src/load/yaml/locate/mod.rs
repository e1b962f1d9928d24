//! Where things stand in the YAML: from ways through the tree to lines and columns.
//!
//! `serde_yaml` keeps no positions, and reading must not pay for them. So a second, event-level parser runs
//! over the text, and only when there is a problem to show.

mod place;
mod scalar;
mod targets;

pub(in crate::load) use place::{Place, locate, stretches};
