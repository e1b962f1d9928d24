//! How many quotes stand how in their articles.

use crate::evidence::{Anchor, Promise};
use crate::glyphs::Glyphs;
use crate::i18n::{Counted, Lang, StandingWords};

/// How many quotes stand how in their articles. What is not word for word is counted apart from what is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    word_for_word: usize,
    cut: usize,
    altered: usize,
    ambiguous: usize,
    orphans: usize,
}

/// The quotes of which the same is promised.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// What is promised of them.
    pub promise: Promise,
    /// How many they are; never none.
    pub count: usize,
    noun: Counted,
}

impl Share {
    /// The number with its words: `3 cut`.
    pub fn words(&self, lang: Lang) -> String {
        format!("{} {}", self.count, self.noun.of(lang, self.count))
    }
}

impl Tally {
    /// The tally of these anchors.
    pub fn of(anchors: &[Anchor]) -> Self {
        let mut tally = Self::default();
        for anchor in anchors {
            let count = match (anchor.promise(), anchor) {
                (Promise::WordForWord, _) => &mut tally.word_for_word,
                (Promise::Cut, _) => &mut tally.cut,
                (Promise::Altered, _) => &mut tally.altered,
                (Promise::None, Anchor::Ambiguous(_)) => &mut tally.ambiguous,
                (Promise::None, _) => &mut tally.orphans,
            };
            *count += 1;
        }
        tally
    }

    /// What of them is promised anything, from the proof to the gravest; empty shares are left out.
    pub fn promised(&self, lang: Lang) -> Vec<Share> {
        self.shares(lang).into_iter().filter(|share| share.promise != Promise::None).collect()
    }

    /// All of them in words, the proven ones behind a tick: `✓ 84 word for word · 3 cut · 1 altered`.
    pub fn words(&self, glyphs: &Glyphs, lang: Lang) -> String {
        let words = |share: &Share| match share.promise {
            Promise::WordForWord => format!("{} {}", glyphs.exact, share.words(lang)),
            Promise::Cut | Promise::Altered | Promise::None => share.words(lang),
        };
        self.shares(lang).iter().map(words).collect::<Vec<_>>().join(&format!(" {} ", glyphs.dot))
    }

    fn shares(&self, lang: Lang) -> Vec<Share> {
        let words = StandingWords::of(lang);
        let shares = [
            (Promise::WordForWord, self.word_for_word, words.word_for_word),
            (Promise::Cut, self.cut, words.cut),
            (Promise::Altered, self.altered, words.altered_ones),
            (Promise::None, self.ambiguous, words.ambiguous),
            (Promise::None, self.orphans, words.orphans),
        ];
        let shares = shares.into_iter().filter(|(_, count, _)| *count > 0);
        shares.map(|(promise, count, noun)| Share { promise, count, noun }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Edited, Span};
    use crate::glyphs::{ASCII, UNICODE};

    #[test]
    fn only_what_is_word_for_word_bears_a_tick() {
        let span = Span { start: 0, end: 1 };
        let anchors = [
            Anchor::Exact(span),
            Anchor::Typographic(span),
            Anchor::Elided(Edited::default()),
            Anchor::Altered(Edited::default()),
            Anchor::Altered(Edited::default()),
            Anchor::Orphan(None),
        ];
        let tally = Tally::of(&anchors);
        assert_eq!(tally.words(&UNICODE, Lang::En), "✓ 2 word for word · 1 cut · 2 altered · 1 not found");
        assert_eq!(
            tally.words(&UNICODE, Lang::Fr),
            "✓ 2 mot pour mot · 1 coupée · 2 modifiées · 1 introuvable"
        );
        assert_eq!(Tally::of(&anchors[3..]).words(&UNICODE, Lang::En), "2 altered · 1 not found");
        assert_eq!(Tally::of(&anchors[..3]).words(&ASCII, Lang::En), "= 2 word for word . 1 cut");
        assert_eq!(Tally::of(&[]).words(&UNICODE, Lang::En), "");
    }
}
