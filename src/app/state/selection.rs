//! A passage of an article that is being selected.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::evidence::{self, Article, Span};
use crate::model::SourceIndex;

/// A passage being selected, from one end that stays to one that moves: each is a word, in bytes of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    /// Whose article.
    pub(crate) source: SourceIndex,
    /// The end that stays.
    pub(crate) anchor: Range<usize>,
    /// The end that moves.
    pub(crate) head: Range<usize>,
}

impl Selection {
    /// What is selected: whole words, numbers and compounds, for that is what a quote is made of.
    pub(crate) fn span(&self, article: &Article) -> Span {
        let bytes = self.anchor.start.min(self.head.start)..self.anchor.end.max(self.head.end);
        evidence::whole(span(&bytes, article), article)
    }

    /// The same in bytes.
    pub(crate) fn bytes(&self, article: &Article) -> Range<usize> {
        bytes(self.span(article), article)
    }

    /// Moves the end that moves to the end of its sentence, or of the next one where it is there already.
    pub(crate) fn extend_to_sentence_end(&mut self, article: &Article) {
        let end = sentence(&self.head, article).end;
        let end = if end > self.head.end {
            end
        } else {
            let Some(next) = next_word(article.text(), self.head.end) else { return };
            sentence(&next, article).end
        };
        let start = previous_word(article.text(), end).map_or(self.head.start, |word| word.start);
        self.head = start..end;
    }

    /// Moves it to the beginning of its sentence, or of the one before.
    pub(crate) fn extend_to_sentence_start(&mut self, article: &Article) {
        let start = sentence(&self.head, article).start;
        let start = if start < self.head.start {
            start
        } else {
            let Some(before) = previous_word(article.text(), self.head.start) else { return };
            sentence(&before, article).start
        };
        let end = next_word(article.text(), start).map_or(self.head.end, |word| word.end);
        self.head = start..end;
    }

    /// Selects the sentence after the selection, or the one before it.
    pub(crate) fn turn_to_sentence(&mut self, is_forward: bool, article: &Article) {
        let (text, selected) = (article.text(), self.bytes(article));
        let own = sentence(&selected, article);
        // What is less than a sentence becomes one first.
        let found = if own != selected {
            Some(if is_forward { sentence(&self.anchor, article) } else { own })
        } else if is_forward {
            next_word(text, selected.end).map(|word| sentence(&word, article))
        } else {
            previous_word(text, selected.start).map(|word| sentence(&word, article))
        };
        if let Some(found) = found {
            let first = next_word(text, found.start).map_or(found.end, |word| word.end);
            let last = previous_word(text, found.end).map_or(found.start, |word| word.start);
            self.anchor = found.start..first;
            self.head = last..found.end;
        }
    }
}

fn span(bytes: &Range<usize>, article: &Article) -> Span {
    Span { start: article.scalar_offset(bytes.start), end: article.scalar_offset(bytes.end) }
}

fn bytes(span: Span, article: &Article) -> Range<usize> {
    article.byte_offset(span.start)..article.byte_offset(span.end)
}

/// The sentences that `part` touches.
fn sentence(part: &Range<usize>, article: &Article) -> Range<usize> {
    bytes(evidence::sentences(span(part, article), article), article)
}

/// The first word that begins at the byte `at` or after it.
pub(crate) fn next_word(text: &str, at: usize) -> Option<Range<usize>> {
    let (start, word) = text.get(at..)?.unicode_word_indices().next()?;
    Some(at + start..at + start + word.len())
}

/// The last word that ends at the byte `at` or before it.
pub(crate) fn previous_word(text: &str, at: usize) -> Option<Range<usize>> {
    let (start, word) = text.get(..at)?.unicode_word_indices().next_back()?;
    Some(start..start + word.len())
}

/// The word at the byte `at`, or the next one; where there is none, the last one.
pub(crate) fn word_at(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text.get(..at)?.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    let start = (start..=at).find(|start| text.is_char_boundary(*start))?;
    let words = text.get(start..)?.unicode_word_indices();
    let mut words = words.map(|(offset, word)| start + offset..start + offset + word.len());
    words.find(|word| word.end > at).or_else(|| previous_word(text, text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Un traité. L’accord « fort » de 1 500 mots tient. Fin.\n\nAutre paragraphe, long.";

    fn selected(change: impl Fn(&mut Selection, &Article), at: &str) -> String {
        let article = Article::new(TEXT.to_owned());
        let word = word_at(TEXT, TEXT.find(at).unwrap()).unwrap();
        let mut selection = Selection { source: 0, anchor: word.clone(), head: word };
        change(&mut selection, &article);
        article.slice(selection.span(&article)).to_owned()
    }

    #[test]
    fn words_are_found_around_a_place() {
        let word = |at: &str| &TEXT[word_at(TEXT, TEXT.find(at).unwrap()).unwrap()];
        assert_eq!(
            [word("raité"), word("« fort"), word("long"), word(".\n")],
            ["traité", "fort", "long", "Autre"]
        );
        assert_eq!(word_at("", 0), None);
        assert_eq!(word_at("é, ", 3), Some(0..2));
        assert_eq!(next_word(TEXT, TEXT.len()), None);
        assert_eq!(previous_word(TEXT, 0), None);
    }

    #[test]
    fn a_selection_is_made_of_whole_words() {
        assert_eq!(selected(|_, _| {}, "500"), "1 500");
        assert_eq!(selected(Selection::extend_to_sentence_end, "fort"), "fort » de 1 500 mots tient.");
        assert_eq!(selected(Selection::extend_to_sentence_start, "fort"), "L’accord « fort");
        let twice = |selection: &mut Selection, article: &Article| {
            selection.extend_to_sentence_end(article);
            selection.extend_to_sentence_end(article);
        };
        assert_eq!(selected(twice, "tient"), "tient. Fin.");
        assert_eq!(selected(twice, "long"), "long.");
    }

    #[test]
    fn sentences_follow_one_another() {
        let forward = |times: usize| {
            move |selection: &mut Selection, article: &Article| {
                (0..times).for_each(|_| selection.turn_to_sentence(true, article));
            }
        };
        assert_eq!(selected(forward(1), "traité"), "Un traité.");
        assert_eq!(selected(forward(2), "traité"), "L’accord « fort » de 1 500 mots tient.");
        assert_eq!(selected(forward(4), "traité"), "Autre paragraphe, long.");
        assert_eq!(selected(forward(9), "traité"), "Autre paragraphe, long.");
        let back = |selection: &mut Selection, article: &Article| {
            (0..2).for_each(|_| selection.turn_to_sentence(false, article));
        };
        assert_eq!(selected(back, "Fin"), "L’accord « fort » de 1 500 mots tient.");
    }
}
