//! The signs the screen is drawn with, in two sets: one for an ordinary terminal, one of ASCII alone.
//!
//! ASCII is for what the program draws. Where it draws with ASCII, the typography of words (apostrophes,
//! quote marks, dashes, spaces) is drawn by its ASCII cousins too, see [`GlyphSet::cousin`]; but letters keep
//! their accents, and the words of a quote and of an article stay as they are, for they are the evidence.

use crate::evidence::Anchor;

/// Which signs the screen is drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlyphSet {
    /// Those of an ordinary terminal.
    #[default]
    Unicode,
    /// ASCII alone.
    Ascii,
}

impl GlyphSet {
    /// The signs.
    pub const fn glyphs(self) -> &'static Glyphs {
        match self {
            Self::Unicode => &UNICODE,
            Self::Ascii => &ASCII,
        }
    }

    /// The set that suits a terminal described by the variables of the environment: ASCII where the locale
    /// names a charset other than UTF-8, where `LC_ALL` asks for `C` or `POSIX`, and on the Linux console, whose fonts
    /// lack half of the signs. Otherwise a locale without a charset (`LANG=C`, none at all) says nothing: containers
    /// have none, and terminals today take UTF-8.
    pub fn from_env(get: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| get(name).filter(|value: &String| !value.is_empty());
        let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")).unwrap_or_default();
        let charset = locale.split_once('.').map(|(_, rest)| rest.split('@').next().unwrap_or(rest));
        let is_utf8 = |charset: &str| charset.replace('-', "").eq_ignore_ascii_case("utf8");
        let is_plain = set("LC_ALL").is_some_and(|locale| locale == "C" || locale == "POSIX");
        let is_console = get("TERM").is_some_and(|term| term == "linux");
        if is_console || is_plain || charset.is_some_and(|charset| !is_utf8(charset)) {
            Self::Ascii
        } else {
            Self::Unicode
        }
    }

    /// What is drawn for a sign of typography: with ASCII signs its cousin of the same width, else itself.
    pub fn cousin(self, sign: &str) -> &str {
        match (self, sign) {
            (Self::Unicode, sign) => sign,
            (_, "\u{a0}" | "\u{202f}" | "\u{2009}" | "\u{2007}") => " ",
            (_, "’" | "‘" | "‚" | "′") => "'",
            (_, "“" | "”" | "„" | "″") => "\"",
            (_, "–" | "—" | "−" | "‐" | "‑" | "‒" | "―") => "-",
            (_, "…" | "·" | "•") => ASCII.dot,
            (_, "×") => "x",
            (_, "±") => "~",
            (_, "→") => ASCII.route,
            (_, sign) => sign,
        }
    }
}

/// One set of signs. Every sign is one column wide but the ellipsis, which takes three in ASCII.
#[derive(Debug)]
pub struct Glyphs {
    /// The set these are.
    pub set: GlyphSet,
    /// Anchor marks (see [`crate::evidence::Anchor`]).
    pub exact: &'static str,
    /// Anchored after folding typography.
    pub typographic: &'static str,
    /// Anchored after joining what line ends tore.
    pub joined: &'static str,
    /// Anchored with marked cuts.
    pub elided: &'static str,
    /// Anchored with words of the curator's in brackets.
    pub altered: &'static str,
    /// Stands in several places.
    pub ambiguous: &'static str,
    /// Stands nowhere.
    pub orphan: &'static str,
    /// Not checked yet.
    pub pending: &'static str,
    /// The bar on the left of a quote.
    pub bar: &'static str,
    /// Before the number of origins.
    pub origins: &'static str,
    /// The mark of the selected row.
    pub selected: &'static str,
    /// An event whose subevents are folded away.
    pub folded: &'static str,
    /// An event whose subevents are shown.
    pub unfolded: &'static str,
    /// A moment on the axis.
    pub moment: &'static str,
    /// Certain time on the axis.
    pub certain: &'static str,
    /// Possible time on the axis.
    pub possible: &'static str,
    /// A moment on the axis whose date is in doubt.
    pub doubtful: &'static str,
    /// Several moments in one column of the axis.
    pub several: &'static str,
    /// A bar on the axis that begins while another one goes on.
    pub begins: &'static str,
    /// From few events in a column of the axis to the most.
    pub density: [&'static str; 8],
    /// A moment inside an event, on the line of the axis.
    pub inner_moment: &'static str,
    /// The time of an event inside another, on the line of the axis.
    pub inner_bar: &'static str,
    /// Under the beginning of the selected bar.
    pub corner_left: &'static str,
    /// Under its end.
    pub corner_right: &'static str,
    /// There is more to the left.
    pub earlier: &'static str,
    /// There is more to the right.
    pub later: &'static str,
    /// The line of the axis.
    pub line: &'static str,
    /// A tick on that line.
    pub tick: &'static str,
    /// Points up at the selected event.
    pub pointer: &'static str,
    /// Between two panes.
    pub divider: &'static str,
    /// Under a header.
    pub rule: &'static str,
    /// Before a silence, between parts of a line.
    pub dot: &'static str,
    /// Where text was cut for want of room.
    pub ellipsis: &'static str,
    /// From one place of a route to the next; before what to do about a problem.
    pub route: &'static str,
    /// The text goes on above.
    pub above: &'static str,
    /// The text goes on below.
    pub below: &'static str,
    /// Before the name of who speaks.
    pub dash: &'static str,
    /// In the place of a date that a class guesses.
    pub covered: &'static str,
    /// Before a line being typed.
    pub prompt: &'static str,
    /// A step of a slide that is revealed.
    pub step_done: &'static str,
    /// One that is not.
    pub step_ahead: &'static str,
    /// An event that has not been told yet, on the line of time under a slide.
    pub untold: &'static str,
    /// That line where nothing has been told yet.
    pub ahead: &'static str,
    /// Where a briefing should be by now.
    pub due: &'static str,
}

impl Glyphs {
    /// The sign of an anchor; `None` is one not checked yet.
    pub fn of_anchor(&self, anchor: Option<&Anchor>) -> &'static str {
        match anchor {
            None => self.pending,
            Some(Anchor::Exact(_)) => self.exact,
            Some(Anchor::Typographic(_)) => self.typographic,
            Some(Anchor::Joined(_)) => self.joined,
            Some(Anchor::Elided(_)) => self.elided,
            Some(Anchor::Altered(_)) => self.altered,
            Some(Anchor::Ambiguous(_)) => self.ambiguous,
            Some(Anchor::Orphan(_)) => self.orphan,
        }
    }
}

/// The signs of an ordinary Unicode terminal.
pub static UNICODE: Glyphs = Glyphs {
    set: GlyphSet::Unicode,
    exact: "✓",
    typographic: "≈",
    // A tie, which monospaced fonts have; `⋈` and `⁀` they mostly have not.
    joined: "‿",
    elided: "✂",
    altered: "✎",
    ambiguous: "?",
    orphan: "✗",
    pending: "·",
    bar: "▎",
    origins: "⊙",
    selected: "▌",
    folded: "▸",
    unfolded: "▾",
    moment: "◆",
    certain: "━",
    possible: "▒",
    doubtful: "◇",
    several: "◈",
    begins: "┣",
    density: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    inner_moment: "•",
    inner_bar: "═",
    corner_left: "╰",
    corner_right: "╯",
    earlier: "‹",
    later: "›",
    line: "─",
    tick: "┴",
    pointer: "▲",
    divider: "│",
    rule: "─",
    dot: "·",
    ellipsis: "…",
    route: "→",
    above: "↑",
    below: "↓",
    dash: "—",
    covered: "▒",
    prompt: "›",
    step_done: "●",
    step_ahead: "○",
    untold: "○",
    ahead: "┄",
    due: "┃",
};

/// The signs of a terminal that has nothing but ASCII.
pub static ASCII: Glyphs = Glyphs {
    set: GlyphSet::Ascii,
    exact: "=",
    typographic: "~",
    joined: "_",
    elided: "%",
    altered: "a",
    ambiguous: "?",
    orphan: "x",
    pending: ",",
    bar: "|",
    origins: "@",
    selected: ">",
    folded: "+",
    unfolded: "-",
    moment: "*",
    certain: "#",
    possible: ":",
    doubtful: "o",
    several: "&",
    begins: "[",
    density: [".", ":", ";", "i", "l", "I", "H", "M"],
    inner_moment: "'",
    inner_bar: "\"",
    corner_left: "\\",
    corner_right: "/",
    earlier: "<",
    later: ">",
    line: "-",
    tick: "+",
    pointer: "^",
    divider: ":",
    rule: "-",
    dot: ".",
    ellipsis: "...",
    route: ">",
    above: "^",
    below: "v",
    dash: "-",
    covered: "#",
    prompt: ">",
    step_done: "*",
    step_ahead: "o",
    untold: "0",
    ahead: ".",
    due: "|",
};

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn marks(g: &Glyphs) -> Vec<&str> {
        vec![g.exact, g.typographic, g.joined, g.elided, g.altered, g.ambiguous, g.orphan, g.pending]
    }

    fn of_the_axis(g: &Glyphs) -> Vec<&str> {
        let signs = [g.moment, g.certain, g.possible, g.doubtful, g.several, g.begins];
        let inner = [g.inner_moment, g.inner_bar, g.untold, g.ahead];
        let around = [g.corner_left, g.corner_right, g.earlier, g.later, g.line, g.tick, g.pointer];
        signs.into_iter().chain(inner).chain(around).collect()
    }

    fn of_the_panes(g: &Glyphs) -> Vec<&str> {
        vec![
            g.bar, g.origins, g.selected, g.folded, g.unfolded, g.divider, g.dot, g.ellipsis, g.above,
            g.below,
        ]
    }

    /// Signs that stand side by side and mean different things.
    fn families(g: &Glyphs) -> [Vec<&str>; 3] {
        [marks(g), of_the_axis(g), of_the_panes(g)]
    }

    fn all(g: &Glyphs) -> Vec<&str> {
        families(g).concat().into_iter().chain([g.rule, g.route, g.dash, g.prompt]).chain(g.density).collect()
    }

    #[test]
    fn every_sign_is_one_column_wide() {
        for glyphs in [&UNICODE, &ASCII] {
            for sign in all(glyphs).into_iter().filter(|sign| *sign != glyphs.ellipsis) {
                assert_eq!(sign.width(), 1, "{sign:?}");
            }
        }
    }

    #[test]
    fn ascii_is_ascii() {
        for sign in all(&ASCII) {
            assert!(!sign.is_empty() && sign.is_ascii(), "{sign:?}");
        }
    }

    /// How a quote stands is never told by a sign that means something else elsewhere.
    #[test]
    fn no_mark_is_the_sign_of_anything_else() {
        let others = [of_the_axis(&ASCII), of_the_panes(&ASCII), ASCII.density.to_vec()].concat();
        for mark in marks(&ASCII) {
            assert!(!others.contains(&mark), "{mark:?}");
        }
    }

    #[test]
    fn no_two_signs_of_a_family_are_alike() {
        for glyphs in [&UNICODE, &ASCII] {
            for family in families(glyphs) {
                for (index, sign) in family.iter().enumerate() {
                    assert!(!family[..index].contains(sign), "{sign:?} in {family:?}");
                }
            }
        }
    }

    #[test]
    fn a_cousin_is_ascii_and_as_wide() {
        for sign in ["\u{a0}", "\u{202f}", "’", "“", "–", "—", "−", "…", "·", "×", "±", "→"]
        {
            let cousin = GlyphSet::Ascii.cousin(sign);
            assert!(cousin.is_ascii() && cousin.width() == 1, "{sign:?}");
            assert_eq!(GlyphSet::Unicode.cousin(sign), sign);
        }
        for letter in ["é", "a", "«", "œ", "朝"] {
            assert_eq!(GlyphSet::Ascii.cousin(letter), letter);
        }
    }

    #[test]
    fn the_environment_tells_the_set() {
        use GlyphSet::{Ascii, Unicode};
        for (vars, set) in [
            (&[][..], Unicode),
            (&[("LANG", "C")], Unicode),
            (&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")], Ascii),
            (&[("LC_ALL", "POSIX")], Ascii),
            (&[("LC_ALL", "C.UTF-8")], Unicode),
            (&[("LANG", "POSIX"), ("TERM", "xterm")], Unicode),
            (&[("LANG", "fr_FR")], Unicode),
            (&[("LANG", "fr_FR.UTF-8")], Unicode),
            (&[("LANG", "C.utf8")], Unicode),
            (&[("LANG", "fr_FR.ISO-8859-15@euro")], Ascii),
            (&[("LANG", "fr_FR.UTF-8"), ("LC_CTYPE", "fr_FR.ISO8859-1")], Ascii),
            (&[("LANG", "fr_FR.ISO8859-1"), ("LC_ALL", "en_GB.UTF-8")], Unicode),
            (&[("LANG", "fr_FR.ISO8859-1"), ("LC_ALL", "")], Ascii),
            (&[("LANG", "fr_FR.UTF-8"), ("TERM", "linux")], Ascii),
        ] {
            let get = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(GlyphSet::from_env(get), set, "{vars:?}");
        }
    }
}
