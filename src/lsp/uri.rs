//! Files as editors name them.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The file that a `file:` address names; `None` for any other.
pub(super) fn to_path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    // A host may stand before the path.
    let path = rest.get(rest.find('/')?..)?;
    let mut bytes = Vec::with_capacity(path.len());
    let mut left = path.as_bytes();
    while let Some((&byte, rest)) = left.split_first() {
        let digits = rest.get(..2).filter(|_| byte == b'%').and_then(|two| std::str::from_utf8(two).ok());
        if let Some(decoded) = digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            bytes.push(decoded);
            left = rest.get(2..).unwrap_or_default();
        } else {
            bytes.push(byte);
            left = rest;
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    // `/C:/…` on Windows.
    let path = match path.as_bytes() {
        [b'/', drive, b':', ..] if cfg!(windows) && drive.is_ascii_alphabetic() => path.get(1..)?,
        _ => path.as_str(),
    };
    Some(PathBuf::from(path))
}

/// The address of a file.
pub(super) fn of_path(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = path.to_string_lossy().replace('\\', if cfg!(windows) { "/" } else { "\\" });
    let mut uri = String::from(if text.starts_with('/') { "file://" } else { "file:///" });
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // A string can always be written to.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_comes_back() {
        for path in ["/a/b.yaml", "/été/le phare #1 100%.yaml", "/a%2Fb"] {
            let uri = of_path(Path::new(path));
            assert!(uri.is_ascii() && uri.starts_with("file:///"), "{uri}");
            if cfg!(unix) {
                assert_eq!(to_path(&uri).as_deref(), Some(Path::new(path)), "{uri}");
            }
        }
        assert_eq!(to_path("untitled:Untitled-1"), None);
        assert_eq!(to_path("file:///a%zz%4"), Some(PathBuf::from("/a%zz%4")));
    }
}
