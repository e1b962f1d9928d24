//! From bytes to nodes, and where a node stands in the text.

mod edit;
mod limits;
mod locate;
pub(super) mod mistake;
mod node;
mod parts;
mod patch;
mod scan;
mod syntax;
mod tree;

pub(super) use edit::{edit, single_quoted};
pub(super) use locate::{locate, stretches};
pub(super) use node::Node;
pub(super) use patch::{Patched, readable};
pub(super) use scan::is_odd_number;
pub(super) use tree::{Tree, tree};
