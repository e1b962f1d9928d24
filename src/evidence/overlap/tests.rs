use proptest::prelude::*;

use super::*;
use crate::evidence::fold::Folded;

fn articles(texts: &[&str]) -> Vec<Option<Article>> {
    texts.iter().map(|text| Some(Article::new((*text).to_owned()))).collect()
}

/// Every pair that overlaps, by position, with its runs.
fn overlaps(articles: &[Option<Article>]) -> Vec<([usize; 2], Vec<SharedRun>)> {
    let all = OverlapIndex::new(articles).overlaps();
    all.into_iter().map(|overlap| ([overlap.first, overlap.second], overlap.runs)).collect()
}

fn words(seed: u64, count: usize) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 40
    };
    let words: Vec<String> = (0..count).map(|_| format!("w{} ", next() % 5_000)).collect();
    words.concat()
}

#[test]
fn two_dispatches_from_one_agency_share_a_sentence_and_a_half() {
    let articles = articles(&[
        include_str!("../../../assets/articles/doc1-azertac-yonhap.txt"),
        include_str!("../../../assets/articles/doc2-sans-editeur.txt"),
        include_str!("../../../assets/articles/doc3-sans-editeur.txt"),
        include_str!("../../../assets/articles/doc4-photo-yonhap.txt"),
        include_str!("../../../assets/articles/doc5-cnn-traduit.txt"),
    ]);
    let found = overlaps(&articles);
    let [(pair, runs)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*pair, [1, 2]);
    assert_eq!(runs.iter().map(|run| run.length).collect::<Vec<_>>(), [163, 87]);
    for run in runs {
        let [first, second] = [(1, run.first), (2, run.second)]
            .map(|(article, span)| articles[article].as_ref().unwrap().slice(span));
        assert_eq!(first, second);
        assert_eq!(first.chars().count(), run.length);
    }
}

#[test]
fn letters_that_differ_may_end_with_the_same_byte() {
    for seed in 0..40 {
        let body = words(seed, 40);
        let articles = articles(&[&format!("é{body}ñ"), &format!("©{body}±")]);
        let [(_, runs)] = overlaps(&articles).try_into().unwrap();
        let shared = runs.iter().map(|run| articles[0].as_ref().unwrap().slice(run.first));
        assert_eq!(shared.collect::<Vec<_>>(), [body.as_str()]);
    }
}

#[test]
fn typography_is_no_difference() {
    let body = words(1, 30);
    let one = format!("un « deux » l’ami e\u{301}… {body} fin");
    let two = format!("zéro\n\n\"deux\" l'ami é... {} rien", body.replace(' ', "\r\n"));
    let articles = articles(&[&one, &two]);
    let found = overlaps(&articles);
    let runs = &found[0].1;
    assert_eq!(runs.len(), 1);
    assert!(articles[0].as_ref().unwrap().slice(runs[0].first).starts_with(" « deux »"));
    assert!(articles[1].as_ref().unwrap().slice(runs[0].second).starts_with("\n\n\"deux\""));
}

#[test]
fn what_is_shorter_is_no_overlap() {
    let shared: String = words(3, 40).chars().take(101).collect();
    let pair = |length: usize| {
        let part: String = shared.chars().take(length).collect();
        overlaps(&articles(&[&format!("{}A{part}B", words(1, 50)), &format!("{}C{part}D", words(2, 50))]))
    };
    assert_eq!(pair(99), []);
    assert_eq!(pair(100)[0].1[0].length, 100);
}

#[test]
fn text_that_repeats_itself_shares_one_run() {
    for unit in [
        "na ",
        "-",
        "abcdefghijklmnopqrstuvwxyz",
        "what is said and said again in the same row of words, over sixty ",
    ] {
        let (a, b) = (unit.repeat(2_000), unit.repeat(1_000));
        let articles = articles(&[&a, &b]);
        let found = overlaps(&articles);
        assert_eq!(found.len(), 1, "{unit}");
        let runs = &found[0].1;
        assert_eq!(runs[0].length, b.chars().count(), "{unit}");
        assert!(runs.len() <= 2 * REPEATED, "{unit}: {}", runs.len());
    }
}

#[test]
fn a_notice_in_every_article_is_found_in_each_pair() {
    let notice = words(99, 60);
    let texts: Vec<String> = (0..40)
        .map(|number| words(number, 200) + "\n" + &notice + "\n" + &words(number + 1_000, 200))
        .collect();
    let articles = articles(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let found = overlaps(&articles);
    assert_eq!(found.len(), 40 * 39 / 2);
    assert!(found.iter().all(|(_, runs)| runs.len() == 1 && runs[0].length >= notice.trim().len()));
}

#[test]
fn articles_that_are_not_there_share_nothing() {
    let text = words(1, 100);
    assert_eq!(overlaps(&[None, Some(Article::new(text.clone())), None]), []);
    let all = [Some(Article::new(text.clone())), None, Some(Article::new(text))];
    assert_eq!(overlaps(&all)[0].0, [0, 2]);
    assert_eq!(OverlapIndex::new(&all).runs(0, 9), []);
}

/// All maximal runs of two folded texts, by comparing every character with every other.
fn slowly(a: &str, b: &str) -> Vec<(usize, usize, usize)> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut runs = Vec::new();
    for at_a in 0..a.len() {
        for at_b in 0..b.len() {
            let begins = at_a == 0 || at_b == 0 || a[at_a - 1] != b[at_b - 1];
            let length = a[at_a..].iter().zip(&b[at_b..]).take_while(|(a, b)| a == b).count();
            if begins && length >= SHORTEST_RUN {
                runs.push((length, at_a, at_b));
            }
        }
    }
    runs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_run_is_found_and_nothing_else(parts in prop::collection::vec((0..6_u64, 5..30_usize), 2..9), cut in 1..8_usize) {
        let texts: Vec<String> = parts.iter().enumerate().map(|(at, (seed, count))| words(*seed, *count) + &format!("é{at} ")).collect();
        let (one, two) = texts.split_at(cut.min(texts.len()));
        let (one, two) = (one.concat(), two.concat());
        let articles = articles(&[&one, &two]);
        let all = slowly(Folded::new(&one).text(), Folded::new(&two).text());
        let found = overlaps(&articles);
        let is_overlap = all.iter().any(|run| run.0 >= OVERLAP);
        prop_assert_eq!(found.len(), usize::from(is_overlap));
        let runs = OverlapIndex::new(&articles).runs(0, 1);
        for run in &runs {
            let as_chars = (run.length, run.first.start, run.second.start);
            prop_assert!(all.contains(&as_chars), "{:?} is not in {:?}", as_chars, all);
        }
        for (length, a, b) in all {
            let covers = |span: Span, at: usize| span.start <= at && at + length <= span.end;
            prop_assert!(runs.iter().any(|run| covers(run.first, a)) && runs.iter().any(|run| covers(run.second, b)));
        }
    }
}
