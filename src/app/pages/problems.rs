//! The problems of a timeline.

use std::ops::Range;

use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::load::{Excerpt, Failure, Problem, Severity};
use crate::role::Role;
use crate::wrap;

use crate::app::screen::evidence::KnownProblems;
use crate::app::screen::page::{Line, Page};

/// The problems in `width` columns; each is an item.
pub(crate) fn page(known: KnownProblems<'_>, lang: Lang, glyphs: &Glyphs, width: usize) -> Page<usize> {
    let mut page = Page::new(width);
    let words = Words::of(lang);
    for (index, problem) in known.in_order().enumerate() {
        page.gap();
        page.item(index, |page| describe(page, problem, lang, glyphs));
    }
    page.gap();
    match (known.unreadable, known.proof) {
        (Some(Failure::Io(error)), _) => {
            page.paragraph(words.unreadable, Role::Bad);
            page.paragraph(error.said().in_language(lang), Role::Text);
        }
        (None, None) => page.paragraph(words.pending, Role::Dim),
        _ if known.of_timeline().is_empty() && known.settings.is_empty() => {
            page.paragraph(words.no_problems, Role::Good);
        }
        _ => {}
    }
    page
}

fn describe(page: &mut Page<usize>, problem: &Problem, lang: Lang, glyphs: &Glyphs) {
    let role = match problem.severity {
        Severity::Error => Role::Bad,
        Severity::Warning => Role::Warn,
    };
    let lead = format!("{}[{}] ", problem.severity.word(lang), problem.code);
    page.indented(&[(&lead, role)], &[("  ", role)], problem.message.in_language(lang), Role::Text);
    excerpt(page, &problem.at, glyphs);
    if let Some(help) = &problem.help {
        let lead = format!("  {} ", glyphs.route);
        page.indented(&[(&lead, Role::Accent)], &[("    ", Role::Dim)], help.in_language(lang), Role::Text);
    }
}

/// Where it stands, the line, and carets under what is meant.
fn excerpt(page: &mut Page<usize>, at: &Excerpt, glyphs: &Glyphs) {
    let lead = [("  ", Role::Dim)];
    page.indented(&lead, &lead, &format!("{}:{}:{}", at.file, at.line, at.column), Role::Dim);
    let (text, marks) = around(at, page.width.saturating_sub(4), glyphs.ellipsis);
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
fn around(at: &Excerpt, columns: usize, ellipsis: &str) -> (String, Vec<Range<usize>>) {
    let text: Vec<char> = at.text.chars().collect();
    let blank = text.iter().take_while(|c| c.is_whitespace()).count();
    let first = at.marks.first().map_or(0, |mark| mark.start);
    let fits = wrap::width(at.text.trim_start()) <= columns;
    let start = if fits { blank.min(first) } else { blank.max(first.saturating_sub(columns / 3)).min(first) };
    let sign = if start > blank { ellipsis } else { "" };
    let rest: String = text[start.min(text.len())..].iter().collect();
    let shown = format!("{sign}{}", wrap::fit(&rest, columns.saturating_sub(wrap::width(sign)), ellipsis));
    let length = shown.chars().count();
    let shift = sign.chars().count();
    let place = |offset: usize| (offset.saturating_sub(start) + shift).min(length);
    let marks = at.marks.iter().map(|mark| place(mark.start)..place(mark.end)).collect();
    (shown, marks)
}

fn slice(text: &str, range: Range<usize>) -> String {
    text.chars().skip(range.start).take(range.end.saturating_sub(range.start)).collect()
}
