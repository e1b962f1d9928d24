//! What a change may stand for.
//!
//! A change written into a word stands for letters of that word. One set off from its neighbours adds, or
//! stands for a handful of words that name nobody and count nothing: who did it, when, and how many are for the
//! article to say. No change reaches over the end of a sentence or a line.

use std::ops::Range;

use super::{
    Article,
    mark::Edge,
    name::{is_name, names},
    sentence::is_broken,
    word,
};

/// The most words that a change may stand for. A description (`le chef du parti au pouvoir`) fits, a clause
/// does not.
const MAX_WORDS: usize = 6;

/// The most scalars that a change may stand for, so that words without end stay cheap.
const MAX_SCALARS: usize = 120;

/// Whether a change may stand for `stretch` of the folded article, between a piece with the edge `before` and
/// one with the edge `after`.
pub(super) fn can_stand_for(stretch: Range<usize>, before: Edge, after: Edge, article: &Article) -> bool {
    let folded = article.folded();
    let ends_paragraph = folded.paragraph_end_before(stretch.end).is_some_and(|end| end >= stretch.start);
    let Some(text) = folded.text().get(stretch.clone()) else { return false };
    if ends_paragraph || text.chars().nth(MAX_SCALARS).is_some() {
        return false;
    }
    let letters = |text: &str| text.chars().all(word::is_part).then(|| text.chars().count());
    match (before, after) {
        (Edge::Torn, Edge::Torn) => letters(text).is_some(),
        (Edge::Torn, Edge::Headless(_)) => false,
        (Edge::Torn, _) => letters(text.trim_end()).is_some(),
        (_, Edge::Headless(count)) => letters(text.trim_start()) == Some(count),
        _ => is_nameless(&stretch, text, article),
    }
}

/// Whether `text`, a stretch of the folded article, is a handful of words of one line without name or digit.
fn is_nameless(stretch: &Range<usize>, text: &str, article: &Article) -> bool {
    let start = stretch.end - text.trim_start().len();
    let words = start..start + text.trim().len();
    // Where nothing is replaced there is nothing to reach over, and a quotation mark alone breaks no sentence.
    let is_one_line =
        || words.is_empty() || article.place(&words).is_some_and(|place| !is_broken(article.text(), place));
    word::ranges(text).count() <= MAX_WORDS
        && !text.contains(char::is_numeric)
        && !names(text)
        && is_one_line()
}

/// Whether a name directly before `start` in the folded article, in the same sentence, ends there: one set
/// before it in a quote takes its place.
pub(super) fn follows_name(start: usize, article: &Article) -> bool {
    let text = article.folded().text();
    let before = text.get(..start).unwrap_or_default();
    let end = before.char_indices().rev().take(MAX_SCALARS).find(|&(_, c)| word::is_part(c));
    let Some(end) = end.map(|(at, c)| at + c.len_utf8()) else { return false };
    let letters = before.get(..end).unwrap_or_default().char_indices().rev().take(MAX_SCALARS);
    let first = letters.take_while(|&(_, c)| word::is_part(c)).last().map_or(end, |(at, _)| at);
    is_name(text.get(first..end).unwrap_or_default()) && !is_parted(end..start, article)
}

/// Whether a name stands directly after `end` in the folded article, in the same sentence.
pub(super) fn precedes_name(end: usize, article: &Article) -> bool {
    let text = article.folded().text();
    let after = text.get(end..).unwrap_or_default();
    let start = after.char_indices().take(MAX_SCALARS).find(|&(_, c)| word::is_part(c));
    let Some(start) = start.map(|(at, _)| end + at) else { return false };
    let rest = text.get(start..).unwrap_or_default();
    let name: String = rest.chars().take(MAX_SCALARS).take_while(|&c| word::is_part(c)).collect();
    is_name(&name) && !is_parted(end..start, article)
}

/// Whether a sentence or a line ends between two words of the folded article.
fn is_parted(gap: Range<usize>, article: &Article) -> bool {
    let (start, end) = (article.folded().original_end(gap.start), article.folded().original_start(gap.end));
    start.zip(end).is_none_or(|(start, end)| is_broken(article.text(), start..end))
}

/// The letters before `start` that belong to the word torn there, in bytes of the folded article.
pub(super) fn head(start: usize, article: &Article) -> Range<usize> {
    let before = article.folded().text().get(..start).unwrap_or_default().char_indices().rev();
    let letters = before.take(MAX_SCALARS).take_while(|&(_, c)| word::is_part(c));
    letters.last().map_or(start, |(at, _)| at)..start
}

/// The letters after `end` that belong to the word torn there, in bytes of the folded article.
pub(super) fn tail(end: usize, article: &Article) -> Range<usize> {
    let after = article.folded().text().get(end..).unwrap_or_default().chars();
    let letters = after.take(MAX_SCALARS).take_while(|&c| word::is_part(c));
    end..end + letters.map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_a_capital() {
        for (text, expected) in
            [("M. Dupont", true), ("Le chef", false), ("il", false), ("l'ONU", true), ("", false)]
        {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_beside_a_place_is_seen_within_the_sentence() {
        let article = Article::new("Il vient. M. Dupont (lui) signe. Kim part".to_owned());
        let at = |part: &str| article.folded().text().find(part).unwrap();
        assert!(follows_name(at("(lui"), &article) && !follows_name(at("signe"), &article));
        assert!(!follows_name(at("vient"), &article) && !follows_name(0, &article));
        assert!(precedes_name(at(" M."), &article) && precedes_name(at(" Kim"), &article));
        assert!(!precedes_name(at(". Kim"), &article) && !precedes_name(at("rt") + 2, &article));
    }
}
