//! A filter and the axis: what the list leaves out is not drawn as an event.

use frise::app::{Pane, State, axis_columns, drawn_axis, event_at};
use frise::axis::Cell;
use frise::i18n::Lang;
use frise::model::EventIndex;

use crate::support::{browser, builtin, press, screen, type_text};

fn narrowed(text: &str) -> State {
    let mut state = browser(&builtin(), Lang::Fr, (120, 36));
    press(&mut state, "f");
    type_text(&mut state, text);
    state
}

/// The columns of the axis in which something is drawn.
fn drawn(state: &State) -> Vec<usize> {
    let cells = drawn_axis(state).map_or(&[][..], |axis| &axis.row.cells);
    (0..cells.len()).filter(|column| cells[*column] != Cell::Empty).collect()
}

fn listed(state: &State) -> Vec<EventIndex> {
    state.rows().all.iter().filter_map(|row| row.event()).collect()
}

#[test]
fn the_axis_shows_the_events_of_the_list_in_the_time_of_all() {
    let mut state = browser(&builtin(), Lang::Fr, (120, 36));
    let (all, labels) = (drawn(&state), drawn_axis(&state).unwrap().ticks.clone());
    press(&mut state, "f");
    type_text(&mut state, "^1961$");
    let left = listed(&state);
    assert_eq!(left.len(), 1);
    assert_eq!(drawn(&state).len(), 1, "one event is left");
    assert_eq!(drawn_axis(&state).unwrap().ticks, labels, "time stands where it stood");
    for column in 0..axis_columns(&state) {
        assert_eq!(event_at(&state, column, 1), Some(left[0]));
    }
    press(&mut state, "Esc");
    assert_eq!(drawn(&state), all);
}

#[test]
fn what_lies_inside_an_event_and_is_left_out_is_not_drawn_either() {
    let mut state = narrowed("2001");
    press(&mut state, "Enter");
    let mut inner = 0;
    for event in listed(&state) {
        press(&mut state, "j");
        for row in 0..3 {
            for column in 0..axis_columns(&state) {
                let at = event_at(&state, column, row);
                assert!(at.is_none_or(|at| listed(&state).contains(&at)), "{at:?} is not listed");
            }
        }
        inner += usize::from(state.timeline().events[event].depth > 0);
    }
    assert!(inner > 0, "nothing inside another event answers");
}

#[test]
fn at_equal_steps_the_events_that_are_left_share_the_axis() {
    let mut state = narrowed("2024");
    press(&mut state, "Enter e");
    let top = listed(&state).into_iter().filter(|event| state.timeline().events[*event].depth == 0).count();
    assert_eq!(drawn(&state).len(), top);
    press(&mut state, "= F");
    assert_eq!(drawn(&state).len(), 7);
}

#[test]
fn where_nothing_answers_nothing_is_drawn() {
    for scale in ["", "e"] {
        let mut state = browser(&builtin(), Lang::Fr, (120, 36));
        press(&mut state, scale);
        press(&mut state, "f");
        type_text(&mut state, "xyzzy");
        assert_eq!(drawn(&state), [0; 0]);
        press(&mut state, "Esc");
        assert!(!drawn(&state).is_empty());
    }
}

#[test]
fn the_number_of_events_left_stays_whatever_was_typed() {
    for (size, lang) in [((40, 12), Lang::Fr), ((40, 12), Lang::En), ((80, 24), Lang::Fr)] {
        let mut state = browser(&builtin(), lang, size);
        press(&mut state, "f");
        type_text(
            &mut state,
            "traité | visite | voyage | Corée | Poutine | Kim | 2000 | 2001 | 1961 | 1996 | 2024",
        );
        press(&mut state, "Enter");
        let header = screen::text(&state).lines().next().unwrap_or_default().to_owned();
        let (left, all) = (state.list.filter.as_ref().unwrap().events.len(), state.timeline().events.len());
        assert!(header.contains(&format!("… · {left}/{all}")), "{header}");
        assert!(header.trim_start().starts_with("Russi"), "{header}");
    }
}

#[test]
fn from_an_event_the_same_keys_lead_to_its_first_quote_on_every_screen() {
    for size in [(40, 12), (60, 20), (80, 24), (120, 36)] {
        for event in 0..7 {
            let mut state = browser(&builtin(), Lang::Fr, size);
            press(&mut state, &format!("{}G Enter Enter", event + 1));
            let quote = state.timeline().quotes_of(state.event()).start;
            assert_eq!(state.reading().unwrap().quote, Some(quote), "{size:?} {event}");
            assert_eq!(state.history.top().pane(), Pane::Reader, "{size:?} {event}");
        }
    }
}

#[test]
fn a_filter_that_nothing_answers_names_the_nearest_word() {
    for (lang, said) in [
        (Lang::Fr, "Vouliez-vous dire «\u{a0}Vostochny\u{a0}»\u{a0}?"),
        (Lang::En, "Did you mean “Vostochny”?"),
    ] {
        let mut state = browser(&builtin(), lang, (120, 36));
        press(&mut state, "f");
        type_text(&mut state, "vostoxxny");
        let shown = screen::text(&state);
        assert!(shown.contains(said), "{shown}");
    }
}
