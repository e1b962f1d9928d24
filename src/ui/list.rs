//! The list of events.

use crate::app::layout::Area;
use crate::app::{Row, State, date_words, indent, silence};
use crate::model::EventIndex;
use crate::role::Role;
use crate::wrap;

use super::canvas::Canvas;

/// Draws the rows that fit, from the first one in view.
pub(super) fn draw(state: &State, area: Area, focused: bool, canvas: &mut Canvas<'_>) {
    if state.timeline().events.is_empty() {
        canvas.text(area.x, area.y, state.words().no_events, Role::Dim, area.width);
        return;
    }
    let list = List { state, area, focused, columns: Columns::new(state, area) };
    let mut y = area.y;
    for row in &state.rows().rows[state.trail.base().top.min(state.rows().rows.len())..] {
        let bottom = area.y + area.height;
        if y >= bottom {
            break;
        }
        y += match row {
            Row::Event(event) => list.event(*event, y, bottom, canvas),
            Row::Silence { after, before } => list.silence(*after, *before, y, canvas),
        };
    }
}

struct List<'a> {
    state: &'a State,
    area: Area,
    focused: bool,
    columns: Columns,
}

/// Where the parts of a row begin, and how wide they are.
struct Columns {
    date: u16,
    date_width: u16,
    title: u16,
    title_width: u16,
}

impl Columns {
    fn new(state: &State, area: Area) -> Self {
        let width = usize::from(area.width);
        let date_width = u16::try_from(state.rows().date_columns(width)).unwrap_or(area.width);
        let date = area.x + 2;
        let title_width = u16::try_from(state.rows().title_width(width)).unwrap_or(area.width);
        Self { date, date_width, title: date + date_width + 2, title_width }
    }
}

impl List<'_> {
    fn event(&self, index: EventIndex, y: u16, bottom: u16, canvas: &mut Canvas<'_>) -> u16 {
        let state = self.state;
        let event = &state.timeline().events[index];
        let selected = index == state.event();
        let title = event.title.best(state.lang.tag());
        let lines = wrap::lines(title, self.columns.title_width.into());
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(bottom - y);
        let inset =
            u16::try_from(indent(state.timeline(), index)).unwrap_or(0).min(self.columns.date_width / 2);
        let date_role = if selected { Role::Accent } else { Role::Date };
        let date = date_words(&event.date, state.lang);
        let date_width = self.columns.date_width - inset;
        let date = wrap::fit(&date, date_width.into(), state.glyphs.ellipsis);
        canvas.text(self.columns.date + inset, y, &date, date_role, date_width);
        let role = if selected { Role::Title } else { Role::Text };
        for (line, y) in lines.iter().zip(y..y + height) {
            let words = crate::visible::line(&title[line.clone()]);
            canvas.text(self.columns.title, y, &words, role, self.columns.title_width);
        }
        self.tail(index, y, canvas);
        if selected {
            for y in y..y + height {
                canvas.select(self.area.x, y, self.area.width);
                if self.focused {
                    canvas.text(self.area.x, y, state.glyphs.selected, Role::Accent, 1);
                    canvas.select(self.area.x, y, 1);
                }
            }
        }
        height
    }

    /// The sign of folded subevents, and how many independent origins the event rests on.
    fn tail(&self, index: EventIndex, y: u16, canvas: &mut Canvas<'_>) {
        let state = self.state;
        let right = self.area.x + self.area.width;
        if state.timeline().children(Some(index)).next().is_some() {
            let unfolded = state.is_unfolded(index);
            let sign = if unfolded { state.glyphs.unfolded } else { state.glyphs.folded };
            canvas.text(right - 5, y, sign, Role::Accent, 1);
        }
        let origins = format!("{:>2}", state.timeline().origins_of(index).min(99));
        canvas.text(right - 3, y, &origins, Role::Dim, 2);
    }

    fn silence(&self, after: EventIndex, before: EventIndex, y: u16, canvas: &mut Canvas<'_>) -> u16 {
        let state = self.state;
        if let Some(words) = silence(state.timeline(), after, before, state.lang) {
            let words = format!("{} {words}", state.glyphs.dot);
            canvas.text(self.columns.title, y, &words, Role::Dim, self.columns.title_width);
        }
        1
    }
}
