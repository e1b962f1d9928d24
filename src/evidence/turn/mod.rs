//! Words that turn the sense of a quote, and that it leaves out: in a cut, or right before and after the quote.
//!
//! It warns; it proves nothing. Words that turn a sentence are listed in ten languages, and in the others nothing is looked
//! for.

mod words;

use std::ops::Range;

use super::{Article, Cut, Span, fold::Folded, sentence, word};
use words::{ALL, Words};

/// How far the sentence around a place is looked at, in bytes.
const REACH: usize = 1_000;

/// How far the words right beside a quote are looked for, in bytes.
const BESIDE: usize = 240;

/// How many words right before a quote, and right after it, may turn it.
const BEFORE: usize = 7;
const AFTER: usize = 3;

/// A cut of more words than that is longer than what it joins.
const LONG: usize = 60;

/// Why what a cut joins may not belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    /// It ends in another sentence than it begins in.
    LeavesSentence,
    /// It leaves out this subject of what follows it.
    Subject(Span),
    /// It is longer than what it joins.
    Long,
}

/// Whether words that turn a sentence are known in the language with this tag (BCP 47).
pub fn is_looked_for(language: &str) -> bool {
    words(language).is_some()
}

fn words(language: &str) -> Option<&'static Words> {
    let primary = language.split('-').next().unwrap_or_default();
    ALL.iter().find(|words| words.tag.eq_ignore_ascii_case(primary))
}

/// The first words that a cut leaves out and that turn a sentence of which the quote keeps a part.
///
/// What lies before the first end of a sentence in the cut belongs to the sentence it begins in, what lies after the last to
/// the one it ends in; sentences between are cut whole, and their negations with them. So are parentheses and clauses
/// between commas.
pub fn turned_by_cut(cut: &Cut, article: &Article, language: &str) -> Option<Span> {
    let words = words(language)?;
    let (text, bytes) = (article.text(), article.bytes(cut.in_article));
    let found = kept_parts(text, &bytes).into_iter().find_map(|part| {
        let tokens = Tokens::new(text, part.clone());
        if is_clause(text, &part, &tokens, words) {
            return None;
        }
        let tokens = tokens.without(|range| is_parenthesis(text, &part, range));
        tokens.find_in(0..tokens.0.len(), words.turning, words)
    });
    found.or_else(|| counted(text, &bytes)).map(|bytes| article.span(&bytes))
}

/// The parts of a cut that belong to the sentences it begins and ends in; one part where those are the same.
fn kept_parts(text: &str, cut: &Range<usize>) -> Vec<Range<usize>> {
    let end = sentence::end(text, cut.start, REACH).min(cut.end);
    let start = sentence::start(text, cut.end, REACH).max(cut.start);
    if end >= cut.end || start <= cut.start {
        vec![cut.clone()]
    } else {
        vec![cut.start..end, start..cut.end]
    }
}

/// What a number that stands right before a cut counts, where that is left out: `10 […] conteneurs` may be ten of
/// something else. Four digits are taken for a year.
fn counted(text: &str, cut: &Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..cut.start)?.trim_end();
    let digits = before.chars().rev().take_while(|c| c.is_numeric()).count();
    let first = word::ranges(text.get(cut.clone())?).next().filter(|first| first.start == 0)?;
    let is_word = text.get(cut.start..)?.starts_with(char::is_alphabetic);
    (digits > 0 && digits != 4 && is_word).then_some(cut.start..cut.start + first.end)
}

/// Whether `range` lies in brackets or between dashes that are both in `part`.
fn is_parenthesis(text: &str, part: &Range<usize>, range: &Range<usize>) -> bool {
    let before = text.get(part.start..range.start).unwrap_or_default();
    let after = text.get(range.end..part.end).unwrap_or_default();
    let count = |text: &str, mark: char| text.matches(mark).count();
    let in_brackets = count(before, '(') > count(before, ')') && after.contains(')');
    let in_dashes = |dash: &str| before.matches(dash).count() % 2 == 1 && after.contains(dash.trim_end());
    in_brackets || in_dashes("– ") || in_dashes("— ")
}

/// Whether the whole of `part` is a clause between commas, as in `, qui n'a pas été publié,`.
fn is_clause(text: &str, part: &Range<usize>, tokens: &Tokens, words: &Words) -> bool {
    let inner = text.get(part.clone()).unwrap_or_default();
    let before = text.get(..part.start).unwrap_or_default().trim_end();
    let after = text.get(part.end..).unwrap_or_default().trim_start();
    let opens = inner.starts_with(',') || before.ends_with(',');
    let closes = inner.ends_with(',') || after.starts_with(',');
    opens
        && closes
        && tokens.0.first().is_some_and(|first| words.relatives.iter().any(|known| first.is(known)))
}

/// Why a cut joins too much: it leads into another sentence, takes the subject from what follows, or is longer than what
/// it joins. Whole sentences between two whole sentences may be left out.
pub fn wide(cut: &Cut, article: &Article, language: &str) -> Option<Wide> {
    let (text, bytes) = (article.text(), article.bytes(cut.in_article));
    let end = sentence::end(text, bytes.start, REACH);
    let start = sentence::start(text, bytes.end, REACH);
    let begins_whole = end <= bytes.start;
    let ends_whole = text.get(start..bytes.end).unwrap_or_default().trim().is_empty() || start >= bytes.end;
    if !bytes.is_empty() && (end < bytes.end || start > bytes.start) && !(begins_whole && ends_whole) {
        return Some(Wide::LeavesSentence);
    }
    let subject = words(language).and_then(|words| dropped_subject(text, &bytes, words));
    let subject = subject.map(|bytes| Wide::Subject(article.span(&bytes)));
    subject.or((cut.words > LONG).then_some(Wide::Long))
}

/// The name at the end of a cut that is the subject of what follows: the `Kim` of `says that Kim […] is alone` and of
/// `meets Kim, who […] is alone`. Only a name right after a relative word, or right before one that ends the cut, is
/// taken for a subject.
fn dropped_subject(text: &str, cut: &Range<usize>, words: &Words) -> Option<Range<usize>> {
    // Every German noun looks like a name.
    if words.tag == "de" || !text.get(cut.end..)?.trim_start().starts_with(char::is_lowercase) {
        return None;
    }
    let tokens = Tokens::new(text, cut.clone()).0;
    let is_relative = |token: &Token| words.relatives.iter().any(|known| token.is(known));
    let is_name = |token: &Token| {
        text.get(token.bytes.clone()).is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let (tokens, is_before_relative) = match tokens.split_last() {
        Some((last, rest)) if is_relative(last) && !is_name(last) => (rest, true),
        _ => (tokens.as_slice(), false),
    };
    let first = tokens.iter().rposition(|token| !is_name(token)).map_or(0, |index| index + 1);
    let (before, name) = tokens.split_at(first);
    let bytes = name.first()?.bytes.start..name.last()?.bytes.end;
    (is_before_relative || before.last().is_some_and(is_relative)).then_some(bytes)
}

/// The words right before `span`, in its sentence, that turn it, and those right after it.
pub fn turned_at_edges(span: Span, article: &Article, language: &str) -> [Option<Span>; 2] {
    let Some(words) = words(language) else { return [None, None] };
    let (text, bytes) = (article.text(), article.bytes(span));
    let before = Tokens::new(text, sentence::start(text, bytes.start, BESIDE)..bytes.start);
    let before = before.find_in(before.last_clause(text, bytes.start, words), words.turning, words);
    let after = Tokens::new(text, bytes.end..sentence::end(text, bytes.end, BESIDE));
    let after = after.find_in(after.first_clause(text, bytes.end, words), words.turning_back, words);
    [before, after].map(|found| found.map(|bytes| article.span(&bytes)))
}

/// Whether `span` begins or ends in the middle of a sentence, where words beside it may turn it.
pub fn is_part_of_sentence(span: Span, article: &Article) -> bool {
    let (text, bytes) = (article.text(), article.bytes(span));
    let is_blank =
        |range: Range<usize>| !text.get(range).is_some_and(|text| text.contains(char::is_alphanumeric));
    let start = sentence::start(text, bytes.start, REACH).min(bytes.start);
    !is_blank(start..bytes.start) || !is_blank(bytes.end..sentence::end(text, bytes.end, REACH))
}

/// A word as the tables write it: lower case, with the apostrophe that ends it.
struct Token {
    text: String,
    bytes: Range<usize>,
}

impl Token {
    fn is(&self, known: &str) -> bool {
        match (known.strip_suffix('*'), known.strip_prefix('*')) {
            (Some(start), _) => self.text.starts_with(start),
            (_, Some(end)) => self.text.ends_with(end),
            _ if known == "#" => self.text.starts_with(char::is_numeric),
            _ => known == "_" || self.text == known,
        }
    }
}

/// Words in order.
struct Tokens(Vec<Token>);

impl Tokens {
    fn new(text: &str, range: Range<usize>) -> Self {
        let folded = Folded::new(text.get(range.clone()).unwrap_or_default());
        let mut tokens: Vec<(Range<usize>, String)> = Vec::new();
        for word in word::ranges(folded.text()) {
            let rest = folded.text().get(word.end..).unwrap_or_default();
            let is_elided = rest.starts_with('\'');
            let letters = folded.text().get(word.clone()).unwrap_or_default().to_lowercase();
            match tokens.last_mut() {
                Some((last, text)) if letters == "t" && text.ends_with("n'") && last.end == word.start => {
                    last.end = word.end;
                    text.push('t');
                }
                _ => tokens.push((
                    word.start..word.end + usize::from(is_elided),
                    letters + if is_elided { "'" } else { "" },
                )),
            }
        }
        let original = |(folded_range, text): (Range<usize>, String)| {
            let bytes = folded.original(&folded_range)?;
            Some(Token { text, bytes: range.start + bytes.start..range.start + bytes.end })
        };
        Self(tokens.into_iter().filter_map(original).collect())
    }

    fn without(self, is_left_out: impl Fn(&Range<usize>) -> bool) -> Self {
        Self(self.0.into_iter().filter(|token| !is_left_out(&token.bytes)).collect())
    }

    /// The words of the last clause, a few of them; they end at `end`.
    fn last_clause(&self, text: &str, end: usize, words: &Words) -> Range<usize> {
        let from = (0..self.0.len()).rev().find(|&index| {
            let next = self.0.get(index + 1).map_or(end, |token| token.bytes.start);
            self.0.get(index).is_some_and(|token| {
                parts_clauses(text.get(token.bytes.end..next).unwrap_or_default())
                    || words.breaks.contains(&token.text.as_str())
            })
        });
        from.map_or(0, |index| index + 1).max(self.0.len().saturating_sub(BEFORE))..self.0.len()
    }

    /// The words of the first clause, a few of them; they begin at `start`.
    fn first_clause(&self, text: &str, start: usize, words: &Words) -> Range<usize> {
        let to = (0..self.0.len()).find(|&index| {
            let last =
                index.checked_sub(1).and_then(|last| self.0.get(last)).map_or(start, |last| last.bytes.end);
            self.0.get(index).is_some_and(|token| {
                parts_clauses(text.get(last..token.bytes.start).unwrap_or_default())
                    || words.breaks.contains(&token.text.as_str())
            })
        });
        0..to.unwrap_or(self.0.len()).min(AFTER)
    }

    /// The first words among those numbered `range` that are one of `turning`, and no part of a phrase that turns nothing.
    fn find_in(&self, range: Range<usize>, turning: &[&str], words: &Words) -> Option<Range<usize>> {
        let mut is_harmless = vec![false; self.0.len()];
        for index in 0..self.0.len() {
            let longest = words.harmless.iter().filter_map(|phrase| self.length_at(index, phrase)).max();
            is_harmless.iter_mut().skip(index).take(longest.unwrap_or(0)).for_each(|is| *is = true);
        }
        range.into_iter().find_map(|index| {
            let turns = |phrase: &&&str| {
                self.length_at(index, phrase).filter(|length| {
                    is_harmless.get(index..index + length).is_some_and(|harmless| !harmless.contains(&true))
                })
            };
            let length = turning.iter().filter_map(|phrase| turns(&phrase)).max()?;
            let (first, last) = (self.0.get(index)?, self.0.get(index + length - 1)?);
            Some(first.bytes.start..last.bytes.end)
        })
    }

    /// How many words `phrase` has, where it stands at `index`.
    fn length_at(&self, index: usize, phrase: &str) -> Option<usize> {
        let mut length = 0;
        for known in phrase.split(' ') {
            self.0.get(index + length).filter(|token| token.is(known))?;
            length += 1;
        }
        Some(length)
    }
}

/// Whether what stands between two words parts two clauses.
fn parts_clauses(between: &str) -> bool {
    between.contains([',', ';', ':', '(', ')', '–', '—', '،', '\u{2029}'])
        || between.matches('\n').count() > 1
}
