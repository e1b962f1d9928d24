//! What is shown while a large timeline is being read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::state::options::Options;
use crate::i18n::Words;
use crate::role::Role;
use crate::theme::{Depth, Theme};
use crate::{visible, wrap};

use super::canvas::Canvas;
use super::drawn::Drawn;

/// Says on `area` of `buffer` that the timeline called `name` is being read.
pub fn waiting(name: &str, options: &Options, depth: Depth, area: Rect, buffer: &mut Buffer) -> Drawn {
    let sign = options.glyphs.glyphs().ellipsis;
    let words = format!("{} {}{sign}", Words::of(options.lang).reading, visible::line(name));
    centered(&words, options, depth, area, buffer)
}

/// Why there is no briefing to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pending {
    /// None has begun.
    NoBriefing,
    /// The one that was followed is over.
    Over,
    /// One is given by another version of the program.
    OtherVersion,
    /// It cannot be shown, for this reason.
    Failed(String),
}

/// Says on `area` of `buffer` why there is no briefing to follow.
pub fn pending(pending: &Pending, options: &Options, depth: Depth, area: Rect, buffer: &mut Buffer) -> Drawn {
    let words = Words::of(options.lang);
    match pending {
        Pending::NoBriefing => centered(words.no_briefing, options, depth, area, buffer),
        Pending::Over => centered(words.briefing_over, options, depth, area, buffer),
        Pending::OtherVersion => centered(words.other_version, options, depth, area, buffer),
        Pending::Failed(reason) => {
            let words = format!("{} {}", words.not_followed, visible::line(reason));
            centered(&words, options, depth, area, buffer)
        }
    }
}

/// Draws some words in the middle.
fn centered(words: &str, options: &Options, depth: Depth, area: Rect, buffer: &mut Buffer) -> Drawn {
    let glyphs = options.glyphs.glyphs();
    let mut canvas = Canvas::new(buffer, area, Theme::new(options.theme.first(), depth), glyphs.set);
    canvas.clear();
    let lines = wrap::lines(words, usize::from(area.width).saturating_sub(4));
    let top = (area.height / 2).saturating_sub(u16::try_from(lines.len() / 2).unwrap_or_default());
    for (line, y) in lines.into_iter().zip(top..area.height) {
        let line = wrap::fit(&words[line], area.width.into(), glyphs.ellipsis);
        let x = area.width.saturating_sub(u16::try_from(wrap::width(&line)).unwrap_or(area.width)) / 2;
        canvas.text(x, y, &line, Role::Dim, area.width - x);
        canvas.point(x, y);
    }
    canvas.into_drawn()
}
