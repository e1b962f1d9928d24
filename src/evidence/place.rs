//! Placing the pieces of a quote with marks.

use std::ops::Range;

use super::{
    Article,
    budget::{Budget, OverBudget, PLACE},
    case, edge, find,
    fold::Folded,
    mark::{Edge, Mark, MarkKind, Marked, Piece, keeps_sense_in_other_case},
    quotation,
    steps::{Step, chain, first_step, follow, shortest},
    word,
};

/// A piece between two cuts has so many words or letters at least: shorter ones can be picked anywhere, and
/// strung together they say anything.
const FEWEST_WORDS: usize = 3;
const FEWEST_LETTERS: usize = 6;

/// For each piece its bytes in the folded article.
pub(super) type Way = Vec<Range<usize>>;

/// What the marks of a quote may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// Cuts stand for words left out, changes for the same letter in another case.
    Cut,
    /// Changes stand for anything.
    Altered,
    /// Cuts tear words and numbers, too. It only serves to say why a quote is refused.
    Torn,
}

/// An article, folded in one way.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) article: &'a Article,
    pub(super) folded: &'a Folded,
}

impl Ground<'_> {
    /// The bytes of the article that `range` of the folded text stands for, where the quote whose folding has the same
    /// text agrees with it in its hyphens.
    pub(super) fn place(&self, range: &Range<usize>, folded: &Folded) -> Option<Range<usize>> {
        let bytes = self.article.place_in(self.folded, range)?;
        self.folded.agrees(range, folded).then_some(bytes)
    }

    /// Whether the quotation marks of `bytes` of the article turn as those of `quote` do.
    pub(super) fn turns_like(&self, bytes: &Range<usize>, quote: &str) -> bool {
        self.article.text().get(bytes.clone()).is_some_and(|passage| quotation::turn_alike(quote, passage))
    }
}

/// A quote with marks that is looked for in an article.
pub(super) struct Search<'a> {
    pub(super) marked: &'a Marked<'a>,
    pub(super) ground: Ground<'a>,
    pub(super) rule: Rule,
}

impl Search<'_> {
    /// Every tightest way to place the pieces in order. The first piece begins where `fits_start` says so, the last
    /// ends where `fits_end` does. At most `limit` ways.
    ///
    /// A piece follows another at any distance. Of its places only those between graphemes count, and those that tear
    /// nothing but where a change stands. Tightness is the number of folded scalars from the first piece to the last.
    pub(super) fn tightest(
        &self,
        fits_start: impl Fn(usize) -> bool,
        fits_end: impl Fn(usize) -> bool,
        limit: usize,
        budget: &mut Budget,
    ) -> Result<Vec<Way>, OverBudget> {
        if !self.applies() {
            return Ok(Vec::new());
        }
        let mut layers: Vec<Vec<Step>> = Vec::with_capacity(self.marked.pieces.len());
        for number in 0..self.marked.pieces.len() {
            let is_last = number + 1 == self.marked.pieces.len();
            let places = self.places(number, budget)?;
            let places = places.into_iter().filter(|place| !is_last || fits_end(place.end));
            let layer = match layers.last() {
                None => places.filter(|place| fits_start(place.start)).map(first_step).collect(),
                Some(before) => follow(before, places, |gap| self.may_stand_for(number, gap)),
            };
            if layer.is_empty() {
                return Ok(Vec::new());
            }
            layers.push(layer);
        }
        let Some(last) = layers.last() else { return Ok(Vec::new()) };
        budget.search(self.ground.folded.text())?;
        let ways = shortest(last, self.ground.folded.text(), limit);
        Ok(ways.into_iter().map(|step| chain(&layers, step)).collect())
    }

    /// Whether the marks are such as the rule allows, and enough is left between them to prove anything: one piece at
    /// least holds a whole word, and each between two cuts enough.
    fn applies(&self) -> bool {
        let is_allowed = |(number, joint): (usize, &Vec<Mark>)| {
            let changes = joint.iter().filter(|mark| mark.kind == MarkKind::Change);
            self.rule != Rule::Cut || changes.count() <= usize::from(self.marked.initial(number).is_some())
        };
        let is_enough = |piece: &Piece| {
            piece.folded.text().chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST_LETTERS
                || word::ranges(piece.folded.text()).count() >= FEWEST_WORDS
        };
        let pieces = &self.marked.pieces;
        let mut between_cuts = pieces
            .iter()
            .enumerate()
            .filter(|&(number, _)| self.marked.has_cut(number) && self.marked.has_cut(number + 1));
        self.marked.joints.iter().enumerate().all(is_allowed)
            && pieces.iter().any(holds_word)
            && between_cuts.all(|(_, piece)| holds_word(piece) && is_enough(piece))
    }

    /// Whether the marks before the piece `number` may stand for `gap` of the folded article.
    fn may_stand_for(&self, number: usize, gap: Range<usize>) -> bool {
        self.rule != Rule::Cut || self.may_hold_nothing(number, gap)
    }

    /// Whether there is a cut before the piece `number` that `gap` is left out by, or nothing in `gap` to be left out.
    pub(super) fn may_hold_nothing(&self, number: usize, gap: Range<usize>) -> bool {
        self.marked.has_cut(number)
            || self.ground.folded.text().get(gap).is_some_and(|gap| matches!(gap, "" | " "))
    }

    /// Where the piece `number` may stand in the folded article, with the letter whose case is changed.
    fn places(&self, number: usize, budget: &mut Budget) -> Result<Way, OverBudget> {
        let Some(piece) = self.marked.pieces.get(number) else { return Ok(Vec::new()) };
        let (words, text) = (piece.folded.text(), self.ground.folded.text());
        budget.search(text)?;
        let cost = if quotation::has_marks(words) { PLACE + words.len() } else { PLACE };
        let initial = self.marked.initial(number).filter(|_| self.rule == Rule::Cut);
        let mut places = Vec::new();
        for start in find::places(words, text) {
            budget.spend(cost)?;
            places.extend(self.fit(number, piece, initial.as_deref(), start..start + words.len()));
        }
        Ok(places)
    }

    /// `place` with the letter before it whose case is changed; `None` where the piece may not stand there.
    fn fit(
        &self,
        number: usize,
        piece: &Piece,
        initial: Option<&str>,
        place: Range<usize>,
    ) -> Option<Range<usize>> {
        let bytes = self.ground.place(&place, &piece.folded)?;
        let text = self.ground.article.text();
        let is_joint = |number: usize| self.marked.joints.get(number).is_some_and(|joint| !joint.is_empty());
        let ends = match piece.end {
            _ if self.rule == Rule::Torn => true,
            Edge::Whole => {
                let parts_unit = is_joint(number + 1) && edge::parts_unit(text, bytes.end);
                !parts_unit && !edge::ends_inside(text, bytes.end)
            }
            Edge::Word => !word::is_inside(text, bytes.end),
            Edge::Torn => true,
        };
        let written = self.marked.quote.get(piece.bytes.clone())?;
        if quotation::has_marks(piece.folded.text()) && !self.ground.turns_like(&bytes, written) {
            return None;
        }
        if let Some(initial) = initial {
            return self.with_initial(initial, place).filter(|_| ends);
        }
        let starts = match piece.start {
            _ if self.rule == Rule::Torn => true,
            Edge::Whole => {
                let parts_unit = is_joint(number) && edge::parts_unit(text, bytes.start);
                !parts_unit && !edge::starts_inside(text, bytes.start)
            }
            Edge::Word => !word::is_inside(text, bytes.start),
            Edge::Torn => true,
        };
        (starts && ends).then_some(place)
    }

    /// `place` with the letter before it, where that is the one in `initial` but for its case and begins a word.
    pub(super) fn with_initial(&self, initial: &str, place: Range<usize>) -> Option<Range<usize>> {
        let letter = Folded::new(initial);
        let (before, after) = self.ground.folded.text().split_at_checked(place.start)?;
        let before = if initial.ends_with(' ') { before.strip_suffix(' ')? } else { before };
        let last = letter.text().chars().count().checked_sub(1)?;
        let (before, said) = before.split_at_checked(before.char_indices().rev().nth(last)?.0)?;
        let bytes = self.ground.article.place_in(self.ground.folded, &(before.len()..place.end))?;
        let end: String = after.chars().take_while(|&c| word::is_part(c)).collect();
        let end = if initial.ends_with(' ') { "" } else { &end };
        let is_initial = keeps_sense_in_other_case(before, said, end)
            && !edge::starts_inside(self.ground.article.text(), bytes.start)
            && case::is_same_letter(letter.text(), said);
        is_initial.then_some(before.len()..place.end)
    }
}

/// Whether some word of the piece is whole: none that a change is written into.
fn holds_word(piece: &Piece) -> bool {
    word::ranges(piece.folded.text()).any(|word| {
        (word.start > 0 || piece.start != Edge::Torn)
            && (word.end < piece.folded.text().len() || piece.end != Edge::Torn)
    })
}
