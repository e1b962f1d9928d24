//! The header and the footer.

use crate::command::{COMMANDS, Command, Spec};
use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words, count};
use crate::load::{Problem, Proof, Severity};
use crate::model::Timeline;
use crate::role::Role;
use crate::wrap;

use super::filter::Filter;
use super::list::seen;
use super::page::Line;
use super::problems::Known;
use super::state::State;

/// What a timeline rests on: `5 sources · 4 origines · 62 citations ✓`, from the fullest wording to the
/// shortest.
pub(super) fn evidence(timeline: &Timeline, known: Known<'_>, lang: Lang, glyphs: &Glyphs) -> Vec<Line> {
    let (origin, quote) = match lang {
        Lang::Fr => (["origine", "origines"], ["citation", "citations"]),
        Lang::En => (["origin", "origins"], ["quote", "quotes"]),
    };
    let (sign, role) = verdict(timeline, known.proof, lang, glyphs);
    let dot = format!(" {} ", glyphs.dot);
    let parts = [
        count(lang, timeline.sources.len(), "source", "sources"),
        count(lang, timeline.origins(), origin[0], origin[1]),
        count(lang, timeline.quotes.len(), quote[0], quote[1]),
    ];
    (0..=parts.len())
        .map(|from| {
            let mut line = Line::default();
            let words = parts[from..].join(&dot);
            line.push(&words, Role::Dim);
            line.push(if words.is_empty() { "" } else { " " }, Role::Dim);
            line.push(&sign, role);
            of_settings(&mut line, known.settings, lang, words.is_empty());
            line
        })
        .collect()
}

/// Adds that something is wrong with the settings, in a sign and where there is room in a word.
fn of_settings(line: &mut Line, problems: &[Problem], lang: Lang, is_short: bool) {
    let role = match problems.iter().map(|problem| problem.severity).min() {
        None => return,
        Some(Severity::Error) => Role::Bad,
        Some(Severity::Warning) => Role::Warn,
    };
    line.push("  !", role);
    if !is_short {
        line.push(&format!(" {}", Words::of(lang).settings), role);
    }
}

/// Whether everything holds, in a sign and where needed a number.
fn verdict(timeline: &Timeline, proof: Option<&Proof>, lang: Lang, glyphs: &Glyphs) -> (String, Role) {
    let Some(proof) = proof else { return (glyphs.pending.to_owned(), Role::Dim) };
    let errors = proof.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = proof.problems.len() - errors;
    let lost = proof.anchors.iter().filter(|anchor| matches!(anchor, Anchor::Orphan(_))).count();
    match (errors, warnings) {
        (0, 0) if timeline.quotes.is_empty() => (String::new(), Role::Dim),
        (0, 0) => (glyphs.exact.to_owned(), Role::Good),
        (0, _) => {
            let words = match lang {
                Lang::Fr => count(lang, warnings, "avertissement", "avertissements"),
                Lang::En => count(lang, warnings, "warning", "warnings"),
            };
            (format!("! {words}"), Role::Warn)
        }
        (_, _) => {
            let words = match lang {
                Lang::Fr => count(lang, errors, "erreur", "erreurs"),
                Lang::En => count(lang, errors, "error", "errors"),
            };
            let orphans = match lang {
                Lang::Fr => count(lang, lost, "introuvable", "introuvables"),
                Lang::En => count(lang, lost, "not found", "not found"),
            };
            let orphans =
                if lost > 0 { format!("{} {orphans} {} ", glyphs.orphan, glyphs.dot) } else { String::new() };
            (format!("{orphans}! {words}"), Role::Bad)
        }
    }
}

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

/// The words over a timeline that was saved and cannot be read, from the fullest wording to the shortest.
pub(super) fn unreadable(lang: Lang) -> [Line; 2] {
    let words = Words::of(lang);
    [words.unreadable_problems, words.unreadable_short].map(|words| {
        let mut line = Line::default();
        line.push(words, Role::Bad);
        line
    })
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

/// The title of a timeline.
pub fn title(timeline: &Timeline, lang: Lang) -> &str {
    seen(timeline.title.best(lang.tag())).unwrap_or(Words::of(lang).untitled)
}
