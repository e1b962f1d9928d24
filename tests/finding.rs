//! Searching and filtering by keys alone.

use frise::app::{Overlay, Pane, State};
use frise::i18n::Lang;

use crate::support::{browser, builtin, press, screen, type_text};

fn at(state: &State) -> (&str, Pane) {
    (&state.timeline().events[state.event()].id, state.history.top().pane())
}

fn searched(query: &str, lang: Lang, size: (u16, u16)) -> State {
    let mut state = browser(&builtin(), lang, size);
    press(&mut state, "/");
    type_text(&mut state, query);
    state
}

#[test]
fn a_search_leads_where_a_person_expects() {
    for (query, event) in [
        ("vostotchny", "vostotchny-2023"),
        ("vostochny", "vostotchny-2023"),
        ("'traité 1961", "traite-1961"),
        ("2019", "voyage-2019"),
        ("annulé", "annulation-1996"),
    ] {
        let mut state = searched(query, Lang::Fr, (120, 36));
        press(&mut state, "Enter");
        assert_eq!(at(&state), (event, Pane::Detail), "{query}");
    }
}

#[test]
fn what_is_typed_is_no_command_and_escape_leaves_all_as_it_was() {
    let mut state = searched("qjs?!2", Lang::Fr, (80, 24));
    assert!(matches!(&state.overlay, Some(Overlay::Search(search)) if search.prompt.text() == "qjs?!2"));
    assert!(screen::text(&state).contains("Aucun résultat"));
    press(&mut state, "Esc");
    assert_eq!(at(&state).1, Pane::List);
    assert_eq!(state.event(), 0);
}

/// Almost every long text has any one letter: a letter alone leads into no article.
#[test]
fn a_single_letter_is_looked_for_in_short_texts() {
    let hits = |typed| {
        let state = searched(typed, Lang::Fr, (120, 36));
        let Some(Overlay::Search(search)) = &state.overlay else { panic!("no search") };
        search.results.clone().expect("an answer")
    };
    assert_eq!(hits("a").found.passages, 0);
    assert!(hits("a").found.events > 0);
    assert!(hits("'a").found.passages > 0);
    assert!(hits("au").found.passages > 0);
}

#[test]
fn one_goes_on_from_hit_to_hit() {
    let mut state = searched("coree", Lang::Fr, (120, 36));
    press(&mut state, "Enter");
    let first = state.history.top();
    press(&mut state, "n");
    assert_ne!(state.history.top(), first);
    press(&mut state, "N");
    assert_eq!(state.history.top(), first);
    press(&mut state, "N n");
    assert_eq!(state.history.top(), first);
    press(&mut state, "j j ''");
    press(&mut state, "''");
    assert_eq!(state.history.top().pane(), Pane::Detail);
}

#[test]
fn a_filter_narrows_the_list_until_it_is_lifted() {
    let mut state = browser(&builtin(), Lang::Fr, (120, 36));
    press(&mut state, "f");
    type_text(&mut state, "tag:visite");
    press(&mut state, "Enter");
    let left = state.list.filter.as_ref().expect("a filter").events.clone();
    assert!(!left.is_empty() && left.len() < state.timeline().events.len());
    assert!(left.contains(&state.event()));
    assert!(screen::text(&state).contains("Filtre\u{a0}: tag:visite"), "{}", screen::text(&state));
    press(&mut state, "Enter Esc");
    assert!(state.list.filter.is_some());
    press(&mut state, "Esc");
    assert!(state.list.filter.is_none());
    press(&mut state, "f 1961 Esc");
    assert!(state.list.filter.is_none());
    press(&mut state, "f 1961 Enter F");
    assert!(state.list.filter.is_none());
    press(&mut state, "F");
    assert!(state.display.notice.is_some());
}

#[test]
fn a_filter_that_nothing_answers_says_so() {
    let mut state = browser(&builtin(), Lang::En, (80, 24));
    press(&mut state, "3j");
    let before = state.event();
    press(&mut state, "f zzzz");
    assert!(screen::text(&state).contains("No event answers the filter."));
    assert_eq!(state.event(), before);
    press(&mut state, "Enter");
    assert!(state.overlay.is_some());
    press(&mut state, "Esc");
    assert_eq!(state.event(), before);
    assert!(state.list.filter.is_none());
}

#[test]
fn a_hit_that_the_filter_hides_lifts_it_and_says_so() {
    let mut state = browser(&builtin(), Lang::Fr, (120, 36));
    press(&mut state, "f 1996 Enter /");
    type_text(&mut state, "2019");
    press(&mut state, "Enter");
    assert_eq!(at(&state).0, "voyage-2019");
    assert!(state.list.filter.is_none());
    assert!(
        state.display.notice.as_deref().is_some_and(|notice| notice.ends_with("filtre levé")),
        "{:?}",
        state.display.notice
    );
}

#[test]
fn the_tags_of_an_event_are_gone_through() {
    let mut state = browser(&builtin(), Lang::Fr, (120, 36));
    press(&mut state, "j");
    let tags = state.timeline().events[state.event()].tags.len();
    let before = state.event();
    for _ in 0..tags {
        press(&mut state, "*");
        assert!(state.list.filter.is_some());
        assert_eq!(state.event(), before);
    }
    press(&mut state, "*");
    assert!(state.list.filter.is_none());
}

#[test]
fn searches_look_like_this() {
    for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 50)] {
        for lang in Lang::ALL {
            let state = searched("coree", lang, (width, height));
            insta::assert_snapshot!(
                format!("search_{width}x{height}_{}", lang.tag()),
                screen::with_styles(&state)
            );
        }
    }
    for (name, query) in [("nothing", "zzzz"), ("signs", ""), ("negation", "!traité"), ("quote", "nucléaire")]
    {
        insta::assert_snapshot!(
            format!("search_{name}"),
            screen::with_styles(&searched(query, Lang::Fr, (100, 30)))
        );
    }
}
