//! Imports go one way: no files import each other in a circle, and each module uses only the modules listed beside it.

#[path = "layers/graph.rs"]
mod graph;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use graph::{Crate, Use, circles, is_inside};

/// Each room, and the rooms it may use. What is not listed may not be there, and what is listed is used.
const ROOMS: &[(&str, &str)] = &[
    ("visible", ""),
    ("role", ""),
    ("model", ""),
    ("wrap", "visible"),
    ("theme", "role"),
    ("i18n", "model"),
    ("command", "i18n glyphs briefing"),
    ("keymap", "i18n command glyphs"),
    ("evidence", ""),
    ("glyphs", "evidence"),
    ("standing", "i18n glyphs evidence"),
    ("legend", "role i18n glyphs"),
    ("config", "visible briefing i18n command keymap load theme"),
    ("load", "visible model i18n evidence edit"),
    ("edit", "visible i18n"),
    ("import", "model edit"),
    ("quoting", "evidence edit"),
    ("search", "model i18n evidence"),
    ("axis", "model i18n"),
    ("citation", "visible model i18n"),
    ("briefing", "model i18n"),
    ("relay", ""),
    ("export", "visible model i18n evidence glyphs standing search axis citation briefing"),
    ("app", "app/screen app/state app/change app/message app/pages app/open app/update app/answer"),
    ("app/screen", "visible role model wrap i18n keymap evidence glyphs standing load citation"),
    (
        "app/briefing",
        "app/screen role model wrap i18n command evidence glyphs standing load search axis briefing",
    ),
    (
        "app/state",
        "app/change app/screen app/briefing role model wrap theme i18n command keymap evidence glyphs standing load search axis briefing quoting",
    ),
    ("app/change", ""),
    ("app/message", "app/change app/briefing app/state visible i18n command keymap load search"),
    ("app/answer", "app/state app/message evidence load search"),
    (
        "app/pages",
        "app/screen app/briefing app/state visible role model wrap i18n command keymap evidence glyphs legend standing load search axis",
    ),
    ("app/refresh", "app/screen app/briefing app/state app/pages model search axis"),
    (
        "app/handlers",
        "app/change app/screen app/briefing app/state app/message app/pages app/refresh visible wrap edit quoting model theme i18n command keymap evidence standing load search axis citation briefing",
    ),
    ("app/open", "app/briefing app/state app/refresh app/handlers visible command load"),
    ("app/update", "app/screen app/state app/message app/refresh app/handlers command"),
    ("ui", "visible role model wrap theme i18n command evidence glyphs axis briefing app"),
    ("tui", "edit briefing model theme command keymap load search relay app ui"),
    (
        "cli",
        "cli/browse cli/brief cli/follow cli/new cli/add cli/quote cli/lsp visible model wrap i18n command glyphs theme config evidence standing load search briefing export edit quoting",
    ),
    ("cli/browse", "i18n load config app tui"),
    ("cli/brief", "cli/browse model briefing export app tui"),
    ("cli/follow", "cli/browse i18n load briefing tui"),
    ("cli/new", "cli/sources visible i18n edit evidence load export quoting"),
    ("cli/add", "cli/sources visible edit load"),
    ("cli/sources", "visible edit import"),
    ("cli/quote", "i18n evidence export load edit quoting"),
    ("lsp", "visible i18n evidence standing load"),
    ("cli/lsp", "lsp"),
    ("main", "cli"),
];

/// Packages that only some rooms may use.
const PACKAGES: &[(&str, &[&str])] = &[
    ("ratatui", &["ui", "theme", "tui"]),
    ("crossterm", &["tui"]),
    ("termina", &["keymap", "tui"]),
    ("serde_yaml", &["load", "edit/scalar"]),
    ("saphyr_parser", &["load", "edit"]),
    ("dom_query", &["import"]),
    ("dom_smoothie", &["import"]),
    ("rbook", &["import"]),
    ("zip", &["import"]),
    ("biblatex", &["import"]),
    ("chardetng", &["import"]),
    ("encoding_rs", &["import"]),
    ("annotate_snippets", &["load"]),
    ("fuzzy_matcher", &["search"]),
    ("edtf_core", &["model/date"]),
    ("clap", &["cli"]),
    ("lsp_server", &["lsp", "cli/lsp"]),
    ("askama", &["export/handout"]),
    ("toml", &["config"]),
    ("etcetera", &["config"]),
    ("color_eyre", &["main"]),
];

#[test]
fn no_file_leads_back_to_itself() {
    let uses = the_crate().uses();
    let circles = circles(&uses);
    let described: Vec<String> = circles.iter().map(|circle| described(circle, &uses)).collect();
    assert!(described.is_empty(), "{}", described.join("\n\n"));
}

#[test]
fn no_import_goes_up() {
    let complaints = complaints(&the_crate());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Else a method could stand in a room that its caller must not use, and no import would show it.
#[test]
fn the_state_has_its_methods_in_one_file() {
    for file in the_crate().files() {
        let source = fs::read_to_string(root().join(file).with_extension("rs")).unwrap();
        assert!(!source.contains("\nimpl State {") || file == "app/state/state", "src/{file}.rs");
    }
}

#[test]
fn every_arrow_that_is_allowed_is_used() {
    let house = the_crate();
    let uses = house.uses();
    let is_used = |room: &str, below: &str| {
        let is_in_room = |file: &str| room_of(file).is_some_and(|(name, _)| name == room);
        uses.iter().any(|used| is_in_room(&used.from) && is_inside(name_of(&used.to), below))
    };
    let unused: Vec<String> = ROOMS
        .iter()
        .flat_map(|(room, below)| below.split_whitespace().map(move |below| (room, below)))
        .filter(|(room, below)| !is_used(room, below))
        .map(|(room, below)| format!("`{room}` does not use `{below}`"))
        .collect();
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}

#[test]
fn a_package_is_named_only_where_it_belongs() {
    let root = root();
    let code = |file: &str| {
        let source = fs::read_to_string(root.join(file).with_extension("rs")).unwrap();
        source.lines().map(|line| without_comment(line).to_owned() + "\n").collect::<String>()
    };
    let house = the_crate();
    for (package, rooms) in PACKAGES {
        let users: Vec<&str> =
            house.files().filter(|file| code(file).contains(&format!("{package}::"))).collect();
        for file in &users {
            let may = rooms.iter().any(|room| is_inside(name_of(file), room));
            assert!(may, "src/{file}.rs may not use the package `{package}`");
        }
        for room in *rooms {
            assert!(
                users.iter().any(|file| is_inside(name_of(file), room)),
                "`{room}` does not use `{package}`"
            );
        }
    }
}

#[test]
fn an_import_that_goes_up_is_found() {
    let rooms = [
        ("lib", "mod model; mod load; mod ui; mod visible; mod app; mod cli; mod attic;"),
        ("load/mod", "mod draft; pub use draft::Draft;"),
        ("load/draft", "pub struct Draft;"),
        ("ui", "pub struct View;"),
        ("app/mod", "pub mod state;"),
        ("app/state", "pub struct State;"),
        ("visible", "pub fn mark() {}"),
        ("cli/mod", "mod show;"),
        ("attic", ""),
    ];
    for (file, source) in [
        ("model/mod", "use crate::load::Draft;"),
        ("model/mod", "fn f() -> crate::ui::View {}"),
        ("model/mod", "use crate::{visible, load::Draft};"),
        ("model/mod", "use crate::{\n    visible::{mark, line},\n    ui,\n};"),
        ("model/mod", "use super::load;"),
        ("model/mod", "use super::load as below; fn f() { below::Draft; }"),
        ("model/mod", "fn f() { g!(crate::ui::View) }"),
        ("cli/show", "use crate::ui;"),
        ("cli/show", "crate::app::state::State;"),
    ] {
        let house = Crate::of(rooms.into_iter().chain([(file, source)]));
        let found = complaints(&house);
        for expected in ["belongs to no room", "may not use"] {
            assert!(found.iter().any(|complaint| complaint.contains(expected)), "{file}: {source}");
        }
    }
}

#[test]
fn an_import_that_goes_down_is_none() {
    let house = Crate::of([
        (
            "lib",
            "pub mod ui; pub mod model; pub mod load; pub mod evidence; pub mod app; pub mod cli; pub mod tui;",
        ),
        ("model/mod", "pub struct Event;"),
        ("evidence/mod", "pub struct Anchor; #[cfg(test)] mod tests { use crate::ui::View; }"),
        (
            "load/mod",
            "// use crate::ui::View;\nmod node; use crate::evidence::{self, Anchor}; \"crate::ui::View\";",
        ),
        ("load/node", "use crate::model::Event; #[cfg(test)] mod tests;"),
        ("load/node/tests", "use crate::ui::View;"),
        ("ui", "use crate::model::Event;"),
        ("tui", "briefing "),
        ("cli/mod", "mod browse;"),
        ("cli/browse", "use crate::tui;"),
        ("main", "use frise::cli;"),
    ]);
    assert_eq!(complaints(&house), [""; 0]);
}

#[test]
fn a_circle_is_found_through_what_is_handed_on() {
    let parent = "mod a; mod b; mod c; pub use a::{f, g as h};";
    let circle = |a: &str, b: &str, c: &str| {
        let house = Crate::of([("lib", "mod x;"), ("x/mod", parent), ("x/a", a), ("x/b", b), ("x/c", c)]);
        circles(&house.uses()).into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let a = "pub fn f() {} pub fn g() {}";
    assert_eq!(circle(a, "use super::f;", "use super::b;"), "");
    assert_eq!(circle(&format!("{a} use super::b::t;"), "use super::h; fn t() {}", ""), "x/a x/b");
    assert_eq!(
        circle(&format!("{a} fn i() {{ super::c::t() }}"), "use super::f;", "use super::b; b::t;"),
        "x/a x/b x/c"
    );
    assert_eq!(
        circle(a, "use crate::x::c::t;", "fn t() {} #[cfg(test)] mod tests { use super::super::b::t; }"),
        ""
    );
    assert_eq!(circle(&format!("{a} use super::a::f;"), "use super::a;", "struct a; a::f;"), "");
}

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn the_crate() -> Crate {
    let house = Crate::read(&root());
    assert!(house.files().count() > 10, "the source files are not where they are looked for");
    house
}

/// The files of a circle, and what leads around it.
fn described(circle: &BTreeSet<String>, uses: &BTreeSet<Use>) -> String {
    let is_inside = |used: &&Use| !used.is_module && circle.contains(&used.from) && circle.contains(&used.to);
    let arrows = uses.iter().filter(is_inside).map(|used| format!("    {} uses {}", used.from, used.to));
    let files: Vec<&str> = circle.iter().map(String::as_str).collect();
    format!("a circle of {}:\n{}", files.join(" "), arrows.collect::<Vec<_>>().join("\n"))
}

/// What is wrong with the imports of a crate.
fn complaints(house: &Crate) -> Vec<String> {
    let homeless = house.files().filter(|file| *file != "lib" && room_of(file).is_none());
    let homeless = homeless.map(|file| format!("src/{file}.rs: belongs to no room"));
    let uses = house.uses();
    let forbidden = uses.iter().filter(|used| used.from != "lib" && used.to != "lib").filter_map(|used| {
        let ((room, allowed), (other, _)) = (room_of(&used.from)?, room_of(&used.to)?);
        let may = is_inside(room, other)
            || allowed.split_whitespace().any(|below| is_inside(name_of(&used.to), below));
        (!may).then(|| format!("src/{}.rs: `{room}` may not use `{}`", used.from, name_of(&used.to)))
    });
    homeless.chain(forbidden).collect()
}

/// The innermost room that holds `file`, with the rooms it may use.
fn room_of(file: &str) -> Option<(&'static str, &'static str)> {
    let around = ROOMS.iter().filter(|(room, _)| is_inside(name_of(file), room));
    around.max_by_key(|(room, _)| room.len()).copied()
}

fn name_of(file: &str) -> &str {
    file.trim_end_matches("/mod")
}

fn without_comment(line: &str) -> &str {
    line.find("//").map_or(line, |at| &line[..at])
}
