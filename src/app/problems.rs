//! The problems of a timeline.

use crate::i18n::{Lang, Words};
use crate::load::{Problem, Severity};
use crate::role::Role;

use super::page::Page;

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
    let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
    page.indented(&[("  ", Role::Dim)], &[("  ", Role::Dim)], &place, Role::Dim);
    if let Some(help) = &problem.help {
        page.indented(&[("  → ", Role::Accent)], &[("    ", Role::Dim)], help, Role::Text);
    }
}
