//! What is shown while a large timeline is being read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Options;
use crate::i18n::Words;
use crate::role::Role;
use crate::theme::{Depth, Theme};
use crate::{visible, wrap};

use super::canvas::Canvas;
use super::drawn::Drawn;

/// Says on `area` of `buffer` that the timeline called `name` is being read.
pub fn waiting(name: &str, options: &Options, depth: Depth, area: Rect, buffer: &mut Buffer) -> Drawn {
    let glyphs = options.glyphs.glyphs();
    let mut canvas = Canvas::new(buffer, area, Theme::new(options.theme.first(), depth), glyphs.set);
    canvas.clear();
    let sign = glyphs.ellipsis;
    let words = format!("{} {}{sign}", Words::of(options.lang).reading, visible::line(name));
    let words = wrap::fit(&words, area.width.into(), sign);
    let x = area.width.saturating_sub(u16::try_from(wrap::width(&words)).unwrap_or(area.width)) / 2;
    canvas.text(x, area.height / 2, &words, Role::Dim, area.width - x);
    canvas.point(x, area.height / 2);
    canvas.into_drawn()
}
