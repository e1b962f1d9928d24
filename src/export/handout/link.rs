//! Addresses that may be links.

use std::fmt::Write;

use crate::visible;

/// `url` as it may stand in a link: `http` or `https`, and with nothing in it that ends an attribute or a link,
/// or that a reader could not see. `None` for anything else.
pub(super) fn address(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let is_web = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    if !is_web || rest.is_empty() {
        return None;
    }
    let mut address = format!("{}://", scheme.to_ascii_lowercase());
    for c in rest.chars() {
        if c.is_whitespace() || visible::is_dangerous(c) || "\"<>\\^`{|}".contains(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // A string can always be written to.
                let _ = write!(address, "%{byte:02X}");
            }
        } else {
            address.push(c);
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked_and_nothing_ends_the_link() {
        for (url, expected) in [
            ("https://example.org/a?b=c&d#e", Some("https://example.org/a?b=c&d#e")),
            ("HTTP://example.org/é", Some("http://example.org/é")),
            ("https://a b\"<>\u{202e}\n", Some("https://a%20b%22%3C%3E%E2%80%AE%0A")),
            ("javascript:alert(1)", None),
            ("javascript://example.org/%0aalert(1)", None),
            (" https://example.org", None),
            ("https://", None),
            ("data:text/html,x", None),
            ("//example.org", None),
        ] {
            assert_eq!(address(url).as_deref(), expected, "{url}");
        }
    }
}
