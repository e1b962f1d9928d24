//! What is searched: every text of a timeline, folded once.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::column::{Column, long, short};
use super::date::{Time, time};
use super::field::{FieldKind, Piece, Shelf, pieces, source_names};
use super::letters::Letters;
use super::passage;
use super::spelling::Vocabulary;
use crate::evidence::{Anchor, Article};
use crate::model::{SourceIndex, Timeline};

/// A timeline with its articles.
#[derive(Clone, Copy, Debug)]
pub struct Corpus<'a> {
    /// The timeline.
    pub timeline: &'a Timeline,
    /// Its articles, by the positions of their sources.
    pub articles: &'a [Option<Article>],
    /// How each of its quotes stands in its article, by position in [`Timeline::quotes`]; none while that is
    /// not known. Tells which quote rests on a passage that is found.
    pub anchors: &'a [Anchor],
}

/// The texts of a timeline and its articles made ready for searching. It knows no language: all wordings of a
/// text are searched. Making it takes about as long as reading the timeline did, and it needs about as much
/// memory as its file and the articles have bytes.
#[derive(Debug, Default)]
pub struct Index {
    /// One group for each event.
    pub(super) short: Column,
    /// One group for each event.
    pub(super) long: Column,
    pub(super) labels: Labels,
    /// For each event, those of its texts in which likeness counts.
    pub(super) letters: Vec<Letters>,
    pub(super) passages: Passages,
    /// When each event is.
    pub(super) times: Vec<Option<Time>>,
    /// Made when a word is first looked for.
    vocabulary: OnceLock<Vocabulary>,
}

/// The short texts that many events share, each kept once.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub(super) texts: Column,
    pub(super) letters: Vec<Letters>,
    of_events: Lists,
    of_sources: Lists,
}

/// The passages of the articles.
#[derive(Debug, Default)]
pub(super) struct Passages {
    /// One text for each passage.
    pub(super) texts: Column,
    pub(super) places: Vec<Place>,
}

/// Where a passage stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) source: SourceIndex,
    /// Its first byte in the article, and one past its last.
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Lists of numbers, one after the other.
#[derive(Debug, Default)]
struct Lists {
    items: Vec<u32>,
    ends: Vec<u32>,
}

impl Lists {
    fn push(&mut self, mut items: Vec<u32>) {
        items.sort_unstable();
        items.dedup();
        self.items.append(&mut items);
        self.ends.push(short(self.items.len()));
    }

    fn get(&self, list: usize) -> &[u32] {
        let start = list.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| long(*end));
        let end = self.ends.get(list).map_or(start, |end| long(*end));
        self.items.get(start..end).unwrap_or_default()
    }
}

impl Labels {
    /// The labels of an event, as positions in `texts`.
    pub(super) fn of_event(&self, event: usize) -> &[u32] {
        self.of_events.get(event)
    }

    /// The labels of a source.
    pub(super) fn of_source(&self, source: usize) -> &[u32] {
        self.of_sources.get(source)
    }
}

impl Index {
    /// Folds every text of a timeline and its articles.
    pub fn new(corpus: Corpus<'_>) -> Self {
        let timeline = corpus.timeline;
        let mut index = Self::default();
        let mut known = HashMap::new();
        let mut texts = Vec::new();
        // The names of a source are needed where nothing quotes it, too.
        for source in 0..timeline.sources.len() {
            texts.clear();
            source_names(timeline, source, &mut texts);
            let labels = texts.iter().map(|piece| index.labels.add(piece, &mut known)).collect();
            index.labels.of_sources.push(labels);
        }
        for event in 0..timeline.events.len() {
            pieces(timeline, event, &mut texts);
            index.add(&texts, &mut known);
        }
        index.times = timeline.events.iter().map(|event| time(event.date.date()?)).collect();
        index.passages = Passages::of(corpus.articles);
        index.shrink();
        index
    }

    /// Every word that is searched.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get_or_init(|| {
            Vocabulary::of([&self.short, &self.long, &self.labels.texts, &self.passages.texts])
        })
    }

    /// How many events there are.
    pub(super) fn event_count(&self) -> usize {
        self.letters.len()
    }

    fn add(&mut self, texts: &[Piece<'_>], known: &mut HashMap<(FieldKind, String), u32>) {
        self.short.open_group();
        self.long.open_group();
        let first = self.short.len();
        let mut labels = Vec::new();
        for piece in texts {
            let kind = piece.field.kind();
            match kind.shelf() {
                Shelf::Short => self.short.push(kind, &piece.text),
                Shelf::Long => self.long.push(kind, &piece.text),
                Shelf::Label => labels.push(self.labels.add(piece, known)),
            }
        }
        let own = (first..self.short.len()).filter_map(|text| self.short.text(text));
        let fuzzy = own.filter(|(kind, _)| kind.is_fuzzy());
        let letters = fuzzy.fold(Letters::default(), |all, (_, text)| all.with(Letters::of(text)));
        self.letters.push(letters);
        self.labels.of_events.push(labels);
    }

    fn shrink(&mut self) {
        self.short.shrink();
        self.long.shrink();
        self.labels.texts.shrink();
        self.passages.texts.shrink();
    }
}

impl Labels {
    fn add(&mut self, piece: &Piece<'_>, known: &mut HashMap<(FieldKind, String), u32>) -> u32 {
        let kind = piece.field.kind();
        *known.entry((kind, piece.text.clone().into_owned())).or_insert_with(|| {
            let label = self.texts.len();
            self.texts.push(kind, &piece.text);
            let folded = self.texts.text(label).map_or("", |(_, text)| text);
            self.letters.push(Letters::of(folded));
            short(label)
        })
    }
}

impl Passages {
    fn of(articles: &[Option<Article>]) -> Self {
        let mut passages = Self::default();
        for (source, article) in articles.iter().enumerate() {
            let text = article.as_ref().map_or("", Article::text);
            for place in passage::split(text) {
                passages.texts.push(FieldKind::Article, &text[place.clone()]);
                let (start, end) = (short(place.start), short(place.end));
                passages.places.push(Place { source, start, end });
            }
        }
        passages
    }
}
