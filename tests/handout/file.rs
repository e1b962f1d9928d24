//! Where a handout is written.

use std::fs;

use super::{lighthouse, whole};

#[test]
fn it_takes_the_place_of_a_file_and_says_nothing() {
    let folder = lighthouse();
    let printed = folder.run(&["handout"]);
    assert!(printed.out.starts_with("<!DOCTYPE html>"), "{}", printed.out);
    folder.write("page.html", "what was there");
    let run = folder.run(&["handout", "-o", "page.html"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    assert_eq!(fs::read_to_string(folder.path().join("page.html")).unwrap(), printed.out);
    assert_eq!(folder.run(&["handout", "--output", "-"]).out, printed.out);
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let names: Vec<_> = names.filter(|name| name.to_string_lossy().contains("tmp")).collect();
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn the_timeline_and_its_articles_are_never_written_to() {
    let folder = lighthouse();
    let before = fs::read(folder.path().join("timeline.yaml")).unwrap();
    let timeline = folder.path().join("timeline.yaml").display().to_string();
    for (file, what) in [
        ("timeline.yaml", "the timeline itself"),
        ("./texts/../timeline.yaml", "the timeline itself"),
        (timeline.as_str(), "the timeline itself"),
        ("texts/gazette.txt", "an article of the timeline"),
        ("texts/../texts/journal.txt", "an article of the timeline"),
    ] {
        let run = folder.run(&["handout", "-o", file]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{file}");
        assert!(run.err.contains(what) && run.err.contains("help: name another file"), "{}", run.err);
    }
    assert_eq!(fs::read(folder.path().join("timeline.yaml")).unwrap(), before);
    assert!(fs::read_to_string(folder.path().join("texts/gazette.txt")).unwrap().contains("Brest"));
}

#[test]
fn an_article_that_is_not_there_is_not_made() {
    let folder = lighthouse();
    fs::remove_file(folder.path().join("texts/journal.txt")).unwrap();
    let run = folder.run(&["handout", "-o", "texts/journal.txt"]);
    assert!(run.code == Some(2) && run.err.contains("an article of the timeline"), "{}", run.err);
    assert!(!folder.path().join("texts/journal.txt").exists());
}

#[test]
fn what_cannot_be_written_is_said() {
    let folder = lighthouse();
    for (file, reason) in [("texts", "directory"), ("nowhere/page.html", "o such file"), ("", "")] {
        let run = folder.run(&["handout", "-o", file]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{file}");
        assert!(run.err.starts_with("error: ") && run.err.contains(reason), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_rights_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = lighthouse();
    let path = |name: &str| folder.path().join(name);
    symlink("timeline.yaml", path("link.html")).unwrap();
    let run = folder.run(&["handout", "-o", "link.html"]);
    assert!(run.code == Some(2) && run.err.contains("the timeline itself"), "{}", run.err);

    folder.write("there/page.html", "old");
    symlink("there/page.html", path("near.html")).unwrap();
    fs::set_permissions(path("there/page.html"), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(folder.run(&["handout", "-o", "near.html"]).code, Some(0));
    assert!(fs::symlink_metadata(path("near.html")).unwrap().is_symlink());
    assert!(fs::read_to_string(path("there/page.html")).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(fs::metadata(path("there/page.html")).unwrap().permissions().mode() & 0o777, 0o640);

    folder.write("kept.html", "old");
    fs::set_permissions(path("kept.html"), fs::Permissions::from_mode(0o440)).unwrap();
    let run = folder.run(&["handout", "-o", "kept.html"]);
    assert!(run.code == Some(2) && run.err.contains("permission denied"), "{}", run.err);
    assert_eq!(fs::read_to_string(path("kept.html")).unwrap(), "old");

    // A device stays a device.
    assert_eq!(folder.run(&["handout", "-o", "/dev/null"]).code, Some(0));
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn a_timeline_with_errors_is_handed_out_as_far_as_it_can_be_read() {
    let folder = lighthouse();
    let run = folder.run(&whole(&["mistakes.yaml", "--lang", "en"]));
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("error: mistakes.yaml has 6 errors"), "{}", run.err);
    assert!(run.out.contains("Not found in the article") && run.out.contains("01/03/1907 (not a date)"));
    let run = folder.run(&["handout", "nothing.yaml", "-o", "page.html"]);
    assert!(run.code == Some(2) && !folder.path().join("page.html").exists(), "{}", run.err);
}
