//! The problems of a timeline.

use crate::i18n::{Lang, Words};
use std::ops::Range;

use crate::load::{Excerpt, Problem, Severity};
use crate::role::Role;
use crate::wrap;

use super::page::{Line, Page};

/// The problems in `width` columns; each is an item.
pub(super) fn page(problems: Option<&[Problem]>, lang: Lang, width: usize) -> Page<usize> {
    let mut page = Page::new(width);
    let words = Words::of(lang);
    match problems {
        None => page.paragraph(words.pending, Role::Dim),
        Some([]) => page.paragraph(words.no_problems, Role::Good),
        Some(problems) => {
            for (index, problem) in problems.iter().enumerate() {
                page.gap();
                page.item(index, |page| describe(page, problem));
            }
        }
    }
    page
}

fn describe(page: &mut Page<usize>, problem: &Problem) {
    let (name, role) = match problem.severity {
        Severity::Error => ("error", Role::Bad),
        Severity::Warning => ("warning", Role::Warn),
    };
    let lead = format!("{name}[{}] ", problem.code);
    page.indented(&[(&lead, role)], &[("  ", role)], &problem.message, Role::Text);
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
    let mut line = Line::default();
    line.push("    ", Role::Text);
    let mut done = 0;
    for mark in marks {
        line.push(&slice(&text, done..mark.start), Role::Text);
        line.push(&slice(&text, mark.clone()), Role::Passage);
        done = mark.end;
    }
    line.push(&slice(&text, done..usize::MAX), Role::Text);
    page.lines.push(line);
}

/// As much of the line as fits into `columns`, with the first mark in it; marks are scalar offsets into it.
fn around(at: &Excerpt, columns: usize) -> (String, Vec<Range<usize>>) {
    let text: Vec<char> = at.text.chars().collect();
    let first = at.marks.first().map_or(0, |mark| mark.start);
    let start = if text.len() <= columns { 0 } else { first.saturating_sub(columns / 3) };
    let blank = text[start.min(text.len())..].iter().take_while(|c| c.is_whitespace()).count();
    let start = if first >= start + blank { start + blank } else { start };
    let kept: String = text.iter().skip(start).take(columns).collect();
    let kept = wrap::fit(&kept, columns, "…").into_owned();
    let length = kept.chars().count();
    let move_to = |offset: usize| offset.saturating_sub(start).min(length);
    let marks = at.marks.iter().map(|mark| move_to(mark.start)..move_to(mark.end)).collect();
    (kept, marks)
}

fn slice(text: &str, range: Range<usize>) -> String {
    text.chars().skip(range.start).take(range.end.saturating_sub(range.start)).collect()
}
