//! Where something stands, as editors and compilers write it.

use crate::visible;

/// File, line and column of a byte of `text`, which stands in `file`; lines and characters count from 1.
pub(super) fn in_file(file: &str, text: &str, byte: usize) -> String {
    let before = text.get(..byte).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    format!("{}:{line}:{column}", visible::line(file))
}
