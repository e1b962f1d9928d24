//! The slide that opens: what the timeline is called, the time it spans, what it rests on.

use crate::app::screen::evidence::KnownProblems;
use crate::app::screen::labels::source_name;
use crate::app::screen::{evidence, labels};
use crate::briefing::{Dates, Step};
use crate::i18n;
use crate::role::Role;

use super::builder::SlideBuilder;
use super::context::SlideContext;
use super::letters::Letters;
use super::letters::Level;

pub(crate) fn set(material: &SlideContext<'_>, sheet: &mut SlideBuilder) {
    sheet.step(Step::Opening, |sheet| {
        let title = labels::title(material.timeline(), material.lang);
        let sizes = [
            (Letters::Wide, 2),
            (Letters::Narrow, 1),
            (Letters::Narrow, 2),
            (Letters::Narrow, 3),
            (Letters::Tall, 1),
        ];
        let rows = sheet.height / 2;
        if sheet.level == Level::Small || !sheet.large(title, Role::Title, &sizes, rows) {
            sheet.paragraph(title, Role::Title);
        }
        if let Some(span) = span(material).filter(|_| material.dates == Dates::Shown) {
            sheet.blank(1);
            sheet.paragraph(&span, Role::Date);
        }
        sheet.blank(1);
        let known = KnownProblems { settings: &[], proof: material.proof, unreadable: None };
        let evidence = evidence::evidence(material.timeline(), known, material.lang, material.glyphs);
        let fits = evidence.iter().find(|line| line.width() <= sheet.page.width);
        sheet.page.lines.extend(fits.cloned());
        sheet.blank(1);
        for source in &material.timeline().sources {
            sheet.paragraph(&source_name(source, material.lang, material.glyphs), Role::Source);
        }
    });
}

/// From the first event to the last.
fn span(material: &SlideContext<'_>) -> Option<String> {
    let events = material.timeline().children(None);
    let mut dates = events.filter_map(|event| material.timeline().events[event].date.date());
    let first = dates.next()?;
    Some(i18n::period(first, dates.last().unwrap_or(first), material.lang))
}
