//! From a quote and its context to where it stands.

use std::ops::Range;

use super::{
    Anchor, Article, Joined,
    budget::{Budget, OverBudget, PLACE},
    edge,
    edit::{edited, is_cut_alone},
    find,
    fold::Folded,
    mark::{Marked, Piece},
    nearest::nearest,
    place::{Ground, Rule, Search, Way},
    quotation,
};

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
/// No place begins or ends inside a word, a number or a compound. A quote with marks takes the tightest place of its
/// pieces. One with nothing but spaces, brackets, dots and quotation marks stands nowhere.
///
/// An orphan gets the passage most like it. What costs too much to look up stands nowhere.
pub fn anchor(selector: &Selector<'_>, article: &Article) -> Anchor {
    match anchor_within(selector, article, &mut Budget::default()) {
        Ok(Anchor::Orphan(_)) => Anchor::Orphan(nearest(selector.exact, article)),
        Ok(anchor) => anchor,
        Err(OverBudget) => Anchor::Orphan(None),
    }
}

/// The same as [`anchor`], but for what `budget` has left, and an orphan gets no suggestion: looking for the nearest
/// passage is most of the work, and a caller with many quotes may want to bound it.
///
/// # Errors
///
/// The quote costs more than is left.
pub fn anchor_within(
    selector: &Selector<'_>,
    article: &Article,
    budget: &mut Budget,
) -> Result<Anchor, OverBudget> {
    budget.turn_to_next();
    if is_blank(selector.exact) {
        return Ok(Anchor::Orphan(None));
    }
    if let Some(anchor) = exact(selector, article, budget)? {
        return Ok(anchor);
    }
    if let Some(anchor) = typographic(selector, article, budget)? {
        return Ok(anchor);
    }
    if let Some(anchor) = joined(selector, article, budget)? {
        return Ok(anchor);
    }
    for rule in [Rule::Cut, Rule::Altered] {
        for folding in [Folding::Typographic, Folding::Joined] {
            if let Some(anchor) = marked(selector, article, rule, folding, budget)? {
                return Ok(anchor);
            }
        }
    }
    Ok(Anchor::Orphan(None))
}

pub(super) fn is_blank(quote: &str) -> bool {
    Folded::new(quote).text().chars().all(|c| "\"' .[]()\u{2029}".contains(c))
}

/// Which differences are folded away.
#[derive(Clone, Copy)]
pub(super) enum Folding {
    Typographic,
    Joined,
}

impl Folding {
    pub(super) fn of_quote(self) -> fn(&str) -> Folded {
        match self {
            Self::Typographic => Folded::new,
            Self::Joined => Folded::joined,
        }
    }

    pub(super) fn of_article(self, article: &Article) -> &Folded {
        match self {
            Self::Typographic => article.folded(),
            Self::Joined => article.joined(),
        }
    }
}

fn exact(
    selector: &Selector<'_>,
    article: &Article,
    budget: &mut Budget,
) -> Result<Option<Anchor>, OverBudget> {
    let length = selector.exact.len();
    let places = || find::places(selector.exact, article.text()).map(move |start| start..start + length);
    let stands = |place: &Range<usize>| {
        let is_grapheme = article.is_boundary(place.start) && article.is_boundary(place.end);
        (is_grapheme && edge::is_whole(article.text(), place)).then(|| place.clone())
    };
    let fits = |context: &Context<'_>, place: &Range<usize>| {
        let position = |byte| article.folded().position(byte);
        context.fits_start(position(place.start)) && context.fits_end(position(place.end))
    };
    budget.search(article.text())?;
    let standing = settle(places, stands, fits, (selector, article.folded(), PLACE), budget)?;
    Ok(standing.map(|standing| match standing {
        Standing::Once(place) => Anchor::Exact(article.span(&place)),
        Standing::Often(places) => ambiguous(&places, article),
    }))
}

fn typographic(
    selector: &Selector<'_>,
    article: &Article,
    budget: &mut Budget,
) -> Result<Option<Anchor>, OverBudget> {
    let (quote, map) = (Folded::new(selector.exact), article.folded());
    let standing = folded(selector, &quote, map, article, budget)?;
    Ok(standing.and_then(|standing| match standing {
        Standing::Once(place) => Some(Anchor::Typographic(article.span(&article.place_in(map, &place)?))),
        Standing::Often(places) => Some(ambiguous(&originals(&places, map, article), article)),
    }))
}

fn joined(
    selector: &Selector<'_>,
    article: &Article,
    budget: &mut Budget,
) -> Result<Option<Anchor>, OverBudget> {
    let (quote, map) = (Folded::joined(selector.exact), article.joined());
    if quote.seams().is_empty() && map.seams().is_empty() {
        return Ok(None);
    }
    let standing = folded(selector, &quote, map, article, budget)?;
    Ok(standing.and_then(|standing| match standing {
        Standing::Once(place) => {
            let joins = map.seams_in(&place).iter().filter(|seam| !seam.is_hyphen());
            Some(Anchor::Joined(Joined {
                span: article.span(&article.place_in(map, &place)?),
                joins: joins.map(|seam| article.span(&seam.original)).collect(),
            }))
        }
        Standing::Often(places) => Some(ambiguous(&originals(&places, map, article), article)),
    }))
}

/// Where the folded quote stands in the folded article, in bytes of that.
fn folded(
    selector: &Selector<'_>,
    quote: &Folded,
    map: &Folded,
    article: &Article,
    budget: &mut Budget,
) -> Result<Option<Standing>, OverBudget> {
    let ground = Ground { article, folded: map };
    let places = || find::places(quote.text(), map.text()).map(|start| start..start + quote.text().len());
    let has_marks = quotation::has_marks(selector.exact);
    let stands = |place: &Range<usize>| {
        ground
            .place(place, quote)
            .filter(|bytes| edge::is_whole(article.text(), bytes))
            .filter(|bytes| !has_marks || ground.turns_like(bytes, selector.exact))
            .map(|_| place.clone())
    };
    let cost = if has_marks { PLACE + selector.exact.len() } else { PLACE };
    let fits = |context: &Context<'_>, place: &Range<usize>| {
        context.fits_start(place.start) && context.fits_end(place.end)
    };
    budget.search(map.text())?;
    settle(places, stands, fits, (selector, map, cost), budget)
}

fn originals(places: &[Range<usize>], map: &Folded, article: &Article) -> Vec<Range<usize>> {
    places.iter().filter_map(|place| article.place_in(map, place)).collect()
}

fn marked(
    selector: &Selector<'_>,
    article: &Article,
    rule: Rule,
    folding: Folding,
    budget: &mut Budget,
) -> Result<Option<Anchor>, OverBudget> {
    let quote = Marked::new(selector.exact, folding.of_quote());
    let Some(marked) = quote.filter(|marked| marked.torn_cut().is_none()) else { return Ok(None) };
    let map = folding.of_article(article);
    let is_same = |piece: &Piece| piece.folded.seams().is_empty();
    if matches!(folding, Folding::Joined) && map.seams().is_empty() && marked.pieces.iter().all(is_same) {
        return Ok(None);
    }
    let search = Search { marked: &marked, ground: Ground { article, folded: map }, rule };
    let mut ways = search.tightest(|_| true, |_| true, MAX_PLACES, budget)?;
    if (selector.prefix.is_some() || selector.suffix.is_some()) && !ways.is_empty() {
        let context = Context::new(selector, map);
        let fitting = search.tightest(
            |start| context.fits_start(start),
            |end| context.fits_end(end),
            MAX_PLACES,
            budget,
        )?;
        if !fitting.is_empty() {
            ways = fitting;
        }
    }
    Ok(match ways.as_slice() {
        [] => None,
        [way] => {
            let gaps = way.windows(2).filter_map(|pair| Some(pair.last()?.start - pair.first()?.end));
            budget.spend(gaps.sum())?;
            edited(&search, way).map(|edited| {
                if is_cut_alone(&edited) { Anchor::Elided(edited) } else { Anchor::Altered(edited) }
            })
        }
        _ => {
            let window = |way: &Way| {
                let (first, last) =
                    (article.place_in(map, way.first()?)?, article.place_in(map, way.last()?)?);
                Some(first.start..last.end)
            };
            Some(ambiguous(&ways.iter().filter_map(window).collect::<Vec<_>>(), article))
        }
    })
}

fn ambiguous(places: &[Range<usize>], article: &Article) -> Anchor {
    Anchor::Ambiguous(places.iter().map(|place| article.span(place)).collect())
}

enum Standing {
    Once(Range<usize>),
    Often(Vec<Range<usize>>),
}

/// The place that is meant: the only one, or the only one that fits the context. `None` where there is none. Looking at one
/// costs `cost`.
fn settle<Places: Iterator<Item = Range<usize>>>(
    places: impl Fn() -> Places,
    stands: impl Fn(&Range<usize>) -> Option<Range<usize>>,
    fits: impl Fn(&Context<'_>, &Range<usize>) -> bool,
    (selector, map, cost): (&Selector<'_>, &Folded, usize),
    budget: &mut Budget,
) -> Result<Option<Standing>, OverBudget> {
    let mut found = Vec::new();
    for place in places() {
        budget.spend(cost)?;
        found.extend(stands(&place));
        if found.len() == MAX_PLACES {
            break;
        }
    }
    if found.len() < 2 {
        return Ok(found.pop().map(Standing::Once));
    }
    if selector.prefix.is_none() && selector.suffix.is_none() {
        return Ok(Some(Standing::Often(found)));
    }
    let context = Context::new(selector, map);
    let mut fitting = Vec::new();
    for place in places() {
        budget.spend(cost)?;
        if fits(&context, &place) {
            fitting.extend(stands(&place));
        }
        if fitting.len() > 1 {
            break;
        }
    }
    Ok(Some(match (fitting.len(), fitting.pop()) {
        (1, Some(place)) => Standing::Once(place),
        _ => Standing::Often(found),
    }))
}

/// Where in the folded article a quote can begin after the prefix, and end before the suffix. Every place of
/// the two is looked up once, so that a long prefix and a million places of the quote do not multiply.
struct Context<'a> {
    text: &'a str,
    prefix_ends: Option<Vec<usize>>,
    suffix_starts: Option<Vec<usize>>,
}

impl<'a> Context<'a> {
    fn new(selector: &Selector<'_>, map: &'a Folded) -> Self {
        let text = map.text();
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
}
