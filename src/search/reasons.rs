//! Why something answers: found again in the texts as they are written, for the few hits that are shown.

use std::ops::Range;

use super::column::long;
use super::field::{Field, FieldKind, Piece, Shelf, pieces};
use super::fold::Folded;
use super::hit::{Hit, Reason, Target, merged};
use super::index::{Corpus, Index};
use super::needle::Needle;
use super::rank;
use super::seek::{Answer, Seeker};
use crate::evidence::Article;
use crate::i18n::Lang;
use crate::model::QuoteIndex;

/// The most reasons that are given for an event.
const MOST: usize = 8;

/// By how much a wording in the language of the screen is preferred: more than where in a text a term stands,
/// less than whether it does so as a word.
const OWN_LANGUAGE: u32 = 10;

/// What reasons are looked for with.
pub(super) struct Reasons<'a> {
    pub(super) index: &'a Index,
    pub(super) corpus: Corpus<'a>,
    pub(super) seeker: &'a Seeker<'a>,
    pub(super) lang: Lang,
}

impl Reasons<'_> {
    /// The hit that an event is.
    pub(super) fn event(&self, answer: Answer) -> Hit {
        let mut texts = Vec::new();
        pieces(self.corpus.timeline, answer.item, &mut texts);
        // The long texts stand folded in the index in the same order, which tells fast what is not in them.
        let mut folded = self.index.long.group(answer.item);
        let mut found = Vec::new();
        let misspelt = self.seeker.misspelt(answer.item);
        for piece in &texts {
            let kind = piece.field.kind();
            let is_long = kind.shelf() == Shelf::Long;
            let known = if is_long { folded.next().map(|(_, text)| text) } else { None };
            let may_hold = |text| {
                let mut needles = self.seeker.wanted().zip(&misspelt);
                needles.any(|(needle, is_misspelt)| *is_misspelt || needle.is_in(text))
            };
            if known.is_none_or(may_hold) {
                found.extend(self.in_piece(piece, kind, &misspelt));
            }
        }
        if found.is_empty() && self.seeker.has_dates() {
            found.extend(texts.iter().filter_map(|piece| self.whole_date(piece)));
        }
        self.name_places(&mut found);
        let mut reasons = best_of_each_field(found);
        let more = reasons.len().saturating_sub(MOST);
        reasons.truncate(MOST);
        let target = match reasons.first().and_then(|reason| reason.field.quote()) {
            Some(quote) => Target::Quote(quote),
            None => Target::Event(answer.item),
        };
        Hit { target, reasons, more, score: answer.score }
    }

    /// Gives the places that were found by their ids, which nobody has to know, by their names: the one in which
    /// something was found too, else the one in the language of the screen with nothing found in it.
    fn name_places(&self, found: &mut Vec<(u32, Reason)>) {
        let place = |reason: &Reason| match reason.field {
            // What is in no language is the id.
            Field::Place(place) if reason.language.is_none() => Some(place),
            _ => None,
        };
        let ids: Vec<(u32, Reason)> = found.extract_if(.., |(_, reason)| place(reason).is_some()).collect();
        for (score, id) in ids {
            let named = found.iter_mut().filter(|(_, reason)| reason.field == id.field);
            if let Some((known, _)) = named.max_by_key(|(score, _)| *score) {
                *known = score.max(*known);
            } else if let Some(place) = place(&id).and_then(|place| self.corpus.timeline.places.get(place)) {
                let name = place.name.best(self.lang.tag());
                found.push((score, Reason::new(id.field, None, (name, 0), &[])));
            }
        }
    }

    /// What a text has of the query, and what that is worth; one in the language of the screen a little more.
    fn in_piece(&self, piece: &Piece<'_>, kind: FieldKind, misspelt: &[bool]) -> Option<(u32, Reason)> {
        let folded = Folded::new(&piece.text);
        let (score, highlights) = find(self.seeker, &folded, kind, misspelt)?;
        let score = score + self.preference(piece);
        Some((score, Reason::new(piece.field, piece.language, (&piece.text, 0), &highlights)))
    }

    fn preference(&self, piece: &Piece<'_>) -> u32 {
        let primary = piece.language.and_then(|tag| tag.split('-').next());
        if primary == Some(self.lang.tag()) { OWN_LANGUAGE } else { 0 }
    }

    /// The date of an event that answers by its time.
    fn whole_date(&self, piece: &Piece<'_>) -> Option<(u32, Reason)> {
        let text = &*piece.text;
        let reason =
            || Reason::new(piece.field, piece.language, (text, 0), std::slice::from_ref(&(0..text.len())));
        (piece.field == Field::Date).then(|| (self.preference(piece), reason()))
    }

    /// The hit that a passage is.
    pub(super) fn passage(&self, answer: Answer) -> Option<Hit> {
        let place = *self.index.passages.places.get(answer.item)?;
        let article = self.corpus.articles.get(place.source)?.as_ref()?;
        let text = article.text().get(long(place.start)..long(place.end))?;
        let folded = Folded::new(text);
        let misspelt: Vec<bool> =
            self.seeker.wanted().map(|needle| needle.grade(folded.text()).is_none()).collect();
        let (_, highlights) = find(self.seeker, &folded, FieldKind::Article, &misspelt)?;
        let first = highlights.first()?;
        let bytes = long(place.start) + first.start..long(place.start) + first.end;
        let language = self.corpus.timeline.sources.get(place.source).map(|source| source.language.as_str());
        let text = (text, long(place.start));
        let reason = Reason::new(Field::Article(place.source), language, text, &highlights);
        let quote = self.quote_at(place.source, article, &bytes);
        let target = Target::Passage { source: place.source, bytes, quote };
        Some(Hit { target, reasons: vec![reason], more: 0, score: answer.score })
    }

    /// The quote that rests on `bytes` of an article; of several, the shortest.
    fn quote_at(&self, source: usize, article: &Article, bytes: &Range<usize>) -> Option<QuoteIndex> {
        let (start, end) = (article.scalar_offset(bytes.start), article.scalar_offset(bytes.end));
        let quotes = self.corpus.timeline.quotes.iter().zip(self.corpus.anchors).enumerate();
        let resting = quotes.filter(|(_, (quote, _))| quote.source == Some(source)).filter_map(
            |(index, (_, anchor))| {
                let pieces = anchor.pieces();
                let is_on = pieces.iter().any(|span| span.start < end && start < span.end);
                let length: usize = pieces.iter().map(|span| span.end - span.start).sum();
                is_on.then_some((length, index))
            },
        );
        resting.min().map(|(_, index)| index)
    }
}

/// What a text has of the query: the worth of all its terms, and their places, in bytes of the original. Of the terms
/// that are `misspelt` a wrong letter is forgiven.
fn find(
    seeker: &Seeker<'_>,
    text: &Folded,
    kind: FieldKind,
    misspelt: &[bool],
) -> Option<(u32, Vec<Range<usize>>)> {
    let in_text = |(needle, is_misspelt): (&Needle<'_>, &bool)| {
        let forgiven = || if *is_misspelt { needle.forgiven(kind, text.text()) } else { None };
        let (grade, places) = needle.highlights(text.text(), kind.is_fuzzy()).or_else(forgiven)?;
        Some((rank::score(kind, needle.has_digit, grade), places))
    };
    let about = seeker.wanted().zip(misspelt).filter(|(needle, _)| needle.is_about(kind));
    let found: Vec<_> = about.filter_map(in_text).collect();
    let score = found.iter().map(|(score, _)| *score).sum();
    let places = found.into_iter().flat_map(|(_, places)| places);
    let highlights = merged(places.map(|place| text.original(&place)).collect());
    (!highlights.is_empty()).then_some((score, highlights))
}

/// The best wording of each field, the best field first.
fn best_of_each_field(mut found: Vec<(u32, Reason)>) -> Vec<Reason> {
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let mut fields = std::collections::HashSet::new();
    found.retain(|(_, reason)| fields.insert(reason.field));
    found.into_iter().map(|(_, reason)| reason).collect()
}
