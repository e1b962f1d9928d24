//! What a search brings to light.

use std::ops::Range;

use super::field::Field;
use crate::model::{EventIndex, LanguageTag, QuoteIndex, SourceIndex, Timeline};

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best first: events, at most one hit for each, then passages of articles, those of one article
    /// together and never more than a few of it. Where all are equally good, in the order of the timeline.
    pub hits: Vec<Hit>,
    /// How many events answer, shown among the hits or not.
    pub events: usize,
    /// How many passages answer, likewise.
    pub passages: usize,
    /// Where nothing answers, the word nearest to one of the query that stands nowhere, as it is written.
    pub nearest: Option<String>,
}

/// Something that answers a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it leads.
    pub target: Target,
    /// Why it answers, the best reason first, at most one for each field. None where nothing had to be there,
    /// as with a query of negations.
    pub reasons: Vec<Reason>,
    /// How many more reasons the event has, or, with the last passage of an article, how many more passages
    /// of it answer.
    pub more: usize,
    /// What it is worth; comparable among the hits of one query.
    pub score: u32,
}

/// Where a hit leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an event.
    Event(EventIndex),
    /// To a quote of an event: its words, their translation, their speaker or a remark are the best reason.
    Quote(QuoteIndex),
    /// To an article.
    Passage {
        /// Whose article.
        source: SourceIndex,
        /// The first match in it, in bytes.
        bytes: Range<usize>,
        /// The quote that rests on the words found, where one does.
        quote: Option<QuoteIndex>,
    },
}

/// A text in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What kind of text it is.
    pub field: Field,
    /// The language it is in, where it is in one.
    pub language: Option<LanguageTag>,
    /// The text; of a long one, what stands around the first match.
    pub text: String,
    /// Where `text` begins in the whole text, in bytes; of a passage, in the article.
    pub offset: usize,
    /// Whether the whole text begins before `text`, and whether it goes on after it.
    pub is_cut: (bool, bool),
    /// What was found: bytes of `text`, in order, apart from each other, whole graphemes; at least one, but in the
    /// name of a place that was found by its id.
    pub highlights: Vec<Range<usize>>,
}

impl Hit {
    /// The event it leads to, or, with a passage, the one whose quote rests on it.
    pub fn event(&self, timeline: &Timeline) -> Option<EventIndex> {
        match self.target {
            Target::Event(event) => Some(event),
            Target::Quote(quote) | Target::Passage { quote: Some(quote), .. } => {
                timeline.quotes.get(quote).map(|quote| quote.event)
            }
            Target::Passage { quote: None, .. } => None,
        }
    }

    /// The best reason of a kind: the match in a title, say.
    pub fn reason(&self, field: Field) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.field == field)
    }
}

/// The longest text that is kept whole, in bytes.
const LONGEST: usize = 600;
/// How much of a longer one is kept before the first match, about.
const BEFORE: usize = 150;

impl Reason {
    /// The reason that `highlights` of `text`, in order, are; the text begins at `offset`.
    pub(super) fn new(
        field: Field,
        language: Option<&str>,
        (text, offset): (&str, usize),
        highlights: &[Range<usize>],
    ) -> Self {
        let kept = window(text, highlights.first().unwrap_or(&(0..0)));
        let within = |range: &&Range<usize>| kept.start <= range.start && range.end <= kept.end;
        let highlights = highlights.iter().filter(within);
        Self {
            field,
            language: language.map(LanguageTag::new),
            text: text[kept.clone()].to_owned(),
            offset: offset + kept.start,
            is_cut: (kept.start > 0, kept.end < text.len()),
            highlights: highlights.map(|range| range.start - kept.start..range.end - kept.start).collect(),
        }
    }
}

/// What of `text` is kept: all, or whole words around the first match.
fn window(text: &str, first: &Range<usize>) -> Range<usize> {
    if text.len() <= LONGEST {
        return 0..text.len();
    }
    let near = first.start.saturating_sub(BEFORE);
    let blank = |at: &usize| text.is_char_boundary(*at) && text[*at..].starts_with(char::is_whitespace);
    let start = match near {
        0 => 0,
        near => (near..first.start).find(blank).map_or(first.start, |at| {
            let rest = &text[at..];
            at + (rest.len() - rest.trim_start().len()).min(first.start - at)
        }),
    };
    let far = (start + LONGEST).max(first.end).min(text.len());
    let end = if far == text.len() { far } else { (first.end..=far).rev().find(blank).unwrap_or(first.end) };
    start..end
}

/// Ranges in order, where they touch or overlap in one.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_whole_words_around_the_first_match_are_kept() {
        let text = format!("{}ici {}", "mot ".repeat(300), "fin ".repeat(300));
        let at = text.find("ici").unwrap();
        let reason =
            Reason::new(Field::Summary, Some("fr"), (&text, 7), &[at..at + 3, at + 4..at + 7, 2399..2400]);
        assert_eq!(&reason.text[reason.highlights[0].clone()], "ici");
        assert_eq!(&reason.text[reason.highlights[1].clone()], "fin");
        assert_eq!(reason.highlights.len(), 2);
        assert!(reason.text.starts_with("mot ") && reason.text.ends_with("fin"), "{}", reason.text);
        assert_eq!((reason.is_cut, &text[reason.offset - 7..][..3]), ((true, true), "mot"));
        let whole = "é".repeat(2_000);
        let reason = Reason::new(Field::Summary, None, (&whole, 0), std::slice::from_ref(&(1_000..1_002)));
        assert_eq!((reason.text.as_str(), reason.is_cut), ("é", (true, true)));
        let short = Reason::new(Field::Title, None, ("court", 0), std::slice::from_ref(&(0..1)));
        assert_eq!((short.text.as_str(), short.is_cut), ("court", (false, false)));
    }

    #[test]
    fn highlights_are_apart() {
        assert_eq!(merged(vec![5..7, 0..2, 2..3, 1..2, 9..9]), [0..3, 5..7]);
    }
}
