//! A console that shows sequences as letters, as wine's does though it promises otherwise: frames are made of calls.

use std::io::{self, Write};
use std::sync::OnceLock;

use crossterm::Command;
use crossterm::cursor::{self, Hide, MoveTo, Show};
use crossterm::style::{Color, SetBackgroundColor, SetForegroundColor};
use crossterm::terminal::{Clear, ClearType};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Whether the console is such a one. Found out once, by a sequence that moves the cursor nowhere.
pub(super) fn is_plain() -> bool {
    static IS_PLAIN: OnceLock<bool> = OnceLock::new();
    *IS_PLAIN.get_or_init(|| {
        crossterm::ansi_support::supports_ansi();
        let Ok(before) = cursor::position() else { return false };
        let is_plain = put("\x1b[0m").is_ok() && cursor::position().is_ok_and(|after| after != before);
        if is_plain {
            let _ = put("\r    \r");
        }
        is_plain
    })
}

fn put(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// Shows what `bytes` would show on a terminal that knows sequences.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let text = String::from_utf8_lossy(bytes);
    let mut pen = Pen { at: cursor::position().unwrap_or_default(), size: crossterm::terminal::size()? };
    let mut rest = &*text;
    while !rest.is_empty() {
        let end = rest.find('\x1b').unwrap_or(rest.len());
        pen.put(&rest[..end])?;
        rest = &rest[end..];
        if let Some(sequence) = rest.strip_prefix("\x1b[") {
            let is_last = |c: char| matches!(c, '\x40'..='\x7e');
            let Some(end) = sequence.find(is_last) else { break };
            pen.control(&sequence[..end], &sequence[end..=end])?;
            rest = &sequence[end + 1..];
        } else if rest.starts_with("\x1b]") {
            // Links and the like.
            rest = rest.split_once("\x1b\\").map_or("", |(_, rest)| rest);
        } else {
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    Ok(())
}

/// Where the next letter goes, on a console of so many columns and rows.
struct Pen {
    at: (u16, u16),
    size: (u16, u16),
}

impl Pen {
    fn put(&mut self, text: &str) -> io::Result<()> {
        let (columns, rows) = self.size;
        let mut room = usize::from(columns.saturating_sub(self.at.0));
        if self.at.1 + 1 >= rows {
            // A letter in the last place of all would move everything up.
            room = room.saturating_sub(1);
        }
        let mut fitting = String::new();
        for grapheme in text.graphemes(true) {
            let width = grapheme.width();
            if width > room {
                break;
            }
            room -= width;
            self.at.0 += u16::try_from(width).unwrap_or_default();
            fitting.push_str(grapheme);
        }
        if fitting.is_empty() { Ok(()) } else { put(&fitting) }
    }

    fn control(&mut self, parameters: &str, last: &str) -> io::Result<()> {
        match (parameters, last) {
            (_, "H") => {
                let mut numbers = parameters.split(';').map(|number| number.parse::<u16>().unwrap_or(1));
                let mut next = || numbers.next().unwrap_or(1).saturating_sub(1);
                let (row, column) = (next(), next());
                self.at = (column, row);
                MoveTo(column, row).execute_winapi()
            }
            ("2", "J") => Clear(ClearType::All).execute_winapi(),
            ("?25", "l") => Hide.execute_winapi(),
            ("?25", "h") => Show.execute_winapi(),
            (_, "m") => parameters.split(';').try_for_each(color),
            _ => Ok(()),
        }
    }
}

/// Sets one of the 16 colours; there are no others.
fn color(code: &str) -> io::Result<()> {
    match code.parse::<u8>() {
        Ok(code @ 30..=37) => SetForegroundColor(COLORS[usize::from(code - 30)]).execute_winapi(),
        Ok(code @ 90..=97) => SetForegroundColor(COLORS[usize::from(code - 90 + 8)]).execute_winapi(),
        Ok(code @ 40..=47) => SetBackgroundColor(COLORS[usize::from(code - 40)]).execute_winapi(),
        Ok(code @ 100..=107) => SetBackgroundColor(COLORS[usize::from(code - 100 + 8)]).execute_winapi(),
        Ok(0) => {
            SetForegroundColor(Color::Reset).execute_winapi()?;
            SetBackgroundColor(Color::Reset).execute_winapi()
        }
        Ok(39) => SetForegroundColor(Color::Reset).execute_winapi(),
        Ok(49) => SetBackgroundColor(Color::Reset).execute_winapi(),
        _ => Ok(()),
    }
}

const COLORS: [Color; 16] = [
    Color::Black,
    Color::DarkRed,
    Color::DarkGreen,
    Color::DarkYellow,
    Color::DarkBlue,
    Color::DarkMagenta,
    Color::DarkCyan,
    Color::Grey,
    Color::DarkGrey,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::White,
];
