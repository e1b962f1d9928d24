//! New lines in the layout of the ones that are there.

use super::Value;
use super::lines;
use super::tree::{Kind, Node};

/// How a timeline is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// How many columns right of its key a list has its dashes.
    dashes: usize,
    /// How many blanks follow a dash.
    pub(super) gap: usize,
}

impl Default for Layout {
    fn default() -> Self {
        Self { dashes: 2, gap: 1 }
    }
}

impl Layout {
    /// The layout of `text`: that of its first list, or the usual one where it has none.
    pub(super) fn of(text: &str, root: &Node) -> Self {
        let mut layout = Self::default();
        if let Some(dashes) = first_list(text, root) {
            layout.dashes = dashes;
        }
        layout
    }

    /// The lines of `value` as an item whose dash stands at the column 0.
    pub(super) fn item(self, value: &Value, is_flow: bool) -> Vec<String> {
        let inside = 1 + self.gap;
        let mut lines = if is_flow { vec![flow(value)] } else { self.block(value) };
        for (index, line) in lines.iter_mut().enumerate() {
            let lead = if index == 0 { format!("-{}", " ".repeat(self.gap)) } else { " ".repeat(inside) };
            line.insert_str(0, &lead);
        }
        lines
    }

    /// The lines of a key and its value, the key at the column 0.
    pub(super) fn pair(self, key: &str, value: &Value) -> Vec<String> {
        let under = |lines: Vec<String>, columns: usize| {
            let lines = lines.into_iter().map(|line| format!("{}{line}", " ".repeat(columns)));
            std::iter::once(format!("{key}:")).chain(lines).collect()
        };
        match value {
            Value::Map(pairs) if !pairs.is_empty() => under(self.block(value), 2),
            Value::List(items) if !items.is_empty() => under(self.items(items), self.dashes),
            value => vec![format!("{key}: {}", flow(value))],
        }
    }

    /// The lines of the items under a key at the column 0.
    pub(super) fn items_under_key(self, items: &[Value]) -> Vec<String> {
        self.items(items).into_iter().map(|line| format!("{}{line}", " ".repeat(self.dashes))).collect()
    }

    fn items(self, items: &[Value]) -> Vec<String> {
        items.iter().flat_map(|item| self.item(item, false)).collect()
    }

    fn block(self, value: &Value) -> Vec<String> {
        match value {
            Value::Map(pairs) if !pairs.is_empty() => {
                pairs.iter().flat_map(|(key, value)| self.pair(key, value)).collect()
            }
            Value::List(items) if !items.is_empty() => self.items(items),
            value => vec![flow_or_block_scalar(value)],
        }
    }
}

fn flow_or_block_scalar(value: &Value) -> String {
    value.scalar(false).unwrap_or_else(|| flow(value))
}

/// `value` on one line.
pub(super) fn flow(value: &Value) -> String {
    match value {
        Value::List(items) => format!("[{}]", flow_items(items)),
        Value::Map(pairs) => {
            format!("{{{}}}", pairs.iter().map(|(k, v)| flow_pair(k, v)).collect::<Vec<_>>().join(", "))
        }
        scalar => scalar.scalar(true).unwrap_or_default(),
    }
}

/// Items of a list on one line, without brackets.
pub(super) fn flow_items(items: &[Value]) -> String {
    items.iter().map(flow).collect::<Vec<_>>().join(", ")
}

/// A key and its value on one line.
pub(super) fn flow_pair(key: &str, value: &Value) -> String {
    format!("{key}: {}", flow(value))
}

/// An item of a list as one would paste it, its dash in the first column.
pub(crate) fn item(value: &Value) -> String {
    Layout::default().item(value, false).join("\n") + "\n"
}

/// How far right of its key the first block list under a block mapping stands.
fn first_list(text: &str, node: &Node) -> Option<usize> {
    match &node.kind {
        Kind::Map { pairs, is_flow: false } => pairs.iter().find_map(|(key, value)| match &value.kind {
            Kind::List { items, is_flow: false } => {
                let dash = dash(text, items.first()?.bytes.start)?;
                lines::column(text, dash).checked_sub(lines::column(text, key.bytes.start))
            }
            _ => first_list(text, value),
        }),
        Kind::List { items, .. } => items.iter().find_map(|item| first_list(text, item)),
        _ => None,
    }
}

/// The byte of the dash before the item that begins at `start`: on its line, or on one above it.
pub(super) fn dash(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    loop {
        let line = lines::start(text, end);
        let before = text.get(line..end)?;
        let content = before.trim_start_matches([' ', '\t']);
        if content.starts_with('-') {
            let run = content.find(|c| c != '-' && c != ' ').unwrap_or(content.len());
            let run = content.get(..run)?;
            let mut inside = run.char_indices().rev().filter(|(at, c)| {
                *c == '-' && run.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            return inside.next().map(|(at, _)| line + before.len() - content.len() + at);
        }
        let is_passed_over = content.trim().is_empty() || content.starts_with('#') || end == start;
        if line == 0 || !is_passed_over {
            return None;
        }
        end = line - 1;
        // A line end of two characters.
        if text.get(..end).is_some_and(|before| before.ends_with('\r')) {
            end -= 1;
        }
    }
}
