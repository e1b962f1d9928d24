//! What the marks of a quote stand for in the article, once its pieces are placed.

use std::ops::Range;

use super::{
    Article, Change, Cut, Edited, Span, edge,
    mark::{Mark, MarkKind, Marked},
    place::{Rule, Search, Way},
    sentence, word,
};

/// How much of a sentence is looked at beside a piece, in bytes.
const REACH: usize = 1_000;

/// The cuts and changes of a quote whose pieces are placed. `None` where one has no place in the article.
///
/// A cut at the edge of the quote stands for nothing known and is left out. A change there stands for as many words of
/// the same sentence as it has itself.
pub(super) fn edited(search: &Search<'_>, way: &Way) -> Option<Edited> {
    let Search { marked, ground, .. } = search;
    let (way, is_case) = with_initials(search, way);
    let places = way.iter().map(|place| ground.article.place_in(ground.folded, place));
    let mut pieces: Vec<Range<usize>> = places.collect::<Option<_>>()?;
    let editor = Editor { marked, article: ground.article, quote: Article::new(marked.quote.to_owned()) };
    let mut edited = Edited::default();
    for number in 0..=pieces.len() {
        let Some(joint) = marked.joints.get(number).filter(|joint| !joint.is_empty()) else { continue };
        let before = number.checked_sub(1).and_then(|last| pieces.get(last)).map(|piece| piece.end);
        let after = pieces.get(number).map(|piece| piece.start);
        match after.filter(|_| is_case.contains(&number)) {
            Some(start) => editor.case(joint, before, start, &mut edited),
            None => editor.joint(joint, before, after, &mut edited),
        }
    }
    editor.take_in_torn_words(&mut pieces, &edited);
    edited.pieces = pieces.iter().map(|piece| ground.article.span(piece)).collect();
    Some(edited)
}

/// The way with the letters whose case alone is changed, and the numbers of their pieces. Where changes may stand for
/// anything, some may yet be no more than that.
fn with_initials(search: &Search<'_>, way: &Way) -> (Way, Vec<usize>) {
    let mut is_case = Vec::new();
    let mut end = 0;
    let places = way.iter().enumerate().map(|(number, place)| {
        let initial = search.marked.initial(number);
        let wider = match search.rule {
            Rule::Cut => initial.map(|_| place.clone()),
            Rule::Altered | Rule::Torn => {
                let wider = initial.and_then(|initial| search.with_initial(&initial, place.clone()));
                let is_next =
                    |wider: &Range<usize>| number == 0 || search.may_hold_nothing(number, end..wider.start);
                wider.filter(|wider| wider.start >= end && is_next(wider))
            }
        };
        is_case.extend(wider.is_some().then_some(number));
        end = place.end;
        wider.unwrap_or_else(|| place.clone())
    });
    (places.collect(), is_case)
}

struct Editor<'a> {
    marked: &'a Marked<'a>,
    article: &'a Article,
    quote: Article,
}

impl Editor<'_> {
    /// A joint that ends in the letter of a word whose case alone is changed; the word begins at `start`.
    fn case(&self, joint: &[Mark], before: Option<usize>, start: usize, edited: &mut Edited) {
        let Some((letter, rest)) = joint.split_last() else { return };
        if !rest.is_empty() {
            self.joint(rest, before, Some(start), edited);
        }
        let word = edge::widened(self.article.text(), start..start, (false, true));
        edited.changes.push(Change {
            in_quote: self.quote.span(&letter.bytes),
            in_article: self.article.span(&word),
            is_case_only: true,
        });
    }

    /// The marks of a joint, whose gap in the article begins and ends at the pieces beside it.
    fn joint(&self, joint: &[Mark], before: Option<usize>, after: Option<usize>, edited: &mut Edited) {
        let is_cut = |mark: &Mark| mark.kind == MarkKind::Cut;
        let Some(first) = joint.iter().position(is_cut) else {
            let stretch = match (before, after) {
                (Some(before), Some(after)) => match self.trimmed(before..after) {
                    // Where nothing is replaced, the word that is added to is beside the brackets.
                    nothing if nothing.is_empty() && self.is_glued_after(joint) => after..after,
                    stretch => stretch,
                },
                (Some(before), None) => self.words_after(joint, before, self.article.text().len()),
                (None, Some(after)) => self.words_before(joint, after, 0),
                (None, None) => return,
            };
            return self.change(joint, stretch, (before.is_some(), after.is_some()), edited);
        };
        let last = joint.iter().rposition(is_cut).unwrap_or(first);
        let (leading, rest) = joint.split_at(first);
        let (cuts, trailing) = rest.split_at(last + 1 - first);
        let mut gap = before.or(after).unwrap_or(0)..after.or(before).unwrap_or(0);
        if let (Some(after), false) = (after, trailing.is_empty()) {
            let floor = before.unwrap_or(0);
            let stretch = self.words_before(trailing, after, floor);
            gap.end = stretch.start.max(gap.start);
            self.change(trailing, stretch, (false, true), edited);
        }
        if let (Some(before), false) = (before, leading.is_empty()) {
            let stretch = self.words_after(leading, before, gap.end);
            gap.start = stretch.end.min(gap.end).max(before);
            self.change(leading, stretch, (true, false), edited);
        }
        // Beyond the first or last word of the quote a change next to a cut stands for nothing that is known.
        let edge = after.or(before).unwrap_or(0);
        if before.is_none() && !leading.is_empty() {
            self.change(leading, edge..edge, (false, false), edited);
        }
        if after.is_none() && !trailing.is_empty() {
            self.change(trailing, edge..edge, (false, false), edited);
        }
        let between: Vec<_> = cuts.iter().filter(|mark| !is_cut(mark)).cloned().collect();
        let stretch = self.trimmed(gap.clone());
        for mark in between {
            self.change(std::slice::from_ref(&mark), stretch.clone(), (false, false), edited);
        }
        if before.is_some() && after.is_some() {
            self.cut(cuts, gap, edited);
        }
        edited.changes.sort_by_key(|change| change.in_quote);
    }

    fn cut(&self, marks: &[Mark], gap: Range<usize>, edited: &mut Edited) {
        let Some(bytes) = bytes(marks) else { return };
        let stretch = self.trimmed(gap);
        let words = word::ranges(self.article.text().get(stretch.clone()).unwrap_or_default()).count();
        edited.cuts.push(Cut {
            in_quote: self.quote.span(&bytes),
            in_article: self.article.span(&stretch),
            words,
        });
    }

    /// Notes what changes in a row stand for, with the whole of a word that they are written into on the side of a
    /// piece.
    fn change(
        &self,
        marks: &[Mark],
        stretch: Range<usize>,
        (before, after): (bool, bool),
        edited: &mut Edited,
    ) {
        let Some(bytes) = bytes(marks) else { return };
        let text = self.article.text();
        let glued = (before && self.is_glued_before(marks), after && self.is_glued_after(marks));
        let stretch = edge::widened(text, stretch, glued);
        let written = self.marked.quote.get(bytes.clone());
        // Brackets that the article has itself are no mark.
        if written.is_some() && text.get(stretch.clone()) == written {
            return;
        }
        edited.changes.push(Change {
            in_quote: self.quote.span(&bytes),
            in_article: self.article.span(&stretch),
            is_case_only: false,
        });
    }

    /// Makes the first and the last piece reach to the edges of the words that changes are written into.
    fn take_in_torn_words(&self, pieces: &mut [Range<usize>], edited: &Edited) {
        let bytes = |change: &Change| self.article.bytes(change.in_article);
        if let (Some(piece), Some(change)) = (pieces.first_mut(), edited.changes.first().map(bytes))
            && change.start < piece.start
            && change.end > piece.start
        {
            piece.start = change.start;
        }
        if let (Some(piece), Some(change)) = (pieces.last_mut(), edited.changes.last().map(bytes))
            && change.end > piece.end
            && change.start < piece.end
        {
            piece.end = change.end;
        }
    }

    /// Whether no space parts the marks from the words before them.
    fn is_glued_before(&self, marks: &[Mark]) -> bool {
        let before = bytes(marks).and_then(|bytes| self.marked.quote.get(..bytes.start));
        before.is_some_and(|before| !before.is_empty() && !before.ends_with(char::is_whitespace))
    }

    /// Whether no space parts the marks from the words after them.
    fn is_glued_after(&self, marks: &[Mark]) -> bool {
        let after = bytes(marks).and_then(|bytes| self.marked.quote.get(bytes.end..));
        after.is_some_and(|after| !after.is_empty() && !after.starts_with(char::is_whitespace))
    }

    /// How many words of the article the changes stand for beside a piece: as many as they have, one at least. A part of
    /// a word stands for one only where the article has more of that word there.
    fn count(&self, marks: &[Mark], is_glued: bool, neighbour: Option<char>) -> usize {
        let words =
            marks.iter().map(|mark| word::ranges(self.marked.content(mark)).count()).sum::<usize>().max(1);
        if is_glued && !neighbour.is_some_and(word::is_part) { words - 1 } else { words }
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.article.text().get(range.clone()).unwrap_or_default();
        let start = range.start + (text.len() - text.trim_start().len());
        let trimmed = text.trim();
        if trimmed.is_empty() { range.start..range.start } else { start..start + trimmed.len() }
    }

    /// What the changes stand for before a piece that begins at `at`: the last words of the sentence, not before
    /// `floor`, and the names they are part of.
    fn words_before(&self, marks: &[Mark], at: usize, floor: usize) -> Range<usize> {
        let text = self.article.text();
        let neighbour = text.get(..at).and_then(|before| before.chars().next_back());
        let count = self.count(marks, self.is_glued_after(marks), neighbour);
        let words = words(text, sentence::start(text, at, REACH).max(floor).min(at)..at);
        let mut first = words.len().saturating_sub(count);
        while first > 0 && is_name(text, words.get(first)) && is_name(text, words.get(first - 1)) {
            first -= 1;
        }
        words.get(first).map_or(at..at, |word| self.trimmed(word.start..at))
    }

    /// What the changes stand for after a piece that ends at `at`: the first words of the rest of the sentence, not
    /// after `ceiling`, and the names they are part of.
    fn words_after(&self, marks: &[Mark], at: usize, ceiling: usize) -> Range<usize> {
        let text = self.article.text();
        let neighbour = text.get(at..).and_then(|after| after.chars().next());
        let count = self.count(marks, self.is_glued_before(marks), neighbour);
        let words = words(text, at..sentence::end(text, at, REACH).min(ceiling).max(at));
        let mut last = count.min(words.len());
        while last > 0 && is_name(text, words.get(last - 1)) && is_name(text, words.get(last)) {
            last += 1;
        }
        last.checked_sub(1).and_then(|last| words.get(last)).map_or(at..at, |word| self.trimmed(at..word.end))
    }
}

fn words(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let part = text.get(range.clone()).unwrap_or_default();
    word::ranges(part).map(|word| range.start + word.start..range.start + word.end).collect()
}

/// Whether a word begins with a capital: a name takes all its words.
fn is_name(text: &str, word: Option<&Range<usize>>) -> bool {
    word.and_then(|word| text.get(word.clone())).is_some_and(|word| word.starts_with(char::is_uppercase))
}

fn bytes(marks: &[Mark]) -> Option<Range<usize>> {
    Some(marks.first()?.bytes.start..marks.last()?.bytes.end)
}

/// Whether an edited quote is word for word but for its cuts.
pub(super) fn is_cut_alone(edited: &Edited) -> bool {
    edited.changes.iter().all(|change| change.is_case_only)
}

/// `change` of `quote` with the rest of the word that it is written into: the `P[aris]` that the mark `[aris]` ends.
pub fn written(quote: &str, mark: Span) -> String {
    let quote = Article::new(quote.to_owned());
    let bytes = quote.bytes(mark);
    let is_part = |c: char| {
        !c.is_whitespace()
            && (word::is_part(c) || word::is_apostrophe(c) || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
    };
    let (before, after) = (quote.text().get(..bytes.start), quote.text().get(bytes.end..));
    let start = before.map_or(bytes.start, |before| before.trim_end_matches(is_part).len());
    let end = after.map_or(bytes.end, |after| quote.text().len() - after.trim_start_matches(is_part).len());
    quote.text().get(start..end).unwrap_or_default().to_owned()
}
