//! Where searches lead on the built-in timeline, and what no search may do.

use super::*;
use crate::i18n::Lang;
use crate::load::{Draft, Input, read};

fn builtin() -> Draft {
    read(&Input::Builtin).unwrap()
}

#[test]
fn show() {
    let draft = builtin();
    let anchors = draft.anchors();
    let corpus = Corpus { timeline: &draft.timeline, articles: &draft.articles, anchors: &anchors };
    let index = Index::new(corpus);
    for typed in [
        "vostotchny",
        "vostochny",
        "coree",
        "2019",
        "'traité",
        "!traité",
        "oeuvre",
        "pacte | traité",
        "^traité",
        "nord$",
        "tag:traité 2024",
        "juin 2024",
        "1940s",
        "pyngyang",
    ] {
        let query = Query::parse(typed);
        let found =
            index.search(corpus, Request { query: &query, lang: Lang::Fr, limit: 12 }, &|| false).unwrap();
        eprintln!("== {typed}: {} {}", found.events, found.passages);
        for hit in &found.hits {
            let e = hit.event(corpus.timeline).map(|e| corpus.timeline.events[e].id.as_str());
            eprint!("  {} {:?} {e:?} more {}", hit.score, hit.target, hit.more);
            for r in hit.reasons.iter().take(2) {
                eprint!(
                    " | {:?} {:?}",
                    r.field,
                    r.highlights.iter().map(|h| &r.text[h.clone()]).collect::<Vec<_>>()
                );
            }
            eprintln!();
        }
    }
}
