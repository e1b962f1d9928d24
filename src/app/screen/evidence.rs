//! What a timeline rests on, and what is wrong with it, on one line.

use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words, count};
use crate::load::{Failure, Problem, Proof, Severity};
use crate::model::Timeline;
use crate::role::Role;

use super::page::Line;

/// What problems there are: those of the settings, and those of the timeline. Of a timeline that has been saved since
/// and cannot be read, those that say why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownProblems<'a> {
    pub(crate) settings: &'a [Problem],
    pub(crate) proof: Option<&'a Proof>,
    pub(crate) unreadable: Option<&'a Failure>,
}

impl<'a> KnownProblems<'a> {
    /// Those of the timeline, as far as they are known.
    pub(crate) fn of_timeline(self) -> &'a [Problem] {
        match (self.unreadable, self.proof) {
            (Some(Failure::Problems(problems)), _) => problems,
            (Some(Failure::Io(_)), _) | (None, None) => &[],
            (None, Some(proof)) => &proof.problems,
        }
    }

    /// All of them, as they are shown: those of the settings first; among those of the timeline the errors, and
    /// among these, and among warnings, the order of the file.
    pub(crate) fn in_order(self) -> impl Iterator<Item = &'a Problem> {
        let of =
            move |severity| self.of_timeline().iter().filter(move |problem| problem.severity == severity);
        self.settings.iter().chain(of(Severity::Error)).chain(of(Severity::Warning))
    }
}

/// What a timeline rests on: `5 sources · 4 origines · 62 citations ✓`, from the fullest wording to the
/// shortest.
pub(crate) fn evidence(
    timeline: &Timeline,
    known: KnownProblems<'_>,
    lang: Lang,
    glyphs: &Glyphs,
) -> Vec<Line> {
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

/// The words over a timeline that was saved and cannot be read, from the fullest wording to the shortest.
pub(crate) fn unreadable(lang: Lang) -> [Line; 2] {
    let words = Words::of(lang);
    [words.unreadable_problems, words.unreadable_short].map(|words| {
        let mut line = Line::default();
        line.push(words, Role::Bad);
        line
    })
}
