//! What the repository says of itself is true.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::Folder;

fn cargo(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs the tests, so it can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn version(text: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = text.split('.').map(|part| part.parse().unwrap()).collect();
    parts.resize(3, 0);
    parts
}

#[test]
fn no_dependency_asks_for_a_newer_rust_than_the_manifest_promises() {
    let host = Command::new("rustc").args(["--print", "host-tuple"]).output().unwrap();
    let host = String::from_utf8(host.stdout).unwrap();
    let metadata = cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--offline",
        "--filter-platform",
        host.trim(),
    ]);
    let promised = version(env!("CARGO_PKG_RUST_VERSION"));
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 20);
    for package in packages {
        let asked = package["rust_version"].as_str().map(version).unwrap_or_default();
        assert!(asked <= promised, "{} asks for Rust {asked:?}", package["name"]);
    }
}

#[test]
fn every_file_the_documents_link_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_dir(root.join("assets/guide")).unwrap().map(|entry| entry.unwrap().path());
    let pages = guide.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|document| root.join(document));
    for document in documents.into_iter().chain(pages) {
        let text = std::fs::read_to_string(&document).unwrap();
        let folder = document.parent().unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        // The pictures have a test of their own, which draws them.
        let is_here =
            |link: &&str| !link.is_empty() && !link.contains("://") && !link.starts_with("assets/screens/");
        for link in links.filter(is_here) {
            assert!(folder.join(link).exists(), "{} links to {link}", document.display());
        }
    }
}

#[test]
fn the_timeline_in_the_readme_is_clean() {
    let readme = include_str!("../README.md");
    let timeline = readme.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let article = "Le phare est allumé\n\nLe phare a été allumé hier soir devant une foule nombreuse.\n";
    let folder = Folder::with(&[("timeline.yaml", timeline), ("gazette.txt", article)]);
    let run = folder.run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert_eq!(run.out, "timeline.yaml: 1 event, 1 quote: ✓ 1 word for word\n");
}

/// The error in the README is the one that the program draws.
#[test]
fn the_error_in_the_readme_is_the_one_that_is_drawn() {
    let readme = include_str!("../README.md");
    let timeline = readme.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let shown: Vec<&str> = readme
        .lines()
        .skip_while(|line| !line.starts_with("    error[orphan]"))
        .map_while(|line| line.strip_prefix("    "))
        .collect();
    let article = "Le phare est allumé\n\nLe phare a été allumé hier soir devant une foule nombreuse.\n";
    let wrong = timeline.replace("hier soir devant", "hier matin devant");
    let folder = Folder::with(&[("timeline.yaml", &wrong), ("gazette.txt", article)]);
    let drawn = folder.run(&["check", "--lang", "en"]).out;
    let drawn: Vec<&str> = drawn.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(shown, drawn);
}

/// French sets a no-break space before `: ; ! ? »` and behind `«`, so that no line begins or ends with one of them.
#[test]
fn the_french_guide_has_its_no_break_spaces() {
    let guide = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide")).unwrap();
    let pages =
        guide.map(|entry| entry.unwrap().path()).filter(|path| path.to_string_lossy().ends_with(".fr.md"));
    let mut read = 0;
    for page in pages {
        read += 1;
        let text = std::fs::read_to_string(&page).unwrap();
        let mut is_code = false;
        for (number, line) in (1..).zip(text.lines()) {
            let is_fence = line.starts_with("```");
            is_code ^= is_fence;
            if is_code || is_fence || line.starts_with("    ") || line.starts_with("|---") {
                continue;
            }
            let prose: String = without_code(line);
            let chars: Vec<char> = prose.chars().collect();
            for (at, c) in chars.iter().enumerate() {
                let before = at.checked_sub(1).map(|at| chars[at]);
                let after = chars.get(at + 1);
                let is_set = match c {
                    '«' => after == Some(&'\u{a0}'),
                    '!' if after == Some(&'[') => true,
                    // A ratio or a time of day, and an address.
                    ':' if before.is_some_and(|c| c.is_ascii_digit()) => true,
                    ':' if after == Some(&'/') => true,
                    ':' | ';' | '!' | '?' | '»' => before == Some('\u{a0}'),
                    _ => true,
                };
                assert!(is_set, "{}:{number}: {line}", page.display());
            }
        }
    }
    assert!(read > 3);
}

/// A line of Markdown without its code, and without the targets of its links.
fn without_code(line: &str) -> String {
    let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("x");
    let mut parts = prose.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |prose, part| prose + part.split_once(')').map_or("", |(_, rest)| rest))
}
