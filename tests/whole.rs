//! Nothing overlaps, and nothing is cut without a sign, wherever one goes.
//!
//! What draws checks it for every letter of every screen, in this and in all other tests: `Canvas` stops at a letter that
//! would be drawn over another one, and at a text that is longer than its room. Here everything is drawn at every size
//! that was promised, in both languages, in every look.

use std::fmt::Write;
use std::sync::Arc;

use frise::app::briefing::Start;
use frise::app::{Message, Options, update};
use frise::briefing::ScreenKind;
use frise::glyphs::GlyphSet;
use frise::i18n::Lang;
use frise::load::{self, Draft, Input};
use frise::theme::{ThemeChoice, ThemeName};

use crate::support::{Folder, browser_with, builtin, press, screen, type_text};

const SIZES: [(u16, u16); 5] = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)];

const LOOKS: [(ThemeName, GlyphSet); 4] = [
    (ThemeName::Dark, GlyphSet::Unicode),
    (ThemeName::Light, GlyphSet::Unicode),
    (ThemeName::HighContrast, GlyphSet::Unicode),
    (ThemeName::Dark, GlyphSet::Ascii),
];

/// Keys that lead to every pane and everything that lies over one, with what is typed there.
const WAYS: &[(&str, &str)] = &[
    ("", ""),
    ("z", ""),
    ("z G", ""),
    ("b", ""),
    ("b b G", ""),
    ("j Enter", ""),
    ("G Enter G", ""),
    ("j Enter Enter", ""),
    ("j Enter Enter J", ""),
    ("s", ""),
    ("s G", ""),
    ("!", ""),
    ("?", ""),
    ("? G", ""),
    ("? /", "a"),
    (":", ""),
    (":", "zoom"),
    ("/", "a"),
    ("/", "e"),
    ("/", "xyzzy"),
    ("f", "a"),
    ("f a Enter", ""),
    ("t", "1950"),
    ("t", "03/04/2024"),
    ("j Enter Enter /", "le"),
    ("z 3j = + e", ""),
    ("z G 3+ ]", ""),
    ("12 m", ""),
    ("m a ' b", ""),
    ("yy", ""),
];

/// Keys of a talk.
const TALK: &[&str] =
    &["", "3Space", "2G 9Space", "2G s", "2G s 2Space", "d 3G", "G", "o", "/", "?", "2G + +", "w t"];

/// Long words, wide and combining letters, letters nobody sees, long tags and addresses, many places.
fn nasty() -> Arc<Draft> {
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
    let wide = "朝鮮民主主義人民共和国とロシア連邦の包括的戦略的パートナーシップ条約".repeat(2);
    let mut yaml = format!(
        "title: '{wide} {long}'\nlanguage: fr\nplaces:\n  - {{id: p, name: '{long}'}}\n  - {{id: q, name: '{wide}'}}\n\
         sources:\n  - {{id: a, text: a.txt, container-title: '{long}', url: 'https://example.org/{long}'}}\nevents:\n"
    );
    for number in 0..30 {
        let year = 100 * number;
        let _ = write!(
            yaml,
            "  - id: e{number}\n    date: {year:04}/9999\n    title: 'e\u{301}\u{302} {wide} {long}'\n    \
             summary: '{wide} {long}'\n    places: [p, q, p, q]\n    tags: ['{long}', '{wide}', x]\n    notes: '{long}'\n    \
             quotes:\n      - {{source: a, exact: 'mot \u{200b}à mot'}}\n      - {{source: a, exact: '{wide}', speaker: '{long}'}}\n    \
             claims:\n      - says: '{long}'\n        quotes:\n          - {{source: a, exact: 'mot', stance: disputes}}\n    \
             questions: ['{wide}']\n    subevents:\n      - {{id: s{number}, date: {year:04}-01-01T10:20:30, title: '\u{200b}'}}\n"
        );
    }
    let folder =
        Folder::with(&[("timeline.yaml", &yaml), ("a.txt", &format!("mot \u{200b}à mot {long} {wide}"))]);
    Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).expect("a timeline"))
}

fn draw(draft: &Arc<Draft>) {
    for size in SIZES {
        for lang in Lang::ALL {
            for (theme, glyphs) in LOOKS {
                let options = Options {
                    lang,
                    glyphs,
                    theme: ThemeChoice::Fixed(theme),
                    hint: true,
                    ..Options::default()
                };
                for (keys, typed) in WAYS {
                    let mut state = browser_with(draft, options.clone(), size);
                    press(&mut state, keys);
                    type_text(&mut state, typed);
                    screen::text(&state);
                }
                for keys in TALK {
                    let briefing = Some(Start::default());
                    let mut state = browser_with(draft, Options { briefing, ..options.clone() }, size);
                    press(&mut state, keys);
                    screen::text(&state);
                    let briefing = Some(Start { screen: ScreenKind::SpeakerNotes, ..Start::default() });
                    let mut notes = browser_with(draft, Options { briefing, ..options.clone() }, size);
                    update(&mut notes, Message::Presenter(state.presenter_state().expect("a talk")));
                    screen::text(&notes);
                }
            }
        }
    }
}

#[test]
fn nothing_of_the_builtin_timeline_overlaps_or_is_cut() {
    draw(&builtin());
}

#[test]
fn nothing_of_a_nasty_timeline_overlaps_or_is_cut() {
    draw(&nasty());
}
