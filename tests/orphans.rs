//! A quote that stands nowhere: set apart from quotations, and beside it the passage most like it.

use std::sync::Arc;

use frise::i18n::Lang;
use frise::load::{self, Draft, Input};

use crate::support::{Folder, browser, press, screen};

const TIMELINE: &str = "title: {fr: Port, en: Port}\nlanguage: fr\nsources: [{id: a, text: a.txt}]\nevents:\n  \
    - {id: e, date: 1961, title: {fr: Le port, en: The harbour}, quotes: [{source: a, exact: La ville a perdu plus de 12000}, \
    {source: a, exact: Elle brûle}, {source: a, exact: rien de tel ici-bas}]}\n";
const ARTICLE: &str = "La ville a perdu plus de 120 000 habitants. Elle brûle.\n";
const NEAREST: &str = "La ville a perdu plus de ›120 000‹";

fn folder() -> Folder {
    Folder::with(&[("timeline.yaml", TIMELINE), ("a.txt", ARTICLE)])
}

fn draft(folder: &Folder) -> Arc<Draft> {
    Arc::new(load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap())
}

#[test]
fn in_the_detail_it_has_no_bar_and_the_nearest_passage_below() {
    let folder = folder();
    let mut state = browser(&draft(&folder), Lang::Fr, (120, 36));
    press(&mut state, "Enter");
    let text = screen::text(&state);
    let beside =
        |line: &'_ str| Some(line.split_once('│')?.1.trim_start_matches([' ', '▌']).trim_end().to_owned());
    let lines: Vec<String> = text.lines().filter_map(beside).collect();
    let at = lines.iter().position(|line| line.contains("✗ introuvable dans l’article")).unwrap();
    assert_eq!(lines[at + 1], "La ville a perdu plus de 12000");
    assert_eq!(lines[at + 2..at + 4].join(" "), format!("passage le plus proche\u{a0}: {NEAREST}"));
    assert!(lines.iter().any(|line| line.contains("▎ Elle brûle")), "{text}");
    assert_eq!(text.matches('▎').count(), 1, "{text}");
}

#[test]
fn the_reader_says_that_the_nearest_passage_is_marked() {
    let folder = folder();
    for (lang, said) in [
        (
            Lang::Fr,
            "✗ Cette citation n’est pas dans l’article\u{a0}; le passage le plus proche est marqué · Le port",
        ),
        (Lang::En, "✗ This quote is not in the article; the nearest passage is marked · The harbour"),
    ] {
        let mut state = browser(&draft(&folder), lang, (120, 36));
        press(&mut state, "Enter Enter");
        let text = screen::text(&state);
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn show_and_the_handout_have_the_nearest_passage() {
    let folder = folder();
    let text = folder.run(&["show", "--lang", "en"]).out;
    assert!(text.contains(&format!("    Nearest passage: {NEAREST}\n")), "{text}");
    let markdown =
        folder.run(&["handout", "--format", "markdown", "--depth", "all", "--articles", "--lang", "en"]).out;
    assert!(!markdown.contains("> ✗") && !markdown.contains("> La ville"), "{markdown}");
    assert!(markdown.contains("\nLa ville a perdu plus de 12000\n"), "{markdown}");
    assert!(markdown.contains(&format!("**Nearest passage**: {NEAREST}\n")), "{markdown}");
    let page = folder.run(&["handout", "--depth", "all", "--articles", "--lang", "en"]).out;
    assert!(page.contains(&format!("<q lang=\"fr\">{NEAREST}</q>")), "{page}");
    assert_eq!(page.matches("<blockquote").count(), 1, "{page}");
}

/// Of three quotes one stands in the article, and passage 1 is its own.
#[test]
fn it_takes_no_passage_number() {
    let folder = folder();
    let markdown =
        folder.run(&["handout", "--format", "markdown", "--depth", "all", "--articles", "--lang", "en"]).out;
    assert!(markdown.contains("passage \\[1\\]") && !markdown.contains("\\[2"), "{markdown}");
    let page = folder.run(&["handout", "--depth", "all", "--articles", "--lang", "en"]).out;
    assert!(page.contains("id=\"q1\"") && !page.contains("id=\"q2\""), "{page}");
}
