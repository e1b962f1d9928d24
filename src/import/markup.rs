//! From markup to text: paragraphs apart, everything else as the page has it, no-break spaces included.

use dom_query::NodeRef;

use super::refusal::Refusal;
use super::tags;

/// How the text of an element stands to what is around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Display {
    Inline,
    /// On lines of its own.
    Line,
    /// With a blank line before and after it.
    Block,
    /// As `Line`, and blanks count.
    Preformatted,
    Cell,
    Break,
    Hidden,
}

fn display(name: &str) -> Display {
    match name {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "div" | "section" | "article"
        | "header" | "footer" | "main" | "aside" | "nav" | "ul" | "ol" | "dl" | "table" | "figure"
        | "figcaption" | "address" | "details" | "form" | "hr" | "fieldset" | "body" | "center" => {
            Display::Block
        }
        "li" | "dt" | "dd" | "tr" | "caption" | "summary" | "legend" | "thead" | "tbody" | "tfoot"
        | "title" => Display::Line,
        "pre" => Display::Preformatted,
        "td" | "th" => Display::Cell,
        "br" => Display::Break,
        "script" | "style" | "noscript" | "template" | "head" | "svg" | "math" | "iframe" | "object"
        | "video" | "audio" | "canvas" | "textarea" | "select" | "button" | "input" | "rp" => Display::Hidden,
        _ => Display::Inline,
    }
}

/// The text of `node` and of what is in it.
pub(super) fn text(node: &NodeRef<'_>) -> String {
    let mut writer = Writer::default();
    // Without recursion, however deep it goes.
    let mut open = vec![(*node, false)];
    while let Some((node, is_left)) = open.pop() {
        if node.is_text() {
            writer.text(&node.text());
            continue;
        }
        let display = node.node_name().map_or(Display::Inline, |name| display(&name.to_ascii_lowercase()));
        if display == Display::Hidden {
            continue;
        }
        if is_left {
            writer.edge(display, -1);
            continue;
        }
        writer.edge(display, 1);
        open.push((node, true));
        open.extend(node.children_it(true).map(|child| (child, false)));
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// How many line ends there have to be before the next word.
    ends: usize,
    /// Whether a blank is due before the next word.
    is_blank_due: bool,
    is_tab_due: bool,
    /// How many preformatted elements are open.
    preformatted: i32,
}

impl Writer {
    /// An element begins (1) or ends (-1).
    fn edge(&mut self, display: Display, change: i32) {
        match display {
            Display::Line => self.ends = self.ends.max(1),
            Display::Block => self.ends = self.ends.max(2),
            Display::Preformatted => {
                self.ends = self.ends.max(2);
                self.preformatted += change;
            }
            Display::Break if change > 0 => self.ends += 1,
            Display::Inline | Display::Hidden | Display::Break => {}
            Display::Cell => self.is_tab_due |= change < 0,
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if self.preformatted > 0 && is_blank {
                match c {
                    '\n' => self.ends += 1,
                    '\r' => {}
                    c => {
                        self.flush();
                        self.out.push(c);
                    }
                }
            } else if is_blank {
                self.is_blank_due = true;
            } else {
                self.flush();
                self.out.push(c);
            }
        }
    }

    /// Writes what has to stand before the next word.
    fn flush(&mut self) {
        if !self.out.is_empty() {
            if self.ends > 0 {
                let kept = self.out.trim_end_matches([' ', '\t']).len();
                self.out.truncate(kept);
                self.out.extend(std::iter::repeat_n('\n', self.ends.min(2)));
            } else if self.is_tab_due {
                self.out.push('\t');
            } else if self.is_blank_due {
                self.out.push(' ');
            }
        }
        (self.ends, self.is_blank_due, self.is_tab_due) = (0, false, false);
    }
}

/// The page that `html` is, if parsers can be trusted with it.
///
/// # Errors
///
/// Its elements lie too deep in each other.
pub(super) fn parse(html: &str) -> Result<dom_query::Document, Refusal> {
    let too_deep = || {
        let message = format!("its elements lie more than {} deep in each other", tags::DEEPEST);
        Refusal::new(message).help("save the text of the page as plain text")
    };
    if tags::depth(html) > tags::DEEPEST {
        return Err(too_deep());
    }
    let page = dom_query::Document::from(html);
    // What was told apart may differ from what was built, and those who read the page go as deep as it is.
    if depth(&page.root()) > 2 * tags::DEEPEST { Err(too_deep()) } else { Ok(page) }
}

fn depth(root: &NodeRef<'_>) -> usize {
    let mut open = vec![(*root, 1)];
    let mut deepest = 0;
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        if deepest > 2 * tags::DEEPEST {
            break;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> String {
        text(&parse(html).unwrap().root())
    }

    #[test]
    fn paragraphs_stand_apart_and_blanks_are_one() {
        for (html, expected) in [
            ("<p>Un\n  deux</p><p>trois</p>", "Un deux\n\ntrois"),
            ("<p>a<br>b<br/>c</p>", "a\nb\nc"),
            ("<div><div>«\u{a0}oui\u{202f}»</div></div>", "«\u{a0}oui\u{202f}»"),
            ("<ul><li>a <b>b</b>c</li><li>d</li></ul>e", "a bc\nd\n\ne"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
            ("<pre>a\n  b\n</pre><p>c", "a\n  b\n\nc"),
            ("<script>no</script>yes<style>no</style>", "yes"),
            ("é&amp;&eacute;&nbsp;&lt;b&gt;", "é&é\u{a0}<b>"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn deep_pages_are_refused() {
        for html in ["<div>".repeat(100_000), "<b>".repeat(100_000), "<table><tr><td>".repeat(20_000)] {
            assert!(parse(&html).is_err());
        }
        assert!(parse(&("<div>".repeat(200) + "x")).is_ok());
        assert!(parse(&"<p>x<b>y</b>".repeat(5_000)).is_ok());
    }
}
