//! Passages quoted, pasted and read again.

use std::fmt::Write;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use super::quote::page;
use super::*;
use crate::edit::{Keys, yaml_item};
use crate::evidence::{Anchor, Article, Span, whole};
use crate::load::{self, Input};

const DOC1: &str = include_str!("../../assets/articles/doc1-azertac-yonhap.txt");

fn found(words: &str) -> Found {
    find("doc1", words, &Article::new(DOC1.to_owned()))
}

#[test]
fn a_thousand_selections_pasted_are_anchored_where_they_were_taken() {
    let draft = load::read(&Input::Builtin).unwrap();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut quotes: Vec<(usize, Quote)> = Vec::new();
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let selection = (0..5_usize, any::<prop::sample::Index>(), prop_oneof![1..12_usize, 12..400_usize]);
    while quotes.len() < 1_000 {
        let (source, start, length) = selection.new_tree(&mut runner).unwrap().current();
        let article = draft.articles[source].as_ref().unwrap();
        let count = article.text().chars().count();
        let start = start.index(count);
        let span = Span { start, end: (start + length).min(count) };
        if let Some(quote) = Quote::of(&draft.timeline.sources[source].id, span, article) {
            quotes.push((source, quote));
        } else {
            // What holds a word and no half of a letter can always be quoted in these articles.
            assert!(
                !article.slice(whole(span, article)).chars().any(char::is_alphanumeric),
                "{:?}",
                article.slice(span)
            );
        }
    }
    let mut yaml = "title: T\nlanguage: fr\nsources:\n".to_owned();
    for source in &draft.timeline.sources {
        writeln!(yaml, "  - {{id: {}, text: {}}}", source.id, source.text.as_deref().unwrap()).unwrap();
    }
    yaml += "events:\n  - id: e\n    date: 2024\n    title: T\n    quotes:\n";
    for (_, quote) in &quotes {
        for line in yaml_item(&quote.value()).lines() {
            writeln!(yaml, "      {line}").unwrap();
        }
    }
    let path = root.join(format!(".pasted-{}.yaml", std::process::id()));
    std::fs::write(&path, yaml).unwrap();
    let pasted = load::read(&Input::File(path.clone()));
    std::fs::remove_file(&path).unwrap();
    let anchors = pasted.unwrap().anchors();
    assert_eq!(anchors.len(), quotes.len());
    for (anchor, (_, quote)) in anchors.iter().zip(&quotes) {
        assert_eq!(*anchor, Anchor::Exact(quote.span), "{quote:?}");
    }
}

#[test]
fn words_are_found_as_they_are_remembered() {
    let exact = "Ce traité avait été annulé en 1996 après la dissolution de l'ex-Union soviétique.";
    for (what, words, is_exact) in [
        ("word for word", exact.to_owned(), true),
        ("other typography", exact.replace('\'', "’").replace(' ', "\u{a0}"), true),
        ("a changed word", exact.replace("annulé", "rompu"), false),
    ] {
        let (quote, was_exact) = match found(&words) {
            Found::Exact { quote, places: 1 } => (quote, true),
            Found::Near(quote) => (quote, false),
            other => panic!("{what}: {other:?}"),
        };
        assert_eq!(was_exact, is_exact, "{what}");
        assert!(quote.quoted.exact.starts_with("Ce traité avait été"), "{what}: {quote:?}");
    }
    let Found::Near(quote) = found("traite annule 1996 dissolution union sovietique") else {
        panic!("not near")
    };
    assert_eq!(quote.quoted.exact, exact.trim_start_matches("Ce ").trim_end_matches('.'));
    let Found::Near(quote) = found("ex union sovietique la dissolution apres") else { panic!("not near") };
    assert_eq!(quote.quoted.exact, "après la dissolution de l'ex-Union soviétique");
    let Found::Exact { quote, places } = found("Poutine") else { panic!("not found") };
    assert!(places > 1 && (quote.quoted.prefix.is_some() || quote.quoted.suffix.is_some()), "{quote:?}");
    let Found::Exact { quote, .. } = found("traité […] annulé en 1996") else { panic!("no marks") };
    assert_eq!(quote.quoted.exact, "traité […] annulé en 1996");
}

#[test]
fn what_is_not_there_is_said_with_what_comes_nearest() {
    let Found::Nothing(Some(near)) = found("le traité des pommes de terre cuites au four") else {
        panic!("found")
    };
    assert!(near.shared < near.of && DOC1.contains(&near.text), "{near:?}");
    assert_eq!(found("xyzzy plugh"), Found::Nothing(None));
    assert_eq!(found("…"), Found::Nothing(None));
}

#[test]
fn a_quote_names_its_page_where_there_are_pages() {
    let article = Article::new("un\n\u{c}deux\n\u{c}trois\n".to_owned());
    let quote = |word: &str| match find("s", word, &article) {
        Found::Exact { quote, .. } => quote,
        other => panic!("{other:?}"),
    };
    assert_eq!(["un", "deux", "trois"].map(|word| quote(word).page), [Some(1), Some(2), Some(3)]);
    let written = yaml_item(&quote("deux").value_with(Keys::Csl));
    assert_eq!(written, "- source: s\n  exact: \"deux\"\n  page: 2\n");
    assert_eq!(yaml_item(&quote("deux").value_with(Keys::Known)), "- source: s\n  exact: \"deux\"\n");
    assert_eq!(page(Span { start: 0, end: 1 }, &Article::new("un".to_owned())), None);
}
