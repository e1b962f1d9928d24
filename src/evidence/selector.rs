//! From a quote and its context to where it stands.

use std::ops::Range;

use super::{Anchor, Article, cut, elide, find, fold::Folded, mark::Marked, nearest::nearest};

/// The most places an ambiguous quote is given: more help nobody, and a quote of one letter has millions.
pub const MAX_PLACES: usize = 100;

/// What picks out a passage: a `TextQuoteSelector` of the W3C Web Annotation model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selector<'a> {
    /// The quote.
    pub exact: &'a str,
    /// What stands directly before it. Looked at only where the quote alone does not decide.
    pub prefix: Option<&'a str>,
    /// What stands directly after it. Looked at only where the quote alone does not decide.
    pub suffix: Option<&'a str>,
}

/// How the quote stands in the article.
///
/// The strictest way in which it stands anywhere counts: where it has one exact place, other places with
/// other typography do not make it ambiguous, for a copy keeps the characters of what was copied. Where it
/// has several places of that kind, the one whose neighbours are the prefix and the suffix is meant (compared
/// folded; spaces at the joint do not matter); if that leaves none or several, it is ambiguous, and the places
/// are all of them, or the first [`MAX_PLACES`].
///
/// A quote with marks takes the tightest place of its pieces. One with nothing but spaces, brackets, dots
/// and quotation marks stands nowhere.
pub fn anchor(selector: &Selector<'_>, article: &Article) -> Anchor {
    match anchor_without_nearest(selector, article) {
        Anchor::Orphan(_) if !is_blank(selector.exact) => Anchor::Orphan(nearest(selector.exact, article)),
        anchor => anchor,
    }
}

/// The same as [`anchor`], but an orphan gets no suggestion: looking for the nearest passage is most of the
/// work, and a caller with many quotes may want to bound it.
pub fn anchor_without_nearest(selector: &Selector<'_>, article: &Article) -> Anchor {
    if is_blank(selector.exact) {
        return Anchor::Orphan(None);
    }
    exact(selector, article)
        .or_else(|| typographic(selector, article))
        .or_else(|| elided(selector, article))
        .unwrap_or(Anchor::Orphan(None))
}

fn is_blank(quote: &str) -> bool {
    Folded::new(quote).text().chars().all(|c| "\"' .[]()".contains(c))
}

fn exact(selector: &Selector<'_>, article: &Article) -> Option<Anchor> {
    let length = selector.exact.len();
    let places = || {
        find::places(selector.exact, article.text())
            .map(move |start| start..start + length)
            .filter(|place| article.is_boundary(place.start) && article.is_boundary(place.end))
    };
    let fits = |context: &Context<'_>, place: &Range<usize>| {
        let position = |byte| article.folded().position(byte);
        context.fits_start(position(place.start)) && context.fits_end(position(place.end))
    };
    Some(match settle(places, fits, selector, article)? {
        Standing::Once(place) => Anchor::Exact(article.span(&place)),
        Standing::Often(places) => ambiguous(&places, article),
    })
}

fn typographic(selector: &Selector<'_>, article: &Article) -> Option<Anchor> {
    let quote = Folded::new(selector.exact);
    let places = || {
        find::places(quote.text(), article.folded().text())
            .map(|start| start..start + quote.text().len())
            .filter(|place| article.place(place).is_some())
    };
    let fits = |context: &Context<'_>, place: &Range<usize>| {
        context.fits_start(place.start) && context.fits_end(place.end)
    };
    Some(match settle(places, fits, selector, article)? {
        Standing::Once(place) => Anchor::Typographic(article.span(&article.place(&place)?)),
        Standing::Often(places) => {
            let places: Vec<_> = places.iter().filter_map(|place| article.place(place)).collect();
            ambiguous(&places, article)
        }
    })
}

fn elided(selector: &Selector<'_>, article: &Article) -> Option<Anchor> {
    let marked = Marked::new(selector.exact)?;
    let mut ways = elide::tightest(&marked, article, |_| true, |_| true, MAX_PLACES);
    if (selector.prefix.is_some() || selector.suffix.is_some()) && !ways.is_empty() {
        let context = Context::new(selector, article);
        let fitting = elide::tightest(
            &marked,
            article,
            |start| context.fits_start(start),
            |end| context.fits_end(end),
            MAX_PLACES,
        );
        if !fitting.is_empty() {
            ways = fitting;
        }
    }
    match ways.as_slice() {
        [] => None,
        [way] => {
            let pieces = way.iter().map(|piece| Some(article.span(&article.place(piece)?)));
            let edited = cut::edited(selector.exact, pieces.collect::<Option<_>>()?, article);
            let is_cut_alone = edited.changes.iter().all(|change| change.is_case_only);
            Some(if is_cut_alone { Anchor::Elided(edited) } else { Anchor::Altered(edited) })
        }
        _ => {
            let window = |way: &Vec<Range<usize>>| {
                let (first, last) = (article.place(way.first()?)?, article.place(way.last()?)?);
                Some(first.start..last.end)
            };
            Some(ambiguous(&ways.iter().filter_map(window).collect::<Vec<_>>(), article))
        }
    }
}

fn ambiguous(places: &[Range<usize>], article: &Article) -> Anchor {
    Anchor::Ambiguous(places.iter().map(|place| article.span(place)).collect())
}

enum Standing {
    Once(Range<usize>),
    Often(Vec<Range<usize>>),
}

/// The place that is meant: the only one, or the only one that fits the context. `None` where there is none.
fn settle<Places: Iterator<Item = Range<usize>>>(
    places: impl Fn() -> Places,
    fits: impl Fn(&Context<'_>, &Range<usize>) -> bool,
    selector: &Selector<'_>,
    article: &Article,
) -> Option<Standing> {
    let mut found: Vec<_> = places().take(MAX_PLACES).collect();
    if found.len() < 2 {
        return found.pop().map(Standing::Once);
    }
    if selector.prefix.is_none() && selector.suffix.is_none() {
        return Some(Standing::Often(found));
    }
    let context = Context::new(selector, article);
    let mut fitting = places().filter(|place| fits(&context, place));
    match (fitting.next(), fitting.next()) {
        (Some(place), None) => Some(Standing::Once(place)),
        _ => Some(Standing::Often(found)),
    }
}

/// Where in the folded article a quote can begin after the prefix, and end before the suffix. Every place of
/// the two is looked up once, so that a long prefix and a million places of the quote do not multiply.
struct Context<'a> {
    text: &'a str,
    prefix_ends: Option<Vec<usize>>,
    suffix_starts: Option<Vec<usize>>,
}

impl<'a> Context<'a> {
    fn new(selector: &Selector<'_>, article: &'a Article) -> Self {
        let text = article.folded().text();
        let places = |words: Option<&str>, is_prefix: bool| {
            let words = Folded::new(words?);
            let length = if is_prefix { words.text().len() } else { 0 };
            let places = || find::places(words.text(), text).map(|start| start + length).collect();
            (!words.text().is_empty()).then(places)
        };
        Self {
            text,
            prefix_ends: places(selector.prefix, true),
            suffix_starts: places(selector.suffix, false),
        }
    }

    fn fits_start(&self, start: usize) -> bool {
        let Some(ends) = &self.prefix_ends else { return true };
        let before = self.text.get(..start).unwrap_or_default().trim_end().len();
        ends.binary_search(&start).is_ok() || ends.binary_search(&before).is_ok()
    }

    fn fits_end(&self, end: usize) -> bool {
        let Some(starts) = &self.suffix_starts else { return true };
        let after = self.text.len() - self.text.get(end..).unwrap_or_default().trim_start().len();
        starts.binary_search(&end).is_ok() || starts.binary_search(&after).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOC1: &str = include_str!("../../assets/articles/doc1-azertac-yonhap.txt");

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
            (
                "a swapped speaker",
                "Kim Jong-un a précisé que «ce traité porte un caractère défensif»".to_owned(),
            ),
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
            ("e\u{301}t", "\u{feff}été", "ét"),
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
        for (prefix, suffix) in [(Some("a dit"), None), (Some("x"), None), (Some("Il a dit"), Some("demain"))]
        {
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
        assert_eq!(anchor_without_nearest(&orphan, &article), Anchor::Orphan(None));
        assert_eq!(anchor_without_nearest(&of("Il est"), &article).name(), "exact");
        let marked = anchor(&of("Il est [2] venu hier à Rome"), &article);
        assert!(matches!(marked, Anchor::Orphan(Some(_))));
    }

    #[test]
    fn hostile_sizes_are_no_trouble() {
        let many = "a".repeat(300_000);
        assert_eq!(stands(&many[..100_000], &many).1.len(), MAX_PLACES);
        let (prefix, suffix) = (&many[..50_000], &many[..1000]);
        assert_eq!(stands_between(Some(prefix), "aa", Some(suffix), &many).0, "ambiguous");
        assert_eq!(stands(&format!("{many}b"), &many).0, "orphan");
        assert_eq!(stands("🇫🇷", &"🇫🇷".repeat(50_000)).1.len(), MAX_PLACES);
        let marks = format!("e{}", "\u{301}\u{200d}".repeat(100_000));
        assert_eq!(stands("e\u{301}", &marks).0, "orphan");
    }
}
