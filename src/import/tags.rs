//! The tags of a page, told apart as a browser would, without building a page of them. It is how a page is
//! looked at before a parser that deep nesting hangs or overflows gets to see it.

use std::collections::HashMap;
use std::ops::Range;

/// How deep elements may be open in each other. Real pages stay below a hundred.
pub(super) const DEEPEST: usize = 400;

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The name in lower case.
    pub(super) name: String,
    pub(super) is_end: bool,
    /// Whether it ends with `/>`.
    pub(super) is_closed: bool,
    /// Its bytes.
    pub(super) bytes: Range<usize>,
}

/// The tags of `page`, in order. What stands in comments, scripts and other elements that hold no tags is
/// passed over.
pub(super) fn tags(page: &str) -> impl Iterator<Item = Tag> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + memchr::memchr(b'<', page.as_bytes().get(at..)?)?;
            let rest = page.get(start..)?;
            if let Some(comment) = rest.strip_prefix("<!--") {
                // `<!-->` is a whole comment.
                let is_whole = comment.starts_with('>') || comment.starts_with("->");
                at = start + 4 + if is_whole { 0 } else { comment.find("-->")? };
                continue;
            }
            let is_end = rest.starts_with("</");
            let inside = rest.get(1 + usize::from(is_end)..)?;
            if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
                at = start + 1;
                continue;
            }
            let length = inside
                .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
                .unwrap_or(inside.len());
            let name = inside.get(..length)?.to_ascii_lowercase();
            let end = start + end_of_tag(rest);
            let is_closed = page.get(start..end)?.ends_with("/>");
            at = end;
            if !is_end && !is_closed && HOLDS_NO_TAGS.contains(&name.as_str()) {
                at = end + closing(page.get(end..)?, &name);
            }
            return Some(Tag { name, is_end, is_closed, bytes: start..end });
        }
    })
}

const HOLDS_NO_TAGS: &[&str] =
    &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Elements that never hold anything.
const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "frame",
];

/// Elements whose end is usually left out, and comes with the next of them or with that of what they lie in.
const ENDS_BY_ITSELF: &[&str] = &[
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup",
    "rp", "rt", "html", "head", "body",
];

/// How many bytes of `rest`, which begins with a tag, that tag has. A `>` in quotation marks does not end it.
fn end_of_tag(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if rest.get(..at).is_some_and(|before| before.trim_end().ends_with('=')) => {
                quote = Some(byte);
            }
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// How many bytes stand before the end tag of an element that holds no tags.
fn closing(rest: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = rest.get(at..).and_then(|rest| rest.find("</")) {
        let after = rest.get(at + found + 2..).unwrap_or_default();
        if after.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return at + found;
        }
        at += found + 2;
    }
    rest.len()
}

/// How many elements of `page` lie in each other where it is deepest, at least: those of which no end is
/// written count as open. It is not looked at further than just beyond [`DEEPEST`].
pub(super) fn depth(page: &str) -> usize {
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in tags(page) {
        if EMPTY.contains(&tag.name.as_str()) || ENDS_BY_ITSELF.contains(&tag.name.as_str()) {
            continue;
        }
        if tag.is_end {
            if let Some(count) = open.get_mut(&tag.name).filter(|count| **count > 0) {
                *count -= 1;
                depth -= 1;
            }
            continue;
        }
        *open.entry(tag.name).or_default() += 1;
        depth += 1;
        deepest = deepest.max(depth);
        if deepest > DEEPEST {
            break;
        }
    }
    deepest
}

/// `page` with an end tag for every element that XML closes with `/>`, which HTML leaves open.
pub(super) fn with_end_tags(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut done = 0;
    for tag in tags(page).filter(|tag| tag.is_closed && !EMPTY.contains(&tag.name.as_str())) {
        let written = page.get(done..tag.bytes.end).unwrap_or_default();
        out.push_str(written.strip_suffix("/>").unwrap_or(written));
        out.push_str("></");
        out.push_str(&tag.name);
        out.push('>');
        done = tag.bytes.end;
    }
    out.push_str(page.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(page: &str) -> Vec<String> {
        tags(page).map(|tag| format!("{}{}", if tag.is_end { "/" } else { "" }, tag.name)).collect()
    }

    #[test]
    fn tags_are_told_from_what_looks_like_them() {
        let page = "<!-- <a> --><P class='a>b'>1 < 2 <br/><script>if (a<b) '<p>'</script><!--><x></p><i";
        assert_eq!(names(page), ["p", "br", "script", "/script", "x", "/p", "i"]);
        assert_eq!(names("<title>a <b></TITLE><é><a"), ["title", "/title", "a"]);
    }

    #[test]
    fn depth_is_that_of_what_stays_open() {
        let deep = DEEPEST + 1;
        for (page, expected) in [
            ("<div><b>x</b></div><div></div>".to_owned(), 2),
            ("<p>x".repeat(5_000), 0),
            ("<ul>".to_owned() + &"<li>x".repeat(5_000) + "</ul>", 1),
            ("<div></x>".repeat(5_000), deep),
            ("<b>".repeat(100_000), deep),
            ("<table><tr><td></table><div>".repeat(5_000), deep),
            ("</div>".repeat(5_000) + "<div>", 1),
        ] {
            assert_eq!(depth(&page), expected, "{}", page.get(..40).unwrap_or(&page));
        }
    }

    #[test]
    fn elements_that_xml_closes_are_closed() {
        assert_eq!(
            with_end_tags("<title/><a id='x'/>é<br/><p/>z"),
            "<title></title><a id='x'></a>é<br/><p></p>z"
        );
    }
}
