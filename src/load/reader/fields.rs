//! The pairs of a mapping, taken out one by one; what is left at the end was not meant to be there.

use super::super::rules::reading::{DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE};
use super::super::schema::keys::Object;
use super::super::yaml::Node;
use super::Reader;
use crate::load::diagnostics::{Finding, Path, Step, to};

/// The pairs of a mapping.
pub(super) struct Fields<'n> {
    object: &'static Object,
    pairs: Vec<Option<(Node<'n>, Node<'n>)>>,
}

impl<'n> Fields<'n> {
    /// The pairs of the mapping being read; `None`, and a finding, where it is none.
    pub(super) fn open(reader: &mut Reader, node: Node<'n>, object: &'static Object) -> Option<Self> {
        match reader.untagged(node) {
            Node::Map(pairs) => Some(Self { object, pairs: pairs.into_iter().map(Some).collect() }),
            node => {
                let what = object.what;
                let message = format!("{what} is a mapping, not {}", node.kind());
                let finding = reader.on(&WRONG_TYPE, message).label(format!("this is {}", node.kind()));
                reader.report(finding.help("write `key: value` lines"));
                None
            }
        }
    }

    /// Takes the value of the first pair with this key.
    fn take(&mut self, key: &str) -> Option<Node<'n>> {
        let is_it =
            |pair: &Option<(Node<'n>, Node<'n>)>| matches!(pair, Some((Node::Text(text), _)) if text == key);
        let found = self.pairs.iter_mut().find(|pair| is_it(pair))?;
        found.take().map(|(_, value)| value)
    }

    /// Reads the value of one of the keys of the mapping; `None` where it is not there, which is reported
    /// where it must be.
    pub(super) fn get<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        read: impl FnOnce(&mut Reader, Node<'n>) -> T,
    ) -> Option<T> {
        let known = self.object.key(key);
        debug_assert!(
            known.is_some(),
            "{} is read with a key `{key}` that nobody knows of",
            self.object.what
        );
        let is_required = known.is_some_and(|key| key.is_required);
        match self.take(key) {
            Some(Node::Null) => {
                reader.report(empty(to(&reader.path, Step::Key(key)), key, is_required));
                None
            }
            Some(node) => Some(reader.at(Step::Key(key), |reader| read(reader, node))),
            None if is_required => {
                let finding = reader.on(&MISSING_KEY, format!("{} must have `{key}`", self.object.what));
                reader.report(finding.label(format!("no `{key}` here")).help(format!("add `{key}: …`")));
                None
            }
            None => None,
        }
    }

    /// Reports what is left.
    pub(super) fn close(self, reader: &mut Reader) {
        for (index, (key, _)) in
            self.pairs.iter().enumerate().filter_map(|(n, pair)| Some((n, pair.as_ref()?)))
        {
            let path = to(&reader.path, Step::Item(index));
            let finding = match key {
                Node::Text(key) if self.object.key(key).is_some() => {
                    Finding::on_key(&DUPLICATE_KEY, path, format!("`{key}` stands here for the second time"))
                        .label("the first one counts")
                        .help("take one of them out, or begin a new entry of the list with a dash")
                }
                Node::Text(key) => {
                    let message = format!("{} has no key `{key}`", self.object.what);
                    let known = self.object.keys.iter().map(|key| key.name);
                    let otherwise = match key.as_ref() {
                        "<<" => "a timeline has no merge keys: write the keys out".to_owned(),
                        _ => format!("its keys are `{}`", known.clone().collect::<Vec<_>>().join("`, `")),
                    };
                    let help = Reader::suggest(&mut reader.suggestions, key, known, &otherwise);
                    Finding::on_key(&UNKNOWN_KEY, path, message).label("means nothing here").help(help)
                }
                other => {
                    let message = format!("{} has no key that is {}", self.object.what, other.kind());
                    Finding::on_key(&UNKNOWN_KEY, path, message)
                }
            };
            reader.report(finding);
        }
    }
}

/// A finding on a key without a value.
fn empty(path: Path, key: &str, is_required: bool) -> Finding {
    let message = format!("`{key}` has no value");
    if is_required {
        return Finding::on_key(&MISSING_KEY, path, message);
    }
    Finding::on_key(&WRONG_TYPE, path, message).help("write one, or take the key out")
}
