//! What is wrong, and where in the tree: cheap to note, located only when someone wants to see it.

use std::ops::Range;

use super::problem::Excerpt;
use super::rule::Rule;

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

/// Something wrong with a timeline.
#[derive(Clone, Debug)]
pub(in crate::load) struct Finding {
    /// The rule that is broken.
    pub(in crate::load) rule: &'static Rule,
    /// What is wrong, without a full stop.
    pub(in crate::load) message: String,
    /// The few words beside the caret; may be empty.
    pub(in crate::load) label: String,
    /// What to do about it.
    pub(in crate::load) help: Option<String>,
    /// Where.
    pub(in crate::load) spot: Spot,
    /// Passages that bear on it.
    pub(in crate::load) more: Vec<Excerpt>,
}

impl Finding {
    pub(in crate::load) fn new(rule: &'static Rule, spot: Spot, message: impl Into<String>) -> Self {
        Self { rule, message: message.into(), label: String::new(), help: None, spot, more: Vec::new() }
    }

    /// About a whole value.
    pub(in crate::load) fn on(rule: &'static Rule, path: Path, message: impl Into<String>) -> Self {
        Self::new(rule, Spot::Node(path, Part::Value), message)
    }

    /// About the key that leads to a value.
    pub(in crate::load) fn on_key(rule: &'static Rule, path: Path, message: impl Into<String>) -> Self {
        Self::new(rule, Spot::Node(path, Part::Key), message)
    }

    /// About a stretch of a value's text, in Unicode scalars.
    pub(in crate::load) fn within(
        rule: &'static Rule,
        path: Path,
        stretch: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self::new(rule, Spot::Node(path, Part::Within(stretch)), message)
    }

    #[must_use]
    pub(in crate::load) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    #[must_use]
    pub(in crate::load) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub(in crate::load) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    #[must_use]
    pub(in crate::load) fn more(mut self, excerpts: impl IntoIterator<Item = Excerpt>) -> Self {
        self.more.extend(excerpts);
        self
    }
}

/// How many findings of one timeline are kept.
const KEPT: usize = 10_000;

/// What is wrong with a timeline; of very many findings, the first, and how many more there are.
#[derive(Clone, Debug, Default)]
pub(in crate::load) struct Findings {
    pub(in crate::load) kept: Vec<Finding>,
    pub(in crate::load) left_out: usize,
}

impl Findings {
    pub(in crate::load) fn push(&mut self, finding: Finding) {
        if self.kept.len() < KEPT {
            self.kept.push(finding);
        } else {
            self.left_out += 1;
        }
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

/// `path` and one step more.
pub(in crate::load) fn to(path: &[Step], step: Step) -> Path {
    let mut longer = path.to_vec();
    longer.push(step);
    longer
}
