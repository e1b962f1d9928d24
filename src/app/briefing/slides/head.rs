//! Date, title and summary of an event, and its questions.

use crate::briefing::{Dates, Step};
use crate::model::EventIndex;
use crate::role::Role;

use super::builder::SlideBuilder;
use super::context::SlideContext;
use super::letters::Level;
use super::letters::{self, Letters, Room, Set};

/// What stands where a date will be revealed.
const GUESS: &str = "?";

/// Sets date, title and summary; each keeps its place whether the others are revealed or not.
pub(crate) fn set(material: &SlideContext<'_>, event: EventIndex, sheet: &mut SlideBuilder) {
    let found = &material.timeline().events[event];
    sheet.step(Step::Date, |sheet| date(material, event, sheet));
    sheet.blank(1);
    sheet.step(Step::Title, |sheet| {
        sheet.heading(&material.text(&found.title), Role::Title, Level::Large);
    });
    if let Some(summary) = &found.summary {
        sheet.gap();
        sheet.step(Step::Summary, |sheet| {
            sheet.paragraph(&material.text(summary), Role::Text);
        });
    }
}

fn date(material: &SlideContext<'_>, event: EventIndex, sheet: &mut SlideBuilder) {
    let words = material.date(&material.timeline().events[event]);
    let later = material.later(event);
    match large(&words, sheet) {
        Some(set) if material.shows_date => sheet.set(&set, Role::Date),
        Some(Set { letters, lines }) => {
            let rest = (lines.len() - 1) * letters.rows();
            sheet.set(&Set { letters, lines: vec![GUESS.to_owned()] }, Role::Date);
            sheet.blank(rest);
        }
        None => sheet.paragraph(if material.shows_date { &words } else { GUESS }, Role::Date),
    }
    match later.filter(|_| material.shows_date) {
        Some(later) => sheet.paragraph(&later, Role::Dim),
        None if material.dates == Dates::Guessed => sheet.blank(1),
        None => {}
    }
}

fn large(words: &str, sheet: &SlideBuilder) -> Option<Set> {
    let sizes = [(Letters::Wide, 2), (Letters::Narrow, 1), (Letters::Narrow, 2), (Letters::Narrow, 3)];
    let tallest = [(Letters::Tall, 1)];
    let room = |rows| Room { columns: sheet.page.width, rows, glyphs: sheet.glyphs.set };
    if sheet.level == Level::Small {
        return None;
    }
    // Tall letters leave most of the screen to the rest.
    letters::set(words, &tallest, room(sheet.height / 3))
        .or_else(|| letters::set(words, &sizes, room(sheet.height / 2)))
        // ASCII has no smaller ones.
        .or_else(|| letters::set(words, &tallest, room(sheet.height / 2)))
}

/// Sets the questions, one step each.
pub(crate) fn questions(material: &SlideContext<'_>, event: EventIndex, sheet: &mut SlideBuilder) {
    let questions = &material.timeline().events[event].questions;
    for (number, question) in questions.iter().enumerate() {
        sheet.step(Step::Question(number), |sheet| {
            if number == 0 {
                sheet.paragraph(material.words().questions, Role::Heading);
                sheet.blank(1);
            }
            let lead = format!("{}. ", number + 1);
            let rest = " ".repeat(lead.len());
            let text = material.text(question);
            if sheet.level == Level::Huge {
                sheet.paragraph(&format!("{lead}{text}"), Role::Text);
            } else {
                sheet.indented(&[(&lead, Role::Accent)], &[(&rest, Role::Dim)], &text, Role::Text);
            }
        });
        sheet.blank(1);
    }
}
