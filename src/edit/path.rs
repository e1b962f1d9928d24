//! The way to a value.

use super::tree::{Data, Shape};

/// A step on the way to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// What stands under a key.
    Key(&'a str),
    /// An item of a list, from 0.
    Item(usize),
}

impl Step<'_> {
    pub(super) fn name(&self) -> String {
        match self {
            Step::Key(key) => (*key).to_owned(),
            Step::Item(index) => (index + 1).to_string(),
        }
    }
}

/// The value at `path`.
pub(super) fn descend<'d>(data: &'d mut Data, path: &[Step<'_>]) -> Option<&'d mut Data> {
    path.iter().try_fold(data, |data, step| match (step, &mut data.shape) {
        (Step::Key(key), Shape::Map(pairs)) => pairs.iter_mut().find_map(|(name, value)| {
            matches!(&name.shape, Shape::Scalar { text, .. } if text == key).then_some(value)
        }),
        (Step::Item(index), Shape::List(items)) => items.get_mut(*index),
        _ => None,
    })
}
