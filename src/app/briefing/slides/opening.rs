//! The slide that opens: what the timeline is called, the time it spans, what it rests on.

use crate::app::screen::evidence::KnownProblems;
use crate::app::screen::labels::source_name;
use crate::app::screen::{evidence, labels};
use crate::briefing::{Dates, Step};
use crate::i18n;
use crate::role::Role;

use super::builder::SlideBuilder;
use super::context::{Offer, SlideContext};
use super::letters::Letters;
use super::letters::Level;
use crate::app::briefing::tally::tally_words;

pub(crate) fn set(material: &SlideContext<'_>, sheet: &mut SlideBuilder) {
    sheet.step(Step::Opening, |sheet| {
        let title = &*material.covered(labels::title(material.timeline(), material.lang));
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
        if let Some(offer) = material.offer {
            sheet.blank(1);
            offered(material, offer, sheet);
        }
        sheet.blank(1);
        let known = KnownProblems { settings: &[], proof: material.proof, unreadable: None };
        let evidence = evidence::evidence(material.timeline(), known, material.lang, material.glyphs);
        let fits = evidence.iter().find(|line| line.width() <= sheet.page.width);
        sheet.page.lines.extend(fits.cloned());
        // The last slide names the sources in any case.
        let before = sheet.page.lines.len();
        sheet.blank(1);
        for source in &material.timeline().sources {
            let name = source_name(source, material.lang, material.glyphs);
            sheet.paragraph(&material.covered(&name), Role::Source);
        }
        if sheet.page.lines.len() > sheet.height {
            sheet.page.lines.truncate(before);
        }
    });
}

/// What the briefing comes to, and the timeline's own briefings to choose from.
fn offered(material: &SlideContext<'_>, offer: Offer, sheet: &mut SlideBuilder) {
    sheet.paragraph(&tally_words(offer.tally, material.lang, material.glyphs), Role::Text);
    let (words, outlines) = (material.words(), &material.timeline().briefings);
    if outlines.is_empty() {
        return;
    }
    sheet.blank(1);
    let rest = if offer.is_whole { words.whole_timeline } else { words.chosen_events };
    let own = outlines.iter().map(|outline| {
        let title = material.text(&outline.title);
        let title = labels::seen(&title).unwrap_or(words.untitled_briefing);
        let minutes = outline.minutes.map(|minutes| format!(" {} {minutes} min", material.glyphs.dot));
        format!("{title}{}", minutes.unwrap_or_default())
    });
    for (number, title) in std::iter::once(rest.to_owned()).chain(own).enumerate() {
        let is_chosen = number == offer.outline.map_or(0, |outline| outline + 1);
        let sign = if is_chosen { material.glyphs.selected } else { " " };
        let role = if is_chosen { Role::Accent } else { Role::Dim };
        sheet.indented(&[(sign, role), (" ", role)], &[("  ", role)], &title, role);
    }
}

/// From the first event to the last.
fn span(material: &SlideContext<'_>) -> Option<String> {
    let events = material.timeline().children(None);
    let mut dates = events.filter_map(|event| material.timeline().events[event].date.date());
    let first = dates.next()?;
    Some(i18n::period(first, dates.last().unwrap_or(first), material.lang))
}
