//! What is asked of a timeline again and again, worked out once.

use std::collections::HashMap;

use super::event::Event;
use super::position::{EventIndex, QuoteIndex, SourceIndex};
use super::quote::Quote;
use super::source::Source;

/// What is asked of a timeline again and again: otherwise every frame would look through all of its quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The quotes taken from each source.
    of_sources: Vec<Vec<QuoteIndex>>,
    /// How many independent origins the quotes of each event have, its subevents' included.
    origins: Vec<usize>,
    /// How many independent origins the sources have.
    all_origins: usize,
}

impl Index {
    /// The index of a timeline that will not change any more.
    pub fn new(sources: &[Source], events: &[Event], quotes: &[Quote]) -> Self {
        let mut of_sources = vec![Vec::new(); sources.len()];
        for (index, quote) in quotes.iter().enumerate() {
            if let Some(quotes) = quote.source.and_then(|source| of_sources.get_mut(source)) {
                quotes.push(index);
            }
        }
        let (origins, all_origins) = origins(sources, events, quotes);
        Self { of_sources, origins, all_origins }
    }

    pub(super) fn quotes_from(&self, source: SourceIndex) -> &[QuoteIndex] {
        self.of_sources.get(source).map_or(&[], Vec::as_slice)
    }

    pub(super) fn origins(&self) -> usize {
        self.all_origins
    }

    pub(super) fn origins_of(&self, event: EventIndex) -> usize {
        self.origins.get(event).copied().unwrap_or_default()
    }
}

/// How many origins each event has, and how many there are.
fn origins(sources: &[Source], events: &[Event], quotes: &[Quote]) -> (Vec<usize>, usize) {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut of_sources = Vec::with_capacity(sources.len());
    for source in sources {
        let next = numbers.len();
        of_sources.push(*numbers.entry(source.origin()).or_insert(next));
    }
    let mut found: Vec<usize> = Vec::new();
    let of_events = events
        .iter()
        .map(|event| {
            let inside = event.all_quotes().start..events[event.end - 1].all_quotes().end;
            found.clear();
            found.extend(quotes[inside].iter().filter_map(|quote| of_sources.get(quote.source?).copied()));
            found.sort_unstable();
            found.dedup();
            found.len()
        })
        .collect();
    (of_events, numbers.len())
}
