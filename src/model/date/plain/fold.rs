//! One spelling for what is written in many: spaces, dashes, accents, full-width forms.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in plain letters, each with its place in the text as written.
#[derive(Debug)]
pub(super) struct Folded {
    /// The characters: runs of spaces are one, none at the ends.
    pub(super) chars: Vec<char>,
    /// For each character, its offset in the text as written, in Unicode scalars; then the offset of the end.
    places: Vec<usize>,
}

impl Folded {
    pub(super) fn of(written: &str) -> Self {
        let mut folded = Self { chars: Vec::new(), places: Vec::new() };
        let mut end = 0;
        for (place, written) in written.chars().enumerate().filter(|(_, c)| !is_unseen(*c)) {
            for plain in plain(written) {
                if plain != ' ' || folded.chars.last().is_some_and(|last| *last != ' ') {
                    folded.chars.push(plain);
                    folded.places.push(place);
                }
            }
            if !written.is_whitespace() {
                end = place + 1;
            }
        }
        if folded.chars.last() == Some(&' ') {
            folded.chars.pop();
            folded.places.pop();
        }
        folded.places.push(end);
        folded
    }

    /// Where a character stands in the text as written, in Unicode scalars; its end for one beyond the last.
    pub(super) fn place(&self, index: usize) -> usize {
        self.places.get(index).or(self.places.last()).copied().unwrap_or_default()
    }

    pub(super) fn text(&self) -> String {
        self.chars.iter().collect()
    }
}

/// Characters that are there and cannot be seen.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn plain(c: char) -> Vec<char> {
    match c {
        c if c.is_ascii() && !c.is_whitespace() => vec![c],
        c if c.is_whitespace() => vec![' '],
        '\u{2010}' | '\u{2011}' | '\u{2212}' => vec!['-'],
        '\u{2012}'..='\u{2015}' => vec!['–'],
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => vec!['\''],
        '\u{ff01}'..='\u{ff5e}' => c.nfkd().collect(),
        // Raised letters ("1ᵉʳ") are letters; raised digits are footnotes, not years.
        c => match c.nfkd().collect::<Vec<_>>()[..] {
            [letter] if letter.is_ascii_alphabetic() => vec![letter],
            _ => c.nfd().filter(|c| !is_combining_mark(*c)).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_to_one() {
        for (written, folded) in [
            ("  1er\u{a0}\u{202f}Août  1936 ", "1er Aout 1936"),
            ("1e\u{301}t\u{e9}", "1ete"),
            ("２０２４－０６", "2024-06"),
            ("2000—2001", "2000–2001"),
            ("\u{2212}0043", "-0043"),
            ("l’été", "l'ete"),
            ("1ᵉʳ", "1er"),
            ("194²", "194²"),
            ("19\u{200b}61\u{feff}", "1961"),
            (" \u{a0}", ""),
        ] {
            assert_eq!(Folded::of(written).text(), folded, "{written:?}");
        }
    }

    #[test]
    fn places_are_those_of_the_text_as_written() {
        let folded = Folded::of("  é\u{200b} x ");
        assert_eq!(folded.text(), "e x");
        assert_eq!([0, 1, 2, 3, 9].map(|index| folded.place(index)), [2, 4, 5, 6, 6]);
    }
}
