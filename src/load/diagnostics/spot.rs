//! Ways to a value of the YAML, and the parts of it that something can be said of.

use std::ops::Range;

/// One step from a value of the YAML to a value inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::load) enum Step {
    /// To the value of the first pair with this key.
    Key(&'static str),
    /// To an item of a list, or to the value of a pair of a mapping, counted from 0.
    Item(usize),
}

/// The way from the root of the YAML to a value.
pub(in crate::load) type Path = Vec<Step>;

/// The part of a value that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) enum Part {
    /// The key that leads to it.
    Key,
    /// The value; of a mapping or a list, where it begins.
    Value,
    /// A stretch of its text, in Unicode scalars.
    Within(Range<usize>),
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) enum Spot {
    /// A value of the YAML, or a part of one.
    Node(Path, Part),
    /// Bytes of the file.
    Bytes(Range<usize>),
}

/// `path` and one step more.
pub(in crate::load) fn to(path: &[Step], step: Step) -> Path {
    let mut longer = path.to_vec();
    longer.push(step);
    longer
}
