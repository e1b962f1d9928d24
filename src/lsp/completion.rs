//! Ids of sources, places and events, where one of them is being typed.

use std::ops::Range;

use serde_json::{Value, json};

use super::document::Document;
use super::position;
use crate::i18n::Lang;

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Source,
    Place,
    Event,
}

impl Kind {
    /// What stands under `key`, with `indent` columns before it.
    fn under(key: &str, indent: usize) -> Option<Self> {
        match key {
            "source" => Some(Self::Source),
            "places" if indent > 0 => Some(Self::Place),
            // Those of a briefing; at the margin stand the events themselves.
            "events" if indent > 0 => Some(Self::Event),
            "after" | "before" => Some(Self::Event),
            _ => None,
        }
    }
}

/// The ids that may stand at the byte `at`.
pub(super) fn complete(document: &Document, at: usize, lang: Lang) -> Vec<Value> {
    let Some((kind, bytes)) = wanted(&document.text, at) else { return Vec::new() };
    let Some(read) = &document.read else { return Vec::new() };
    let (timeline, tag) = (&read.draft.timeline, lang.tag());
    let ids: Vec<(&str, &str)> = match kind {
        Kind::Source => {
            let sources = timeline.sources.iter().map(|source| {
                let title = source.title.as_ref().map(|title| title.best(tag));
                (source.id.as_str(), title.unwrap_or_default())
            });
            sources.collect()
        }
        Kind::Place => {
            timeline.places.iter().map(|place| (place.id.as_str(), place.name.best(tag))).collect()
        }
        Kind::Event => {
            timeline.events.iter().map(|event| (event.id.as_str(), event.title.best(tag))).collect()
        }
    };
    let range = position::range(&document.text, &bytes);
    let item = |(id, detail): (&str, &str)| json!({ "label": id, "detail": detail, "kind": 18, "textEdit": { "range": range, "newText": id } });
    ids.into_iter().filter(|(id, _)| !id.is_empty()).map(item).collect()
}

/// What is being typed at the byte `at`, and the bytes of it that are there.
fn wanted(text: &str, at: usize) -> Option<(Kind, Range<usize>)> {
    let before = text.get(..at)?;
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.get(line_start..)?;
    let typed = line.rfind(|c: char| c.is_whitespace() || "[{,\"'".contains(c)).map_or(0, |last| last + 1);
    let bytes = line_start + typed..at;
    let lead = line.get(..typed)?.trim_end_matches(['"', '\'']);
    if let Some(kind) = on_line(lead) {
        return Some((kind, bytes));
    }
    // An item of a list under a key further up.
    let indent = lead.len() - lead.trim_start().len();
    if lead.trim() != "-" {
        return None;
    }
    let above = text.get(..line_start)?.lines().rev();
    let opener = above.map(|line| (line, line.len() - line.trim_start().len())).find(|(line, columns)| {
        let content = line.trim_start();
        !content.is_empty() && !content.starts_with(['-', '#']) && *columns <= indent
    });
    let (opener, columns) = opener?;
    let (key, rest) = opener.trim_start().trim_start_matches("- ").split_once(':')?;
    let is_open = rest.trim().is_empty() || rest.trim_start().starts_with('#');
    Kind::under(key.trim(), columns).filter(|_| is_open).map(|kind| (kind, bytes))
}

/// What is meant behind `lead`, which ends where an id begins, by a key on the same line.
fn on_line(lead: &str) -> Option<Kind> {
    let open = lead.trim_end().strip_suffix(':').map(|key| (key, false));
    let (before, is_list) = open.or_else(|| {
        // Inside brackets, behind other ids.
        let (before, inside) = lead.rsplit_once('[')?;
        let is_plain = !inside.contains([']', '{', ':']);
        before.trim_end().strip_suffix(':').filter(|_| is_plain).map(|key| (key, true))
    })?;
    let key = before.rsplit(|c: char| c.is_whitespace() || "{,".contains(c)).next()?;
    let column = before.len() - key.len();
    // Else it is part of a text.
    before.get(..column)?.trim_end().chars().next_back().is_none_or(|c| "-{,".contains(c)).then_some(())?;
    let kind = Kind::under(key, column)?;
    (is_list == matches!(key, "places" | "events")).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_wanted_where_one_belongs() {
        for (text, expected) in [
            ("    - source: do", Some((Kind::Source, "do"))),
            ("    - {source: ", Some((Kind::Source, ""))),
            ("    - {exact: \"x\", source: \"d", Some((Kind::Source, "d"))),
            ("    places: [mos, py", Some((Kind::Place, "py"))),
            ("    places: [", Some((Kind::Place, ""))),
            ("    places:\n      - mos\n      - p", Some((Kind::Place, "p"))),
            ("  - id: b\n    events: [one, ", Some((Kind::Event, ""))),
            ("    events: # these\n    - o", Some((Kind::Event, "o"))),
            ("    after: sum", Some((Kind::Event, "sum"))),
            ("events:\n  - o", None),
            ("places:\n  - {id: p", None),
            ("    title: so", None),
            ("    exact: the source: x", None),
            ("    places: [a] b", None),
            ("- ", None),
            ("", None),
        ] {
            let found = wanted(text, text.len());
            assert_eq!(found.map(|(kind, bytes)| (kind, &text[bytes])), expected, "{text:?}");
        }
    }
}
