//! The signs the screen is drawn with.

/// One set of signs. Every sign is one column wide.
#[derive(Debug)]
pub struct Glyphs {
    /// Anchor marks (see [`crate::evidence::Anchor`]).
    pub exact: &'static str,
    /// Anchored after folding typography.
    pub typographic: &'static str,
    /// Anchored with marked cuts.
    pub elided: &'static str,
    /// Stands in several places.
    pub ambiguous: &'static str,
    /// Stands nowhere.
    pub orphan: &'static str,
    /// Not checked yet.
    pub pending: &'static str,
    /// The bar on the left of a quote.
    pub bar: &'static str,
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
    /// From one place of a route to the next.
    pub route: &'static str,
    /// Before a line being typed.
    pub prompt: &'static str,
}

/// The signs of an ordinary Unicode terminal.
pub const UNICODE: Glyphs = Glyphs {
    exact: "✓",
    typographic: "≈",
    elided: "✂",
    ambiguous: "?",
    orphan: "✗",
    pending: "·",
    bar: "▎",
    selected: "▌",
    folded: "▸",
    unfolded: "▾",
    moment: "◆",
    certain: "━",
    possible: "▒",
    line: "─",
    tick: "┴",
    pointer: "▲",
    divider: "│",
    rule: "─",
    dot: "·",
    ellipsis: "…",
    route: "→",
    prompt: "›",
};

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn every_sign_is_one_column_wide() {
        let g = &UNICODE;
        let all = [
            g.exact,
            g.typographic,
            g.elided,
            g.ambiguous,
            g.orphan,
            g.pending,
            g.bar,
            g.selected,
            g.folded,
            g.unfolded,
            g.moment,
            g.certain,
            g.possible,
            g.line,
            g.tick,
            g.pointer,
            g.divider,
            g.rule,
            g.dot,
            g.ellipsis,
            g.route,
            g.prompt,
        ];
        for sign in all {
            assert_eq!(sign.width(), 1, "{sign:?}");
        }
    }
}
