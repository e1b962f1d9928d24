//! What the mouse does.

use frise::app::screen::layout;
use frise::app::{MenuKind, Message, Mouse, MouseKind, Overlay, Pane, State, axis_windows, event_at, update};
use frise::i18n::Lang;
use frise::keymap::Key;

use crate::support::{answer_questions, browser, builtin, press, screen};

fn point(state: &mut State, kind: MouseKind, column: u16, row: u16) {
    update(state, Message::Mouse(Mouse { kind, column, row }));
}

/// Points at the first place where `words` stand on the screen.
fn point_at(state: &mut State, kind: MouseKind, words: &str) {
    let screen = screen::text(state);
    let (row, line) =
        screen.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap_or_else(|| {
            panic!("{words:?} is not on the screen:\n{screen}");
        });
    let column = line[..line.find(words).unwrap()].chars().count();
    point(state, kind, u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
}

fn pane(state: &State) -> Pane {
    state.history.top().pane()
}

#[test]
fn a_click_selects_and_a_double_click_opens() {
    let draft = builtin();
    for size in [(60, 20), (80, 24), (120, 36), (200, 50)] {
        let mut state = browser(&draft, Lang::Fr, size);
        point_at(&mut state, MouseKind::Press, "1961");
        // On the axis that is nothing; the list is below.
        let area = state.layout().unwrap().list.unwrap();
        let shown = screen::text(&state);
        let in_list = |row: &u16| {
            let line = shown.lines().nth((*row).into()).unwrap();
            line.chars().take((area.x + area.width).into()).collect::<String>().contains("1961")
        };
        let row = (area.y..size.1).find(in_list).unwrap();
        point(&mut state, MouseKind::Press, area.x + 3, row);
        assert_eq!((state.event(), pane(&state)), (1, Pane::List), "{size:?}");
        point(&mut state, MouseKind::DoublePress, area.x + 3, row);
        assert_eq!((state.event(), pane(&state)), (1, Pane::Detail), "{size:?}");
        let area = state.layout().unwrap().detail.unwrap();
        let items = &state.detail_page().unwrap().items;
        let item = items.iter().rposition(|item| item.lines.start < area.height.into()).unwrap();
        let row = area.y + u16::try_from(items[item].lines.start).unwrap();
        point(&mut state, MouseKind::Press, area.x + 5, row);
        assert_eq!(state.history.base().detail.item, item, "{size:?}");
        point(&mut state, MouseKind::DoublePress, area.x + 5, row);
        assert_eq!(pane(&state), Pane::Reader, "{size:?}");
        press(&mut state, "Esc Esc");
        assert_eq!(pane(&state), Pane::List, "{size:?}");
    }
}

#[test]
fn a_click_on_another_pane_goes_there() {
    let mut state = browser(&builtin(), Lang::Fr, (200, 50));
    let layout = state.layout().unwrap();
    let (list, detail, reader) = (layout.list.unwrap(), layout.detail.unwrap(), layout.reader.unwrap());
    point(&mut state, MouseKind::Press, detail.x + 1, detail.y + 1);
    assert_eq!(pane(&state), Pane::Detail);
    point(&mut state, MouseKind::Press, reader.x + 5, reader.y + 10);
    assert_eq!(pane(&state), Pane::Reader);
    point(&mut state, MouseKind::Press, list.x + 5, list.y);
    assert_eq!((pane(&state), state.event()), (Pane::List, 0));
}

#[test]
fn a_click_on_a_key_of_the_footer_presses_it() {
    let mut state = browser(&builtin(), Lang::Fr, (120, 36));
    point_at(&mut state, MouseKind::Press, "? aide");
    assert!(state.overlay.is_some());
    point_at(&mut state, MouseKind::Press, "retour");
    assert!(state.overlay.is_none());
    point_at(&mut state, MouseKind::Press, "s sources");
    assert_eq!(pane(&state), Pane::Sources);
    point_at(&mut state, MouseKind::Press, "Doc. 2");
    point_at(&mut state, MouseKind::DoublePress, "Doc. 2");
    assert_eq!(state.reading().map(|reader| reader.source), Some(1));
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (120, 36));
    let detail = state.layout().unwrap().detail.unwrap();
    let down = |state: &mut State, x, y| point(state, MouseKind::WheelDown, x, y);
    down(&mut state, detail.x + 5, detail.y + 3);
    assert_eq!((pane(&state), state.history.base().detail.scroll), (Pane::List, 3));
    press(&mut state, "Enter Enter");
    let before = state.reading().unwrap().scroll.unwrap();
    let reader = state.layout().unwrap().reader.unwrap();
    down(&mut state, reader.x + 5, reader.y + 9);
    assert_eq!(state.reading().unwrap().scroll, Some(before + 3));
    press(&mut state, "?");
    down(&mut state, 10, 10);
    assert!(matches!(&state.overlay, Some(Overlay::Menu(menu)) if menu.at.scroll == 3));
}

/// The wheel never loses the selection, reaches both ends, and moves the rows before it moves the selection.
#[test]
fn the_wheel_goes_through_the_list() {
    let draft = builtin();
    for size in [(40, 12), (80, 24), (120, 36)] {
        let mut state = browser(&draft, Lang::Fr, size);
        press(&mut state, "z gg");
        let area = state.layout().unwrap().list.unwrap();
        for (kind, last) in [(MouseKind::WheelDown, draft.timeline.events.len() - 1), (MouseKind::WheelUp, 0)]
        {
            for _ in 0..200 {
                let before = (state.event(), state.history.base().top);
                point(&mut state, kind, area.x + 3, area.y + 2);
                assert!(screen::text(&state).contains('▌'), "{size:?}");
                let after = (state.event(), state.history.base().top);
                assert!(before != after || state.event() == last, "{size:?} {before:?}");
            }
            assert_eq!(state.event(), last, "{size:?}");
        }
    }
}

#[test]
fn the_axis_is_clicked_zoomed_and_pulled_along() {
    let mut state = browser(&builtin(), Lang::En, (120, 36));
    let area = state.layout().unwrap().axis;
    let middle = area.x + area.width / 2;
    let expected = event_at(&state, usize::from(area.width) / 2, 1);
    point(&mut state, MouseKind::Press, middle, area.y + 1);
    point(&mut state, MouseKind::Release, middle, area.y + 1);
    assert_eq!((Some(state.event()), pane(&state)), (expected, Pane::List));
    let whole = axis_windows(&state).unwrap().1;
    point(&mut state, MouseKind::WheelUp, middle, area.y + 1);
    let near = axis_windows(&state).unwrap().1;
    assert!(near.span() < whole.span());
    point(&mut state, MouseKind::Press, middle, area.y + 1);
    point(&mut state, MouseKind::Drag, middle - 9, area.y + 1);
    let pulled = axis_windows(&state).unwrap().1;
    assert!(pulled.start > near.start && pulled.span() == near.span());
    point(&mut state, MouseKind::Release, middle - 9, area.y + 1);
    point(&mut state, MouseKind::Drag, middle, area.y + 1);
    assert_eq!(axis_windows(&state).unwrap().1, pulled, "nothing is held any more");
    point(&mut state, MouseKind::WheelDown, middle, area.y + 1);
    assert_eq!(axis_windows(&state).unwrap().1, whole);
}

#[test]
fn commands_are_chosen_by_the_mouse() {
    let mut state = browser(&builtin(), Lang::En, (120, 36));
    press(&mut state, ":");
    for letter in "sheets".chars() {
        update(&mut state, Message::Key(Key::char(letter)));
    }
    let area = layout::menu_area(state.size, MenuKind::Palette);
    let row = area.y + layout::MENU_HEAD;
    point(&mut state, MouseKind::Press, area.x + 3, row);
    point(&mut state, MouseKind::DoublePress, area.x + 3, row);
    assert_eq!((pane(&state), state.overlay.is_none()), (Pane::Sources, true));
}

/// Wherever one points on whatever screen, nothing breaks.
#[test]
fn every_cell_can_be_clicked() {
    let draft = builtin();
    for size in [(1, 1), (40, 12), (120, 36)] {
        for keys in ["", "Enter", "o", "s", "!", "?", ":", "/", "f", "t"] {
            let mut state = browser(&draft, Lang::En, size);
            for row in (0..size.1).step_by(5) {
                for column in (0..size.0).step_by(19) {
                    press(&mut state, "Esc Esc Esc Esc");
                    press(&mut state, keys);
                    for kind in
                        [MouseKind::Press, MouseKind::DoublePress, MouseKind::WheelDown, MouseKind::Drag]
                    {
                        point(&mut state, kind, column, row);
                    }
                }
                screen::text(&state);
            }
        }
    }
}

#[test]
fn a_click_on_the_sign_of_subevents_unfolds_them() {
    for size in [(80, 24), (120, 36), (200, 50)] {
        let mut state = browser(&builtin(), Lang::Fr, size);
        let (folded, glyphs) = (state.rows().all.len(), frise::glyphs::GlyphSet::Unicode.glyphs());
        point_at(&mut state, MouseKind::Press, glyphs.folded);
        assert!(state.rows().all.len() > folded, "{size:?}");
        point_at(&mut state, MouseKind::Press, glyphs.unfolded);
        assert_eq!(state.rows().all.len(), folded, "{size:?}");
        assert_eq!(pane(&state), Pane::List);
    }
}

#[test]
fn a_click_on_a_tag_filters_by_it() {
    let draft = builtin();
    let tag = draft.timeline.events[1].tags[0].best("fr").to_owned();
    let mut state = browser(&draft, Lang::Fr, (200, 50));
    let areas = state.layout().unwrap();
    for area in [areas.list.unwrap(), areas.detail.unwrap()] {
        press(&mut state, "gg j");
        let shown = screen::text(&state);
        let part = |line: &str| line.chars().skip(area.x.into()).take(area.width.into()).collect::<String>();
        let places = shown.lines().enumerate().map(|(row, line)| (row, part(line)));
        let (row, column) = { places }
            .find_map(|(row, line)| Some((row, line[..line.find(&format!("#{tag}"))?].chars().count())))
            .unwrap_or_else(|| panic!("{shown}"));
        let (column, row) = (area.x + u16::try_from(column + 1).unwrap(), u16::try_from(row).unwrap());
        let effects = update(&mut state, Message::Mouse(Mouse { kind: MouseKind::Press, column, row }));
        answer_questions(&mut state, effects);
        let filter = state.list.filter.as_ref().expect("a filter");
        assert!(filter.text.contains(&tag) && filter.events.len() > 1, "{}", filter.text);
        press(&mut state, "F");
        assert!(state.list.filter.is_none());
    }
}
