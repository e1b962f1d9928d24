//! Letters several rows high: which words can be set in them, and which size has room.

use std::ops::Range;

use font8x8::{BASIC_FONTS, BLOCK_FONTS, LATIN_FONTS, UnicodeFonts};
use unicode_normalization::UnicodeNormalization;

use crate::glyphs::GlyphSet;
use crate::wrap;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Nothing is larger than the letters of the terminal.
    Small,
    #[default]
    Normal,
    Large,
    /// Everything is that can be.
    Huge,
}

impl Level {
    const ALL: [Self; 4] = [Self::Small, Self::Normal, Self::Large, Self::Huge];

    pub(crate) fn moved(self, steps: isize) -> Self {
        let at = Self::ALL.iter().position(|level| *level == self).unwrap_or_default();
        Self::ALL[at.saturating_add_signed(steps).min(Self::ALL.len() - 1)]
    }
}

/// How large letters are drawn. Every letter of a size takes the same columns and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    /// Eight columns, eight rows.
    Tall,
    /// Eight columns, four rows: as wide as they are high on most terminals.
    Wide,
    /// Four columns, four rows.
    Narrow,
}

impl Letters {
    /// The columns of a letter.
    pub(crate) const fn columns(self) -> usize {
        match self {
            Self::Tall | Self::Wide => 8,
            Self::Narrow => 4,
        }
    }

    /// The rows of a letter.
    pub(crate) const fn rows(self) -> usize {
        match self {
            Self::Tall => 8,
            Self::Wide | Self::Narrow => 4,
        }
    }
}

/// Words in large letters, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    pub(crate) letters: Letters,
    pub(crate) lines: Vec<String>,
}

impl Set {
    pub(crate) fn rows(&self) -> usize {
        self.lines.len() * self.letters.rows()
    }
}

/// The room there is for large letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) glyphs: GlyphSet,
}

/// `text` in the first of `sizes` (letters, and how many lines they may take) for which there is room; `None` where
/// there is none, or where a letter cannot be drawn. No word is ever cut.
pub(crate) fn set(text: &str, sizes: &[(Letters, usize)], room: Room) -> Option<Set> {
    let text = drawable(text)?;
    let widest = text.split_whitespace().map(wrap::width).max()?;
    // The smaller sizes are drawn with halves and quarters of a cell, which ASCII has not.
    let can_draw = |letters: Letters| room.glyphs == GlyphSet::Unicode || letters == Letters::Tall;
    sizes.iter().filter(|(letters, _)| can_draw(*letters)).find_map(|&(letters, most)| {
        let columns = room.columns / letters.columns();
        if widest > columns {
            return None;
        }
        let lines = balanced(&text, widest, columns).into_iter().map(|line| text[line].to_owned()).collect();
        let set = Set { letters, lines };
        (set.lines.len() <= most && set.rows() <= room.rows).then_some(set)
    })
}

/// More lines than these are no heading, and are read as they come.
const BALANCED: usize = 4;

/// The lines of `text` in `columns` columns. Those of a heading are about as long as each other: no word stands alone
/// under a full line.
fn balanced(text: &str, widest: usize, columns: usize) -> Vec<Range<usize>> {
    let lines = wrap::lines(text, columns);
    let count = lines.len();
    if count == 1 || count > BALANCED {
        return lines;
    }
    let mut narrower = (widest..columns).map(|columns| wrap::lines(text, columns));
    narrower.find(|narrower| narrower.len() == count).unwrap_or(lines)
}

/// `text` with what the font lacks replaced by what says the same; `None` where nothing does.
fn drawable(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("OE"),
            '’' | '‘' | 'ʼ' => out.push('\''),
            '“' | '”' | '„' => out.push('"'),
            '–' | '—' | '−' | '‐' | '‑' => out.push('-'),
            '…' => out.push_str("..."),
            // No line is broken there.
            '\u{202f}' | '\u{2009}' => out.push('\u{a0}'),
            '\n' => out.push(' '),
            ' ' | '\u{a0}' => out.push(c),
            _ if is_drawn(c) => out.push(c),
            _ => return None,
        }
    }
    Some(out)
}

/// A letter with a mark over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The letter of the font that has room for the mark in its two upper rows.
    pub(crate) letter: char,
    /// The two upper rows of eight dots, each with its first dot in the lowest bit.
    pub(crate) rows: [u8; 2],
}

/// What `c` is made of, where it has a mark over it. The font itself has flat strokes for accents: an acute is no
/// macron.
pub(crate) fn marked(c: char) -> Option<Marked> {
    let mut parts = std::iter::once(c).nfd();
    let (letter, mark) = (parts.next()?, parts.next()?);
    let rows = match (mark, parts.next()) {
        ('\u{300}', None) => [0b0000_0110, 0b0000_1100],
        ('\u{301}', None) => [0b0001_1000, 0b0000_1100],
        ('\u{302}', None) => [0b0000_1100, 0b0001_0010],
        ('\u{303}', None) => [0b0010_0110, 0b0001_1001],
        ('\u{304}', None) => [0b0001_1110, 0],
        ('\u{306}', None) => [0b0010_0001, 0b0001_1110],
        ('\u{307}', None) => [0b0000_1100, 0],
        ('\u{308}', None) => [0b0011_0011, 0],
        ('\u{30b}', None) => [0b0011_0110, 0b0001_1011],
        ('\u{30c}', None) => [0b0001_0010, 0b0000_1100],
        _ => return None,
    };
    // A small letter without an ascender leaves them free; a capital does in the font's own glyph for both.
    let letter = if "aceimnoprsuvwxyz".contains(letter) { letter } else { c };
    has_glyph(letter).then_some(Marked { letter, rows })
}

/// Whether a letter can be drawn.
fn is_drawn(c: char) -> bool {
    has_glyph(c) || marked(c).is_some()
}

/// Whether the font has more than an empty place for a letter.
fn has_glyph(c: char) -> bool {
    let glyph = BASIC_FONTS.get(c).or_else(|| LATIN_FONTS.get(c)).or_else(|| BLOCK_FONTS.get(c));
    !c.is_control() && glyph.is_some_and(|glyph| glyph.iter().any(|row| *row != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { columns: 72, rows: 8, glyphs: GlyphSet::Unicode };
    const SIZES: [(Letters, usize); 3] = [(Letters::Wide, 1), (Letters::Narrow, 1), (Letters::Narrow, 2)];

    #[test]
    fn the_largest_with_room_is_taken() {
        let letters = |text: &str| set(text, &SIZES, ROOM).map(|set| (set.letters, set.lines.len()));
        assert_eq!(letters("1961"), Some((Letters::Wide, 1)));
        assert_eq!(letters("2000–2001"), Some((Letters::Wide, 1)));
        assert_eq!(letters("années 1940"), Some((Letters::Narrow, 1)));
        assert_eq!(letters("19 juin 2024 à midi"), Some((Letters::Narrow, 2)));
        assert_eq!(letters("anticonstitutionnellement"), None);
    }

    #[test]
    fn no_word_is_left_alone_under_a_full_line() {
        let lines = |text: &str| set(text, &SIZES, ROOM).map(|set| set.lines);
        assert_eq!(lines("Russie – Corée du Nord").unwrap(), ["Russie -", "Corée du Nord"]);
        assert_eq!(lines("1961").unwrap(), ["1961"]);
    }

    #[test]
    fn every_letter_of_french_can_be_drawn() {
        let french = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ àâäçéèêëîïôöùûü « œuvre » ŒUVRE l’été 2000–2001 1er… e\u{301}";
        for c in french.chars().filter(|c| *c != 'Ÿ') {
            assert!(drawable(&c.to_string()).is_some() || c == '\u{301}', "{c:?}");
        }
        assert_eq!(drawable("l’œuvre – e\u{301}").as_deref(), Some("l'oeuvre - é"));
        assert_eq!(drawable("źródło"), None, "no stroke through an l");
        assert_eq!(drawable("Beneš, Győr").as_deref(), Some("Beneš, Győr"));
        assert_eq!(drawable("朝鮮"), None);
        assert_eq!(drawable("\u{1b}[2J"), None);
    }

    #[test]
    fn accents_lean_the_way_they_should() {
        let lean = |c: char| {
            let [upper, lower] = marked(c).unwrap().rows;
            i32::try_from(lower.trailing_zeros()).unwrap() - i32::try_from(upper.trailing_zeros()).unwrap()
        };
        assert!("éÉíúý".chars().all(|c| lean(c) < 0));
        assert!("èÈàùÀ".chars().all(|c| lean(c) > 0));
        assert_eq!(marked('é').unwrap().letter, 'e');
        assert_eq!(marked('É').unwrap().letter, 'É');
        assert!("eçœ?".chars().all(|c| marked(c).is_none()));
    }

    #[test]
    fn ascii_has_whole_cells_only() {
        let room = Room { glyphs: GlyphSet::Ascii, ..ROOM };
        assert_eq!(set("1961", &SIZES, room), None);
        assert_eq!(set("1961", &[(Letters::Tall, 1)], room).map(|set| set.rows()), Some(8));
    }
}
