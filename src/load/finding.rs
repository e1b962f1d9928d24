//! What is wrong, and where in the tree: cheap to note, located only when someone wants to see it.

use std::ops::Range;

use super::problem::Excerpt;
use super::rules::Rule;

/// One step from a value of the YAML to a value inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// To the value of the first pair with this key.
    Key(&'static str),
    /// To an item of a list, or to the value of a pair of a mapping, counted from 0.
    Item(usize),
}

/// The way from the root of the YAML to a value.
pub(super) type Path = Vec<Step>;

/// The part of a value that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The key that leads to it.
    Key,
    /// The value; of a mapping or a list, where it begins.
    Value,
    /// A stretch of its text, in Unicode scalars.
    Within(Range<usize>),
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// A value of the YAML, or a part of one.
    Node(Path, Part),
    /// Bytes of the file.
    Bytes(Range<usize>),
}

/// Something wrong with a timeline.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The rule that is broken.
    pub(super) rule: &'static Rule,
    /// What is wrong, without a full stop.
    pub(super) message: String,
    /// The few words beside the caret; may be empty.
    pub(super) label: String,
    /// What to do about it.
    pub(super) help: Option<String>,
    /// Where.
    pub(super) spot: Spot,
    /// Passages that bear on it.
    pub(super) more: Vec<Excerpt>,
}

impl Finding {
    pub(super) fn new(rule: &'static Rule, spot: Spot, message: impl Into<String>) -> Self {
        Self { rule, message: message.into(), label: String::new(), help: None, spot, more: Vec::new() }
    }

    /// About a whole value.
    pub(super) fn on(rule: &'static Rule, path: Path, message: impl Into<String>) -> Self {
        Self::new(rule, Spot::Node(path, Part::Value), message)
    }

    /// About the key that leads to a value.
    pub(super) fn on_key(rule: &'static Rule, path: Path, message: impl Into<String>) -> Self {
        Self::new(rule, Spot::Node(path, Part::Key), message)
    }

    /// About a stretch of a value's text, in Unicode scalars.
    pub(super) fn within(
        rule: &'static Rule,
        path: Path,
        stretch: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self::new(rule, Spot::Node(path, Part::Within(stretch)), message)
    }

    #[must_use]
    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub(super) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    #[must_use]
    pub(super) fn more(mut self, excerpts: impl IntoIterator<Item = Excerpt>) -> Self {
        self.more.extend(excerpts);
        self
    }
}

/// How many findings of one timeline are kept.
const KEPT: usize = 10_000;

/// What is wrong with a timeline; of very many findings, the first, and how many more there are.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    pub(super) kept: Vec<Finding>,
    pub(super) left_out: usize,
}

impl Findings {
    pub(super) fn push(&mut self, finding: Finding) {
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
pub(super) fn to(path: &[Step], step: Step) -> Path {
    let mut longer = path.to_vec();
    longer.push(step);
    longer
}
