//! Arguments, languages, pipes and exit codes.

use std::io;

use frise::command::{COMMANDS, key_name};
use frise::glyphs::GlyphSet;
use frise::i18n::Lang;

use crate::support::{Folder, Run, frise, run};

const LIGHTHOUSE: &str = r#"
title: {fr: "Le phare", en: "The lighthouse"}
language: fr
sources:
  - {id: gazette, title: Le phare, container-title: La Gazette, issued: 1907-03-02, text: gazette.txt}
events:
  - id: lighting
    date: 1907-03-01
    title: {fr: "Le phare est allumé", en: "The lighthouse is lit"}
    quotes:
      - source: gazette
        exact: "Le phare a été allumé hier soir"
        translation: {en: "The lighthouse was lit last night"}
"#;

fn folder() -> Folder {
    let article = "Brest, 2 mars 1907. Le phare a été allumé hier soir devant une foule.\n";
    Folder::with(&[("timeline.yaml", LIGHTHOUSE), ("gazette.txt", article)])
}

#[test]
fn without_a_terminal_the_timeline_is_plain_text() {
    let folder = folder();
    let run = folder.run(&[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("\n1 March 1907 — The lighthouse is lit\n"), "{}", run.out);
    assert_eq!(run.out, folder.run(&["show"]).out);
}

#[test]
fn the_timeline_is_a_file_a_folder_a_variable_or_the_built_in_one() {
    let folder = folder();
    let elsewhere = Folder::new();
    let path = folder.path().to_str().unwrap();
    let file = folder.path().join("timeline.yaml");
    let title = |run: Run| run.out.lines().next().unwrap_or_default().to_owned();
    assert_eq!(title(elsewhere.run(&[path])), "The lighthouse");
    assert_eq!(title(elsewhere.run(&[file.to_str().unwrap()])), "The lighthouse");
    let named = run(frise(&[]).env("FRISE_TIMELINE", path).current_dir(elsewhere.path()));
    assert_eq!(title(named), "The lighthouse");
    assert_ne!(title(elsewhere.run(&[])), "The lighthouse");
}

#[test]
fn a_file_called_like_a_subcommand_opens_by_its_path() {
    let folder = folder();
    folder.write("show", LIGHTHOUSE);
    assert!(folder.run(&["./show"]).out.starts_with("The lighthouse\n"));
}

#[test]
fn the_language_is_the_one_asked_for_else_that_of_the_environment() {
    let folder = folder();
    let title = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = frise(arguments);
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
        let run = run(command.envs(variables.iter().copied()).current_dir(folder.path()));
        run.out.lines().next().unwrap_or_default().to_owned()
    };
    let (fr, en) = ("Le phare", "The lighthouse");
    assert_eq!(title(&[], &[]), en);
    assert_eq!(title(&[], &[("LANG", "fr_FR.UTF-8")]), fr);
    assert_eq!(title(&[], &[("LANG", "fr_FR.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")]), en);
    assert_eq!(title(&[], &[("LANG", "en_GB"), ("LC_ALL", "fr_CA.UTF-8@euro")]), fr);
    assert_eq!(title(&[], &[("LANG", "fr_FR"), ("LC_ALL", "C")]), en);
    assert_eq!(title(&[], &[("LANG", "fr_FR"), ("LC_ALL", "POSIX")]), en);
    assert_eq!(title(&[], &[("LANG", "fr_FR"), ("LC_ALL", "")]), fr);
    assert_eq!(title(&[], &[("LANG", "de_DE.UTF-8")]), en);
    assert_eq!(title(&[], &[("LANG", "en_GB"), ("LANGUAGE", "de:fr:en")]), fr);
    assert_eq!(title(&[], &[("LANG", "fr_FR"), ("LANGUAGE", "de:en")]), en);
    assert_eq!(title(&["--lang", "fr"], &[("LANG", "en_GB")]), fr);
    assert_eq!(title(&["--lang", "en", "show"], &[("LANG", "fr_FR")]), en);
    assert_eq!(title(&["show", "--lang", "en"], &[("LANG", "fr_FR")]), en);
}

#[test]
fn exit_codes() {
    let folder = folder();
    for (arguments, code) in [
        (&["show"][..], 0),
        (&["check"], 0),
        (&["keys"], 0),
        (&["search", "phare"], 0),
        (&["search", "!phare | 1907"], 0),
        (&["search", "^le"], 0),
        (&["search", ""], 0),
        (&["search", "-03-"], 0),
        (&["--help"], 0),
        (&["check", "--help"], 0),
        (&["--version"], 0),
        (&["--at", "lighting"], 0),
        (&["--at", "1 March 1907"], 0),
        (&["--at", "-0043"], 0),
        (&["--at", "lightning"], 2),
        (&["nothing.yaml"], 2),
        (&["chekc"], 2),
        (&["show", "nothing.yaml"], 2),
        (&["show", "--event", "lightning"], 2),
        (&["check", "nothing.yaml"], 2),
        (&["check", "--explain", "nothing"], 2),
        (&["check", "--explain", "orphan", "timeline.yaml"], 2),
        (&["config", "--path"], 2),
        (&["config"], 0),
        (&["--theme", "drak"], 2),
        (&["--color", "sometimes"], 2),
        (&["--ascii", "keys"], 2),
        (&["--ascii", "--no-mouse", "--theme", "light", "--color", "16"], 0),
        (&["--lang", "de"], 2),
        (&["--unknown"], 2),
        (&["timeline.yaml", "show"], 2),
        (&["--at", "lighting", "show"], 2),
        (&["date"], 2),
        (&["date", "soon"], 1),
        (&["search"], 2),
        (&["search", "phare", "nothing.yaml"], 2),
        (&["search", "phare", "--limit", "few"], 2),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, Some(code), "{arguments:?}: {}{}", run.out, run.err);
        assert_eq!(run.err.is_empty(), code == 0, "{arguments:?}: {}", run.err);
    }
}

#[test]
fn where_nothing_is_found_nothing_is_said() {
    let folder = folder();
    for format in ["text", "json"] {
        let run = folder.run(&["search", "baleine", "--format", format]);
        assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
        assert_eq!(run.out.is_empty(), format == "text");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder();
    for (arguments, code) in [
        (&["show"][..], 0),
        (&["show", "--format", "json"], 0),
        (&[], 0),
        (&["check"], 0),
        (&["check", "--format", "json"], 0),
        (&["date", "1961"], 0),
        (&["search", "phare"], 0),
        (&["keys"], 0),
        (&["--help"], 0),
    ] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let child = frise(arguments)
            .current_dir(folder.path())
            .stdout(writer)
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = frise(&["date", "1961"])
        .stdout(full)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not write"));
}

#[test]
fn every_command_is_listed_with_its_keys() {
    for lang in Lang::ALL {
        let listed = run(&mut frise(&["keys", "--lang", lang.tag()])).out;
        for command in COMMANDS {
            let help = command.help.in_language(lang);
            let line = listed.lines().find(|line| line.ends_with(&format!("  {help}")));
            let line = line.unwrap_or_else(|| panic!("`{}` is not listed: {help}", command.name));
            for key in command.keys {
                let key = key_name(key, lang, GlyphSet::Unicode);
                assert!(line.contains(&format!(" {key} ")), "{key}: {line}");
            }
        }
    }
}
