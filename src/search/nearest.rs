//! What was probably meant by a query that nothing answers.

use super::field::{Field, pieces};
use super::fold::{Folded, fold};
use super::index::{Corpus, Index};
use super::query::{Query, Scope, Term};
use super::seek::{Cancelled, Seeker};
use super::spelling::{self, words};

impl Index {
    /// The word nearest to the first term of `query` that stands nowhere, as it is written in the timeline or an
    /// article. For a filter it is a word of what the filter looks at.
    pub fn nearest_word(
        &self,
        corpus: Corpus<'_>,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Option<String> {
        let wanted = query.groups.iter().flatten().filter(|term| !term.is_negated);
        wanted.filter(|term| !self.has(term, cancelled)).find_map(|term| {
            let word = self.near(term)?;
            Some(self.written(corpus, term, &word).unwrap_or(word))
        })
    }

    fn has(&self, term: &Term, cancelled: Cancelled<'_>) -> bool {
        let query = Query::only(term);
        let seeker = Seeker::new(self, &query);
        let is_empty = |answers: Option<Vec<_>>| answers.is_some_and(|answers| answers.is_empty());
        !(is_empty(seeker.events(cancelled)) && is_empty(seeker.passages(cancelled)))
    }

    fn near(&self, term: &Term) -> Option<String> {
        if term.scope == Scope::Anywhere {
            return self.vocabulary().nearest(&term.text).map(str::to_owned);
        }
        let texts = (0..self.labels.texts.len()).filter_map(|label| self.labels.texts.text(label));
        let labels = texts.filter(|(kind, _)| term.is_about(*kind)).map(|(_, text)| text);
        let words = labels.flat_map(|label| words(label).chain([label])).map(|word| (word, 1));
        spelling::nearest(&term.text, words).map(str::to_owned)
    }

    /// How `word`, which is folded, is written where it first stands.
    fn written(&self, corpus: Corpus<'_>, term: &Term, word: &str) -> Option<String> {
        let mut texts = Vec::new();
        let mut in_event = |event: usize| {
            pieces(corpus.timeline, event, &mut texts);
            let about = texts.iter().filter(|piece| term.is_about(piece.field.kind()));
            about
                .filter(|piece| !matches!(piece.field, Field::Id))
                .find_map(|piece| as_written(&piece.text, word))
        };
        let events = (0..self.event_count()).filter(|event| self.may_hold(*event, word));
        { events }.find_map(&mut in_event).or_else(|| {
            let articles = corpus.articles.iter().flatten();
            { articles }.find_map(|article| as_written(article.text(), word))
        })
    }

    fn may_hold(&self, event: usize, word: &str) -> bool {
        let labels = self.labels.of_event(event).iter();
        let mut labels = labels.filter_map(|label| self.labels.texts.text(super::column::long(*label)));
        self.short.whole_group(event).contains(word)
            || self.long.whole_group(event).contains(word)
            || labels.any(|(_, text)| text.contains(word))
    }
}

fn as_written(text: &str, word: &str) -> Option<String> {
    if !fold(text).contains(word) {
        return None;
    }
    let folded = Folded::new(text);
    let is_letter = |c: char| c.is_alphanumeric();
    let mut places = folded.text().match_indices(word).map(|(at, _)| at..at + word.len());
    let place = places.find(|place| {
        let (before, after) = (&folded.text()[..place.start], &folded.text()[place.end..]);
        !before.ends_with(is_letter) && !after.starts_with(is_letter)
    })?;
    text.get(folded.original(&place)).map(str::to_owned)
}
