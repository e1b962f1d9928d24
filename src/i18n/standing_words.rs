//! The words for how quotes stand in their articles, on the screen and on paper.

use super::export_words::counted;
use super::{Counted, Lang};

/// Every word for how a quote stands in its article, in one language.
#[derive(Debug)]
pub struct StandingWords {
    /// Between a label and what it names.
    pub colon: &'static str,
    /// Beside a quote that stands in its article letter for letter.
    pub exact: &'static str,
    /// Beside a quote that differs from its article in typography alone.
    pub typographic: &'static str,
    /// Beside a quote whose article is torn by line ends or set with ligatures.
    pub joined: &'static str,
    /// Beside a quote with marked cuts.
    pub elided: &'static str,
    /// Beside a quote with words of the curator's in brackets.
    pub altered: &'static str,
    /// Quotes that are the article's words, after their number.
    pub word_for_word: Counted,
    /// Quotes with marked cuts, after their number.
    pub cut: Counted,
    /// Quotes with words of the curator's in brackets, after their number.
    pub altered_ones: Counted,
    /// Quotes that stand in several places, after their number.
    pub ambiguous: Counted,
    /// Quotes that stand nowhere, after their number.
    pub orphans: Counted,
    /// Words that a cut leaves out, after their number.
    pub left_out: Counted,
    /// Before the article's words in the place of the curator's.
    pub article_says: &'static str,
    /// Between the article's words and the brackets in their place.
    pub in_place_of: &'static str,
    /// Before brackets in whose place the article has nothing.
    pub added: &'static str,
    /// Beside brackets that change the case of letters alone.
    pub case: &'static str,
    /// Before words that a quote has joined.
    pub joined_words: &'static str,
    /// Before the passage most like words that stand nowhere.
    pub nearest: &'static str,
}

impl StandingWords {
    /// The words in `lang`.
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

const FR: StandingWords = StandingWords {
    colon: "\u{a0}: ",
    exact: "mot pour mot",
    typographic: "à la typographie près",
    joined: "mot pour mot, fins de ligne et ligatures recollées",
    elided: "avec coupes marquées",
    altered: "modifiée",
    word_for_word: counted("mot pour mot", "mot pour mot"),
    cut: counted("coupée", "coupées"),
    altered_ones: counted("modifiée", "modifiées"),
    ambiguous: counted("à plusieurs endroits", "à plusieurs endroits"),
    orphans: counted("introuvable", "introuvables"),
    left_out: counted("mot coupé", "mots coupés"),
    article_says: "l’article dit",
    in_place_of: "pour",
    added: "absent de l’article",
    case: "majuscule ou minuscule changée",
    joined_words: "recollé",
    nearest: "passage le plus proche",
};

const EN: StandingWords = StandingWords {
    colon: ": ",
    exact: "word for word",
    typographic: "except for typography",
    joined: "word for word, line ends and ligatures joined",
    elided: "with marked cuts",
    altered: "altered",
    word_for_word: counted("word for word", "word for word"),
    cut: counted("cut", "cut"),
    altered_ones: counted("altered", "altered"),
    ambiguous: counted("in several places", "in several places"),
    orphans: counted("not found", "not found"),
    left_out: counted("word left out", "words left out"),
    article_says: "the article says",
    in_place_of: "for",
    added: "not in the article",
    case: "capital changed",
    joined_words: "joined",
    nearest: "nearest passage",
};
