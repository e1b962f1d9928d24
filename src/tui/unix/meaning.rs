//! What the sequences of a terminal mean: keys that are no letters, and the mouse.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// What the terminal said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A key, a click, or pasted text.
    Event(Event),
    /// The colour of its background.
    Background {
        /// Red.
        r: u8,
        /// Green.
        g: u8,
        /// Blue.
        b: u8,
    },
}

/// A key with what is held down beside it.
pub(super) fn key(code: KeyCode, modifiers: KeyModifiers) -> Said {
    Said::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

/// The key of `ESC O letter`, and of `ESC [ letter`.
pub(super) fn key_of_letter(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        // Enter on the keypad.
        b'M' => KeyCode::Enter,
        _ => return None,
    })
}

fn key_of_number(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        28 | 29 => KeyCode::F(number - 13),
        31..=34 => KeyCode::F(number - 14),
        _ => return None,
    })
}

/// A key with a sequence of its own, with its modifiers as xterm counts them.
pub(super) fn special_key(parameters: &str, last: u8) -> Option<Said> {
    let mut numbers = parameters.split(';').map(|part| part.split(':').next().unwrap_or_default());
    let first = numbers.next().unwrap_or_default();
    let modifiers = numbers.next().map_or(Some(1), |number| number.parse::<u8>().ok())?;
    let modifiers = modifiers_of(modifiers.saturating_sub(1));
    let code = match last {
        b'~' => key_of_number(first.parse().ok()?)?,
        b'Z' => KeyCode::BackTab,
        b'u' => match char::from_u32(first.parse().ok()?)? {
            '\r' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            '\x1b' => KeyCode::Esc,
            '\x7f' => KeyCode::Backspace,
            c => KeyCode::Char(c),
        },
        letter if matches!(first, "" | "1") => key_of_letter(letter)?,
        _ => return None,
    };
    Some(key(code, modifiers))
}

fn modifiers_of(bits: u8) -> KeyModifiers {
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)] {
        modifiers.set(modifier, bits & bit != 0);
    }
    modifiers
}

/// `button ; column ; row`, as mode 1006 sends it.
pub(super) fn mouse_event(parameters: &str, last: u8) -> Option<Said> {
    let mut numbers = parameters.split(';').map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    let (button, column, row) = (next()?, next()?, next()?);
    let kind = mouse_kind(button, last == b'm')?;
    Some(mouse(kind, button, column.checked_sub(1)?, row.checked_sub(1)?))
}

/// Three bytes for button, column and row, as a terminal sends them that knows no mode 1006.
pub(super) fn old_mouse([button, column, row]: [u8; 3]) -> Option<Said> {
    let button = u16::from(button.wrapping_sub(32));
    let place = |byte: u8| u16::from(byte.saturating_sub(33));
    let kind = mouse_kind(button, button & 0b11 == 3 && button < 64)?;
    Some(mouse(kind, button, place(column), place(row)))
}

fn mouse_kind(button: u16, is_release: bool) -> Option<MouseEventKind> {
    let which = match button & 0b11 {
        1 => MouseButton::Middle,
        2 => MouseButton::Right,
        _ => MouseButton::Left,
    };
    match (button & 0b1110_0011, button & 32 != 0) {
        (64, _) => Some(MouseEventKind::ScrollUp),
        (65, _) => Some(MouseEventKind::ScrollDown),
        _ if button >= 64 || (button & 0b11 == 3 && !is_release) => None,
        _ if is_release => Some(MouseEventKind::Up(which)),
        (_, true) => Some(MouseEventKind::Drag(which)),
        (_, false) => Some(MouseEventKind::Down(which)),
    }
}

fn mouse(kind: MouseEventKind, button: u16, column: u16, row: u16) -> Said {
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)] {
        modifiers.set(modifier, button & bit != 0);
    }
    Said::Event(Event::Mouse(MouseEvent { kind, column, row, modifiers }))
}
