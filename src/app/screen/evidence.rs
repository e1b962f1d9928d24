//! What a timeline rests on, and what is wrong with it, on one line.

use crate::evidence::{Anchor, Promise};
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words, count};
use crate::load::{Failure, Problem, Proof, Severity};
use crate::model::Timeline;
use crate::role::Role;
use crate::standing::{Share, Tally};

use super::labels::promise_role;
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

/// What a timeline rests on: `5 sources · 4 origins · ✓ 84 word for word · 3 cut · 1 altered`, from the fullest wording
/// to the shortest.
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
    let sources = count(lang, timeline.sources.len(), "source", "sources");
    let origins = count(lang, timeline.origins(), origin[0], origin[1]);
    let dot = (format!(" {} ", glyphs.dot), Role::Dim);
    let Some(proof) = known.proof.filter(|_| !timeline.quotes.is_empty()) else {
        let sign = if known.proof.is_some() { "" } else { glyphs.pending };
        let quotes = count(lang, timeline.quotes.len(), quote[0], quote[1]);
        let parts = [sources, origins, quotes];
        let lines = (0..=parts.len()).map(|from| {
            let mut line = Line::default();
            let parts: Vec<_> = parts[from..].iter().map(|words| vec![(words.clone(), Role::Dim)]).collect();
            line.push_all(&parts, &dot);
            line.push(if line.runs.is_empty() || sign.is_empty() { "" } else { " " }, Role::Dim);
            line.push(sign, Role::Dim);
            verdict(&mut line, known.proof, lang, glyphs, from == parts.len());
            of_settings(&mut line, known.settings, lang, from == parts.len());
            line
        });
        return lines.collect();
    };
    let shares = Tally::of(&proof.anchors).promised(lang);
    let in_words: Vec<_> = shares.iter().map(|share| in_words(share, lang, glyphs)).collect();
    let in_signs: Vec<_> = shares.iter().map(|share| in_signs(share, glyphs)).collect();
    let [sources, origins] = [sources, origins].map(|words| vec![(words, Role::Dim)]);
    let is_proven = shares.iter().all(|share| share.promise == Promise::WordForWord);
    let shortest = match proof.problems.is_empty() {
        true if is_proven => vec![vec![(glyphs.exact.to_owned(), Role::Good)]],
        true => in_signs.clone(),
        // What is wrong says it.
        false => Vec::new(),
    };
    let with = |before: &[Parts]| [before, &in_words].concat();
    let wordings =
        [with(&[sources, origins.clone()]), with(&[origins]), in_words.clone(), in_signs, shortest];
    let last = wordings.len() - 1;
    let lines = wordings.iter().enumerate().map(|(index, parts)| {
        let mut line = Line::default();
        line.push_all(parts, &dot);
        verdict(&mut line, known.proof, lang, glyphs, index == last);
        of_settings(&mut line, known.settings, lang, index == last);
        line
    });
    lines.collect()
}

/// Texts in their roles, one directly behind the other.
type Parts = Vec<(String, Role)>;

/// The quotes of which the same is promised, in words; only those that are word for word have a tick.
fn in_words(share: &Share, lang: Lang, glyphs: &Glyphs) -> Parts {
    let words = (share.words(lang), promise_role(share.promise));
    match share.promise {
        Promise::WordForWord => vec![(format!("{} ", glyphs.exact), Role::Good), (words.0, Role::Dim)],
        Promise::Cut | Promise::Altered | Promise::None => vec![words],
    }
}

/// The same with their sign in the place of words.
fn in_signs(share: &Share, glyphs: &Glyphs) -> Parts {
    let sign = match share.promise {
        Promise::WordForWord => glyphs.exact,
        Promise::Cut => glyphs.elided,
        Promise::Altered => glyphs.altered,
        Promise::None => glyphs.orphan,
    };
    vec![(format!("{sign} {}", share.count), promise_role(share.promise))]
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

/// Adds what is wrong with the timeline, with its number: errors and warnings, where there is little room the former.
fn verdict(line: &mut Line, proof: Option<&Proof>, lang: Lang, glyphs: &Glyphs, is_short: bool) {
    let Some(proof) = proof else { return };
    let errors = proof.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = proof.problems.len() - errors;
    let lost = proof.anchors.iter().filter(|anchor| matches!(anchor, Anchor::Orphan(_))).count();
    let warned = match lang {
        Lang::Fr => count(lang, warnings, "avertissement", "avertissements"),
        Lang::En => count(lang, warnings, "warning", "warnings"),
    };
    let (words, role) = match (errors, warnings) {
        (0, 0) => return,
        (0, _) => (format!("! {warned}"), Role::Warn),
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
    };
    line.push(if line.runs.is_empty() { "" } else { "  " }, Role::Dim);
    line.push(&words, role);
    if errors > 0 && warnings > 0 && !is_short {
        line.push(&format!(" {} ", glyphs.dot), Role::Dim);
        line.push(&warned, Role::Warn);
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
