//! The keys of time: which part of it the axis shows, and how.

use std::fmt::Write;
use std::sync::Arc;

use frise::app::{
    Message, Mouse, MouseKind, Pane, Reloaded, State, axis_columns, axis_ends, axis_view, axis_windows,
    drawn_axis, event_at, offers, place_of, update,
};
use frise::axis::{DAY, HOUR, Scale, Seen, Window};
use frise::command::Command;
use frise::i18n::Lang;
use frise::keymap::Key;
use frise::load::{self, Draft, Input};
use proptest::prelude::*;

use crate::support::{Folder, browser, builtin, press, screen};

/// A timeline of events with these dates; those with a `>` in front lie inside the last one without.
fn timeline(dates: &[&str]) -> Arc<Draft> {
    let mut yaml = "title: T\nevents:\n".to_owned();
    let mut is_inside = false;
    for (index, written) in dates.iter().enumerate() {
        let date = written.trim_start_matches('>');
        let indent = if date == *written { "" } else { "      " };
        if date != *written && !is_inside {
            yaml.push_str("      subevents:\n");
        }
        is_inside = date != *written;
        let _ = writeln!(
            yaml,
            "  {indent}- id: e{index}\n  {indent}  date: '{date}'\n  {indent}  title: t{index}"
        );
    }
    let folder = Folder::with(&[("timeline.yaml", &yaml.replace("      subevents", "    subevents"))]);
    Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap())
}

fn windows(state: &State) -> (Window, Window) {
    axis_windows(state).unwrap()
}

/// The rows of the axis.
fn axis(state: &State) -> String {
    let area = state.layout().unwrap().axis;
    let lines = screen::text(state);
    let rows = lines.lines().skip(area.y.into()).take(area.height.into());
    rows.collect::<Vec<_>>().join("\n")
}

fn sees_selection(state: &State) -> bool {
    matches!(place_of(state, state.event()), Some(Seen::Here(_)))
}

#[test]
fn equals_goes_to_the_selected_date_and_back() {
    let draft = builtin();
    for size in [(40, 12), (80, 24), (120, 36), (200, 50)] {
        let mut state = browser(&draft, Lang::Fr, size);
        press(&mut state, "G");
        let whole = screen::text(&state);
        press(&mut state, "=");
        let (_, window) = windows(&state);
        assert_eq!(window.span(), 60 * DAY, "June has thirty days, and the air fifteen on each side");
        assert!(axis(&state).contains("juin") && sees_selection(&state), "{}", axis(&state));
        press(&mut state, "=");
        assert_eq!(screen::text(&state), whole);
        press(&mut state, "= ] =");
        assert_eq!(windows(&state).1, window, "not back where the axis had been moved");
    }
}

#[test]
fn plus_and_minus_halve_and_double() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (120, 36));
    press(&mut state, "4G");
    let (whole, _) = windows(&state);
    for (keys, parts) in [("+", 2), ("+", 4), ("3+", 32), ("-", 16), ("4-", 1), ("-", 1)] {
        press(&mut state, keys);
        let (_, window) = windows(&state);
        assert!((window.span() - whole.span() / parts).abs() <= 1, "{keys} {parts}");
        assert!(sees_selection(&state), "{keys}");
    }
    assert_eq!(windows(&state).1, whole);
    press(&mut state, "99+");
    assert_eq!(windows(&state).1.span(), HOUR);
    assert!(!offers(&state, Command::ZoomIn) && offers(&state, Command::ZoomOut));
    press(&mut state, "1000000-");
    assert_eq!(windows(&state).1, whole);
    assert!(offers(&state, Command::ZoomIn) && !offers(&state, Command::ZoomOut));
}

#[test]
fn brackets_move_the_axis_up_to_its_ends() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (120, 36));
    assert!(!offers(&state, Command::PanEarlier) && !offers(&state, Command::PanLater));
    let before = screen::text(&state);
    for key in ["[", "]"] {
        press(&mut state, key);
        assert!(state.display.notice.is_some());
        press(&mut state, "x");
        assert_eq!(screen::text(&state), before);
    }
    press(&mut state, "4G 2+");
    let (whole, window) = windows(&state);
    press(&mut state, "[");
    let earlier = windows(&state).1;
    assert!(earlier.start < window.start && earlier.span() == window.span());
    press(&mut state, "]");
    assert!((windows(&state).1.start - window.start).abs() <= 1);
    press(&mut state, "9[");
    assert_eq!(windows(&state).1.start, whole.start);
    assert!(!offers(&state, Command::PanEarlier) && offers(&state, Command::PanLater));
    assert_eq!(place_of(&state, state.event()), Some(Seen::Behind));
    assert!(axis(&state).contains("2000–2001 ›"), "{}", axis(&state));
    press(&mut state, "99]");
    assert_eq!(windows(&state).1.end, whole.end);
}

#[test]
fn equal_steps_say_so_and_name_the_dates() {
    let draft = builtin();
    for (size, labels) in [
        ((80, 24), ["1940…", "1961", "1996", "2000…", "2019", "2023", "2024"]),
        (
            (200, 50),
            ["années 1940", "1961", "1996", "2000–2001", "avril 2019", "septembre 2023", "juin 2024"],
        ),
    ] {
        let mut state = browser(&draft, Lang::Fr, size);
        let before = screen::text(&state);
        press(&mut state, "e");
        let shown = axis(&state);
        assert!(shown.contains("pas égaux"), "{shown}");
        let ticks: Vec<&str> =
            drawn_axis(&state).unwrap().ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(ticks, labels);
        let columns: Vec<usize> = drawn_axis(&state).unwrap().ticks.iter().map(|tick| tick.column).collect();
        let steps: Vec<usize> = columns.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.iter().max().unwrap() - steps.iter().min().unwrap() <= 1, "{steps:?}");
        press(&mut state, "e");
        assert_eq!(screen::text(&state), before);
    }
}

/// What is in the window stays there when the scale changes, and so does the selection.
#[test]
fn another_scale_shows_the_same_events() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (120, 36));
    press(&mut state, "4G = e");
    assert_eq!(axis_view(&state).scale, Scale::Equal);
    assert!(sees_selection(&state) && axis_view(&state).window.is_some());
    let labels = |state: &State| axis(state).contains("1961");
    assert!(!labels(&state), "{}", axis(&state));
    press(&mut state, "e");
    assert!(sees_selection(&state) && axis_view(&state).window.is_some());
}

#[test]
fn every_pane_has_the_keys_of_time() {
    let draft = builtin();
    for (keys, pane) in [
        ("", Pane::List),
        ("Enter", Pane::Detail),
        ("o", Pane::Reader),
        ("s", Pane::Sources),
        ("!", Pane::Problems),
    ] {
        let mut state = browser(&draft, Lang::Fr, (80, 24));
        press(&mut state, keys);
        for key in ["+", "[", "]", "-", "=", "e"] {
            let before = axis_view(&state);
            press(&mut state, key);
            assert_eq!(state.history.top().pane(), pane, "{key}");
            assert!(axis_view(&state) != before || key == "[", "{key} in {pane:?}");
        }
    }
}

#[test]
fn the_window_follows_the_selection() {
    let draft = builtin();
    for scale in ["", "e"] {
        let mut state = browser(&draft, Lang::Fr, (80, 24));
        press(&mut state, scale);
        press(&mut state, "z gg 4+");
        for key in ["j"; 20].into_iter().chain(["k"; 20]).chain(["G", "gg", "12G"]) {
            press(&mut state, key);
            assert!(sees_selection(&state), "{key} {}", axis(&state));
        }
        press(&mut state, "gg 99]");
        assert!(!sees_selection(&state), "the axis can be moved away from the selection");
        press(&mut state, "j");
        assert!(sees_selection(&state));
    }
}

#[test]
fn zooming_lasts_over_sizes_and_languages() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (80, 24));
    press(&mut state, "4G = +");
    let before = windows(&state);
    for size in [(120, 36), (10, 3), (40, 12), (200, 50), (80, 24)] {
        update(&mut state, Message::Resize(size.0, size.1));
        press(&mut state, "F2");
        assert_eq!(windows(&state), before);
    }
    assert!(axis(&state).contains("July") || axis(&state).contains("Jul"), "{}", axis(&state));
}

#[test]
fn the_axis_says_where_one_is_in_the_whole() {
    let draft = builtin();
    for (size, ends) in [((80, 24), "2024"), ((120, 36), "1940")] {
        let mut state = browser(&draft, Lang::Fr, size);
        assert!(!axis(&state).contains(['‹', '›']));
        press(&mut state, "3G 3+");
        let shown = axis(&state);
        assert!(shown.contains('‹') && shown.contains('›') && shown.contains(ends), "{shown}");
        let pointer = shown.lines().find(|line| line.contains('▲')).unwrap();
        assert!(pointer.contains("─━"), "{shown}");
    }
}

#[test]
fn events_in_one_column_are_told_apart() {
    let draft = builtin();
    for size in [(80, 24), (120, 36)] {
        let mut state = browser(&draft, Lang::Fr, size);
        press(&mut state, "G Space j");
        assert!(axis(&state).contains("19 juin 2024 · 1/7"), "{}", axis(&state));
        press(&mut state, "3j");
        assert!(axis(&state).contains("19 juin 2024 · 4/7"), "{}", axis(&state));
    }
}

#[test]
fn what_lies_inside_the_selected_event_is_shown() {
    let draft = timeline(&["1990", "2000", ">2000-02-01", ">2000-11-01", "2010"]);
    let mut state = browser(&draft, Lang::En, (80, 36));
    press(&mut state, "j =");
    let rows: Vec<String> = axis(&state).lines().map(str::to_owned).collect();
    assert_eq!(rows[2].matches('◆').count(), 2, "{rows:?}");
    update(&mut state, Message::Resize(80, 24));
    assert_eq!(axis(&state).matches('•').count(), 2, "{}", axis(&state));
    press(&mut state, "k");
    assert_eq!(axis(&state).matches('•').count(), 0, "{}", axis(&state));
}

#[test]
fn a_day_has_its_hours() {
    let draft =
        timeline(&["2024-06-19T02:20:00+09:00", "2024-06-19T12:00:00+09:00", "2024-06-19T22:30:00+09:00"]);
    let mut state = browser(&draft, Lang::Fr, (80, 24));
    let shown = axis(&state);
    assert!(shown.contains("19 juin 2024") && shown.contains("12 h"), "{shown}");
    assert_eq!(shown.matches('◆').count(), 3, "{shown}");
    press(&mut state, "j =");
    let shown = axis(&state);
    assert!(shown.contains("19 juin 2024, 11 h 40") && shown.contains("12 h"), "{shown}");
}

#[test]
fn an_event_without_a_date_has_no_place() {
    let draft = timeline(&["1990", "nobody knows"]);
    let mut state = browser(&draft, Lang::En, (80, 24));
    press(&mut state, "G");
    assert!(!offers(&state, Command::ZoomTo));
    press(&mut state, "=");
    assert!(screen::text(&state).contains("undated"));
    let draft = timeline(&["nobody knows"]);
    let mut state = browser(&draft, Lang::En, (80, 24));
    press(&mut state, "= + - [ ] e");
    assert!(axis_windows(&state).is_none());
    for command in [Command::ZoomIn, Command::ZoomOut, Command::ZoomTo, Command::EqualSteps] {
        assert!(!offers(&state, command));
    }
}

/// The mouse finds every event that is drawn, and what it points at stays there when it zooms.
#[test]
fn columns_lead_to_events() {
    let draft = builtin();
    for scale in ["F5", "e"] {
        let mut state = browser(&draft, Lang::Fr, (120, 36));
        press(&mut state, if scale == "e" { "e" } else { "gg" });
        for event in draft.timeline.children(None) {
            let Some(Seen::Here(place)) = place_of(&state, event) else { panic!("{event} is not drawn") };
            assert_eq!(event_at(&state, place.middle, 1), Some(event), "{scale}");
        }
        assert_eq!(event_at(&state, usize::MAX, 1), draft.timeline.children(None).last());
        let (_, window) = windows(&state);
        let at = window.edge(60, axis_columns(&state)) + window.span() / 232;
        let axis = state.layout().unwrap().axis;
        let point = |state: &mut State, kind, column| {
            let mouse = Mouse { kind, column: axis.x + column, row: axis.y + 1 };
            update(state, Message::Mouse(mouse));
        };
        point(&mut state, MouseKind::WheelUp, 60);
        point(&mut state, MouseKind::WheelUp, 60);
        let column = windows(&state).1.column(at, axis_columns(&state));
        assert!((59..=61).contains(&column), "{column}");
        point(&mut state, MouseKind::Press, 67);
        let (_, window) = windows(&state);
        point(&mut state, MouseKind::Drag, 60);
        let moved = windows(&state).1.start - window.start;
        assert_eq!(moved, (7 * window.span() + 115) / 116);
    }
}

/// What lies inside the selected event is found on its row, and where there is none on the line.
#[test]
fn columns_lead_to_events_inside() {
    let draft = timeline(&["1990", "2000", ">2000-02-01", ">2000-11-01", "2010"]);
    for (size, row) in [((80, 36), 2), ((80, 24), 1)] {
        let mut state = browser(&draft, Lang::En, size);
        press(&mut state, "j =");
        for event in [2, 3] {
            let Some(Seen::Here(place)) = place_of(&state, event) else { panic!("{event} is not drawn") };
            assert_eq!(event_at(&state, place.middle, row), Some(event));
        }
        assert_eq!(event_at(&state, 0, 1), Some(1));
    }
}

/// The same timeline read anew leaves the axis where it was; one that lost what it showed brings it to the rest.
#[test]
fn zooming_lasts_over_a_timeline_read_anew() {
    let draft = timeline(&["1990", "2000", "2010"]);
    for (dates, stays) in [(&["1990", "2000", "2010"], true), (&["0990", "0991", "0992"], false)] {
        let mut state = browser(&draft, Lang::En, (80, 24));
        press(&mut state, "j =");
        let (_, before) = windows(&state);
        let after = timeline(dates);
        let reloaded = Reloaded::new(&state.draft, Arc::clone(&after), Arc::new(after.prove()));
        update(&mut state, Message::Reloaded(Box::new(reloaded)));
        let (whole, window) = windows(&state);
        assert_eq!(window == before, stays);
        assert!(window.start >= whole.start && window.end <= whole.end && sees_selection(&state));
    }
}

fn odd_timelines() -> Vec<Arc<Draft>> {
    vec![
        builtin(),
        timeline(&["1961"]),
        timeline(&["-9999", "-0043-03-15", ">-0043-03-15T12:00:00", "0476", "2000/.."]),
        timeline(&["Y-9223372036854775807", "Y9223372036854775807", "1961", "../1990"]),
        timeline(&["1900~", "1900?/1950", "[1910,1920]", "19XX", "/1940", "Y1E100", "what"]),
        timeline(&["2024-06-19T02:20:30", "2024-06-19T02:20:31"]),
    ]
}

fn keys() -> impl Strategy<Value = Vec<Key>> {
    let names =
        ["j", "k", "G", "g", "Space", "z", "Enter", "Esc", "H", "F2", "e", "+", "-", "=", "[", "]", "+", "="];
    let digit = (1u32..9).prop_map(|digit| Key::char(char::from_digit(digit, 10).unwrap()));
    let key = prop::sample::select(names.to_vec()).prop_map(|name| Key::parse(name).unwrap()[0]);
    prop::collection::vec(prop_oneof![5 => key, 1 => digit], 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// Whatever is pressed at whatever size: nothing panics, labels stay apart and on the axis, and a selection
    /// that has just changed is in the window.
    #[test]
    fn random_keys_of_time_break_no_rule(keys in keys(), which in 0usize..6, sizes in prop::collection::vec((1u16..210, 1u16..55), 1..4)) {
        let draft = &odd_timelines()[which];
        let mut state = browser(draft, Lang::Fr, (80, 24));
        for (index, key) in keys.into_iter().enumerate() {
            let before = state.event();
            update(&mut state, Message::Key(key));
            let has_place = place_of(&state, state.event()).is_some();
            prop_assert!(state.event() == before || !has_place || sees_selection(&state));
            if index % 5 == 4 {
                let (width, height) = sizes[index % sizes.len()];
                update(&mut state, Message::Resize(width, height));
            }
            screen::text(&state);
            let Some(axis) = drawn_axis(&state).filter(|_| axis_columns(&state) > 0) else { continue };
            prop_assert_eq!(axis.row.cells.len(), axis_columns(&state));
            let mut free = 0;
            for tick in &axis.ticks {
                prop_assert!(tick.label_column >= free, "{:?}", axis.ticks);
                free = tick.label_column + tick.label.chars().count() + 1;
                prop_assert!(free <= axis_columns(&state) + 1, "{:?}", axis.ticks);
            }
        }
    }
}

#[test]
fn the_part_of_the_whole_in_view_has_its_ends_beside_it_on_a_screen_of_80_columns() {
    let draft = builtin();
    for lang in [Lang::Fr, Lang::En] {
        for event in 1..=7 {
            let mut state = browser(&draft, lang, (80, 24));
            press(&mut state, &format!("{event}G ="));
            let (first, last) = axis_ends(&state).unwrap();
            let row = axis(&state).lines().last().unwrap_or_default().to_owned();
            assert!(row.contains(&format!("{first} ")) && row.contains(&format!(" {last}")), "{row}");
        }
    }
}

#[test]
fn what_is_looked_at_more_closely_has_an_event_in_it() {
    let is_here = |state: &State, event| matches!(place_of(state, event), Some(Seen::Here(_)));
    let draft = timeline(&["1900/2000", ">1931-05-04", ">1990-03"]);
    let mut state = browser(&draft, Lang::En, (120, 36));
    press(&mut state, "8+");
    assert!(is_here(&state, 1), "not the event inside that is nearest to the middle: {}", axis(&state));

    let draft = timeline(&["1900-01-01", "1970-01-01", "2000-01-01"]);
    let mut state = browser(&draft, Lang::En, (120, 36));
    press(&mut state, "2+ ] ]");
    assert!((0..3).all(|event| !is_here(&state, event)), "{}", axis(&state));
    press(&mut state, "2+");
    assert!((0..3).any(|event| is_here(&state, event)), "{}", axis(&state));
}
