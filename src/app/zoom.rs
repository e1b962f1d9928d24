//! Which time the axis shows, and what the keys of time do to it.

use std::sync::Arc;

use crate::axis::{
    self, Axis, Cell, Hand, Index, Place, Row, Ruler, Scale, Seen, Stretch, Time, Window, day_of, minute_of,
};
use crate::command::Command;
use crate::i18n::{self, Lang, Unit, Wording};
use crate::load::Draft;
use crate::model::EventIndex;

use super::filter::Filter;
use super::layout::Area;
use super::made::Made;
use super::state::State;

/// What the axis looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AxisView {
    /// The part that is on the screen; `None` for the whole.
    pub window: Option<Window>,
    /// How its columns are counted.
    pub scale: Scale,
}

/// The axis with what it is made from.
#[derive(Debug)]
pub(super) struct Sight {
    draft: Arc<Draft>,
    /// All events by time.
    index: Index,
    view: AxisView,
    /// The event the window was last brought to.
    followed: Option<EventIndex>,
    /// The filter that the axis was last made for.
    filter: Option<Arc<Filter>>,
    made: MadeAxis,
}

/// The axis as it is drawn.
#[derive(Debug, Default)]
struct MadeAxis {
    axis: Made<(Window, Scale, usize, Lang, &'static str), Axis>,
    nested: Made<(EventIndex, Window, Scale, usize), Row>,
}

impl Sight {
    pub(super) fn new(draft: &Arc<Draft>) -> Self {
        Self::of(draft, Index::new(&draft.timeline))
    }

    fn of(draft: &Arc<Draft>, index: Index) -> Self {
        Self {
            draft: Arc::clone(draft),
            index,
            view: AxisView::default(),
            followed: None,
            filter: None,
            made: MadeAxis::default(),
        }
    }

    /// Looks at another timeline in the same way; `index` is that of its events.
    pub(super) fn turn_to(&mut self, draft: &Arc<Draft>, index: Index) {
        let view = self.view;
        *self = Self { view, ..Self::of(draft, index) };
        let bounds = self.ruler(None).whole();
        let inside =
            |window: Window| Some(window.panned(0, bounds?)).filter(|window| Some(*window) != bounds);
        self.view.window = view.window.and_then(inside);
    }

    /// The events that a filter leaves, by time.
    fn ruler<'a>(&'a self, filter: Option<&'a Filter>) -> Ruler<'a> {
        let index = filter.map_or(&self.index, |filter| &filter.axis);
        Ruler { timeline: &self.draft.timeline, index, all: &self.index, scale: self.view.scale }
    }

    /// Forgets what was drawn where the filter is another one. Equal steps count the events that are left: a window
    /// over others is one over nothing in particular.
    fn narrow_to(&mut self, filter: Option<&Arc<Filter>>) {
        let is_same = match (&self.filter, filter) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        if is_same {
            return;
        }
        self.filter = filter.map(Arc::clone);
        self.made = MadeAxis::default();
        if self.view.scale == Scale::Equal {
            self.view.window = None;
        }
    }
}

/// Does what a command of time says, `steps` times.
pub(super) fn run(state: &mut State, command: Command, steps: isize) {
    if state.axis_windows().is_none() || state.axis_columns() == 0 {
        return state.say(state.words().no_axis);
    }
    let before = state.sight.view;
    match command {
        Command::ZoomIn => state.zoom(steps),
        Command::ZoomOut => state.zoom(-steps),
        Command::PanEarlier => state.pan_quarters(-steps),
        Command::PanLater => state.pan_quarters(steps),
        Command::EqualSteps => state.change_scale(),
        _ => state.zoom_to_selection(),
    }
    if state.sight.view == before && state.notice.is_none() {
        state.say(state.words().axis_end);
    }
}

impl State {
    fn ruler(&self) -> Ruler<'_> {
        self.sight.ruler(self.filter.as_deref())
    }

    /// All events by their time.
    pub fn true_ruler(&self) -> Ruler<'_> {
        let Sight { draft, index, .. } = &self.sight;
        Ruler { timeline: &draft.timeline, index, all: index, scale: Scale::True }
    }

    /// What the axis looks at.
    pub fn axis_view(&self) -> AxisView {
        self.sight.view
    }

    /// The axis; `None` where no event has a date.
    pub fn axis(&self) -> Option<&Axis> {
        self.sight.made.axis.get()
    }

    /// What lies inside the selected event, or inside the one it is part of; `None` where nothing does.
    pub fn nested_row(&self) -> Option<&Row> {
        self.nest()?;
        self.sight.made.nested.get()
    }

    /// The window of the whole axis and the one on the screen; `None` where no event has a date.
    pub fn axis_windows(&self) -> Option<(Window, Window)> {
        let whole = self.ruler().whole()?;
        Some((whole, self.sight.view.window.unwrap_or(whole)))
    }

    /// The columns of the axis; none where it is not on the screen.
    pub fn axis_columns(&self) -> usize {
        let area = self.layout().map(|layout| layout.axis).filter(|area| area.height > 0);
        area.map_or(0, |area| usize::from(area.width))
    }

    /// Where an event stands on the axis; `None` where it has no place there.
    pub fn place_of(&self, event: EventIndex) -> Option<Seen> {
        let columns = Some(self.axis_columns()).filter(|columns| *columns > 0)?;
        Place::of(&self.ruler(), event, self.axis_windows()?.1, columns)
    }

    /// When the whole axis begins and ends, in as few words as tell them apart.
    pub fn axis_ends(&self) -> Option<(String, String)> {
        let range = self.sight.index.range()?;
        let (start, end) = (range.start, range.end - 1);
        let (first, last) = (day_of(start), day_of(end));
        let (unit, known) = if first.year != last.year {
            (Unit::Year, None)
        } else if first != last {
            (Unit::Day, Some(crate::model::Day { month: 0, ..first }))
        } else {
            (Unit::Minute, Some(first))
        };
        let words = |day, at| i18n::tick(day, minute_of(at), unit, known, Wording::Short, self.lang);
        Some((words(first, start), words(last, end)))
    }

    /// Whether what lies inside the selected event stands on a row of its own, the third one of the axis.
    pub fn nest_has_row(&self) -> bool {
        self.nested_row().is_some() && self.layout().is_some_and(|layout| layout.axis.height > 3)
    }

    /// The event drawn at a column and row of the axis, or nearest to it: one of those inside the selected event
    /// where these are drawn there, else a top-level event. Of several in one column it is the one after the
    /// selected one. `None` where nothing is drawn.
    pub fn event_at(&self, column: usize, row: usize) -> Option<EventIndex> {
        let (_, window) = self.axis_windows()?;
        let columns = self.axis_columns();
        let column = column.min(columns.checked_sub(1)?);
        let nest = self.nest().filter(|_| self.shows_inner(column, row));
        axis::nearest(&self.ruler(), nest, self.event(), column, (window, columns))
    }

    fn shows_inner(&self, column: usize, row: usize) -> bool {
        let cell = |row: &Row| row.cells.get(column).copied().unwrap_or_default();
        let inner = self.nested_row().map(cell).unwrap_or_default();
        if self.nest_has_row() {
            return row == 2;
        }
        inner != Cell::Empty && self.axis().is_some_and(|axis| cell(&axis.row).is_under_inner())
    }

    /// Moves the axis by so many columns, to later times where positive.
    pub fn pan(&mut self, columns: isize) {
        let Some((whole, window)) = self.axis_windows() else { return };
        let wide = self.axis_columns().max(1);
        // Rounded away from zero, so that no step is none.
        let distance = Time::try_from(columns).unwrap_or_default() * window.span();
        let wide = wide as Time;
        let distance = (distance + distance.signum() * (wide - 1)) / wide;
        self.look_at(window.panned(distance, whole));
    }

    /// Moves the axis by so many quarters of what it shows.
    fn pan_quarters(&mut self, quarters: isize) {
        let quarter = isize::try_from(self.axis_columns() / 4).unwrap_or_default().max(1);
        self.pan(quarters.saturating_mul(quarter));
    }

    /// Halves the time on the axis `steps` times (doubles it where negative); what is at `column` stays there.
    pub fn zoom_at(&mut self, column: usize, steps: isize) {
        let Some((_, window)) = self.axis_windows() else { return };
        let columns = self.axis_columns();
        let (from, to) = (window.edge(column, columns), window.edge(column + 1, columns));
        self.zoom_around(from + (to - from) / 2, steps);
    }

    /// The same around the selected event, or around the middle where it is not in the window. What is looked at more
    /// closely has an event in it: the one that begins nearest to the middle.
    fn zoom(&mut self, steps: isize) {
        let Some((_, window)) = self.axis_windows() else { return };
        let ruler = self.ruler();
        let shown = ruler.stretch(self.event()).and_then(|stretch| stretch.within(window.stretch()));
        let looked_at = shown.unwrap_or(window.stretch());
        let middle = looked_at.start + looked_at.length() / 2;
        let is_sign =
            matches!(self.place_of(self.event()), Some(Seen::Here(place)) if place.first == place.last);
        let nearest = || match shown {
            None => ruler.sign_near(middle, None, window.stretch()).or(ruler.sign_near(
                middle,
                None,
                ruler.range()?,
            )),
            Some(shown) => ruler.sign_near(middle, self.nest(), shown),
        };
        let around = if steps > 0 && !is_sign { nearest() } else { None };
        self.zoom_around(around.unwrap_or(middle), steps);
    }

    fn zoom_around(&mut self, around: Time, steps: isize) {
        let Some((whole, window)) = self.axis_windows() else { return };
        let smallest = self.ruler().smallest().min(window.span());
        let near = Stretch { start: around, end: around + 1 };
        self.look_at(window.zoomed(around, steps, smallest, whole).showing(near, whole));
    }

    /// Shows the date of the selected event with some air, or where it is shown already the whole again.
    fn zoom_to_selection(&mut self) {
        let focus = self.ruler().focus(self.event());
        match focus {
            Some(focus) if self.sight.view.window != Some(focus) => self.look_at(focus),
            Some(_) => self.sight.view.window = None,
            None if self.sight.view.window.is_some() => self.sight.view.window = None,
            None => self.say(self.words().undated),
        }
    }

    /// From true scale to equal steps and back; the events in the window stay there.
    fn change_scale(&mut self) {
        let ends = self.sight.view.window.and_then(|window| self.ruler().ends(window));
        self.sight.view.scale = match self.sight.view.scale {
            Scale::True => Scale::Equal,
            Scale::Equal => Scale::True,
        };
        self.sight.view.window = None;
        let ruler = self.ruler();
        let window = ends.and_then(|(first, last)| {
            let (first, last) = (ruler.focus(first)?, ruler.focus(last)?);
            Some(Window { start: first.start.min(last.start), end: first.end.max(last.end) })
        });
        if let Some(window) = window {
            self.look_at(window);
        }
        self.sight.followed = None;
    }

    fn look_at(&mut self, window: Window) {
        let whole = self.ruler().whole();
        self.sight.view.window = Some(window).filter(|window| Some(*window) != whole);
    }

    /// Whether a command of time would do something.
    pub(super) fn offers_on_axis(&self, command: Command) -> bool {
        let Some((whole, window)) = self.axis_windows().filter(|_| self.axis_columns() > 0) else {
            return false;
        };
        match command {
            Command::ZoomIn => window.span() > self.ruler().smallest(),
            Command::ZoomOut => window != whole,
            Command::ZoomTo => {
                window != whole || self.ruler().focus(self.event()).is_some_and(|to| to != whole)
            }
            Command::PanEarlier => window.start > whole.start,
            Command::PanLater => window.end < whole.end,
            _ => self.ruler().index.family(None).len() > 1,
        }
    }

    /// The event whose inside is shown: the selected one, or the one it is part of.
    fn nest(&self) -> Option<EventIndex> {
        let event = self.event();
        let parent = self.timeline().events.get(event)?.parent;
        [Some(event), parent]
            .into_iter()
            .flatten()
            .find(|event| !self.ruler().index.family(Some(*event)).is_empty())
    }

    /// Brings the window to the selected event where another one was selected, and lays the axis out anew where
    /// that is needed.
    pub(super) fn make_axis(&mut self, area: Area) {
        self.sight.narrow_to(self.filter.as_ref());
        self.follow();
        let Some((_, window)) = self.axis_windows() else { return };
        let columns = usize::from(area.width);
        let (lang, ellipsis, nest) = (self.lang, self.glyphs.ellipsis, self.nest());
        let mut made = std::mem::take(&mut self.sight.made);
        let ruler = self.ruler();
        made.axis.make((window, ruler.scale, columns, lang, ellipsis), |_| {
            Axis::new(&ruler, window, columns, Hand { lang, ellipsis })
        });
        if let Some(event) = nest {
            made.nested.make((event, window, ruler.scale, columns), |_| {
                Row::new(&ruler, Some(event), window, columns)
            });
        }
        self.sight.made = made;
    }

    fn follow(&mut self) {
        let event = self.event();
        if self.sight.followed.replace(event) == Some(event) {
            return;
        }
        if let Some((whole, window)) = self.axis_windows().filter(|_| self.sight.view.window.is_some())
            && let Some(stretch) = self.ruler().stretch(event)
        {
            self.look_at(window.showing(stretch, whole));
        }
    }
}
