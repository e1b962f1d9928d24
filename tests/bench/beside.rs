//! The search beside `fzf --filter` on the titles of the same events.

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use frise::i18n::Lang;
use frise::load::{self, Input};
use frise::search::{Corpus, Index, Query, Request};

use crate::folder;
use crate::typed::{QUERIES, SHOWN};

/// How often each search is made; the median counts.
const TIMES: usize = 9;

/// Prints the table as Markdown: the slowest of the searches at each size, and what fzf took for it.
pub(crate) fn table(sizes: &[usize]) {
    let has_fzf = Command::new("fzf").arg("--version").stdout(Stdio::null()).status().is_ok();
    println!(
        "| events | slowest search | frise, everything | fzf, titles | fzf, titles, without reading them |"
    );
    println!("|---|---|---|---|---|");
    for events in sizes {
        let draft = load::read(&Input::File(folder(*events).join("timeline.yaml"))).unwrap();
        let corpus = Corpus { timeline: &draft.timeline, articles: &draft.articles, anchors: &[] };
        let index = Index::new(corpus);
        let titles: Vec<&str> = draft.timeline.events.iter().map(|event| event.title.best("fr")).collect();
        let list = folder(*events).join("titles.txt");
        fs::write(&list, titles.join("\n")).unwrap();
        let fzf = |query: &str| {
            let run = || {
                let mut command = Command::new("fzf");
                command.args(["--filter", query]).stdin(File::open(&list).unwrap()).stdout(Stdio::null());
                command.status().unwrap();
            };
            median(run)
        };
        let own = |typed: &&str| {
            let query = Query::parse(typed);
            let request = Request { query: &query, lang: Lang::Fr, limit: SHOWN };
            median(|| drop(index.search(corpus, request, &|| false)))
        };
        let (time, typed) = QUERIES.iter().map(|typed| (own(typed), *typed)).max().unwrap();
        let milliseconds = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1e3);
        let (whole, bare) = if has_fzf {
            let (whole, reading) = (fzf(typed), fzf(""));
            (milliseconds(whole), milliseconds(whole.saturating_sub(reading)))
        } else {
            ("not installed".to_owned(), String::new())
        };
        println!("| {events} | `{typed}` | {} | {whole} | {bare} |", milliseconds(time));
    }
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[TIMES / 2]
}
