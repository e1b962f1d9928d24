//! `frise date`.

use serde_json::{Value, json};

use crate::support::{frise, run};

fn date(words: &[&str]) -> Value {
    run(frise(&["date", "--format", "json"]).args(words)).json()
}

#[test]
fn what_a_date_means() {
    for (text, edtf, earliest, latest) in [
        ("1961", "1961", "1961-01-01", "1961-12-31"),
        ("194X", "194X", "1940-01-01", "1949-12-31"),
        ("1940s", "194X", "1940-01-01", "1949-12-31"),
        ("2000–2001", "2000/2001", "2000-01-01", "2001-12-31"),
        ("juin 2024", "2024-06", "2024-06-01", "2024-06-30"),
        ("1er août 1936", "1936-08-01", "1936-08-01", "1936-08-01"),
        ("44 BC", "-0043", "-0043-01-01", "-0043-12-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
    ] {
        let date = date(&[text]);
        assert_eq!(date["written"], text);
        assert_eq!((&date["edtf"], &date["earliest"]), (&json!(edtf), &json!(earliest)), "{text}");
        assert_eq!(date["latest"], latest, "{text}");
    }
}

#[test]
fn the_shape_scripts_rely_on() {
    assert_eq!(
        date(&["2024-06-19"]),
        json!({
            "written": "2024-06-19",
            "edtf": "2024-06-19",
            "earliest": "2024-06-19",
            "latest": "2024-06-19",
            "display": {"fr": "19 juin 2024", "en": "19 June 2024"},
        })
    );
    assert_eq!(date(&["1961/.."])["latest"], Value::Null);
}

#[test]
fn several_words_are_one_date_and_a_minus_is_no_option() {
    for words in [&["19", "juin", "2024"][..], &["19 juin", "2024"], &["19 juin 2024"]] {
        assert_eq!(date(words)["written"], "19 juin 2024");
    }
    for arguments in [
        &["date", "-0043", "--format", "json"][..],
        &["date", "--format=json", "-0043"],
        &["date", "--format", "json", "--", "-0043"],
    ] {
        assert_eq!(run(&mut frise(arguments)).json()["written"], "-0043", "{arguments:?}");
    }
    assert_eq!(date(&["-0043-03-15"])["earliest"], "-0043-03-15");
}

#[test]
fn a_text_that_is_no_date_is_refused_with_its_readings() {
    let refused = run(&mut frise(&["date", "03/04/2024"]));
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(refused.err.starts_with("error: "), "{}", refused.err);
    for reading in ["2024-04-03", "2024-03-04"] {
        assert!(refused.err.contains(reading), "{}", refused.err);
    }
    for text in ["1800s", "2024-02-30", "soon", "", "2024-13"] {
        let refused = run(&mut frise(&["date", text]));
        assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""), "{text}");
    }
}
