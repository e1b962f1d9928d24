//! What a user sets: themes, colours, keys; and what is said where it makes no sense.

use frise::app::{Options, State};
use frise::config::Config;
use frise::i18n::Lang;
use frise::keymap::Keymap;
use frise::theme::{ColorChoice, Depth, ThemeChoice, ThemeName};

use crate::support::terminal::Terminal;
use crate::support::{Folder, Run, browser_with, builtin, frise, press, run, screen};

#[test]
fn the_screen_shows_keys_as_they_are_bound() {
    let folder = Folder::with(&[(
        "config.toml",
        "[keys]\nopen = \"Ctrl-Up\"\nhelp = \"Ctrl-y\"\nquit = []\nfold-all = \"j\"\ndown = \"x\"",
    )]);
    let (config, problems) = Config::read(&folder.path().join("config.toml"));
    assert_eq!(problems, []);
    let options = Options { keymap: config.keymap, ..Options::default() };
    let mut state = browser_with(&builtin(), options, (120, 36));
    let footer = |state: &State| screen::text(state).lines().last().unwrap_or_default().to_owned();
    assert!(
        footer(&state).contains("Ctrl-↑ open") && footer(&state).contains("Ctrl-y help"),
        "{}",
        footer(&state)
    );
    assert!(footer(&state).contains("Ctrl-c quit"), "{}", footer(&state));
    press(&mut state, "x Ctrl-y");
    assert_eq!(state.event(), 1);
    let help = screen::text(&state);
    assert!(help.contains("  x  ") && help.contains("Ctrl-↑  Enter"), "{help}");
}

/// A configuration, and each problem as (line, column, message, help).
type Case = (&'static str, &'static [(usize, usize, &'static str, &'static str)]);

const CASES: &[Case] = &[
    ("", &[]),
    ("language = \"fr\"\ntheme = \"light\"\nascii = true\nmouse = false\ncolor = 256\n", &[]),
    ("langage = \"fr\"\n", &[(1, 1, "there is no setting `langage`", "did you mean `language`?")]),
    ("language = \"de\"\n", &[(1, 12, "`language` cannot be `de`", "write one of \"auto\", \"fr\", \"en\"")]),
    ("\nmouse = \"no\"\n", &[(2, 9, "`mouse` is true or false, and this is a text", "write `mouse = true`")]),
    ("color = \"alway\"\n", &[(1, 9, "`color` cannot be `alway`", "did you mean `always`?")]),
    ("theme = \"ligth\"\n", &[(1, 9, "there is no theme `ligth`", "did you mean `light`?")]),
    ("theme = 3\n", &[(1, 9, "`theme` is a text, and this is a number", "write one of \"dark\"")]),
    ("keys = 3\n", &[(1, 8, "`keys` is a table of commands, and this is a number", "write `[keys]`")]),
    ("[keys]\nopne = \"x\"\n", &[(2, 1, "there is no command `opne`", "did you mean `open`?")]),
    (
        "[keys]\nopen = [\"x\", 3, \"enter\"]\n",
        &[
            (2, 14, "`open` takes keys, and this is a number", "write `open = \"x\"`"),
            (2, 17, "`enter` is not a key", "did you mean `Enter`?"),
        ],
    ),
    (
        "[keys]\nopen = [\"x\", \"j\"]\n",
        &[(
            2,
            14,
            "`j` cannot mean `open`: `down` has j Down",
            "choose another key, or give `down` other keys",
        )],
    ),
    ("[keys]\nfold = \"Esc\"\n", &[(2, 8, "`Esc` cannot mean `fold`: `close` has", "keep their meaning")]),
    (
        "language = \nmouse = = true\ntheme = \"light\"\nascii = \"yes\n",
        &[
            (1, 12, "this is not TOML: a value is missing", ""),
            (2, 9, "this is not TOML", ""),
            (4, 13, "this is not TOML", ""),
        ],
    ),
    ("mouse = true\nmouse = false\n", &[(2, 1, "this is not TOML: duplicate key", "")]),
];

#[test]
fn every_problem_of_a_configuration_is_told_at_its_place() {
    for (text, expected) in CASES {
        let folder = Folder::with(&[("config.toml", text)]);
        let (_, problems) = Config::read(&folder.path().join("config.toml"));
        let found: Vec<_> =
            problems.iter().map(|problem| (&problem.at, &problem.message, &problem.help)).collect();
        assert_eq!(found.len(), expected.len(), "{text}: {found:#?}");
        for ((at, message, help), (line, column, expected, expected_help)) in found.into_iter().zip(*expected)
        {
            assert_eq!((at.line, at.column), (*line, *column), "{text}: {message:?}");
            assert!(message.in_language(Lang::En).starts_with(expected), "{text}: {message:?}");
            let help = help.as_ref().map_or("", |help| help.in_language(Lang::En));
            assert!(help.contains(expected_help), "{text}: {help:?}");
        }
    }
}

#[test]
fn on_a_french_screen_every_problem_is_summed_up_in_french() {
    let text = "langage = \"fr\"\n[keys]\nfold = \"j\"\n";
    let folder = Folder::with(&[("config.toml", text)]);
    let (_, problems) = Config::read(&folder.path().join("config.toml"));
    for (lang, has_french) in [(Lang::Fr, true), (Lang::En, false)] {
        let options = Options { lang, problems: problems.as_slice().into(), ..Options::default() };
        let mut state = browser_with(&builtin(), options, (80, 24));
        press(&mut state, "!");
        let shown = screen::text(&state);
        assert_eq!(shown.contains("there is no setting `langage`"), !has_french, "{shown}");
        for french in ["ce réglage n’existe pas", "cette touche sert déjà à autre chose"] {
            assert_eq!(shown.contains(french), has_french, "{shown}");
        }
    }
    for (text, expected) in CASES {
        let folder = Folder::with(&[("config.toml", text)]);
        let (_, problems) = Config::read(&folder.path().join("config.toml"));
        assert_eq!(problems.len(), expected.len());
        for problem in problems {
            let [french, english] = [Lang::Fr, Lang::En].map(|lang| problem.message.in_language(lang));
            assert!(!french.is_empty() && french != english, "{problem:?}");
        }
    }
}

#[test]
fn what_is_right_in_a_broken_configuration_holds() {
    let text = "mouse = = 1\ntheme = \"light\"\ncolor = \"16\"\nascii = 7\nlanguage = \"fr\"\n[keys]\nopen = [\"j\"]\nfold = \"x\"\n";
    let folder = Folder::with(&[("config.toml", text)]);
    let (config, problems) = Config::read(&folder.path().join("config.toml"));
    assert_eq!(problems.len(), 3, "{problems:#?}");
    assert_eq!(config.theme, ThemeChoice::Fixed(ThemeName::Light));
    assert_eq!((config.language, config.ascii, config.mouse), (Some(Lang::Fr), None, true));
    assert_eq!(config.color, ColorChoice::Exactly(Depth::Basic));
    let keymap = Keymap::default();
    let open = frise::command::Command::Open;
    assert_eq!(config.keymap.keys_of(open), keymap.keys_of(open));
    assert_eq!(config.keymap.keys_of(frise::command::Command::Fold), ["x"]);
}

/// What the guide says about settings can be copied as it stands.
#[test]
fn the_examples_of_the_guide_hold() {
    let guide = include_str!("../assets/guide/settings.en.md");
    let blocks: Vec<&str> =
        guide.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let [config, theme] = blocks.as_slice() else { panic!("{blocks:?}") };
    let folder = Folder::with(&[("config.toml", config), ("themes/sepia.toml", theme)]);
    let (config, problems) = Config::read(&folder.path().join("config.toml"));
    assert_eq!(problems, []);
    assert!(matches!(config.theme, ThemeChoice::Fixed(ThemeName::Own(_))));
    for (name, _) in frise::theme::Slot::NAMED {
        assert!(guide.contains(&format!("`{name}`")), "{name} is not in the guide");
    }
}

/// A home with these files, and the program run in it.
fn at_home(files: &[(&str, &str)], arguments: &[&str]) -> Run {
    let home = Folder::with(files);
    run(frise(arguments).env("HOME", home.path()).current_dir(home.path()))
}

#[test]
fn the_configuration_is_found_and_shown() {
    let home = Folder::new();
    let path = home.path().join(".config/frise/config.toml");
    let inside = |arguments: &[&str]| run(frise(arguments).env("HOME", home.path()));
    let printed = inside(&["config"]);
    assert_eq!((printed.code, printed.err.as_str()), (Some(0), ""));
    assert!(printed.out.starts_with(&format!("# frise reads {}, which is not there yet.\n", path.display())));
    assert_eq!(inside(&["config", "--path"]).out, format!("{}\n", path.display()));
    home.write(".config/frise/config.toml", &printed.out);
    let again = inside(&["config"]);
    assert_eq!((again.code, again.err.as_str()), (Some(0), ""));
    assert!(again.out.starts_with(&format!("# frise reads {}.\n", path.display())));

    let elsewhere =
        run(frise(&["config", "--path"]).env("HOME", home.path()).env("FRISE_CONFIG", "/x/y.toml"));
    assert_eq!(elsewhere.out, "/x/y.toml\n");
    let xdg = run(frise(&["config", "--path"]).env("HOME", home.path()).env("XDG_CONFIG_HOME", "/x"));
    assert_eq!(xdg.out, "/x/frise/config.toml\n");
}

#[test]
fn without_a_home_the_defaults_are_printed_all_the_same() {
    let bare = |arguments: &[&str]| run(frise(arguments).env_remove("HOME").env_remove("XDG_CONFIG_HOME"));
    let config = bare(&["config"]);
    assert_eq!(config.code, Some(0), "{}", config.err);
    assert!(config.out.contains("#language = \"auto\"\n"), "{}", config.out);
    assert!(config.out.starts_with("# frise reads no file: there is no home folder"), "{}", config.out);
    assert!(config.out.contains("FRISE_CONFIG names a file") && config.err.is_empty(), "{}", config.err);
    let path = bare(&["config", "--path"]);
    assert_eq!((path.code, path.out.as_str()), (Some(2), ""));
}

#[test]
fn a_broken_configuration_is_told_and_stops_nothing() {
    let broken =
        [(".config/frise/config.toml", "langage = \"fr\"\n[keys]\nfold = \"j\"\ndown = [\"x\", \"Down\"]\n")];
    let config = at_home(&broken, &["config"]);
    assert_eq!(config.code, Some(1));
    assert!(config.out.contains("#language = \"auto\"\n"), "{}", config.out);
    assert!(
        config.err.contains("config.toml:1:1") && config.err.contains("did you mean `language`?"),
        "{}",
        config.err
    );
    let shown = at_home(&broken, &["show"]);
    assert_eq!(shown.code, Some(0));
    assert!(shown.err.contains("has 1 problem, which `frise config` shows"), "{}", shown.err);
    let keys = at_home(&broken, &["keys"]);
    assert!(keys.out.contains("  x  ↓ "), "{}", keys.out);
    let scripts = at_home(&broken, &["show", "--format", "json"]);
    assert_eq!((scripts.code, scripts.err.as_str()), (Some(0), ""));
}

#[test]
fn a_configuration_that_cannot_be_read_is_told() {
    let folder = Folder::new();
    folder.write("latin1.toml", b"language = \"fr\" # \xe9\n");
    for (file, expected) in [("latin1.toml", "it is not UTF-8"), (".", "cannot read this file")] {
        let file = folder.path().join(file);
        let run = run(frise(&["config"]).env("FRISE_CONFIG", &file).env("HOME", folder.path()));
        assert_eq!(run.code, Some(1));
        assert!(run.err.contains(expected), "{}", run.err);
    }
}

#[test]
fn the_language_of_the_configuration_comes_between_command_line_and_environment() {
    let files = [(".config/frise/config.toml", "language = \"fr\"\n")];
    assert!(at_home(&files, &["keys"]).out.starts_with("Se déplacer\n"));
    assert!(at_home(&files, &["keys", "--lang", "en"]).out.starts_with("Move\n"));
}

#[test]
fn a_theme_of_ones_own_is_worn_and_shown_again() {
    let theme = "base = \"light\"\nground = \"#fffff0\"\n";
    let home = Folder::with(&[(".config/frise/themes/mine.toml", theme)]);
    let env = [("HOME", home.path().to_str().unwrap()), ("COLORTERM", "truecolor")];
    let mut terminal = Terminal::start_with(&["--theme", "mine"], 80, 24, &env);
    terminal.wait_for("1961");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(String::from_utf8_lossy(terminal.raw()).contains("48;2;255;255;240"));
}

#[test]
fn a_broken_theme_is_told_and_its_good_parts_are_worn() {
    let home = Folder::with(&[
        (".config/frise/themes/mine.toml", "ground = \"#000000\"\ntext = \"white\"\ndate = \"#333333\"\n"),
        (".config/frise/config.toml", "theme = \"mine\"\n"),
    ]);
    let env = [("HOME", home.path().to_str().unwrap()), ("COLORTERM", "truecolor"), ("LANG", "en_GB.UTF-8")];
    let mut terminal = Terminal::start_with(&[], 100, 30, &env);
    terminal.wait_for("mine.toml:2: `white` is not a colour");
    terminal.send("!");
    terminal.wait_for("colours are written");
    terminal.wait_for("the nearest colour that would do is `date = ");
    terminal.send("q");
    assert!(terminal.end().success());
    let raw = String::from_utf8_lossy(terminal.raw());
    assert!(raw.contains("48;2;0;0;0"), "{raw}");
    let after = raw.rsplit("\x1b[?1049l").next().unwrap();
    assert!(after.contains("mine.toml:2:8") && after.contains("a text needs 7:1"), "{after}");
}

#[test]
fn a_theme_that_is_not_there_is_refused() {
    let run = at_home(&[(".config/frise/themes/sepia.toml", "")], &["--theme", "sepa"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("there is no theme `sepa`") && run.err.contains("did you mean `sepia`?"),
        "{}",
        run.err
    );
}

#[test]
fn a_terminal_without_a_screen_gets_plain_text_and_a_word() {
    for (term, said) in [("dumb", "TERM=dumb"), ("", "TERM, which is not set,")] {
        let env = [("TERM", term), ("LANG", "en_GB.UTF-8")];
        let mut terminal = Terminal::start_with(&["--at", "1961"], 200, 50, &env);
        assert!(terminal.end().success());
        let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
        assert!(raw.contains("June 2024") && raw.contains(&format!("note: {said}")), "{raw}");
        assert!(!raw.contains('\x1b'), "{raw:?}");
    }
}

#[test]
fn the_linux_console_gets_ascii_and_sixteen_colors() {
    let mut terminal = Terminal::start_with(&[], 80, 24, &[("TERM", "linux"), ("LANG", "en_GB.UTF-8")]);
    terminal.wait_for("2000-2001");
    terminal.wait_until("the verdict", |screen| screen.contains("= 144 word for word"));
    terminal.send("q");
    assert!(terminal.end().success());
    let raw = String::from_utf8_lossy(terminal.raw());
    assert!(raw.contains("\x1b[33m") && !raw.contains("38;5;"), "{raw:?}");
    assert!(!raw.contains("38;2;") && !raw.contains("48;"), "{raw:?}");
}

#[test]
fn colors_asked_for_come_before_no_color() {
    for (arguments, config, has_color) in [
        (&["--color", "256"][..], "", true),
        (&["--color", "always"], "", true),
        (&[], "color = \"always\"\n", true),
        (&["--color", "never"], "color = \"always\"\n", false),
        (&["--color", "auto"], "color = \"always\"\n", false),
        (&["--theme", "plain", "--color", "256"], "", false),
    ] {
        let home = Folder::with(&[(".config/frise/config.toml", config)]);
        let env = [("NO_COLOR", "1"), ("HOME", home.path().to_str().unwrap())];
        let mut terminal = Terminal::start_with(arguments, 80, 24, &env);
        terminal.wait_for("1961");
        terminal.send("q");
        terminal.end();
        let raw = String::from_utf8_lossy(terminal.raw());
        assert_eq!(raw.contains("\x1b[38;5;"), has_color, "{arguments:?} {config:?}");
    }
}

#[test]
fn the_hint_comes_once() {
    let home = Folder::new();
    let env = [("HOME", home.path().to_str().unwrap()), ("LANG", "en_GB.UTF-8")];
    let hint = "the quotes, then the article";
    let mut terminal = Terminal::start_with(&[], 80, 24, &env);
    terminal.wait_for(hint);
    terminal.send("jkj");
    terminal.wait_until("no hint", |screen| !screen.contains(hint));
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(home.path().join(".local/state/frise/seen").exists());
    let mut terminal = Terminal::start_with(&[], 80, 24, &env);
    terminal.wait_for("1961");
    terminal.send("q");
    assert!(terminal.end().success());
    assert!(!String::from_utf8_lossy(terminal.raw()).contains(hint));
}

#[test]
fn without_a_home_nothing_is_missed() {
    let run = run(frise(&["show"]).env_remove("HOME"));
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let config = Folder::with(&[(".config/frise/config.toml", "language = \"fr\"\n")]).run(&["keys"]);
    assert!(config.out.starts_with("Move\n"), "an empty HOME is no folder to read from: {}", config.out);
    let mut terminal = Terminal::start_with(&[], 80, 24, &[("HOME", "")]);
    terminal.wait_for("1961");
    terminal.send("q");
    assert!(terminal.end().success());
}

#[test]
fn a_configuration_is_begun_where_there_is_none() {
    let folder = Folder::new();
    let file = folder.path().join("new/config.toml");
    let config = |arguments: &[&str]| {
        let mut command = frise(&["config"]);
        run(command.args(arguments).env("FRISE_CONFIG", &file))
    };
    let begun = config(&["--init"]);
    assert_eq!((begun.code, begun.out.as_str(), begun.err.as_str()), (Some(0), "", ""));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), config(&[]).out);
    std::fs::write(&file, "language = \"fr\"\n").unwrap();
    let again = config(&["--init"]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "language = \"fr\"\n");
}
