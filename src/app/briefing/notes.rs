//! The teacher's own screen: notes, what the audience sees, what comes next.

use crate::app::context::Context;
use crate::app::layout::{Area, SMALLEST};
use crate::app::page::Line;
use crate::app::quoting;
use crate::briefing::{Dates, Place, Slide, Step, Stop};
use crate::i18n::Lang;
use crate::model::{EventIndex, QuoteIndex};
use crate::role::Role;
use crate::standing::{Kind, Telling};
use crate::wrap;

use super::letters::Letters;
use super::sheet::Sheet;
use super::{Level, Scene};

/// What stands where on the teacher's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotesAreas {
    /// Where the talk is, and its clock.
    pub header: Area,
    /// The notes.
    pub notes: Area,
    /// What the audience sees.
    pub slide: Area,
    /// What comes next.
    pub next: Area,
    /// The pace, or a word about the last key.
    pub footer: Area,
}

/// From here on the notes stand beside the slide.
const SIDE_BY_SIDE: u16 = 100;
/// The rows of what comes next: the next step, the next slide.
const NEXT_ROWS: u16 = 2;

impl NotesAreas {
    /// The areas of a screen of `size` (columns, rows); `None` where it is too small.
    pub fn new(size: (u16, u16)) -> Option<Self> {
        let (width, height) = size;
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let margin = if width >= 72 { 2 } else { 1 };
        let inner = width - 2 * margin;
        let row = |y, height| Area { x: margin, y, width: inner, height };
        let airy = u16::from(height >= 20);
        let top = 1 + airy;
        let bottom = height - 1 - airy - NEXT_ROWS;
        let body = row(top, bottom - top - airy);
        let (notes, slide) = if width >= SIDE_BY_SIDE {
            let left = inner / 2;
            let x = body.x + left + 3;
            (Area { width: left, ..body }, Area { x, width: inner - left - 3, ..body })
        } else {
            let above = body.height / 2;
            let y = body.y + above + airy;
            (Area { height: above, ..body }, Area { y, height: body.height - above - airy, ..body })
        };
        let next = row(bottom, NEXT_ROWS);
        Some(Self { header: row(0, 1), notes, slide, next, footer: row(height - 1, 1) })
    }

    /// The same with no more than `rows` rows for the notes: what they do not need is the slide's, where that is below.
    #[must_use]
    pub(super) fn fitted(self, rows: usize) -> Self {
        let spare = self.notes_rows().saturating_sub(u16::try_from(rows.max(1)).unwrap_or(u16::MAX));
        let spare = if self.slide.y > self.notes.y { spare } else { 0 };
        let notes = Area { height: self.notes.height - spare, ..self.notes };
        let slide = Area { y: self.slide.y - spare, height: self.slide.height + spare, ..self.slide };
        Self { notes, slide, ..self }
    }

    /// The rows of notes under their heading.
    pub const fn notes_rows(&self) -> u16 {
        self.notes.height - 1
    }
}

/// What the teacher's screen is made from.
pub(super) type Key = (Place, (u16, u16), Lang, Level, bool);

/// The teacher's screen, laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The notes, as a scene of their own.
    pub notes: Scene,
    /// The lines of it.
    pub rows: usize,
    /// What comes next: the next step, the next slide.
    pub next: Vec<Line>,
}

/// Where a talk is, as far as notes depend on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) place: Place,
    pub(super) dates: Dates,
    pub(super) level: Level,
    pub(super) slides: usize,
}

/// Lays out the teacher's screen.
pub(super) fn make(context: &Context<'_>, at: At, areas: &NotesAreas) -> Notes {
    let words = context.words();
    let size = (usize::from(areas.notes.width), usize::MAX / 2);
    let mut sheet = Sheet::new(size, at.level, context.glyphs);
    let slide = Slide::at(context.timeline(), at.place.slide);
    let text = slide.event().and_then(|event| notes_of(context, event));
    match text {
        Some(text) => {
            let sizes = [(Letters::Narrow, usize::MAX)];
            // As large as there is room for them whole.
            let rows = match at.level {
                Level::Small => 0,
                Level::Normal => areas.notes_rows().into(),
                Level::Large | Level::Huge => usize::MAX,
            };
            if !sheet.large(&text, Role::Text, &sizes, rows) {
                sheet.page.paragraph(&text, Role::Text);
            }
        }
        None => sheet.page.paragraph(words.no_notes, Role::Dim),
    }
    let notes = sheet.finish();
    let rows = notes.lines.len();
    Notes { notes, rows, next: next(context, at, areas.next.width.into()) }
}

/// The notes on an event; those on the one around it where it has none of its own.
fn notes_of(context: &Context<'_>, event: EventIndex) -> Option<String> {
    let events = &context.timeline().events;
    let mut around = std::iter::successors(Some(event), |event| events[*event].parent);
    let notes = around.find_map(|event| events[event].notes.as_ref())?;
    Some(notes.best(context.lang.tag()).to_owned())
}

/// The next step, and the next slide.
fn next(context: &Context<'_>, at: At, width: usize) -> Vec<Line> {
    let words = context.words();
    let place = at.place;
    let step = place.next(context.timeline(), at.dates).filter(|next| next.slide == place.slide);
    let step = step.and_then(|next| said(context, next)).unwrap_or_default();
    let slide = if place.slide + 1 < at.slides {
        title(context, place.slide + 1)
    } else {
        words.end_of_talk.to_owned()
    };
    let label = wrap::width(words.next_step).max(wrap::width(words.next_slide));
    [(words.next_step, step), (words.next_slide, slide)]
        .into_iter()
        .map(|(name, text)| {
            let mut line = Line::default();
            let fill = label - wrap::width(name) + 2;
            line.push(name, Role::Heading);
            line.push(&" ".repeat(fill), Role::Dim);
            let room = width.saturating_sub(line.width());
            line.push(&wrap::fit(&text.replace('\n', " "), room, context.glyphs.ellipsis), Role::Text);
            line
        })
        .collect()
}

/// What a slide is called, with its date.
pub(super) fn title(context: &Context<'_>, slide: usize) -> String {
    let timeline = context.timeline();
    match Slide::at(timeline, slide) {
        Slide::Opening => crate::app::labels::title(timeline, context.lang).to_owned(),
        Slide::Sources => context.words().sources.to_owned(),
        Slide::Event(event) => {
            let event = &timeline.events[event];
            let date = crate::app::labels::date_words(&event.date, context.lang);
            format!("{date} {} {}", context.glyphs.dot, event.title.best(context.lang.tag()))
        }
    }
}

/// What a step says.
fn said(context: &Context<'_>, place: Place) -> Option<String> {
    let event = Slide::at(context.timeline(), place.slide).event()?;
    let found = &context.timeline().events[event];
    let text = |text: &crate::model::Text| text.best(context.lang.tag()).to_owned();
    let Stop::Step(step) = place.stop else { return None };
    Some(match step {
        Step::Opening | Step::Sources => return None,
        Step::Date => crate::app::labels::date_words(&found.date, context.lang),
        Step::Title => text(&found.title),
        Step::Summary => found.summary.as_ref().map(text)?,
        Step::Quote(number) => quote(context, found.quotes.start + number)?,
        Step::Claim(number) => found.claims.get(number).map(|claim| text(&claim.says))?,
        Step::Question(number) => found.questions.get(number).map(text)?,
    })
}

/// The words of a quote, and what the article has in the place of those that are not its own.
fn quote(context: &Context<'_>, index: QuoteIndex) -> Option<String> {
    let anchor = context.proof.and_then(|proof| proof.anchors.get(index));
    let (words, _) = quoting::counted(&context.timeline().quotes.get(index)?.exact, anchor, context.lang);
    let standing = quoting::proven(context.draft, context.proof, index);
    let beside = standing
        .map(|standing| quoting::beside(standing, Telling::Counts, context.glyphs, context.lang))
        .unwrap_or_default();
    // What the curator put in comes first: the line may have no room for all.
    let altered = beside.iter().filter(|beside| beside.kind == Kind::Altered);
    let altered = altered.map(|beside| format!("{} {} {} ", beside.sign, beside.text, context.glyphs.dot));
    Some(altered.chain([words]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_notes_do_not_need_is_the_slides() {
        let areas = NotesAreas::new((80, 24)).unwrap();
        let fitted = areas.fitted(3);
        assert_eq!(fitted.notes_rows(), 3);
        assert_eq!(fitted.slide.y + fitted.slide.height, areas.slide.y + areas.slide.height);
        assert_eq!(fitted.slide.y - fitted.notes.y - fitted.notes.height, 1);
        assert_eq!(areas.fitted(100), areas);
        let wide = NotesAreas::new((120, 36)).unwrap();
        assert_eq!(wide.fitted(3), wide, "side by side they take nothing from each other");
    }
}
