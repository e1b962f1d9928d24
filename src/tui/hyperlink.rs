//! Addresses that a terminal lets one follow (OSC 8).

use std::fmt::Write;

use crate::ui::Link;

/// The end of a link.
pub(super) const END: &str = "\x1b]8;;\x1b\\";
/// Terminals take no more, and nobody writes such addresses.
const LONGEST: usize = 2_000;

/// The beginning of a link, numbered so that its stretches are known for one; `None` where the address is none
/// that a terminal should be told to open.
pub(super) fn begin(link: &Link) -> Option<String> {
    let target = target(&link.url)?;
    Some(format!("\x1b]8;id=frise-{};{target}\x1b\\", link.number))
}

/// An address of the web with nothing in it that could end the sequence it is sent in.
fn target(url: &str) -> Option<String> {
    let scheme = url.split_once("://")?.0;
    let is_web = ["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
    if !is_web || url.len() > LONGEST || url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    Some(url.bytes().fold(String::new(), |mut target, byte| {
        if byte.is_ascii_graphic() {
            target.push(byte.into());
        } else {
            let _ = write!(target, "%{byte:02X}");
        }
        target
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for (url, expected) in [
            ("https://a.org/b?c=d;e#f", Some("https://a.org/b?c=d;e#f")),
            ("HTTP://a.org", Some("HTTP://a.org")),
            ("https://a.org/é", Some("https://a.org/%C3%A9")),
            ("https://a.org/\x1b\\\x07", None),
            ("https://a.org/\u{9c}", None),
            ("https://a.org/b c", None),
            ("file:///etc/passwd", None),
            ("javascript:alert(1)", None),
            ("a.org", None),
        ] {
            assert_eq!(target(url).as_deref(), expected, "{url:?}");
        }
        assert_eq!(target(&format!("https://a.org/{}", "a".repeat(LONGEST))), None);
    }
}
