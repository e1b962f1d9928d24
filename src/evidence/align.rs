//! Laying the words of a quote beside the words of an article that resemble them.

/// A word, as a number: the same number, the same word.
pub(super) type Word = usize;

/// How far, in words, a quote may drift from where it was thought to stand.
const DRIFT: usize = 48;
const WIDTH: usize = 2 * DRIFT + 1;

const SAME: i32 = 4;
const REPLACED: i32 = -2;
const LEFT_OUT: i32 = -2;
/// Dearer than a replacement, so that a changed word at the edge takes its counterpart into the passage.
const ADDED: i32 = -3;
const NEVER: i32 = i32::MIN / 2;

#[derive(Clone, Copy)]
enum Move {
    /// A word of the quote beside a word of the article.
    Pair,
    /// A word of the quote beside nothing.
    Added,
    /// A word of the article beside nothing.
    LeftOut,
}

/// For each word of the quote the place of the article's word beside it, the same or another; `None` beside
/// nothing. The whole quote is laid against whichever stretch fits best (Needleman and Wunsch, with free ends
/// in the article), no further than a few dozen words from `start`, where the quote was thought to begin.
pub(super) fn align(quote: &[Word], article: &[Word], start: usize) -> Vec<Option<usize>> {
    let table = Table { quote, article, start };
    // The cell in row i and column c: i words of the quote are laid, up to word i + start + c - DRIFT of the
    // article.
    let mut scores = [0; WIDTH];
    for (column, score) in scores.iter_mut().enumerate() {
        *score = if table.place(0, column).is_some() { 0 } else { NEVER };
    }
    let mut moves = Vec::with_capacity(quote.len());
    for row in 1..=quote.len() {
        let (next, made) = table.fill(row, &scores);
        scores = next;
        moves.push(made);
    }
    let best = scores.iter().max().copied().unwrap_or(NEVER);
    let column = scores.iter().position(|&score| score == best).unwrap_or(DRIFT);
    table.trace(&moves, column)
}

struct Table<'a> {
    quote: &'a [Word],
    article: &'a [Word],
    start: usize,
}

impl Table<'_> {
    /// How many words of the article lie before a cell; `None` outside the article.
    fn place(&self, row: usize, column: usize) -> Option<usize> {
        (self.start + row + column).checked_sub(DRIFT).filter(|&place| place <= self.article.len())
    }

    /// The scores and moves of a row, from the scores of the row before.
    fn fill(&self, row: usize, before: &[i32; WIDTH]) -> ([i32; WIDTH], [Move; WIDTH]) {
        let (mut scores, mut moves) = ([NEVER; WIDTH], [Move::Pair; WIDTH]);
        let word = self.quote.get(row - 1);
        let mut left = NEVER;
        for (column, (score, made)) in scores.iter_mut().zip(&mut moves).enumerate() {
            let Some(place) = self.place(row, column) else { continue };
            let other = place.checked_sub(1).and_then(|last| self.article.get(last));
            let pair = match other {
                None => NEVER,
                Some(_) if other == word => SAME,
                Some(_) => REPLACED,
            };
            let score_at = |column: usize| before.get(column).copied().unwrap_or(NEVER);
            let candidates = [
                (score_at(column).saturating_add(pair), Move::Pair),
                (score_at(column + 1).saturating_add(ADDED), Move::Added),
                (left.saturating_add(LEFT_OUT), Move::LeftOut),
            ];
            for (candidate, by) in candidates {
                if candidate > *score {
                    (*score, *made) = (candidate, by);
                }
            }
            left = *score;
        }
        (scores, moves)
    }

    /// Follows the moves back from the end.
    fn trace(&self, moves: &[[Move; WIDTH]], mut column: usize) -> Vec<Option<usize>> {
        let mut beside = vec![None; self.quote.len()];
        let mut row = moves.len();
        while let Some(by) = row.checked_sub(1).and_then(|last| moves.get(last)?.get(column)) {
            match by {
                Move::LeftOut if column == 0 => break,
                Move::LeftOut => column -= 1,
                Move::Added => {
                    row -= 1;
                    column += 1;
                }
                Move::Pair => {
                    if let Some(slot) = beside.get_mut(row - 1) {
                        *slot = self.place(row, column).and_then(|place| place.checked_sub(1));
                    }
                    row -= 1;
                }
            }
        }
        beside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        text.chars().map(|c| c as usize).collect()
    }

    #[test]
    fn words_find_their_counterparts() {
        let article = "qrsabcdefghtuv";
        let at = |word| article.find(word);
        let cases = [
            ("bcde", vec![at('b'), at('c'), at('d'), at('e')]),
            ("bcXe", vec![at('b'), at('c'), at('d'), at('e')]),
            ("Xcde", vec![at('b'), at('c'), at('d'), at('e')]),
            ("bcdX", vec![at('b'), at('c'), at('d'), at('e')]),
            ("bcefg", vec![at('b'), at('c'), at('e'), at('f'), at('g')]),
            ("bcXde", vec![at('b'), at('c'), None, at('d'), at('e')]),
        ];
        for (quote, expected) in cases {
            assert_eq!(align(&words(quote), &words(article), 4), expected, "{quote}");
        }
    }

    #[test]
    fn of_two_swapped_words_one_keeps_its_place() {
        let article = "abcdefg";
        let beside = align(&words("abdcefg"), &words(article), 0);
        let same = beside.iter().zip("abdcefg".chars());
        let same = same.filter(|(at, c)| at.is_some_and(|at| article[at..].starts_with(*c)));
        assert_eq!(same.count(), 6);
    }

    #[test]
    fn nothing_to_lay_and_nothing_to_lay_against() {
        assert_eq!(align(&[], &words("abc"), 0), []);
        assert_eq!(align(&words("ab"), &[], 0), [None, None]);
        assert_eq!(align(&words("ab"), &words("ab"), 900), [None, None]);
    }
}
