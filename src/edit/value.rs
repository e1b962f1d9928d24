//! What is to be written.

use super::scalar;
use super::tree::Data;

/// A value to write into a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A text, in quotation marks where it needs them: a name, a path, an address.
    Text(String),
    /// A date as a timeline writes it, which needs no quotation marks.
    Date(String),
    /// A number.
    Number(usize),
    /// Somebody's words, always in quotation marks.
    Words(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping.
    Map(Vec<(&'static str, Value)>),
}

impl Value {
    /// The scalar as it is written in a flow or a block; `None` for a list and a mapping.
    pub(super) fn scalar(&self, is_flow: bool) -> Option<String> {
        match self {
            Self::Text(text) => Some(scalar::text(text, is_flow)),
            Self::Date(date) if scalar::is_plain_date(date) => Some(date.clone()),
            Self::Date(text) | Self::Words(text) => Some(scalar::quoted(text)),
            Self::Number(number) => Some(number.to_string()),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// What is to be found when it is read back.
    pub(super) fn data(&self, is_flow: bool) -> Data {
        match self {
            Self::List(items) => Data::list(items.iter().map(|item| item.data(is_flow)).collect()),
            Self::Map(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| (Data::plain(key), value.data(is_flow)));
                Data::map(pairs.collect())
            }
            Self::Number(number) => Data::plain(&number.to_string()),
            Self::Text(text) | Self::Date(text) | Self::Words(text) => {
                let written = self.scalar(is_flow).unwrap_or_default();
                let is_plain = !written.starts_with(['"', '\'']);
                Data::scalar(text.clone(), is_plain)
            }
        }
    }
}
