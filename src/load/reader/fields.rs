//! The pairs of a mapping, taken out one by one; what is left at the end was not meant to be there.

use super::super::finding::{Finding, Step, to};
use super::super::node::Node;
use super::super::rules::reading::{DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE};
use super::Reader;

/// The pairs of a mapping.
pub(super) struct Fields<'n> {
    /// What the mapping describes, with its article: `an event`.
    what: &'static str,
    pairs: Vec<Option<(Node<'n>, Node<'n>)>>,
    known: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The pairs of the mapping being read; `None`, and a finding, where it is none.
    pub(super) fn open(reader: &mut Reader, node: Node<'n>, what: &'static str) -> Option<Self> {
        match reader.untagged(node) {
            Node::Map(pairs) => {
                let pairs = pairs.into_iter().map(Some).collect();
                Some(Self { what, pairs, known: Vec::with_capacity(16) })
            }
            node => {
                let message = format!("{what} is a mapping, not {}", node.kind());
                let finding = reader.on(&WRONG_TYPE, message).label(format!("this is {}", node.kind()));
                reader.report(finding.help("write `key: value` lines"));
                None
            }
        }
    }

    /// Takes the value of the first pair with this key.
    fn take(&mut self, key: &'static str) -> Option<Node<'n>> {
        self.known.push(key);
        let is_it =
            |pair: &Option<(Node<'n>, Node<'n>)>| matches!(pair, Some((Node::Text(text), _)) if text == key);
        let found = self.pairs.iter_mut().find(|pair| is_it(pair))?;
        found.take().map(|(_, value)| value)
    }

    /// Reads the value of a key that must be there.
    pub(super) fn must<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        read: impl FnOnce(&mut Reader, Node<'n>) -> T,
    ) -> Option<T> {
        match self.take(key) {
            Some(Node::Null) => {
                let message = format!("`{key}` has no value");
                reader.report(Finding::on_key(&MISSING_KEY, to(&reader.path, Step::Key(key)), message));
                None
            }
            Some(node) => Some(reader.at(Step::Key(key), |reader| read(reader, node))),
            None => {
                let finding = reader.on(&MISSING_KEY, format!("{} must have `{key}`", self.what));
                reader.report(finding.label(format!("no `{key}` here")).help(format!("add `{key}: …`")));
                None
            }
        }
    }

    /// Reads the value of a key that may be there.
    pub(super) fn may<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        read: impl FnOnce(&mut Reader, Node<'n>) -> T,
    ) -> Option<T> {
        match self.take(key)? {
            Node::Null => {
                let message = format!("`{key}` has no value");
                let path = to(&reader.path, Step::Key(key));
                let finding = Finding::on_key(&WRONG_TYPE, path, message);
                reader.report(finding.help("write one, or take the key out"));
                None
            }
            node => Some(reader.at(Step::Key(key), |reader| read(reader, node))),
        }
    }

    /// Reports what is left.
    pub(super) fn close(self, reader: &mut Reader) {
        for (index, (key, _)) in
            self.pairs.iter().enumerate().filter_map(|(n, pair)| Some((n, pair.as_ref()?)))
        {
            let path = to(&reader.path, Step::Item(index));
            let finding = match key {
                Node::Text(key) if self.known.contains(&key.as_ref()) => {
                    Finding::on_key(&DUPLICATE_KEY, path, format!("`{key}` stands here for the second time"))
                        .label("the first one counts")
                        .help("take one of them out, or begin a new entry of the list with a dash")
                }
                Node::Text(key) => {
                    let message = format!("{} has no key `{key}`", self.what);
                    let otherwise = match key.as_ref() {
                        "<<" => "a timeline has no merge keys: write the keys out".to_owned(),
                        _ => format!("its keys are `{}`", self.known.join("`, `")),
                    };
                    let known = self.known.iter().copied();
                    let help = Reader::suggest(&mut reader.suggestions, key, known, &otherwise);
                    Finding::on_key(&UNKNOWN_KEY, path, message).label("means nothing here").help(help)
                }
                other => {
                    let message = format!("{} has no key that is {}", self.what, other.kind());
                    Finding::on_key(&UNKNOWN_KEY, path, message)
                }
            };
            reader.report(finding);
        }
    }
}
