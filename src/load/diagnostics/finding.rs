//! What is wrong, and where in the tree: cheap to note, located only when someone wants to see it.

use std::ops::Range;

use super::fix::{Applicability, Change, Proposal};
use super::localized::{Localized, said};
use super::problem::Excerpt;
use super::rule::Rule;
use super::spot::{Part, Path, Spot};

/// Something wrong with a timeline.
#[derive(Clone, Debug)]
pub(in crate::load) struct Finding {
    /// The rule that is broken.
    pub(in crate::load) rule: &'static Rule,
    /// What is wrong, without a full stop.
    pub(in crate::load) message: Localized,
    /// The few words beside the caret; may be empty.
    pub(in crate::load) label: Localized,
    /// What to do about it.
    pub(in crate::load) help: Option<Localized>,
    /// Where.
    pub(in crate::load) spot: Spot,
    /// Passages that bear on it.
    pub(in crate::load) more: Vec<Excerpt>,
    /// What could be written instead.
    pub(in crate::load) fixes: Vec<Proposal>,
}

impl Finding {
    pub(in crate::load) fn new(rule: &'static Rule, spot: Spot, message: impl Into<Localized>) -> Self {
        Self {
            rule,
            message: message.into(),
            label: Localized::default(),
            help: None,
            spot,
            more: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// About a whole value.
    pub(in crate::load) fn on(rule: &'static Rule, path: Path, message: impl Into<Localized>) -> Self {
        Self::new(rule, Spot::Node(path, Part::Value), message)
    }

    /// About the key that leads to a value.
    pub(in crate::load) fn on_key(rule: &'static Rule, path: Path, message: impl Into<Localized>) -> Self {
        Self::new(rule, Spot::Node(path, Part::Key), message)
    }

    /// About a stretch of a value's text, in Unicode scalars.
    pub(in crate::load) fn within(
        rule: &'static Rule,
        path: Path,
        stretch: Range<usize>,
        message: impl Into<Localized>,
    ) -> Self {
        Self::new(rule, Spot::Node(path, Part::Within(stretch)), message)
    }

    #[must_use]
    pub(in crate::load) fn label(mut self, label: impl Into<Localized>) -> Self {
        self.label = label.into();
        self
    }

    #[must_use]
    pub(in crate::load) fn help(mut self, help: impl Into<Localized>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Another way to write what the finding is about.
    #[must_use]
    pub(in crate::load) fn fix(
        self,
        applicability: Applicability,
        message: impl Into<Localized>,
        change: Change,
    ) -> Self {
        let spot = self.spot.clone();
        self.fix_at(spot, applicability, message, change)
    }

    /// A change elsewhere that puts it right.
    #[must_use]
    pub(in crate::load) fn fix_at(
        mut self,
        spot: Spot,
        applicability: Applicability,
        message: impl Into<Localized>,
        change: Change,
    ) -> Self {
        self.fixes.push(Proposal { message: message.into(), applicability, spot, change });
        self
    }

    /// The text that was probably meant.
    #[must_use]
    pub(in crate::load) fn probably(self, text: &str) -> Self {
        self.text(Applicability::MaybeIncorrect, text)
    }

    /// The only text that can be meant.
    #[must_use]
    pub(in crate::load) fn surely(self, text: &str) -> Self {
        self.text(Applicability::MachineApplicable, text)
    }

    fn text(self, applicability: Applicability, text: &str) -> Self {
        let change = Change::Text(text.to_owned());
        self.fix(applicability, said!(en: "write `{text}`", fr: "écrire `{text}`"), change)
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
