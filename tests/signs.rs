//! What is drawn with ASCII alone, and the hint for somebody new.

use std::sync::Arc;

use frise::app::Options;
use frise::glyphs::GlyphSet;
use frise::i18n::Lang;
use frise::load::{self, Input};

use crate::support::{Folder, browser, browser_with, builtin, press, screen};

const SIZES: [(u16, u16); 5] = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)];

const PLAIN_ENGLISH: &str = r#"
title: {en: "The lighthouse"}
language: en
sources:
  - {id: gazette, title: The lighthouse, container-title: The Gazette, issued: 1907-03-02, text: gazette.txt}
  - {id: lost, title: Lost, text: gazette.txt, sheet: {limits: none}}
places: [{id: brest, name: Brest}, {id: paris, name: Paris}]
events:
  - id: lighting
    date: 1907-03-01
    title: {en: "The lighthouse is lit"}
    summary: {en: "It is lit before a crowd that had waited for it since the morning."}
    places: [brest, paris]
    tags: [light]
    quotes:
      - {source: gazette, exact: "The lighthouse was lit last night", speaker: the keeper, note: a remark}
      - {source: lost, exact: "a sentence that stands nowhere in it"}
    claims:
      - says: It was cold
        quotes:
          - {source: gazette, exact: "The keeper was cold", stance: nuances}
          - {source: gazette, exact: "the crowd was warm", stance: disputes}
    notes: {en: "Show the map first."}
    questions: [{en: "Who paid?"}]
    subevents:
      - {id: cheers, date: 1907-03-01, title: {en: "Cheers"}, quotes: [{source: gazette, exact: "the crowd was warm"}]}
  - {id: war, date: 1914/1918, title: {en: "The war"}}
  - {id: later, date: 194X, title: {en: "Later"}}
  - {id: open, date: 2001/.., title: {en: "And on"}}
  - {id: antiquity, date: "-0043~", title: {en: "Long before"}}
"#;

const GAZETTE: &str =
    "Brest. The lighthouse was lit last night. The keeper was cold, and the crowd was warm.\n";

/// Where each key leads, on what it is tried.
const WAYS: [&str; 13] = [
    "/ l i g h t",
    ": q u",
    "t 1 9 1 4",
    "? / m a r k",
    "",
    "Enter",
    "2j Enter G",
    "o",
    "s",
    "!",
    "?",
    "? G",
    "z G H H x 12",
];

#[test]
fn ascii_is_ascii_wherever_one_goes() {
    let folder = Folder::with(&[("timeline.yaml", PLAIN_ENGLISH), ("gazette.txt", GAZETTE)]);
    let draft = Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap());
    let options = Options { glyphs: GlyphSet::Ascii, hint: true, ..Options::default() };
    for size in SIZES.into_iter().chain([(30, 8)]) {
        for keys in WAYS {
            let mut state = browser_with(&draft, options.clone(), size);
            press(&mut state, keys);
            let text = screen::text(&state).replace(&draft.input().name(), "");
            let strange: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
            assert!(strange.is_empty(), "{strange:?} at {size:?} after {keys:?}:\n{text}");
        }
    }
}

/// With ASCII the letters keep their accents, and the evidence every character.
#[test]
fn ascii_leaves_evidence_alone() {
    let draft = builtin();
    let options = Options { glyphs: GlyphSet::Ascii, lang: Lang::Fr, ..Options::default() };
    let mut state = browser_with(&draft, options, (120, 36));
    let first = screen::text(&state);
    assert!(first.contains("années 1940") && first.contains("2000-2001"), "{first}");
    // The fourth article is full of typographic apostrophes, and the only thing on the screen but what the
    // program draws itself.
    press(&mut state, "s 4gg Enter");
    let article = screen::text(&state);
    assert!(article.contains('’') && !article.contains(['·', '│', '─', '…']), "{article}");
}

#[test]
fn the_hint_covers_nothing_and_goes_away() {
    let draft = builtin();
    let hinted = |lang, size| browser_with(&draft, Options { hint: true, lang, ..Options::default() }, size);
    for lang in Lang::ALL {
        for size in SIZES {
            let mut state = hinted(lang, size);
            let (with, without) = (screen::text(&state), screen::text(&browser(&draft, lang, size)));
            let changed: Vec<_> = with.lines().zip(without.lines()).filter(|(a, b)| a != b).collect();
            assert!(changed.len() <= 1, "{changed:?}");
            // Where no row is free it takes the place of the keys.
            let keys = without.lines().last().unwrap_or_default();
            assert!(changed.iter().all(|(_, b)| b.trim().is_empty() || *b == keys), "{changed:?}");
            assert_eq!(changed.len(), 1, "no hint at {size:?}:\n{with}");
            press(&mut state, "j k j");
            let mut before = browser(&draft, lang, size);
            press(&mut before, "j k j");
            assert_eq!(screen::text(&state), screen::text(&before));
        }
    }
}
