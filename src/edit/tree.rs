//! Where things stand in a YAML text, and what they are.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::lines;
use super::refusal::Refusal;

/// How deep lists and mappings may lie in each other.
const DEPTH: usize = 100;

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Its bytes. A block list or mapping may begin at its first value and end where the next token begins.
    pub(super) bytes: Range<usize>,
    /// Where its last visible character ends; of a block scalar that keeps its blank lines, where those end.
    pub(super) last: usize,
    /// The number of its anchor, from 1; 0 where it has none.
    pub(super) anchor: usize,
    tag: Option<String>,
}

#[derive(Debug)]
pub(super) enum Kind {
    Map { pairs: Vec<(Node, Node)>, is_flow: bool },
    List { items: Vec<Node>, is_flow: bool },
    Scalar { text: String, is_plain: bool },
    Alias(usize),
}

/// A value without its place and layout, for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Data {
    pub(super) shape: Shape,
    anchor: usize,
    tag: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Map(Vec<(Data, Data)>),
    List(Vec<Data>),
    Scalar { text: String, is_plain: bool },
    Alias(usize),
}

impl Data {
    pub(super) fn map(pairs: Vec<(Data, Data)>) -> Self {
        Self { shape: Shape::Map(pairs), anchor: 0, tag: None }
    }

    pub(super) fn list(items: Vec<Data>) -> Self {
        Self { shape: Shape::List(items), anchor: 0, tag: None }
    }

    pub(super) fn scalar(text: String, is_plain: bool) -> Self {
        Self { shape: Shape::Scalar { text, is_plain }, anchor: 0, tag: None }
    }

    pub(super) fn plain(text: &str) -> Self {
        Self::scalar(text.to_owned(), true)
    }
}

impl Node {
    /// Whether it is a plain nothing: `~`, `null` or no character at all.
    pub(super) fn is_null(&self) -> bool {
        let Kind::Scalar { text, is_plain: true } = &self.kind else { return false };
        matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// The text of a scalar.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The values under `key`, and where it stands among the pairs.
    pub(super) fn child(&self, key: &str) -> Option<(usize, &Node)> {
        let Kind::Map { pairs, .. } = &self.kind else { return None };
        let mut with_key = pairs.iter().enumerate().filter(|(_, (name, _))| name.text() == Some(key));
        with_key.next().map(|(index, (_, value))| (index, value))
    }

    /// What it holds.
    pub(super) fn data(&self) -> Data {
        let shape = match &self.kind {
            Kind::Map { pairs, .. } => {
                Shape::Map(pairs.iter().map(|(key, value)| (key.data(), value.data())).collect())
            }
            Kind::List { items, .. } => Shape::List(items.iter().map(Self::data).collect()),
            Kind::Scalar { text, is_plain } => Shape::Scalar { text: text.clone(), is_plain: *is_plain },
            Kind::Alias(anchor) => Shape::Alias(*anchor),
        };
        Data { shape, anchor: self.anchor, tag: self.tag.clone() }
    }

    /// Whether an alias in it stands for the value with the anchor `anchor`.
    pub(super) fn refers_to(&self, anchor: usize) -> bool {
        match &self.kind {
            Kind::Map { pairs, .. } => {
                pairs.iter().any(|(key, value)| key.refers_to(anchor) || value.refers_to(anchor))
            }
            Kind::List { items, .. } => items.iter().any(|item| item.refers_to(anchor)),
            Kind::Scalar { .. } => false,
            Kind::Alias(of) => *of == anchor,
        }
    }
}

/// The value of the one document in `text`, which begins with no byte-order mark.
pub(super) fn read(text: &str) -> Result<Node, Refusal> {
    let mut builder = Builder { text, starts: char_starts(text), open: Vec::new(), root: None };
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let at = builder.byte(error.marker().index());
            Refusal::Syntax { line: lines::number(text, at), message: error.info().to_owned() }
        })?;
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
            if documents > 1 {
                return Err(Refusal::ManyDocuments);
            }
        }
        builder.take(event, span)?;
    }
    builder.root.ok_or(Refusal::Empty)
}

/// The byte of every character of a text, and its end; `None` where characters are bytes.
fn char_starts(text: &str) -> Option<Vec<usize>> {
    (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect())
}

struct Builder<'t> {
    text: &'t str,
    starts: Option<Vec<usize>>,
    open: Vec<Open>,
    root: Option<Node>,
}

/// A list or mapping that has not ended.
struct Open {
    is_map: bool,
    start: usize,
    anchor: usize,
    tag: Option<String>,
    children: Vec<Node>,
}

impl Builder<'_> {
    /// The parser counts characters.
    fn byte(&self, index: usize) -> usize {
        match &self.starts {
            Some(starts) => starts.get(index).copied().unwrap_or(self.text.len()),
            None => index.min(self.text.len()),
        }
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Refusal> {
        let bytes = self.byte(span.start.index())..self.byte(span.end.index());
        let tag = |tag: Option<std::borrow::Cow<'_, saphyr_parser::Tag>>| tag.map(|tag| tag.to_string());
        match event {
            Event::SequenceStart(anchor, name) => self.open(false, bytes.start, anchor, tag(name))?,
            Event::MappingStart(anchor, name) => self.open(true, bytes.start, anchor, tag(name))?,
            Event::SequenceEnd | Event::MappingEnd => self.close(&bytes),
            Event::Alias(anchor) => {
                self.add(Node { kind: Kind::Alias(anchor), last: bytes.end, bytes, anchor: 0, tag: None });
            }
            Event::Scalar(value, style, anchor, name) => {
                let last = match style {
                    ScalarStyle::Literal | ScalarStyle::Folded => lines::block_end(self.text, &bytes),
                    _ => bytes.end,
                };
                let is_plain = style == ScalarStyle::Plain;
                let kind = Kind::Scalar { text: value.into_owned(), is_plain };
                self.add(Node { kind, bytes, last, anchor, tag: tag(name) });
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn open(
        &mut self,
        is_map: bool,
        start: usize,
        anchor: usize,
        tag: Option<String>,
    ) -> Result<(), Refusal> {
        if self.open.len() == DEPTH {
            return Err(Refusal::TooDeep { line: lines::number(self.text, start) });
        }
        self.open.push(Open { is_map, start, anchor, tag, children: Vec::new() });
        Ok(())
    }

    fn close(&mut self, end: &Range<usize>) {
        let Some(Open { is_map, start, anchor, tag, children }) = self.open.pop() else { return };
        // The end of a flow is its bracket; a block ends with its last value.
        let is_flow = !end.is_empty();
        let last = children.last().map_or(start, |child| child.last);
        // The parser counts blanks and a comment behind a bracket to it.
        let (last, end) = if is_flow { (end.start + 1, end.start + 1) } else { (last, end.end) };
        let kind = if is_map {
            let mut children = children.into_iter();
            let mut pairs = Vec::new();
            while let (Some(key), Some(value)) = (children.next(), children.next()) {
                pairs.push((key, value));
            }
            Kind::Map { pairs, is_flow }
        } else {
            Kind::List { items: children, is_flow }
        };
        self.add(Node { kind, bytes: start..end, last, anchor, tag });
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(open) => open.children.push(node),
            None => self.root = self.root.take().or(Some(node)),
        }
    }
}
