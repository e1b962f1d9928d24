//! From bytes to nodes, and where a node stands in the text.

mod limits;
mod locate;
mod node;
mod parts;
mod scan;
mod syntax;
mod tree;

pub(super) use locate::locate;
pub(super) use node::Node;
pub(super) use tree::tree;
