//! What a terminal says, on every platform.

use termina::Event;
use termina::event::MouseEvent;

use crate::keymap::Key;

/// What the terminal said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TerminalEvent {
    Key(Key),
    Mouse(MouseEvent),
    Paste(String),
    /// The colour of its background, where it can be asked for.
    #[cfg_attr(windows, expect(dead_code, reason = "it cannot"))]
    Background {
        r: u8,
        g: u8,
        b: u8,
    },
    /// Its size is another one. Where there are signals, one says so.
    Resized,
}

impl TerminalEvent {
    /// What `event` means; `None` where it concerns nobody here.
    pub(super) fn of(event: Event) -> Option<Self> {
        match event {
            Event::Key(event) => Key::from_event(event).map(Self::Key),
            Event::Mouse(event) => Some(Self::Mouse(event)),
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::WindowResized(_) => Some(Self::Resized),
            Event::FocusIn | Event::FocusOut | Event::Csi(_) | Event::Osc(_) | Event::Dcs(_) => None,
        }
    }
}
