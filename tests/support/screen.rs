//! A screen as text and as text with its styles.

use std::collections::BTreeMap;
use std::fmt::Write;

use frise::app::State;
use frise::theme::Depth;
use frise::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What `state` looks like.
pub(crate) fn buffer(state: &State, depth: Depth) -> Buffer {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut buffer = Buffer::empty(area);
    ui::draw(state, depth, area, &mut buffer);
    buffer
}

/// The letters on the screen, without blanks at the ends of lines.
pub(crate) fn text(state: &State) -> String {
    lines(&buffer(state, Depth::True)).join("\n")
}

fn lines(buffer: &Buffer) -> Vec<String> {
    let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..buffer.area.height).map(|y| row(y).trim_end().to_owned()).collect()
}

/// The letters on the screen, then one letter for the style of every cell, then what the letters mean.
pub(crate) fn with_styles(state: &State) -> String {
    with_styles_at(state, Depth::True)
}

/// The same on a terminal with so many colours.
pub(crate) fn with_styles_at(state: &State, depth: Depth) -> String {
    let buffer = buffer(state, depth);
    let mut names: BTreeMap<String, char> = BTreeMap::new();
    let mut grid = String::new();
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            let style = format!("{:?} on {:?} {:?}", cell.fg, cell.bg, cell.modifier);
            let next = (b'a' + u8::try_from(names.len()).expect("few styles")) as char;
            grid.push(*names.entry(style).or_insert(next));
        }
        grid.push('\n');
    }
    let mut out = lines(&buffer).join("\n");
    let _ = write!(out, "\n\n{grid}\n");
    let mut legend: Vec<_> = names.into_iter().collect();
    legend.sort_by_key(|(_, letter)| *letter);
    for (style, letter) in legend {
        let _ = writeln!(out, "{letter} {style}");
    }
    out
}
