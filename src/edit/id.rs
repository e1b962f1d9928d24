//! Names to refer to something by.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// An id for what is called `name`, unlike those in `taken`: letters without accents, digits and hyphens. What has
/// neither letter nor digit is called `nameless`.
pub(crate) fn free_id<'a>(name: &str, nameless: &str, taken: impl Iterator<Item = &'a str>) -> String {
    const LONGEST: usize = 40;
    let taken: HashSet<&str> = taken.collect();
    let mut id = String::new();
    for c in name.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            c if c.is_alphanumeric() => id.extend(c.to_lowercase()),
            _ if id.is_empty() || id.ends_with('-') => {}
            _ => id.push('-'),
        }
    }
    let cut = id.char_indices().nth(LONGEST).map_or(id.len(), |(at, _)| at);
    let id = id.get(..cut).unwrap_or_default().trim_end_matches('-');
    let id = if id.is_empty() { nameless } else { id };
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    ids.find(|id| !taken.contains(id.as_str())).unwrap_or_default()
}
