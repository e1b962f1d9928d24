//! Imports go one way. Here every room of the house stands with the rooms below it that it may use.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module at the top of the crate, and the modules it may use. What is not listed may not be there.
const ROOMS: &[(&str, &str)] = &[
    ("visible", ""),
    ("role", ""),
    ("model", "visible"),
    ("wrap", "visible"),
    ("theme", "role"),
    ("i18n", "visible model"),
    ("command", "i18n glyphs"),
    ("keymap", "i18n command glyphs"),
    ("evidence", "visible model i18n"),
    ("glyphs", "evidence"),
    ("config", "visible i18n command keymap load theme"),
    ("load", "visible model i18n evidence"),
    ("search", "visible model i18n evidence load"),
    ("axis", "visible model i18n evidence load"),
    ("citation", "visible model i18n"),
    ("briefing", "visible model i18n"),
    ("relay", ""),
    ("export", "visible model i18n evidence load search axis briefing"),
    (
        "app",
        "visible role model wrap theme i18n command keymap evidence glyphs load search axis citation briefing",
    ),
    ("ui", "visible role model wrap theme i18n command evidence glyphs load search axis briefing app"),
    (
        "tui",
        "visible role model wrap theme i18n command keymap evidence glyphs load search axis briefing relay app ui",
    ),
    ("cli", "visible wrap model i18n command keymap glyphs theme config evidence load search axis export"),
    ("cli/browse", "visible model i18n evidence load search export config app tui"),
    ("cli/brief", "briefing app"),
    ("cli/follow", "load app tui"),
    ("main", "cli"),
];

/// Packages that only some rooms may use.
const PACKAGES: &[(&str, &[&str])] = &[
    ("ratatui", &["ui", "theme", "tui"]),
    ("crossterm", &["tui"]),
    ("termina", &["keymap", "tui"]),
    ("serde_yaml", &["load"]),
    ("saphyr_parser", &["load"]),
    ("annotate_snippets", &["load"]),
    ("fuzzy_matcher", &["search"]),
    ("edtf_core", &["model/date"]),
    ("clap", &["cli"]),
    ("askama", &["export/handout"]),
    ("toml", &["config"]),
    ("etcetera", &["config"]),
    ("color_eyre", &["main", "tui"]),
];

#[test]
fn no_import_goes_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&root);
    assert!(files.len() > 10, "the source files are not where they are looked for");
    let complaints: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let name = file.strip_prefix(&root).unwrap().with_extension("");
            complaints(&name.to_string_lossy().replace('\\', "/"), &fs::read_to_string(file).unwrap())
        })
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn an_import_that_goes_up_is_found() {
    for (file, source) in [
        ("model/event", "use crate::load::Draft;"),
        ("model/event", "    fn f() -> crate::ui::View {}"),
        ("model/event", "use crate::{visible, evidence::Anchor};"),
        ("model/event", "use crate::{\n    visible::{mark, line},\n    app,\n};"),
        ("model/event", "use super::super::load;"),
        ("search", "use super::tui::run;"),
        ("export/json", "use crate::ui::list;"),
        ("cli/show", "use crate::tui;"),
        ("cli/mod", "crate::app::State"),
        ("app/list", "use ratatui::style::Style;"),
        ("app/list", "let x = ratatui::style::Color::Red;"),
        ("ui/list", "use crossterm::event::KeyEvent;"),
        ("ui/list", "use ratatui::crossterm::event::KeyEvent;"),
        ("model/date/plain", "use serde_yaml::Value;"),
        ("i18n/date", "edtf_core::Edtf::parse(text)"),
        ("attic", "fn f() {}"),
        ("evidence/mod", "use crate::attic;"),
    ] {
        assert_eq!(complaints(file, source).len(), 1, "{file}: {source}");
    }
}

#[test]
fn an_import_that_goes_down_is_none() {
    for (file, source) in [
        ("ui/list", "use crate::model::Event;\nuse ratatui::style::Style;"),
        ("load/mod", "use crate::evidence::{self, Anchor};\nuse serde_yaml::Value;"),
        ("load/rules/date", "use super::super::node::Node;\nuse super::date;"),
        (
            "load/mod",
            "// use crate::ui::list;\n/// See [`crate::app`] and ratatui::Frame.\nuse crate::load::node;",
        ),
        ("cli/browse", "use crate::tui;"),
        ("model/date/mod", "use edtf_core::Edtf;"),
        ("model/date", "use edtf_core::Edtf;"),
        ("lib", "pub mod ui;\npub mod tui;"),
        ("main", "use frise::cli;"),
    ] {
        assert_eq!(complaints(file, source), [""; 0], "{file}: {source}");
    }
}

/// What is wrong with the imports of `source`, the text of the file `src/{file}.rs`.
fn complaints(file: &str, source: &str) -> Vec<String> {
    let file = file.trim_end_matches("/mod");
    if file == "lib" {
        return Vec::new();
    }
    let code: String = source.lines().map(|line| without_comment(line).to_owned() + "\n").collect();
    let Some(allowed) = room(file) else { return vec![format!("src/{file}.rs: belongs to no room")] };
    let own = file.split('/').next().unwrap();
    let modules = roots_named(&code, file)
        .into_iter()
        .filter(|name| name != own && !allowed.split(' ').any(|allowed| allowed == name))
        .map(|name| format!("src/{file}.rs: `{own}` may not use `{name}`"));
    let packages = PACKAGES
        .iter()
        .filter(|(package, _)| code.contains(&format!("{package}::")))
        .filter(|(_, rooms)| !rooms.iter().any(|room| is_inside(file, room)))
        .map(|(package, _)| format!("src/{file}.rs: `{own}` may not use the package `{package}`"));
    modules.chain(packages).collect()
}

/// What the innermost room that holds `file` may use.
fn room(file: &str) -> Option<&'static str> {
    let around = ROOMS.iter().filter(|(room, _)| is_inside(file, room));
    around.max_by_key(|(room, _)| room.len()).map(|(_, allowed)| *allowed)
}

fn is_inside(file: &str, room: &str) -> bool {
    file.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The modules at the top of the crate that `code` names, by `crate::`, `frise::` or enough `super::`.
fn roots_named(code: &str, file: &str) -> Vec<String> {
    let above = "super::".repeat(file.split('/').count());
    let is_room = |name: &String| ROOMS.iter().any(|(room, _)| room == name);
    let is_module = |name: &String| {
        name.starts_with(char::is_lowercase) && !["self", "super", "crate"].contains(&name.as_str())
    };
    let downwards = ["crate::", "frise::"].into_iter().flat_map(|root| names_after(root, code));
    let upwards = names_after(&above, code).into_iter().filter(is_room);
    let mut names: Vec<String> = downwards.filter(is_module).chain(upwards).collect();
    names.sort();
    names.dedup();
    names
}

/// The first name of each path that stands after `root` in `code`.
fn names_after(root: &str, code: &str) -> Vec<String> {
    code.match_indices(root).flat_map(|(at, _)| first_names(&code[at + root.len()..])).collect()
}

/// The first name of each path in `rest`: `a` of `a::b`, `a` and `c` of `{a::{b, d}, c}`.
fn first_names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let mut depth = 0;
    let mut starts = vec![0];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts.push(at + 1),
            _ => {}
        }
    }
    starts
        .into_iter()
        .map(|start| name(group[start..].trim_start()))
        .filter(|name| !name.is_empty())
        .collect()
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn without_comment(line: &str) -> &str {
    line.find("//").map_or(line, |at| &line[..at])
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
