//! Where whole quotes stand, and which of several places is meant.

use crate::evidence::{Anchor, Article, Budget, MAX_PLACES, Selector, anchor, anchor_within};

const DOC1: &str = include_str!("../../../assets/articles/doc1-azertac-yonhap.txt");

/// How `exact` stands in `text`, and the passages.
fn stands<'t>(exact: &str, text: &'t str) -> (&'static str, Vec<&'t str>) {
    stands_between(None, exact, None, text)
}

fn stands_between<'t>(
    prefix: Option<&str>,
    exact: &str,
    suffix: Option<&str>,
    text: &'t str,
) -> (&'static str, Vec<&'t str>) {
    let article = Article::new(text.to_owned());
    let anchor = anchor(&Selector { exact, prefix, suffix }, &article);
    let spans = match &anchor {
        Anchor::Ambiguous(spans) => spans.clone(),
        anchor => anchor.pieces().to_vec(),
    };
    (anchor.name(), spans.into_iter().map(|span| &text[article.bytes(span)]).collect())
}

const QUOTE: &str = "Ce traité avait été annulé en 1996 après la dissolution de l'ex-Union soviétique.";
const DENIAL: &str = "«n'écarte pas l'éventualité de développer la coopération de technologie militaire»";

#[test]
fn other_words_are_orphans() {
    let cases = [
        ("a changed digit", QUOTE.replace("1996", "1991")),
        ("a dropped negation", DENIAL.replace("n'écarte pas", "écarte")),
        ("half a dropped negation", DENIAL.replace(" pas", "")),
        ("a swapped speaker", "Kim Jong-un a précisé que «ce traité porte un caractère défensif»".to_owned()),
        ("a dropped accent", QUOTE.replace("annulé", "annule")),
        ("a changed capital", QUOTE.replace("Ce traité", "ce traité")),
        ("another capital", QUOTE.replace("Union", "union")),
        ("two words swapped", QUOTE.replace("avait été", "été avait")),
        ("one word left out", QUOTE.replace("avait ", "")),
        ("one word put in", QUOTE.replace("annulé", "bien annulé")),
        ("another dash", QUOTE.replace('-', "‑")),
        ("a lost space", QUOTE.replace("Ce traité", "Cetraité")),
        ("a lost full stop", QUOTE.replace("en 1996", "en. 1996")),
        ("a compatibility form", QUOTE.replace("1996", "１９９６")),
        ("brackets without a fellow", QUOTE.replace("avait", "[avait")),
    ];
    for (what, quote) in cases {
        assert_eq!(stands(&quote, DOC1).0, "orphan", "{what}");
    }
    assert_eq!(stands(QUOTE, DOC1), ("exact", vec![QUOTE]));
    assert_eq!(stands(DENIAL, DOC1), ("exact", vec![DENIAL]));
}

#[test]
fn other_typography_is_typographic() {
    use unicode_normalization::UnicodeNormalization;
    let cases = [
        ("curly apostrophes", QUOTE, QUOTE.replace('\'', "’")),
        ("straight marks", DENIAL, DENIAL.replace(['«', '»'], "\"")),
        ("curly marks", DENIAL, DENIAL.replace('«', "“").replace('»', "”")),
        ("marks with spaces", DENIAL, DENIAL.replace('«', "«\u{a0}").replace('»', "\u{202f}»")),
        ("no-break spaces", QUOTE, QUOTE.replace(' ', "\u{a0}")),
        ("decomposed letters", QUOTE, QUOTE.nfd().collect()),
        ("double spaces", QUOTE, QUOTE.replace(' ', "  ")),
        ("line breaks", QUOTE, QUOTE.replace(' ', "\r\n")),
        ("soft hyphens", QUOTE, QUOTE.replace("ti", "\u{ad}ti")),
        ("zero-widths", QUOTE, QUOTE.replace("ti", "\u{200b}t\u{2060}i\u{feff}")),
        ("spaces around", QUOTE, format!(" \n{QUOTE}\t")),
    ];
    for (what, quote, written) in cases {
        assert_eq!(stands(&written, DOC1), ("typographic", vec![quote]), "{what}");
        let article = DOC1.replace(quote, &written);
        let name = if written.contains(quote) { "exact" } else { "typographic" };
        assert_eq!(stands(quote, &article), (name, vec![written.trim()]), "{what}, in the article");
    }
    assert_eq!(stands("et...", "oui, et…"), ("typographic", vec!["et…"]));
}

#[test]
fn a_passage_is_no_wider_than_the_quote() {
    let cases = [
        ("l'ami", "dit « l’ami » puis", "l’ami"),
        ("l'ami", "un\u{ad} \u{200b}l’ami\u{ad}\u{feff} deux", "l’ami"),
        ("\"l'ami\"", "dit « l’ami » puis", "« l’ami »"),
        ("été", "en e\u{301}te\u{301}, oui", "e\u{301}te\u{301}"),
        ("e\u{301}te\u{301}", "\u{feff}été", "été"),
    ];
    for (quote, text, passage) in cases {
        assert_eq!(stands(quote, text), ("typographic", vec![passage]), "{quote}");
    }
}

#[test]
fn half_a_grapheme_is_not_there() {
    for (quote, text) in [
        ("le cafe", "le cafe\u{301} noir"),
        ("\u{301} noir", "le cafe\u{301} noir"),
        ("x é", "x e\u{301}\u{323}\u{35f}"),
        ("drapeau 🇫", "drapeau 🇫🇷"),
        ("un\r", "un\r\ndeux"),
        ("\u{1112}\u{1161}", "\u{1112}\u{1161}\u{11ab}"),
        ("하", "\u{1112}\u{1161}\u{11ab}"),
    ] {
        let name = stands(quote, text).0;
        // A quote that ends in a lone carriage return still stands there but for that space.
        assert_eq!(name, if quote.ends_with('\r') { "typographic" } else { "orphan" }, "{quote:?}");
    }
}

#[test]
fn the_neighbours_decide_between_places() {
    let text = "Il a dit oui hier. Elle a dit « oui » demain. On a dit oui\u{a0}demain.";
    let between = |prefix, suffix| stands_between(prefix, "oui", suffix, text);
    assert_eq!(between(None, None), ("ambiguous", vec!["oui"; 3]));
    assert_eq!(between(Some("Il a dit"), None), ("exact", vec!["oui"]));
    assert_eq!(between(Some("a dit \" "), None), ("exact", vec!["oui"]));
    assert_eq!(between(None, Some(" demain")).0, "exact");
    assert_eq!(between(Some("On a dit"), Some("demain")).0, "exact");
    for (prefix, suffix) in [(Some("a dit"), None), (Some("x"), None), (Some("Il a dit"), Some("demain"))] {
        assert_eq!(between(prefix, suffix), ("ambiguous", vec!["oui"; 3]), "{prefix:?} {suffix:?}");
    }
    assert_eq!(stands_between(Some("nowhere"), "On a", None, text).0, "exact");
    let curly = "d’un l’ami, d’où l’ami";
    assert_eq!(stands("l'ami", curly).0, "ambiguous");
    assert_eq!(stands_between(Some("d'où"), "l'ami", None, curly), ("typographic", vec!["l’ami"]));
}

#[test]
fn the_strictest_place_wins_and_overlapping_places_count() {
    assert_eq!(stands("l'ami", "l’ami, l'ami, l’ami"), ("exact", vec!["l'ami"]));
    assert_eq!(stands("na na", "na na na"), ("ambiguous", vec!["na na"; 2]));
    assert_eq!(stands("[sic] deux […]", "un [sic] deux […] trois"), ("exact", vec!["[sic] deux […]"]));
}

#[test]
fn nothing_stands_nowhere() {
    for quote in ["", " ", "\u{a0}\n", "« »", "[…]", "…", "[…] [...]", "\u{feff}", "\"\"", "[…] . […]"]
    {
        let article = Article::new(format!("{DOC1} {quote} […] …"));
        let anchor = anchor(&Selector { exact: quote, prefix: None, suffix: None }, &article);
        assert_eq!(anchor, Anchor::Orphan(None), "{quote:?}");
    }
    assert_eq!(stands("un", ""), ("orphan", vec![]));
}

#[test]
fn neighbours_decide_past_the_places_that_are_told() {
    let text = format!("{}fin oui", "non oui ".repeat(MAX_PLACES * 3));
    assert_eq!(stands("oui", &text).1.len(), MAX_PLACES);
    assert_eq!(stands_between(Some("fin "), "oui", None, &text), ("exact", vec!["oui"]));
    let text = text.replace("oui", "oui x là");
    assert_eq!(stands("oui […] là", &text).1.len(), MAX_PLACES);
    assert_eq!(stands_between(Some("fin "), "oui […] là", None, &text).0, "elided");
}

#[test]
fn the_nearest_passage_need_not_be_looked_for() {
    let article = Article::new("Il est venu hier à Paris".to_owned());
    let of = |exact| Selector { exact, prefix: None, suffix: None };
    let orphan = of("Il est venu demain à Paris");
    assert!(matches!(anchor(&orphan, &article), Anchor::Orphan(Some(_))));
    let mut budget = Budget::default();
    assert_eq!(anchor_within(&orphan, &article, &mut budget), Ok(Anchor::Orphan(None)));
    assert_eq!(anchor_within(&of("Il est"), &article, &mut budget).unwrap().name(), "exact");
    let marked = anchor(&of("Il est [2] venu hier à Rome"), &article);
    assert!(matches!(marked, Anchor::Orphan(Some(_))));
}

#[test]
fn hostile_sizes_are_no_trouble() {
    let many = "a ".repeat(150_000);
    assert_eq!(stands(&many[..100_001], &many).1.len(), MAX_PLACES);
    let (prefix, suffix) = (&many[..50_000], &many[..1000]);
    assert_eq!(stands_between(Some(prefix), "a a", Some(suffix), &many).0, "ambiguous");
    let letters = "a".repeat(300_000);
    assert_eq!(stands(&letters[..100_000], &letters).0, "orphan");
    assert_eq!(stands(&format!("{many}b"), &many).0, "orphan");
    assert_eq!(stands("🇫🇷", &"🇫🇷".repeat(50_000)).1.len(), MAX_PLACES);
    let marks = format!("e{}", "\u{301}\u{200d}".repeat(100_000));
    assert_eq!(stands("e\u{301}", &marks).0, "orphan");
}
