//! Asking an index.

use super::Corpus;
use super::hit::{Found, Hit, Target};
use super::index::Index;
use super::query::Query;
use super::reasons::Reasons;
use super::seek::{Answer, Cancelled, Seeker};
use crate::i18n::Lang;
use crate::model::{EventIndex, Timeline};

/// The most passages of one article among the hits.
const OF_ONE_ARTICLE: usize = 3;

/// What is asked of an index.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// What to look for. Everything answers an empty query.
    pub query: &'a Query,
    /// The language of the screen: of two wordings of a text that answer alike, the one in it is shown.
    pub lang: Lang,
    /// The most hits to bring.
    pub limit: usize,
}

impl Index {
    /// The best answers to a query; `None` where the answer is not wanted any more before it is found.
    /// `corpus` is the one that the index was made of; the anchors may have become known since.
    pub fn search(
        &self,
        corpus: Corpus<'_>,
        request: Request<'_>,
        cancelled: Cancelled<'_>,
    ) -> Option<Found> {
        let seeker = Seeker::new(self, request.query);
        let mut events = seeker.events(cancelled)?;
        let passages = seeker.passages(cancelled)?;
        if events.is_empty() && passages.is_empty() {
            events = seeker.events_around();
        }
        let mut found = Found { events: events.len(), passages: passages.len(), ..Found::default() };
        if events.is_empty() && passages.is_empty() {
            found.nearest = self.nearest_word(corpus, request.query, cancelled);
            return Some(found);
        }
        let reasons = Reasons { index: self, corpus, seeker: &seeker, lang: request.lang };
        for answer in best(events, request.limit) {
            if cancelled() {
                return None;
            }
            found.hits.push(reasons.event(answer));
        }
        let room = request.limit - found.hits.len();
        let shown = self.few_of_each_article(&passages);
        found.hits.extend(shown.into_iter().take(room).filter_map(|(answer, more)| {
            let hit = reasons.passage(answer)?;
            Some(Hit { more, ..hit })
        }));
        Some(found)
    }

    /// The events that answer a query, in the order of the timeline: what a filter leaves. Events inside others
    /// come without them, and the other way round. `None` where the answer is not wanted any more.
    pub fn events(&self, query: &Query, cancelled: Cancelled<'_>) -> Option<Vec<EventIndex>> {
        let seeker = Seeker::new(self, query);
        let mut answers = seeker.events(cancelled)?;
        if answers.is_empty() {
            answers = seeker.events_around();
        }
        Some(answers.into_iter().map(|answer| answer.item).collect())
    }

    /// The best passages of each article, the article with the best one first, each with the number of those
    /// of its article that are left out after it.
    fn few_of_each_article(&self, answers: &[Answer]) -> Vec<(Answer, usize)> {
        let source = |answer: &Answer| self.passages.places.get(answer.item).map(|place| place.source);
        // Passages are in the order of the articles.
        let mut articles: Vec<Vec<Answer>> =
            answers.chunk_by(|one, next| source(one) == source(next)).map(<[_]>::to_vec).collect();
        let mut counts = Vec::with_capacity(articles.len());
        for article in &mut articles {
            counts.push(article.len());
            *article = best(std::mem::take(article), OF_ONE_ARTICLE);
        }
        let mut order: Vec<_> = articles.into_iter().zip(counts).collect();
        order.sort_by_key(|(article, _)| std::cmp::Reverse(article.first().map(|best| best.score)));
        let with_more = |(article, count): (Vec<Answer>, usize)| {
            let last = article.len();
            let more = move |position| if position + 1 == last { count - last } else { 0 };
            article.into_iter().enumerate().map(move |(position, answer)| (answer, more(position)))
        };
        order.into_iter().flat_map(with_more).collect()
    }
}

/// The `limit` best answers, the best first, equally good ones in their order.
fn best(mut answers: Vec<Answer>, limit: usize) -> Vec<Answer> {
    let key = |answer: &Answer| (std::cmp::Reverse(answer.score), answer.item);
    if limit == 0 {
        return Vec::new();
    }
    if limit < answers.len() {
        answers.select_nth_unstable_by_key(limit - 1, key);
        answers.truncate(limit);
    }
    answers.sort_unstable_by_key(key);
    answers
}

/// The events whose texts are like `text`, the best first; its signs have no meaning.
pub fn like(timeline: &Timeline, text: &str) -> Vec<EventIndex> {
    let corpus = Corpus { timeline, articles: &[], anchors: &[] };
    let index = Index::new(corpus);
    let query = Query::words(text);
    let answers = Seeker::new(&index, &query).events(&|| false).unwrap_or_default();
    best(answers, usize::MAX).into_iter().map(|answer| answer.item).collect()
}

impl Found {
    /// How many answers are not among the hits.
    pub fn left_out(&self) -> usize {
        (self.events + self.passages).saturating_sub(self.hits.len())
    }

    /// The hits that lead to events, without those that lead into articles.
    pub fn event_hits(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| !matches!(hit.target, Target::Passage { .. }))
    }
}
