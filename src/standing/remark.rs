//! What is said beside a quote whose words are not those of its article throughout.

use std::ops::Range;

use super::part;
use super::quote::Standing;
use crate::evidence::{Anchor, Article, Change, Cut, Edited, Span};
use crate::i18n::{Lang, StandingWords};

/// Something said beside a quote, behind a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: Kind,
    /// What it is called: `the article says`.
    pub label: String,
    /// What is said; empty where the label says it all.
    pub text: String,
    /// Which bytes of it are words of the article or of the quote.
    pub said: Vec<Range<usize>>,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Brackets with other words than the article's.
    Altered,
    /// Cuts.
    Cut,
    /// Brackets that change the case of letters alone.
    Case,
    /// Torn words and ligatures.
    Joined,
    /// The passage most like a quote that stands nowhere.
    Nearest,
}

/// How much is told of cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Telling {
    /// How many words they leave out.
    Counts,
    /// The words, too.
    Words,
}

/// More words than twice this at a stretch are told by their beginning and their end.
const TOLD: usize = 80;

impl Remark {
    /// Label and text on one line, with the bytes of it that are words of the article or of the quote.
    pub fn line(&self, lang: Lang) -> (String, Vec<Range<usize>>) {
        if self.text.is_empty() {
            return (self.label.clone(), Vec::new());
        }
        let lead = format!("{}{}", self.label, StandingWords::of(lang).colon);
        let said = self.said.iter().map(|said| said.start + lead.len()..said.end + lead.len()).collect();
        (lead + &self.text, said)
    }
}

/// What is said beside a quote, the gravest first: the article's words in the place of the curator's, what was cut,
/// which letters changed their case, what was joined. Nothing of a quote that is exact or stands in no one place.
pub fn remarks(standing: Standing<'_>, telling: Telling, lang: Lang) -> Vec<Remark> {
    let Standing { exact, anchor, article } = standing;
    let teller = Teller { exact, article, words: StandingWords::of(lang), lang };
    match anchor {
        Anchor::Joined(joined) => teller.joined(&joined.joins).into_iter().collect(),
        Anchor::Elided(edited) | Anchor::Altered(edited) => teller.edited(edited, telling),
        Anchor::Exact(_) | Anchor::Typographic(_) | Anchor::Ambiguous(_) | Anchor::Orphan(_) => Vec::new(),
    }
}

/// The passage most like a quote that stands nowhere, with its differing words between `›` and `‹`; `None` where there
/// is none.
pub fn nearest(standing: Standing<'_>, lang: Lang) -> Option<Remark> {
    let Anchor::Orphan(Some(nearest)) = standing.anchor else { return None };
    let text = nearest.marked(standing.article);
    let label = StandingWords::of(lang).nearest.to_owned();
    Some(Remark { kind: Kind::Nearest, label, said: vec![Range { start: 0, end: text.len() }], text })
}

struct Teller<'a> {
    exact: &'a str,
    article: &'a Article,
    words: &'static StandingWords,
    lang: Lang,
}

impl Teller<'_> {
    fn edited(&self, edited: &Edited, telling: Telling) -> Vec<Remark> {
        let (case, other): (Vec<_>, Vec<_>) = edited.changes.iter().partition(|change| change.is_case_only);
        let (added, replaced): (Vec<_>, Vec<_>) =
            other.into_iter().partition(|change| self.article_says(change).is_empty());
        let mut remarks = Vec::new();
        remarks.extend(self.replaced(&replaced, Kind::Altered, self.words.article_says.to_owned()));
        remarks.extend(self.added(&added));
        remarks.extend(match telling {
            Telling::Counts => self.counted(&edited.cuts).into_iter().collect(),
            Telling::Words => self.told(&edited.cuts),
        });
        remarks.extend(self.replaced(&case, Kind::Case, self.words.article_says.to_owned()));
        remarks
    }

    /// The article's words; behind each, where there are several, the brackets it stands for.
    fn replaced(&self, changes: &[&Change], kind: Kind, label: String) -> Option<Remark> {
        let mut list = List::default();
        for change in changes {
            list.next(" · ");
            list.said(&excerpt(self.article_says(change)));
            if changes.len() > 1 {
                list.plain(&format!(" {} ", self.words.in_place_of));
                list.said(self.written(change));
            }
        }
        list.remark(kind, label)
    }

    fn added(&self, changes: &[&Change]) -> Option<Remark> {
        let mut list = List::default();
        for change in changes {
            list.next(", ");
            list.said(self.written(change));
        }
        list.remark(Kind::Altered, self.words.added.to_owned())
    }

    /// How many words all cuts leave out: `6 + 2 words left out`.
    fn counted(&self, cuts: &[Cut]) -> Option<Remark> {
        let counts: Vec<String> = cuts.iter().map(|cut| cut.words.to_string()).collect();
        let noun = self.words.left_out.of(self.lang, cuts.iter().map(|cut| cut.words).sum());
        let label = format!("{} {noun}", counts.join(" + "));
        let remark = Remark { kind: Kind::Cut, label, text: String::new(), said: Vec::new() };
        (!cuts.is_empty()).then_some(remark)
    }

    /// What each cut leaves out.
    fn told(&self, cuts: &[Cut]) -> Vec<Remark> {
        let told = cuts.iter().map(|cut| {
            let text = without_loose_ends(&excerpt(self.article.slice(cut.in_article))).to_owned();
            let label = left_out(cut.words, self.lang);
            Remark { kind: Kind::Cut, label, said: vec![Range { start: 0, end: text.len() }], text }
        });
        told.collect()
    }

    fn joined(&self, joins: &[Span]) -> Option<Remark> {
        let mut list = List::default();
        let mut told = 0..0;
        for join in joins {
            let word = word_around(self.article, *join);
            if word.is_empty() || word == told {
                continue;
            }
            list.next(", ");
            list.said(&torn(self.article.text().get(word.clone()).unwrap_or_default()));
            told = word;
        }
        list.remark(Kind::Joined, self.words.joined_words.to_owned())
    }

    fn article_says(&self, change: &Change) -> &str {
        self.article.slice(change.in_article).trim()
    }

    fn written(&self, change: &Change) -> &str {
        self.exact.get(part::bytes(self.exact, change.in_quote)).unwrap_or_default()
    }
}

/// What a cut leaves out, in words: `38 words left out`.
pub fn left_out(words: usize, lang: Lang) -> String {
    format!("{words} {}", StandingWords::of(lang).left_out.of(lang, words))
}

/// A text of several pieces, of which some are said by the article or the quote.
#[derive(Default)]
struct List {
    text: String,
    said: Vec<Range<usize>>,
}

impl List {
    fn next(&mut self, between: &str) {
        if !self.text.is_empty() {
            self.text += between;
        }
    }

    fn plain(&mut self, text: &str) {
        self.text += text;
    }

    fn said(&mut self, text: &str) {
        let start = self.text.len();
        self.text += text;
        self.said.push(start..self.text.len());
    }

    fn remark(self, kind: Kind, label: String) -> Option<Remark> {
        let Self { text, said } = self;
        (!text.is_empty()).then_some(Remark { kind, label, text, said })
    }
}

/// The words of a stretch of an article on one line; the beginning and the end of a long one.
fn excerpt(said: &str) -> String {
    let words = || said.split_whitespace();
    let first: Vec<&str> = words().take(2 * TOLD + 1).collect();
    if first.len() <= 2 * TOLD {
        return first.join(" ");
    }
    let mut last: Vec<&str> = words().rev().take(TOLD).collect();
    last.reverse();
    format!("{} … {}", first[..TOLD].join(" "), last.join(" "))
}

/// Words without the punctuation at their start that ends what stands before them, and that at their end which begins
/// what follows; punctuation alone stays.
fn without_loose_ends(words: &str) -> &str {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '…' | ')' | ']' | '»' | '”')
    };
    let begins = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | '[' | '«' | '“');
    let trimmed = words.trim_start_matches(ends).trim_end_matches(begins);
    if trimmed.is_empty() { words } else { trimmed }
}

/// The bytes of the word that a join is in, without the punctuation around it.
fn word_around(article: &Article, join: Span) -> Range<usize> {
    let text = article.text();
    let (from, to) = (article.byte_offset(join.start), article.byte_offset(join.end));
    let before = text.get(..from).unwrap_or_default();
    let behind = text.get(to..).unwrap_or_default();
    let start = before.char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = start.map_or(0, |(at, c)| at + c.len_utf8());
    let end = to + behind.find(char::is_whitespace).unwrap_or(behind.len());
    let word = text.get(start..end).unwrap_or_default();
    let is_edge = |c: char| !c.is_alphanumeric();
    let start = start + (word.len() - word.trim_start_matches(is_edge).len());
    start..(start + word.trim_matches(is_edge).len()).max(start)
}

/// A torn word on one line: a stroke stands where the line ends, as in a quoted poem.
fn torn(word: &str) -> String {
    let pieces: Vec<&str> =
        word.split(['\n', '\r']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    pieces.join("/").replace('\u{ad}', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cut_has_no_punctuation_of_its_neighbours() {
        for (cut, shown) in [
            (", venu de loin", "venu de loin"),
            ("» ; il dit : «", "il dit"),
            ("(sic) et", "(sic) et"),
            (". Il rit.", "Il rit."),
            ("?", "?"),
            ("", ""),
        ] {
            assert_eq!(without_loose_ends(cut), shown);
        }
    }
}
