//! Whether the terminal's ground is dark or light: what it is asked, how it answers, and what to guess before.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::theme::ThemeName;

/// The question for the colour of the background.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// How long an answer may be on its way. Leaving waits for it, because the shell would take it for keys; on a terminal
/// that never answers, leaving right after the start takes this long.
pub(super) const ANSWER: Duration = Duration::from_millis(1_500);

/// Whether the terminal was asked, and has answered.
#[derive(Debug, Default)]
pub(super) struct Question {
    /// When it was asked, until it answers.
    open: Mutex<Option<Instant>>,
    answered: Condvar,
}

impl Question {
    /// Takes note that it is asked now.
    pub(super) fn note_asked(&self) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Takes note that it has answered.
    pub(super) fn note_answer(&self) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.answered.notify_all();
    }

    /// Waits until no answer is on its way.
    pub(super) fn wait(&self) {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let left = open.map_or(Duration::ZERO, |asked| ANSWER.saturating_sub(asked.elapsed()));
        drop(self.answered.wait_timeout_while(open, left, |open| open.is_some()));
    }
}

/// The colour in an answer, `11;rgb:1e1e/1e1e/2e2e` or one of the other ways to write it (`XParseColor`).
#[cfg_attr(all(windows, not(test)), expect(dead_code, reason = "nothing is asked"))]
pub(super) fn color(answer: &[u8]) -> Option<(u8, u8, u8)> {
    let color = std::str::from_utf8(answer).ok()?.strip_prefix("11;")?;
    if let Some(digits) = color.strip_prefix('#') {
        let length = digits.len() / 3;
        let channel = |at: usize| channel(digits.get(at * length..(at + 1) * length)?);
        return Some((channel(0)?, channel(1)?, channel(2)?)).filter(|_| digits.len() % 3 == 0);
    }
    let mut channels = color.strip_prefix("rgb:").or_else(|| color.strip_prefix("rgba:"))?.split('/');
    let mut next = || channel(channels.next()?);
    Some((next()?, next()?, next()?))
}

/// One to four hexadecimal digits as a share of 255.
#[cfg_attr(all(windows, not(test)), expect(dead_code, reason = "nothing is asked"))]
fn channel(digits: &str) -> Option<u8> {
    let most = match digits.len() {
        length @ 1..=4 => (1_u32 << (4 * length)) - 1,
        _ => return None,
    };
    // `from_str_radix` takes a sign too.
    let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?;
    u8::try_from((value * 255 + most / 2) / most).ok()
}

/// What `COLORFGBG` says, as rxvt, Konsole and others set it: `15;0`, or `15;default;0`, numbers of the 16
/// colours.
pub(super) fn guess(colorfgbg: &str) -> Option<ThemeName> {
    let ground: u8 = colorfgbg.rsplit_once(';')?.1.parse().ok()?;
    match ground {
        0..=6 | 8 => Some(ThemeName::Dark),
        7 | 9..=15 => Some(ThemeName::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_colours() {
        for (answer, expected) in [
            ("11;rgb:0000/0000/0000", Some((0, 0, 0))),
            ("11;rgb:ffff/ffff/ffff", Some((255, 255, 255))),
            ("11;rgb:1e1e/2e2e/3e3e", Some((0x1e, 0x2e, 0x3e))),
            ("11;rgb:f/8/0", Some((255, 136, 0))),
            ("11;rgb:fff/800/000", Some((255, 128, 0))),
            ("11;rgba:ffff/0000/ffff/8000", Some((255, 0, 255))),
            ("11;#ffffff", Some((255, 255, 255))),
            ("11;#1e1e2e2e3e3e", Some((0x1e, 0x2e, 0x3e))),
            ("11;#1234", None),
            ("11;#é1", None),
            ("11;rgb:+f/00/00", None),
            ("11;rgb:00/00", None),
            ("11;rgb:00000/0/0", None),
            ("11;?", None),
            ("10;rgb:00/00/00", None),
            ("", None),
        ] {
            assert_eq!(color(answer.as_bytes()), expected, "{answer}");
        }
    }

    #[test]
    fn the_environment_is_a_first_guess() {
        for (value, expected) in [
            ("15;0", Some(ThemeName::Dark)),
            ("0;15", Some(ThemeName::Light)),
            ("0;default;7", Some(ThemeName::Light)),
            ("15;8", Some(ThemeName::Dark)),
            ("0;default", None),
            ("15;16", None),
            ("", None),
        ] {
            assert_eq!(guess(value), expected, "{value}");
        }
    }
}
