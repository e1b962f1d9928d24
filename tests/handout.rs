//! `frise handout`: what it writes and where, and what a browser makes of it.

mod file;
mod markdown;
mod page;
mod print;
mod student;

use std::path::Path;

use crate::support::Folder;

/// The texts of a timeline that would do harm if one of them were taken for markup.
const NASTY: &str = "</style></title><script>document.title='owned';fetch('https://owned.example/')</script>\
    <img src=x onerror=document.title='owned'>\\\" onclick='x' &amp; &lt;b&gt; {{ 7 * 7 }} {% raw %} ]]> --> \\e[2J\\u202e\\0";

/// The lighthouse of the transcripts.
fn lighthouse() -> Folder {
    let folder = Folder::new();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/lighthouse.in");
    for file in ["timeline.yaml", "mistakes.yaml", "texts/gazette.txt", "texts/journal.txt"] {
        folder.write(file, std::fs::read(kept.join(file)).unwrap());
    }
    folder
}

/// A timeline with markup in every text, and quotes of every kind.
fn nasty() -> Folder {
    let article =
        "<script>document.title='owned'</script> & \"words\" <b>of</b> an article, of an article.\n";
    // A word that is wider than a phone.
    let nasty = NASTY.to_owned() + &"long".repeat(100);
    Folder::with(&[("timeline.yaml", &TIMELINE.replace("NASTY", &nasty)), ("article.txt", article)])
}

const TIMELINE: &str = r#"
title: {fr: "NASTY", en: "NASTY"}
language: fr
sources:
  - {id: one, title: "NASTY", author: "NASTY", container-title: "NASTY", credit: "NASTY", issued: "NASTY",
     genre: "NASTY", url: "https://a.example/?q=\"><script>document.title='owned'</script>&b", text: article.txt,
     origin: "NASTY", sheet: {audience: "NASTY", context: "NASTY", viewpoint: "NASTY", limits: "NASTY"}}
  - {id: "NASTY", url: "javascript:document.title='owned'", text: "NASTY.txt", origin: "NASTY"}
places:
  - {id: there, name: "NASTY"}
events:
  - id: "NASTY"
    date: "NASTY"
    title: "NASTY"
    summary: "NASTY"
    places: [there, there]
    tags: ["NASTY", "<b>"]
    notes: "NASTY"
    questions: ["NASTY", "<textarea>"]
    quotes:
      - {source: one, exact: "<script>document.title='owned'</script> & \"words\"", language: fr, speaker: "NASTY",
         translation: {en: "NASTY"}, note: "NASTY"}
      - {source: one, exact: "<script>document.title='owned'</script> & “words”"}
      - {source: one, exact: "<script>document.title='owned'</script> […] <b>of</b>"}
      - {source: one, exact: "an article"}
      - {source: one, exact: "NASTY"}
      - {source: "NASTY", exact: "NASTY"}
    claims:
      - {says: "NASTY", quotes: [{source: one, exact: "<b>of</b> an article", stance: disputes}]}
    subevents:
      - {id: inner, date: 1961, title: "<!-- NASTY", questions: ["NASTY"]}
"#;

/// The options for everything there is.
const WHOLE: [&str; 4] = ["--depth", "all", "--articles", "--sheets"];

/// The arguments for everything there is, with these.
fn whole<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    ["handout"].into_iter().chain(WHOLE).chain(arguments.iter().copied()).collect()
}

#[test]
fn the_page_is_always_the_same() {
    let folder = lighthouse();
    for (name, arguments) in [
        ("handout", whole(&["--lang", "en"])),
        ("worksheet", vec!["handout", "--lang", "en"]),
        ("worksheet_student", vec!["handout", "--lang", "fr", "--student"]),
        ("worksheet_teacher", vec!["handout", "--lang", "en", "--teacher"]),
    ] {
        let page = folder.run(&arguments).out;
        assert_eq!(folder.run(&arguments).out, page);
        insta::assert_snapshot!(name, page);
    }
}
