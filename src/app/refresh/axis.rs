//! Lays out the axis, where it changed.

use crate::app::pages::axis::{axis_windows, nest, projection};
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::axis::{Axis, AxisRow, LabelStyle};

/// Brings the window to the selected event where another one was selected, and lays the axis out anew where
/// that is needed.
pub(crate) fn lay_out(state: &mut State, area: Area) {
    state.axis.narrow_to(state.list.filter.as_ref());
    follow(state);
    let Some((_, window)) = axis_windows(state) else { return };
    let columns = usize::from(area.width);
    let (lang, ellipsis, nest) = (state.display.lang, state.display.glyphs.ellipsis, nest(state));
    let mut made = std::mem::take(&mut state.axis.drawn);
    let projection = projection(state);
    made.axis.make((window, projection.scale, columns, lang, ellipsis), |_| {
        Axis::new(&projection, window, columns, LabelStyle { lang, ellipsis })
    });
    if let Some(event) = nest {
        made.nested.make((event, window, projection.scale, columns), |_| {
            AxisRow::new(&projection, Some(event), window, columns)
        });
    }
    state.axis.drawn = made;
}

fn follow(state: &mut State) {
    let event = state.event();
    if state.axis.followed.replace(event) == Some(event) {
        return;
    }
    if let Some((whole, window)) = axis_windows(state).filter(|_| state.axis.viewport.window.is_some())
        && let Some(interval) = projection(state).interval(event)
    {
        state.axis.look_at(window.showing(interval, whole), state.list.filter.as_deref());
    }
}
