//! The search beside `fzf --filter` on the titles of the same events.

use std::fmt::Write;
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

/// The table as Markdown.
pub(crate) fn table(sizes: &[usize]) -> String {
    let has_fzf = Command::new("fzf").arg("--version").stdout(Stdio::null()).status().is_ok();
    let mut out = String::from(
        "| events | typed | frise, everything | fzf, titles | fzf without start and reading |\n",
    );
    out.push_str("|---|---|---|---|---|\n");
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
        let milliseconds = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1e3);
        let reading = if has_fzf { fzf("") } else { Duration::ZERO };
        for typed in QUERIES {
            let query = Query::parse(typed);
            let request = Request { query: &query, lang: Lang::Fr, limit: SHOWN };
            let own = median(|| drop(index.search(corpus, request, &|| false)));
            let (whole, rest) = if has_fzf {
                let whole = fzf(typed);
                (milliseconds(whole), milliseconds(whole.saturating_sub(reading)))
            } else {
                ("not installed".to_owned(), String::new())
            };
            writeln!(out, "| {events} | `{typed}` | {} | {whole} | {rest} |", milliseconds(own)).unwrap();
        }
    }
    out
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
