//! Answers a question, on a thread that nobody waits for.

use std::sync::Arc;

use crate::evidence::Anchor;
use crate::load::{Draft, Proof};
use crate::search::{Corpus, Index, Query, Request};

use super::message::{Answer, Answers, Question, Wanted};
use super::state::filter::Filter;

/// More hits than anybody looks through.
const MOST: usize = 80;

/// The corpus of a timeline, with what is known of its quotes.
pub fn corpus<'a>(draft: &'a Draft, proof: Option<&'a Proof>) -> Corpus<'a> {
    let anchors: &[Anchor] = proof.map_or(&[], |proof| &proof.anchors);
    Corpus { timeline: &draft.timeline, articles: &draft.articles, anchors }
}

/// Answers a question; `None` where `cancelled` says that nobody waits for the answer any more.
pub fn answer(
    index: &Index,
    corpus: Corpus<'_>,
    question: &Question,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Answer> {
    let query = Query::parse(&question.text);
    let answers = match question.wanted {
        Wanted::Hits => {
            let request = Request { query: &query, lang: question.lang, limit: MOST };
            Answers::Hits(index.search(corpus, request, cancelled)?)
        }
        Wanted::Events => {
            let events = index.events(&query, cancelled)?;
            let nearest = events.is_empty().then(|| index.nearest_word(corpus, &query, cancelled)).flatten();
            let filter = Filter::new(corpus.timeline, question.text.clone(), events).or(nearest);
            Answers::Events(Arc::new(filter))
        }
    };
    Some(Answer { number: question.number, text: question.text.clone(), answers })
}
