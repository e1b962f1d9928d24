//! Folding: what a person need not type to find a word, and the way back to how it was written.
//!
//! Accents, ligatures and other compatibility forms (NFKD, UAX 15), case, kinds of apostrophes, dashes, quotation marks and spaces are folded away, and what
//! cannot be seen is left out. Each character folds by itself, so that a part of a text folds to a part of what
//! the whole folds to; only of several blanks in a row one is left. A folded text holds no line end.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use crate::evidence::stands_alone;

/// `text` without accents, ligatures and case, for comparing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded `text` to `out`, which is empty or ends with a line end.
pub(super) fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        push(c, out);
    }
}

fn push(c: char, out: &mut String) {
    if c.is_ascii_alphanumeric() {
        out.push(c.to_ascii_lowercase());
    } else if c.is_whitespace() {
        if !out.ends_with(' ') {
            out.push(' ');
        }
    } else if c.is_ascii() {
        out.push(c);
    } else {
        decompose_compatible(c, |part| {
            for part in part.to_lowercase().filter(|part| !is_combining_mark(*part)) {
                match replacement(part) {
                    Some(letters) => out.push_str(letters),
                    None if part == ' ' && out.ends_with(' ') => {}
                    None => out.push(part),
                }
            }
        });
    }
}

/// What stands for a lower case character without accents, where it does not stand for itself.
fn replacement(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        'ς' => "σ",
        '’' | '‘' | '‛' | 'ʼ' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        '…' => "...",
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// A folded text that knows where each of its parts came from.
#[derive(Debug)]
pub(super) struct Folded {
    text: String,
    /// In order; what lies between two of them in the original folds to nothing.
    stretches: Vec<Stretch>,
    original: usize,
}

/// A run of characters: copies one byte long, or all that one grapheme folds to.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    folded: usize,
    original: usize,
    is_copy: bool,
}

impl Folded {
    /// Folds `text` by [`fold`].
    pub(super) fn new(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), stretches: Vec::new(), original: text.len() };
        // Between two characters that stand alone a grapheme ends, which spares segmenting most texts.
        let mut start = 0;
        let mut before = None;
        for (at, c) in text.char_indices() {
            if before.is_some_and(|before| stands_alone(before) && stands_alone(c)) {
                folded.push_graphemes(&text[start..at], start);
                start = at;
            }
            before = Some(c);
        }
        folded.push_graphemes(&text[start..], start);
        folded
    }

    fn push_graphemes(&mut self, text: &str, at: usize) {
        for (offset, grapheme) in text.grapheme_indices(true) {
            let folded = self.text.len();
            for c in grapheme.chars() {
                push(c, &mut self.text);
            }
            let is_copy = grapheme.len() == 1 && self.text.len() == folded + 1;
            if self.text.len() > folded {
                self.note(Stretch { folded, original: at + offset, is_copy });
            }
        }
    }

    fn note(&mut self, stretch: Stretch) {
        let goes_on = self.stretches.last().is_some_and(|last| {
            let is_next = stretch.original - last.original == stretch.folded - last.folded;
            last.is_copy && stretch.is_copy && is_next
        });
        if !goes_on {
            self.stretches.push(stretch);
        }
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that `folded`, a range of the folded text, comes from: whole graphemes.
    pub(super) fn original(&self, folded: &Range<usize>) -> Range<usize> {
        let last = self.stretches.partition_point(|stretch| stretch.folded <= folded.start);
        let Some(stretch) = last.checked_sub(1).and_then(|last| self.stretches.get(last)) else {
            return 0..0;
        };
        let start = stretch.original + if stretch.is_copy { folded.start - stretch.folded } else { 0 };
        start..self.end(folded.end).max(start)
    }

    fn end(&self, folded: usize) -> usize {
        let next = self.stretches.partition_point(|stretch| stretch.folded < folded);
        let after = self.stretches.get(next);
        match next.checked_sub(1).and_then(|last| self.stretches.get(last)) {
            Some(last) if last.is_copy && after.is_none_or(|after| after.folded > folded) => {
                last.original + (folded - last.folded)
            }
            Some(last) if last.is_copy => {
                // What folds to nothing behind a copy does not belong to it, unless it is a run of blanks.
                let end = last.original + (folded - last.folded);
                let blank = self.text[..folded].ends_with(' ');
                if blank { after.map_or(self.original, |after| after.original) } else { end }
            }
            _ => after.map_or(self.original, |after| after.original),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_ligatures_case_and_typography_are_ignored() {
        for (text, folded) in [
            ("Corée", "coree"),
            ("Œuvre L’ÉTÉ", "oeuvre l'ete"),
            ("e\u{301}", "e"),
            ("Straße ǼRØ Łódź İı", "strasse aero lodz ii"),
            ("«\u{a0}oui\u{202f}»", "\" oui \""),
            ("Russie – Corée \r\n du\tNord…", "russie - coree du nord..."),
            ("poli\u{ad}tique\u{200b}", "politique"),
            ("ΣΊΣΥΦΟΣ Ёж", "σισυφοσ еж"),
            ("la ﬁnance oﬃcielle, ﬅ ĳ ǆ", "la finance officielle, st ij dz"),
            ("ＡＢ Ⅲ m² ½", "ab iii m2 1⁄2"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
            assert_eq!(Folded::new(text).text(), folded, "{text:?}");
        }
        assert!(fold("김").starts_with(&fold("기")), "a syllable is found while it is typed");
    }

    #[test]
    fn every_place_leads_back_to_whole_graphemes() {
        for (text, part, original) in [
            ("la Corée du Nord", "coree", "Corée"),
            ("une Œuvre", "oeuvre", "Œuvre"),
            ("une Œuvre", "e", "e"),
            ("une Œuvre", "o", "Œ"),
            ("une Œuvre", "euv", "Œuv"),
            ("l’e\u{301}te\u{301} !", "ete", "e\u{301}te\u{301}"),
            ("a  \r\n b", "a b", "a  \r\n b"),
            ("a  \r\n b", "a ", "a  \r\n "),
            ("poli\u{ad}tique\u{ad}s", "politique", "poli\u{ad}tique"),
            ("aé\u{200d} b", "ae", "aé\u{200d}"),
            ("x👨‍👩‍👧y", "y", "y"),
            ("et…", ".", "…"),
            ("é", "e", "é"),
        ] {
            let folded = Folded::new(text);
            let at = folded.text().find(part).unwrap();
            assert_eq!(&text[folded.original(&(at..at + part.len()))], original, "{part:?} in {text:?}");
        }
        assert_eq!(Folded::new("").original(&(0..0)), 0..0);
    }
}
