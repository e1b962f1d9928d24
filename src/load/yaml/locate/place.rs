//! The lines and columns of what is looked for.

use std::ops::Range;

use saphyr_parser::ScalarStyle;

use super::scalar;
use super::targets::{Region, Targets};
use crate::load::diagnostics::{Part, Position, Spot, Stretch};

/// Where something stands, in bytes on character boundaries; it may run over several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct Place {
    pub(in crate::load) bytes: Range<usize>,
    /// How it is written, where it is a scalar or a part of one.
    pub(in crate::load) style: Option<ScalarStyle>,
}

/// Where each of `spots` stands in the YAML document `text`. What cannot be found is placed where the nearest
/// value around it begins, so that there is always a line to show.
pub(in crate::load) fn locate(text: &str, spots: &[&Spot]) -> Vec<Place> {
    let mut targets = Targets::default();
    let sights: Vec<Option<usize>> = spots
        .iter()
        .map(|spot| match spot {
            Spot::Node(path, part) => Some(targets.add(path, matches!(part, Part::Within(_)))),
            Spot::Bytes(_) => None,
        })
        .collect();
    if sights.iter().any(Option::is_some) {
        targets.walk(text);
    }
    spots
        .iter()
        .zip(&sights)
        .map(|(spot, sight)| match (spot, sight) {
            (Spot::Node(_, part), Some(sight)) => place(text, &targets, *sight, part),
            (Spot::Bytes(bytes), _) => {
                Place { bytes: boundary(text, bytes.start)..boundary(text, bytes.end), style: None }
            }
            (Spot::Node(..), None) => Place { bytes: 0..0, style: None },
        })
        .collect()
}

fn place(text: &str, targets: &Targets, sight: usize, part: &Part) -> Place {
    let region = match part {
        Part::Key => targets.key(sight),
        Part::Value | Part::Within(_) => None,
    };
    let Some(region) = region.or_else(|| targets.value(sight)) else {
        return Place { bytes: 0..0, style: None };
    };
    let bytes = boundary(text, region.start)..boundary(text, region.end);
    let inside = match (part, region, targets.text(sight)) {
        (Part::Within(stretch), Region { style: Some(style), .. }, Some(value)) => {
            scalar::within(&text[bytes.clone()], *style, value, stretch)
        }
        _ => None,
    };
    let bytes = inside.map_or(bytes.clone(), |inside| bytes.start + inside.start..bytes.start + inside.end);
    Place { bytes, style: region.style }
}

/// The character boundary at or before `byte`.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

/// Each stretch of `bytes` with its lines and columns, in one pass however many there are and however long the lines.
pub(in crate::load) fn stretches(text: &str, bytes: Vec<Range<usize>>) -> Vec<Stretch> {
    let mut edges: Vec<usize> = bytes.iter().flat_map(|bytes| [bytes.start, bytes.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let (mut line, mut column, mut chars) = (1, 1, text.char_indices().peekable());
    let positions: Vec<Position> = edges
        .iter()
        .map(|edge| {
            while let Some((_, c)) = chars.next_if(|(byte, _)| byte < edge) {
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            Position { line, column }
        })
        .collect();
    let position = |at: usize| edges.binary_search(&at).map_or(Position::default(), |index| positions[index]);
    bytes
        .into_iter()
        .map(|bytes| Stretch { start: position(bytes.start), end: position(bytes.end), bytes })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::diagnostics::Step::{Item, Key};

    const YAML: &str = "\
title: 'l''été'
events:
- id: a
  date:   1961
  title: {fr: \"é 東 x\", en: b}
  summary: >
    folded
    words
- &b
  id: b
  id: c
  date:
- *b
last: plain
  over lines
";

    fn find(yaml: &str, path: &[crate::load::diagnostics::Step], part: Part) -> (usize, usize, String) {
        let spot = Spot::Node(path.to_vec(), part);
        let stretch = stretches(yaml, vec![locate(yaml, &[&spot]).remove(0).bytes]).remove(0);
        (stretch.start.line, stretch.start.column, yaml[stretch.bytes].to_owned())
    }

    #[test]
    fn every_value_has_its_line_and_column() {
        let event = |index, key| vec![Key("events"), Item(index), Key(key)];
        for (path, part, expected) in [
            (vec![], Part::Value, (1, 1, "title")),
            (vec![Key("title")], Part::Key, (1, 1, "title")),
            (vec![Key("title")], Part::Within(2..5), (1, 12, "été")),
            (vec![Key("events"), Item(0)], Part::Value, (3, 3, "id")),
            (event(0, "date"), Part::Key, (4, 3, "date")),
            (event(0, "date"), Part::Value, (4, 11, "1961")),
            (event(0, "date"), Part::Within(2..3), (4, 13, "6")),
            (vec![Key("events"), Item(0), Key("title"), Item(0)], Part::Within(2..3), (5, 18, "東")),
            (vec![Key("events"), Item(0), Key("title"), Item(1)], Part::Key, (5, 24, "en")),
            (event(0, "summary"), Part::Within(7..12), (8, 5, "words")),
            (event(1, "id"), Part::Value, (10, 7, "b")),
            (vec![Key("events"), Item(1), Item(1)], Part::Key, (11, 3, "id")),
            (event(1, "date"), Part::Value, (12, 7, "")),
            (event(2, "id"), Part::Value, (13, 3, "*b")),
            (event(9, "id"), Part::Value, (3, 3, "id")),
            (vec![Key("last")], Part::Within(6..10), (15, 3, "over")),
        ] {
            let (line, column, found) = find(YAML, &path, part.clone());
            assert_eq!((line, column, found.as_str()), expected, "{path:?} {part:?}");
        }
    }

    #[test]
    fn carriage_returns_tabs_and_wide_characters_move_nothing() {
        let yaml = "a: 1\r\n\"東\": {k:\t\"x\\\"é\"}\r\nb: 2\r\n";
        assert_eq!(find(yaml, &[Item(1), Key("k")], Part::Within(2..3)), (2, 14, "é".into()));
        assert_eq!(find(yaml, &[Key("b")], Part::Value), (3, 4, "2".into()));
    }

    #[test]
    fn what_comes_after_an_error_is_placed_at_what_came_before() {
        assert_eq!(find("a: 1\nb: [", &[Key("b"), Item(3)], Part::Value), (2, 4, "[".into()));
        assert_eq!(find("", &[Key("b")], Part::Value), (1, 1, String::new()));
    }
}
