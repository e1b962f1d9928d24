//! The teacher's own screen: notes, what the audience sees, what comes next.

use crate::app::layout::{Area, SMALLEST};
use crate::app::page::Line;
use crate::app::state::State;
use crate::briefing::{Place, Slide, Step, Stop};
use crate::i18n::Lang;
use crate::model::EventIndex;
use crate::role::Role;
use crate::wrap;

use super::Briefing;
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
    fn fitted(self, rows: usize) -> Self {
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

impl Briefing {
    /// What stands where on the teacher's screen; `None` on other screens, and where it is too small.
    pub fn notes_areas(&self, size: (u16, u16)) -> Option<NotesAreas> {
        let areas = NotesAreas::new(size).filter(|_| self.role == super::Role::Notes)?;
        Some(self.notes().map_or(areas, |notes| areas.fitted(notes.rows)))
    }
}

/// Lays out the teacher's screen.
pub(super) fn make(state: &State, briefing: &Briefing, areas: &NotesAreas) -> Notes {
    let words = state.words();
    let size = (usize::from(areas.notes.width), usize::MAX / 2);
    let mut sheet = Sheet::new(size, briefing.level, state.glyphs);
    let slide = Slide::at(state.timeline(), briefing.place.slide);
    let text = slide.event().and_then(|event| notes_of(state, event));
    match text {
        Some(text) => {
            let sizes = [(Letters::Narrow, usize::MAX)];
            // As large as there is room for them whole.
            let rows = match briefing.level {
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
    Notes { notes, rows, next: next(state, briefing, areas.next.width.into()) }
}

/// The notes on an event; those on the one around it where it has none of its own.
fn notes_of(state: &State, event: EventIndex) -> Option<String> {
    let events = &state.timeline().events;
    let mut around = std::iter::successors(Some(event), |event| events[*event].parent);
    let notes = around.find_map(|event| events[event].notes.as_ref())?;
    Some(notes.best(state.lang.tag()).to_owned())
}

/// The next step, and the next slide.
fn next(state: &State, briefing: &Briefing, width: usize) -> Vec<Line> {
    let words = state.words();
    let place = briefing.place;
    let step = place.next(state.timeline(), briefing.dates).filter(|next| next.slide == place.slide);
    let step = step.and_then(|next| said(state, next)).unwrap_or_default();
    let slide = if place.slide + 1 < briefing.slides() {
        title(state, place.slide + 1)
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
            line.push(&wrap::fit(&text.replace('\n', " "), room, state.glyphs.ellipsis), Role::Text);
            line
        })
        .collect()
}

/// What a slide is called, with its date.
pub(super) fn title(state: &State, slide: usize) -> String {
    let timeline = state.timeline();
    match Slide::at(timeline, slide) {
        Slide::Opening => crate::app::status::title(timeline, state.lang).to_owned(),
        Slide::Sources => state.words().sources.to_owned(),
        Slide::Event(event) => {
            let event = &timeline.events[event];
            let date = crate::app::list::date_words(&event.date, state.lang);
            format!("{date} {} {}", state.glyphs.dot, event.title.best(state.lang.tag()))
        }
    }
}

/// What a step says.
fn said(state: &State, place: Place) -> Option<String> {
    let event = Slide::at(state.timeline(), place.slide).event()?;
    let found = &state.timeline().events[event];
    let text = |text: &crate::model::Text| text.best(state.lang.tag()).to_owned();
    let Stop::Step(step) = place.stop else { return None };
    Some(match step {
        Step::Opening | Step::Sources => return None,
        Step::Date => crate::app::list::date_words(&found.date, state.lang),
        Step::Title => text(&found.title),
        Step::Summary => found.summary.as_ref().map(text)?,
        Step::Quote(number) => state.timeline().quotes.get(found.quotes.start + number)?.exact.clone(),
        Step::Claim(number) => found.claims.get(number).map(|claim| text(&claim.says))?,
        Step::Question(number) => found.questions.get(number).map(text)?,
    })
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
