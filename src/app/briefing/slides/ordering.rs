//! The exercise in which a class puts events in order, and its answers.

use crate::app::screen::labels::date_words;
use crate::briefing::Step;
use crate::evidence::Anchor;
use crate::role::Role;

use super::builder::SlideBuilder;
use super::context::SlideContext;
use super::quote;

/// Sets the titles as the class has put them, each behind its letter; the next one goes to the row that is marked.
pub(crate) fn set(material: &SlideContext<'_>, sheet: &mut SlideBuilder) {
    let Some(ordering) = material.ordering else { return };
    sheet.step(Step::Ordering, |sheet| {
        sheet.paragraph(material.words().ordering, Role::Heading);
        sheet.page.paragraph(material.words().ordering_hint, Role::Dim);
        sheet.blank(1);
        // With air between them where there is room.
        let is_airy = sheet.height > 2 * ordering.arranged().len() + 6;
        for (row, &event) in ordering.arranged().iter().enumerate() {
            let is_next = row == ordering.row();
            let sign = if is_next { material.glyphs.selected } else { " " };
            let letter = ordering.letter(event).unwrap_or(' ');
            let lead = format!(" {:>2}  {letter}  ", row + 1);
            let rest = " ".repeat(lead.len() + 1);
            let title = material.title(event);
            let first = [(sign, Role::Accent), (&*lead, Role::Date)];
            sheet.keep(|sheet| sheet.indented(&first, &[(&rest, Role::Dim)], &title, Role::Title));
            if is_airy {
                sheet.blank(1);
            }
        }
    });
}

/// Sets the events in the order of time, each with the quote that dates it.
pub(crate) fn answers(material: &SlideContext<'_>, sheet: &mut SlideBuilder) {
    let Some(ordering) = material.ordering else { return };
    // What does not stand in its article, or was never looked for there, gives no date.
    let is_sound = |quote| material.anchor(quote).is_some_and(|anchor| !matches!(anchor, Anchor::Orphan(_)));
    let (words, glyphs) = (material.words(), material.glyphs);
    sheet.step(Step::Answers, |sheet| {
        sheet.paragraph(words.ordering, Role::Heading);
        for verdict in ordering.verdicts(material.timeline(), is_sound) {
            sheet.gap();
            let event = &material.timeline().events[verdict.event];
            let (sign, role) =
                if verdict.is_in_order { (glyphs.exact, Role::Good) } else { (glyphs.orphan, Role::Bad) };
            let letter = ordering.letter(verdict.event).unwrap_or(' ');
            let head = format!(
                "{} {} {}",
                date_words(&event.date, material.lang),
                glyphs.dot,
                material.title(verdict.event)
            );
            sheet.keep(|sheet| {
                let lead = format!(" {letter}  ");
                let rest = " ".repeat(lead.len() + 1);
                sheet.indented(
                    &[(sign, role), (&lead, Role::Date)],
                    &[(&rest, Role::Dim)],
                    &head,
                    Role::Title,
                );
                match verdict.dated_by {
                    Some(quote) => quote::among_others(material, quote, None, sheet),
                    None => sheet.page.paragraph(words.no_source_dates, Role::Warn),
                }
            });
        }
    });
}
