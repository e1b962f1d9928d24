//! The whole configuration as it is without one, with comments.

use std::fmt::Write;

use crate::command::{COMMANDS, Spec};
use crate::i18n::Lang;
use crate::visible;

const HEAD: &str = "\
# Every setting stands here with its default. To change one, take the # before it away.
# The command line comes before this file, and this file before the environment (LANG, NO_COLOR).

# Language of the screen: \"fr\", \"en\", or \"auto\" for that of the environment.
#language = \"auto\"

# Theme: \"dark\", \"light\", \"high-contrast\", \"plain\", \"auto\" for dark or light as the terminal is, or the
# name of a theme of your own: \"NAME\" is themes/NAME.toml beside this file, and a path is a path.
#theme = \"auto\"

# Whether to draw with ASCII alone: true, false, or \"auto\" for what the locale and the terminal can show.
#ascii = \"auto\"

# Whether to listen to the mouse. With Shift, most terminals select text in any case.
#mouse = true

# Colours: \"always\", \"never\", \"24bit\", \"256\", \"16\", or \"auto\" for what the terminal has, and none where
# NO_COLOR is set.
#color = \"auto\"

# How many seconds a step of a briefing takes, for planning it by the minutes it may last.
#seconds-a-step = 30

# Keys of each command: one, as \"x\", or several, as [\"x\", \"Ctrl-x\"]; [] takes all away. Keys are written j, G, gg,
# Ctrl-d, Alt-x, F2, or by a name: Enter, Esc, Tab, Shift-Tab, Space, Backspace, Delete, Insert, Up, Down, Left,
# Right, Home, End, PageUp, PageDown. Enter, Esc, F1 and Ctrl-c keep their meaning.
#[keys]
";

/// The text of a configuration file that sets nothing and shows what could be set; `place` says in one line where
/// such a file is read.
pub fn defaults(place: &str) -> String {
    let mut text = format!("# {}\n#\n{HEAD}", visible::line(place));
    let entry = |spec: &Spec| {
        let keys: Vec<String> = spec.keys.iter().map(|key| quoted(key)).collect();
        format!("#{} = [{}]", spec.name, keys.join(", "))
    };
    let widest = COMMANDS.iter().map(|spec| entry(spec).chars().count()).max().unwrap_or_default();
    for spec in COMMANDS {
        let _ = writeln!(text, "{:widest$}  # {}", entry(spec), spec.help.in_language(Lang::En));
    }
    text
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::{Config, reader};
    use super::*;

    fn parsed(text: &str) -> Config {
        let (config, problems) = reader::read(Path::new("config.toml"), text);
        assert_eq!(problems, []);
        config
    }

    /// The text with every setting set to what it is anyway.
    fn uncommented(text: &str) -> String {
        let uncommented = |line: &str| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') => rest.to_owned(),
            _ => line.to_owned(),
        };
        text.lines().map(uncommented).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_defaults_are_the_defaults_with_and_without_their_marks() {
        let text = defaults("frise reads this file from /home/me/.config/frise/config.toml");
        assert_eq!(parsed(&text), Config::default());
        let set = uncommented(&text);
        for setting in reader::SETTINGS {
            let stands =
                |line: &str| line.starts_with(&format!("{setting} = ")) || line == format!("[{setting}]");
            assert!(set.lines().any(stands), "{setting} is not set:\n{set}");
        }
        assert_eq!(parsed(&set), Config::default());
        assert!(COMMANDS.iter().all(|spec| set.contains(&format!("\n{} = [", spec.name))));
    }

    #[test]
    fn a_hostile_path_stays_in_its_comment() {
        let text = defaults("/tmp/a\ntheme = \"plain\"\n\x1b[2J/config.toml");
        assert_eq!(parsed(&text), Config::default());
        assert!(!text.contains('\x1b'));
    }
}
