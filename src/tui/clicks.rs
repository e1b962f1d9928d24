//! What a mouse event means: a click, a double click, the wheel.

use std::time::{Duration, Instant};

use termina::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::app::{Mouse, MouseKind};

/// Two presses no further apart than this are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// The last press, for the next one may be the second of a double click.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, u16, u16)>,
}

impl Clicks {
    /// What `event`, at the moment `now`, means; `None` where it means nothing to us.
    pub(super) fn meaning(&mut self, event: MouseEvent, now: Instant) -> Option<Mouse> {
        let (column, row) = (event.column, event.row);
        let kind = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => self.press(column, row, now),
            MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
            MouseEventKind::Drag(MouseButton::Left) => {
                self.last = None;
                MouseKind::Drag
            }
            MouseEventKind::ScrollUp => MouseKind::WheelUp,
            MouseEventKind::ScrollDown => MouseKind::WheelDown,
            _ => return None,
        };
        Some(Mouse { kind, column, row })
    }

    fn press(&mut self, column: u16, row: u16, now: Instant) -> MouseKind {
        let is_second = self.last.is_some_and(|(then, x, y)| {
            (x, y) == (column, row) && now.saturating_duration_since(then) <= DOUBLE
        });
        self.last = (!is_second).then_some((now, column, row));
        if is_second { MouseKind::DoublePress } else { MouseKind::Press }
    }
}

#[cfg(test)]
mod tests {
    use termina::event::Modifiers;

    use super::*;

    #[test]
    fn two_presses_in_one_place_are_a_double_click() {
        let start = Instant::now();
        let mut clicks = Clicks::default();
        for (kind, column, after, expected) in [
            (MouseEventKind::Down(MouseButton::Left), 3, 0, Some(MouseKind::Press)),
            (MouseEventKind::Up(MouseButton::Left), 3, 50, Some(MouseKind::Release)),
            (MouseEventKind::Down(MouseButton::Left), 3, 400, Some(MouseKind::DoublePress)),
            (MouseEventKind::Down(MouseButton::Left), 3, 500, Some(MouseKind::Press)),
            (MouseEventKind::Down(MouseButton::Left), 3, 901, Some(MouseKind::Press)),
            (MouseEventKind::Down(MouseButton::Left), 4, 902, Some(MouseKind::Press)),
            (MouseEventKind::Drag(MouseButton::Left), 5, 903, Some(MouseKind::Drag)),
            (MouseEventKind::Down(MouseButton::Left), 4, 904, Some(MouseKind::Press)),
            (MouseEventKind::Down(MouseButton::Right), 4, 905, None),
            (MouseEventKind::ScrollUp, 4, 906, Some(MouseKind::WheelUp)),
        ] {
            let event = MouseEvent { kind, column, row: 1, modifiers: Modifiers::NONE };
            let meant = clicks.meaning(event, start + Duration::from_millis(after));
            assert_eq!(meant.map(|mouse| mouse.kind), expected, "{kind:?} after {after} ms");
        }
    }
}
