//! What the axis shows, and where.

use crate::app::state::State;
use crate::app::state::axis::{AxisView, Viewport};
use crate::axis::{self, Axis, AxisRow, AxisSpan, Cell, Projection, Scale, Seen, Window, day_of, minute_of};
use crate::command::AxisNeed;
use crate::i18n::{self, Unit, Wording};
use crate::model::EventIndex;

pub(crate) fn projection(state: &State) -> Projection<'_> {
    state.axis.projection(state.list.filter.as_deref())
}

/// All events by their time.
pub(crate) fn true_projection(state: &State) -> Projection<'_> {
    let AxisView { draft, index, .. } = &state.axis;
    Projection { timeline: &draft.timeline, index, all: index, scale: Scale::True }
}

/// What the axis looks at.
pub fn axis_view(state: &State) -> Viewport {
    state.axis.viewport
}

/// The axis; `None` where no event has a date.
pub fn drawn_axis(state: &State) -> Option<&Axis> {
    state.axis.drawn.axis.get()
}

/// What lies inside the selected event, or inside the one it is part of; `None` where nothing does.
pub(crate) fn nested_row(state: &State) -> Option<&AxisRow> {
    nest(state)?;
    state.axis.drawn.nested.get()
}

/// The window of the whole axis and the one on the screen; `None` where no event has a date.
pub fn axis_windows(state: &State) -> Option<(Window, Window)> {
    let whole = projection(state).whole()?;
    Some((whole, state.axis.viewport.window.unwrap_or(whole)))
}

/// The columns of the axis; none where it is not on the screen.
pub fn axis_columns(state: &State) -> usize {
    let area = state.layout().map(|layout| layout.axis).filter(|area| area.height > 0);
    area.map_or(0, |area| usize::from(area.width))
}

/// Where an event stands on the axis; `None` where it has no place there.
pub fn place_of(state: &State, event: EventIndex) -> Option<Seen> {
    let columns = Some(axis_columns(state)).filter(|columns| *columns > 0)?;
    AxisSpan::of(&projection(state), event, axis_windows(state)?.1, columns)
}

/// When the whole axis begins and ends, in as few words as tell them apart.
pub fn axis_ends(state: &State) -> Option<(String, String)> {
    let range = state.axis.index.range()?;
    let (start, end) = (range.start, range.end - 1);
    let (first, last) = (day_of(start), day_of(end));
    let (unit, known) = if first.year != last.year {
        (Unit::Year, None)
    } else if first != last {
        (Unit::Day, Some(crate::model::Day { month: 0, ..first }))
    } else {
        (Unit::Minute, Some(first))
    };
    let words = |day, at| i18n::tick(day, minute_of(at), unit, known, Wording::Short, state.display.lang);
    Some((words(first, start), words(last, end)))
}

/// Whether what lies inside the selected event stands on a row of its own, the third one of the axis.
pub(crate) fn nest_has_row(state: &State) -> bool {
    nested_row(state).is_some() && state.layout().is_some_and(|layout| layout.axis.height > 3)
}

/// The event drawn at a column and row of the axis, or nearest to it: one of those inside the selected event
/// where these are drawn there, else a top-level event. Of several in one column it is the one after the
/// selected one. `None` where nothing is drawn.
pub fn event_at(state: &State, column: usize, row: usize) -> Option<EventIndex> {
    let (_, window) = axis_windows(state)?;
    let columns = axis_columns(state);
    let column = column.min(columns.checked_sub(1)?);
    let nest = nest(state).filter(|_| shows_inner(state, column, row));
    axis::nearest(&projection(state), nest, state.event(), column, (window, columns))
}

fn shows_inner(state: &State, column: usize, row: usize) -> bool {
    let cell = |row: &AxisRow| row.cells.get(column).copied().unwrap_or_default();
    let inner = nested_row(state).map(cell).unwrap_or_default();
    if nest_has_row(state) {
        return row == 2;
    }
    inner != Cell::Empty && drawn_axis(state).is_some_and(|axis| cell(&axis.row).is_under_inner())
}

/// Whether the axis is on the screen and such as a command of time needs it.
pub(crate) fn meets(state: &State, need: AxisNeed) -> bool {
    let Some((whole, window)) = axis_windows(state).filter(|_| axis_columns(state) > 0) else {
        return false;
    };
    match need {
        AxisNeed::HasSmaller => window.span() > projection(state).smallest(),
        AxisNeed::HasLarger => window != whole,
        AxisNeed::HasOtherWindow => {
            window != whole || projection(state).focus(state.event()).is_some_and(|to| to != whole)
        }
        AxisNeed::HasEarlier => window.start > whole.start,
        AxisNeed::HasLater => window.end < whole.end,
        AxisNeed::HasSeveralEvents => projection(state).index.family(None).len() > 1,
    }
}

/// The event whose inside is shown: the selected one, or the one it is part of.
pub(crate) fn nest(state: &State) -> Option<EventIndex> {
    let event = state.event();
    let parent = state.timeline().events.get(event)?.parent;
    [Some(event), parent]
        .into_iter()
        .flatten()
        .find(|event| !projection(state).index.family(Some(*event)).is_empty())
}
