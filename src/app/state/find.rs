//! Words that are looked for in the article that is being read.

use std::ops::Range;

use crate::app::screen::memo::Memo;
use crate::app::screen::prompt::Prompt;
use crate::model::SourceIndex;

/// Words being typed, and what comes back when they are given up.
#[derive(Clone, Debug)]
pub struct FindPrompt {
    /// The line.
    pub(crate) prompt: Prompt,
    /// Where one was in the article.
    pub(crate) from: Option<usize>,
    /// What was looked for before.
    pub(crate) before: Option<FindState>,
}

/// What is looked for in an article, and at which of its places one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FindState {
    pub(crate) source: SourceIndex,
    pub(crate) words: String,
    pub(crate) at: usize,
    pub(crate) scope: FindScope,
}

impl FindState {
    /// Whether something is looked for in the article alone.
    pub(crate) fn is_in_article(&self) -> bool {
        self.scope == FindScope::Article
    }
}

/// What looks for words in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindScope {
    /// A line typed in the article: one goes from place to place in it.
    Article,
    /// A search of everything that has led there: one goes on to its next hit.
    Everything,
}

/// The places in an article of words that were looked for, in bytes.
pub(crate) type FindMatches = Memo<(SourceIndex, String), Vec<Range<usize>>>;
