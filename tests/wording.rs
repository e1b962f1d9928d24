//! Words on the screen and on paper that a reader of French or English would stumble over.

use std::sync::Arc;

use frise::app::{Options, Overlay, State};
use frise::config::Config;
use frise::i18n::Lang;
use frise::load::{self, Input};

use crate::support::{Folder, browser, browser_with, builtin, frise, press, run, screen, type_text};

#[test]
fn what_a_document_does_not_state_agrees_with_its_name() {
    let mut state = browser(&builtin(), Lang::Fr, (120, 100));
    press(&mut state, "s");
    let sheet = screen::text(&state);
    let shown = run(&mut frise(&["show", "--lang", "fr"]));
    for text in [&sheet, &shown.out] {
        let missing: Vec<&str> =
            text.lines().filter(|line| line.trim_end().contains("non précisé")).collect();
        assert!(missing.len() > 4, "{text}");
        for line in missing.iter().filter(|line| !line.contains("Doc.") && !line.contains("éditeur")) {
            let is_feminine = ["Publication", "Adresse", "Agence", "Date ", "Nature"]
                .iter()
                .any(|name| line.contains(name));
            assert_eq!(line.contains("non précisée"), is_feminine, "{line}");
        }
    }
}

#[test]
fn a_search_counts_the_same_while_it_is_typed_and_gone_through() {
    for (query, size) in [("coree", (80, 24)), ("vostotchny", (120, 36)), ("1961", (40, 12))] {
        let mut state = browser(&builtin(), Lang::Fr, size);
        press(&mut state, "/");
        type_text(&mut state, query);
        let Some(Overlay::Search(search)) = &state.overlay else { panic!("no search") };
        let tally = search.results.as_ref().unwrap().tally(0);
        assert!(screen::text(&state).lines().any(|line| line.ends_with(&tally)), "{}", screen::text(&state));
        press(&mut state, "Enter");
        assert!(
            state.display.notice.as_ref().unwrap().starts_with(&format!("{tally} ")),
            "{:?}",
            state.display.notice
        );
    }
}

#[test]
fn a_place_found_by_its_id_is_called_by_its_name() {
    let yaml = "title: T\nlanguage: fr\nplaces:\n  - {id: beijing, name: Pékin}\n  - {id: vostochny, name: Cosmodrome Vostochny}\nevents:\n  - {id: e, date: 1950, title: X, places: [beijing, vostochny]}\n";
    let folder = Folder::with(&[("timeline.yaml", yaml)]);
    let found = |query| run(frise(&["search", query, "--lang", "fr"]).arg(folder.path())).out;
    assert!(found("beijing").contains("  lieu\u{a0}: Pékin\n"), "{}", found("beijing"));
    assert!(found("vostochny").contains("  lieu\u{a0}: Cosmodrome *Vostochny*\n"), "{}", found("vostochny"));
}

#[test]
fn what_else_was_found_in_an_event_is_called_matches() {
    let found = run(&mut frise(&["search", "vostochny", "--lang", "en"])).out;
    assert!(found.contains(" more match") && !found.contains("more place"), "{found}");
}

#[test]
fn a_date_far_from_any_event_leads_there_and_says_how_far() {
    for (lang, date, typed, said) in [
        (Lang::Fr, "1973", "1961 · 12 ans avant", "1961 · 12 ans avant la date demandée"),
        (Lang::En, "1973", "1961 · 12 years before", "1961 · 12 years before the date asked for"),
        (Lang::En, "1850", "the 1940s · 90 years after", "the 1940s · 90 years after the date asked for"),
        (Lang::En, "1961", "1961 · ", ""),
        (Lang::En, "1945", "the 1940s · Kim", ""),
    ] {
        let mut state = browser(&builtin(), lang, (120, 36));
        press(&mut state, "G t");
        type_text(&mut state, date);
        assert!(screen::text(&state).contains(typed), "{}", screen::text(&state));
        press(&mut state, "Enter");
        assert_eq!(state.display.notice.as_deref().unwrap_or_default(), said);
    }
}

#[test]
fn a_command_shows_what_it_was_found_by() {
    for (lang, typed, name) in [
        (Lang::Fr, "fold-all", "(fold-all)"),
        (Lang::Fr, "half", "(half-page-down)"),
        (Lang::En, "half-page-up", "(half-page-up)"),
        (Lang::En, "home", "Home"),
    ] {
        for open in [":", "? /"] {
            let mut state = browser(&builtin(), lang, (80, 24));
            press(&mut state, open);
            type_text(&mut state, typed);
            let found = screen::text(&state);
            assert!(found.contains(name), "{typed} in {open}:\n{found}");
        }
    }
    let mut state = browser(&builtin(), Lang::Fr, (80, 24));
    press(&mut state, ":");
    type_text(&mut state, "langue");
    assert!(!screen::text(&state).contains("(language)"), "{}", screen::text(&state));
}

#[test]
fn a_mark_that_is_no_letter_from_a_to_z_is_refused() {
    let mut state = browser(&builtin(), Lang::Fr, (80, 24));
    for letter in ["A", "é"] {
        press(&mut state, "m");
        type_text(&mut state, letter);
        assert_eq!(state.display.notice.as_deref(), Some("Les marques vont de a à z"));
    }
    press(&mut state, "m b");
    assert_eq!(state.display.notice.as_deref(), Some("Marque posée\u{a0}: b"));
}

#[test]
fn a_title_of_which_nothing_can_be_seen_is_none() {
    let yaml = "title: \"\\u200b\"\nlanguage: fr\nevents:\n  - {id: e, date: 1950, title: \"\\u200b\\u2060 \\u200d\"}\n";
    let folder = Folder::with(&[("timeline.yaml", yaml)]);
    let draft = Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap());
    let mut state = browser(&draft, Lang::Fr, (120, 36));
    let shown = screen::text(&state);
    assert!(shown.starts_with("  Frise sans titre"), "{shown}");
    assert_eq!(shown.lines().filter(|line| line.contains("sans titre")).count(), 3, "{shown}");
    press(&mut state, "t");
    type_text(&mut state, "1950");
    assert!(screen::text(&state).contains("→ 1950 · sans titre"), "{}", screen::text(&state));
}

#[test]
fn the_header_has_a_sign_for_settings_that_make_no_sense() {
    let folder = Folder::with(&[("config.toml", "langage = 3")]);
    let (_, problems) = Config::read(&folder.path().join("config.toml"));
    for (size, sign) in [((40, 12), " ✓  !"), ((120, 36), " ✓ 144 mot pour mot  ! réglages")] {
        let options = Options { lang: Lang::Fr, problems: problems.as_slice().into(), ..Options::default() };
        let state = browser_with(&builtin(), options, size);
        let header = screen::text(&state).lines().next().unwrap_or_default().to_owned();
        assert!(header.ends_with(sign), "{header}");
    }
}

#[test]
fn inside_a_tall_sheet_one_sees_that_one_moves() {
    for (lang, size) in [(Lang::Fr, (40, 12)), (Lang::Fr, (80, 24)), (Lang::En, (40, 12))] {
        let mut state = browser(&builtin(), lang, size);
        press(&mut state, "s");
        let place = |state: &State| {
            let area = state.layout().unwrap().page.unwrap();
            screen::text(state).lines().nth(area.y.into()).unwrap_or_default().trim().to_owned()
        };
        let mut before = place(&state);
        assert!(before.contains("1/5 · "), "{before}");
        for _ in 0..5 {
            press(&mut state, "j");
            assert_ne!(place(&state), before);
            before = place(&state);
        }
        press(&mut state, "G");
        let lines = state.sources_page().unwrap().lines.len();
        let word = if lang == Lang::Fr { "ligne" } else { "line" };
        assert!(place(&state).ends_with(&format!("5/5 · {word} {lines}/{lines}")), "{}", place(&state));
    }
}
