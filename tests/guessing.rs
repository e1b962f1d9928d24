//! A class guesses dates: nothing on a screen gives one away before it is revealed.

use std::ops::Range;
use std::sync::Arc;

use frise::app::briefing::Start;
use frise::app::{Message, Options, State, update};
use frise::briefing::{Choice, Dates, ScreenKind, Slide, SlidePosition, Step};
use frise::i18n::Lang;
use frise::load::Draft;
use frise::model::Depth;

use crate::support::{browser_with, builtin, press, screen, type_text};

/// The years of the top-level events, in the order of the timeline.
const YEARS: [(&str, Range<u32>); 7] = [
    ("annees-1940", 1940..1950),
    ("traite-1961", 1961..1962),
    ("annulation-1996", 1996..1997),
    ("relance-2000-2001", 2000..2002),
    ("voyage-2019", 2019..2020),
    ("vostotchny-2023", 2023..2024),
    ("traite-2024", 2024..2025),
];

fn guessing(draft: &Arc<Draft>, lang: Lang, size: (u16, u16), depth: Depth) -> State {
    let choice = Choice { depth: Some(depth), ..Choice::default() };
    let start = Start { choice, dates: Dates::Guessed, ..Start::default() };
    browser_with(draft, Options { lang, briefing: Some(start), ..Options::default() }, size)
}

fn place(state: &State) -> SlidePosition {
    state.briefing().expect("a briefing").place
}

/// The years that are not revealed yet once `known` top-level events are.
fn still_guessed(known: usize) -> impl Iterator<Item = String> {
    YEARS[known..].iter().flat_map(|(_, years)| years.clone()).map(|year| year.to_string())
}

fn assert_covered(state: &State, known: usize, what: &str) {
    let shown = screen::text(state);
    for year in still_guessed(known) {
        assert!(!shown.contains(&year), "{what}: {year} in\n{shown}");
    }
}

/// How many top-level events are known once `place` is shown.
fn known_at(state: &State, known: usize) -> usize {
    let place = place(state);
    let reveals = matches!(place.step().map(|step| step.step), Some(Step::Date | Step::Summary));
    let Some(event) = place.slide.event().filter(|_| reveals) else { return known };
    let id = state.timeline().events[event].id.as_str();
    YEARS.iter().position(|(event, _)| *event == id).map_or(known, |number| known.max(number + 1))
}

#[test]
fn no_screen_holds_a_year_before_it_is_revealed() {
    let draft = builtin();
    let sizes = [(80, 24), (120, 36), (40, 12), (200, 50)];
    for (size, lang) in sizes.into_iter().flat_map(|size| Lang::ALL.map(|lang| (size, lang))) {
        for depth in Depth::ALL {
            let mut state = guessing(&draft, lang, size, depth);
            let mut known = 0;
            let mut covers = 0;
            loop {
                known = known_at(&state, known);
                assert_covered(&state, known, &format!("{size:?} {lang:?} {depth:?} {:?}", place(&state)));
                covers += usize::from(screen::text(&state).contains("▒▒▒▒"));
                let before = place(&state);
                press(&mut state, "PageDown");
                if place(&state) == before {
                    break;
                }
            }
            assert_eq!(known, YEARS.len());
            assert!(covers > 3, "dates stand in quotes, too");
        }
    }
}

#[test]
fn nor_does_what_lies_below_a_slide() {
    let draft = builtin();
    for lang in Lang::ALL {
        let mut state = guessing(&draft, lang, (80, 24), Depth::Main);
        for known in 0..YEARS.len() {
            press(&mut state, "J");
            loop {
                assert_covered(&state, known, &format!("{lang:?} {:?}", place(&state)));
                let before = place(&state);
                press(&mut state, "Down");
                // Below, the dates of its parts are guessed, too, and then known.
                let is_date = place(&state).step().is_some_and(|step| step.step == Step::Date);
                if place(&state) == before || is_date {
                    break;
                }
            }
        }
    }
}

#[test]
fn evidence_comes_before_the_answer() {
    let draft = builtin();
    let mut state = guessing(&draft, Lang::En, (80, 24), Depth::Main);
    press(&mut state, "4G");
    let mut steps = Vec::new();
    while place(&state).slide == Slide::Event(2) {
        steps.extend(place(&state).step().map(|step| step.step));
        press(&mut state, "Space");
    }
    steps.dedup();
    let [Step::Title, Step::Quote(_), Step::Claim(_), Step::Question(_), Step::Date, Step::Summary] =
        steps[..]
    else {
        panic!("{steps:?}")
    };
}

#[test]
fn a_cover_is_no_cut() {
    let draft = builtin();
    for (lang, words) in [(Lang::Fr, "▒▒▒▒ : couvert, pas coupé"), (Lang::En, "▒▒▒▒: covered, not cut")]
    {
        let mut state = guessing(&draft, lang, (80, 24), Depth::Main);
        let mut told = 0;
        for _ in 0..30 {
            press(&mut state, "Space");
            let shown = screen::text(&state).replace('\u{a0}', " ");
            let body: Vec<&str> = shown.lines().skip(1).collect();
            let is_covered = body.iter().any(|line| line.contains("▒▒▒▒") && !line.contains(words));
            let is_told = body.iter().any(|line| line.contains(words));
            // The line of time has its own signs.
            let axis = body.iter().rev().nth(1).is_some_and(|line| line.contains("▒▒▒▒"));
            assert!(!is_covered || axis || is_told, "{shown}");
            told += usize::from(is_told);
        }
        assert!(told > 3);
    }
}

#[test]
fn a_day_is_guessed_once() {
    let draft = builtin();
    let mut state = guessing(&draft, Lang::En, (80, 24), Depth::All);
    let mut guessed = Vec::new();
    loop {
        let here = place(&state);
        if here.step().is_some_and(|step| step.step == Step::Date) {
            let event = here.slide.event().expect("an event");
            guessed.push(draft.timeline.events[event].date.written().to_owned());
        }
        press(&mut state, "Space");
        if place(&state) == here {
            break;
        }
    }
    let count = guessed.len();
    guessed.sort();
    guessed.dedup();
    assert_eq!(guessed.len(), count);
}

#[test]
fn neither_the_overview_nor_a_search_tells() {
    let draft = builtin();
    let mut state = guessing(&draft, Lang::Fr, (120, 36), Depth::Main);
    press(&mut state, "o");
    assert_covered(&state, 0, "the overview");
    press(&mut state, "Esc 3G /");
    for words in ["traité", "Pyongyang", "doc"] {
        type_text(&mut state, words);
        assert_covered(&state, 1, words);
        press(&mut state, "Esc /");
    }
}

#[test]
fn the_speaker_knows_the_dates_and_the_audience_does_not() {
    let draft = builtin();
    let mut presenter = guessing(&draft, Lang::En, (80, 24), Depth::Main);
    let follower = |screen| {
        let start = Start { screen, ..Start::default() };
        browser_with(&draft, Options { briefing: Some(start), ..Options::default() }, (80, 24))
    };
    let (mut audience, mut notes) = (follower(ScreenKind::Audience), follower(ScreenKind::SpeakerNotes));
    press(&mut presenter, "3G Space");
    for state in [&mut audience, &mut notes] {
        update(state, Message::Presenter(presenter.presenter_state().expect("a briefing")));
    }
    assert_covered(&audience, 1, "a screen that follows");
    assert!(screen::text(&notes).contains("1961"), "{}", screen::text(&notes));
}
