//! Which events and passages answer a query, and how well.

use std::num::NonZero;
use std::ops::Range;
use std::thread;

use super::column::long;
use super::date::{self, Time, time};
use super::field::FieldKind;
use super::index::Index;
use super::needle::{Grade, Needle};
use super::query::{Kind, Query, Scope};
use super::rank::{self, BEST_MISSPELT, BEST_OF_LIKE, BEST_OF_LONG};
use crate::model::EventIndex;

/// How many things one thread looks through at least: below that, starting another takes longer.
const SHARE: usize = 4_096;
/// After how many things one looks whether the answer is still wanted.
const PATIENCE: usize = 512;

/// Whether the answer is not wanted any more.
pub type Cancelled<'a> = &'a (dyn Fn() -> bool + Sync);

/// A query ready for searching an index.
pub(super) struct Seeker<'a> {
    index: &'a Index,
    groups: Vec<Vec<Sought<'a>>>,
    /// The times that all of the query may be.
    times: Vec<Time>,
}

/// A term, with what finding it in each of the shared texts is worth; 0 where it does not stand there.
struct Sought<'a> {
    needle: Needle<'a>,
    labels: Vec<u32>,
    /// The times that the term may be.
    times: Vec<Time>,
}

/// Something that answers, and how well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) score: u32,
    /// An event, or a passage.
    pub(super) item: usize,
}

impl<'a> Seeker<'a> {
    pub(super) fn new(index: &'a Index, query: &'a Query) -> Self {
        let sought = |term| Sought::new(Needle::new(term, || index.vocabulary()), index);
        let groups = query.groups.iter().map(|group| group.iter().map(sought).collect()).collect();
        Self { index, groups, times: query.dates.iter().filter_map(time).collect() }
    }

    /// The events nearest in time to the date that the query is, before and after it.
    pub(super) fn events_around(&self) -> Vec<Answer> {
        let mut events: Vec<EventIndex> =
            self.times.iter().flat_map(|wanted| date::around(&self.index.times, *wanted)).collect();
        events.sort_unstable();
        events.dedup();
        // All as good, for the order of time.
        events.into_iter().map(|item| Answer { score: 1, item }).collect()
    }

    /// Of the terms that something must have, by position, those that `event` has with a wrong letter at best.
    pub(super) fn misspelt(&self, event: EventIndex) -> Vec<bool> {
        let all = self.groups.iter().flatten().filter(|sought| !sought.needle.term.is_negated);
        all.map(|sought| self.in_event(sought, event).is_some_and(|score| score <= BEST_MISSPELT)).collect()
    }

    /// Whether something may answer by its time, without a word of the query standing in it.
    pub(super) fn has_dates(&self) -> bool {
        !self.times.is_empty() || self.groups.iter().flatten().any(|sought| !sought.times.is_empty())
    }

    /// The terms that something must have.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &Needle<'a>> {
        let all = self.groups.iter().flatten().map(|sought| &sought.needle);
        all.filter(|needle| !needle.term.is_negated)
    }

    /// The events that answer, in the order of the timeline; `None` where the answer is not wanted any more.
    pub(super) fn events(&self, cancelled: Cancelled<'_>) -> Option<Vec<Answer>> {
        in_parallel(self.index.event_count(), cancelled, |event| {
            let by_words = self.score(|sought| self.in_event(sought, event));
            by_words.max(self.by_time(&self.times, event))
        })
    }

    /// The passages of articles that answer, likewise. A query of nothing but filters and negations is about
    /// events: every passage would answer it.
    pub(super) fn passages(&self, cancelled: Cancelled<'_>) -> Option<Vec<Answer>> {
        if !self.wanted().any(|needle| needle.term.scope == Scope::Anywhere && !needle.is_slight()) {
            return Some(Vec::new());
        }
        let places = &self.index.passages.places;
        in_parallel(places.len(), cancelled, |passage| {
            let answer = self.score(|sought| self.in_passage(sought, passage))?;
            // A filter or a negation lets a passage pass; only words make it an answer.
            let has_words = || {
                let (_, text) = self.index.passages.texts.text(passage)?;
                let mut words = self.wanted().filter(|needle| needle.term.scope == Scope::Anywhere);
                words.find_map(|needle| {
                    needle.grade(text).or_else(|| needle.forgiven_in(FieldKind::Article, text))
                })
            };
            has_words().map(|_| answer)
        })
    }

    /// What all terms together are worth where `find` says what one of them is worth.
    fn score(&self, find: impl Fn(&Sought<'_>) -> Option<u32>) -> Option<u32> {
        self.groups.iter().try_fold(0, |sum: u32, group| {
            let alternative = |sought: &Sought<'_>| match (find(sought), sought.needle.term.is_negated) {
                (score, false) => score,
                (None, true) => Some(0),
                (Some(_), true) => None,
            };
            Some(sum.saturating_add(group.iter().filter_map(alternative).max()?))
        })
    }

    fn in_event(&self, sought: &Sought<'_>, event: EventIndex) -> Option<u32> {
        let needle = &sought.needle;
        let index = self.index;
        let mut best =
            index.labels.of_event(event).iter().map(|label| sought.label(*label)).max().unwrap_or(0);
        if needle.term.scope != Scope::Anywhere {
            return Some(best).filter(|best| *best > 0);
        }
        if needle.is_in(index.short.whole_group(event)) {
            best = best.max(needle.best_of(index.short.group(event)));
        }
        if best < BEST_OF_LIKE && index.letters.get(event).is_some_and(|letters| needle.may_be_like(*letters))
        {
            best = best.max(needle.most_like_of(index.short.group(event)));
        }
        if best < BEST_OF_LONG && !needle.is_slight() && needle.is_in(index.long.whole_group(event)) {
            best = best.max(needle.best_of(index.long.group(event)));
        }
        best = best.max(self.by_time(&sought.times, event).unwrap_or(0));
        if best == 0 {
            for texts in [&index.short, &index.long] {
                if needle.may_be_misspelt(texts.whole_group(event)) {
                    best = best
                        .max(needle.highest(texts.group(event), |kind, text| needle.forgiven_in(kind, text)));
                }
            }
        }
        Some(best).filter(|best| *best > 0)
    }

    /// What the time of an event is worth where it has a day in common with one of `times`.
    fn by_time(&self, times: &[Time], event: EventIndex) -> Option<u32> {
        let own = self.index.times.get(event).copied().flatten()?;
        times.iter().any(|wanted| date::overlap(own, *wanted)).then(|| rank::time(own))
    }

    fn in_passage(&self, sought: &Sought<'_>, passage: usize) -> Option<u32> {
        let needle = &sought.needle;
        match needle.term.scope {
            Scope::Anywhere => {
                let (kind, text) = self.index.passages.texts.text(passage)?;
                let grade = needle.grade(text).or_else(|| needle.forgiven_in(kind, text))?;
                Some(rank::score(kind, false, grade))
            }
            Scope::Source => {
                let source = self.index.passages.places.get(passage)?.source;
                let labels = self.index.labels.of_source(source);
                labels.iter().any(|label| sought.label(*label) > 0).then_some(0)
            }
            Scope::Tag | Scope::Place | Scope::Speaker => None,
        }
    }
}

impl<'a> Sought<'a> {
    fn new(needle: Needle<'a>, index: &Index) -> Self {
        let texts = &index.labels.texts;
        let worth = |label: usize| {
            let (kind, text) = texts.text(label)?;
            if !needle.is_about(kind) {
                return None;
            }
            let like = || needle.may_be_like(*index.labels.letters.get(label)?).then_some(());
            let grade = needle.grade(text).or_else(|| like().and_then(|()| needle.likeness(text)));
            let grade = grade.or_else(|| needle.forgiven_in(kind, text))?;
            Some(rank::score(kind, needle.has_digit, grade))
        };
        let labels = (0..texts.len()).map(|label| worth(label).unwrap_or(0)).collect();
        let times = needle.term.dates.iter().filter_map(time).collect();
        Self { needle, labels, times }
    }

    fn label(&self, label: u32) -> u32 {
        self.labels.get(long(label)).copied().unwrap_or(0)
    }
}

impl Needle<'_> {
    /// Whether it is a single letter or digit, as one begins to type: almost every long text has it, so only short
    /// ones are looked through. A sign of a script whose words are that short is more than one byte.
    fn is_slight(&self) -> bool {
        self.term.kind == Kind::Fuzzy && !self.term.is_negated && self.term.text.len() == 1
    }

    /// See [`Term::is_about`].
    pub(super) fn is_about(&self, kind: FieldKind) -> bool {
        self.term.is_about(kind)
    }

    fn forgiven_in(&self, kind: FieldKind, text: &str) -> Option<Grade> {
        self.forgiven(kind, text).map(|(grade, _)| grade)
    }

    fn best_of<'t>(&self, texts: impl Iterator<Item = (FieldKind, &'t str)>) -> u32 {
        self.highest(texts, |_, text| self.grade(text))
    }

    fn most_like_of<'t>(&self, texts: impl Iterator<Item = (FieldKind, &'t str)>) -> u32 {
        self.highest(texts, |kind, text| if kind.is_fuzzy() { self.likeness(text) } else { None })
    }

    fn highest<'t>(
        &self,
        texts: impl Iterator<Item = (FieldKind, &'t str)>,
        grade: impl Fn(FieldKind, &str) -> Option<Grade>,
    ) -> u32 {
        let worth = |(kind, text)| Some(rank::score(kind, self.has_digit, grade(kind, text)?));
        texts.filter_map(worth).max().unwrap_or(0)
    }
}

/// The items below `count` that have a score, in order; looked for on as many threads as help. `None` where
/// the answer is not wanted any more.
fn in_parallel(
    count: usize,
    cancelled: Cancelled<'_>,
    score: impl Fn(usize) -> Option<u32> + Sync,
) -> Option<Vec<Answer>> {
    let look = |items: Range<usize>| {
        let mut answers = Vec::new();
        for item in items {
            if item % PATIENCE == 0 && cancelled() {
                return None;
            }
            answers.extend(score(item).map(|score| Answer { score, item }));
        }
        Some(answers)
    };
    if count < 2 * SHARE {
        return look(0..count);
    }
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(count / SHARE);
    let share = count.div_ceil(threads);
    let look = &look;
    thread::scope(|scope| {
        let start =
            |thread: usize| scope.spawn(move || look(thread * share..count.min((thread + 1) * share)));
        let started: Vec<_> = (0..threads).map(start).collect();
        let mut all = Vec::new();
        let mut is_whole = true;
        for thread in started {
            match thread.join() {
                Ok(Some(mut answers)) => all.append(&mut answers),
                Ok(None) => is_whole = false,
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        is_whole.then_some(all)
    })
}
