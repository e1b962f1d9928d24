//! Cells as the bytes that make a terminal show them.
//!
//! Only what changes from one cell to the next is sent: on a slow line, and in a first frame, length is what
//! one waits for.

use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute, SetBackgroundColor, SetForegroundColor};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::link;
use crate::ui::Link;

/// The attributes that roles use, with what turns them on.
const ATTRIBUTES: [(Modifier, Attribute); 5] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

/// The attributes that show on a blank, too.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How the terminal would draw the next letter.
#[derive(Clone, Copy, PartialEq)]
struct Pen {
    fore: Color,
    back: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen { fore: Color::Reset, back: Color::Reset, modifier: Modifier::empty() };

/// Writes `cells`, each with its column and row, to a terminal whose pen is plain; it is plain again after. Those
/// that one of `links` covers lead to its address.
pub(super) fn cells<'a>(
    out: &mut impl Write,
    cells: impl IntoIterator<Item = (u16, u16, &'a Cell)>,
    links: &[Link],
) -> io::Result<()> {
    let mut pen = PLAIN;
    let mut at = None;
    let mut linked = None;
    for (x, y, cell) in cells {
        if at != Some((x, y)) {
            queue!(out, MoveTo(x, y))?;
        }
        follow(out, &mut linked, links.iter().position(|link| link.covers(x, y)), links)?;
        let wanted = Pen { fore: cell.fg, back: cell.bg, modifier: cell.modifier };
        let symbol = cell.symbol();
        if symbol != " " || !draws_same_blank(pen, wanted) {
            take_up(out, &mut pen, wanted)?;
        }
        out.write_all(symbol.as_bytes())?;
        let wide = if symbol.len() == 1 { 1 } else { u16::try_from(symbol.width()).unwrap_or(1) };
        at = Some((x + wide, y));
    }
    follow(out, &mut linked, None, links)?;
    take_up(out, &mut pen, PLAIN)
}

/// Whether a blank looks the same in both: it has no lines that a colour or a weight would show on.
fn draws_same_blank(one: Pen, other: Pen) -> bool {
    one.back == other.back && !(one.modifier | other.modifier).intersects(ON_BLANKS)
}

/// Goes from inside one link to inside another, or outside of any.
fn follow(
    out: &mut impl Write,
    linked: &mut Option<usize>,
    wanted: Option<usize>,
    links: &[Link],
) -> io::Result<()> {
    if *linked == wanted {
        return Ok(());
    }
    *linked = wanted;
    let begin = wanted.and_then(|index| link::begin(&links[index]));
    out.write_all(begin.as_deref().unwrap_or(link::END).as_bytes())
}

fn take_up(out: &mut impl Write, pen: &mut Pen, wanted: Pen) -> io::Result<()> {
    if *pen == wanted {
        return Ok(());
    }
    if wanted == PLAIN || !wanted.modifier.contains(pen.modifier) {
        // Terminals disagree about how a single attribute is taken off; they all know how to take off all.
        queue!(out, SetAttribute(Attribute::Reset))?;
        *pen = PLAIN;
    }
    for (modifier, attribute) in ATTRIBUTES {
        if wanted.modifier.contains(modifier) && !pen.modifier.contains(modifier) {
            queue!(out, SetAttribute(attribute))?;
        }
    }
    if wanted.fore != pen.fore {
        queue!(out, SetForegroundColor(wanted.fore.into_crossterm()))?;
    }
    if wanted.back != pen.back {
        queue!(out, SetBackgroundColor(wanted.back.into_crossterm()))?;
    }
    *pen = wanted;
    Ok(())
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn cell(symbol: &str, style: Style) -> Cell {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol).set_style(style);
        cell
    }

    #[test]
    fn only_what_changes_is_sent() {
        let red = Style::new().fg(Color::Indexed(1));
        let cells = [
            (2, 0, cell("a", red)),
            (3, 0, cell("朝", red)),
            (5, 0, cell("b", red.add_modifier(Modifier::BOLD))),
            (6, 0, cell("c", red)),
            (0, 1, cell("d", Style::new())),
        ];
        let mut bytes: Vec<u8> = Vec::new();
        super::cells(&mut bytes, cells.iter().map(|(x, y, cell)| (*x, *y, cell)), &[]).unwrap();
        let expected = "\x1b[1;3H\x1b[38;5;1ma朝\x1b[1mb\x1b[0m\x1b[38;5;1mc\x1b[2;1H\x1b[0md";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }

    #[test]
    fn a_blank_needs_no_other_pen_than_what_shows_on_it() {
        let (red, bold) = (Style::new().fg(Color::Indexed(1)), Style::new().add_modifier(Modifier::BOLD));
        let cells = [
            cell("a", red),
            cell(" ", bold),
            cell("b", red),
            cell(" ", red.bg(Color::Indexed(2))),
            cell(" ", red.add_modifier(Modifier::UNDERLINED)),
        ];
        let mut bytes: Vec<u8> = Vec::new();
        super::cells(&mut bytes, (0..).zip(&cells).map(|(x, cell)| (x, 0, cell)), &[]).unwrap();
        let expected = "\x1b[1;1H\x1b[38;5;1ma b\x1b[48;5;2m \x1b[4m\x1b[49m \x1b[0m";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }

    #[test]
    fn a_link_is_opened_and_closed() {
        let plain = cell("a", Style::new());
        let link = Link { x: 1, y: 0, width: 2, url: "https://a.org".into(), number: 3 };
        let cells = (0..4).map(|x| (x, 0, &plain));
        let mut bytes: Vec<u8> = Vec::new();
        super::cells(&mut bytes, cells, &[link]).unwrap();
        let expected = "\x1b[1;1Ha\x1b]8;id=frise-3;https://a.org\x1b\\aa\x1b]8;;\x1b\\a";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }
}
