//! One term of a query against one folded text: does it stand there, where, and how well.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use super::field::FieldKind;
use super::letters::Letters;
use super::query::{Kind, Term};
use super::spelling::{self, FORGIVING, Vocabulary};

/// The fewest letters of a word that others may be like: two letters strewn over a title are no likeness.
const FEWEST: usize = 3;
/// The most places of a text at which likeness is weighed.
const WEIGHED: usize = 4;
/// The most occurrences of a term in a text of which the best is looked for.
const COMPARED: usize = 16;
/// The highest grade of a likeness.
const BEST_LIKENESS: i64 = 39;

/// A term ready for searching.
pub(super) struct Needle<'q> {
    pub(super) term: &'q Term,
    pub(super) has_digit: bool,
    finder: Finder<'q>,
    letters: Letters,
    fuzzy: Option<Fuzzy>,
    /// The words it may be a slip of.
    spellings: Vec<Finder<'static>>,
    /// The words before and after it in the query with which it is a name.
    beside: [Option<Finder<'q>>; 2],
}

struct Fuzzy {
    matcher: SkimMatcherV2,
    first: char,
    length: usize,
}

/// How well a term stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// It does with one wrong letter.
    Misspelt,
    /// Something like it does, up to [`BEST_LIKENESS`].
    Like(u32),
    /// It does, letter for letter; at most 60.
    Stands(u32),
}

impl Grade {
    /// The highest of all: the term is the whole text.
    pub(super) const BEST: u32 = 60;

    fn of(text: &str, place: &Range<usize>) -> Self {
        let (before, after) = (&text[..place.start], &text[place.end..]);
        let begins = !before.ends_with(char::is_alphanumeric);
        let ends = !after.starts_with(char::is_alphanumeric);
        let has_letter = |text: &str| text.contains(char::is_alphanumeric);
        let base = match (begins, ends) {
            (true, true) if !has_letter(before) && !has_letter(after) => return Self::Stands(Self::BEST),
            (true, true) => 50,
            (true, false) => 40,
            (false, _) => 20,
        };
        let late = before.matches(' ').take(9).zip(1..).last().map_or(0, |(_, words)| words);
        Self::Stands(base - late)
    }
}

impl<'q> Needle<'q> {
    pub(super) fn new(term: &'q Term, vocabulary: impl FnOnce() -> &'q Vocabulary) -> Self {
        let length = term.text.chars().count();
        let has_digit = term.text.contains(|c: char| c.is_ascii_digit());
        let is_like =
            term.kind == Kind::Fuzzy && length >= FEWEST && term.text.contains(|c: char| c.is_alphabetic());
        let fuzzy = term.text.chars().next().filter(|_| is_like).map(|first| Fuzzy {
            matcher: SkimMatcherV2::default().ignore_case(),
            first,
            length,
        });
        let finder = Finder::new(term.text.as_str());
        let spellings =
            if is_like && length >= FORGIVING { vocabulary().spellings(&term.text) } else { Vec::new() };
        let spellings = spellings.into_iter().map(|word| Finder::new(word).into_owned()).collect();
        let is_short_word = (2..FORGIVING).contains(&length) && term.text.chars().all(char::is_alphabetic);
        let is_name = |other: &&String| is_short_word && length + other.chars().count() >= FORGIVING;
        let beside = term.beside.each_ref().map(|other| other.as_ref().filter(is_name).map(Finder::new));
        Self { term, has_digit, finder, letters: Letters::of(&term.text), fuzzy, spellings, beside }
    }

    /// Whether the letters of the term stand anywhere in `texts`, one or several with line ends between them.
    pub(super) fn is_in(&self, texts: &str) -> bool {
        self.finder.find(texts.as_bytes()).is_some()
    }

    /// Whether a text with these letters may have something like the term in it.
    pub(super) fn may_be_like(&self, letters: Letters) -> bool {
        self.fuzzy.is_some() && letters.has(self.letters)
    }

    /// How well the term itself stands in `text`.
    pub(super) fn grade(&self, text: &str) -> Option<Grade> {
        self.places(text).take(COMPARED).map(|place| Grade::of(text, &place)).max()
    }

    /// How well something like the term stands in `text`.
    pub(super) fn likeness(&self, text: &str) -> Option<Grade> {
        self.most_like(text).map(|(grade, _)| grade)
    }

    /// Where in `text` the term stands, or, where it does not and `is_fuzzy`, the letters of what is like it.
    pub(super) fn highlights(&self, text: &str, is_fuzzy: bool) -> Option<(Grade, Vec<Range<usize>>)> {
        match self.grade(text) {
            Some(grade) => Some((grade, self.places(text).collect())),
            None if is_fuzzy => self.most_like(text),
            None => None,
        }
    }

    /// Where in `text` the term stands with one wrong letter. A date with another letter is another date.
    pub(super) fn forgiven(&self, kind: FieldKind, text: &str) -> Option<(Grade, Vec<Range<usize>>)> {
        if kind == FieldKind::Date {
            return None;
        }
        Some((Grade::Misspelt, vec![self.misspelt(text)?]))
    }

    /// Where the term stands in `text` with one wrong letter.
    fn misspelt(&self, text: &str) -> Option<Range<usize>> {
        let whole = |finder: &Finder<'_>| {
            let mut starts = finder.find_iter(text.as_bytes()).take(COMPARED);
            let places = starts.by_ref().map(|at| at..at + finder.needle().len());
            { places }.find(|place| is_word(text, place))
        };
        self.spellings.iter().find_map(whole).or_else(|| self.misspelt_beside(text))
    }

    /// The same of a word so short that another may be meant (`Jung`), if a word beside it in the query stands beside
    /// it in the text too: together they are a name (`Kim Jung`).
    fn misspelt_beside(&self, text: &str) -> Option<Range<usize>> {
        let fits = |place: Range<usize>| {
            let word = text.get(place.clone())?;
            (spelling::is_one_off(&self.term.text, word) && is_word(text, &place)).then_some(place)
        };
        let [before, after] = &self.beside;
        let behind = before.as_ref().and_then(|before| {
            before.find_iter(text.as_bytes()).find_map(|at| {
                let start = at + before.needle().len() + 1;
                let rest = text.get(start..)?;
                let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
                fits(start..start + length)
            })
        });
        behind.or_else(|| {
            after.as_ref()?.find_iter(text.as_bytes()).find_map(|at| {
                let end = at.checked_sub(1)?;
                fits(text.get(..end)?.trim_end_matches(char::is_alphanumeric).len()..end)
            })
        })
    }

    /// Whether `texts`, one or several with line ends between them, may have the term with a wrong letter.
    pub(super) fn may_be_misspelt(&self, texts: &str) -> bool {
        let mut words = self.spellings.iter().chain(self.beside.iter().flatten());
        words.any(|word| word.find(texts.as_bytes()).is_some())
    }

    /// Where the term stands in `text` as its signs ask; places do not overlap.
    fn places(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let at = from + self.finder.find(text.as_bytes().get(from..)?)?;
                let place = at..at + self.term.text.len();
                if self.fits(text, &place) {
                    from = place.end;
                    return Some(place);
                }
                from = at + self.term.text.chars().next().map_or(1, char::len_utf8);
            }
        })
    }

    fn fits(&self, text: &str, place: &Range<usize>) -> bool {
        let (before, after) = (&text[..place.start], &text[place.end..]);
        let word = &self.term.text;
        let begins = || is_empty_beside(before, word.starts_with(char::is_alphanumeric));
        let ends = || is_empty_beside(after, word.ends_with(char::is_alphanumeric));
        match self.term.kind {
            Kind::Fuzzy | Kind::Exact => true,
            Kind::Word => is_word(text, place),
            Kind::Prefix => begins(),
            Kind::Suffix => ends(),
            Kind::Whole => begins() && ends(),
        }
    }

    /// The best likeness in `text`, which begins where a word does and is not much longer than the term.
    fn most_like(&self, text: &str) -> Option<(Grade, Vec<Range<usize>>)> {
        let fuzzy = self.fuzzy.as_ref()?;
        let windows = fuzzy.windows(text, &self.term.text).take(WEIGHED);
        let weighed = windows.filter_map(|window| fuzzy.weigh(text, &self.term.text, window));
        let (score, places) = weighed.reduce(|best, other| if other.0 > best.0 { other } else { best })?;
        Some((Grade::Like(score), places))
    }
}

/// Whether no letter or digit stands right beside `place`.
fn is_word(text: &str, place: &Range<usize>) -> bool {
    !text[..place.start].ends_with(char::is_alphanumeric)
        && !text[place.end..].starts_with(char::is_alphanumeric)
}

/// Whether a word stands at the edge of a text, of which `beside` is on that side of it; quotation marks and
/// the like do not count beside a letter.
fn is_empty_beside(beside: &str, is_letter: bool) -> bool {
    let counts = |c: char| if is_letter { c.is_alphanumeric() } else { c != ' ' };
    !beside.contains(counts)
}

impl Fuzzy {
    /// The stretches of `text` that begin a word with the first letter of `word` and have its other letters
    /// soon after it, in order.
    fn windows<'t>(&self, text: &'t str, word: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let (first, longest) = (self.first, self.length + self.length / 2);
        let begins = move |at: usize| !text[..at].ends_with(char::is_alphanumeric);
        text.match_indices(first).filter(move |(at, _)| begins(*at)).filter_map(move |(at, _)| {
            let mut letters = word.chars().peekable();
            for (offset, c) in text[at..].char_indices().take(longest) {
                letters.next_if_eq(&c);
                if letters.peek().is_none() {
                    return Some(at..at + offset + c.len_utf8());
                }
            }
            None
        })
    }

    /// What the likeness in a window is worth, and which letters it consists of; `None` where they are noise.
    fn weigh(&self, text: &str, word: &str, window: Range<usize>) -> Option<(u32, Vec<Range<usize>>)> {
        let part = &text[window.clone()];
        // `fuzzy_match` scores otherwise than `fuzzy_indices`; one of them is used for everything.
        let (score, letters) = self.matcher.fuzzy_indices(part, word)?;
        let length = i64::try_from(self.length).unwrap_or(i64::MAX / 64);
        // Letters strewn over a title are no likeness: about what the same letters in a row are worth.
        let over = score.checked_sub(20 * length).filter(|over| *over >= 0)?;
        let quality = (over * BEST_LIKENESS / (8 * length)).min(BEST_LIKENESS);
        let mut places: Vec<Range<usize>> = Vec::new();
        for (index, (offset, c)) in part.char_indices().enumerate() {
            if letters.binary_search(&index).is_err() {
                continue;
            }
            let at = window.start + offset;
            match places.last_mut() {
                Some(last) if last.end == at => last.end = at + c.len_utf8(),
                _ => places.push(at..at + c.len_utf8()),
            }
        }
        Some((u32::try_from(quality).unwrap_or(0), places))
    }
}
