//! The problems of a timeline.

use std::ops::Range;

use crate::i18n::{Lang, Words};
use crate::load::{self, Excerpt, Failure, Problem, Proof, Severity};
use crate::role::Role;
use crate::wrap;

use super::page::{Line, Page};

/// The problems in `width` columns; each is an item. Of a timeline that has been saved since and cannot be read,
/// those that say why.
pub(super) fn page(
    proof: Option<&Proof>,
    unreadable: Option<&Failure>,
    lang: Lang,
    width: usize,
) -> Page<usize> {
    let mut page = Page::new(width);
    let words = Words::of(lang);
    let problems = match (unreadable, proof) {
        (Some(Failure::Io(error)), _) => {
            page.paragraph(words.unreadable, Role::Bad);
            page.paragraph(&error.to_string(), Role::Text);
            return page;
        }
        (Some(Failure::Problems(problems)), _) => problems,
        (None, Some(proof)) => &proof.problems,
        (None, None) => {
            page.paragraph(words.pending, Role::Dim);
            return page;
        }
    };
    if problems.is_empty() {
        page.paragraph(words.no_problems, Role::Good);
    }
    for (index, problem) in in_order(problems).enumerate() {
        page.gap();
        page.item(index, |page| describe(page, problem, lang));
    }
    page
}

/// Errors first; among them, and among warnings, the order of the file.
pub(super) fn in_order(problems: &[Problem]) -> impl Iterator<Item = &Problem> {
    let of = |severity| problems.iter().filter(move |problem| problem.severity == severity);
    of(Severity::Error).chain(of(Severity::Warning))
}

fn describe(page: &mut Page<usize>, problem: &Problem, lang: Lang) {
    let role = match problem.severity {
        Severity::Error => Role::Bad,
        Severity::Warning => Role::Warn,
    };
    let lead = format!("{}[{}] ", problem.severity.word(lang), problem.code);
    // What is wrong with this line is told in English alone; in French, what the rule is comes first.
    match load::rule(problem.code).filter(|_| lang != Lang::En) {
        Some(known) => {
            page.indented(&[(&lead, role)], &[("  ", role)], known.summary_in(lang), Role::Text);
            page.indented(&[("  ", Role::Dim)], &[("  ", Role::Dim)], &problem.message, Role::Dim);
        }
        None => page.indented(&[(&lead, role)], &[("  ", role)], &problem.message, Role::Text),
    }
    excerpt(page, &problem.at);
    if let Some(help) = &problem.help {
        page.indented(&[("  → ", Role::Accent)], &[("    ", Role::Dim)], help, Role::Text);
    }
}

/// Where it stands, the line, and carets under what is meant.
fn excerpt(page: &mut Page<usize>, at: &Excerpt) {
    let lead = [("  ", Role::Dim)];
    page.indented(&lead, &lead, &format!("{}:{}:{}", at.file, at.line, at.column), Role::Dim);
    let (text, marks) = around(at, page.width.saturating_sub(4));
    let (mut line, mut carets) = (Line::default(), Line::default());
    line.push("    ", Role::Text);
    carets.push("    ", Role::Text);
    let mut done = 0;
    for mark in marks {
        let (before, marked) = (slice(&text, done..mark.start), slice(&text, mark.clone()));
        carets.push(&" ".repeat(wrap::width(&before)), Role::Text);
        carets.push(&"^".repeat(wrap::width(&marked).max(1)), Role::Accent);
        line.push(&before, Role::Text);
        line.push(&marked, Role::Passage);
        done = mark.end;
    }
    line.push(&slice(&text, done..usize::MAX), Role::Text);
    page.lines.extend([line, carets]);
}

/// As much of the line as fits into `columns`, with the first mark in it and a sign where it was cut; marks are
/// scalar offsets into it.
fn around(at: &Excerpt, columns: usize) -> (String, Vec<Range<usize>>) {
    let text: Vec<char> = at.text.chars().collect();
    let blank = text.iter().take_while(|c| c.is_whitespace()).count();
    let first = at.marks.first().map_or(0, |mark| mark.start);
    let fits = wrap::width(at.text.trim_start()) <= columns;
    let start = if fits { blank.min(first) } else { blank.max(first.saturating_sub(columns / 3)).min(first) };
    let sign = if start > blank { "…" } else { "" };
    let rest: String = text[start.min(text.len())..].iter().collect();
    let shown = format!("{sign}{}", wrap::fit(&rest, columns.saturating_sub(sign.len().min(1)), "…"));
    let length = shown.chars().count();
    let shift = sign.chars().count();
    let place = |offset: usize| (offset.saturating_sub(start) + shift).min(length);
    let marks = at.marks.iter().map(|mark| place(mark.start)..place(mark.end)).collect();
    (shown, marks)
}

fn slice(text: &str, range: Range<usize>) -> String {
    text.chars().skip(range.start).take(range.end.saturating_sub(range.start)).collect()
}
