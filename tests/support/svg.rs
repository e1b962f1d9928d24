//! A screen as an SVG picture.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

const WIDE: f64 = 8.4;
const HIGH: f64 = 19.0;
const MARGIN: f64 = 14.0;

/// The picture of a screen, the same for the same screen.
pub(crate) fn picture(buffer: &Buffer, title: &str) -> String {
    let (columns, rows) = (f64::from(buffer.area.width), f64::from(buffer.area.height));
    let (width, height) = (columns * WIDE + 2.0 * MARGIN, rows * HIGH + 2.0 * MARGIN);
    let ground = color(buffer[(0, 0)].bg);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" role=\"img\">\n\
         <title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"{ground}\"/>\n\
         <g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
         font-size=\"14\" xml:space=\"preserve\">\n",
        escape(title)
    );
    for y in 0..buffer.area.height {
        for (x, cells) in runs(buffer, y) {
            run(&mut svg, x, y, &cells, &ground);
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// The stretches of a row in one style, each with its first column.
fn runs(buffer: &Buffer, y: u16) -> Vec<(u16, Vec<Cell>)> {
    let mut runs: Vec<(u16, Vec<Cell>)> = Vec::new();
    for x in 0..buffer.area.width {
        let cell = buffer[(x, y)].clone();
        match runs.last_mut() {
            Some((_, cells)) if cells[0].style() == cell.style() => cells.push(cell),
            _ => runs.push((x, vec![cell])),
        }
    }
    runs
}

fn run(svg: &mut String, x: u16, y: u16, cells: &[Cell], ground: &str) {
    let first = &cells[0];
    let (left, top) = (MARGIN + f64::from(x) * WIDE, MARGIN + f64::from(y) * HIGH);
    let wide = columns_wide(cells.len());
    let back = color(first.bg);
    if back != ground {
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{HIGH}\" fill=\"{back}\"/>"
        );
    }
    let text: String = cells.iter().map(Cell::symbol).collect();
    if text.trim().is_empty() {
        return;
    }
    let blank = text.chars().take_while(|c| *c == ' ').count();
    let shown = text.trim_end().chars().skip(blank).collect::<String>();
    let left = left + columns_wide(blank);
    let wide = columns_wide(shown.chars().count());
    let mut look = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
    ] {
        if first.modifier.contains(modifier) {
            look.push_str(attribute);
        }
    }
    let _ = writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
         fill=\"{}\"{look}>{}</text>",
        top + HIGH * 0.74,
        color(first.fg),
        escape(&shown)
    );
}

fn columns_wide(columns: usize) -> f64 {
    f64::from(u16::try_from(columns).expect("no more columns than a screen has")) * WIDE
}

fn color(color: Color) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => panic!("{other:?} has no place in a picture"),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(' ', "\u{a0}")
}
