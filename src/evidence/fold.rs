//! Folding: what two copies of the same words may differ in, and the way back to the original.
//!
//! The list is closed. Folded are: apostrophes, families of double quotation marks, every Unicode space and
//! runs of them but for blank lines, canonical composition (NFC, UAX 15), soft hyphens and zero-widths, the
//! ellipsis and its three dots, and spaces beside double quotation marks. Nothing else is: no case, accent or
//! dash, no missing space, no compatibility form.
//!
//! [`Folded::joined`] folds away, besides, what the end of a line tears and what is set with ligatures; see
//! [`seam`](super::seam).

use std::{borrow::Cow, iter::Peekable, ops::Range, str::CharIndices, vec};

use super::seam::{self, Seam, SeamKind};
use super::word::is_zero_width;

use unicode_normalization::{
    IsNormalized, UnicodeNormalization,
    char::{canonical_combining_class, decompose_canonical},
    is_nfc_quick,
};

/// A folded text that knows where each of its characters came from. All offsets are bytes.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    text: String,
    /// In order, without gaps on either side. The last one is empty and marks both ends.
    map: Vec<Stretch>,
    seams: Vec<Seam>,
}

/// A blank line, folded: it ends a paragraph, and is no space between two words.
pub(super) const PARAGRAPH_END: char = '\u{2029}';

/// Where a stretch of folded text begins, and the original it stands for. It reaches to the next stretch.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    folded: usize,
    original: usize,
    /// Whether it is the original, byte for byte. Any other was replaced as a whole, or removed.
    is_copy: bool,
}

impl Folded {
    /// Folds `text`. A space at either edge is dropped.
    pub(super) fn new(text: &str) -> Self {
        Folder::default().fold(text)
    }

    /// The same, without the hyphens inside words and the ends of lines after them, and with ligatures as
    /// letters. Two texts that are the same by that still have to [agree](Self::agrees) in their hyphens.
    pub(super) fn joined(text: &str) -> Self {
        let found = seam::seams(text).into_iter().peekable();
        Folder { found: Some(found), ..Folder::default() }.fold(text)
    }

    /// What [`Folded::joined`] folded away, in order.
    pub(super) fn seams(&self) -> &[Seam] {
        &self.seams
    }

    /// The seams inside `range` of the folded text, its edges left out.
    pub(super) fn seams_in(&self, range: &Range<usize>) -> &[Seam] {
        let start = self.seams.partition_point(|seam| seam.folded <= range.start);
        let end = self.seams.partition_point(|seam| seam.folded < range.end);
        self.seams.get(start..end).unwrap_or_default()
    }

    /// Whether `range`, where the text of `quote` stands, has the hyphens that the quote has, but for those at
    /// the end of a line, which may belong to the word or not.
    pub(super) fn agrees(&self, range: &Range<usize>, quote: &Self) -> bool {
        let own = self.seams_in(range).iter().map(|seam| (seam.folded - range.start, seam.kind));
        seam::agree(own, quote.seams.iter().map(|seam| (seam.folded, seam.kind)))
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The original bytes that `range` of the folded text stands for, as few as possible; `None` where it
    /// begins or ends inside something that was replaced as a whole, or is empty.
    pub(super) fn original(&self, range: &Range<usize>) -> Option<Range<usize>> {
        (range.start < range.end).then_some(())?;
        Some(self.original_start(range.start)?..self.original_end(range.end)?)
    }

    /// Where the original of the character before `at` ends: what lies from there to the original of the
    /// character at `at` was removed.
    pub(super) fn original_end(&self, at: usize) -> Option<usize> {
        let next = self.map.partition_point(|stretch| stretch.folded < at);
        let (stretch, next) = (self.map.get(next.checked_sub(1)?)?, self.map.get(next)?);
        match at - stretch.folded {
            _ if next.folded == at => Some(next.original),
            offset if stretch.is_copy => Some(stretch.original + offset),
            _ => None,
        }
    }

    /// Where the original of the character at `at` begins.
    pub(super) fn original_start(&self, at: usize) -> Option<usize> {
        let next = self.map.partition_point(|stretch| stretch.folded <= at);
        let stretch = self.map.get(next.checked_sub(1)?)?;
        match at - stretch.folded {
            0 => Some(stretch.original),
            offset if stretch.is_copy => Some(stretch.original + offset),
            _ => None,
        }
    }

    /// The place in the folded text of the byte `at` of the original; inside something replaced as a whole,
    /// where that begins.
    pub(super) fn position(&self, at: usize) -> usize {
        let next = self.map.partition_point(|stretch| stretch.original <= at);
        match next.checked_sub(1).and_then(|last| self.map.get(last)) {
            Some(stretch) if stretch.is_copy => stretch.folded + (at - stretch.original),
            Some(stretch) => stretch.folded,
            None => 0,
        }
    }
}

/// What composes as one (a starter and its marks, Hangul jamo), without zero-widths and in NFC. Nothing that
/// follows a cluster can change it.
struct Cluster<'t> {
    original: Range<usize>,
    text: Cow<'t, str>,
}

struct Clusters<'t> {
    text: &'t str,
    chars: CharIndices<'t>,
}

impl<'t> Iterator for Clusters<'t> {
    type Item = Cluster<'t>;

    fn next(&mut self) -> Option<Cluster<'t>> {
        let (start, first) = self.chars.find(|&(_, c)| !is_zero_width(c))?;
        let mut end = start + first.len_utf8();
        let mut ahead = self.chars.clone();
        while let Some((at, c)) = ahead.next() {
            if is_zero_width(c) {
                continue;
            }
            if starts_cluster(c) {
                break;
            }
            end = at + c.len_utf8();
            self.chars = ahead.clone();
        }
        let source = self.text.get(start..end)?;
        Some(Cluster { original: start..end, text: compose(source, first) })
    }
}

/// `source`, which begins with `first`, without zero-widths and in NFC; borrowed where it is so already.
fn compose(source: &str, first: char) -> Cow<'_, str> {
    if first < '\u{300}' && source.len() == first.len_utf8() {
        return Cow::Borrowed(source);
    }
    let composed: String = source.chars().filter(|&c| !is_zero_width(c)).nfc().collect();
    if composed == source { Cow::Borrowed(source) } else { Cow::Owned(composed) }
}

/// Whether nothing before `c` can compose or change places with it (UAX 15, section 9: a starter whose quick
/// check says yes). A character that is never NFC is judged by what it decomposes to.
fn starts_cluster(c: char) -> bool {
    if c < '\u{300}' {
        return true;
    }
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    first.is_some_and(|part| {
        canonical_combining_class(part) == 0 && is_nfc_quick(std::iter::once(part)) == IsNormalized::Yes
    })
}

/// How many characters `text` folds to, if a blank beside a quotation mark counts as one.
pub(super) fn length_with_blanks(text: &str) -> usize {
    let mut length = 0;
    let mut was_blank = false;
    for cluster in (Clusters { text, chars: text.char_indices() }) {
        let mut chars = cluster.text.chars();
        let alone = chars.next().filter(|_| chars.as_str().is_empty());
        let is_blank = alone.is_some_and(char::is_whitespace);
        length += match alone.and_then(replacement) {
            Some(replaced) => replaced.len(),
            None if is_blank => usize::from(!was_blank),
            None => cluster.text.chars().count(),
        };
        was_blank = is_blank;
    }
    length
}

/// What stands for a character on the closed list, where it does not stand for itself.
fn replacement(c: char) -> Option<&'static str> {
    match c {
        '’' | '‘' | '‛' | 'ʼ' => Some("'"),
        '“' | '”' | '„' | '‟' | '«' | '»' => Some("\""),
        '…' => Some("..."),
        _ => None,
    }
}

#[derive(Default)]
struct Folder {
    text: String,
    map: Vec<Stretch>,
    /// What is to be joined and has not been reached; `None` where nothing is.
    found: Option<Peekable<vec::IntoIter<Seam>>>,
    seams: Vec<Seam>,
    /// Where the original of what was pushed last ends.
    end: usize,
    /// Whether what was pushed last is a copy, which the next copy makes longer.
    copying: bool,
    /// A run of spaces whose fate hangs on what follows.
    spaces: Option<Spaces>,
}

#[derive(Default)]
struct Spaces {
    original: Range<usize>,
    line_ends: usize,
    ends_in_return: bool,
    has_page_end: bool,
}

impl Spaces {
    fn add(&mut self, space: char) {
        self.line_ends += match space {
            '\n' if self.ends_in_return => 0,
            '\n' | '\r' | '\u{b}' | '\u{85}' | '\u{2028}' => 1,
            '\u{2029}' => 2,
            _ => 0,
        };
        self.ends_in_return = space == '\r';
        self.has_page_end |= space == '\u{c}';
    }
}

impl Folder {
    fn fold(mut self, text: &str) -> Folded {
        for cluster in (Clusters { text, chars: text.char_indices() }) {
            if !self.joins(&cluster) {
                self.push(&cluster, text);
            }
        }
        self.skip_to(text.len());
        self.begin(text.len(), false);
        Folded { text: self.text, map: self.map, seams: self.seams }
    }

    /// Whether `cluster` is folded away or replaced, because it is part of a seam.
    fn joins(&mut self, cluster: &Cluster<'_>) -> bool {
        let Some(found) = &mut self.found else { return false };
        while let Some(passed) = found.next_if(|seam| seam.original.end <= cluster.original.start) {
            self.seams.push(Seam { folded: self.text.len(), ..passed });
        }
        let Some(seam) = found.peek().filter(|seam| seam.original.start <= cluster.original.start) else {
            return false;
        };
        if let SeamKind::Ligature(letters) = seam.kind {
            // With an accent on it, it is another letter.
            if cluster.original != seam.original {
                found.next();
                return false;
            }
            let original = seam.original.clone();
            self.release(false, "");
            self.write(letters, &original, false);
            // Inside the word, so that its edges hold it.
            let seam = self.found.as_mut().and_then(Iterator::next);
            self.seams.extend(seam.map(|seam| Seam { folded: self.text.len() - 1, ..seam }));
        }
        true
    }

    fn push(&mut self, cluster: &Cluster<'_>, source: &str) {
        let mut chars = cluster.text.chars();
        // A space or a quotation mark that carries an accent is not the plain one.
        let alone = chars.next().filter(|_| chars.as_str().is_empty());
        if let Some(space) = alone.filter(|c| c.is_whitespace()) {
            return self.hold(space, cluster.original.clone());
        }
        let replaced = alone.and_then(replacement);
        let folded = replaced.unwrap_or(&cluster.text);
        self.release(folded == "\"", source);
        let is_copy = replaced.is_none() && matches!(cluster.text, Cow::Borrowed(_));
        self.write(folded, &cluster.original, is_copy);
    }

    fn hold(&mut self, space: char, original: Range<usize>) {
        let spaces = self.spaces.get_or_insert(Spaces { original: original.clone(), ..Spaces::default() });
        spaces.original.end = original.end;
        spaces.add(space);
    }

    fn release(&mut self, before_mark: bool, source: &str) {
        let Some(spaces) = self.spaces.take() else { return };
        let is_page = spaces.line_ends > 1 && spaces.has_page_end && self.found.is_some();
        if self.text.is_empty() {
            return;
        }
        if is_page {
            let (folded, original) = (self.text.len(), spaces.original.clone());
            self.seams.push(Seam { folded, original, kind: SeamKind::Page });
        }
        if spaces.line_ends > 1 && !is_page {
            self.write("\u{2029}", &spaces.original, false);
        } else if !(before_mark || self.text.ends_with('"')) {
            let is_copy = source.get(spaces.original.clone()) == Some(" ");
            self.write(" ", &spaces.original, is_copy);
        }
    }

    fn write(&mut self, folded: &str, original: &Range<usize>, is_copy: bool) {
        self.skip_to(original.start);
        if !(is_copy && self.copying) {
            self.begin(original.start, is_copy);
        }
        self.text.push_str(folded);
        self.end = original.end;
    }

    /// Notes what was removed since the last stretch.
    fn skip_to(&mut self, original: usize) {
        if self.end < original {
            self.begin(self.end, false);
        }
    }

    fn begin(&mut self, original: usize, is_copy: bool) {
        self.map.push(Stretch { folded: self.text.len(), original, is_copy });
        self.copying = is_copy;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        Folded::new(text).text().to_owned()
    }

    #[test]
    fn the_closed_list_is_folded() {
        let cases = [
            ("l’ami ‘x‘ ‛y ʼz", "l'ami 'x' 'y 'z"),
            ("“a” „b‟", "\"a\"\"b\""),
            ("dit « oui » :", "dit\"oui\":"),
            ("dit\u{a0}«\u{202f}oui\u{202f}»", "dit\"oui\""),
            ("a\u{a0}\u{2009}\r\n\t b\u{3000}c\u{2028}d", "a b c d"),
            ("  a  ", "a"),
            ("e\u{301}te\u{301}", "été"),
            ("e\u{200b}\u{301}", "é"),
            ("\u{feff}poli\u{ad}ti\u{200b}que\u{2060}", "politique"),
            ("a \u{200b} b", "a b"),
            ("et…", "et..."),
            ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
            ("q\u{307}\u{323}", "q\u{323}\u{307}"),
            ("\u{2126} \u{212b}", "Ω Å"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn nothing_else_is() {
        for text in ["É E e", "a-b", "a‑b", "a–b—c", "motmot", "Ⅲ ﬁ ² ＡＢ", "ß ſ ı İ", "¿?", "‹a›", "′″"]
        {
            assert_eq!(fold(text), text);
        }
    }

    #[test]
    fn every_place_leads_back() {
        let text = "\u{feff} dit : «\u{a0}l’e\u{301}\u{ad}té  est… là\u{200b} ».";
        let folded = Folded::new(text);
        let back = |part: &str| {
            let at = folded.text().find(part).unwrap();
            folded.original(&(at..at + part.len())).map(|range| &text[range])
        };
        assert_eq!(folded.text(), "dit :\"l'été est... là\".");
        assert_eq!(back("dit"), Some("dit"));
        assert_eq!(back("\"l"), Some("«\u{a0}l"));
        assert_eq!(back("l'é"), Some("l’e\u{301}"));
        assert_eq!(back("té est"), Some("té  est"));
        assert_eq!(back("là"), Some("là"));
        assert_eq!(back("là\""), Some("là\u{200b} »"));
        assert_eq!(back("..."), Some("…"));
        assert_eq!(folded.original(&(0..0)), None);
        // Replaced by as many bytes as it had, and yet no copy.
        let folded = Folded::new("\u{958}\u{200b}\u{301}");
        assert_eq!(folded.text().len(), 8);
        assert_eq!(folded.original(&(0..3)), None);
        let folded = Folded::new(text);
        for at in 0..=text.len() {
            assert!(folded.position(at) <= folded.text().len());
        }
    }

    #[test]
    fn blank_lines_end_paragraphs() {
        assert_eq!(fold("a\nb \r\n \r\n« c »\n\nd"), "a b\u{2029}\"c\"\u{2029}d");
        assert_eq!(fold("a\r\nb\rc\u{b}d\u{c}e"), "a b c d e");
        assert_eq!(fold("\n\na\n\u{200b}\nb\r\rc\n\n"), "a\u{2029}b\u{2029}c");
        assert_eq!(fold("a\n\n\u{c}b"), "a\u{2029}b");
        assert_eq!(Folded::joined("a\n\n\u{c}b\n\nc").text(), "a b\u{2029}c");
    }

    #[test]
    fn a_million_accents_fold_in_one_go() {
        let text = format!("e{}x", "\u{301}\u{323}".repeat(500_000));
        let folded = Folded::new(&text);
        assert_eq!(folded.original_start(folded.text().len() - 1), Some(text.len() - 1));
    }
}
