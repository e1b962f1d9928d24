//! What the program prints for other programs: the schema, the manual page, the completions. Those kept in
//! `assets` are those it prints.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Folder, frise, run};

/// Set to `1`, it makes these tests write the documents anew.
const WRITE: &str = "FRISE_WRITE_DOCUMENTS";

fn printed(arguments: &[&str]) -> String {
    let run = run(&mut frise(arguments));
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{arguments:?}");
    run.out
}

#[test]
fn the_documents_kept_are_those_the_program_prints() {
    for (file, argument) in [("timeline.schema.json", "schema"), ("frise.1", "man")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(file);
        let printed = printed(&[argument]);
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(&path, &printed).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == printed, "assets/{file} is out of date: run the tests with {WRITE}=1 and look at it");
    }
}

#[test]
fn the_builtin_timeline_names_the_schema() {
    let first = include_str!("../timeline.yaml").lines().next().unwrap();
    let named = first.strip_prefix("# yaml-language-server: $schema=").unwrap();
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(named).is_file(), "{named}");
}

/// What `program` says of a text it reads on standard input; `None` where the program is not installed.
fn said(program: &str, arguments: &[&str], text: &str) -> Option<(bool, String)> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        // PresenterState to whoever looks at the output of the tests; nothing is wrong.
        let _ = writeln!(std::io::stderr(), "{program} is not installed: its part of this test is left out");
        return None;
    };
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Some((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned()))
}

#[test]
fn the_manual_page_is_set_without_a_warning() {
    let page = printed(&["man"]);
    if let Some(said) = said("groff", &["-man", "-Tutf8", "-ww", "-rLL=80n", "-K", "utf-8"], &page) {
        assert_eq!(said, (true, String::new()));
    }
    for section in ["COMMANDS", "KEYS", "FILES", "ENVIRONMENT", "\"EXIT STATUS\"", "EXAMPLES", "\"SEE ALSO\""]
    {
        assert!(page.contains(&format!("\n.SH {section}\n")), "{section}");
    }
    assert_eq!(page.matches("\n.TH ").count(), 1);
}

#[test]
fn shells_accept_their_completions() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]);
        for word in ["show", "completions", "deny-warnings"] {
            assert!(script.contains(word), "{shell} does not know `{word}`");
        }
        let name = format!("frise.{shell}");
        folder.write(&name, &script);
        let path = folder.path().join(name);
        // The others take their own completions apart only at a prompt.
        if ["bash", "zsh", "fish"].contains(&shell)
            && let Some(said) = said(shell, &["-n", path.to_str().unwrap()], "")
        {
            assert_eq!(said, (true, String::new()), "{shell}");
        }
    }
}
