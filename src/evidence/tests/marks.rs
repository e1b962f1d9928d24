//! Quotes with marks, torn words and torn edges, from the quote to what its marks stand for.

use super::{DOC5, find};
use crate::evidence::{
    Anchor, Article, Budget, Edited, OverBudget, Promise, Refusal, Selector, Span, anchor_within, refusal,
    written,
};

const TEXT: &str = "Le traité, signé hier à Pyongyang par le président Vladimir Poutine et son hôte, n'est pas \
                    impossible. Il est possible.\n\nLe chef du Kremlin l'a signé. Le chef du Kremlin part.";

fn name(quote: &str, text: &str) -> &'static str {
    find(quote, text).0.name()
}

/// How the quote stands, its pieces, and what its marks stand for.
fn told(quote: &str, text: &str) -> (&'static str, Vec<String>, Vec<String>) {
    let (anchor, article) = find(quote, text);
    let slices =
        |spans: &[Span]| spans.iter().map(|&span| article.slice(span).to_owned()).collect::<Vec<_>>();
    let Edited { pieces, cuts, changes } = match &anchor {
        Anchor::Elided(edited) | Anchor::Altered(edited) => edited.clone(),
        Anchor::Ambiguous(spans) => return (anchor.name(), slices(spans), vec![]),
        _ => return (anchor.name(), slices(anchor.pieces()), vec![]),
    };
    let whole = Article::new(quote.to_owned());
    let mut marks: Vec<_> =
        cuts.iter()
            .map(|cut| (cut.in_quote, cut.in_article, "✂"))
            .chain(changes.iter().map(|change| {
                (change.in_quote, change.in_article, if change.is_case_only { "=" } else { "≠" })
            }))
            .collect();
    marks.sort_unstable();
    let marks = marks
        .iter()
        .map(|(mark, stretch, sign)| format!("{}{sign}{}", whole.slice(*mark), article.slice(*stretch)));
    (anchor.name(), slices(&pieces), marks.collect())
}

fn check(cases: &[(&str, &str, &[&str], &[&str])], text: &str) {
    for (quote, expected, pieces, marks) in cases {
        let found = told(quote, text);
        assert_eq!((found.0, found.1, found.2), (*expected, owned(pieces), owned(marks)), "{quote}");
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[test]
fn cuts_and_the_case_of_a_letter_keep_the_words() {
    check(
        &[
            (
                "Le traité […] n’est pas impossible",
                "elided",
                &["Le traité", "n'est pas impossible"],
                &["[…]✂, signé hier à Pyongyang par le président Vladimir Poutine et son hôte,"],
            ),
            ("[l]e traité, signé", "elided", &["Le traité, signé"], &["[l]=Le"]),
            ("[…] signé hier […]", "elided", &["signé hier"], &[]),
            (
                "à Pyongyang […] part.",
                "elided",
                &["à Pyongyang", "part."],
                &[
                    "[…]✂par le président Vladimir Poutine et son hôte, n'est pas impossible. Il est possible.\n\nLe chef du \
                Kremlin l'a signé. Le chef du Kremlin",
                ],
            ),
            (
                "Le traité […] [l]e chef du Kremlin l'a",
                "elided",
                &["Le traité", "Le chef du Kremlin l'a"],
                &[
                    "[…]✂, signé hier à Pyongyang par le président Vladimir Poutine et son hôte, n'est pas impossible. Il est \
                possible.",
                    "[l]=Le",
                ],
            ),
            ("Le traité […], signé […] […] hier", "orphan", &[], &[]),
        ],
        TEXT,
    );
    assert_eq!(told("un […] deux", "un x deux, un y deux, un deux x").1, ["un", "deux"]);
    assert_eq!(told("un […] deux", "un x x deux. un x deux. un x x x deux").1.len(), 2);
    assert_eq!(name("un […] deux", "un é deux, un y deux"), "ambiguous");
    assert_eq!(told("l’[É]tat part", "dit que l'état part").2, ["[É]=état"]);
    assert_eq!(told("inde[…]", "inde-\npendent").0, "orphan");
    assert_eq!(
        told("les independent states […] today", "les inde-\npendent states are here today").0,
        "elided"
    );
}

#[test]
fn other_words_in_brackets_are_shown_beside_the_article_s() {
    check(
        &[
            ("signé [en juin] à Pyongyang", "altered", &["signé", "à Pyongyang"], &["[en juin]≠hier"]),
            ("Le traité [sic], signé", "altered", &["Le traité", ", signé"], &["[sic]≠"]),
            ("par [son] président Vladimir", "altered", &["par", "président Vladimir"], &["[son]≠le"]),
            (
                "Le traité […] [fut] pas impossible",
                "altered",
                &["Le traité", "pas impossible"],
                &[
                    "[…]✂, signé hier à Pyongyang par le président Vladimir Poutine et son hôte, n'",
                    "[fut]≠est",
                ],
            ),
            (
                "Le traité [le] […] pas impossible",
                "altered",
                &["Le traité", "pas impossible"],
                &[
                    "[le]≠, signé",
                    "[…]✂hier à Pyongyang par le président Vladimir Poutine et son hôte, n'est",
                ],
            ),
            ("[Kim] l'a signé", "altered", &["l'a signé"], &["[Kim]≠Kremlin"]),
            ("par le président [Kim]", "altered", &["par le président"], &["[Kim]≠Vladimir Poutine"]),
            ("[Ceci] Il est possible", "altered", &["Il est possible"], &["[Ceci]≠"]),
            ("Il est [im]possible", "altered", &["Il est", "possible"], &["[im]≠possible"]),
            ("n'est pas [p]ossible", "altered", &["n'est pas", "ossible"], &["[p]≠impossible"]),
            (
                "[l]e chef […] du Kremlin [a] signé",
                "altered",
                &["Le chef", "du Kremlin", "signé"],
                &["[l]=Le", "[…]✂", "[a]≠l'a"],
            ),
            ("[les] chef du Kremlin part", "altered", &["chef du Kremlin part"], &["[les]≠Le"]),
        ],
        TEXT,
    );
    check(
        &[
            (
                "Ouchakov [l]’a pa[rfaitement] précisé ce que Poutine a reçu",
                "altered",
                &["Ouchakov", "’a pa", "précisé ce que Poutine a reçu"],
                &["[l]≠n’a", "[rfaitement]≠pas"],
            ),
            (
                "Poutine a effectué sa dernière visite à P[aris] en 2000",
                "altered",
                &["Poutine a effectué sa dernière visite à P", "en 2000"],
                &["[aris]≠Pyongyang"],
            ),
            ("La Russie a reçu plus de 10 […] conteneurs maritimes", "orphan", &[], &[]),
            (
                "missiles de fabrication [sud]-coréenne sur l’Ukraine",
                "altered",
                &["missiles de fabrication", "-coréenne sur l’Ukraine"],
                &["[sud]≠nord-coréenne"],
            ),
            (
                "La Russie [n′]a [pаs] reçu plus de 10 000 conteneurs maritimes",
                "altered",
                &["La Russie", "a", "reçu plus de 10 000 conteneurs maritimes"],
                &["[n′]≠a", "[pаs]≠"],
            ),
            (
                "La Russie a re[fusé] plus de 10 000 conteneurs maritimes",
                "altered",
                &["La Russie a re", "plus de 10 000 conteneurs maritimes"],
                &["[fusé]≠reçu"],
            ),
            ("plus de 10 [mille] conteneurs", "altered", &["plus de 10", "conteneurs"], &["[mille]≠10 000"]),
        ],
        DOC5,
    );
    let (quote, mark) = ("visite à P[aris] en", Span { start: 10, end: 16 });
    assert_eq!(written(quote, mark), "P[aris]");
    assert_eq!(written("de [sud]-coréenne", Span { start: 3, end: 8 }), "[sud]-coréenne");
}

#[test]
fn nothing_but_case_is_a_matter_of_case() {
    for (quote, text, expected) in [
        ("[p]ossible ici", "Possible ici", "elided"),
        ("[q]ui dort ici", "en 1961 Qui dort ici", "elided"),
        ("[A] dit ici", "il a dit ici", "elided"),
        ("[Y] dit ici", "il a dit ici", "altered"),
        ("[ß]e ici", "SSe ici", "altered"),
        ("[ı]l ici", "Il ici", "altered"),
        ("[ﬁ]n ici", "Fin ici", "altered"),
        ("[а]mi ici", "Ami ici", "altered"),
        ("5 [m]W ici", "5 MW ici", "altered"),
        ("5 [M]g ici", "5 mg ici", "altered"),
        ("[U]s ici", "US ici", "orphan"),
        ("[l]es ici", "Des ici", "altered"),
        ("[le]s ici", "Les ici", "altered"),
        ("v[O]tre ici", "votre ici", "altered"),
        ("[É]t ici", "et ici", "altered"),
        ("un [l]e traité", "un. Le traité", "altered"),
    ] {
        assert_eq!(name(quote, text), expected, "{quote} of {text}");
    }
}

#[test]
fn cuts_tear_nothing() {
    let text = "La Russie a reçu plus de 10 000 conteneurs et 2,5 millions de tonnes à 5 km de la ville, pour 30 % de la \
                somme. L'ex-président n'est pas impossible, dit-il aujourd'hui.";
    for quote in [
        "plus de 10 […] conteneurs",
        "plus de 10 000 […] km de la ville",
        "plus de 10 […] 000 conteneurs",
        "conteneurs et 2 […] tonnes",
        "conteneurs et 2,5 […] de tonnes",
        "2,5 […] millions",
        "5 […] km",
        "tonnes à 5 […] de la ville",
        "La Russie […] millions de tonnes",
        "pour 30 […] de la somme",
        "L'ex […] n'est",
        "La Russie […] président n'est pas",
        "ex-[…]président",
        "im[…]possible",
        "La Russie a […] possible, dit-il",
        "dit-il aujourd[…]hui",
        "10 […] millions de tonnes",
        "pour 30 […] %",
    ] {
        let (found, article) = find(quote, text);
        assert_eq!(found.promise(), Promise::None, "{quote}: {found:?}");
        let selector = Selector { exact: quote, prefix: None, suffix: None };
        let reason = refusal(&selector, &article, &mut Budget::default()).unwrap();
        assert!(matches!(reason, Some(Refusal::Cut { .. })), "{quote}: {reason:?}");
    }
    for quote in
        ["plus de 10 000 conteneurs […] pour 30 %", "La Russie […] 5 km de la ville", "La Russie […] à 5 km"]
    {
        assert_eq!(name(quote, text), "elided", "{quote}");
    }
}

#[test]
fn edges_tear_nothing() {
    let text = "Il y eut 2,5 millions de morts, 1 500 blessés, -5 degrés, un pacte de non-agression entre l'ex-président et \
                l'accord d'aujourd'hui. C'est im-\npossible. 在2024年签署的条约。";
    for (quote, whole) in [
        ("5 millions de morts", "2,5"),
        ("500 blessés", "1 500"),
        ("5 degrés", "-5"),
        ("agression entre", "non-agression"),
        ("président et l'accord", "ex-président"),
        ("hui. C'est", "aujourd'hui"),
        ("un pacte de non", "non-agression"),
        ("Il y eut 2,5", "2,5 millions"),
        ("possible. 在", "im-\npossible"),
        ("on-agression entre", "non-agression"),
    ] {
        let (found, article) = find(quote, text);
        assert_eq!(found.name(), "orphan", "{quote}");
        let selector = Selector { exact: quote, prefix: None, suffix: None };
        let reason = refusal(&selector, &article, &mut Budget::default()).unwrap();
        let Some(Refusal::Edge { in_article, .. }) = reason else { panic!("{quote}: {reason:?}") };
        assert!(article.slice(in_article).contains(whole), "{quote}: {}", article.slice(in_article));
    }
    for quote in [
        "2,5 millions de morts",
        "accord d'aujourd'hui",
        "-5 degrés",
        "年签署的",
        "2024",
        "non-agression entre",
    ] {
        assert_eq!(name(quote, text), "exact", "{quote}");
    }
    assert_eq!(name("5 millions", "2,5 millions, puis 5 millions"), "exact");
}

#[test]
fn torn_lines_and_ligatures_are_joined() {
    let joins = |quote: &str, text: &str| {
        let (found, article) = find(quote, text);
        match found {
            Anchor::Joined(joined) => {
                joined.joins.iter().map(|&join| article.slice(join).to_owned()).collect()
            }
            other => vec![other.name().to_owned()],
        }
    };
    assert_eq!(joins("an independent state", "an inde-\r\n pendent state"), ["-\r\n "]);
    assert_eq!(joins("a well-known state", "a well-\nknown state"), ["-\n"]);
    assert_eq!(joins("a wellknown state", "a well-\nknown state"), ["-\n"]);
    assert_eq!(joins("il a rencontré Kim", "il a rencon\u{ad}\ntré Kim"), ["\u{ad}\n"]);
    assert_eq!(joins("an official end", "an oﬃcial end"), ["ﬃ"]);
    assert_eq!(joins("the page goes on", "the page\n\n\u{c}goes on"), ["\n\n\u{c}"]);
    assert_eq!(joins("an oﬃcial end", "an official end"), Vec::<String>::new());
    assert_eq!(joins("two lines", "two\n\nlines"), ["orphan"]);
    assert_eq!(joins("III inde", "Ⅲ inde"), ["orphan"]);
    assert_eq!(joins("» hostiles «", "« hostiles »"), ["orphan"]);
    assert_eq!(joins("un\u{a0}« hostiles »", "un “hostiles”"), ["typographic"]);
}

#[test]
fn what_costs_too_much_is_not_looked_up() {
    let article = Article::new("a ".repeat(500_000));
    let (quote, mut budget) = ("a [b] ".repeat(60) + "a", Budget::default());
    let selector = Selector { exact: &quote, prefix: None, suffix: None };
    for _ in 0..3 {
        assert_eq!(anchor_within(&selector, &article, &mut budget), Err(OverBudget));
    }
    let honest = Selector { exact: "a a a", ..selector };
    assert_eq!(anchor_within(&honest, &article, &mut budget).map(|found| found.name()), Ok("ambiguous"));
    assert_eq!(find(&"a a a […] ".repeat(60), &"a".repeat(20_000)).0, Anchor::Orphan(None));
    assert_eq!(name(&"a […] ".repeat(10_000), &"a ".repeat(20_000)), "orphan");
}
