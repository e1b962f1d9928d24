//! What articles have word for word in common.
//!
//! Two articles share a *run* where the same folded characters stand in both, as many as there are. Comparing
//! every article with every other would take time that grows with the square of the text. So all articles
//! are put into one index of [`fingerprint`]s, which leads to the pairs that share a long run; only such a pair
//! is then looked through for all it shares. A fingerprint proves nothing: characters are compared.

mod fingerprint;
mod run;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::RandomState;
use std::sync::OnceLock;

use super::{Article, Span};
use fingerprint::{Fingerprint, Winnower};
pub use run::SharedRun;
use run::{Stretch, Texts};

/// Two articles overlap if they share a run of at least this many folded characters.
pub const OVERLAP: usize = 100;

/// Of articles that overlap, the shared runs of at least this many folded characters are told. Shorter ones
/// are often turns of phrase.
pub const SHORTEST_RUN: usize = 50;

/// How often one article may repeat a fingerprint before further places are ignored.
const REPEATED: usize = 16;

/// Folding drops blanks beside quotation marks, which count as characters of a run. So a run may have fewer
/// bytes than characters, though hardly one in five.
const fn bytes(characters: usize) -> usize {
    characters * 4 / 5
}

/// Two articles that share text, by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The one that comes first.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// See [`OverlapIndex::runs`].
    pub runs: Vec<SharedRun>,
}

/// All articles of a timeline, ready to tell which of them share text.
#[derive(Debug)]
pub struct OverlapIndex<'a> {
    articles: &'a [Option<Article>],
    /// Fingerprints that stand in more than one article, by hash, then article, then place.
    entries: Vec<Entry>,
    /// The positions in `entries` of the fingerprints of each article.
    by_article: Vec<Vec<u32>>,
    fine: Winnower,
    /// For each article, fingerprints for runs of [`SHORTEST_RUN`], by hash.
    fine_fingerprints: Vec<OnceLock<Vec<Fingerprint>>>,
    coarse_window: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    hash: u32,
    article: u32,
    at: u32,
}

impl<'a> OverlapIndex<'a> {
    /// Reads all articles once.
    pub fn new(articles: &'a [Option<Article>]) -> Self {
        let hasher = RandomState::new();
        let coarse = Winnower::new(bytes(OVERLAP), &hasher);
        let mut entries = Vec::new();
        for (article, number) in articles.iter().zip(0..) {
            let Some(article) = article else { continue };
            let fingerprints = coarse.choose(article.folded().text().as_bytes());
            entries.extend(fingerprints.iter().map(|&Fingerprint { hash, at }| Entry {
                hash,
                article: number,
                at,
            }));
        }
        entries.sort_unstable();
        let entries: Vec<Entry> = entries.chunk_by(|a, b| a.hash == b.hash).flat_map(of_several).collect();
        let mut by_article = vec![Vec::new(); articles.len()];
        for (entry, position) in entries.iter().zip(0..) {
            if let Some(positions) = by_article.get_mut(entry.article as usize) {
                positions.push(position);
            }
        }
        Self {
            articles,
            entries,
            by_article,
            fine: Winnower::new(bytes(SHORTEST_RUN), &hasher),
            fine_fingerprints: articles.iter().map(|_| OnceLock::new()).collect(),
            coarse_window: coarse.window,
        }
    }

    /// The articles after `first` that overlap with it, of those that are `wanted`; by position.
    pub fn partners(&self, first: usize, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut is_open: Vec<bool> =
            (0..self.articles.len()).map(|second| second > first && wanted(second)).collect();
        let mut partners = Vec::new();
        for &position in self.by_article.get(first).into_iter().flatten() {
            let later = self.entries.get(position as usize..).unwrap_or_default();
            let Some((own, others)) = later.split_first() else { continue };
            for other in others.iter().take_while(|other| other.hash == own.hash) {
                let second = other.article as usize;
                if !is_open.get(second).is_some_and(|is_open| *is_open) {
                    continue;
                }
                let run = self.texts(first, second).and_then(|texts| {
                    let hit = texts.around(own.at as usize, other.at as usize, self.coarse_window)?;
                    texts.shared_run(&hit, OVERLAP)
                });
                if run.is_some() {
                    is_open[second] = false;
                    partners.push(second);
                }
            }
        }
        partners.sort_unstable();
        partners
    }

    /// All pairs that overlap, the one with the longest run first.
    pub fn overlaps(&self) -> Vec<Overlap> {
        let pairs = (0..self.articles.len())
            .flat_map(|first| self.partners(first, |_| true).into_iter().map(move |second| (first, second)));
        let mut all: Vec<Overlap> =
            pairs.map(|(first, second)| Overlap { first, second, runs: self.runs(first, second) }).collect();
        all.sort_by_key(|overlap| Reverse(overlap.runs.first().map(|longest| longest.length)));
        all
    }

    /// What two articles share, in runs of at least [`SHORTEST_RUN`] folded characters, the longest first.
    /// Each is as long as it can be. A run is left out where longer ones cover it in both articles, as
    /// happens where text is repeated.
    pub fn runs(&self, first: usize, second: usize) -> Vec<SharedRun> {
        let Some(texts) = self.texts(first, second) else { return Vec::new() };
        let mut hits = common(self.fine(first), self.fine(second));
        // By shift, and along it, so that what lies in the run before is passed over.
        hits.sort_unstable_by_key(|&(a, b)| (i64::from(a) - i64::from(b), a));
        let mut runs = Vec::new();
        let mut last: Option<Stretch> = None;
        for (a, b) in hits {
            let (a, b) = (a as usize, b as usize);
            if last.as_ref().is_some_and(|last| last.holds(a, b)) {
                continue;
            }
            if let Some(stretch) = texts.around(a, b, self.fine.window) {
                runs.extend(texts.shared_run(&stretch, SHORTEST_RUN));
                last = Some(stretch);
            }
        }
        runs.sort_unstable_by_key(|run| (Reverse(run.length), run.first.start, run.second.start));
        without_covered(runs)
    }

    fn texts(&self, first: usize, second: usize) -> Option<Texts<'a>> {
        let article = |index: usize| self.articles.get(index)?.as_ref();
        Some(Texts { first: article(first)?, second: article(second)? })
    }

    fn fine(&self, article: usize) -> &[Fingerprint] {
        let known = self.fine_fingerprints.get(article).zip(self.articles.get(article));
        let Some((fingerprints, Some(article))) = known else { return &[] };
        fingerprints.get_or_init(|| {
            let mut fingerprints = self.fine.choose(article.folded().text().as_bytes());
            fingerprints.sort_unstable();
            fingerprints
        })
    }
}

/// The entries of one fingerprint, if it stands in several articles; of each article not too many.
fn of_several(equal: &[Entry]) -> impl Iterator<Item = Entry> {
    let is_shared = equal.first().map(|entry| entry.article) != equal.last().map(|entry| entry.article);
    let equal = if is_shared { equal } else { &[] };
    equal.chunk_by(|a, b| a.article == b.article).flat_map(|of_one| of_one.iter().take(REPEATED).copied())
}

/// The places at which two lists, by hash, have equal fingerprints.
fn common(a: &[Fingerprint], b: &[Fingerprint]) -> Vec<(u32, u32)> {
    let groups = |list| <[Fingerprint]>::chunk_by(list, |a: &Fingerprint, b: &Fingerprint| a.hash == b.hash);
    let mut places = Vec::new();
    let mut others = groups(b).peekable();
    for group in groups(a) {
        while others.next_if(|other| other[0].hash < group[0].hash).is_some() {}
        if let Some(other) = others.next_if(|other| other[0].hash == group[0].hash) {
            for one in group.iter().take(REPEATED) {
                places.extend(other.iter().take(REPEATED).map(|two| (one.at, two.at)));
            }
        }
    }
    places
}

/// `runs`, the longest first, without those that lie in longer ones in both articles.
fn without_covered(runs: Vec<SharedRun>) -> Vec<SharedRun> {
    let (mut first, mut second) = (Cover::default(), Cover::default());
    runs.into_iter().filter(|run| first.adds(run.first) | second.adds(run.second)).collect()
}

/// Spans of an article of which none lies in another: each from where it begins to where it ends.
#[derive(Default)]
struct Cover(BTreeMap<usize, usize>);

impl Cover {
    /// Takes in `span`, which is no longer than those before, unless it lies in one of them.
    fn adds(&mut self, span: Span) -> bool {
        let before = self.0.range(..=span.start).next_back();
        let is_new = before.is_none_or(|(_, end)| *end < span.end);
        if is_new {
            self.0.insert(span.start, span.end);
        }
        is_new
    }
}

#[cfg(test)]
mod tests;
