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
