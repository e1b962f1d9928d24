//! From a quote and its context to where it stands.

use std::ops::Range;

use super::{Anchor, Article, Span, elide, find, fold::Folded, mark::Marked, nearest::nearest};

/// The most places an ambiguous quote is given: more help nobody, and a quote of one letter has millions.
const MAX_PLACES: usize = 10_000;

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
/// are all of them, or the first ten thousand.
///
/// A quote with marks takes the tightest place of its pieces. One with nothing but spaces, brackets, dots
/// and quotation marks stands nowhere.
pub fn anchor(selector: &Selector<'_>, article: &Article) -> Anchor {
    if is_blank(selector.exact) {
        return Anchor::Orphan(None);
    }
    exact(selector, article)
        .or_else(|| typographic(selector, article))
        .or_else(|| elided(selector, article))
        .unwrap_or_else(|| Anchor::Orphan(nearest(selector.exact, article)))
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
    let spans = |way: &Vec<Range<usize>>| -> Option<Vec<Span>> {
        way.iter().map(|piece| Some(article.span(&article.place(piece)?))).collect()
    };
    match ways.as_slice() {
        [] => None,
        [way] => Some(Anchor::Elided(spans(way)?)),
        _ => {
            let windows = ways.iter().filter_map(|way| Anchor::Elided(spans(way)?).span());
            Some(Anchor::Ambiguous(windows.collect()))
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
