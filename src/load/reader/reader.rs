//! What the parts of the reader share: where they are, what they found wrong, and the values every one needs.

use std::collections::BTreeMap;

use super::super::rules::reading::{UNSUPPORTED_TAG, WRONG_TYPE};
use super::super::yaml::Node;
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::did_you_mean;
use crate::load::diagnostics::{Finding, Findings, Path, Step};
use crate::model::{LanguageTag, PlaceIndex, SourceIndex};

/// How many unknown ids and keys are compared with all known ones. Each may cost as much as reading many events.
const SUGGESTIONS: usize = 500;

pub(super) struct Reader {
    /// The way to the value being read.
    pub(super) path: Path,
    pub(super) findings: Findings,
    /// How many more times it may be worked out what was probably meant.
    pub(super) suggestions: usize,
    /// Of plain strings, articles and quotes unless they say otherwise; `und` (BCP 47) where nobody says.
    pub(super) language: LanguageTag,
    /// Every language met in a text.
    pub(super) languages: Vec<LanguageTag>,
    /// By id, with the languages of their articles.
    pub(super) sources: BTreeMap<String, (SourceIndex, LanguageTag)>,
    pub(super) places: BTreeMap<String, PlaceIndex>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            path: Path::new(),
            findings: Findings::default(),
            suggestions: SUGGESTIONS,
            language: LanguageTag::new("und"),
            languages: Vec::new(),
            sources: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }
}

impl Reader {
    /// Reads what lies one step further.
    pub(super) fn at<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let read = read(self);
        self.path.pop();
        read
    }

    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// “did you mean …?”, or `otherwise` where nothing comes near or too many have asked.
    pub(super) fn suggest<'a>(
        suggestions: &mut usize,
        written: &str,
        candidates: impl IntoIterator<Item = &'a str>,
        otherwise: &str,
    ) -> String {
        let left = suggestions.checked_sub(1);
        *suggestions = left.unwrap_or_default();
        left.and_then(|_| did_you_mean(written, candidates)).unwrap_or_else(|| otherwise.to_owned())
    }

    /// A finding on the value being read.
    pub(super) fn on(&self, rule: &'static Rule, message: impl Into<String>) -> Finding {
        Finding::on(rule, self.path.clone(), message)
    }

    /// The value without its tag.
    pub(super) fn untagged<'n>(&mut self, node: Node<'n>) -> Node<'n> {
        let Node::Tagged(tag, value) = node else { return node };
        let message = format!("the tag `!{tag}` means nothing in a timeline");
        let finding = self.on(&UNSUPPORTED_TAG, message);
        self.report(finding.help("take the tag out, or put the text in quotes if it begins with `!`"));
        self.untagged(*value)
    }

    /// Reports that a value is not what is meant here.
    pub(super) fn wrong(&mut self, meant: &str, found: &Node<'_>) {
        let help = match found {
            Node::Null => "write one, or take the key out".to_owned(),
            Node::Bool(_) | Node::Float(_) if meant == "a text" => "put it in quotes".to_owned(),
            Node::List(_) if meant == "a text" => "write one text, without brackets and dashes".to_owned(),
            _ => format!("write {meant}"),
        };
        let message = format!("here {meant} is meant, not {}", found.kind());
        let finding = self.on(&WRONG_TYPE, message).label(format!("this is {}", found.kind())).help(help);
        self.report(finding);
    }

    /// The items of a list. A single value where a list is meant is reported and read as its only item.
    pub(super) fn list<'n>(&mut self, node: Node<'n>) -> Vec<Node<'n>> {
        match self.untagged(node) {
            Node::List(items) => items,
            node => {
                self.wrong("a list", &node);
                if node == Node::Null { Vec::new() } else { vec![node] }
            }
        }
    }

    /// Reads every item of a list with `read`.
    pub(super) fn each<'n, T>(
        &mut self,
        node: Node<'n>,
        mut read: impl FnMut(&mut Self, usize, Node<'n>) -> T,
    ) -> Vec<T> {
        let items = self.list(node).into_iter().enumerate();
        items.map(|(index, item)| self.at(Step::Item(index), |reader| read(reader, index, item))).collect()
    }

    /// A string. What YAML takes for a number or a truth value is reported, and kept as near as can be.
    pub(super) fn string(&mut self, node: Node<'_>) -> Option<String> {
        match self.untagged(node) {
            // Block scalars end with a line end that nobody means.
            Node::Text(text) => Some(match text.trim_end_matches(['\n', '\r']) {
                trimmed if trimmed.len() < text.len() => trimmed.to_owned(),
                _ => text.into_owned(),
            }),
            Node::Int(digits) => Some(digits),
            node => {
                self.wrong("a text", &node);
                match node {
                    Node::Bool(value) => Some(value.to_string()),
                    Node::Float(value) => Some(value.to_string()),
                    _ => None,
                }
            }
        }
    }
}
