//! The list in groups, the detail by numbers, and the article with its margin: before, keys, after.

use std::fmt::Write;
use std::sync::Arc;

use frise::app::screen::layout::ReaderColumns;
use frise::app::{Grouping, Message, Pane, Row, State, View, open_article, update};
use frise::i18n::Lang;
use frise::load::{self, Draft, Input};
use proptest::prelude::*;

use crate::support::{Folder, browser, builtin, press, screen};

/// Screens of every kind: one pane in small, one pane, two, three.
const SIZES: [(u16, u16); 5] = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)];

fn pane(state: &State) -> Pane {
    state.history.top().pane()
}

fn after(draft: &Arc<Draft>, size: (u16, u16), keys: &str) -> State {
    let mut state = browser(draft, Lang::Fr, size);
    press(&mut state, keys);
    state
}

/// The timeline of a file with these events, each on a line of its own.
fn timeline(events: &str) -> (Folder, Arc<Draft>) {
    let folder = Folder::with(&[("timeline.yaml", &format!("title: T\nlanguage: fr\nevents:\n{events}"))]);
    let draft = load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap();
    (folder, Arc::new(draft))
}

/// The rows of the list: headings by their words, events by their ids, silences by a dot.
fn rows(state: &State) -> String {
    let rows = state.rows().all.iter().map(|row| match row {
        Row::Event(event) => state.timeline().events[*event].id.clone(),
        Row::Silence { .. } => "·".to_owned(),
        Row::Heading(heading) => format!("[{}]", heading.words(state.timeline(), state.display.lang)),
    });
    rows.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_list_is_grouped_round_and_round() {
    let (_folder, draft) = timeline(
        "- {id: a, date: ../1985, title: A}\n- {id: b, date: '-0043', title: B, tags: [guerre]}\n\
         - {id: c, date: '1961', title: C, tags: [paix, guerre]}\n- {id: d, date: '1968/2001', title: D, tags: [guerre]}\n\
         - {id: e, title: E}\n",
    );
    let mut state = browser(&draft, Lang::Fr, (80, 24));
    assert_eq!(rows(&state), "a b · c · d e");
    press(&mut state, "b");
    assert_eq!(state.grouping(), Grouping::Decade);
    assert_eq!(rows(&state), "[début inconnu] a [49–40 av. J.-C.] b · [années 1960] c · d [sans date] e");
    assert!(screen::text(&state).contains("  par décennie"));
    press(&mut state, "b F2");
    assert_eq!(rows(&state), "[#guerre] b · c · d [#paix] c [untagged] a e");
    assert!(screen::text(&state).contains("  by tag"));
    press(&mut state, "b");
    assert_eq!(state.grouping(), Grouping::Nothing);
    assert!(!screen::text(&state).contains("by tag"));
}

/// Every row is reached, and none twice, whatever the groups are.
#[test]
fn one_moves_through_groups_as_through_the_list() {
    let draft = builtin();
    for keys in ["", "b", "b b", "z b", "z b b"] {
        let mut state = after(&draft, (80, 24), keys);
        press(&mut state, "gg");
        let row = |state: &State| state.rows().row_of(state.timeline(), state.event());
        let mut seen = vec![row(&state)];
        loop {
            press(&mut state, "j");
            if seen.last() == Some(&row(&state)) {
                break;
            }
            seen.push(row(&state));
            assert!(screen::text(&state).contains('▌'), "{keys}");
        }
        let rows = state.rows().all.iter().enumerate();
        let shown: Vec<_> = rows.filter(|(_, row)| row.event().is_some()).map(|(index, _)| index).collect();
        assert_eq!(seen, shown, "{keys}");
        press(&mut state, "99PageUp");
        assert_eq!(Some(&row(&state)), shown.first(), "{keys}");
    }
}

/// A page is a screen: what was the last row in view is still in view.
#[test]
fn a_page_of_the_list_is_no_more_than_a_screen() {
    let draft = builtin();
    let mut state = after(&draft, (80, 24), "z gg");
    let height = usize::from(state.layout().unwrap().list.unwrap().height);
    let mut last = state.event();
    while {
        press(&mut state, "PageDown");
        state.event() != last
    } {
        let rows = &state.rows().all;
        let row = |event| rows.iter().position(|row| *row == Row::Event(event)).unwrap();
        assert!(row(state.event()) - row(last) < height, "{last} to {}", state.event());
        last = state.event();
    }
    assert_eq!(last, draft.timeline.events.len() - 1);
}

/// The row of the screen that the selection begins on.
fn height_of_selection(state: &State) -> Option<usize> {
    screen::text(state).lines().position(|line| line.trim_start().starts_with('▌'))
}

#[test]
fn what_is_selected_stays_where_it_stands() {
    let events: String = (0..200).fold(String::new(), |mut events, number| {
        let (year, tag) = (1700 + number, ["guerre", "paix", "commerce"][number % 3]);
        let title = "Ce qui s’est passé cette année-là ".repeat(number % 4);
        let _ = writeln!(
            events,
            "- {{id: e{number}, date: '{year}', title: {{fr: '{title}.', en: E}}, tags: [{tag}],"
        );
        let _ = writeln!(events, "   subevents: [{{id: s{number}, date: '{year}', title: S}}]}}");
        events
    });
    let (_folder, draft) = timeline(&events);
    for size in [(40, 20), (80, 24), (120, 36), (200, 50)] {
        let mut state = after(&draft, size, "90j 5k");
        let (event, height) = (state.event(), height_of_selection(&state).unwrap());
        for keys in ["F2", "F2", "z", "z", "b", "b", "b"] {
            press(&mut state, keys);
            assert_eq!(state.event(), event, "{size:?} {keys}");
            let now = height_of_selection(&state).unwrap();
            // Another line over the list, or rows of other heights above it, move it by less than a row.
            assert!(now.abs_diff(height) <= 4, "{size:?} {keys}: {height} became {now}");
        }
        assert_eq!(height_of_selection(&state), Some(height), "{size:?}: all changes taken back");
        for (width, height) in [(44, 14), (90, 30), size] {
            update(&mut state, Message::Resize(width, height));
            assert!(height_of_selection(&state).is_some());
        }
        assert_eq!((state.event(), height_of_selection(&state)), (event, Some(height)), "{size:?}");
    }
}

#[test]
fn panes_are_gone_round() {
    let draft = builtin();
    for (size, keys, expected) in [
        ((120, 36), "j Tab", Pane::Detail),
        ((120, 36), "j Tab Tab", Pane::List),
        ((120, 36), "j Shift-Tab", Pane::Detail),
        ((120, 36), "j o Tab", Pane::Reader),
        ((120, 36), "j o Tab Shift-Tab Esc", Pane::List),
        ((200, 50), "j Tab", Pane::Detail),
        ((200, 50), "j Tab Tab", Pane::Reader),
        ((200, 50), "j Tab Tab Tab", Pane::List),
        ((200, 50), "j Tab Tab Esc", Pane::Detail),
        ((200, 50), "j Tab Tab Esc Esc", Pane::List),
        ((200, 50), "j Tab Tab Shift-Tab", Pane::Detail),
        ((200, 50), "j Shift-Tab", Pane::Reader),
        ((200, 50), "j Shift-Tab Esc", Pane::List),
        ((200, 50), "s Enter Tab", Pane::List),
        ((200, 50), "s Enter Shift-Tab", Pane::Detail),
    ] {
        assert_eq!(pane(&after(&draft, size, keys)), expected, "{size:?} {keys}");
    }
    let mut state = after(&draft, (200, 50), "j Tab Tab");
    let before = state.reading();
    press(&mut state, "3j");
    assert_ne!(state.reading(), before, "keys scroll the article");
}

/// `3 Enter` opens the third quote, and leads back to where it was pressed.
#[test]
fn quotes_are_reached_by_their_number() {
    let draft = builtin();
    let quotes = draft.timeline.quotes_of(1);
    for size in SIZES {
        for (number, quote) in quotes.clone().enumerate() {
            for before in ["j", "j Enter"] {
                let mut state = after(&draft, size, before);
                let from = pane(&state);
                press(&mut state, &format!("{}Enter", number + 1));
                assert_eq!(
                    state.reading().and_then(|reading| reading.quote),
                    Some(quote),
                    "{size:?} {before}"
                );
                press(&mut state, "Esc");
                assert_eq!(pane(&state), from);
                if from == Pane::Detail {
                    assert_eq!(state.history.base().detail.item, number);
                    assert!(screen::text(&state).contains('▌'), "{size:?}");
                }
            }
        }
        let state = after(&draft, size, "j 99Enter");
        assert_eq!((pane(&state), state.display.notice.as_deref()), (Pane::List, Some("Pas de citation 99")));
    }
}

/// The article on the screen: not the keys, nor the list, which shows the events one has been at.
fn article_on_screen(state: &State) -> String {
    let area = state.layout().unwrap().reader.unwrap();
    let columns = |line: &str| line.chars().skip(area.x.into()).take(area.width.into()).collect::<String>();
    let shown = screen::text(state);
    let lines = shown.lines().skip(area.y.into()).take(area.height.into());
    lines.map(columns).collect::<Vec<_>>().join("\n")
}

/// From every passage one comes to the quote that rests on it, and back.
#[test]
fn a_passage_leads_to_its_event() {
    let draft = builtin();
    for size in SIZES {
        let mut state = after(&draft, size, "j o 99K");
        assert_eq!(state.display.notice.as_deref(), Some("Premier passage"));
        let count = open_article(&state).unwrap().passage_number().1;
        for number in 1..=count {
            assert_eq!(open_article(&state).unwrap().passage_number().0, Some(number), "{size:?}");
            let quote = state.reading().unwrap().quote.unwrap();
            let article = article_on_screen(&state);
            assert!(article.contains('▌'), "{size:?}: {article}");
            press(&mut state, "Enter");
            let event = draft.timeline.quotes[quote].event;
            assert_eq!((pane(&state), state.event()), (Pane::Detail, event), "{size:?} {number}");
            assert_eq!(state.history.base().detail.item, quote - draft.timeline.quotes_of(event).start);
            assert!(screen::text(&state).contains('▌'), "{size:?} {number}");
            press(&mut state, "H");
            assert_eq!(article_on_screen(&state), article, "{size:?} {number}");
            press(&mut state, "J");
        }
        assert_eq!(state.display.notice.as_deref(), Some("Dernier passage"));
        let state = after(&draft, size, "s Enter J");
        assert_eq!(open_article(&state).unwrap().passage_number().0, Some(1), "{size:?}");
    }
}

/// What is opened is what is seen, even where one has scrolled away from the passage one came to see.
#[test]
fn enter_in_an_article_opens_what_is_in_view() {
    let yaml = "title: T\nlanguage: fr\nsources: [{id: a, text: a.txt}]\nevents:\n- {id: e, date: 1961, title: E, \
                quotes: [{source: a, exact: les mots de la fin}]}\n";
    let article = "Une ligne.\n\n".repeat(40) + "Voici les mots de la fin.\n";
    let folder = Folder::with(&[("timeline.yaml", yaml), ("a.txt", &article)]);
    let draft = Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap());
    let state = after(&draft, (80, 24), "s Enter gg Enter");
    assert_eq!(state.display.notice.as_deref(), Some("Aucun passage cité ici\u{a0}: J va au suivant"));
    let draft = builtin();
    let mut state = after(&draft, (80, 24), "j Enter 3Enter G");
    let shown = open_article(&state).unwrap().passage_number();
    press(&mut state, "Enter H");
    assert_eq!(open_article(&state).unwrap().passage_number(), shown);
}

#[test]
fn the_sheet_of_an_article_is_a_key_away() {
    let draft = builtin();
    for size in SIZES {
        for source in 0..draft.timeline.sources.len() {
            let mut state = after(&draft, size, &format!("s {}Enter s", source + 1));
            let View::Sources(at) = state.history.top() else { panic!("no sheet at {size:?}") };
            assert_eq!(at.item, source, "{size:?}");
            let shown = screen::text(&state);
            assert!(shown.contains('▌') && shown.contains(&format!("Doc. {}", source + 1)), "{shown}");
            press(&mut state, "Enter");
            assert_eq!(state.reading().map(|reading| reading.source), Some(source));
            press(&mut state, "Esc Esc");
            assert_eq!(
                (pane(&state), state.reading().map(|reading| reading.source)),
                (Pane::Reader, Some(source))
            );
        }
    }
    let mut state = after(&draft, (80, 24), &"s Enter ".repeat(500));
    press(&mut state, &"Esc ".repeat(60));
    assert_eq!(pane(&state), Pane::List);
}

#[test]
fn words_are_found_inside_the_article() {
    let draft = builtin();
    for size in SIZES {
        let mut state = after(&draft, size, "j Enter o");
        let before = (state.reading(), screen::text(&state));
        press(&mut state, "/ COREE");
        let (_, all) = state.match_number().unwrap();
        assert!(all > 3, "{size:?}");
        assert!(screen::text(&state).contains(&format!("/{all}")), "{size:?}");
        press(&mut state, "Esc");
        assert_eq!((state.reading(), screen::text(&state)), before, "{size:?}: given up");
        press(&mut state, "gg / coree Enter");
        assert_eq!(state.match_number(), Some((1, all)), "{size:?}");
        press(&mut state, "n");
        assert_eq!(state.match_number(), Some((2, all)));
        press(&mut state, "2N");
        assert_eq!(state.match_number(), Some((all, all)));
        assert_eq!(state.display.notice.as_deref(), Some("Reprise à la fin de l’article"));
        press(&mut state, "n");
        assert_eq!(state.display.notice.as_deref(), Some("Reprise au début de l’article"));
        press(&mut state, "Esc");
        assert_eq!(
            (state.match_number(), pane(&state)),
            (None, Pane::Reader),
            "{size:?}: the marks go first"
        );
        press(&mut state, "Esc");
        assert_eq!(pane(&state), Pane::Detail);
    }
}

#[test]
fn words_that_the_article_does_not_have_are_said_not_to_be_there() {
    let draft = builtin();
    let mut state = after(&draft, (80, 24), "j Enter Enter / katmandou");
    assert!(screen::text(&state).contains("introuvable dans l’article"));
    press(&mut state, "Enter");
    assert!(state.overlay.is_some(), "the line stays");
    press(&mut state, "Esc");
    assert!(state.overlay.is_none() && state.match_number().is_none());
    press(&mut state, "/ coree Enter Esc Esc");
    assert_eq!(pane(&state), Pane::Detail, "what was found is forgotten with the article");
    press(&mut state, "L n");
    assert_eq!(state.match_number(), None);
}

/// Going from one place to the next brings every one of them into view, marked.
#[test]
fn every_place_is_shown() {
    let draft = builtin();
    for size in SIZES {
        let mut state = after(&draft, size, "s 5Enter / russie Enter");
        let (_, all) = state.match_number().unwrap();
        for number in 1..=all {
            assert_eq!(state.match_number(), Some((number, all)), "{size:?}");
            let area = state.layout().unwrap().reader.unwrap();
            let columns = ReaderColumns::of(area.width);
            let text = screen::text(&state);
            let is_shown = text.lines().any(|line| {
                let line: String = line.chars().skip((area.x + columns.text_at).into()).collect();
                line.to_lowercase().contains("russie")
            });
            assert!(is_shown, "{size:?} {number}: {text}");
            press(&mut state, "n");
        }
    }
}

/// Where an article is read at another size, the passage one came to see stays in view, and comes back to its height.
#[test]
fn a_passage_stays_in_view_at_every_size() {
    let draft = builtin();
    for quote in 0..draft.timeline.quotes_of(1).len() {
        let mut state = after(&draft, (80, 24), &format!("j {}Enter", quote + 1));
        let before = screen::text(&state);
        for size in [(40, 12), (120, 36), (60, 14), (100, 60), (80, 24)] {
            update(&mut state, Message::Resize(size.0, size.1));
            assert!(screen::text(&state).contains('▌'), "{size:?}\n{}", screen::text(&state));
        }
        assert_eq!(screen::text(&state), before);
    }
}

/// An article on a disk, and many quotes from it.
fn crowded() -> (Folder, Arc<Draft>) {
    let article = "Un deux trois quatre cinq six sept huit neuf dix onze douze. ".repeat(3)
        + "\n\nTreize, quatorze et quinze.\n";
    let event = |id: &str, date: &str, quotes: &[&str]| {
        let quotes: Vec<String> =
            quotes.iter().map(|exact| format!("{{source: s, exact: '{exact}'}}")).collect();
        format!(" - {{id: {id}, date: '{date}', title: Événement {id}, quotes: [{}]}}\n", quotes.join(", "))
    };
    let events = [
        event("a", "1961", &["Treize", "Treize, quatorze", "nulle part dans cet article"]),
        event("b", "-0043", &["quatorze et", "quinze", "deux trois quatre"]),
        event("c", "Y12345", &["Treize, quatorze et quinze"]),
    ];
    let yaml = format!(
        "title: T\nlanguage: fr\nsources:\n - {{id: s, title: S, text: a.txt}}\nevents:\n{}",
        events.concat()
    );
    let folder = Folder::with(&[("timeline.yaml", &yaml), ("a.txt", &article)]);
    let draft = load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap();
    (folder, Arc::new(draft))
}

#[test]
fn events_on_one_passage_are_all_in_the_margin() {
    let (_folder, draft) = crowded();
    let state = after(&draft, (120, 36), "s Enter G");
    let shown = screen::text(&state);
    for name in ["1961 · Événement a", "44 av. J.-C. · Événement b", "12\u{202f}345 · Événement c"] {
        assert!(shown.contains(name), "{shown}");
    }
    let state = after(&draft, (80, 24), "s Enter G");
    assert!(screen::text(&state).contains("▎ 1961+"), "{}", screen::text(&state));
    // The event of the passage one has come to see is named first.
    let state = after(&draft, (80, 24), "1G 1Enter");
    assert!(screen::text(&state).contains("▌ -44+"), "{}", screen::text(&state));
}

/// A quote that stands nowhere, or in several places, is no passage one comes by.
#[test]
fn only_passages_that_stand_are_gone_through() {
    let (_folder, draft) = crowded();
    let mut state = after(&draft, (120, 36), "s Enter J");
    let mut seen = Vec::new();
    while !seen.contains(&state.reading().unwrap().quote) {
        seen.push(state.reading().unwrap().quote);
        press(&mut state, "J");
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
    assert_eq!(state.display.notice.as_deref(), Some("Dernier passage"));
    for keys in ["2G 3Enter J", "1G 3Enter K"] {
        assert!(screen::text(&after(&draft, (120, 36), keys)).contains('▌'), "{keys}");
    }
}

#[test]
fn an_article_without_quotes_says_so() {
    let yaml = "title: T\nlanguage: fr\nsources:\n - {id: s, title: S, text: a.txt}\nevents: []\n";
    let folder = Folder::with(&[("timeline.yaml", yaml), ("a.txt", "")]);
    let draft = Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap());
    for (keys, notice) in [
        ("s Enter J", "Aucune citation dans cet article"),
        ("s Enter Enter", "Aucun passage cité ici\u{a0}: J va au suivant"),
    ] {
        assert_eq!(after(&draft, (80, 24), keys).display.notice.as_deref(), Some(notice), "{keys}");
    }
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    let keys = [
        "j",
        "k",
        "J",
        "K",
        "G",
        "gg",
        "Enter",
        "Esc",
        "Tab",
        "Shift-Tab",
        "s",
        "o",
        "b",
        "z",
        "Space",
        "F2",
        "n",
        "N",
        "/",
        "e",
        "x",
        "2",
        "PageDown",
        "PageUp",
        "Ctrl-d",
        "H",
        "L",
        "Backspace",
    ];
    proptest::collection::vec(proptest::sample::select(keys.to_vec()), 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    /// Whatever is pressed where articles are crowded: the selection of the list is in view, and the lines of an
    /// article are never overwritten by its margin.
    #[test]
    fn random_keys_in_articles_break_no_rule(keys in keys(), size in 0usize..5) {
        let (_folder, draft) = crowded();
        let mut state = browser(&draft, Lang::Fr, SIZES[size]);
        for (index, key) in keys.into_iter().enumerate() {
            press(&mut state, key);
            if index % 5 == 4 {
                update(&mut state, Message::Resize(SIZES[index % 4].0, SIZES[index % 3].1));
            }
            let shown = screen::text(&state);
            prop_assert!(pane(&state) != Pane::List || state.overlay.is_some() || shown.contains('▌'), "{shown}");
        }
        press(&mut state, &"Esc ".repeat(250));
        prop_assert_eq!(pane(&state), Pane::List);
    }
}

#[test]
fn groups_and_margins_look_like_this() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        for (name, keys) in [
            ("decades", "b j"),
            ("tags", "b b z 3j"),
            ("margin", "G Enter Enter"),
            ("found", "j Enter Enter / coree Enter"),
        ] {
            let mut state = browser(&builtin(), Lang::Fr, (width, height));
            press(&mut state, keys);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), screen::with_styles(&state));
        }
    }
}

/// An event under two tags has two rows, and one goes through both.
#[test]
fn under_each_of_its_tags_an_event_has_a_row_of_its_own() {
    let (_folder, draft) = timeline(
        "- {id: a, date: '1950', title: A, tags: [paix, guerre]}\n- {id: b, date: '1961', title: B, tags: [guerre]}\n\
         - {id: c, date: '1970', title: C, tags: [paix]}\n",
    );
    let mut state = browser(&draft, Lang::Fr, (80, 24));
    press(&mut state, "2b");
    press(&mut state, "b b");
    while state.grouping() != Grouping::Tag {
        press(&mut state, "b");
    }
    assert_eq!(rows(&state), "[#paix] a · c [#guerre] a · b");
    let selected = |state: &State| {
        let row = state.rows().row_of(state.timeline(), state.event());
        (row, state.timeline().events[state.event()].id.clone())
    };
    press(&mut state, "gg");
    let mut seen = vec![selected(&state)];
    for _ in 0..4 {
        press(&mut state, "j");
        seen.push(selected(&state));
    }
    let expected = [(1, "a"), (3, "c"), (5, "a"), (7, "b"), (7, "b")];
    assert_eq!(seen, expected.map(|(row, id)| (row, id.to_owned())));
    press(&mut state, "k k");
    assert_eq!(selected(&state), (3, "c".to_owned()));
    press(&mut state, "G k");
    // Only one row looks selected, and it stays so in another language.
    let marked =
        |state: &State| screen::text(state).lines().filter(|line| line.trim_start().starts_with('▌')).count();
    assert_eq!((selected(&state), marked(&state)), ((5, "a".to_owned()), 1));
    press(&mut state, "F2");
    assert_eq!((selected(&state), marked(&state)), ((5, "a".to_owned()), 1));
}

/// Each key shows that one moves, also through a quote that is taller than the pane.
#[test]
fn in_the_detail_every_step_down_is_to_be_seen() {
    for size in [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)] {
        for event in 0..7 {
            let mut state = after(&builtin(), size, &format!("{event}j Enter"));
            let mut before = String::new();
            for step in 0..400 {
                let shown = screen::with_styles(&state);
                let page = state.detail_page().unwrap();
                let at = state.history.base().detail;
                let height = usize::from(state.layout().unwrap().detail.unwrap().height);
                let is_end = at.item + 1 >= page.items.len() && at.scroll >= page.last_scroll(height);
                if is_end {
                    break;
                }
                assert_ne!(shown, before, "{size:?} event {event} step {step}");
                before = shown;
                press(&mut state, "j");
            }
        }
    }
}
