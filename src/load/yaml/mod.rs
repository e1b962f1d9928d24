//! From bytes to nodes, and where a node stands in the text.

pub(super) mod limits;
mod locate;
mod node;
pub(super) mod syntax;

pub(super) use locate::locate;
pub(super) use node::Node;
