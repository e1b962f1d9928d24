//! The passage most like a quote that stands nowhere. It suggests, and proves nothing.

use std::{collections::HashMap, ops::Range};

use super::{
    Article, Nearest, Span,
    align::{Word, align},
    edge, find,
    fold::{Folded, PARAGRAPH_END},
    mark::Marked,
    sentence,
};

/// How many characters of what is the same are shown before and after what differs.
const AROUND: usize = 60;

impl Nearest {
    /// The passage on one line, its differing words between `›` and `‹`; of long stretches that are the same, the ends.
    pub fn marked(&self, article: &Article) -> String {
        let mut shown = String::new();
        let mut at = self.passage.start;
        for differing in &self.in_article {
            let (start, end) = (differing.start.max(at), differing.end.min(self.passage.end));
            if start < end {
                shown += &shortened(article.slice(Span { start: at, end: start }));
                shown.extend(["›", article.slice(Span { start, end }), "‹"]);
                at = end;
            }
        }
        shown += &shortened(article.slice(Span { start: at, end: self.passage.end }));
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A text without its middle where it is long.
pub(crate) fn shortened(same: &str) -> String {
    let length = same.chars().count();
    if length <= 2 * AROUND + 1 {
        return same.to_owned();
    }
    let start: String = same.chars().take(AROUND).collect();
    let end: String = same.chars().skip(length - AROUND).collect();
    format!("{start}…{end}")
}

/// Longer quotes get no suggestion: nobody compares so many words by eye.
const MAX_WORDS: usize = 50_000;

/// A word of the article that the quote does not have.
const OTHER: Word = usize::MAX;

/// The passage most like `quote`; `None` where fewer than half of its words stand there in order. Of a quote
/// with marks, only its first piece that stands nowhere is looked for.
///
/// Words are compared as they are: another capital or accent makes another word. Where the same words
/// follow one another in both and only what stands between them differs (a dash, a comma), that is told as
/// a difference too.
pub fn nearest(quote: &str, article: &Article) -> Option<Nearest> {
    let part = part(quote, article);
    let start = quote.get(..part.start)?.chars().count();
    let quote = Article::new(quote.get(part)?.to_owned());
    let (words, article_words) = number(&quote, article);
    if words.is_empty() || words.len() > MAX_WORDS {
        return None;
    }
    let window = densest(&words, &article_words)?;
    let beside = align(&words, &article_words, window);
    let comparison =
        Comparison { quote: &quote, article, beside, words: &words, article_words: &article_words };
    comparison.without_strays().report(start)
}

/// The part of the quote to look for.
fn part(quote: &str, article: &Article) -> Range<usize> {
    let marked = Marked::new(quote, Folded::new);
    let pieces = marked.iter().flat_map(|marked| &marked.pieces);
    let stands = |piece: &str| find::places(piece, article.folded().text()).next().is_some();
    let mut orphans = pieces.filter(|piece| !stands(piece.folded.text()));
    orphans.next().map_or(0..quote.len(), |piece| piece.bytes.clone())
}

/// The words of both as numbers.
fn number(quote: &Article, article: &Article) -> (Vec<Word>, Vec<Word>) {
    let mut numbers = HashMap::new();
    let mut words = Vec::new();
    for word in texts(quote) {
        let next = numbers.len();
        words.push(*numbers.entry(word).or_insert(next));
    }
    let article = texts(article).map(|word| numbers.get(word).copied().unwrap_or(OTHER));
    (words, article.collect())
}

fn texts(article: &Article) -> impl Iterator<Item = &str> {
    article.words().iter().map(|word| article.folded().text().get(word.clone()).unwrap_or_default())
}

/// How often a word of the quote stands in the quote, in the article, and in the stretch looked at.
#[derive(Clone, Copy, Default)]
struct Counts {
    in_quote: usize,
    in_article: usize,
    here: usize,
}

impl Counts {
    /// What one more of the word here is worth: more if it is rare, nothing if the quote has no more.
    fn weight(self, words: usize) -> u32 {
        let rarity = (words / self.in_article.max(1)).max(1).ilog2() + 1;
        if self.here < self.in_quote { rarity } else { 0 }
    }
}

/// Where the stretch of the article begins that is as long as the quote and shares the most words with it,
/// rare ones weighing more, in whatever order. `None` where no word is shared.
fn densest(words: &[Word], article: &[Word]) -> Option<usize> {
    let mut counts = vec![Counts::default(); words.len()];
    for &word in words {
        counts.get_mut(word)?.in_quote += 1;
    }
    for &word in article {
        if let Some(counts) = counts.get_mut(word) {
            counts.in_article += 1;
        }
    }
    let (mut best, mut highest, mut score) = (None, 0, 0);
    for (place, &word) in article.iter().enumerate() {
        let leaving = place.checked_sub(words.len()).and_then(|left| article.get(left));
        if let Some(counts) = leaving.and_then(|&word| counts.get_mut(word)) {
            counts.here -= 1;
            score -= counts.weight(article.len());
        }
        if let Some(counts) = counts.get_mut(word) {
            score += counts.weight(article.len());
            counts.here += 1;
        }
        if score > highest {
            highest = score;
            best = Some((place + 1).saturating_sub(words.len()));
        }
    }
    best
}

/// A quote laid beside an article.
struct Comparison<'a> {
    quote: &'a Article,
    article: &'a Article,
    words: &'a [Word],
    article_words: &'a [Word],
    /// For each word of the quote the place of the article's word beside it.
    beside: Vec<Option<usize>>,
}

impl Comparison<'_> {
    fn is_same(&self, word: usize) -> bool {
        let other = self.beside.get(word).copied().flatten().and_then(|place| self.article_words.get(place));
        other.is_some() && other == self.words.get(word)
    }

    /// The same without the replaced words at the edges that belong to another sentence than their
    /// neighbours: the passage is to be tight.
    fn without_strays(mut self) -> Self {
        let mut same = (0..self.words.len()).filter(|&word| self.is_same(word));
        let Some(first) = same.next() else { return self };
        let last = same.next_back().unwrap_or(first);
        let forth = (last + 1..self.words.len()).find(|&word| self.begins_sentence(word));
        let back = (0..first).rev().find(|&word| self.begins_sentence(word + 1));
        let strays =
            [back.map_or(0..0, |word| 0..word + 1), forth.map_or(0..0, |word| word..self.words.len())];
        for word in strays.into_iter().flatten() {
            if let Some(slot) = self.beside.get_mut(word) {
                *slot = None;
            }
        }
        self
    }

    /// Whether a sentence or a paragraph ends in the article between the word beside `word` and the one
    /// before.
    fn begins_sentence(&self, word: usize) -> bool {
        let between = || {
            let place = self.beside.get(word).copied().flatten()?;
            let range =
                self.article.words().get(place.checked_sub(1)?)?.end..self.article.words().get(place)?.start;
            let text = self.article.folded().text();
            Some(text.get(range.clone())?.contains(PARAGRAPH_END) || sentence::ends_within(text, range))
        };
        between().unwrap_or(false)
    }

    /// The passage and the differences; `start` is where the part that was compared begins in the quote.
    fn report(&self, start: usize) -> Option<Nearest> {
        let same = (0..self.words.len()).filter(|&word| self.is_same(word)).count();
        (same > 0 && same * 2 >= self.words.len()).then_some(())?;
        let mut places = self.beside.iter().flatten().copied();
        let first = places.next()?;
        let last = places.last().unwrap_or(first);
        let passage = self.passage(first, last)?;
        let (mut in_quote, mut in_article) =
            (self.other_words_of_quote(), self.other_words_of_article(first, last));
        for (quote, article) in self.other_joints() {
            in_quote.push(quote);
            in_article.push(article);
        }
        in_quote.extend(self.other_edges());
        let spans = |of: &Article, ranges: Vec<Range<usize>>| -> Vec<Span> {
            joined(ranges).iter().filter_map(|range| span(of, range)).collect()
        };
        let shift = |span: Span| Span { start: span.start + start, end: span.end + start };
        Some(Nearest {
            passage: span(self.article, &passage)?,
            in_quote: spans(self.quote, in_quote).into_iter().map(shift).collect(),
            in_article: spans(self.article, in_article),
        })
    }

    /// From the article's word `first` to its word `last`: whole numbers and compounds, and the punctuation that the
    /// quote has there too.
    fn passage(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let (quote, article) = (self.quote.folded().text(), self.article.folded().text());
        let words = self.article.words().get(first)?.start..self.article.words().get(last)?.end;
        let mut passage = edge::widened(article, words.clone(), (false, false));
        let (from, to) = (self.quote.words().first()?, self.quote.words().last()?);
        let (before, after) = (quote.get(..from.start)?, quote.get(to.end..)?);
        let is_beside = |word: Option<&Option<usize>>, place| word.copied().flatten() == Some(place);
        if is_beside(self.beside.first(), first) && article.get(..passage.start)?.ends_with(before) {
            passage.start -= before.len();
        }
        if is_beside(self.beside.last(), last) && article.get(passage.end..)?.starts_with(after) {
            passage.end += after.len();
        }
        Some(passage)
    }

    fn other_words_of_quote(&self) -> Vec<Range<usize>> {
        let words = self.quote.words().iter().enumerate().filter(|&(word, _)| !self.is_same(word));
        words.map(|(_, range)| whole_number(self.quote, range)).collect()
    }

    fn other_words_of_article(&self, first: usize, last: usize) -> Vec<Range<usize>> {
        let mut same = (0..self.words.len())
            .filter(|&word| self.is_same(word))
            .filter_map(|word| self.beside.get(word).copied().flatten())
            .peekable();
        let mut is_other = |place: &usize| same.next_if_eq(place).is_none();
        let places = (first..=last).filter(|place| is_other(place));
        places
            .filter_map(|place| Some(whole_number(self.article, self.article.words().get(place)?)))
            .collect()
    }

    /// What stands between two words that follow one another in both, where that is not the same.
    fn other_joints(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let joint =
            |of: &Article, word: usize| Some(of.words().get(word)?.end..of.words().get(word + 1)?.start);
        let other = |word: usize| {
            let place = self.beside.get(word).copied().flatten()?;
            (self.is_same(word) && self.is_same(word + 1) && self.beside.get(word + 1)? == &Some(place + 1))
                .then_some(())?;
            let (quote, article) = (joint(self.quote, word)?, joint(self.article, place)?);
            let is_same = self.quote.folded().text().get(quote.clone())
                == self.article.folded().text().get(article.clone());
            (!is_same).then_some((quote, article))
        };
        (0..self.words.len()).filter_map(other).collect()
    }

    /// What the quote has before its first and after its last word, where the article has something else.
    fn other_edges(&self) -> Vec<Range<usize>> {
        let (quote, article) = (self.quote.folded().text(), self.article.folded().text());
        let beside = |word: usize| {
            let place = self.beside.get(word).copied().flatten().filter(|_| self.is_same(word))?;
            Some((self.quote.words().get(word)?, self.article.words().get(place)?))
        };
        let before = beside(0).and_then(|(word, other)| {
            let edge = quote.get(..word.start)?;
            (!article.get(..other.start)?.ends_with(edge)).then_some(0..word.start)
        });
        let after = beside(self.words.len().saturating_sub(1)).and_then(|(word, other)| {
            let edge = quote.get(word.end..)?;
            (!article.get(other.end..)?.starts_with(edge)).then_some(word.end..quote.len())
        });
        before.into_iter().chain(after).collect()
    }
}

/// A word; of a number all that belongs to it, so that none is shown in part.
fn whole_number(of: &Article, word: &Range<usize>) -> Range<usize> {
    let text = of.folded().text();
    let is_number = text.get(word.clone()).is_some_and(|word| word.contains(char::is_numeric));
    if is_number { edge::widened(text, word.clone(), (false, false)) } else { word.clone() }
}

/// The same in order, with those that share a byte made one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// The scalars that `folded`, bytes of the folded text, stands for.
fn span(article: &Article, folded: &Range<usize>) -> Option<Span> {
    article.place(folded).map(|bytes| article.span(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOC1: &str = include_str!("../../assets/articles/doc1-azertac-yonhap.txt");
    const QUOTE: &str = "Ce traité avait été annulé en 1996 après la dissolution";

    /// The passage, with the differing words of the quote and of the article.
    fn shown(quote: &str, text: &str) -> Option<(String, Vec<String>, Vec<String>)> {
        let article = Article::new(text.to_owned());
        let found = nearest(quote, &article)?;
        let whole = Article::new(quote.to_owned());
        let texts =
            |of: &Article, spans: &[Span]| spans.iter().map(|&span| of.slice(span).to_owned()).collect();
        Some((
            article.slice(found.passage).to_owned(),
            texts(&whole, &found.in_quote),
            texts(&article, &found.in_article),
        ))
    }

    #[test]
    fn the_passage_is_found_and_the_difference_told() {
        type Words = &'static [&'static str];
        let cases: [(&str, &str, &str, Words, Words); 14] = [
            ("a digit", "1996", "1991", &["1991"], &["1996"]),
            ("an accent", "annulé", "annule", &["annule"], &["annulé"]),
            ("a capital", "Ce", "ce", &["ce"], &["Ce"]),
            ("the last word", "dissolution", "fin", &["fin"], &["dissolution"]),
            ("a word left out", "avait ", "", &[], &["avait"]),
            ("a word put in", "annulé", "bien annulé", &["bien"], &[]),
            ("two words left out", "avait été ", "", &[], &["avait", "été"]),
            ("a comma", "1996 ", "1996, ", &[", "], &[" "]),
            ("a space", "Ce traité", "Cetraité", &["Cetraité"], &["traité"]),
            ("a mark at the end", "dissolution", "dissolution.", &["."], &[]),
            ("typography beside", "1996", "1991\u{a0}", &["1991"], &["1996"]),
            ("soft hyphens beside", "annulé en 1996", "an\u{ad}nulé en 1991", &["1991"], &["1996"]),
            ("decomposed letters", "annulé en 1996", "annule\u{301} en 1991", &["1991"], &["1996"]),
            ("two words", "annulé en 1996", "conclu en 1991", &["conclu", "1991"], &["annulé", "1996"]),
        ];
        for (what, old, new, in_quote, in_article) in cases {
            let (passage, quote, article) = shown(&QUOTE.replace(old, new), DOC1).unwrap();
            assert_eq!((quote, article), (owned(in_quote), owned(in_article)), "{what}");
            let expected = if what == "a space" { QUOTE.trim_start_matches("Ce ") } else { QUOTE };
            assert_eq!(passage, expected, "{what}");
        }
    }

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn speakers_negations_and_order_are_told() {
        let (passage, quote, article) =
            shown("Kim a précisé que «ce traité porte un caractère défensif»", DOC1).unwrap();
        assert_eq!(passage, "Poutine a précisé que «ce traité porte un caractère défensif»");
        assert_eq!((quote, article), (owned(&["Kim"]), owned(&["Poutine"])));
        let (passage, quote, article) =
            shown("«écarte l'éventualité de développer la coopération", DOC1).unwrap();
        assert_eq!(passage, "écarte pas l'éventualité de développer la coopération");
        assert_eq!((quote, article), (owned(&["«"]), owned(&["pas"])));
        let (passage, quote, article) = shown(&QUOTE.replace("avait été", "été avait"), DOC1).unwrap();
        assert_eq!((passage.as_str(), quote.len(), article.len()), (QUOTE, 1, 1));
        assert_eq!(quote, article);
    }

    #[test]
    fn of_a_quote_with_marks_the_missing_piece_is_looked_for() {
        let quote = "Poutine a précisé […] ce traité avait été annulé en 1991 après la dissolution";
        let article = Article::new(DOC1.to_owned());
        let found = nearest(quote, &article).unwrap();
        assert_eq!(article.slice(found.passage), QUOTE);
        let whole = Article::new(quote.to_owned());
        let words: Vec<_> = found.in_quote.iter().map(|&span| whole.slice(span)).collect();
        assert_eq!(words, ["ce", "1991"]);
    }

    #[test]
    fn an_edge_takes_nothing_from_the_sentence_beside() {
        let text = "Il est parti hier. Le traité fut signé. Elle chante.";
        let (passage, quote, article) = shown("Ainsi Le traité fut signé demain", text).unwrap();
        assert_eq!(passage, "Le traité fut signé");
        assert_eq!((quote, article), (owned(&["Ainsi", "demain"]), vec![]));
    }

    #[test]
    fn the_passage_ends_where_the_quote_ends() {
        type Words = &'static [&'static str];
        let cases: [(&str, &str, &str, Words, Words); 7] = [
            (
                "La ville a perdu plus de 120 000 habitants. Elle brûle.",
                "La ville a perdu plus de 12000",
                "La ville a perdu plus de 120 000",
                &["12000"],
                &["120 000"],
            ),
            (
                "Il a reçu hier plus de 10 000 conteneurs.",
                "Il a reçu hier plus de 12 000 conteneurs",
                "Il a reçu hier plus de 10 000 conteneurs",
                &["12 000"],
                &["10 000"],
            ),
            (
                "Le traité fut signé par M. Poutine. Il rit.",
                "Le traité fut signé par M. Medvedev",
                "Le traité fut signé par M. Poutine",
                &["Medvedev"],
                &["Poutine"],
            ),
            (
                "Cela coûte en tout 2.5 millions.",
                "Cela coûte en tout 2.7",
                "Cela coûte en tout 2.5 millions",
                &["2.7"],
                &["2.5 millions"],
            ),
            (
                "Il était hier à Saint-Pétersbourg.",
                "Il était hier à Moscou",
                "Il était hier à Saint-Pétersbourg",
                &["Moscou"],
                &["Saint"],
            ),
            (
                "« Le traité fut signé hier. » Il rit.",
                "« Le traité fut signé demain. »",
                "« Le traité fut signé hier. »",
                &["demain"],
                &["hier"],
            ),
            (
                "Quoi ? Le traité fut signé en août 1961.",
                "Le traité fut signé en mai 1961",
                "Le traité fut signé en août 1961",
                &["mai"],
                &["août"],
            ),
        ];
        for (text, quote, passage, in_quote, in_article) in cases {
            assert_eq!(
                shown(quote, text),
                Some((passage.to_owned(), owned(in_quote), owned(in_article))),
                "{quote}"
            );
        }
    }

    #[test]
    fn what_resembles_nothing_has_no_nearest() {
        for quote in
            ["", "quelque chose de tout autre que cela", "xyz", "«»", "le chat de la maison du voisin dort"]
        {
            assert_eq!(shown(quote, DOC1), None, "{quote}");
        }
        assert_eq!(shown(QUOTE, ""), None);
    }

    #[test]
    fn a_long_quote_is_no_trouble() {
        let words: Vec<_> = (0..5_000).map(|word| format!("w{}", word * 7919 % 5_003)).collect();
        let text = words.join(" ") + " ";
        let quote = text.replacen("w2916 ", "w7920 ", 1);
        let (_, quote, article) = shown(quote.trim(), &text).unwrap();
        assert_eq!((quote, article), (owned(&["w7920"]), owned(&["w2916"])));
        assert_eq!(
            shown(&"na ".repeat(9_000), &"na na ni ".repeat(9_000)).map(|(_, quote, _)| quote.len() < 6_000),
            Some(true)
        );
    }
}
