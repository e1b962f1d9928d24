//! The pairs of a mapping, taken out one by one; what is left at the end was not meant to be there.

use super::super::rules::reading::{DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE};
use super::super::schema::keys::Object;
use super::super::yaml::Node;
use super::Reader;
use super::guess::{Guess, guess};
use crate::load::diagnostics::{Applicability, Change, Finding, Path, Step, said, to};

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
                let (what, what_fr) = (object.what, object.what_fr);
                let (kind, kind_fr) = node.kind();
                let message = said!(en: "{what} is a mapping, not {kind}", fr: "{what_fr} est une table, pas {kind_fr}");
                let finding = reader.on(&WRONG_TYPE, message);
                let finding = finding.label(said!(en: "this is {kind}", fr: "c’est {kind_fr}"));
                reader.report(glued_colon(finding, &node, object));
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
                let (what, what_fr) = (self.object.what, self.object.what_fr);
                let message = said!(en: "{what} must have `{key}`", fr: "il faut `{key}` dans {what_fr}");
                let add = said!(en: "add `{key}: …`", fr: "ajoutez `{key}: …`");
                let finding = reader.on(&MISSING_KEY, message);
                let finding = finding.label(said!(en: "no `{key}` here", fr: "pas de `{key}` ici"));
                let add_key = Change::AddKey(key);
                reader.report(finding.help(add.clone()).fix(Applicability::HasPlaceholders, add, add_key));
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
                    let message = said!(
                        en: "`{key}` stands here for the second time",
                        fr: "`{key}` figure ici pour la deuxième fois",
                    );
                    Finding::on_key(&DUPLICATE_KEY, path, message)
                        .label(said!(en: "the first one counts", fr: "c’est la première qui compte"))
                        .help(said!(
                            en: "take one of them out, or begin a new entry of the list with a dash",
                            fr: "retirez-en une, ou commencez un nouvel élément de la liste par un tiret",
                        ))
                }
                Node::Text(key) => unknown_key(reader, path, key, self.object),
                other => {
                    let (what, what_fr) = (self.object.what, self.object.what_fr);
                    let (kind, kind_fr) = other.kind();
                    let message = said!(
                        en: "{what} has no key that is {kind}",
                        fr: "dans {what_fr}, aucune clé n’est {kind_fr}",
                    );
                    Finding::on_key(&UNKNOWN_KEY, path, message)
                }
            };
            reader.report(finding);
        }
    }
}

/// A finding on a key that means nothing.
fn unknown_key(reader: &mut Reader, path: Path, key: &str, object: &Object) -> Finding {
    let (what, what_fr) = (object.what, object.what_fr);
    let message = said!(en: "{what} has no key `{key}`", fr: "la clé `{key}` n’existe pas dans {what_fr}");
    let finding = Finding::on_key(&UNKNOWN_KEY, path, message);
    let finding = finding.label(said!(en: "means nothing here", fr: "ne veut rien dire ici"));
    match key {
        "<<" => {
            return finding.help(said!(
                en: "a timeline has no merge keys: write the keys out",
                fr: "une frise n’a pas de clés de fusion\u{a0}: écrivez les clés elles-mêmes",
            ));
        }
        "start" | "end" if object.key("date").is_some() => {
            return finding.help(said!(
                en: "write the whole span as one date: `date: 1939/1945`",
                fr: "écrivez toute la période comme une seule date\u{a0}: `date: 1939/1945`",
            ));
        }
        _ => {}
    }
    let names = || object.keys.iter().map(|key| key.name);
    if let Some(Guess { name, help, is_sure }) = guess(&mut reader.suggestions, key, names()) {
        let applicability =
            if is_sure { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect };
        return finding.help(help).fix(
            applicability,
            said!(en: "write `{name}`", fr: "écrire `{name}`"),
            Change::Key(name.to_owned()),
        );
    }
    let all = names().collect::<Vec<_>>().join("`, `");
    finding.help(said!(en: "its keys are `{all}`", fr: "ses clés sont `{all}`"))
}

/// What to do where a mapping is meant: most often a blank is missing behind a colon.
fn glued_colon(finding: Finding, node: &Node<'_>, object: &Object) -> Finding {
    let glued = match node {
        Node::Text(text) => text.split_once(':').filter(|(key, _)| object.key(key.trim()).is_some()),
        _ => None,
    };
    let Some((key, value)) = glued else {
        return finding.help(said!(en: "write `key: value` lines", fr: "écrivez des lignes `clé: valeur`"));
    };
    let (key, value) = (key.trim(), value.trim());
    finding
        .help(said!(
            en: "put a space after the colon: `{key}: {value}`",
            fr: "mettez une espace après les deux-points\u{a0}: `{key}: {value}`",
        ))
        .fix(
            Applicability::MaybeIncorrect,
            said!(en: "put a space after the colon", fr: "mettre une espace après les deux-points"),
            Change::Raw(format!("{key}: {value}")),
        )
}

/// A finding on a key without a value.
fn empty(path: Path, key: &str, is_required: bool) -> Finding {
    let message = said!(en: "`{key}` has no value", fr: "`{key}` n’a pas de valeur");
    let in_quotes = said!(
        en: "write one; a text that begins with `#` stands in quotation marks",
        fr: "écrivez-en une\u{a0}; un texte qui commence par `#` se met entre guillemets droits",
    );
    if is_required {
        return Finding::on_key(&MISSING_KEY, path, message).help(in_quotes);
    }
    Finding::on_key(&WRONG_TYPE, path, message)
        .help(said!(en: "write one, or take the key out", fr: "écrivez-en une ou retirez la clé"))
}
