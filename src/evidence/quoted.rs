//! From a passage to the quote that stands there and nowhere else.

use std::ops::Range;

use super::{Anchor, Article, Budget, Selector, Span, anchor_within, contradicted, edge, find, sentence};

/// A longer prefix or suffix helps nobody who reads it.
const LONGEST: usize = 600;
/// How far away a sentence begins or ends, in bytes.
const LONGEST_SENTENCE: usize = 2_000;
/// How many characters of other places are compared at most. A letter of a long article stands in millions of
/// places.
const COMPARED: usize = 20_000_000;

/// A passage as a quote: its characters, and no more of its neighbours than it takes to tell it from every
/// other place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The characters of the passage.
    pub exact: String,
    /// The words before it, as many as it takes.
    pub prefix: Option<String>,
    /// The words after it, as many as it takes.
    pub suffix: Option<String>,
}

/// The passage `span` of `article` as a quote that [`anchor`](super::anchor) finds at that very place, with
/// the shortest prefix and suffix of whole words. `None` where there is no such quote: the passage holds no
/// word, begins or ends inside a word or a character that is put together of several, or its neighbours are the same
/// over hundreds of characters.
pub fn quoted(span: Span, article: &Article) -> Option<Quoted> {
    let place = article.bytes(span);
    let exact = article.slice(span).to_owned();
    let others = || {
        find::places(&exact, article.text()).map(|start| start..start + exact.len()).filter(|other| {
            *other != place
                && article.is_boundary(other.start)
                && article.is_boundary(other.end)
                && edge::is_whole(article.text(), other)
        })
    };
    let quoted = if others().next().is_none() {
        Quoted { exact, prefix: None, suffix: None }
    } else {
        let sides = Sides::new(&place, article);
        let Context { prefix, suffix } = sides.context(sides.decide(others())?)?;
        Quoted { exact, prefix, suffix }
    };
    let selector =
        Selector { exact: &quoted.exact, prefix: quoted.prefix.as_deref(), suffix: quoted.suffix.as_deref() };
    let anchor = anchor_within(&selector, article, &mut Budget::default());
    (anchor == Ok(Anchor::Exact(span))).then_some(quoted)
}

/// `span` with the rest of the sentences that it tears.
pub fn sentences(span: Span, article: &Article) -> Span {
    let (text, bytes) = (article.text(), article.bytes(span));
    let start = sentence::start(text, bytes.start, LONGEST_SENTENCE);
    let end = sentence::end(text, bytes.end, LONGEST_SENTENCE);
    whole(article.span(&(start..end)), article)
}

/// What stands around a passage, as much of it as tells the passage from every other place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The words before it.
    pub prefix: Option<String>,
    /// The words after it.
    pub suffix: Option<String>,
}

/// The shortest context with which a quote that stands in several `places` is anchored at `place`. The prefix or suffix
/// that it has stays where it is that of the place. `None` where nothing decides, or finding it out costs more than is left.
pub fn deciding(
    selector: &Selector<'_>,
    place: Span,
    places: &[Span],
    article: &Article,
    budget: &mut Budget,
) -> Option<Context> {
    budget.turn_to_next();
    budget.spend(places.len() * LONGEST).ok()?;
    let [before, after] = contradicted(selector, place, article);
    let prefix = selector.prefix.filter(|_| before.is_none());
    let suffix = selector.suffix.filter(|_| after.is_none());
    let kept = Selector { exact: selector.exact, prefix, suffix };
    let others = places.iter().filter(|other| **other != place);
    let others = others.filter(|other| contradicted(&kept, **other, article) == [None, None]);
    let others = others.map(|other| article.bytes(*other));
    let sides = Sides::new(&article.bytes(place), article);
    let owned = |words: Option<&str>| words.map(str::to_owned);
    let context = match (prefix, suffix) {
        (None, None) => sides.context(sides.decide(others)?)?,
        (None, Some(_)) => {
            let same = others.map(|other| sides.alike(&other).before).max();
            let prefix = sides.words(&sides.prefix(same.unwrap_or_default())?)?;
            Context { prefix: Some(prefix), suffix: owned(suffix) }
        }
        (Some(_), _) => {
            let same = others.map(|other| sides.alike(&other).after).max();
            let suffix = sides.words(&sides.suffix(same.unwrap_or_default())?)?;
            Context { prefix: owned(prefix), suffix: Some(suffix) }
        }
    };
    let selector = Selector {
        exact: selector.exact,
        prefix: context.prefix.as_deref(),
        suffix: context.suffix.as_deref(),
    };
    let anchor = anchor_within(&selector, article, budget).ok()?;
    (anchor.span() == Some(place)).then_some(context)
}

/// `span` without the blanks around it, and with the rest of the characters, words, numbers and compounds that it
/// tears: a quote holds whole ones.
pub fn whole(span: Span, article: &Article) -> Span {
    let text = article.text();
    let bytes = article.bytes(span);
    let selected = text.get(bytes.clone()).unwrap_or_default();
    let start = bytes.end - selected.trim_start().len();
    let end = (bytes.start + selected.trim_end().len()).max(start);
    if start == end {
        return article.span(&(start..end));
    }
    let words = edge::widened(text, start..end, (false, false));
    let start = (0..=words.start).rev().find(|&byte| article.is_boundary(byte)).unwrap_or(0);
    let end = (words.end..=text.len()).find(|&byte| article.is_boundary(byte)).unwrap_or(text.len());
    article.span(&(start..end))
}

/// A stretch of the folded article.
type Stretch = Option<Range<usize>>;

/// What stands around a place, in the folded article.
struct Sides<'a> {
    article: &'a Article,
    /// Where the text before the place ends, spaces left out.
    before: usize,
    /// Where the text after it begins.
    after: usize,
}

/// How far the neighbours of another place are the same as those of the place that is meant.
struct Alike {
    before: usize,
    after: usize,
}

impl<'a> Sides<'a> {
    fn new(place: &Range<usize>, article: &'a Article) -> Self {
        let folded = article.folded();
        let (before, after) = around(folded.text(), folded.position(place.start), folded.position(place.end));
        Self { article, before, after }
    }

    /// The shortest words before and after the place that stand around none of the `others`.
    fn decide(&self, others: impl Iterator<Item = Range<usize>>) -> Option<(Stretch, Stretch)> {
        let mut left = COMPARED;
        let mut alike = Vec::new();
        for other in others {
            let one = self.alike(&other);
            left = left.checked_sub(one.before + one.after + 1)?;
            alike.push(one);
        }
        alike.sort_by_key(|alike| std::cmp::Reverse(alike.before));
        // The least that has to be said after the place if the first so many of the others are not told apart
        // before it.
        let after: Vec<usize> = alike
            .iter()
            .scan(0, |most, alike| {
                *most = alike.after.max(*most);
                Some(*most)
            })
            .collect();
        let mut prefixes: Vec<Stretch> =
            alike.iter().filter_map(|alike| self.prefix(alike.before)).map(Some).collect();
        prefixes.push(None);
        prefixes.dedup();
        let both = prefixes.into_iter().filter_map(|prefix| {
            let said = prefix.as_ref().map_or(0, Range::len);
            let open = if prefix.is_none() {
                alike.len()
            } else {
                alike.partition_point(|alike| alike.before >= said)
            };
            let suffix = match open.checked_sub(1) {
                None => None,
                Some(last) => Some(self.suffix(*after.get(last)?)?),
            };
            Some((prefix, suffix))
        });
        both.min_by_key(|(prefix, suffix)| {
            let length = |stretch: &Stretch| stretch.as_ref().map_or(0, |range| self.cost(range));
            (length(prefix) + length(suffix), prefix.is_some() && suffix.is_some())
        })
    }

    fn alike(&self, other: &Range<usize>) -> Alike {
        let folded = self.article.folded();
        let (before, after) = around(folded.text(), folded.position(other.start), folded.position(other.end));
        Alike { before: self.same_before(before), after: self.same_after(after) }
    }

    /// The words of a stretch as the article has them; `None` where it begins or ends inside a character.
    fn words(&self, stretch: &Range<usize>) -> Option<String> {
        let bytes = self.article.place(stretch)?;
        self.article.text().get(bytes).map(str::to_owned)
    }

    /// The words of both stretches, as far as there are any.
    fn context(&self, (prefix, suffix): (Stretch, Stretch)) -> Option<Context> {
        let words = |stretch: Stretch| stretch.map(|stretch| self.words(&stretch).ok_or(())).transpose();
        Some(Context { prefix: words(prefix).ok()?, suffix: words(suffix).ok()? })
    }

    /// How much one has to read. Signs without a word come last.
    fn cost(&self, range: &Range<usize>) -> usize {
        let words = self.text().get(range.clone()).unwrap_or_default();
        if words.chars().any(char::is_alphanumeric) { range.len() } else { range.len() + 10 * LONGEST }
    }

    fn text(&self) -> &'a str {
        self.article.folded().text()
    }

    /// How many bytes before the place are the same before the byte `other`.
    fn same_before(&self, other: usize) -> usize {
        let chars = |end: usize| self.text().get(..end).unwrap_or_default().chars().rev();
        let same = chars(self.before).zip(chars(other)).take(LONGEST).take_while(|(one, other)| one == other);
        same.map(|(c, _)| c.len_utf8()).sum()
    }

    /// How many bytes after the place are the same after the byte `other`.
    fn same_after(&self, other: usize) -> usize {
        let chars = |start: usize| self.text().get(start..).unwrap_or_default().chars();
        let same = chars(self.after).zip(chars(other)).take(LONGEST).take_while(|(one, other)| one == other);
        same.map(|(c, _)| c.len_utf8()).sum()
    }

    /// The fewest words before the place that are longer than `same` bytes.
    fn prefix(&self, same: usize) -> Stretch {
        let end = self.before.checked_sub(same).filter(|end| *end > 0)?;
        let words = self.article.words();
        let next = words.partition_point(|word| word.start < end);
        let start = next.checked_sub(1).and_then(|last| words.get(last)).map_or(0, |word| word.start);
        (self.before - start <= 2 * LONGEST).then_some(start..self.before)
    }

    /// The fewest words after the place that are longer than `same` bytes.
    fn suffix(&self, same: usize) -> Stretch {
        let start = self.after + same;
        if start >= self.text().len() {
            return None;
        }
        let words = self.article.words();
        let next = words.partition_point(|word| word.end <= start);
        let end = words.get(next).map_or(self.text().len(), |word| word.end);
        (end - self.after <= 2 * LONGEST).then_some(self.after..end)
    }
}

/// Where the text before `start` ends and that after `end` begins, spaces left out.
fn around(text: &str, start: usize, end: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or_default().trim_end().len();
    let after = text.len() - text.get(end..).unwrap_or_default().trim_start().len();
    (before, after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The prefix and the suffix of occurrence number `which` of `exact`.
    fn context(text: &str, exact: &str, which: usize) -> (Option<String>, Option<String>) {
        let article = Article::new(text.to_owned());
        let start = text.match_indices(exact).nth(which).unwrap().0;
        let quoted = quoted(article.span(&(start..start + exact.len())), &article).unwrap();
        assert_eq!(quoted.exact, exact);
        (quoted.prefix, quoted.suffix)
    }

    #[test]
    fn no_more_is_said_than_decides() {
        let some = |text: &str| Some(text.to_owned());
        let text = "Il a dit oui hier. Elle a dit « oui » demain. On a dit oui\u{a0}demain matin, oui.";
        assert_eq!(context(text, "Il a", 0), (None, None));
        assert_eq!(context(text, "oui", 0), (None, some("hier")));
        assert_eq!(context(text, "oui", 3), (some("matin,"), None));
        assert_eq!(context("oui oui", "oui", 0), (None, some("oui")));
        assert_eq!(context("oui oui", "oui", 1), (some("oui"), None));
        // One neighbour each is shorter than all that only one of them takes.
        let text =
            "zéro un deux trois oui quatre cinq six. ici un deux trois oui sept. huit oui quatre cinq neuf.";
        assert_eq!(context(text, "oui", 0), (some("trois"), some("quatre")));
    }

    #[test]
    fn what_cannot_be_told_apart_is_not_quoted() {
        let same = "bla ".repeat(2_000);
        let article = Article::new(same);
        assert_eq!(quoted(Span { start: 4_000, end: 4_003 }, &article), None);
        let article = Article::new("le cafe\u{301} noir, « »".to_owned());
        assert_eq!(quoted(Span { start: 3, end: 7 }, &article), None);
        assert_eq!(quoted(Span { start: 15, end: 18 }, &article), None);
        assert_eq!(quoted(Span { start: 3, end: 3 }, &article), None);
    }

    proptest! {
        /// Whatever stands around it: the quote is anchored where it was taken, or there is none.
        #[test]
        fn a_quote_is_anchored_where_it_was_taken(text in "([ab]|[ab]|é| |\n|'|« | »|\\.){1,60}", start in 0..60usize, length in 1..8usize) {
            let article = Article::new(text.clone());
            let count = text.chars().count();
            let span = Span { start: start % count, end: (start % count + length).min(count) };
            if let Some(quoted) = quoted(span, &article) {
                let selector = Selector { exact: &quoted.exact, prefix: quoted.prefix.as_deref(), suffix: quoted.suffix.as_deref() };
                prop_assert_eq!(super::super::anchor(&selector, &article), Anchor::Exact(span));
            }
        }
    }
}
