//! What is on the screen, laid out.

use std::cell::Cell;
use std::collections::HashMap;

use crate::app::screen::layout::{Area, MenuKind};
use crate::app::screen::memo::Memo;
use crate::app::screen::page::{Line, Page};
use crate::command::{Command, Scope};
use crate::i18n::Lang;
use crate::model::{EventIndex, SourceIndex};
use crate::standing::Telling;

use super::article_lines::ArticleLines;
use super::find::FindMatches;
use super::passages::Passages;
use super::picker::Choice;
use super::view::Target;

/// What is on the screen, laid out; made anew when what it is made from changes.
#[derive(Debug, Default)]
pub(crate) struct LayoutCache {
    pub(crate) row_anchors: RowAnchors,
    pub(crate) row_heights: RowHeights,
    pub(crate) detail: Memo<(EventIndex, usize, Lang, bool, Telling), Page<Target>>,
    pub(crate) articles: Articles,
    pub(crate) matches: FindMatches,
    pub(crate) sources: Memo<(usize, Lang), Page<SourceIndex>>,
    pub(crate) problems: Memo<(usize, Lang, bool), Page<usize>>,
    pub(crate) picker: Memo<PickerKey, Page<Choice>>,
    pub(crate) menu: Memo<MenuKey, Page<Command>>,
    pub(crate) evidence: Memo<(Lang, bool), Vec<Line>>,
    pub(crate) hits: Memo<(u64, usize, Lang), Page<usize>>,
    pub(crate) preview: Memo<(u64, usize, usize, Lang), Page<()>>,
}

/// Where the events in view stood when keys had last moved among them.
#[derive(Debug, Default)]
pub(crate) struct RowAnchors {
    /// How often the list had been made, and where it stood.
    pub(crate) around: (usize, Area),
    /// The selected event, and the first row in view.
    pub(crate) at: (EventIndex, usize),
    /// Each event in view, with the lines between the top of the list and its row.
    pub(crate) lines: Vec<(EventIndex, usize)>,
}

impl RowAnchors {
    pub(crate) fn line_of(&self, event: EventIndex) -> Option<usize> {
        self.lines.iter().find(|(known, _)| *known == event).map(|(_, line)| *line)
    }
}

/// How many lines the rows of the list take in a width: every row is measured once, when it is first asked for. To
/// measure all of a long list at once would take longer than a frame.
#[derive(Debug, Default)]
pub(crate) struct RowHeights {
    /// How often the list had been made, and its columns.
    pub(crate) of: (usize, usize),
    /// For each row its lines; none where it has not been measured.
    pub(crate) lines: Vec<Cell<u16>>,
}

/// The articles that have been opened, laid out.
#[derive(Debug, Default)]
pub(crate) struct Articles {
    /// The lines of each in the columns there are.
    pub(crate) lines: Memo<usize, HashMap<SourceIndex, ArticleLines>>,
    /// The passages of each; without any before the quotes have been checked.
    pub(crate) passages: Memo<bool, HashMap<SourceIndex, Passages>>,
    pub(crate) anchor: ScrollAnchor,
}

/// What keeps its place in an article that is laid out anew in other columns or lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ScrollAnchor {
    /// The columns and lines there were.
    pub(crate) room: (usize, usize),
    pub(crate) source: SourceIndex,
    /// The byte at the beginning of a line, and how many lines that is under the first one in view.
    pub(crate) byte: usize,
    pub(crate) line: usize,
}

/// What a page of events to choose from is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PickerKey {
    /// The number of the question that they answer.
    pub(crate) number: Option<u64>,
    /// What was typed.
    pub(crate) typed: String,
    pub(crate) lang: Lang,
    pub(crate) width: usize,
}

/// What a page of commands is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MenuKey {
    /// As what they are shown.
    pub(crate) kind: MenuKind,
    /// What they are narrowed down by.
    pub(crate) wanted: String,
    /// Where the keyboard is; what does not work there is dim.
    pub(crate) scope: Scope,
    /// The language of the screen.
    pub(crate) lang: Lang,
    /// The columns of the page.
    pub(crate) width: usize,
}
