//! What the keys of time do to the axis.

use crate::app::pages::axis::{axis_columns, axis_windows, nest, place_of, projection};
use crate::app::state::State;
use crate::axis::{Interval, Scale, Seen, Time, Window};
use crate::command::Command;

/// Does what a command of time says, `steps` times.
pub(crate) fn handle(state: &mut State, command: Command, steps: isize) {
    if axis_windows(state).is_none() || axis_columns(state) == 0 {
        return state.say(state.words().no_axis);
    }
    let before = state.axis.viewport;
    match command {
        Command::ZoomIn => zoom(state, steps),
        Command::ZoomOut => zoom(state, -steps),
        Command::PanEarlier => pan_quarters(state, -steps),
        Command::PanLater => pan_quarters(state, steps),
        Command::EqualSteps => change_scale(state),
        _ => zoom_to_selection(state),
    }
    if state.axis.viewport == before && state.display.notice.is_none() {
        state.say(state.words().axis_end);
    }
}

/// Moves the axis by so many columns, to later times where positive.
pub(crate) fn pan(state: &mut State, columns: isize) {
    let Some((whole, window)) = axis_windows(state) else { return };
    let wide = axis_columns(state).max(1);
    // Rounded away from zero, so that no step is none.
    let distance = Time::try_from(columns).unwrap_or_default() * window.span();
    let wide = wide as Time;
    let distance = (distance + distance.signum() * (wide - 1)) / wide;
    state.axis.look_at(window.panned(distance, whole), state.list.filter.as_deref());
}

/// Moves the axis by so many quarters of what it shows.
fn pan_quarters(state: &mut State, quarters: isize) {
    let quarter = isize::try_from(axis_columns(state) / 4).unwrap_or_default().max(1);
    pan(state, quarters.saturating_mul(quarter));
}

/// Halves the time on the axis `steps` times (doubles it where negative); what is at `column` stays there.
pub(crate) fn zoom_at(state: &mut State, column: usize, steps: isize) {
    let Some((_, window)) = axis_windows(state) else { return };
    let columns = axis_columns(state);
    let (from, to) = (window.edge(column, columns), window.edge(column + 1, columns));
    zoom_around(state, from + (to - from) / 2, steps);
}

/// The same around the selected event, or around the middle where it is not in the window. What is looked at more
/// closely has an event in it: the one that begins nearest to the middle.
fn zoom(state: &mut State, steps: isize) {
    let Some((_, window)) = axis_windows(state) else { return };
    let projection = projection(state);
    let shown = projection.interval(state.event()).and_then(|interval| interval.within(window.interval()));
    let looked_at = shown.unwrap_or(window.interval());
    let middle = looked_at.start + looked_at.length() / 2;
    let is_sign =
        matches!(place_of(state, state.event()), Some(Seen::Here(place)) if place.first == place.last);
    let nearest = || match shown {
        None => {
            let whole = || projection.sign_near(middle, None, projection.range()?);
            projection.sign_near(middle, None, window.interval()).or_else(whole)
        }
        Some(shown) => projection.sign_near(middle, nest(state), shown),
    };
    let around = if steps > 0 && !is_sign { nearest() } else { None };
    zoom_around(state, around.unwrap_or(middle), steps);
}

fn zoom_around(state: &mut State, around: Time, steps: isize) {
    let Some((whole, window)) = axis_windows(state) else { return };
    let smallest = projection(state).smallest().min(window.span());
    let near = Interval { start: around, end: around + 1 };
    let window = window.zoomed(around, steps, smallest, whole).showing(near, whole);
    state.axis.look_at(window, state.list.filter.as_deref());
}

/// Shows the date of the selected event with some air, or where it is shown already the whole again.
fn zoom_to_selection(state: &mut State) {
    let focus = projection(state).focus(state.event());
    match focus {
        Some(focus) if state.axis.viewport.window != Some(focus) => {
            state.axis.look_at(focus, state.list.filter.as_deref());
        }
        Some(_) => state.axis.viewport.window = None,
        None if state.axis.viewport.window.is_some() => state.axis.viewport.window = None,
        None => state.say(state.words().undated),
    }
}

/// From true scale to equal steps and back; the events in the window stay there.
fn change_scale(state: &mut State) {
    let ends = state.axis.viewport.window.and_then(|window| projection(state).ends(window));
    state.axis.viewport.scale = match state.axis.viewport.scale {
        Scale::True => Scale::Equal,
        Scale::Equal => Scale::True,
    };
    state.axis.viewport.window = None;
    let projection = projection(state);
    let window = ends.and_then(|(first, last)| {
        let (first, last) = (projection.focus(first)?, projection.focus(last)?);
        Some(Window { start: first.start.min(last.start), end: first.end.max(last.end) })
    });
    if let Some(window) = window {
        state.axis.look_at(window, state.list.filter.as_deref());
    }
    state.axis.followed = None;
}
