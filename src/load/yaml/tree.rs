//! From a text to its tree, at no more than the text is worth.

use super::node::Node;
use super::{limits, parts, syntax};
use crate::load::diagnostics::Finding;

/// The first document of `yaml`, and whether there are more.
///
/// # Errors
///
/// The text is not YAML, or would cost too much to read.
pub(in crate::load) fn tree(yaml: &str) -> Result<(Node<'_>, bool), Box<Finding>> {
    let outline = limits::check(yaml)?;
    if let Some(root) = outline.and_then(|outline| parts::parse(yaml, &outline.cuts)) {
        return Ok((root, false));
    }
    syntax::parse(yaml)
}
