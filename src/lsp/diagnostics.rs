//! The problems of a timeline, and what can be written instead.

use std::ops::Range;

use serde_json::{Value, json};

use super::document::Document;
use super::position;
use crate::i18n::Lang;
use crate::load::{Applicability, Fix, Problem, Severity};

/// The problems of `document`, as the editor shows them.
pub(super) fn diagnostics(document: &Document, lang: Lang) -> Vec<Value> {
    document.problems.iter().map(|problem| diagnostic(problem, &document.text, lang)).collect()
}

fn diagnostic(problem: &Problem, text: &str, lang: Lang) -> Value {
    let mut message = problem.message.in_language(lang).to_owned();
    if let Some(help) = &problem.help {
        message.push('\n');
        message.push_str(help.in_language(lang));
    }
    json!({
        "range": position::range(text, &problem.stretch.bytes),
        "severity": match problem.severity { Severity::Error => 1, Severity::Warning => 2 },
        "code": problem.code,
        "source": "frise",
        "message": message,
    })
}

/// What can be written for the problems that touch `bytes`.
pub(super) fn actions(document: &Document, uri: &str, bytes: &Range<usize>, lang: Lang) -> Vec<Value> {
    let touches = |problem: &&Problem| {
        let at = &problem.stretch.bytes;
        at.start <= bytes.end && bytes.start <= at.end
    };
    let problems = document.problems.iter().filter(touches);
    let fixes = problems.flat_map(|problem| problem.fixes.iter().map(move |fix| (problem, fix)));
    fixes.map(|(problem, fix)| action(problem, fix, document, uri, lang)).collect()
}

fn action(problem: &Problem, fix: &Fix, document: &Document, uri: &str, lang: Lang) -> Value {
    let text = &document.text;
    let edits: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| json!({ "range": position::range(text, &edit.at.bytes), "newText": edit.replacement }))
        .collect();
    json!({
        "title": fix.message.in_language(lang),
        "kind": "quickfix",
        "diagnostics": [diagnostic(problem, text, lang)],
        "isPreferred": fix.applicability == Applicability::MachineApplicable,
        "edit": { "changes": { uri: edits } },
    })
}
