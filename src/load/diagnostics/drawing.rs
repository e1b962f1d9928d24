//! Problems drawn as a good compiler draws them.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};
use unicode_width::UnicodeWidthStr;

use super::problem::{Excerpt, Problem};
use super::rule::Severity;
use crate::i18n::Lang;
use crate::visible;

/// Screens are taken for at least this wide, and at most that.
const NARROWEST: usize = 40;
const WIDEST: usize = 400;
/// About how many columns the line number and the signs around a line take.
const GUTTER: usize = 12;
/// A tab is drawn as this many spaces.
const TAB: &str = "    ";

/// Whether a problem counts, or the timeline allows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As grave as it is.
    Counts,
    /// Allowed, and so no longer grave.
    Allowed,
}

/// A problem with the line it stands on, a caret, and what to do, at most about `width` columns wide; ends with
/// a line feed. `color` adds ANSI escape sequences; nothing in the timeline can.
pub fn render(problem: &Problem, verdict: Verdict, lang: Lang, color: bool, width: usize) -> String {
    let words = Headings::of(lang);
    let level = match (verdict, problem.severity) {
        (Verdict::Allowed, _) => Level::INFO.with_name(words.allowed),
        (Verdict::Counts, Severity::Error) => Level::ERROR.with_name(problem.severity.word(lang)),
        (Verdict::Counts, Severity::Warning) => Level::WARNING.with_name(problem.severity.word(lang)),
    };
    let width = width.clamp(NARROWEST, WIDEST);
    let main = Shown::of(&problem.at, width);
    let more: Vec<(Shown, &Excerpt)> =
        problem.more.iter().map(|excerpt| (Shown::of(excerpt, width), excerpt)).collect();
    let title = level.primary_title(problem.message.in_language(lang)).id(problem.code);
    let label = Some(problem.at.label.in_language(lang)).filter(|label| !label.is_empty());
    let mut groups = vec![main.draw(title, &problem.at, AnnotationKind::Primary, label)];
    for (shown, excerpt) in &more {
        let title = Level::NOTE.with_name(words.note).secondary_title(excerpt.label.in_language(lang));
        groups.push(shown.draw(title, excerpt, AnnotationKind::Context, None));
    }
    if let Some(help) = &problem.help {
        let title = Level::HELP.with_name(words.help).secondary_title(help.in_language(lang));
        groups.push(Group::with_title(title));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    without_gaps(&renderer.term_width(width).decor_style(DecorStyle::Ascii).render(&groups))
}

/// The words before a colon.
struct Headings {
    allowed: &'static str,
    note: &'static str,
    help: &'static str,
}

impl Headings {
    const EN: Self = Self { allowed: "allowed", note: "note", help: "help" };
    const FR: Self = Self { allowed: "admis", note: "note", help: "aide" };

    const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &Self::EN,
            Lang::Fr => &Self::FR,
        }
    }
}

/// The drawing without the lines that hold nothing but `:::`. They say that a snippet is from another file than
/// the place named above it, for the line we draw is a part of the true one, and the place is given apart.
fn without_gaps(drawing: &str) -> String {
    let is_gap = |line: &&str| {
        let plain = line.split('\x1b').enumerate().map(|(index, part)| match part.split_once('m') {
            Some((_, text)) if index > 0 => text,
            _ => part,
        });
        plain.collect::<String>().trim() == ":::"
    };
    drawing.lines().filter(|line| !is_gap(line)).fold(String::new(), |all, line| all + line + "\n")
}

/// A line that is safe to print, its marks as bytes of it.
struct Shown {
    file: String,
    text: String,
    marks: Vec<Range<usize>>,
}

impl Shown {
    fn of(excerpt: &Excerpt, width: usize) -> Self {
        let chars: Vec<char> = excerpt.text.chars().collect();
        let marks = &excerpt.marks;
        let first = marks.first().map_or(0..0, Clone::clone);
        let window = window(&chars, &first, width - GUTTER);
        let mut text = String::new();
        // Where each character of the window begins, and where the last one ends.
        let mut edges = Vec::with_capacity(window.len() + 1);
        text.push_str(if window.start > 0 { "…" } else { "" });
        for c in &chars[window.clone()] {
            edges.push(text.len());
            text.push_str(&drawn(*c));
        }
        edges.push(text.len());
        text.push_str(if window.end < chars.len() { "…" } else { "" });
        let edge = |at: usize| edges[at.clamp(window.start, window.end) - window.start];
        let marks = marks
            .iter()
            .filter(|mark| mark.start <= window.end && mark.end > window.start)
            .map(|mark| edge(mark.start)..edge(mark.end))
            .collect();
        Self { file: visible::line(&excerpt.file).into_owned(), text, marks }
    }

    fn draw<'a>(
        &'a self,
        title: Title<'a>,
        excerpt: &Excerpt,
        kind: AnnotationKind,
        label: Option<&'a str>,
    ) -> Group<'a> {
        let origin = Origin::path(self.file.as_str()).line(excerpt.line).char_column(excerpt.column);
        // One label is enough for all marks of a line.
        let labels = std::iter::once(label).chain(std::iter::repeat(None));
        let annotations =
            self.marks.iter().zip(labels).map(|(mark, label)| kind.span(mark.clone()).label(label));
        let snippet = Snippet::source(self.text.as_str()).line_start(excerpt.line).annotations(annotations);
        title.element(origin).element(snippet)
    }
}

/// How a character of a line is drawn.
fn drawn(c: char) -> String {
    match c {
        '\t' => TAB.to_owned(),
        _ => visible::mark(c).map_or_else(|| c.to_string(), std::borrow::Cow::into_owned),
    }
}

/// The characters around a mark that fit into `columns`: the mark with a third of the room before it, or as much
/// as there is.
fn window(chars: &[char], mark: &Range<usize>, columns: usize) -> Range<usize> {
    let width = |at: usize| drawn(chars[at]).width();
    let total: usize = (0..chars.len()).map(width).sum();
    if total <= columns {
        return 0..chars.len();
    }
    let (mut start, mut before) = (mark.start.min(chars.len()), 0);
    while start > 0 && before + width(start - 1) <= columns / 3 {
        start -= 1;
        before += width(start);
    }
    let (mut end, mut used) = (start, 0);
    while end < chars.len() && used + width(end) <= columns {
        used += width(end);
        end += 1;
    }
    // What is not needed after the mark goes to what is before it.
    while end == chars.len() && start > 0 && used + width(start - 1) <= columns {
        start -= 1;
        used += width(start);
    }
    start..end
}
