//! The tags of events as they stand on the screen, and which of them is pointed at.

use crate::model::{EventIndex, Timeline};
use crate::wrap;

use crate::app::screen::labels::title_words;
use crate::app::state::State;
use crate::app::state::grouping::Heading;
use crate::app::state::rows::Columns;

/// The blanks between a title and its tags.
const BEFORE: usize = 2;

/// The tags behind the title of a row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowTags {
    /// The line of the row they stand on.
    pub(crate) line: usize,
    /// The column of the row they begin in.
    pub(crate) column: usize,
    /// The columns there are for them.
    pub(crate) room: usize,
    /// As many as fit.
    pub(crate) text: String,
}

/// The tags that fit behind the title of `event`, which stands on `row`. The detail has them all.
pub(crate) fn behind_title(state: &State, row: usize, event: EventIndex, columns: Columns) -> RowTags {
    let tag = state.display.lang.tag();
    let title = title_words(&state.timeline().events[event], state.display.lang);
    let lines = wrap::lines(title, columns.title_width);
    let end = lines.last().map_or(0, |line| wrap::width(&crate::visible::line(&title[line.clone()])));
    // One of them may stand over the group already.
    let over = match state.rows().group_around(row) {
        Some(Heading::Tag(first, index)) => state.timeline().events[first].tags.get(index),
        _ => None,
    };
    let tags = state.timeline().events[event].tags.iter();
    let tags = tags.filter(|text| over.is_none_or(|over| over.entries().next() != text.entries().next()));
    let tags: Vec<String> = tags.map(|text| crate::visible::line(text.best(tag)).into_owned()).collect();
    let room = columns.title_width.saturating_sub(end + BEFORE);
    RowTags {
        line: (lines.len() + usize::from(columns.is_stacked)).saturating_sub(1),
        column: columns.title + end + BEFORE,
        room,
        text: fitting(&tags, room, state.display.glyphs.ellipsis),
    }
}

/// The tag of `event` that stands in `column` of a line with this text, as it is called in the language `lang`.
pub(crate) fn at_column<'t>(
    timeline: &'t Timeline,
    event: EventIndex,
    lang: &str,
    text: &str,
    column: usize,
) -> Option<&'t str> {
    let tags = timeline.events.get(event)?.tags.iter().map(|tag| tag.best(lang));
    let is_there = |tag: &&str| {
        let sign = format!("#{}", crate::visible::line(tag));
        text.match_indices(&sign).any(|(at, sign)| {
            let start = wrap::width(&text[..at]);
            (start..start + wrap::width(sign)).contains(&column)
        })
    };
    // Of `#treaty` and `#treaty of 1961` the one that is written out.
    tags.filter(is_there).max_by_key(|tag| tag.len())
}

/// As many `tags` as fit into `room` columns, with a sign where there are more; nothing where none fits.
fn fitting(tags: &[String], room: usize, ellipsis: &str) -> String {
    let mut fitting = String::new();
    let mut shown = String::new();
    for (index, tag) in tags.iter().enumerate() {
        let gap = if index == 0 { "" } else { " " };
        shown = format!("{shown}{gap}#{tag}");
        let is_last = index + 1 == tags.len();
        let more = if is_last { String::new() } else { format!(" {ellipsis}") };
        if wrap::width(&shown) + wrap::width(&more) <= room {
            fitting = format!("{shown}{more}");
        }
    }
    fitting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_shown_whole_or_with_a_sign_that_there_are_more() {
        let tags = ["traité", "visite", "armes"].map(str::to_owned);
        for (room, expected) in [
            (30, "#traité #visite #armes"),
            (22, "#traité #visite #armes"),
            (21, "#traité #visite …"),
            (16, "#traité …"),
            (9, "#traité …"),
            (8, ""),
            (0, ""),
        ] {
            assert_eq!(fitting(&tags, room, "…"), expected, "{room}");
        }
        assert_eq!(fitting(&[], 30, "…"), "");
        assert_eq!(fitting(&["a".to_owned()], 2, "…"), "#a");
    }
}
