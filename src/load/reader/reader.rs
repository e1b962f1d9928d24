//! What the parts of the reader share: where they are, what they found wrong, and the values every one needs.

use std::collections::BTreeMap;

use super::super::rules::reading::{UNSUPPORTED_TAG, WRONG_TYPE};
use super::super::yaml::{Node, single_quoted};
use super::guess::SUGGESTIONS;
use crate::load::diagnostics::{
    Allowance, Applicability, Change, Finding, Findings, Localized, Path, Rule, Step, said,
};
use crate::model::{LanguageTag, PlaceIndex, SourceIndex};

/// What a value is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    Text,
    List,
    Number,
    Flag,
}

impl Meant {
    /// In English and in French.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("a text", "un texte"),
            Self::List => ("a list", "une liste"),
            Self::Number => ("a number", "un nombre"),
            Self::Flag => ("true or false", "true ou false"),
        }
    }
}

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
    /// What may be broken, and where.
    pub(super) allowances: Vec<Allowance>,
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
            allowances: Vec::new(),
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

    /// A finding on the value being read.
    pub(super) fn on(&self, rule: &'static Rule, message: impl Into<Localized>) -> Finding {
        Finding::on(rule, self.path.clone(), message)
    }

    /// The value without its tag.
    pub(super) fn untagged<'n>(&mut self, node: Node<'n>) -> Node<'n> {
        let Node::Tagged(tag, value) = node else { return node };
        let message = said!(
            en: "the tag `!{tag}` means nothing in a timeline",
            fr: "l’étiquette `!{tag}` ne veut rien dire dans une frise",
        );
        let finding = self.on(&UNSUPPORTED_TAG, message);
        self.report(finding.help(said!(
            en: "take the tag out, or put the text in quotation marks if it begins with `!`",
            fr: "retirez l’étiquette, ou mettez entre guillemets droits un texte qui commence par `!`",
        )));
        self.untagged(*value)
    }

    /// Reports that a value is not what is meant here.
    pub(super) fn wrong(&mut self, meant: Meant, found: &Node<'_>) {
        let (meant_en, meant_fr) = meant.words();
        let (kind, kind_fr) = found.kind();
        let message =
            said!(en: "here {meant_en} is meant, not {kind}", fr: "il faut ici {meant_fr}, pas {kind_fr}");
        let finding = self.on(&WRONG_TYPE, message).label(said!(en: "this is {kind}", fr: "c’est {kind_fr}"));
        let in_quotes = || said!(en: "put it in quotation marks", fr: "mettez-le entre guillemets droits");
        let finding = match (meant, found) {
            (_, Node::Null) => {
                finding.help(said!(en: "write one, or take the key out", fr: "écrivez-en un ou retirez la clé"))
            }
            (Meant::Text, Node::Bool(_) | Node::Float(_)) => {
                finding.help(in_quotes()).fix(Applicability::MachineApplicable, in_quotes(), Change::Quote)
            }
            (Meant::Text, Node::List(_)) => finding
                .help(said!(
                    en: "write one text, without brackets and dashes; a text that begins with `[` stands in '…'",
                    fr: "écrivez un seul texte, sans crochets ni tirets\u{a0}; un texte qui commence par `[` se met entre '…'",
                ))
                .fix(Applicability::MaybeIncorrect, in_quotes(), Change::Quote),
            (Meant::Text, Node::Map(_)) => finding.help(said!(
                en: "write one text; one with `: ` in it, or one that begins with `{{`, stands in '…'",
                fr: "écrivez un seul texte\u{a0}; s’il contient `: ` ou commence par `{{`, il se met entre '…'",
            )),
            (Meant::List, Node::Text(text)) => {
                let items = items_of(text);
                finding
                    .help(said!(en: "write `[{items}]`", fr: "écrivez `[{items}]`"))
                    .fix(
                        Applicability::MaybeIncorrect,
                        said!(en: "write a list", fr: "écrire une liste"),
                        Change::Raw(format!("[{items}]")),
                    )
            }
            _ => finding.help(said!(en: "write {meant_en}", fr: "écrivez {meant_fr}")),
        };
        self.report(finding);
    }

    /// The items of a list. A single value where a list is meant is reported and read as its only item.
    pub(super) fn list<'n>(&mut self, node: Node<'n>) -> Vec<Node<'n>> {
        match self.untagged(node) {
            Node::List(items) => items,
            node => {
                self.wrong(Meant::List, &node);
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
                self.wrong(Meant::Text, &node);
                match node {
                    Node::Bool(value) => Some(value.to_string()),
                    Node::Float(value) => Some(value.to_string()),
                    _ => None,
                }
            }
        }
    }
}

/// What a text in the place of a list would be as one: `a, b`.
fn items_of(text: &str) -> String {
    let is_plain = |item: &str| {
        item.starts_with(char::is_alphanumeric) && !item.contains([':', '#', '[', ']', '{', '}'])
    };
    let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
    let items = items.map(|item| if is_plain(item) { item.to_owned() } else { single_quoted(item) });
    items.collect::<Vec<_>>().join(", ")
}
