//! A quote: by itself among the words of its article, or among other quotes.

use std::ops::Range;

use crate::app::screen::page::Line;
use crate::evidence::Anchor;
use crate::model::QuoteIndex;
use crate::role::Role;
use crate::wrap;

use super::builder::SlideBuilder;
use super::context::SlideContext;
use super::letters::Level;
use super::letters::{self, Letters, Room, Set};

/// More of an article around a quote than this fits on no screen, in bytes.
const AROUND: usize = 4000;

/// In more lines than these on each side a quote would drown.
const MOST_AROUND: usize = 6;
/// The lines that say that the article goes on before and behind what is shown.
const ELLIPSES: usize = 2;

/// Sets a quote by itself: the words of its article around it stand back, who says it and where it comes from stand
/// at the foot.
pub(crate) fn alone(material: &SlideContext<'_>, index: QuoteIndex, sheet: &mut SlideBuilder) {
    foot(material, index, sheet);
    let after = sheet.page.lines.len();
    // What follows the quote is set first, to know how much room is left for what is around it.
    beside(material, index, "", sheet);
    remarks(material, index, "", sheet);
    let remarks = sheet.page.lines.split_off(after);
    let around = remarks.len() + usize::from(!remarks.is_empty()) + sheet.foot.len() + 1;
    let around = around + usize::from(sheet.legend.is_some());
    orphan_words(material, index, sheet);
    let room = sheet.height.saturating_sub(around + sheet.page.lines.len() - after);
    if let Some(set) = huge(material, index, sheet) {
        amid_huge(material, index, &set, room, sheet);
    } else {
        let lines = amid(material, index, sheet.page.width, room);
        sheet.page.lines.extend(lines);
    }
    if !remarks.is_empty() {
        sheet.gap();
        sheet.page.lines.extend(remarks);
    }
}

/// The words of a quote in large letters, where everything is in them.
fn huge(material: &SlideContext<'_>, index: QuoteIndex, sheet: &SlideBuilder) -> Option<Set> {
    let room = Room { columns: sheet.page.width, rows: usize::MAX, glyphs: sheet.glyphs.set };
    let (words, _) = material.quoted(index);
    let is_huge = sheet.level == Level::Huge;
    is_huge.then(|| letters::set(&words, &[(Letters::Narrow, usize::MAX)], room)).flatten()
}

/// Sets a quote in large letters. The words of its article before and behind it are in small ones, as many as `rows`
/// rows leave room for.
fn amid_huge(
    material: &SlideContext<'_>,
    index: QuoteIndex,
    set: &Set,
    rows: usize,
    sheet: &mut SlideBuilder,
) {
    let (before, behind) = around(material, index).unwrap_or_default();
    let (before, behind) = (&*material.covered(before), &*material.covered(behind));
    let most = (rows.saturating_sub(set.rows()) / 2).min(MOST_AROUND);
    let ellipsis = material.glyphs.ellipsis;
    let width = sheet.page.width.saturating_sub(wrap::width(ellipsis) + 1);
    let wrapped = |text: &str| -> Vec<String> {
        let lines = wrap::lines(text, width).into_iter().map(|line| text[line].trim().to_owned());
        // The stop of the quote's own sentence is no line.
        lines.filter(|line| line.contains(char::is_alphanumeric)).collect()
    };
    let (mut above, mut below) = (wrapped(before), wrapped(behind));
    let cut = above.len().saturating_sub(most);
    above.drain(..cut);
    if let Some(first) = above.first_mut().filter(|_| cut > 0) {
        *first = format!("{ellipsis} {first}");
    }
    let is_cut = below.len() > most;
    below.truncate(most);
    if let Some(last) = below.last_mut().filter(|_| is_cut) {
        *last = format!("{last} {ellipsis}");
    }
    let dim = |words: &String| {
        let mut line = Line::default();
        line.push(words, Role::Dim);
        line
    };
    sheet.page.lines.extend(above.iter().map(dim));
    // The ground of a passage would show between the parts of a letter.
    let role = if is_orphan(material, index) { Role::Dim } else { Role::Quote };
    sheet.set(set, role);
    sheet.page.lines.extend(below.iter().map(dim));
}

/// Sets a quote as one of several: its words with a bar, who says them, where they come from; behind `stance`, where
/// that is not the one of the quote before it.
pub(crate) fn among_others(
    material: &SlideContext<'_>,
    index: QuoteIndex,
    stance: Option<(&str, Role)>,
    sheet: &mut SlideBuilder,
) {
    let quote = &material.timeline().quotes[index];
    let (bar_role, role) = match roles(material, index) {
        // Among others none stands out.
        (bar_role, Role::Passage) => (bar_role, Role::Quote),
        roles => roles,
    };
    let bar = format!("{} ", sheet.glyphs.bar);
    sheet.keep(|sheet| {
        if let Some((words, role)) = stance {
            sheet.page.paragraph(words, role);
            // Where all of it has no room on one page, at least the first line of the quote is with it.
            let line = sheet.page.lines.len() - 1;
            sheet.together.push(line..line + 2);
        }
        let bar = if is_orphan(material, index) { "  " } else { &bar };
        orphan_words(material, index, sheet);
        let (words, parts) = material.quoted(index);
        sheet.page.parted(&[(bar, bar_role)], &[(bar, bar_role)], &words, role, &parts);
        beside(material, index, "  ", sheet);
        if let Some(speaker) = &quote.speaker {
            let words = format!("{} {}", material.glyphs.dash, material.text(speaker));
            sheet.indented(&[("  ", Role::Text)], &[("  ", Role::Text)], &words, Role::Text);
        }
        let (mark, mark_role, words) = material.provenance(index);
        sheet.indented(
            &[("  ", Role::Source), (&mark, mark_role)],
            &[("    ", Role::Source)],
            &words,
            Role::Source,
        );
        remarks(material, index, "    ", sheet);
    });
}

fn is_orphan(material: &SlideContext<'_>, index: QuoteIndex) -> bool {
    matches!(material.anchor(index), Some(Anchor::Orphan(_)))
}

/// Says over an orphan that its words are no quotation.
fn orphan_words(material: &SlideContext<'_>, index: QuoteIndex, sheet: &mut SlideBuilder) {
    if is_orphan(material, index) {
        let words = format!("{} {}", material.glyphs.orphan, material.words().orphan);
        sheet.page.paragraph(&words, Role::Bad);
    }
}

/// What the article says in the place of the curator's words.
fn beside(material: &SlideContext<'_>, index: QuoteIndex, lead: &str, sheet: &mut SlideBuilder) {
    for beside in material.beside(index) {
        let sign = format!("{} ", beside.sign);
        let lead = (lead, beside.role);
        let (first, rest) = ([lead, (&*sign, beside.role)], [lead, ("  ", beside.role)]);
        sheet.page.parted(&first, &rest, &beside.text, beside.role, &beside.parts);
    }
}

/// Our translation. What we note on a quote is for the speaker.
fn remarks(material: &SlideContext<'_>, index: QuoteIndex, lead: &str, sheet: &mut SlideBuilder) {
    let quote = &material.timeline().quotes[index];
    let lead = [(lead, Role::Text)];
    if let Some(translation) = material.translation(quote) {
        sheet.indented(&lead, &lead, &translation, Role::Text);
    }
}

/// Who says it, where it comes from, the mark of its check, the address.
fn foot(material: &SlideContext<'_>, index: QuoteIndex, sheet: &mut SlideBuilder) {
    let quote = &material.timeline().quotes[index];
    let mut foot = SlideBuilder::new((sheet.page.width, sheet.height), Level::Normal, sheet.glyphs);
    if let Some(speaker) = &quote.speaker {
        let words = format!("{} {}", material.glyphs.dash, material.text(speaker));
        foot.paragraph(&words, Role::Text);
    }
    let (mark, mark_role, words) = material.provenance(index);
    foot.indented(&[(&mark, mark_role)], &[("  ", Role::Source)], &words, Role::Source);
    if let Some(url) = material.url(quote) {
        foot.address("  ", url);
    }
    sheet.foot = foot.page.lines;
    sheet.foot_addresses = foot.page.addresses;
}

/// The roles of the bar beside a quote and of its words.
fn roles(material: &SlideContext<'_>, index: QuoteIndex) -> (Role, Role) {
    match material.anchor(index) {
        Some(Anchor::Orphan(_)) => (Role::Bad, Role::Dim),
        Some(Anchor::Altered(_)) => (Role::Altered, Role::Passage),
        _ => (Role::Accent, Role::Passage),
    }
}

/// The words of a quote between those of its article, as many as have room in `rows` rows; an ellipsis where the
/// article goes on.
fn amid(material: &SlideContext<'_>, index: QuoteIndex, width: usize, rows: usize) -> Vec<Line> {
    let (text, words, parts) = material.amid(index, around(material, index).unwrap_or_default());
    let ranges = wrap::lines(&text, width.saturating_sub(2));
    let holds = |range: &Range<usize>| range.start < words.end && range.end > words.start;
    let first = ranges.iter().position(holds).unwrap_or_default();
    let last = ranges.iter().rposition(holds).unwrap_or_default();
    let spare = rows.saturating_sub(last + 1 - first + ELLIPSES);
    let behind = ranges.len() - last - 1;
    let above = first.min(spare.saturating_sub(behind.min(spare / 2))).min(MOST_AROUND);
    let below = behind.min(spare - above).min(MOST_AROUND);
    let (bar_role, role) = roles(material, index);
    let mut lines = Vec::new();
    for (number, range) in
        ranges.iter().enumerate().skip(first - above).take(above + last + 1 - first + below)
    {
        let mut line = Line::default();
        let is_quote = (first..=last).contains(&number) && !is_orphan(material, index);
        line.push(&if is_quote { format!("{} ", material.glyphs.bar) } else { "  ".to_owned() }, bar_role);
        let cut = |at: usize| at.clamp(range.start, range.end);
        let (start, end) = (cut(words.start), cut(words.end));
        line.push(&text[range.start..start], Role::Dim);
        line.push_parts(&text, start..end, role, parts.iter().cloned());
        line.push(&text[end..range.end], Role::Dim);
        lines.push(line);
    }
    let is_blank = |line: &Line| line.runs.iter().all(|run| run.text.trim().is_empty());
    while lines.last().is_some_and(is_blank) {
        lines.pop();
    }
    lines.drain(..lines.iter().take_while(|line| is_blank(line)).count());
    mark_cuts(&mut lines, (above < first, below < behind), material, width);
    lines
}

/// Puts an ellipsis where the article goes on before the first line and behind the last.
fn mark_cuts(
    lines: &mut Vec<Line>,
    (before, behind): (bool, bool),
    material: &SlideContext<'_>,
    width: usize,
) {
    let ellipsis = material.glyphs.ellipsis;
    let mut sign = Line::default();
    sign.push(&format!("  {ellipsis}"), Role::Dim);
    if before {
        lines.insert(0, sign.clone());
    }
    if let Some(last) = lines.last_mut().filter(|_| behind) {
        if last.width() + 1 + wrap::width(ellipsis) <= width {
            last.push(&format!(" {ellipsis}"), Role::Dim);
        } else {
            lines.push(sign);
        }
    }
}

/// The words of the article before and behind a quote; `None` where it stands in no place of an article.
fn around<'a>(material: &SlideContext<'a>, index: QuoteIndex) -> Option<(&'a str, &'a str)> {
    let span = material.anchor(index)?.span()?;
    let source = material.timeline().quotes[index].source?;
    let article = material.draft.articles.get(source)?.as_ref()?;
    let text = article.text();
    let (start, end) = (article.byte_offset(span.start), article.byte_offset(span.end));
    // Cut where a word begins.
    let from = start.saturating_sub(AROUND);
    let from = if from == 0 { 0 } else { (from..start).find(|at| is_blank_at(text, *at)).unwrap_or(start) };
    let to = text.len().min(end + AROUND);
    let to = if to == text.len() { to } else { (end..to).rfind(|at| is_blank_at(text, *at)).unwrap_or(end) };
    Some((&text[from..start], &text[end..to]))
}

fn is_blank_at(text: &str, at: usize) -> bool {
    text.as_bytes()[at].is_ascii_whitespace()
}
