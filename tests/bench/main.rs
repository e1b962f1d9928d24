//! What things cost: `cargo bench`. `tests/bench/README.md` says what the figures were.

// A benchmark that cannot run has nothing better to do than to say so and stop.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod timelines;
mod typed;

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use frise::app::{Message, Options, State, offers, open, update};
use frise::axis::{self, Axis, LabelStyle, Projection, Scale};
use frise::evidence::{self, Article, Selector};
use frise::i18n::Lang;
use frise::keymap::Key;
use frise::load::{self, Draft, Input, Proof};
use frise::search::{Corpus, Index, Query, Request};
use frise::theme::Depth;
use frise::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The numbers of events that are measured.
const SIZES: [usize; 5] = [7, 100, 1_000, 10_000, 100_000];
/// The screen.
const SIZE: (u16, u16) = (120, 36);

/// How many events are walked over, down and up again.
const WALK: usize = 40;

/// A made-up timeline in a folder, read and proven when it is first needed.
struct Sample {
    input: Input,
    draft: OnceLock<Arc<Draft>>,
    proof: OnceLock<Arc<Proof>>,
}

impl Sample {
    fn new(events: usize) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("made-up-{events}"));
        timelines::made(events).write(&folder).expect("a folder that can be written to");
        let input = Input::File(folder.join("timeline.yaml"));
        Self { input, draft: OnceLock::new(), proof: OnceLock::new() }
    }

    fn draft(&self) -> &Arc<Draft> {
        self.draft.get_or_init(|| Arc::new(read(&self.input)))
    }

    /// What is searched.
    fn corpus(&self) -> Corpus<'_> {
        let draft = self.draft();
        Corpus { timeline: &draft.timeline, articles: &draft.articles, anchors: &[] }
    }

    /// A browser in the middle of the timeline, which has been checked.
    fn browser(&self, size: (u16, u16)) -> State {
        let proof = self.proof.get_or_init(|| Arc::new(self.draft().prove()));
        let event = Some(self.draft().timeline.events.len() / 2);
        let options = Options { event, ..Options::default() };
        let mut state = open(Arc::clone(self.draft()), options, size);
        update(&mut state, Message::Checked(Arc::clone(proof)));
        state
    }
}

fn read(input: &Input) -> Draft {
    load::read(input).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn press(state: &mut State, keys: &str) {
    for key in Key::parse(keys).expect("keys as the table writes them") {
        update(state, Message::Key(key));
    }
}

fn draw(state: &State, buffer: &mut Buffer) {
    ui::draw(state, Depth::True, buffer.area, buffer);
}

fn screen(size: (u16, u16)) -> Buffer {
    Buffer::empty(Rect::new(0, 0, size.0, size.1))
}

/// Reading, checking, and all that comes before the first frame of the built-in timeline.
fn loading(criterion: &mut Criterion, samples: &[(usize, Sample)]) {
    let mut group = criterion.benchmark_group("load");
    for (events, sample) in samples {
        group.throughput(Throughput::Elements(*events as u64));
        group.sample_size(if *events > 1_000 { 10 } else { 50 });
        group.bench_function(BenchmarkId::from_parameter(events), |bench| bench.iter(|| read(&sample.input)));
    }
    group.finish();
    let mut group = criterion.benchmark_group("prove");
    for (events, sample) in samples.iter().filter(|(events, _)| *events <= 10_000) {
        group.throughput(Throughput::Elements(sample.draft().timeline.quotes.len() as u64));
        group.sample_size(10);
        group.bench_function(BenchmarkId::from_parameter(events), |bench| {
            bench.iter(|| sample.draft().prove());
        });
    }
    group.finish();
    criterion.bench_function("first frame", |bench| {
        let mut buffer = screen(SIZE);
        bench.iter(|| {
            let state = open(Arc::new(read(&Input::Builtin)), Options::default(), SIZE);
            draw(&state, &mut buffer);
        });
    });
}

/// Looking up one quote in its article.
fn anchoring(criterion: &mut Criterion) {
    let draft = read(&Input::Builtin);
    let mut group = criterion.benchmark_group("anchor");
    let article = draft.articles[0].as_ref().map_or("", Article::text);
    let article = Article::new(article.repeat(10));
    for (name, exact) in
        [("found", "signé en 1961 qui garantissait"), ("lost", "signé en 1962 qui garantissait")]
    {
        let selector = Selector { exact, prefix: None, suffix: None };
        group.bench_function(name, |bench| bench.iter(|| evidence::anchor(black_box(&selector), &article)));
    }
    group.finish();
}

/// A key and the frame after it.
fn frames(criterion: &mut Criterion, samples: &[(usize, Sample)]) {
    for (name, size) in [("key and frame", SIZE), ("key and frame, three panes", (200, 50))] {
        let mut group = criterion.benchmark_group(name);
        for (events, sample) in samples {
            let mut state = sample.browser(size);
            let mut buffer = screen(size);
            // Over many events, so that none decides by what it holds.
            let mut keys = [["Down"; WALK], ["Up"; WALK]].into_iter().flatten().cycle();
            group.bench_function(BenchmarkId::from_parameter(events), |bench| {
                bench.iter(|| {
                    press(&mut state, keys.next().unwrap_or("Down"));
                    draw(&state, &mut buffer);
                });
            });
        }
        group.finish();
    }
}

/// What is made anew only now and then: the rows after an event was folded, the axis after a change of size.
fn now_and_then(criterion: &mut Criterion, samples: &[(usize, Sample)]) {
    let mut group = criterion.benchmark_group("fold");
    for (events, sample) in samples {
        let mut state = sample.browser(SIZE);
        while !offers(&state, frise::command::Command::Fold) {
            press(&mut state, "Up");
        }
        group.bench_function(BenchmarkId::from_parameter(events), |bench| {
            bench.iter(|| press(&mut state, "Space"));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("axis index");
    for (events, sample) in samples {
        let timeline = &sample.draft().timeline;
        group.bench_function(BenchmarkId::from_parameter(events), |bench| {
            bench.iter(|| axis::Index::new(timeline));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("axis");
    for (events, sample) in samples {
        let timeline = &sample.draft().timeline;
        let index = axis::Index::new(timeline);
        let projection = Projection { timeline, index: &index, all: &index, scale: Scale::True };
        let Some(window) = projection.whole() else { continue };
        let hand = LabelStyle { lang: Lang::Fr, ellipsis: "…" };
        group.bench_function(BenchmarkId::from_parameter(events), |bench| {
            bench.iter(|| Axis::new(&projection, window, usize::from(SIZE.0), hand));
        });
    }
    group.finish();
}

/// What a keystroke in the search waits for: the answers of the whole timeline, articles included.
fn searching(criterion: &mut Criterion, samples: &[(usize, Sample)]) {
    let mut group = criterion.benchmark_group("search index");
    for (events, sample) in samples {
        group.sample_size(10);
        group.bench_function(BenchmarkId::from_parameter(events), |bench| {
            bench.iter(|| Index::new(sample.corpus()));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("search");
    for (events, sample) in samples {
        let corpus = sample.corpus();
        let index = Index::new(corpus);
        for typed in typed::QUERIES {
            let query = Query::parse(typed);
            let request = Request { query: &query, lang: Lang::Fr, limit: typed::SHOWN };
            group.bench_function(BenchmarkId::new(typed, events), |bench| {
                bench.iter(|| index.search(corpus, request, &|| false));
            });
        }
    }
    group.finish();
}

fn all(criterion: &mut Criterion) {
    let samples: Vec<(usize, Sample)> = SIZES.iter().map(|events| (*events, Sample::new(*events))).collect();
    loading(criterion, &samples);
    anchoring(criterion);
    frames(criterion, &samples);
    now_and_then(criterion, &samples);
    searching(criterion, &samples);
}

criterion_group!(benches, all);
criterion_main!(benches);
