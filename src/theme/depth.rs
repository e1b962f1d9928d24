//! How many colours a terminal shows.

/// How many colours the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// 24 bits.
    True,
    /// The 256 of xterm.
    Indexed,
    /// The 16 of old.
    Basic,
    /// None; only bold, dim, underlined and reversed.
    None,
}

/// How many colours somebody asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorChoice {
    /// As many as the terminal has, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// As many as the terminal has, whatever `NO_COLOR` says.
    Always,
    /// This many, whatever the environment says.
    Exactly(Depth),
}

impl ColorChoice {
    /// Every choice with its name, as it is written on the command line and in the configuration.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("auto", Self::Auto),
        ("always", Self::Always),
        ("never", Self::Exactly(Depth::None)),
        ("24bit", Self::Exactly(Depth::True)),
        ("256", Self::Exactly(Depth::Indexed)),
        ("16", Self::Exactly(Depth::Basic)),
    ];

    /// The choice called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, choice)| *choice)
    }

    /// The colours there are then on a terminal described by the variables of the environment.
    pub fn depth(self, get: impl Fn(&str) -> Option<String>) -> Depth {
        match self {
            // https://no-color.org: present and not empty.
            Self::Auto if get("NO_COLOR").is_some_and(|value| !value.is_empty()) => Depth::None,
            Self::Auto => Depth::of_terminal(get),
            Self::Always => match Depth::of_terminal(get) {
                Depth::None => Depth::Basic,
                depth => depth,
            },
            Self::Exactly(depth) => depth,
        }
    }
}

/// Terminals that show 24 bits and say so by their name alone, which is all that comes through ssh.
const TRUE: [&str; 6] = ["kitty", "alacritty", "ghostty", "wezterm", "foot", "contour"];

impl Depth {
    /// What `TERM`, `COLORTERM` and `TMUX` say of the terminal.
    pub fn of_terminal(get: impl Fn(&str) -> Option<String>) -> Self {
        let term = get("TERM").unwrap_or_default();
        let colorterm = get("COLORTERM").unwrap_or_default();
        // GNU screen hands on the COLORTERM of the terminal it runs in, but not its 24 bits; tmux makes of
        // them what that terminal has.
        let keeps_colors = !term.starts_with("screen") || get("TMUX").is_some_and(|tmux| !tmux.is_empty());
        let says_true = matches!(&*colorterm, "truecolor" | "24bit") && keeps_colors;
        match &*term {
            "" if cfg!(windows) => Self::True,
            "" | "dumb" | "unknown" => Self::None,
            _ if term.starts_with("vt") || term.ends_with("-m") || term.ends_with("-mono") => Self::None,
            _ if says_true || term.ends_with("-direct") => Self::True,
            _ if TRUE.iter().any(|name| term.contains(name)) => Self::True,
            _ if term.contains("256color") => Self::Indexed,
            _ => Self::Basic,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(choice: &str, vars: &[(&str, &str)]) -> Depth {
        let get = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        ColorChoice::from_name(choice).unwrap().depth(get)
    }

    #[test]
    fn the_environment_tells_the_depth() {
        for (vars, expected) in [
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")][..], Depth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "24bit")], Depth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "yes")], Depth::Indexed),
            (&[("TERM", "xterm-direct")], Depth::True),
            (&[("TERM", "xterm-kitty")], Depth::True),
            (&[("TERM", "xterm-256color")], Depth::Indexed),
            (&[("TERM", "tmux-256color")], Depth::Indexed),
            (&[("TERM", "tmux-256color"), ("COLORTERM", "truecolor")], Depth::True),
            (&[("TERM", "screen-256color"), ("COLORTERM", "truecolor")], Depth::Indexed),
            (&[("TERM", "screen"), ("COLORTERM", "truecolor")], Depth::Basic),
            (&[("TERM", "screen"), ("COLORTERM", "truecolor"), ("TMUX", "/tmp/s")], Depth::True),
            (&[("TERM", "xterm")], Depth::Basic),
            (&[("TERM", "linux")], Depth::Basic),
            (&[("TERM", "vt100")], Depth::None),
            (&[("TERM", "xterm-mono")], Depth::None),
            (&[("TERM", "dumb")], Depth::None),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], Depth::None),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "")], Depth::Indexed),
        ] {
            assert_eq!(depth("auto", vars), expected, "{vars:?}");
        }
    }

    #[cfg(not(windows))]
    #[test]
    fn a_terminal_without_a_name_has_no_colors() {
        assert_eq!(depth("auto", &[]), Depth::None);
        assert_eq!(depth("auto", &[("COLORTERM", "truecolor")]), Depth::None);
    }

    #[test]
    fn who_asks_for_colors_gets_them() {
        let no_color = ("NO_COLOR", "1");
        assert_eq!(depth("always", &[("TERM", "xterm-256color"), no_color]), Depth::Indexed);
        assert_eq!(depth("always", &[("TERM", "dumb")]), Depth::Basic);
        assert_eq!(depth("24bit", &[("TERM", "vt100"), no_color]), Depth::True);
        assert_eq!(depth("256", &[no_color]), Depth::Indexed);
        assert_eq!(depth("16", &[("TERM", "xterm-direct")]), Depth::Basic);
        assert_eq!(depth("never", &[("TERM", "xterm-direct")]), Depth::None);
        assert_eq!(ColorChoice::from_name("none"), None);
    }
}
