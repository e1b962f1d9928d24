//! Searching: what is typed, what answers it, and which of the answers one is at.

use std::sync::Arc;

use crate::app::screen::page::Position;
use crate::app::screen::prompt::Prompt;
use crate::search::{Found, Target};

use super::find::FindState;

/// A search while it is being typed.
#[derive(Clone, Debug, Default)]
pub struct SearchPrompt {
    /// The line.
    pub prompt: Prompt,
    /// The number of the last question.
    pub(crate) number: u64,
    /// The last answer: while the next one is on its way, that to what was typed before.
    pub results: Option<Arc<SearchResults>>,
    /// Where one is among its hits.
    pub at: Position,
}

/// The hits of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchResults {
    /// The number of the question.
    pub(crate) number: u64,
    pub(crate) text: String,
    /// What answers it.
    pub found: Found,
}

impl SearchResults {
    /// `3/26`: which of the hits one is at, from 0, and how many there are to go through; `3/26+` where still more was
    /// found.
    pub fn tally(&self, at: usize) -> String {
        let count = self.found.hits.len();
        let more = if self.found.left_out() > 0 { "+" } else { "" };
        format!("{}/{count}{more}", (at + 1).min(count))
    }
}

/// What was searched for, everywhere and in an article.
#[derive(Debug, Default)]
pub(crate) struct SearchState {
    pub(crate) cursor: Option<ResultCursor>,
    pub(crate) find: Option<FindState>,
    questions: u64,
}

impl SearchState {
    pub(crate) fn next_question(&mut self) -> u64 {
        self.questions += 1;
        self.questions
    }
}

/// Hits that are gone through one after the other.
#[derive(Clone, Debug)]
pub(crate) struct ResultCursor {
    pub(crate) results: Arc<SearchResults>,
    pub(crate) at: usize,
}

impl ResultCursor {
    /// Goes on with the hits whose targets `keep` keeps, which may change them.
    pub(crate) fn retain(&mut self, keep: impl Fn(&mut Target) -> bool) {
        let results = Arc::make_mut(&mut self.results);
        let mut at = 0;
        let mut index = 0;
        results.found.hits.retain_mut(|hit| {
            let is_kept = keep(&mut hit.target);
            at += usize::from(is_kept && index < self.at);
            index += 1;
            is_kept
        });
        self.at = at;
    }

    /// Goes `steps` hits on, around the ends.
    pub(crate) fn advance(&mut self, steps: isize) {
        self.at = wrapped(self.at, steps, self.results.found.hits.len());
    }
}

/// The place `steps` on from `at` among `count`, around the ends.
fn wrapped(at: usize, steps: isize, count: usize) -> usize {
    let count = isize::try_from(count).unwrap_or(isize::MAX).max(1);
    let at = isize::try_from(at).unwrap_or_default();
    usize::try_from((at + steps % count).rem_euclid(count)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_hit_is_before_the_first() {
        assert_eq!(wrapped(0, -1, 3), 2);
        assert_eq!(wrapped(2, 1, 3), 0);
        assert_eq!(wrapped(1, 7, 3), 2);
        assert_eq!(wrapped(0, isize::MIN, 1), 0);
        assert_eq!(wrapped(0, 5, 0), 0);
    }
}
