//! How much looking up may cost, counted in work and not in time, so that the same file always gets the same answer.

/// What one place of a piece costs: the edges of words and graphemes around it are looked at.
pub(super) const PLACE: usize = 300;

/// So many bytes of an article are searched for the price of one.
const AT_ONCE: usize = 8;

/// What the quotes of one file may cost together, in nanoseconds of a small machine, about.
const FILE: usize = 500_000_000;

/// What one quote may cost, so that a hostile one leaves something to the others.
const QUOTE: usize = 60_000_000;

/// What may be spent on looking up the quotes of one file.
#[derive(Clone, Debug)]
pub struct Budget {
    left: usize,
    left_for_quote: usize,
}

/// There was not enough left to look a quote up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverBudget;

impl Default for Budget {
    fn default() -> Self {
        Self { left: FILE, left_for_quote: QUOTE }
    }
}

impl Budget {
    /// Turns to the next quote.
    pub(super) fn turn_to_next(&mut self) {
        self.left_for_quote = QUOTE;
    }

    pub(super) fn spend(&mut self, work: usize) -> Result<(), OverBudget> {
        self.left_for_quote = self.left_for_quote.checked_sub(work).ok_or(OverBudget)?;
        self.left = self.left.checked_sub(work).ok_or(OverBudget)?;
        Ok(())
    }

    /// Pays for one search of `text`.
    pub(super) fn search(&mut self, text: &str) -> Result<(), OverBudget> {
        self.spend(text.len() / AT_ONCE + 1)
    }
}
