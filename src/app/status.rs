//! The header and the footer.

use crate::command::{COMMANDS, Command, Spec};
use crate::role::Role;
use crate::wrap;

use super::filter::Filter;
use super::page::Line;
use super::state::State;

/// A key in the footer.
struct Hint {
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

/// The keys that fit into `width` columns, from left to right: the most useful first, and only those of commands that
/// would do something.
fn hints(state: &State, width: usize) -> Vec<Hint> {
    let scope = state.scope();
    let is_hint = |spec: &&Spec| spec.priority > 0 && spec.works_in(scope) && state.offers(spec.command);
    let mut specs: Vec<_> = COMMANDS.iter().filter(is_hint).collect();
    specs.sort_by_key(|spec| spec.priority);
    let mut hints: Vec<Hint> = Vec::new();
    for spec in specs {
        let Some(key) = state.keymap.name_in(scope, spec.command, state.lang, state.glyphs) else { continue };
        let wide = wrap::width(&key) + 1 + wrap::width(spec.label.in_language(state.lang));
        let column = hints.last().map_or(0, |last| last.column + last.width + GAP.len());
        if column + wide <= width {
            hints.push(Hint { spec, key, column, width: wide });
        }
    }
    hints
}

/// The command whose key stands in `column` of the line that [`keys`] makes of the same.
pub(super) fn key_at(state: &State, width: usize, column: usize) -> Option<Command> {
    let hints = hints(state, width);
    let hit = hints.iter().find(|hint| (hint.column..hint.column + hint.width).contains(&column));
    hit.map(|hint| hint.spec.command)
}

/// The keys that matter where one is, as many as fit into `width` columns.
pub fn keys(state: &State, width: usize) -> Line {
    let mut line = Line::default();
    for Hint { spec, key, column, .. } in hints(state, width) {
        line.push(if column > 0 { GAP } else { "" }, Role::Dim);
        line.push(&key, Role::Key);
        line.push(" ", Role::Dim);
        line.push(spec.label.in_language(state.lang), Role::Dim);
    }
    line
}

/// What the list is narrowed down by, and to how many events, in `columns` columns: where there is too little room,
/// what was typed gives way to the number.
pub fn filtered(filter: &Filter, state: &State, columns: usize) -> String {
    let (left, all) = (filter.events.len(), state.timeline().events.len());
    let lead = format!("  {} ", state.words().filtered_by);
    let number = format!(" {} {left}/{all}", state.glyphs.dot);
    let room = columns.saturating_sub(wrap::width(&lead) + wrap::width(&number));
    format!("{lead}{}{number}", wrap::fit(&filter.text, room, state.glyphs.ellipsis))
}
