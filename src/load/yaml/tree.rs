//! From a text to its tree, at no more than the text is worth.

use super::node::Node;
use super::{limits, parts, syntax};
use crate::load::diagnostics::Finding;

/// The first document of a text.
#[derive(Debug)]
pub(in crate::load) struct Tree<'a> {
    pub(in crate::load) root: Node<'a>,
    /// Whether more documents follow.
    pub(in crate::load) has_more: bool,
    /// Whether YAML may have changed a number where a text is meant.
    pub(in crate::load) may_have_odd_numbers: bool,
    /// Whether there may be comments behind texts, or anchors.
    pub(in crate::load) may_have_slips: bool,
}

/// The first document of `yaml`.
///
/// # Errors
///
/// The text is not YAML, or would cost too much to read.
pub(in crate::load) fn tree(yaml: &str) -> Result<Tree<'_>, Box<Finding>> {
    let outline = limits::check(yaml)?;
    let may_have_odd_numbers = outline.as_ref().is_none_or(|outline| outline.has_odd_number);
    let may_have_slips = outline.as_ref().is_none_or(|outline| outline.has_comment_after_plain);
    let in_parts = outline.and_then(|outline| parts::parse(yaml, &outline.cuts));
    let (root, has_more) = match in_parts {
        Some(root) => (root, false),
        None => syntax::parse(yaml)?,
    };
    Ok(Tree { root, has_more, may_have_odd_numbers, may_have_slips })
}
