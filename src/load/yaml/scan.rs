//! What a YAML text is made of, seen in its bytes: how deep, how much, and what of it takes a closer look.
//!
//! This splits a text into the tokens that `serde_yaml` will see, and keeps none of them. It knows the forms that
//! timelines are written in; where it meets another it says so, and a whole parser has to look.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// What a text is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::load) struct Outline {
    /// How deep lists and mappings lie in each other at most; perhaps less.
    pub(in crate::load) depth: usize,
    /// How many values there are at most; perhaps fewer.
    pub(in crate::load) values: usize,
    /// Whether YAML takes a scalar for a number that is not written as frise would write it, such as `0x7CC`.
    pub(in crate::load) has_odd_number: bool,
    /// Whether a comment follows a scalar without quotes on its line.
    pub(in crate::load) has_comment_after_plain: bool,
    /// Where the text can be cut into parts that are YAML by themselves, in order. Empty where it holds several
    /// documents, or something other than a block mapping.
    pub(in crate::load) cuts: Vec<Cut>,
}

/// The beginning of a line at which a text can be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum Cut {
    /// Here begins a key of the whole mapping.
    Key(usize),
    /// Here begins an item of the list under such a key.
    Item(usize),
}

impl Cut {
    /// The byte.
    pub(in crate::load) fn at(self) -> usize {
        let (Self::Key(at) | Self::Item(at)) = self;
        at
    }
}

/// The list under a key of the whole mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TopList {
    /// No list stands there, or no key came before.
    None,
    /// The key has come; what comes next may be its list.
    Awaited,
    /// Its dashes stand in this column.
    At(usize),
}

/// What `text` is made of; `None` where that takes a parser: anchors, aliases, tags, directives, keys of several
/// lines, and what is no YAML.
pub(in crate::load) fn outline(text: &str) -> Option<Outline> {
    let mut scanner = Scanner::new(text);
    while scanner.token()? {}
    if scanner.documents > 0 || !matches!(scanner.outline.cuts.first(), Some(Cut::Key(_))) {
        scanner.outline.cuts.clear();
    }
    Some(scanner.outline)
}

/// The scalars of `text` with quotation marks, and the mark that is never closed, as far as it can be seen through.
pub(in crate::load) fn quotes(text: &str) -> (Vec<Range<usize>>, Option<usize>) {
    let mut scanner = Scanner::new(text);
    while scanner.token() == Some(true) {}
    (scanner.quoted, scanner.open_quote)
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Where the line begins.
    line: usize,
    /// The columns of the open block lists and mappings.
    indents: Vec<usize>,
    /// How many flow lists and mappings are open.
    flow: usize,
    top_list: TopList,
    /// How many marks of documents there are.
    documents: usize,
    /// The scalars with quotation marks.
    quoted: Vec<Range<usize>>,
    /// Where one begins that has not ended.
    open_quote: Option<usize>,
    outline: Outline,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 0,
            indents: Vec::new(),
            flow: 0,
            top_list: TopList::None,
            documents: 0,
            quoted: Vec::new(),
            open_quote: None,
            outline: Outline::default(),
        }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// Whether white space or the end of the text stands there.
    fn is_blank(&self, ahead: usize) -> bool {
        self.byte(ahead).is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
    }

    fn column(&self) -> usize {
        self.at - self.line
    }

    fn is_document_mark(&self) -> bool {
        let rest = &self.bytes[self.at..];
        self.column() == 0 && (rest.starts_with(b"---") || rest.starts_with(b"...")) && self.is_blank(3)
    }

    /// Goes past a token; `false` at the end of the text.
    fn token(&mut self) -> Option<bool> {
        self.skip_to_token()?;
        let Some(byte) = self.byte(0) else { return Some(false) };
        if self.flow == 0 {
            while self.indents.last().is_some_and(|indent| *indent > self.column()) {
                self.indents.pop();
            }
        }
        if self.is_document_mark() {
            if self.flow > 0 {
                return None;
            }
            self.indents.clear();
            self.documents += 1;
            self.at += 3;
            return Some(true);
        }
        match byte {
            b'[' | b'{' => {
                self.flow += 1;
                self.value();
                self.at += 1;
            }
            b']' | b'}' => {
                self.flow = self.flow.checked_sub(1)?;
                self.at += 1;
            }
            b',' | b':' if self.flow > 0 => self.at += 1,
            b'-' if self.is_blank(1) => {
                if self.flow > 0 {
                    return None;
                }
                self.item();
                self.open(self.column());
                self.at += 1;
                return Some(true);
            }
            b'\'' | b'"' => self.quoted(byte)?,
            b'|' | b'>' if self.flow == 0 => self.block()?,
            b'?' if self.flow > 0 || self.is_blank(1) => return None,
            b':' if self.is_blank(1) => return None,
            b',' | b'|' | b'>' | b'&' | b'*' | b'!' | b'%' | b'@' | b'`' => return None,
            _ => self.plain()?,
        }
        Some(true)
    }

    /// Notes an item of a list right under a key of the whole mapping.
    fn item(&mut self) {
        let column = self.column();
        if !self.bytes[self.line..self.at].iter().all(|byte| *byte == b' ') {
            return;
        }
        if self.top_list == TopList::Awaited {
            self.top_list = TopList::At(column);
        }
        if self.top_list == TopList::At(column) {
            self.outline.cuts.push(Cut::Item(self.line));
        }
    }

    fn value(&mut self) {
        if self.top_list == TopList::Awaited {
            self.top_list = TopList::None;
        }
        self.outline.values += 1;
        // A list may stand in the same column as the key it belongs to.
        self.outline.depth = self.outline.depth.max(2 * self.indents.len() + self.flow);
    }

    /// Opens a block list or mapping at `column`, where none is open there.
    fn open(&mut self, column: usize) {
        if self.indents.last().is_none_or(|indent| *indent < column) {
            self.indents.push(column);
        }
        self.value();
    }

    /// Goes past white space, comments and line ends.
    fn skip_to_token(&mut self) -> Option<()> {
        loop {
            match self.byte(0) {
                Some(b' ' | b'\t') => self.at += 1,
                Some(b'#') => self.at = self.end_of_line(),
                Some(b'\n' | b'\r') => self.line_end()?,
                _ => return Some(()),
            }
        }
    }

    fn end_of_line(&self) -> usize {
        memchr(b'\n', &self.bytes[self.at..]).map_or(self.bytes.len(), |end| self.at + end)
    }

    /// Goes past a line end; a carriage return alone is left to the parser.
    fn line_end(&mut self) -> Option<()> {
        if self.byte(0) == Some(b'\r') {
            self.at += 1;
        }
        if self.byte(0) != Some(b'\n') {
            return None;
        }
        self.at += 1;
        self.line = self.at;
        Some(())
    }

    fn quoted(&mut self, mark: u8) -> Option<()> {
        let (column, line) = (self.column(), self.line);
        self.value();
        let start = self.at;
        self.open_quote = Some(start);
        self.at += 1;
        loop {
            let found = memchr2(mark, b'\\', &self.bytes[self.at..])?;
            self.at += found + 1;
            match self.bytes[self.at - 1] {
                b'\\' if mark == b'"' => self.at += 1,
                b'\'' if self.byte(0) == Some(b'\'') && mark == b'\'' => self.at += 1,
                byte if byte == mark => break,
                _ => {}
            }
            if self.at > self.bytes.len() {
                return None;
            }
        }
        self.open_quote = None;
        self.quoted.push(start..self.at);
        if let Some(end) = self.bytes[start..self.at].iter().rposition(|byte| *byte == b'\n') {
            self.line = start + end + 1;
        }
        self.key(column, line)
    }

    /// Opens the mapping that a scalar is a key of, where it is one: it stands at `column` of the line that begins at
    /// `line`, and ends here.
    fn key(&mut self, column: usize, line: usize) -> Option<()> {
        if self.flow > 0 {
            return Some(());
        }
        while matches!(self.byte(0), Some(b' ' | b'\t')) {
            self.at += 1;
        }
        if self.byte(0) == Some(b':') && self.is_blank(1) {
            if line != self.line {
                return None;
            }
            self.open(column);
            self.at += 1;
            if column == 0 {
                self.top_list = TopList::Awaited;
                self.outline.cuts.push(Cut::Key(line));
            }
        }
        Some(())
    }

    fn block(&mut self) -> Option<()> {
        self.value();
        let header = &self.bytes[self.at + 1..self.end_of_line()];
        let header = header.split(|byte| *byte == b'#').next().unwrap_or_default().trim_ascii();
        // With its indentation said, it is rare enough to be left to the parser.
        if !matches!(header, b"" | b"+" | b"-") {
            return None;
        }
        let least = self.indents.last().map_or(1, |indent| indent + 1);
        let mut indent = None;
        let mut widest = 0;
        self.at = self.end_of_line();
        while self.at < self.bytes.len() {
            self.line_end()?;
            let limit = indent.unwrap_or(usize::MAX);
            while self.column() < limit && self.byte(0) == Some(b' ') {
                self.at += 1;
            }
            if self.byte(0) == Some(b'\t') && self.column() < limit {
                return None;
            }
            widest = widest.max(self.column());
            if self.is_line_end() {
                continue;
            }
            let indent = *indent.get_or_insert(widest.max(least));
            if self.column() < indent {
                return Some(());
            }
            self.at = self.end_of_line();
            // Other line ends than these count as such, too.
            self.plain_bytes(self.line, self.at)?;
        }
        Some(())
    }

    fn is_line_end(&self) -> bool {
        match self.byte(0) {
            None | Some(b'\n') => true,
            Some(b'\r') => self.byte(1) == Some(b'\n'),
            _ => false,
        }
    }

    fn plain(&mut self) -> Option<()> {
        let (column, line, start) = (self.column(), self.line, self.at);
        self.value();
        // In a block, the scalar goes on in lines indented more than what it stands in.
        let least = self.indents.last().map_or(0, |indent| indent + 1);
        loop {
            let from = self.at;
            let ends = self.plain_line()?;
            self.plain_bytes(from, self.at)?;
            if from == start {
                self.outline.has_odd_number |= is_odd_number(self.bytes[start..self.at].trim_ascii_end());
            }
            if ends {
                break;
            }
            while self.is_line_end() && self.at < self.bytes.len() {
                self.line_end()?;
                while matches!(self.byte(0), Some(b' ')) {
                    self.at += 1;
                }
                if self.byte(0) == Some(b'\t') {
                    return None;
                }
            }
            let is_outside = self.flow == 0 && self.column() < least;
            if self.at == self.bytes.len()
                || is_outside
                || self.byte(0) == Some(b'#')
                || self.is_document_mark()
            {
                break;
            }
        }
        self.key(column, line)
    }

    /// Goes to the end of the part of a plain scalar that stands on this line; whether the scalar ends there.
    fn plain_line(&mut self) -> Option<bool> {
        let mut after_blank = false;
        while let Some(byte) = self.byte(0) {
            match byte {
                b'\n' => return Some(false),
                b'\r' => return if self.byte(1) == Some(b'\n') { Some(false) } else { None },
                b':' if self.is_blank(1) => return Some(true),
                b':' if self.flow > 0
                    && matches!(self.byte(1), Some(b',' | b'?' | b'[' | b']' | b'{' | b'}')) =>
                {
                    return None;
                }
                b',' | b'[' | b']' | b'{' | b'}' if self.flow > 0 => return Some(true),
                b'#' if after_blank => {
                    self.outline.has_comment_after_plain = true;
                    return Some(true);
                }
                _ => {}
            }
            after_blank = matches!(byte, b' ' | b'\t');
            self.at += 1;
        }
        Some(false)
    }

    /// Leaves to the parser what holds one of the line ends of YAML 1.1 that are no line ends to anyone else, or a
    /// carriage return alone.
    fn plain_bytes(&self, from: usize, to: usize) -> Option<()> {
        let bytes = &self.bytes[from..to];
        let is_next_line = |at: usize| bytes[at..].starts_with("\u{85}".as_bytes());
        let is_separator =
            |at: usize| ["\u{2028}", "\u{2029}"].iter().any(|end| bytes[at..].starts_with(end.as_bytes()));
        let mut candidates = memchr::memchr2_iter(0xc2, 0xe2, bytes);
        let is_odd = candidates.any(|at| is_next_line(at) || is_separator(at));
        let lone_return = memchr::memchr_iter(b'\r', bytes).any(|at| at + 1 < bytes.len());
        (!is_odd && !lone_return).then_some(())
    }
}

/// Whether YAML takes a scalar for a whole number that is not written as frise would write it: with a plus sign, in
/// another base than ten, or as minus nought.
pub(in crate::load) fn is_odd_number(scalar: &[u8]) -> bool {
    let (sign, digits) = match scalar {
        [sign @ (b'+' | b'-'), digits @ ..] => (Some(sign), digits),
        digits => (None, digits),
    };
    match digits {
        [b'0', base @ (b'x' | b'o' | b'b'), rest @ ..] => {
            let is_digit = |byte: &u8| match base {
                b'x' => byte.is_ascii_hexdigit(),
                b'o' => (b'0'..b'8').contains(byte),
                _ => matches!(byte, b'0' | b'1'),
            };
            !rest.is_empty() && rest.iter().all(is_digit)
        }
        [b'0'] => sign.is_some(),
        [b'0', ..] | [] => false,
        digits => sign == Some(&b'+') && digits.iter().all(u8::is_ascii_digit),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use saphyr_parser::{Event, Parser};

    use super::*;

    /// The depth and the number of values, as a parser sees them; `None` where the text is no YAML.
    fn parsed(text: &str) -> Option<(usize, usize)> {
        let (mut open, mut depth, mut values) = (0_usize, 0, 0);
        for event in Parser::new_from_str(text) {
            match event.ok()?.0 {
                Event::SequenceStart(..) | Event::MappingStart(..) => {
                    open += 1;
                    values += 1;
                    depth = depth.max(open);
                }
                Event::SequenceEnd | Event::MappingEnd => open -= 1,
                Event::Scalar(..) => values += 1,
                Event::Alias(_) => return Some((usize::MAX, usize::MAX)),
                _ => {}
            }
        }
        Some((depth, values))
    }

    #[test]
    fn timelines_are_seen_through() {
        for text in [
            include_str!("../../../timeline.yaml"),
            crate::load::tests::GOOD,
            "title: T\nevents:\n- id: a\n  title: one\n    two\n  exact: >-\n    [ words\n\n    'n words\n- {id: b, \"date\": 1}\n",
            "a: \"one\n\n  [ \\\" two\"\nb: 'it''s [ \n  so'\n",
            "",
        ] {
            let seen = outline(text).expect(text);
            let (depth, values) = parsed(text).expect(text);
            assert!(seen.depth >= depth && seen.values + 1 >= values, "{text}");
            assert!(seen.depth <= 2 * depth + 2, "{text}");
        }
        for text in ["a: &a b", "a: *b", "a: !x b", "%TAG\n---\n", "? a\n: b", "a: [", "a: {]}}", "a\rb: c"] {
            let seen = outline(text);
            assert!(seen.is_none() || parsed(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn texts_are_cut_between_what_lies_at_the_top() {
        let cuts = |text: &str| -> Vec<(bool, String)> {
            let cuts = outline(text).unwrap().cuts;
            let line = |cut: &Cut| text[cut.at()..].lines().next().unwrap_or_default().trim().to_owned();
            cuts.iter().map(|cut| (matches!(cut, Cut::Key(_)), line(cut))).collect()
        };
        let named = |names: &[(bool, &str)]| -> Vec<(bool, String)> {
            names.iter().map(|(is_key, line)| (*is_key, (*line).to_owned())).collect()
        };
        let text = "a: 1\nb:\n  - c: x\n    d:\n    - y\n    e:\n      - z\n  - - f\n    - g\nh: [i]\nj:\n- k\n- l:\n  - m\n\"n\": o\n";
        let expected = [
            (true, "a: 1"),
            (true, "b:"),
            (false, "- c: x"),
            (false, "- - f"),
            (true, "h: [i]"),
            (true, "j:"),
            (false, "- k"),
            (false, "- l:"),
            (true, "\"n\": o"),
        ];
        assert_eq!(cuts(text), named(&expected));
        for text in ["- a\n- b\n", "--- {a: b}\n", "{a: b}", "a: b\n---\nc: d\n"] {
            assert_eq!(cuts(text), []);
        }
    }

    #[test]
    fn numbers_that_are_not_written_in_the_usual_way_are_seen() {
        for (scalar, expected) in [
            ("0x7CC", true),
            ("0o17", true),
            ("-0b1", true),
            ("+33", true),
            ("-0", true),
            ("33", false),
            ("-33", false),
            ("0", false),
            ("044", false),
            ("0x", false),
            ("0xyz", false),
            ("+3 mai", false),
            ("1_000", false),
        ] {
            assert_eq!(is_odd_number(scalar.as_bytes()), expected, "{scalar}");
            let text = format!("a: {scalar}\n");
            let node: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
            let is_changed = node["a"].as_i64().is_some_and(|number| number.to_string() != scalar);
            assert_eq!(is_changed, expected, "{scalar}");
            assert_eq!(outline(&text).unwrap().has_odd_number, expected, "{scalar}");
        }
    }

    #[test]
    fn comments_behind_plain_scalars_are_seen() {
        for (text, expected) in [
            ("a: b # c", true),
            ("- b # c", true),
            ("[b # c\n]", true),
            ("a: b#c", false),
            ("a: 'b' # c", false),
            ("a: # c\n  b", false),
            ("a: b\n# c", false),
            ("a: |\n  b # c", false),
        ] {
            assert_eq!(outline(text).unwrap().has_comment_after_plain, expected, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever the text, nothing is deeper or more than it was seen to be.
        #[test]
        fn nothing_hides(parts in proptest::collection::vec(proptest::sample::select(vec![
            "[", "]", "{", "}", ",", ": ", "- ", "\n", "\n  ", "\n    ", " ", "a", "b", "é", "\"", "'", "''", "\\\"",
            "|\n", ">\n", "|2-\n", "# c", " # c", ":", "?", "? ", "&a ", "*a", "!t ", "%", "---", "\n---\n", "\r\n", "\t",
            "\u{2028}", "a: ", "b: ", "- a: ", "x: >\n    ",
        ]), 0..24)) {
            let text = parts.concat();
            if let (Some(seen), Some((depth, values))) = (outline(&text), parsed(&text)) {
                // A colon and a document without a value have one that nobody wrote.
                let unwritten = text.matches([':', '?']).count() + text.matches("---").count() + 2;
                prop_assert!(seen.depth >= depth && 2 * seen.values + unwritten >= values, "{text:?}: {seen:?} {depth} {values}");
            }
        }
    }
}
