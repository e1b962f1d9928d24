//! A timeline's YAML, and what may be added to it.

use std::ops::Range;

use super::change::{Edit, apply};
use super::layout::{self, Layout};
use super::lines;
use super::path::{Step, descend};
use super::refusal::Refusal;
use super::tree::{self, Data, Kind, Node, Shape};
use super::value::Value;

/// A timeline's YAML.
#[derive(Debug)]
pub(crate) struct Document<'t> {
    mark: &'static str,
    text: &'t str,
    root: Node,
}

/// An edit of a list or mapping, with what is to be found afterwards.
struct Planned {
    edits: Vec<Edit>,
    data: Vec<Data>,
}

impl Planned {
    fn new(edits: Vec<Edit>, items: &[Value], is_flow: bool) -> Self {
        Self { edits, data: items.iter().map(|item| item.data(is_flow)).collect() }
    }
}

impl<'t> Document<'t> {
    /// Reads where everything stands in `text`.
    pub(crate) fn read(text: &'t str) -> Result<Self, Refusal> {
        let (mark, text) = match text.strip_prefix('\u{feff}') {
            Some(rest) => ("\u{feff}", rest),
            None => ("", text),
        };
        Ok(Self { mark, text, root: tree::read(text)? })
    }

    /// The text that stands under `key` of the timeline itself.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.root.child(key)?.1.text()
    }

    /// The texts that stand under `key` in the items of the list `list`.
    pub(crate) fn texts<'a>(&'a self, list: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs(list, [key]).map(|[text]| text)
    }

    /// The texts that stand under each of `keys` in those items of the list `list` that have them all.
    pub(crate) fn pairs<'a, const N: usize>(
        &'a self,
        list: &str,
        keys: [&'a str; N],
    ) -> impl Iterator<Item = [&'a str; N]> {
        let items = match self.root.child(list).map(|(_, node)| &node.kind) {
            Some(Kind::List { items, .. }) => items.as_slice(),
            _ => &[],
        };
        let text = |item: &'a Node, key: &str| item.child(key).and_then(|(_, node)| node.text());
        items.iter().filter_map(move |item| {
            let texts: Vec<&str> = keys.iter().map_while(|key| text(item, key)).collect();
            texts.try_into().ok()
        })
    }

    /// The timeline with `items` at the end of the list at `path`, whose last step is a key. Where there is
    /// no such list, it is begun: under a new key, behind those that come before it in `order`.
    pub(crate) fn append(
        &self,
        path: &[Step<'_>],
        items: &[Value],
        order: &[&str],
    ) -> Result<String, Refusal> {
        let [above @ .., Step::Key(key)] = path else { return Err(Refusal::Missing("list".to_owned())) };
        let parent = self.find(above)?;
        let Some((index, list)) = parent.child(key) else {
            return self.insert(above, key, &Value::List(items.to_vec()), order);
        };
        let line = lines::number(self.text, list.bytes.start);
        self.may_change(list, key, true)?;
        let in_flow = matches!(parent.kind, Kind::Map { is_flow: true, .. });
        let planned = match &list.kind {
            Kind::List { items: present, is_flow: false } if !present.is_empty() => {
                let column = self.key_column(parent, index);
                self.append_to_block(list, present, items, column)
            }
            Kind::List { items: present, is_flow: true }
                if !present.is_empty() || in_flow || !self.is_bare(list) =>
            {
                let before = present.last().map(|node| (node.bytes.start, node.last));
                let edit = self.flow_edit(list, before, &layout::flow_items(items));
                Some(Planned::new(vec![edit], items, true))
            }
            Kind::List { .. } => self.begin(parent, index, list, items),
            _ if list.is_null() && in_flow => self.in_place_of_nothing(parent, index, list, items),
            _ if list.is_null() => self.begin(parent, index, list, items),
            _ => return Err(Refusal::OtherKind { line, key: (*key).to_owned(), wanted: "list" }),
        };
        let Planned { edits, data } = planned.ok_or(Refusal::ReadBack { line })?;
        let mut expected = self.root.data();
        let list = descend(&mut expected, path).ok_or(Refusal::ReadBack { line })?;
        match &mut list.shape {
            Shape::List(items) => items.extend(data),
            other => *other = Shape::List(data),
        }
        self.keep(&edits, &expected)
    }

    /// The timeline with `key` and `value` in the mapping at `path`, behind the last of its keys that comes
    /// before `key` in `order`.
    pub(crate) fn insert(
        &self,
        path: &[Step<'_>],
        key: &str,
        value: &Value,
        order: &[&str],
    ) -> Result<String, Refusal> {
        let (edit, expected) = self.plan_insertion(path, key, value, order)?;
        self.keep(&[edit], &expected)
    }

    /// What sets each of `pairs` in the mapping at `path`: keys that are there get another text, the others are put in
    /// as by [`insert`](Self::insert). What comes of it is not read back.
    pub(crate) fn setting(
        &self,
        path: &[Step<'_>],
        pairs: &[(&'static str, Value)],
        order: &[&str],
    ) -> Result<Vec<Edit>, Refusal> {
        let map = self.find(path)?;
        let mut edits: Vec<Edit> = Vec::new();
        for (key, value) in pairs {
            let edit = if map.child(key).is_some() {
                self.plan_replacement(&[path, &[Step::Key(key)]].concat(), value)?.0
            } else {
                self.plan_insertion(path, key, value, order)?.0
            };
            match edits.last_mut() {
                Some(last) if last.at == edit.at => last.replacement += &edit.replacement,
                _ => edits.push(edit),
            }
        }
        Ok(edits.into_iter().map(|edit| edit.moved(self.mark.len())).collect())
    }

    fn plan_insertion(
        &self,
        path: &[Step<'_>],
        key: &str,
        value: &Value,
        order: &[&str],
    ) -> Result<(Edit, Data), Refusal> {
        let map = self.find(path)?;
        let line = lines::number(self.text, map.bytes.start);
        let name = path.last().map_or_else(|| key.to_owned(), Step::name);
        let Kind::Map { pairs, is_flow } = &map.kind else {
            return Err(Refusal::OtherKind { line, key: name, wanted: "mapping" });
        };
        self.may_change(map, &name, false)?;
        let earlier = order.iter().position(|known| *known == key).and_then(|place| order.get(..place));
        let is_earlier = |(name, _): &(Node, Node)| {
            name.text().is_some_and(|name| earlier.unwrap_or_default().contains(&name))
        };
        let index = pairs.iter().rposition(is_earlier).unwrap_or(pairs.len().saturating_sub(1));
        let edit = match pairs.get(index) {
            before if *is_flow => {
                let last = before.map(|(key, value)| (key.bytes.start, value.last.max(key.last)));
                self.flow_edit(map, last, &layout::flow_pair(key, value))
            }
            Some((before, old)) => {
                let column = lines::column(self.text, before.bytes.start);
                let at = lines::behind(self.text, old.last.max(before.last), column.checked_sub(1));
                let lines = Layout::of(self.text, &self.root).pair(key, value);
                self.new_lines(at, column, &lines)
            }
            None => return Err(Refusal::ReadBack { line }),
        };
        let mut expected = self.root.data();
        let map = descend(&mut expected, path).ok_or(Refusal::ReadBack { line })?;
        if let Shape::Map(pairs) = &mut map.shape {
            let place = (index + 1).min(pairs.len());
            pairs.insert(place, (Data::plain(key), value.data(*is_flow)));
        }
        Ok((edit, expected))
    }

    /// The timeline with another text at `path`, in place of one that is there.
    #[cfg(test)]
    pub(crate) fn replace(&self, path: &[Step<'_>], value: &Value) -> Result<String, Refusal> {
        let (edit, expected) = self.plan_replacement(path, value)?;
        self.keep(&[edit], &expected)
    }

    fn plan_replacement(&self, path: &[Step<'_>], value: &Value) -> Result<(Edit, Data), Refusal> {
        let [above @ .., Step::Key(key)] = path else { return Err(Refusal::Missing("key".to_owned())) };
        let parent = self.find(above)?;
        let missing = || Refusal::Missing(format!("`{key}`"));
        let (index, old) = parent.child(key).ok_or_else(missing)?;
        self.may_change(old, key, false)?;
        let line = lines::number(self.text, old.bytes.start);
        let Kind::Map { pairs, is_flow } = &parent.kind else { return Err(missing()) };
        let Some(written) = value.scalar(*is_flow).filter(|_| old.text().is_some()) else {
            return Err(Refusal::OtherKind { line, key: (*key).to_owned(), wanted: "text" });
        };
        // A block scalar begins with its head, and nothing behind the colon: neither is where the parser
        // says.
        let start = |(name, _): &(Node, Node)| {
            if old.bytes.is_empty() {
                return self.behind_colon(name);
            }
            let between = self.text.get(name.bytes.end..old.bytes.start)?;
            Some(between.find(['|', '>']).map_or(old.bytes.start, |head| name.bytes.end + head))
        };
        let start = pairs.get(index).and_then(start).ok_or(Refusal::ReadBack { line })?;
        let space = if self.text.get(..start).is_some_and(|before| before.ends_with(':')) { " " } else { "" };
        let edit = Edit { at: start..old.last.max(start), replacement: format!("{space}{written}") };
        let mut expected = self.root.data();
        let data = descend(&mut expected, path).ok_or(Refusal::ReadBack { line })?;
        data.shape = value.data(*is_flow).shape;
        Ok((edit, expected))
    }

    /// The bytes of the value at `path`, with the byte-order mark before it counted; `None` where it is written
    /// elsewhere.
    pub(crate) fn range(&self, path: &[Step<'_>]) -> Option<Range<usize>> {
        let node = self.find(path).ok()?;
        let mark = self.mark.len();
        Some(node.bytes.start + mark..node.last + mark)
    }

    /// The way to the event called `id`.
    pub(crate) fn event<'a>(&'a self, id: &str) -> Option<Vec<Step<'a>>> {
        fn inside<'a>(list: &'a Node, id: &str, way: &mut Vec<Step<'a>>) -> bool {
            let Kind::List { items, .. } = &list.kind else { return false };
            for (index, event) in items.iter().enumerate() {
                way.push(Step::Item(index));
                if event.child("id").and_then(|(_, node)| node.text()) == Some(id) {
                    return true;
                }
                way.push(Step::Key("subevents"));
                if event.child("subevents").is_some_and(|(_, list)| inside(list, id, way)) {
                    return true;
                }
                way.truncate(way.len() - 2);
            }
            false
        }
        let mut way = vec![Step::Key("events")];
        inside(self.root.child("events")?.1, id, &mut way).then_some(way)
    }

    /// The value at `path`, where a change of what is in it shows nowhere else.
    fn find(&self, path: &[Step<'_>]) -> Result<&Node, Refusal> {
        let mut node = &self.root;
        for (index, step) in path.iter().enumerate() {
            let name = path.get(..=index).unwrap_or_default().iter().rev().find_map(|step| match step {
                Step::Key(key) => Some(*key),
                Step::Item(_) => None,
            });
            let name = name.unwrap_or_default();
            let next = match (step, &node.kind) {
                (Step::Key(key), _) => node.child(key).map(|(_, node)| node),
                (Step::Item(item), Kind::List { items, .. }) => items.get(*item),
                (Step::Item(_), _) => None,
            };
            node = next.ok_or_else(|| Refusal::Missing(format!("`{name}`")))?;
            self.may_change(node, name, false)?;
        }
        Ok(node)
    }

    /// Whether a change of `node`, which stands under `key`, shows there only. A list that has an anchor is
    /// left alone in any case.
    fn may_change(&self, node: &Node, key: &str, is_list: bool) -> Result<(), Refusal> {
        let line = lines::number(self.text, node.bytes.start);
        if matches!(node.kind, Kind::Alias(_)) {
            return Err(Refusal::Alias { key: key.to_owned(), line });
        }
        if node.anchor == 0 || !(is_list || self.root.refers_to(node.anchor)) {
            return Ok(());
        }
        let written = self.text.get(node.bytes.start..).unwrap_or_default();
        let written = written.split_once('&').map_or("", |(_, name)| name);
        let end = written.find(|c: char| c.is_whitespace() || ",[]{}".contains(c)).unwrap_or(written.len());
        let anchor = written.get(..end).unwrap_or_default().to_owned();
        Err(Refusal::Anchored { key: key.to_owned(), line, anchor })
    }

    fn key_column(&self, map: &Node, index: usize) -> Option<usize> {
        let Kind::Map { pairs, is_flow: false } = &map.kind else { return None };
        pairs.get(index).map(|(key, _)| lines::column(self.text, key.bytes.start))
    }

    /// Whether nothing stands between the brackets of a list.
    fn is_bare(&self, list: &Node) -> bool {
        let inside = list.bytes.start + 1..list.bytes.end.saturating_sub(1);
        self.text.get(inside).is_some_and(|inside| inside.trim().is_empty())
    }

    fn append_to_block(
        &self,
        list: &Node,
        present: &[Node],
        items: &[Value],
        key: Option<usize>,
    ) -> Option<Planned> {
        let sibling = present.last()?;
        let dash = layout::dash(self.text, sibling.bytes.start)?;
        let mut layout = Layout::of(self.text, &self.root);
        if lines::start(self.text, dash) == lines::start(self.text, sibling.bytes.start) {
            layout.gap = sibling.bytes.start.checked_sub(dash + 1)?.clamp(1, 8);
        }
        let is_flow = matches!(sibling.kind, Kind::Map { is_flow: true, .. });
        let is_spaced = self.is_spaced(present);
        let mut lines = Vec::new();
        for item in items {
            lines.extend(is_spaced.then(String::new));
            lines.extend(layout.item(item, is_flow));
        }
        let at = lines::behind(self.text, list.last, key);
        let edit = self.new_lines(at, lines::column(self.text, dash), &lines);
        Some(Planned::new(vec![edit], items, is_flow))
    }

    /// Whether a blank line stands before the last of `items`.
    fn is_spaced(&self, items: &[Node]) -> bool {
        let [.., before, last] = items else { return false };
        let Some(dash) = layout::dash(self.text, last.bytes.start) else { return false };
        let between = self.text.get(before.last..lines::start(self.text, dash)).unwrap_or_default();
        between.lines().skip(1).any(|line| line.trim().is_empty())
    }

    /// A list with its first item, in place of nothing under the key number `index` of a block mapping.
    fn begin(&self, map: &Node, index: usize, nothing: &Node, items: &[Value]) -> Option<Planned> {
        let Kind::Map { pairs, .. } = &map.kind else { return None };
        let (key, _) = pairs.get(index)?;
        let column = lines::column(self.text, key.bytes.start);
        let lines = Layout::of(self.text, &self.root).items_under_key(items);
        let at = lines::behind(self.text, nothing.last, Some(column));
        let mut edits = vec![self.new_lines(at, column, &lines)];
        if !nothing.bytes.is_empty() {
            let before = self.text.get(..nothing.bytes.start)?.trim_end_matches(' ').len();
            edits.insert(0, Edit { at: before..nothing.bytes.end, replacement: String::new() });
        }
        Some(Planned::new(edits, items, false))
    }

    /// Where the colon behind a key ends.
    fn behind_colon(&self, key: &Node) -> Option<usize> {
        Some(key.bytes.end + self.text.get(key.bytes.end..)?.find(':')? + 1)
    }

    /// A list with its first items, in place of nothing under the key number `index` of a flow mapping.
    fn in_place_of_nothing(
        &self,
        map: &Node,
        index: usize,
        nothing: &Node,
        items: &[Value],
    ) -> Option<Planned> {
        let Kind::Map { pairs, .. } = &map.kind else { return None };
        let colon = self.behind_colon(&pairs.get(index)?.0)?;
        let written = nothing.text().unwrap_or_default();
        let at = if written.is_empty() { colon..colon } else { nothing.bytes.clone() };
        let space = if written.is_empty() { " " } else { "" };
        let edit = Edit { at, replacement: format!("{space}[{}]", layout::flow_items(items)) };
        Some(Planned::new(vec![edit], items, true))
    }

    /// What puts `written` into a flow behind the value that stands at `last`, or first where there is none.
    fn flow_edit(&self, flow: &Node, last: Option<(usize, usize)>, written: &str) -> Edit {
        let put = |at: usize, replacement: String| Edit { at: at..at, replacement };
        let Some((start, end)) = last else {
            let open = self.text.get(flow.bytes.clone()).and_then(|text| text.find(['[', '{'])).unwrap_or(0);
            return put(flow.bytes.start + open + 1, written.to_owned());
        };
        let lead = if lines::is_first(self.text, start) {
            let indent = self.text.get(lines::start(self.text, start)..start).unwrap_or_default();
            format!("{}{indent}", lines::ending(self.text))
        } else {
            " ".to_owned()
        };
        match self.comma(end, flow.bytes.end) {
            Some(comma) => put(comma + 1, format!("{lead}{written},")),
            None => put(end, format!(",{lead}{written}")),
        }
    }

    /// The first comma from `start` on and before `end` that stands in no comment, where nothing but blanks
    /// comes before it.
    fn comma(&self, start: usize, end: usize) -> Option<usize> {
        let mut in_comment = false;
        for (at, c) in self.text.get(start..end)?.char_indices() {
            match c {
                '\n' => in_comment = false,
                _ if in_comment => {}
                '#' => in_comment = true,
                ',' => return Some(start + at),
                c if c.is_whitespace() => {}
                _ => return None,
            }
        }
        None
    }

    /// What puts `lines` at the byte `at`, where a line begins or the text ends, `column` columns to the
    /// right.
    fn new_lines(&self, at: usize, column: usize, lines: &[String]) -> Edit {
        let ending = lines::ending(self.text);
        let indent = |line: &String| {
            if line.is_empty() { String::new() } else { format!("{}{line}", " ".repeat(column)) }
        };
        let text = lines.iter().map(indent).collect::<Vec<_>>().join(ending);
        let is_at_line = at == 0 || self.text.get(..at).is_some_and(|before| before.ends_with('\n'));
        let replacement = if is_at_line { text + ending } else { format!("{ending}{text}") };
        Edit { at: at..at, replacement }
    }

    /// The text with `edits`, if `expected` is what is read from it.
    fn keep(&self, edits: &[Edit], expected: &Data) -> Result<String, Refusal> {
        let line = edits.first().map_or(1, |edit| lines::number(self.text, edit.at.start));
        let text = apply(self.text, edits).text;
        match tree::read(&text) {
            Ok(root) if root.data() == *expected => Ok(format!("{}{text}", self.mark)),
            _ => Err(Refusal::ReadBack { line }),
        }
    }
}
