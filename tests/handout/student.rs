//! The handout for pupils, who are to find the dates.

use super::{lighthouse, whole};
use crate::support::{frise, run};

fn builtin(arguments: &[&str]) -> String {
    let folder = crate::support::Folder::new();
    run(frise(&whole(&["--student"])).args(arguments).current_dir(folder.path())).out
}

/// The years of the built-in timeline, which nothing but the sources may name.
const YEARS: [&str; 8] = ["1940", "194X", "1961", "1996", "2000", "2001", "2019", "2023"];

#[test]
fn no_date_stands_in_a_head_in_the_contents_or_in_an_id() {
    for lang in ["fr", "en"] {
        let page = builtin(&["--lang", lang]);
        assert!(!page.contains("<time"));
        let before = page.split_once("<main").unwrap().0;
        // The axis has years, and no events on them.
        let style = before.find("</svg>").unwrap();
        let heads =
            page.split("<section class=\"event").skip(1).map(|event| event.split_once("</h").unwrap().0);
        let ids = page.split(" id=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0);
        for head in heads.chain([&before[style..]]).chain(ids) {
            for year in YEARS.iter().chain(&["2024"]) {
                assert!(!head.contains(year), "{year} stands in {head}");
            }
        }
        assert_eq!(page.matches("<section class=\"event").count(), 17);
        let blank = ["Date to fill in", "Date à compléter"][usize::from(lang == "fr")];
        assert_eq!(page.matches(blank).count(), 2 * 17);
    }
}

#[test]
fn what_we_say_of_an_event_does_not_give_its_date_away_and_what_the_sources_say_does() {
    let page = builtin(&["--lang", "fr"]);
    let event = page.split("<section class=\"event").nth(3).unwrap();
    let ours = event.split("<p class=\"summary\">").nth(1).unwrap().split_once("</p>").unwrap().0;
    assert!(ours.starts_with("Le traité de <span class=\"blank\">"), "{ours}");
    assert!(!ours.contains("1961") && !ours.contains("1996"), "the date of no event is given away: {ours}");
    assert!(event.contains("<p>Ce traité avait été annulé en 1996 après la dissolution"), "{event}");
    assert!(page.contains("<mark>après la dissolution") || page.contains("annulé en 1996"));
    assert!(event.contains("19 juin 2024"), "the sources keep their dates");
}

#[test]
fn the_page_of_the_teacher_has_the_dates_where_machines_find_them() {
    let page = lighthouse().run(&whole(&["--lang", "en"])).out;
    for time in [
        "<time datetime=\"1907-03\">March 1907</time>",
        "<time datetime=\"1907-03-01\">1 March 1907</time>",
        "<time datetime=\"1907\">1907</time>",
    ] {
        assert!(page.contains(time), "{time} is not in {page}");
    }
    let folder = lighthouse();
    let student = folder.run(&whole(&["--lang", "en", "--student"])).out;
    assert!(student.contains("The lighthouse is lit on a <span class=\"blank\">"), "{student}");
    assert!(student.contains("Le phare a été allumé"), "{student}");
}

/// The dates of the built-in timeline stand nowhere on the pupils' worksheet but in what the sources say.
#[test]
fn the_worksheet_blanks_what_is_to_be_found_and_nothing_else() {
    let folder = crate::support::Folder::new();
    for lang in ["fr", "en"] {
        let arguments = ["handout", "--student", "--lang", lang];
        let page = run(frise(&arguments).current_dir(folder.path())).out;
        let class = run(frise(&arguments[..1]).args(&arguments[2..]).current_dir(folder.path())).out;
        for head in page.split("<h2>").skip(1).map(|event| event.split_once("</h2>").unwrap().0) {
            for year in YEARS.iter().chain(&["2024"]) {
                assert!(!head.contains(year), "{year} stands in {head}");
            }
        }
        assert!(class.contains("class=\"moment") && !page.contains("class=\"moment"), "events on the axis");
        let questions = |page: &str| {
            page.split("<li><p>").skip(1).map(|rest| rest.split_once("</p>").unwrap().0.to_owned()).collect()
        };
        let (ours, theirs): (Vec<String>, Vec<String>) = (questions(&page), questions(&class));
        assert!(!ours.is_empty() && ours == theirs, "the wording of a question is left alone");
    }
}

#[test]
fn notes_are_the_teachers() {
    let folder = crate::support::Folder::new();
    let page = |arguments: &[&str]| {
        run(frise(&whole(&["--lang", "en"])).args(arguments).current_dir(folder.path())).out
    };
    let (class, student, teacher) = (page(&[]), page(&["--student"]), page(&["--teacher"]));
    let notes: Vec<&str> = teacher
        .split("<p class=\"notes\">")
        .skip(1)
        .filter_map(|rest| rest.split_once("</p>")?.0.rsplit_once("</span>"))
        .map(|(_, note)| note)
        .collect();
    assert!(notes.len() >= 7, "{}", notes.len());
    for note in notes {
        assert!(!class.contains(note) && !student.contains(note), "{note}");
    }
    assert!(teacher.contains("Note: </span>") && !class.contains("Note: </span>"));
}

#[test]
fn what_is_chosen_is_on_the_page() {
    let folder = lighthouse();
    let page = |arguments: &[&str]| folder.run(&[&["handout", "--lang", "en"], arguments].concat());
    let heads = |page: &str| page.matches("<section class=\"event").count();
    assert!(heads(&page(&["--depth", "events"]).out) > heads(&page(&[]).out));
    assert_eq!(heads(&page(&["--only", "lighting"]).out), 1);
    let refused = page(&["--only", "lightning"]);
    assert!(refused.code == Some(2) && refused.err.contains("did you mean `lighting`"), "{}", refused.err);
    let nothing = page(&["no-such-briefing"]);
    assert!(nothing.code == Some(2), "{}", nothing.err);
}
