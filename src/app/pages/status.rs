//! The header and the footer.

use crate::app::screen::layout::Pane;
use crate::command::{COMMANDS, Command, Spec, When};
use crate::role::Role;
use crate::wrap;

use crate::app::screen::page::Line;
use crate::app::state::State;
use crate::app::state::filter::Filter;

use super::reader::open_article;
use super::{axis, detail};

/// A key in the footer.
struct KeyHint {
    spec: &'static Spec,
    /// What is printed on the key.
    key: String,
    /// Its first column.
    column: usize,
    /// Its columns, those of its label included.
    width: usize,
}

/// Between two keys in the footer.
const GAP: &str = "   ";

/// Whether a command would do something where one is.
pub fn offers(state: &State, command: Command) -> bool {
    command.spec().is_offered(state.overlay.is_some(), |when| holds(state, when))
}

fn holds(state: &State, when: When) -> bool {
    let pane = state.history.top().pane();
    match when {
        When::Always => true,
        When::Outside(scope) => state.pane_scope() != scope,
        When::HasLayer => pane != Pane::List || state.list.filter.is_some(),
        When::HasHistory => state.history.has_before(),
        When::IsFiltered => state.list.filter.is_some(),
        When::HasArticle => state.quote_at(*state.history.base()).is_some() || pane == Pane::Sources,
        When::HasOtherPane => pane != Pane::Reader || state.has_reader_beside(),
        When::HasSubevents => {
            let event = state.timeline().events.get(state.event());
            event.is_some_and(|event| event.depth > 0 || event.end > state.event() + 1)
        }
        When::HasText => open_article(state).is_some(),
        When::HasWritten => !state.written.is_empty(),
        When::HasCuts => detail::has_cuts(state),
        When::Axis(need) => axis::meets(state, need),
    }
}

/// The keys that fit into `width` columns, from left to right: the most useful first, and only those of commands that
/// would do something.
fn hints(state: &State, width: usize) -> Vec<KeyHint> {
    let scope = state.scope();
    let is_hint = |spec: &&Spec| spec.priority > 0 && spec.works_in(scope) && offers(state, spec.command);
    let mut specs: Vec<_> = COMMANDS.iter().filter(is_hint).collect();
    specs.sort_by_key(|spec| spec.priority);
    let mut hints: Vec<KeyHint> = Vec::new();
    for spec in specs {
        let Some(key) = state.keys.map.name_in(scope, spec.command, state.display.lang, state.display.glyphs)
        else {
            continue;
        };
        let wide = wrap::width(&key) + 1 + wrap::width(spec.label.in_language(state.display.lang));
        let column = hints.last().map_or(0, |last| last.column + last.width + GAP.len());
        if column + wide <= width {
            hints.push(KeyHint { spec, key, column, width: wide });
        }
    }
    hints
}

/// The command whose key stands in `column` of the line that [`keys`] makes of the same.
pub(crate) fn key_at(state: &State, width: usize, column: usize) -> Option<Command> {
    let hints = hints(state, width);
    let hit = hints.iter().find(|hint| (hint.column..hint.column + hint.width).contains(&column));
    hit.map(|hint| hint.spec.command)
}

/// The keys that matter where one is, as many as fit into `width` columns.
pub(crate) fn keys(state: &State, width: usize) -> Line {
    let mut line = Line::default();
    for KeyHint { spec, key, column, .. } in hints(state, width) {
        line.push(if column > 0 { GAP } else { "" }, Role::Dim);
        line.push(&key, Role::Key);
        line.push(" ", Role::Dim);
        line.push(spec.label.in_language(state.display.lang), Role::Dim);
    }
    line
}

/// What the list is narrowed down by, and to how many events, in `columns` columns: where there is too little room,
/// what was typed gives way to the number.
pub(crate) fn filtered(filter: &Filter, state: &State, columns: usize) -> String {
    let (left, all) = (filter.events.len(), state.timeline().events.len());
    let lead = format!("  {} ", state.words().filtered_by);
    let number = format!(" {} {left}/{all}", state.display.glyphs.dot);
    let room = columns.saturating_sub(wrap::width(&lead) + wrap::width(&number));
    format!("{lead}{}{number}", wrap::fit(&filter.text, room, state.display.glyphs.ellipsis))
}
