//! The list of events.

use crate::app::pages::list::{list_caption, row_height, rows_area};
use crate::app::pages::tags;
use crate::app::screen::labels::{date_words, indent, silence, title_words};
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::app::state::grouping::Heading;
use crate::app::state::rows::{Columns, MARK, Row};
use crate::i18n;
use crate::model::EventIndex;
use crate::role::Role;
use crate::wrap;

use super::canvas::{Canvas, small};

/// Draws the rows that fit, from the first one in view.
pub(super) fn draw(state: &State, area: Area, focused: bool, canvas: &mut Canvas<'_>) {
    if state.timeline().events.is_empty() {
        canvas.text(area.x, area.y, state.words().no_events, Role::Dim, area.width);
        return;
    }
    if state.rows().all.is_empty() {
        let nearest = state.list.filter.as_ref().and_then(|filter| filter.nearest.as_deref());
        let said = match nearest {
            None => state.words().nothing_left.to_owned(),
            nearest => i18n::no_matches(nearest.map(crate::visible::line).as_deref(), state.display.lang),
        };
        let lines = wrap::lines(&said, usize::from(area.width) - 2);
        for (line, y) in lines.into_iter().zip(area.y..area.y + area.height) {
            canvas.text(area.x + 2, y, &said[line], Role::Warn, area.width - 2);
        }
        return;
    }
    let top = state.history.base().top.min(state.rows().all.len());
    if let Some(caption) = list_caption(state, top) {
        let caption = wrap::fit(&caption, area.width.into(), state.display.glyphs.ellipsis);
        canvas.text(area.x, area.y, &caption, Role::Dim, area.width);
    }
    let area = rows_area(state, area);
    let columns = state.rows().columns(area.width.into());
    let selected = state.rows().row_of(state.timeline(), state.event());
    let list = List { state, area, focused, columns, selected };
    let (mut y, bottom) = (area.y, area.y + area.height);
    let mut goes_on = false;
    for (index, row) in state.rows().all.iter().enumerate().skip(top) {
        if y >= bottom {
            goes_on = true;
            break;
        }
        let wanted = row_height(state, index, area.width.into());
        goes_on = wanted > usize::from(bottom - y);
        y += match row {
            Row::Event(event) => list.event(index, *event, y, bottom, canvas),
            Row::Silence { after, before } => list.silence(*after, *before, y, canvas),
            Row::Heading(heading) => list.heading(*heading, y, canvas),
        };
    }
    let edge = area.x + area.width;
    canvas.text(edge, area.y, if top > 0 { state.display.glyphs.above } else { "" }, Role::Accent, 1);
    canvas.text(edge, bottom - 1, if goes_on { state.display.glyphs.below } else { "" }, Role::Accent, 1);
}

struct List<'a> {
    state: &'a State,
    area: Area,
    focused: bool,
    columns: Columns,
    /// The selected row.
    selected: usize,
}

impl List<'_> {
    fn event(&self, row: usize, index: EventIndex, y: u16, bottom: u16, canvas: &mut Canvas<'_>) -> u16 {
        let state = self.state;
        let event = &state.timeline().events[index];
        let selected = index == state.event() && row == self.selected;
        let title = title_words(event, state.display.lang);
        let lines = wrap::lines(title, self.columns.title_width);
        let below = usize::from(self.columns.is_stacked);
        let height = small(lines.len() + below).min(bottom - y);
        self.date(index, y, selected, canvas);
        let role = if selected { Role::Title } else { Role::Text };
        for (line, y) in lines.iter().zip((y..y + height).skip(below)) {
            let words = crate::visible::line(&title[line.clone()]);
            canvas.text(self.column(self.columns.title), y, &words, role, small(self.columns.title_width));
        }
        if usize::from(height) == lines.len() + below {
            self.tags(row, index, y + height - 1, canvas);
        }
        self.tail(index, y, canvas);
        if selected {
            let top = y;
            for y in y..y + height {
                canvas.select(self.area.x, y, self.area.width);
                if self.focused {
                    canvas.point(self.column(MARK + self.inset(index)), top);
                    canvas.text(self.area.x, y, state.display.glyphs.selected, Role::Accent, 1);
                }
            }
        }
        height
    }

    /// The tags that fit behind the title.
    fn tags(&self, row: usize, index: EventIndex, y: u16, canvas: &mut Canvas<'_>) {
        let tags = tags::behind_title(self.state, row, index, self.columns);
        canvas.text(self.column(tags.column), y, &tags.text, Role::Dim, small(tags.room));
    }

    /// The date, set in by the events around it.
    fn date(&self, index: EventIndex, y: u16, selected: bool, canvas: &mut Canvas<'_>) {
        let state = self.state;
        let inset = self.inset(index);
        let room = self.columns.date_width - inset;
        let date = date_words(&state.timeline().events[index].date, state.display.lang);
        let role = if selected { Role::Accent } else { Role::Date };
        let date = wrap::fit(&date, room, state.display.glyphs.ellipsis);
        canvas.text(self.column(MARK + inset), y, &date, role, small(room));
    }

    /// The columns its date is set in.
    fn inset(&self, index: EventIndex) -> usize {
        indent(self.state.timeline(), index).min(self.columns.date_width / 2)
    }

    /// The column of the screen that is so many columns into the row.
    fn column(&self, offset: usize) -> u16 {
        self.area.x + small(offset)
    }

    /// The sign of folded subevents, and how many independent origins the event rests on.
    fn tail(&self, index: EventIndex, y: u16, canvas: &mut Canvas<'_>) {
        let state = self.state;
        let right = self.area.x + self.area.width;
        if state.timeline().children(Some(index)).next().is_some() {
            let unfolded = state.is_unfolded(index);
            let sign = if unfolded { state.display.glyphs.unfolded } else { state.display.glyphs.folded };
            canvas.text(right - 5, y, sign, Role::Accent, 1);
        }
        let origins =
            format!("{}{}", state.display.glyphs.origins, state.timeline().origins_of(index).min(99));
        canvas.text(right - 3, y, &origins, Role::Dim, 3);
    }

    fn silence(&self, after: EventIndex, before: EventIndex, y: u16, canvas: &mut Canvas<'_>) -> u16 {
        let state = self.state;
        if let Some(words) = silence(state.timeline(), after, before, state.display.lang) {
            let words = format!("{} {words}", state.display.glyphs.dot);
            let words = wrap::fit(&words, self.columns.title_width, state.display.glyphs.ellipsis);
            canvas.text(
                self.column(self.columns.title),
                y,
                &words,
                Role::Dim,
                small(self.columns.title_width),
            );
        }
        1
    }

    fn heading(&self, heading: Heading, y: u16, canvas: &mut Canvas<'_>) -> u16 {
        let words = heading.words(self.state.timeline(), self.state.display.lang);
        let words = wrap::fit(&words, self.area.width.into(), self.state.display.glyphs.ellipsis);
        canvas.text(self.area.x, y, &words, Role::Heading, self.area.width);
        1
    }
}
