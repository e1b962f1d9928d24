//! The timeline as a talk.

use std::sync::Arc;
use std::time::Duration;

use frise::app::briefing::{Now, Start};
use frise::app::{Effect, Message, Mouse, MouseKind, Options, Overlay, Pane, State, update};
use frise::briefing::{Choice, Dates, Reveal, ScreenKind, Slide, SlidePosition, Step, steps};
use frise::i18n::Lang;
use frise::keymap::Key;
use frise::load::{self, Draft, Input};
use frise::model::{self, Text};
use frise::theme::{Depth, ThemeChoice, ThemeName};

use crate::contrast::contrast;
use crate::support::{Folder, answer_questions, browser, browser_with, builtin, press, screen, type_text};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 36), (60, 20), (200, 50)];

fn talk(draft: &Arc<Draft>, lang: Lang, size: (u16, u16)) -> State {
    talk_with(draft, lang, size, whole())
}

/// Every step of every event.
fn whole() -> Start {
    Start { choice: Choice { depth: Some(model::Depth::All), ..Choice::default() }, ..Start::default() }
}

fn of_minutes(minutes: u32) -> Start {
    let whole = whole();
    Start { choice: Choice { minutes: Some(minutes), ..whole.choice }, ..whole }
}

fn talk_with(draft: &Arc<Draft>, lang: Lang, size: (u16, u16), start: Start) -> State {
    browser_with(draft, Options { lang, briefing: Some(start), ..Options::default() }, size)
}

fn place(state: &State) -> SlidePosition {
    state.briefing().expect("a talk").place
}

/// The number of the slide, where every event has one.
fn number(slide: Slide, state: &State) -> usize {
    match slide {
        Slide::Opening => 1,
        Slide::Event(event) => event + 2,
        Slide::Ordering | Slide::Sources => state.timeline().events.len() + 2,
    }
}

fn slide(number: usize, state: &State) -> Slide {
    match number.checked_sub(2) {
        None => Slide::Opening,
        Some(event) if event < state.timeline().events.len() => Slide::Event(event),
        Some(_) => Slide::Sources,
    }
}

fn at(state: &State) -> (usize, Reveal) {
    let place = place(state);
    (number(place.slide, state), place.reveal)
}

/// The letters between header and line of time, without blanks and what is drawn beside the words.
fn body(state: &State) -> String {
    let text = screen::text(state);
    let rows = usize::from(state.size.1);
    let foot = state.briefing().and_then(|b| b.scene()).map_or(0, |scene| scene.foot.len());
    let lines = text.lines().take(rows - 2 - foot - usize::from(rows >= 16)).skip(1);
    lines.map(|line| squeezed(&line.replace(['▎', '↑', '↓'], ""))).collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Presses `key` until nothing changes; every screen on the way.
fn walk(state: &mut State, key: &str) -> Vec<String> {
    let mut screens = vec![screen::text(state)];
    loop {
        let before = place(state);
        press(state, key);
        if place(state) == before {
            return screens;
        }
        screens.push(screen::text(state));
        assert!(screens.len() < 2000, "the talk never ends");
    }
}

/// What each step of a slide must say.
fn said(state: &State, slide: Slide, step: Step) -> Vec<String> {
    let timeline = state.timeline();
    let text = |text: &Text| text.best(state.display.lang.tag()).to_owned();
    let words_of = |index: usize| {
        let quote = &timeline.quotes[index];
        [quote.exact.clone()]
            .into_iter()
            .chain(quote.translation.get(state.display.lang.tag()).map(ToOwned::to_owned))
    };
    let Some(event) = slide.event() else {
        return timeline.sources.iter().filter_map(|source| source.title.as_ref()).map(text).collect();
    };
    let event = &timeline.events[event];
    match step {
        Step::Opening | Step::Date | Step::Ordering | Step::Answers | Step::Sources => Vec::new(),
        Step::Title => vec![text(&event.title)],
        Step::Summary => event.summary.iter().map(text).collect(),
        Step::Quote(number) => words_of(event.quotes.start + number).take(1).collect(),
        Step::Claim(number) => {
            let claim = &event.claims[number];
            let quotes = claim.quotes.clone().flat_map(|quote| words_of(quote).take(1));
            [text(&claim.says)].into_iter().chain(quotes).collect()
        }
        Step::Question(number) => vec![text(&event.questions[number])],
    }
}

/// From the first screen to the last with one key: every word of every step, whole and in its order, and the same
/// screens backwards.
#[test]
fn one_key_shows_everything_and_another_goes_back() {
    let draft = builtin();
    for size in SIZES {
        for lang in Lang::ALL {
            let mut state = talk(&draft, lang, size);
            for number in 2..draft.timeline.events.len() + 3 {
                let slide = slide(number, &state);
                for step in steps(&draft.timeline, slide, Dates::Shown) {
                    let mut shown = String::new();
                    while at(&state) != (number, Reveal::UpTo(step)) {
                        let before = place(&state);
                        press(&mut state, "PageDown");
                        assert_ne!(place(&state), before, "{size:?} {lang:?} {slide:?} {step:?}");
                    }
                    let mut ahead = talk(&draft, lang, size);
                    std::mem::swap(&mut ahead, &mut state);
                    while at(&ahead) == (number, Reveal::UpTo(step)) {
                        shown += &body(&ahead);
                        let before = place(&ahead);
                        press(&mut ahead, "PageDown");
                        if place(&ahead) == before {
                            break;
                        }
                    }
                    for words in said(&ahead, slide, step) {
                        assert!(shown.contains(&squeezed(&words)), "{size:?} {lang:?}: {words}\nin {shown}");
                    }
                    state = ahead;
                }
            }
            assert_eq!(place(&state).slide, Slide::Sources);
            let mut state = talk(&draft, lang, size);
            let forth = walk(&mut state, "PageDown");
            let mut back = walk(&mut state, "PageUp");
            back.reverse();
            assert_eq!(forth.len(), back.len(), "{size:?} {lang:?}");
            for (forth, back) in forth.iter().zip(&back) {
                assert_eq!(forth, back, "{size:?} {lang:?}");
            }
        }
    }
}

#[test]
fn keys_lead_where_they_say() {
    let draft = builtin();
    let last = draft.timeline.events.len() + 2;
    let step = Reveal::UpTo;
    for (keys, expected) in [
        ("Space", (2, step(Step::Date))),
        ("Right Down", (2, step(Step::Title))),
        ("l j n", (2, step(Step::Summary))),
        ("Enter PageDown Space Space", (2, step(Step::Quote(0)))),
        ("3Space h", (2, step(Step::Title))),
        ("4Space k p", (2, step(Step::Title))),
        ("4Space Left Up PageUp Backspace", (1, step(Step::Opening))),
        ("J J", (3, step(Step::Date))),
        ("2J K", (2, step(Step::Date))),
        ("G", (last, step(Step::Sources))),
        ("12G", (12, step(Step::Date))),
        ("G gg", (1, step(Step::Opening))),
        ("5G J ''", (1, step(Step::Opening))),
        ("5G '' ''", (5, step(Step::Date))),
        ("3G s", (3, Reveal::All)),
        ("3G Space s s", (3, step(Step::Title))),
        ("999G", (last, step(Step::Sources))),
    ] {
        let mut state = talk(&draft, Lang::En, (80, 24));
        press(&mut state, keys);
        assert_eq!(at(&state), expected, "{keys}");
    }
}

#[test]
fn all_steps_of_a_slide_are_there_at_once() {
    let draft = builtin();
    for size in SIZES {
        let mut state = talk(&draft, Lang::Fr, size);
        press(&mut state, "11G s");
        let mut shown = String::new();
        while at(&state) == (11, Reveal::All) {
            shown += &body(&state);
            press(&mut state, "Space");
        }
        assert_eq!(at(&state), (12, Reveal::UpTo(Step::Date)));
        for step in steps(&draft.timeline, slide(11, &state), Dates::Shown) {
            for words in said(&state, slide(11, &state), step) {
                assert!(shown.contains(&squeezed(&words)), "{size:?}: {words}\nin {shown}");
            }
        }
    }
}

#[test]
fn a_clicker_does_what_is_printed_on_it() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (80, 24));
    press(&mut state, "2j F5");
    assert_eq!(at(&state), (4, Reveal::UpTo(Step::Title)));
    press(&mut state, "PageDown .");
    assert!(screen::text(&state).trim().is_empty());
    press(&mut state, "PageDown");
    assert_eq!(at(&state), (4, Reveal::UpTo(Step::Summary)), "the key that lights the screen moves nothing");
    for (black, key) in [("b", "F5"), (".", "PageUp"), ("b", "x"), (".", "5"), ("b", "g")] {
        press(&mut state, black);
        press(&mut state, key);
        assert_eq!(at(&state), (4, Reveal::UpTo(Step::Summary)));
        assert!(!screen::text(&state).trim().is_empty());
    }
    press(&mut state, "PageUp J");
    assert_eq!(at(&state), (5, Reveal::UpTo(Step::Title)));
    press(&mut state, "Esc");
    assert!(state.briefing().is_none());
    assert_eq!((state.event(), state.history.top().pane()), (3, Pane::List));
    update(&mut state, Message::Key(Key::char('q')));
}

#[test]
fn a_talk_started_from_the_shell_ends_the_program() {
    let draft = builtin();
    for key in [Key::ESC, Key::char('q'), Key { ctrl: true, ..Key::char('c') }] {
        let mut state = talk(&draft, Lang::Fr, (80, 24));
        assert_eq!(update(&mut state, Message::Key(key)), [Effect::Quit]);
    }
    let mut state = browser(&draft, Lang::Fr, (80, 24));
    press(&mut state, "j F5 J q");
    assert!(state.briefing().is_none());
    assert_eq!(state.event(), 2);
}

#[test]
fn the_mouse_goes_on_too() {
    let draft = builtin();
    let mut state = talk(&draft, Lang::Fr, (80, 24));
    let mut turn = |kind| {
        update(&mut state, Message::Mouse(Mouse { kind, column: 3, row: 3 }));
        at(&state)
    };
    assert_eq!(turn(MouseKind::Press), (2, Reveal::UpTo(Step::Date)));
    assert_eq!(turn(MouseKind::Release), (2, Reveal::UpTo(Step::Date)));
    assert_eq!(turn(MouseKind::WheelDown), (2, Reveal::UpTo(Step::Title)));
    assert_eq!(turn(MouseKind::WheelUp), (2, Reveal::UpTo(Step::Date)));
}

#[test]
fn the_overview_is_narrowed_down_and_left() {
    let draft = builtin();
    let mut state = talk(&draft, Lang::Fr, (80, 24));
    press(&mut state, "3G o");
    assert!(screen::text(&state).contains("années 1940"));
    type_text(&mut state, "vostotch");
    let shown = screen::text(&state);
    assert!(shown.contains("septembre 2023") && !shown.contains("années 1940"), "{shown}");
    press(&mut state, "Enter");
    assert_eq!(at(&state), (10, Reveal::UpTo(Step::Date)));
    press(&mut state, "''");
    assert_eq!(at(&state), (3, Reveal::UpTo(Step::Date)));
    press(&mut state, "o");
    type_text(&mut state, "xyzzy");
    assert!(screen::text(&state).contains("Aucune diapositive"));
    press(&mut state, "Enter Esc");
    assert!(state.overlay.is_none());
    assert_eq!(at(&state), (3, Reveal::UpTo(Step::Date)));
}

#[test]
fn a_search_leads_to_the_step_and_back() {
    let draft = builtin();
    let mut state = talk(&draft, Lang::Fr, (80, 24));
    press(&mut state, "3G Space /");
    type_text(&mut state, "'vostotchny");
    assert!(matches!(state.overlay, Some(Overlay::Search(_))));
    press(&mut state, "Enter");
    assert_eq!(at(&state).0, 10);
    press(&mut state, "''");
    assert_eq!(at(&state), (3, Reveal::UpTo(Step::Title)));
    // What was found is on the screen, on whichever page of its step.
    for (query, word) in [
        ("'rivaliser", "rivaliser"),
        ("'annule", "annulé"),
        ("'comment 'verifier", "vérifier"),
        ("'passive", "passive"),
    ] {
        let mut state = talk(&draft, Lang::Fr, (40, 12));
        press(&mut state, "/");
        type_text(&mut state, query);
        press(&mut state, "Enter");
        assert!(body(&state).to_lowercase().contains(word), "{query}: {}", screen::text(&state));
    }
    // Nothing of it is left for the browser to find.
    press(&mut state, "?");
    assert!(matches!(state.overlay, Some(Overlay::Menu(_))));
    press(&mut state, "Esc");
    assert!(state.briefing().is_some() && state.overlay.is_none());
}

/// Where source and address of a quote leave no room on its page, they have pages of their own.
#[test]
fn a_long_address_is_read_to_its_end() {
    let url = format!("https://example.org/{}end", "a-long-way/".repeat(12));
    let yaml = format!(
        "title: T\nlanguage: en\nsources:\n  - {{id: s, text: s.txt, url: \"{url}\"}}\nevents:\n  - id: a\n    date: 1950\n    \
         title: A\n    quotes:\n      - {{source: s, exact: words that stand in the article}}\n"
    );
    let article = "These are the words that stand in the article, and others. ".repeat(3);
    let folder = Folder::with(&[("timeline.yaml", &yaml), ("s.txt", &article)]);
    let draft = Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap());
    let mut state = talk(&draft, Lang::En, (40, 12));
    let shown: String = walk(&mut state, "PageDown").iter().map(|screen| squeezed(screen)).collect();
    assert!(shown.contains("way/end"), "{shown}");
    assert_eq!(place(&state).slide, Slide::Sources);
}

/// A screen that follows may be smaller: what has no room is a page of its own there.
#[test]
fn whoever_follows_on_a_smaller_screen_turns_its_pages() {
    let draft = builtin();
    let mut lead = talk(&draft, Lang::Fr, (200, 50));
    let mut screen_of =
        talk_with(&draft, Lang::Fr, (40, 12), Start { screen: ScreenKind::Audience, ..whole() });
    press(&mut lead, "3G");
    while place(&lead).reveal != Reveal::UpTo(Step::Claim(0)) {
        press(&mut lead, "Space");
    }
    update(&mut screen_of, Message::Presenter(lead.presenter_state().unwrap()));
    let first = body(&screen_of);
    assert!(screen::text(&screen_of).contains('↓'));
    let rest: Vec<String> = (0..9)
        .map(|_| {
            press(&mut screen_of, "PageDown");
            body(&screen_of)
        })
        .collect();
    assert_ne!(rest.last(), Some(&first));
    assert!(!screen::text(&screen_of).contains('↓'), "{}", screen::text(&screen_of));
    assert_eq!(place(&screen_of), place(&lead), "it drives nothing");
    press(&mut screen_of, &"PageUp ".repeat(12));
    assert_eq!(body(&screen_of), first);
    press(&mut screen_of, "PageDown");
    press(&mut lead, "Space");
    update(&mut screen_of, Message::Presenter(lead.presenter_state().unwrap()));
    assert_eq!(screen_of.briefing().unwrap().turned, 0, "what comes next begins at its beginning");
}

fn later(state: &mut State, seconds: u64) {
    let now = Now { since: Duration::from_secs(seconds), clock: (9, 41) };
    update(state, Message::Time(now));
}

#[test]
fn the_clock_starts_with_the_first_move() {
    let draft = builtin();
    let start = of_minutes(20);
    let mut state = talk_with(&draft, Lang::Fr, (80, 24), start);
    let last = |state: &State| screen::text(state).lines().last().unwrap_or_default().to_owned();
    later(&mut state, 100);
    assert!(!last(&state).contains(':'), "the class does not see it");
    press(&mut state, "w");
    assert!(last(&state).ends_with("20:00") && state.briefing().unwrap().until_tick().is_none());
    press(&mut state, "Space");
    later(&mut state, 161);
    assert!(last(&state).ends_with("18:59"), "{}", last(&state));
    assert!(state.briefing().unwrap().until_tick().is_some());
    for (keys, expected) in [("w", "1:01"), ("w", "9:41"), ("w w", "18:59"), ("t", "18:59")] {
        press(&mut state, keys);
        assert!(last(&state).ends_with(expected), "{keys}: {}", last(&state));
    }
    assert!(state.briefing().unwrap().until_tick().is_none());
    later(&mut state, 300);
    assert!(last(&state).ends_with("18:59"));
    press(&mut state, "t");
    later(&mut state, 1500);
    assert!(last(&state).ends_with("+1:01"), "{}", last(&state));
    press(&mut state, "T");
    assert!(last(&state).ends_with("20:00"), "{}", last(&state));
}

/// Without a word: the bar is filled as far as the talk is, a mark stands where the time is.
#[test]
fn the_pace_is_seen_on_a_bar() {
    let draft = builtin();
    let start = of_minutes(10);
    let mut state = talk_with(&draft, Lang::Fr, (80, 24), start);
    press(&mut state, "Space w");
    let bar = |state: &State| {
        let text = screen::text(state);
        let line: Vec<char> = text.lines().last().unwrap_or_default().chars().collect();
        let done = line.iter().rposition(|c| *c == '━');
        (done, line.iter().position(|c| *c == '┃').expect("a mark"))
    };
    later(&mut state, 300);
    let (done, due) = bar(&state);
    assert!(done.is_none_or(|done| done < due), "behind");
    press(&mut state, "15G");
    later(&mut state, 10);
    let (done, due) = bar(&state);
    assert!(done.is_some_and(|done| done > due), "ahead");
}

#[test]
fn what_the_audience_sees_stands_still() {
    let draft = builtin();
    let mut state = talk(&draft, Lang::Fr, (80, 24));
    press(&mut state, "3G 3Space F");
    let frozen = screen::text(&state);
    press(&mut state, "Space J d + - i w F2 F3 7G");
    assert_eq!(screen::text(&state), frozen);
    // What is opened takes the keys, though nobody sees it: none of them is a command by accident.
    for (keys, typed) in [("/", "q mos"), ("o", "sq"), ("?", "")] {
        press(&mut state, keys);
        type_text(&mut state, typed);
        assert_eq!(screen::text(&state), frozen, "{keys}");
        press(&mut state, "Esc");
    }
    assert_eq!(at(&state), (7, Reveal::UpTo(Step::Date)));
    // Neither a word about a key nor the clock comes to a screen that stands still.
    press(&mut state, "'' '' t");
    assert_eq!(screen::text(&state), frozen);
    press(&mut state, "7G F");
    assert_ne!(screen::text(&state), frozen);
    assert_eq!(at(&state), (7, Reveal::UpTo(Step::Date)));
}

#[test]
fn a_talk_keeps_its_place_over_sizes_languages_and_letters() {
    let draft = builtin();
    let mut state = talk(&draft, Lang::Fr, (80, 24));
    press(&mut state, "11G 6Space");
    let here = at(&state);
    for keys in ["+", "+", "+", "-", "-", "-", "-", "i", "i", "F2", "F3", "Ctrl-l", "?", "Esc"] {
        press(&mut state, keys);
        assert_eq!(at(&state), here, "{keys}");
    }
    for size in [(40, 12), (1, 1), (200, 50), (60, 20)] {
        update(&mut state, Message::Resize(size.0, size.1));
        screen::text(&state);
        assert_eq!(at(&state), here, "{size:?}");
    }
}

#[test]
fn the_line_of_time_speaks_the_language_of_the_screen() {
    let yaml = "title: T\nlanguage: fr\nevents:\n  - {id: a, date: 44 BC, title: A}\n  - {id: b, date: 1950, title: B}\n";
    let folder = Folder::with(&[("timeline.yaml", yaml)]);
    let draft = Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap());
    let mut state = talk(&draft, Lang::Fr, (80, 24));
    let shows = |state: &State, words: &str| {
        let text = screen::text(state);
        text.lines().nth_back(1).is_some_and(|line| line.trim_start().starts_with(words))
    };
    assert!(shows(&state, "44 av. J.-C. "), "{}", screen::text(&state));
    press(&mut state, "F2");
    assert!(shows(&state, "44 BC "), "{}", screen::text(&state));
}

/// The teacher's screen and another one for the audience show what they are told; the teacher's asks for moves.
#[test]
fn followers_show_what_they_are_told() {
    let draft = builtin();
    let follower = |screen| talk_with(&draft, Lang::En, (80, 24), Start { screen, ..whole() });
    let (mut lead, mut notes) = (talk(&draft, Lang::Fr, (80, 24)), follower(ScreenKind::SpeakerNotes));
    let mut audience = follower(ScreenKind::Audience);
    let pass_on = |lead: &State, notes: &mut State, audience: &mut State| {
        let told = lead.presenter_state().expect("a talk that can be followed");
        update(notes, Message::Presenter(told.clone()));
        update(audience, Message::Presenter(told));
    };
    press(&mut lead, "3G 3Space");
    pass_on(&lead, &mut notes, &mut audience);
    assert_eq!(screen::text(&audience), screen::text(&lead));
    let shown = screen::text(&notes);
    assert!(shown.contains("1961 · Le traité") && shown.contains("Notes de l’orateur"), "{shown}");
    assert!(shown.contains("1996 · Le traité de 1961 est annulé"), "the next title: {shown}");
    for (key, expected) in [
        ("Space", (3, Reveal::UpTo(Step::Claim(0)))),
        ("K", (2, Reveal::UpTo(Step::Date))),
        ("F", (2, Reveal::UpTo(Step::Date))),
        ("J", (3, Reveal::UpTo(Step::Date))),
    ] {
        let effects: Vec<Effect> = Key::parse(key)
            .unwrap()
            .into_iter()
            .flat_map(|key| update(&mut notes, Message::Key(key)))
            .collect();
        let [Effect::Remote(order)] = &effects[..] else { panic!("{key}: {effects:?}") };
        update(&mut lead, Message::Remote(order.clone()));
        assert_eq!(at(&lead), expected, "{key}");
        pass_on(&lead, &mut notes, &mut audience);
    }
    assert_eq!(screen::text(&audience), screen::text(&lead));
    assert!(screen::text(&notes).contains("FIGÉ"));
    assert_eq!(at(&notes), (3, Reveal::UpTo(Step::Date)));
    // Whoever only follows asks for nothing, and nobody is ended from afar.
    assert_eq!(update(&mut audience, Message::Key(Key::char(' '))), []);
    let before = at(&audience);
    assert_eq!(at(&audience), before);
    press(&mut notes, "o");
    type_text(&mut notes, "2019");
    let effects = update(&mut notes, Message::Key(Key::parse("Enter").unwrap()[0]));
    let [Effect::Remote(order)] = &effects[..] else { panic!("{effects:?}") };
    update(&mut lead, Message::Remote(order.clone()));
    assert_eq!(at(&lead), (9, Reveal::UpTo(Step::Date)));
    assert_eq!(update(&mut notes, Message::Key(Key::ESC)), [Effect::Quit]);
    answer_questions(&mut lead, Vec::new());
}

#[test]
fn the_screens_of_a_talk() {
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)] {
        for (name, keys) in [
            ("opening", ""),
            ("head", "3G 2Space"),
            ("quote", "3G 3Space"),
            ("all", "11G s"),
            ("guessed", "d 4G Space"),
            ("huge", "4G + + 2Space"),
            ("sources", "G"),
        ] {
            let lang = if height % 12 == 0 { Lang::Fr } else { Lang::En };
            let mut state = talk(&builtin(), lang, (width, height));
            press(&mut state, keys);
            insta::assert_snapshot!(format!("talk_{name}_{width}x{height}"), screen::with_styles(&state));
        }
        for (name, step) in [("claim", Step::Claim(0)), ("questions", Step::Question(1))] {
            let mut state = talk(&builtin(), Lang::Fr, (width, height));
            press(&mut state, "3G");
            while place(&state).reveal != Reveal::UpTo(step) {
                press(&mut state, "Space");
            }
            insta::assert_snapshot!(format!("talk_{name}_{width}x{height}"), screen::with_styles(&state));
        }
    }
}

/// Every letter on every screen of the talk, and on the teacher's, stands out from its ground by 7:1.
#[test]
fn every_word_can_be_read_from_the_last_row() {
    let draft = builtin();
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast] {
        for screen in [ScreenKind::Presenter, ScreenKind::SpeakerNotes] {
            let briefing = Some(Start { screen, ..of_minutes(20) });
            let options = Options { briefing, theme: ThemeChoice::Fixed(theme), ..Options::default() };
            let mut state = browser_with(&draft, options, (120, 36));
            let mut lead = talk(&draft, Lang::Fr, (120, 36));
            for _ in 0..60 {
                press(&mut lead, "Space");
                let mut told = lead.presenter_state().expect("a talk");
                told.frozen = (screen == ScreenKind::SpeakerNotes).then(|| told.place.clone());
                update(&mut state, Message::Presenter(told));
                let buffer = screen::buffer(&state, Depth::True);
                for cell in
                    buffer.content.iter().filter(|cell| cell.symbol().chars().any(char::is_alphanumeric))
                {
                    let ratio = contrast(cell.fg, cell.bg);
                    assert!(ratio >= 7.0, "{theme:?} {screen:?}: {cell:?} {ratio}");
                }
            }
        }
    }
}
