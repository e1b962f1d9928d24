//! YAML as a tree that keeps what serde usually loses: duplicate keys, tags, the difference between a text
//! and a number, the difference between nothing and `~`.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

/// A value of a YAML document; texts that stand in it as they are read are borrowed from it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::load) enum Node<'a> {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, in decimal.
    Int(String),
    /// A number with a point or an exponent. How it was written is lost: `1.50` is `1.5`.
    Float(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// A sequence.
    List(Vec<Node<'a>>),
    /// A mapping: every pair, in the order of the file.
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// A value with a local tag, `!name value`.
    Tagged(String, Box<Node<'a>>),
}

impl Node<'_> {
    /// What it is, as a person would say it, in English and in French.
    pub(in crate::load) fn kind(&self) -> (&'static str, &'static str) {
        match self {
            Self::Null => ("nothing", "rien"),
            Self::Bool(_) => ("a truth value", "une valeur logique"),
            Self::Int(_) | Self::Float(_) => ("a number", "un nombre"),
            Self::Text(_) => ("a text", "un texte"),
            Self::List(_) => ("a list", "une liste"),
            Self::Map(_) => ("a mapping", "une table"),
            Self::Tagged(..) => ("a tagged value", "une valeur étiquetée"),
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Node::Int(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(Node::Int(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Node::Int(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(Node::Int(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Borrowed(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = access.next_entry()? {
            pairs.push(pair);
        }
        Ok(Node::Map(pairs))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Self::Value, A::Error> {
        let (tag, value) = access.variant::<String>()?;
        Ok(Node::Tagged(tag, Box::new(value.newtype_variant()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(yaml: &str) -> Node<'_> {
        serde_yaml::from_str(yaml).unwrap()
    }

    fn text(text: &str) -> Node<'_> {
        Node::Text(text.into())
    }

    #[test]
    fn scalars_keep_their_kind() {
        for (yaml, expected) in [
            ("1961", Node::Int("1961".into())),
            ("-43", Node::Int("-43".into())),
            ("0044", text("0044")),
            ("194X", text("194X")),
            ("2024-06", text("2024-06")),
            ("1.50", Node::Float(1.5)),
            ("'1.50'", text("1.50")),
            ("no", text("no")),
            ("true", Node::Bool(true)),
            ("~", Node::Null),
            ("''", text("")),
            ("", Node::Null),
            ("99999999999999999999", Node::Int("99999999999999999999".into())),
            ("!x 1", Node::Tagged("x".into(), Box::new(Node::Int("1".into())))),
            ("!!str 1", text("1")),
        ] {
            assert_eq!(node(yaml), expected, "{yaml}");
        }
    }

    #[test]
    fn pairs_keep_their_order_and_their_duplicates() {
        let expected = Node::Map(vec![
            (text("b"), Node::Int("1".into())),
            (text("a"), Node::Null),
            (text("b"), Node::List(vec![text("x")])),
        ]);
        assert_eq!(node("b: 1\na:\nb: [x]"), expected);
    }

    #[test]
    fn texts_are_borrowed_from_the_document() {
        assert!(matches!(node("\"signé en 1961\""), Node::Text(Cow::Borrowed("signé en 1961"))));
    }
}
