//! The built-in timeline proves itself, and an independent count agrees with it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::Folder;

fn show(arguments: &[&str]) -> Value {
    // Away from the repository, whose own timeline.yaml would come before the built-in one.
    Folder::new().run(&[&["show", "--format", "json"], arguments].concat()).json()
}

fn articles(shown: &Value) -> HashMap<String, Vec<char>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = shown["sources"].as_array().unwrap().iter();
    sources
        .map(|source| {
            let text = fs::read_to_string(root.join(source["text"].as_str().unwrap())).unwrap();
            (source["id"].as_str().unwrap().to_owned(), text.chars().collect())
        })
        .collect()
}

/// Every quote of these events, their claims and their subevents.
fn quotes(events: &Value) -> Vec<&Value> {
    let mut quotes = Vec::new();
    for event in events.as_array().unwrap() {
        quotes.extend(event["quotes"].as_array().unwrap());
        for claim in event["claims"].as_array().unwrap() {
            quotes.extend(claim["quotes"].as_array().unwrap());
        }
        quotes.extend(self::quotes(&event["subevents"]));
    }
    quotes
}

/// The letters and digits alone: what no typographic difference touches.
fn letters(text: impl IntoIterator<Item = char>) -> String {
    text.into_iter().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn check_is_clean() {
    let repository = env!("CARGO_MANIFEST_DIR");
    let run = Folder::new().run(&["check", "--deny-warnings", repository]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
}

#[test]
fn every_offset_agrees_with_an_independent_count() {
    let shown = show(&[]);
    let articles = articles(&shown);
    let quotes = quotes(&shown["events"]);
    assert!(quotes.len() >= 40, "{}", quotes.len());
    for quote in quotes {
        let article = &articles[quote["source"].as_str().unwrap()];
        let exact = quote["exact"].as_str().unwrap();
        let slice = |span: &Value| -> &[char] {
            let offset = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
            &article[offset("start")..offset("end")]
        };
        let passage: String = slice(quote).iter().collect();
        match quote["anchor"].as_str().unwrap() {
            "exact" => assert_eq!(passage, exact),
            "typographic" => {
                assert_eq!(letters(passage.chars()), letters(exact.chars()));
                assert_ne!(passage, exact);
            }
            "elided" => {
                let pieces: Vec<&[char]> = quote["pieces"].as_array().unwrap().iter().map(slice).collect();
                let mut rest = letters(exact.chars());
                for piece in &pieces {
                    let piece = letters(piece.iter().copied());
                    let at = rest.find(&piece).unwrap_or_else(|| panic!("{piece} is not in {exact}"));
                    rest.drain(..at + piece.len());
                }
                let first: String = pieces[0].iter().collect();
                assert!(passage.starts_with(&first));
            }
            other => panic!("{other}: {exact}"),
        }
    }
}

#[test]
fn seven_dates_and_five_articles() {
    let shown = show(&[]);
    let dates: Vec<_> =
        shown["events"].as_array().unwrap().iter().map(|event| &event["date"]["edtf"]).collect();
    assert_eq!(dates, ["194X", "1961", "1996", "2000/2001", "2019-04", "2023-09", "2024-06"]);
    let quotes = quotes(&shown["events"]);
    for source in shown["sources"].as_array().unwrap() {
        assert!(quotes.iter().any(|quote| quote["source"] == source["id"]), "{} is not quoted", source["id"]);
    }
    assert_eq!(shown["sources"].as_array().unwrap().len(), 5);
}

#[test]
fn plain_text_shows_the_seven_dates_in_both_languages() {
    for (lang, dates) in [
        ("fr", ["années 1940", "1961", "1996", "2000–2001", "avril 2019", "septembre 2023", "juin 2024"]),
        ("en", ["the 1940s", "1961", "1996", "2000–2001", "April 2019", "September 2023", "June 2024"]),
    ] {
        let text = Folder::new().run(&["--lang", lang]).out;
        let heads: Vec<_> = text.lines().filter(|line| !line.starts_with(' ')).collect();
        let heads: Vec<_> =
            heads.iter().filter_map(|line| line.split_once(" — ")).map(|(date, _)| date).collect();
        assert_eq!(heads, dates);
    }
}
