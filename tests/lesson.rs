//! A briefing that fits the hour: its main line, what lies below it, and what is chosen for the time there is.

use std::sync::Arc;

use frise::app::briefing::Start;
use frise::app::{Options, State};
use frise::briefing::{Choice, Dates, Slide, SlidePosition, Step};
use frise::i18n::Lang;
use frise::load::{self, Draft, Input};
use frise::model::Depth;
use serde_json::Value;

use crate::support::{Folder, browser, browser_with, builtin, frise, press, run, screen, type_text};

fn briefing(draft: &Arc<Draft>, lang: Lang, size: (u16, u16), start: Start) -> State {
    browser_with(draft, Options { lang, briefing: Some(start), ..Options::default() }, size)
}

fn choice(choice: Choice) -> Start {
    Start { choice, ..Start::default() }
}

fn place(state: &State) -> SlidePosition {
    state.briefing().expect("a briefing").place
}

/// How many presses of `key` lead to the end.
fn presses(state: &mut State, key: &str) -> usize {
    let mut count = 0;
    loop {
        let before = place(state);
        press(state, key);
        if place(state) == before {
            return count;
        }
        count += 1;
        assert!(count < 2000, "it never ends");
    }
}

/// The events that have a slide on the main line.
fn shown_events(state: &mut State) -> Vec<String> {
    press(state, "gg");
    let mut events = Vec::new();
    loop {
        let here = place(state);
        if let Some(event) = here.slide.event() {
            events.push(state.timeline().events[event].id.clone());
        }
        press(state, "J");
        if place(state).slide == here.slide {
            return events;
        }
    }
}

fn plan(arguments: &[&str]) -> Value {
    let run = run(&mut frise(&[&["brief", "--plan", "--format", "json"], arguments].concat()));
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

fn steps(plan: &Value) -> u64 {
    plan["steps"].as_u64().expect("a number of steps")
}

#[test]
fn the_main_line_is_short() {
    let draft = builtin();
    for lang in Lang::ALL {
        for (size, minutes, most) in
            [((80, 24), None, 40), ((120, 36), None, 30), ((200, 50), None, 30), ((80, 24), Some(10), 20)]
        {
            let start = choice(Choice { minutes, ..Choice::default() });
            let mut state = briefing(&draft, lang, size, start);
            let forth = presses(&mut state, "PageDown");
            assert!(forth <= most, "{lang:?} {size:?} {minutes:?}: {forth}");
            assert_eq!(presses(&mut state, "PageUp"), forth, "{lang:?} {size:?}");
            assert_eq!(place(&state).slide, Slide::Opening);
        }
    }
}

#[test]
fn a_plan_counts_the_presses() {
    let draft = builtin();
    for lang in Lang::ALL {
        for (arguments, choice, dates) in [
            (&[][..], Choice::default(), Dates::Shown),
            (&["--minutes", "10"], Choice { minutes: Some(10), ..Choice::default() }, Dates::Shown),
            (
                &["--depth", "events"],
                Choice { depth: Some(Depth::Events), ..Choice::default() },
                Dates::Shown,
            ),
            (&["--depth", "all"], Choice { depth: Some(Depth::All), ..Choice::default() }, Dates::Shown),
            (&["--hide-dates"], Choice::default(), Dates::Guessed),
        ] {
            let plan = plan(&[arguments, &["--lang", lang.tag()]].concat());
            let slides = plan["slides"].as_array().expect("slides");
            let of_slides: usize = slides.iter().map(|slide| slide["steps"].as_array().unwrap().len()).sum();
            let start = Start { choice, dates, ..Start::default() };
            let mut state = briefing(&draft, lang, (80, 24), start);
            let tally = screen::text(&state);
            let presses = presses(&mut state, "PageDown");
            assert_eq!((of_slides as u64, presses as u64), (steps(&plan), steps(&plan)), "{arguments:?}");
            let word = if lang == Lang::Fr { "étapes" } else { "steps" };
            assert!(tally.contains(&format!(" · {presses} {word}")), "{tally}");
        }
    }
}

#[test]
fn a_plan_takes_the_depth_and_the_steps_that_fit() {
    for (minutes, depth) in [("5", "main"), ("10", "main"), ("20", "main"), ("60", "events"), ("120", "all")]
    {
        let plan = plan(&["--minutes", minutes]);
        assert_eq!(plan["depth"], depth, "{minutes}");
        assert_eq!(plan["minutes"].to_string(), minutes);
        assert!(steps(&plan) * 30 <= 60 * minutes.parse::<u64>().unwrap(), "{minutes}: {plan}");
    }
    let ten = plan(&["--minutes", "10"]);
    let slides = ten["slides"].as_array().unwrap();
    let events: Vec<&Value> = slides.iter().filter(|slide| !slide["event"].is_null()).collect();
    assert_eq!(events.len(), 7);
    for slide in &events {
        assert_eq!(slide["steps"][0], "title");
        assert!(
            slide["steps"].as_array().unwrap().contains(&"quote".into()),
            "key quotes come first: {slide}"
        );
    }
    let main = plan(&[]);
    assert_eq!(main["minutes"], Value::Null);
    assert_eq!(
        main["slides"][2]["steps"],
        serde_json::json!(["title", "summary", "quote", "claim", "question"])
    );

    // What does not fit is said.
    let run = run(&mut frise(&["brief", "--plan", "--minutes", "1"]));
    assert!(run.err.contains("does not fit: 7 steps of 30 seconds take 4 minutes"), "{}", run.err);
    let draft = builtin();
    let state =
        briefing(&draft, Lang::En, (80, 24), choice(Choice { minutes: Some(1), ..Choice::default() }));
    assert!(screen::text(&state).contains("1 min · 7 events · 7 steps · takes 4 min"));
}

#[test]
fn how_long_a_step_takes_is_a_setting() {
    let folder =
        Folder::with(&[("config.toml", "seconds-a-step = 60\n"), ("bad.toml", "seconds-a-step = 0\n")]);
    let steps_with = |file: &str| {
        let file = folder.path().join(file).display().to_string();
        let run = run(frise(&["brief", "--plan", "--minutes", "20"]).env("FRISE_CONFIG", &file));
        (run.out.lines().next().unwrap_or_default().to_owned(), run.err)
    };
    let (slow, _) = steps_with("config.toml");
    assert!(slow.ends_with("20 steps"), "{slow}");
    let (_, said) = steps_with("bad.toml");
    assert!(said.contains("1 problem"), "{said}");
}

#[test]
fn what_is_below_a_slide_is_a_key_away() {
    let draft = builtin();
    let mut state = briefing(&draft, Lang::En, (80, 24), Start::default());
    press(&mut state, "3G 2Space");
    let above = place(&state);
    let foot = |state: &State| screen::text(state).lines().last().unwrap_or_default().trim().to_owned();
    assert!(foot(&state).contains("↓ "), "{}", foot(&state));
    press(&mut state, "Down");
    assert_eq!(place(&state).above, above.step());
    press(&mut state, "Down Up Up");
    assert_eq!((place(&state).slide, place(&state).reveal), (above.slide, above.reveal));
    // Space goes on where the main line was left.
    press(&mut state, "Down");
    for _ in 0..9 {
        press(&mut state, "Space");
        if place(&state).above.is_none() {
            break;
        }
    }
    assert!(matches!(place(&state).step().map(|step| step.step), Some(Step::Question(_))));
    press(&mut state, "G Down");
    assert!(screen::text(&state).contains("Nothing below this slide."));
}

#[test]
fn a_filter_is_what_the_briefing_shows() {
    let draft = builtin();
    let mut state = browser(&draft, Lang::Fr, (80, 24));
    press(&mut state, "f");
    type_text(&mut state, "tag:visite");
    press(&mut state, "Enter");
    let left: Vec<String> = {
        let events = &state.list.filter.as_ref().expect("a filter").events;
        events.iter().map(|event| state.timeline().events[*event].id.clone()).collect()
    };
    assert!(left.len() > 1 && left.len() < state.timeline().events.len());
    press(&mut state, "F5");
    assert_eq!(shown_events(&mut state), left);
    // Nor is another event below one of them.
    press(&mut state, "gg");
    for _ in 0..left.len() {
        press(&mut state, "J");
        let event = place(&state).slide;
        for _ in 0..40 {
            press(&mut state, "Down");
            assert_eq!(place(&state).slide, event);
        }
    }
}

#[test]
fn what_is_asked_for_is_chosen() {
    let events = |arguments: &[&str]| -> Vec<String> {
        let plan = plan(arguments);
        let slides = plan["slides"].as_array().unwrap().clone();
        slides.iter().filter_map(|slide| slide["event"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!(events(&["--only", "traite-1961"]), ["traite-1961"]);
    assert_eq!(events(&["--from", "1990", "--to", "traite-2024"]).first().unwrap(), "annulation-1996");
    assert_eq!(events(&["--to", "1961"]), ["annees-1940", "traite-1961"]);
    assert_eq!(
        events(&["ten-minutes"]),
        ["traite-1961", "annulation-1996", "relance-2000-2001", "traite-2024"]
    );
    assert_eq!(plan(&["ten-minutes"])["minutes"], 10);
    assert_eq!(plan(&["source-criticism"])["depth"], "events");
    assert_eq!(plan(&["ten-minutes", "--minutes", "5"])["minutes"], 5);
    let run = run(&mut frise(&["brief", "ten-minuts", "--plan"]));
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("did you mean `ten-minutes`?"), "{}", run.err);
}

#[test]
fn one_of_several_briefings_is_chosen_on_the_title_slide() {
    let draft = builtin();
    let mut state = briefing(&draft, Lang::En, (80, 24), Start::default());
    let shown = screen::text(&state);
    assert!(shown.contains("▌ The whole timeline") && shown.contains("In ten minutes · 10 min"), "{shown}");
    press(&mut state, "Down");
    let shown = screen::text(&state);
    assert!(shown.contains("▌ In ten minutes") && shown.contains("10 min · 4 events"), "{shown}");
    assert_eq!(shown_events(&mut state).len(), 4);
    press(&mut state, "gg Down");
    assert!(screen::text(&state).contains("▌ An hour of source criticism"));
    press(&mut state, "9Up");
    press(&mut state, "Up Up Up");
    assert!(screen::text(&state).contains("▌ The whole timeline"));
}

/// Without an end, and with everything that may be missing.
#[test]
fn a_bare_timeline_has_a_briefing_too() {
    let yaml = "title: T\nlanguage: en\nevents:\n  - {id: a, title: A}\n  - {id: b, date: 1950, title: B}\n";
    let folder = Folder::with(&[("timeline.yaml", yaml)]);
    let draft = Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap());
    for dates in [Dates::Shown, Dates::Guessed] {
        for size in [(40, 12), (80, 24), (120, 36)] {
            let mut state = briefing(&draft, Lang::En, size, Start { dates, ..Start::default() });
            let forth = presses(&mut state, "Space");
            assert_eq!(place(&state).slide, Slide::Event(1));
            assert_eq!(presses(&mut state, "Left"), forth);
        }
    }
    let mut state = briefing(&draft, Lang::En, (80, 24), Start::default());
    press(&mut state, "Space");
    assert_eq!(place(&state).step().unwrap().step, Step::Title);
}
