//! Keys and what they do: before, keys, after.

use frise::app::screen::layout::ReaderColumns;
use frise::app::{Effect, Message, Options, Pane, State, open, update};
use frise::evidence::Anchor;
use frise::i18n::Lang;
use std::sync::Arc;

use frise::keymap::{Code, Key};
use frise::load::{self, Input};
use proptest::prelude::*;

use crate::support::{Folder, answer_questions, browser, builtin, press, screen};

fn pane(state: &State) -> Pane {
    state.history.top().pane()
}

fn title(state: &State) -> &str {
    &state.timeline().events[state.event()].id
}

#[test]
fn scripts() {
    let draft = builtin();
    let ids: Vec<&str> =
        draft.timeline.children(None).map(|event| draft.timeline.events[event].id.as_str()).collect();
    for (keys, pane_after, event) in [
        ("", Pane::List, ids[0]),
        ("j", Pane::List, ids[1]),
        ("Down Down Up", Pane::List, ids[1]),
        ("3j", Pane::List, ids[3]),
        ("100j", Pane::List, ids[6]),
        ("G", Pane::List, ids[6]),
        ("5G", Pane::List, ids[4]),
        ("5gg", Pane::List, ids[4]),
        ("G gg", Pane::List, ids[0]),
        ("G Home", Pane::List, ids[0]),
        ("PageDown", Pane::List, ids[6]),
        ("Enter", Pane::Detail, ids[0]),
        ("Tab", Pane::Detail, ids[0]),
        ("Tab Tab", Pane::List, ids[0]),
        ("l l", Pane::Reader, ids[0]),
        ("l l h", Pane::Detail, ids[0]),
        ("l l h h", Pane::List, ids[0]),
        ("l l h h h Esc Esc", Pane::List, ids[0]),
        ("o", Pane::Reader, ids[0]),
        ("o Esc", Pane::List, ids[0]),
        ("s", Pane::Sources, ids[0]),
        ("s s", Pane::List, ids[0]),
        ("s Enter Esc Esc", Pane::List, ids[0]),
        ("s Enter", Pane::Reader, ids[0]),
        ("!", Pane::Problems, ids[0]),
        ("! Esc", Pane::List, ids[0]),
        ("j Enter Enter H", Pane::Detail, ids[1]),
        ("j Enter Enter H H", Pane::List, ids[1]),
        ("j Enter Enter H H L L", Pane::Reader, ids[1]),
        ("J J K", Pane::List, ids[1]),
        ("Enter J", Pane::Detail, ids[1]),
        ("? j ?", Pane::List, ids[0]),
        ("? Esc", Pane::List, ids[0]),
        ("F2 j", Pane::List, ids[1]),
        ("Enter 3 Esc", Pane::Detail, ids[0]),
        ("Enter g Esc", Pane::Detail, ids[0]),
        ("ma 3j 'a", Pane::List, ids[0]),
        ("ma 3j Enter 'a ''", Pane::Detail, ids[3]),
        ("Enter Enter mx h h G 'x", Pane::Reader, ids[0]),
        ("'z", Pane::List, ids[0]),
        ("G ''", Pane::List, ids[0]),
        ("G '' ''", Pane::List, ids[6]),
        ("m Esc j", Pane::List, ids[1]),
        ("t 1961 Enter", Pane::List, ids[1]),
        ("G Enter t 1961 Enter ''", Pane::Detail, ids[6]),
        ("j t 1 Esc", Pane::List, ids[1]),
        ("j t Backspace", Pane::List, ids[1]),
        (": last Enter", Pane::List, ids[6]),
        (": dernier Esc", Pane::List, ids[0]),
        ("? / sources Enter", Pane::Sources, ids[0]),
        ("? / fiches Esc Esc", Pane::List, ids[0]),
        (": poser Enter a G 'a", Pane::List, ids[0]),
        ("F1 F1", Pane::List, ids[0]),
        ("Ctrl-p F1 ?", Pane::List, ids[0]),
    ] {
        let mut state = browser(&draft, Lang::Fr, (120, 36));
        press(&mut state, keys);
        assert_eq!((pane(&state), title(&state)), (pane_after, event), "{keys}");
        assert!(state.overlay.is_none(), "{keys}");
    }
}

#[test]
fn subevents_are_reached_and_left() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (120, 36));
    press(&mut state, "4G Space j");
    let first = state.event();
    assert_eq!(state.timeline().events[first].depth, 1);
    press(&mut state, "Space");
    assert_eq!(Some(state.event()), state.timeline().events[first].parent);
    press(&mut state, "Enter G Enter");
    assert_eq!(state.timeline().events[state.event()].depth, 1);
    assert_eq!(pane(&state), Pane::Detail);
    press(&mut state, "Esc");
    assert_eq!(Some(state.event()), state.timeline().events[first].parent);
    assert_eq!(pane(&state), Pane::Detail);
    press(&mut state, "H");
    assert_eq!(state.timeline().events[state.event()].depth, 1);
}

#[test]
fn one_comes_back_to_an_event_folded_away_meanwhile() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (120, 36));
    press(&mut state, "4G Space j");
    let inside = state.event();
    press(&mut state, "Enter s Esc h gg z");
    assert_ne!(state.event(), inside);
    press(&mut state, "H");
    assert_eq!((state.event(), pane(&state)), (inside, Pane::Detail));
    assert!(screen::text(&state).contains('▾'));
}

/// No line of a detail is out of reach, by steps or at once.
#[test]
fn the_whole_detail_can_be_read() {
    let draft = builtin();
    for size in [(40, 12), (60, 20), (80, 24), (120, 36)] {
        let mut state = browser(&draft, Lang::En, size);
        press(&mut state, "z gg");
        for event in 0..draft.timeline.events.len() {
            press(&mut state, "Enter");
            let height = usize::from(state.layout().unwrap().detail.unwrap().height);
            let last = state.detail_page().unwrap().last_scroll(height);
            for (keys, expected) in
                [("G", last), ("gg", 0), ("900j", last), ("900k", 0), ("999PageDown", last)]
            {
                press(&mut state, keys);
                let at = state.history.base().detail.scroll;
                assert_eq!(at, expected, "{keys} in event {event} at {size:?}");
            }
            press(&mut state, "Esc j");
        }
    }
}

/// On a screen that grows the list fills it, and one that is too small says that there is more.
#[test]
fn the_list_fills_the_screen_and_says_where_it_goes_on() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (40, 12));
    assert!(screen::text(&state).contains('↓') && !screen::text(&state).contains('↑'));
    press(&mut state, "G");
    assert!(screen::text(&state).contains('↑') && !screen::text(&state).contains('↓'));
    update(&mut state, Message::Resize(80, 40));
    let shown = screen::text(&state);
    assert!(shown.contains("Kim Il-sung accède") && !shown.contains('↑'), "{shown}");
}

/// Every key on a timeline without events, and on one of whose dates nobody can count the days.
#[test]
fn odd_timelines_break_no_rule() {
    for events in ["[]", "[{id: a, date: Y9223372036854775807, title: x}, {id: b, date: '1961', title: y}]"] {
        let folder = Folder::with(&[("timeline.yaml", &format!("title: T\nevents: {events}\n"))]);
        let draft = load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap();
        let draft = Arc::new(draft);
        for size in [(40, 12), (120, 36), (200, 50)] {
            let mut state = browser(&draft, Lang::Fr, size);
            for spec in frise::command::COMMANDS {
                for keys in spec.keys {
                    press(&mut state, keys);
                    screen::text(&state);
                }
            }
        }
    }
}

/// From every event, every quote by keys alone: its passage is on the screen, and Esc leads back to it.
#[test]
fn every_quote_leads_to_its_passage_and_back() {
    let draft = builtin();
    for size in [(40, 12), (80, 24), (120, 36), (200, 50)] {
        let mut state = browser(&draft, Lang::Fr, size);
        press(&mut state, "z gg");
        for event in 0..draft.timeline.events.len() {
            assert_eq!(state.event(), event);
            press(&mut state, "Enter");
            for quote in draft.timeline.quotes_of(event) {
                let number = quote - draft.timeline.quotes_of(event).start + 1;
                press(&mut state, &format!("{number}gg"));
                let before = screen::text(&state);
                press(&mut state, "Enter");
                assert_shows_passage(&state, quote);
                press(&mut state, "Esc");
                assert_eq!(screen::text(&state), before, "{size:?} {}", draft.timeline.quotes[quote].exact);
            }
            press(&mut state, "Esc j");
        }
    }
}

fn assert_shows_passage(state: &State, quote: usize) {
    let proof = state.proof.as_ref().expect("a checked timeline");
    let anchor: &Anchor = &proof.anchors[quote];
    let span = anchor.span().expect("the built-in quotes are anchored");
    let source = state.timeline().quotes[quote].source.expect("a source");
    let article = state.draft.articles[source].as_ref().expect("an article").text();
    let words: String = article.chars().skip(span.start).take(span.end - span.start).collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let screen = screen::text(state);
    // Panes side by side interleave their lines; the article is the one on the right.
    let column: String = match state.layout().and_then(|layout| layout.reader) {
        Some(area) => {
            let columns = ReaderColumns::of(area.width);
            screen
                .lines()
                .map(|line| {
                    line.chars()
                        .skip((area.x + columns.text_at).into())
                        .take(columns.text.into())
                        .collect::<String>()
                        + "\n"
                })
                .collect()
        }
        None => panic!("no article on the screen"),
    };
    let shown = squeezed(&column);
    let head: String = squeezed(&words).chars().take(60).collect();
    assert!(shown.contains(&head), "{words}\n{screen}");
}

fn keys() -> impl Strategy<Value = Vec<Key>> {
    let written: Vec<&'static str> = frise::command::COMMANDS
        .iter()
        .flat_map(|spec| spec.keys.iter().copied())
        .filter(|keys| !["q", "Ctrl-c"].contains(keys))
        .chain(["2", "0", "7", "x"])
        .collect();
    let key = proptest::sample::select(written).prop_map(|keys| Key::parse(keys).expect("a key"));
    let letter = |key: Key| if key.code == Code::AnyLetter { Key::char('a') } else { key };
    proptest::collection::vec(key, 700..900)
        .prop_map(move |keys| keys.into_iter().flatten().map(letter).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, max_shrink_iters: 60, ..ProptestConfig::default() })]
    /// Whatever is pressed, some hundred thousand times, at whatever size: nothing panics, what is selected is on the screen, and Esc
    /// enough times ends at the list.
    #[test]
    fn random_keys_break_no_rule(keys in keys(), width in 1u16..210, height in 1u16..55) {
        let draft = builtin();
        let mut state = browser(&draft, Lang::En, (width, height));
        for (index, key) in keys.into_iter().enumerate() {
            let effects = update(&mut state, Message::Key(key));
            answer_questions(&mut state, effects);
            if index % 7 == 3 {
                update(&mut state, Message::Resize(height.max(40) * 2, width.max(12)));
                update(&mut state, Message::Resize(width, height));
            }
            // Every fourth screen is enough: a step that leaves something wrong leaves it there.
            if index % 4 != 0 {
                continue;
            }
            let screen = screen::text(&state);
            let has_rows = !state.rows().all.is_empty();
            if width >= 40 && height >= 12 && has_rows && pane(&state) == Pane::List
                && state.overlay.is_none() && state.briefing().is_none() {
                prop_assert!(screen.contains('▌'), "no selection:\n{screen}");
            }
        }
        for _ in 0..210 {
            press(&mut state, "Esc");
        }
        prop_assert_eq!(pane(&state), Pane::List);
    }
}

/// What is taken along is what is selected, and a quote that was not checked is none.
#[test]
fn quotes_citations_and_addresses_are_copied() {
    let draft = builtin();
    let timeline = &draft.timeline;
    let quote = timeline.quotes_of(1).next().unwrap();
    let words = timeline.quotes[quote].exact.clone();
    let source = &timeline.sources[timeline.quotes[quote].source.unwrap()];
    let cited = frise::citation::citation(source, Lang::Fr);
    for (keys, expected) in [
        ("j yq", Some(words.clone())),
        ("j Enter yq", Some(words.clone())),
        ("j Enter Enter yq", Some(words)),
        ("j yy", Some(cited)),
        ("s yq", None),
        ("s yy", Some(frise::citation::citation(&timeline.sources[0], Lang::Fr))),
        ("s 5G yu", timeline.sources[4].url.clone()),
        ("! yu", None),
    ] {
        let mut state = browser(&draft, Lang::Fr, (120, 36));
        let (before, last) = keys.rsplit_once(' ').unwrap_or(("", keys));
        press(&mut state, before);
        let effects: Vec<Effect> = Key::parse(last)
            .unwrap()
            .into_iter()
            .flat_map(|key| update(&mut state, Message::Key(key)))
            .collect();
        assert_eq!(
            effects,
            expected.map(Effect::Copy).into_iter().collect::<Vec<_>>(),
            "{keys}: {:?}",
            state.display.notice
        );
        assert!(state.display.notice.is_some(), "{keys}");
    }
    let mut state = open(Arc::clone(&draft), Options::default(), (120, 36));
    press(&mut state, "j");
    let taken: Vec<Effect> =
        Key::parse("yq").unwrap().into_iter().flat_map(|key| update(&mut state, Message::Key(key))).collect();
    assert_eq!(taken, []);
}
