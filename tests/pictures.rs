//! The pictures of the documents show what the program draws.

use std::fs;
use std::path::Path;

use frise::app::briefing::Start;
use frise::app::{Message, Options, State, update};
use frise::briefing::{Choice, ScreenKind};
use frise::i18n::Lang;
use frise::theme::Depth;

use crate::support::{browser, browser_with, builtin, press, screen, svg, type_text};

/// Set to `1`, it makes this test draw the pictures anew.
const DRAW: &str = "FRISE_DRAW_PICTURES";

/// A picture: its file, the keys that lead to it, the words that are typed then, and what it shows.
type Picture = (&'static str, &'static str, &'static str, &'static str);

/// Draws `pictures` in `folder`, each in `lang`, or compares them with what was drawn.
fn check(folder: &str, lang: Lang, suffix: &str, pictures: &[Picture]) {
    let draft = builtin();
    for (name, keys, typed, title) in pictures {
        let mut state = browser(&draft, lang, (112, 30));
        press(&mut state, keys);
        type_text(&mut state, typed);
        compare(&state, folder, name, suffix, title);
    }
}

/// Draws what is on the screen of `state`, or compares it with what was drawn.
fn compare(state: &State, folder: &str, name: &str, suffix: &str, title: &str) {
    let drawn = svg::picture(&screen::buffer(state, Depth::True), title);
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(folder).join(format!("{name}{suffix}.svg"));
    if std::env::var_os(DRAW).is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for pictures");
        fs::write(&path, &drawn).expect("a picture that can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == drawn, "{} is out of date: run the tests with {DRAW}=1 and look at it", path.display());
}

#[test]
fn the_picture_of_the_teachers_screen_shows_what_the_program_draws() {
    let choice = Choice { minutes: Some(20), ..Choice::default() };
    let start = Start { choice, ..Start::default() };
    let draft = builtin();
    let open = |screen| {
        let briefing = Some(Start { screen, ..start.clone() });
        browser_with(&draft, Options { briefing, ..Options::default() }, (112, 30))
    };
    let mut presenter = open(ScreenKind::Presenter);
    press(&mut presenter, "3G 2Space");
    let mut lead = open(ScreenKind::SpeakerNotes);
    update(&mut lead, Message::Presenter(presenter.presenter_state().expect("a briefing")));
    compare(&lead, "screens", "notes", "", "frise notes: notes, the slide, what comes next, the time");
}

#[test]
fn the_pictures_of_the_readme_show_what_the_program_draws() {
    check(
        "screens",
        Lang::En,
        "",
        &[
            ("browser", "j", "", "frise: the list of events and the detail of one"),
            ("reader", "j Enter Enter", "", "frise: a quote in its article"),
            ("briefing", "j F5 2Space", "", "frise brief: a slide with its date, title and summary"),
        ],
    );
}

#[test]
fn the_pictures_of_the_guide_show_what_the_program_draws() {
    let pictures: [(&str, &str, &str); 5] = [
        ("browser", "j", ""),
        ("reader", "j Enter Enter", ""),
        ("search", "/", "coree"),
        ("axis", "z G 3k =", ""),
        ("briefing", "j F5 3Space", ""),
    ];
    for (lang, titles) in [
        (Lang::En, ["The browser", "A quote in its article", "A search", "The axis in hours", "A briefing"]),
        (
            Lang::Fr,
            [
                "Le navigateur",
                "Une citation dans son article",
                "Une recherche",
                "L’axe en heures",
                "Un exposé",
            ],
        ),
    ] {
        let titled = pictures.iter().zip(titles);
        let pictures: Vec<Picture> =
            titled.map(|((name, keys, typed), title)| (*name, *keys, *typed, title)).collect();
        check("guide", lang, &format!("-{}", lang.tag()), &pictures);
    }
}
