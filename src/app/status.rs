//! The header and the footer.

use crate::command::{COMMANDS, Spec};
use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words, count};
use crate::load::{Proof, Severity};
use crate::model::Timeline;
use crate::role::Role;
use crate::wrap;

use super::filter::Filter;
use super::page::Line;
use super::state::State;

/// What a timeline rests on: `5 sources · 4 origines · 62 citations ✓`, from the fullest wording to the
/// shortest.
pub(super) fn evidence(timeline: &Timeline, proof: Option<&Proof>, lang: Lang, glyphs: &Glyphs) -> Vec<Line> {
    let mut origins: Vec<&str> = timeline.sources.iter().map(crate::model::Source::origin).collect();
    origins.sort_unstable();
    origins.dedup();
    let (origin, quote) = match lang {
        Lang::Fr => (["origine", "origines"], ["citation", "citations"]),
        Lang::En => (["origin", "origins"], ["quote", "quotes"]),
    };
    let (sign, role) = verdict(timeline, proof, lang, glyphs);
    let dot = format!(" {} ", glyphs.dot);
    let parts = [
        count(lang, timeline.sources.len(), "source", "sources"),
        count(lang, origins.len(), origin[0], origin[1]),
        count(lang, timeline.quotes.len(), quote[0], quote[1]),
    ];
    (0..=parts.len())
        .map(|from| {
            let mut line = Line::default();
            let words = parts[from..].join(&dot);
            line.push(&words, Role::Dim);
            line.push(if words.is_empty() { "" } else { " " }, Role::Dim);
            line.push(&sign, role);
            line
        })
        .collect()
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

/// The keys that matter where one is, as many as fit into `width` columns, the most useful first; only those
/// of commands that would do something.
pub fn keys(state: &State, width: usize) -> Line {
    let scope = state.scope();
    let is_hint = |spec: &&Spec| spec.priority > 0 && spec.works_in(scope) && state.offers(spec.command);
    let mut hints: Vec<_> = COMMANDS.iter().filter(is_hint).collect();
    hints.sort_by_key(|spec| spec.priority);
    let mut line = Line::default();
    for spec in hints {
        let label = spec.label.in_language(state.lang);
        let Some(key) = state.keymap.first_name(spec.command, state.lang, state.glyphs) else { continue };
        let wide = wrap::width(&key) + 1 + wrap::width(label);
        let gap = if line.runs.is_empty() { "" } else { "   " };
        if line.width() + gap.len() + wide <= width {
            line.push(gap, Role::Dim);
            line.push(&key, Role::Key);
            line.push(" ", Role::Dim);
            line.push(label, Role::Dim);
        }
    }
    line
}

/// What the list is narrowed down by, and to how many events.
pub fn filtered(filter: &Filter, state: &State) -> String {
    let words = state.words().filtered_by;
    let (left, all) = (filter.events.len(), state.timeline().events.len());
    let text = crate::visible::line(&filter.text);
    format!("  {words} {text} {} {left}/{all}", state.glyphs.dot)
}

/// The title of a timeline.
pub fn title(timeline: &Timeline, lang: Lang) -> &str {
    match timeline.title.best(lang.tag()) {
        "" => Words::of(lang).untitled,
        title => title,
    }
}
