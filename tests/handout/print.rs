//! The page on paper.

use std::path::Path;
use std::process::Command;

use super::whole;
use crate::support::chromium::{needed, print, program};
use crate::support::{Folder, frise, run};

/// The text of every page of the PDF, in the order of reading, without what `pdftotext` adds or takes away at the
/// ends of lines: spaces and hyphens.
fn pages(pdf: &Path) -> Option<Vec<String>> {
    let program = needed(program("pdftotext"), "pdftotext")?;
    let output = Command::new(program).arg(pdf).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(flat).collect())
}

fn flat(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// How many pages a PDF of Chromium has.
fn count(pdf: &Path) -> usize {
    let bytes = std::fs::read(pdf).unwrap();
    bytes.windows(12).filter(|at| at.starts_with(b"/Type /Page") && at[11] != b's').count()
}

#[test]
fn a_short_handout_has_its_events_its_sources_and_its_articles_on_pages_of_their_own() {
    let folder = Folder::with(&[
        (
            "timeline.yaml",
            "title: A\nsources: [{id: one, text: one.txt}]\nevents:\n- {id: a, date: 1961, title: B, \
             quotes: [{source: one, exact: two words}]}\n",
        ),
        ("one.txt", "two words\n"),
    ]);
    folder.run(&whole(&["-o", "page.html", "--lang", "en"]));
    let (page, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    let Some(()) = print(&page, &pdf) else { return };
    assert_eq!(count(&pdf), 3);
    let Some(pages) = pages(&pdf) else { return };
    for (page, (start, number)) in
        pages.iter().zip([("NameDateA1961", "1/3"), ("Sources", "2/3"), ("Articles", "3/3")])
    {
        assert!(page.starts_with(start) && page.ends_with(number), "{page}");
    }
}

#[test]
fn the_builtin_worksheet_has_four_pages_at_most() {
    let folder = Folder::new();
    let (page, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    for arguments in [
        &["--lang", "fr"][..],
        &["--lang", "en"],
        &["--lang", "fr", "--student"],
        &["--lang", "en", "--student"],
    ] {
        let mut command = frise(&["handout", "-o", page.to_str().unwrap()]);
        assert_eq!(run(command.args(arguments).current_dir(folder.path())).code, Some(0));
        let Some(()) = print(&page, &pdf) else { return };
        let pages = count(&pdf);
        assert!((2..=4).contains(&pages), "{arguments:?}: {pages} pages");
    }
}

#[test]
fn no_quote_is_split_over_pages() {
    let folder = Folder::new();
    let (page, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    for arguments in [&["--lang", "fr"][..], &["--lang", "en", "--student"]] {
        let mut command = frise(&whole(&["-o", page.to_str().unwrap()]));
        assert_eq!(run(command.args(arguments).current_dir(folder.path())).code, Some(0));
        let Some(()) = print(&page, &pdf) else { return };
        let Some(pages) = pages(&pdf) else { return };
        assert_eq!(pages.len(), count(&pdf));
        // The words of the quotes stand in the articles once more.
        let articles = pages.iter().position(|page| page.starts_with("Articles")).unwrap();
        let html = std::fs::read_to_string(&page).unwrap();
        let quotes: Vec<String> = html.split("<blockquote").skip(1).map(words).collect();
        assert!(quotes.len() > 50, "{}", quotes.len());
        for quote in quotes {
            assert!(pages[..articles].iter().any(|page| page.contains(&quote)), "{quote}");
        }
    }
}

/// The words of a block quotation that begins here.
fn words(html: &str) -> String {
    let text = html.split_once("<p>").unwrap().1.split_once("</p>").unwrap().0;
    let text = text.replace("&#39;", "'").replace("&#34;", "\"").replace("&#60;", "<").replace("&#62;", ">");
    flat(&text.replace("&#38;", "&"))
}
