//! The events of the list in groups.

use std::collections::HashMap;

use crate::i18n::{self, Lang, Words};
use crate::model::{Bound, Dating, Decade, EventIndex, Timeline};

/// By what the list is put into groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By nothing: one list in the order of time.
    #[default]
    Nothing,
    /// By the decade in which an event begins.
    Decade,
    /// By the tags of an event: it stands under each of them.
    Tag,
}

/// What the events of a group have in common. Groups stand in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// Nobody knows when they began.
    NoStart,
    /// They begin in this decade.
    Decade(Decade),
    /// They have no date.
    Undated,
    /// They have a tag: this one of this event, which is the first one to have it.
    Tag(EventIndex, usize),
    /// They have no tag.
    Untagged,
}

impl Grouping {
    /// The next one, round and round.
    #[must_use]
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Decade,
            Self::Decade => Self::Tag,
            Self::Tag => Self::Nothing,
        }
    }

    /// What it is called; `None` where there are no groups.
    pub fn words(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::Decade => Some(Words::of(lang).by_decade),
            Self::Tag => Some(Words::of(lang).by_tag),
        }
    }

    /// `events` group by group, each with the heading of its group; in a group they keep their order.
    pub(crate) fn grouped(
        self,
        timeline: &Timeline,
        events: Vec<EventIndex>,
    ) -> Vec<(Option<Heading>, EventIndex)> {
        let mut first_with: HashMap<&str, Heading> = HashMap::new();
        let mut headings = |event: EventIndex| match self {
            Self::Nothing => vec![None],
            Self::Decade => vec![Some(decade_of(&timeline.events[event].date))],
            Self::Tag => match &timeline.events[event].tags {
                tags if tags.is_empty() => vec![Some(Heading::Untagged)],
                tags => {
                    let headings = tags.iter().enumerate().filter_map(|(index, tag)| {
                        // The wording a tag is known by, whatever the language of the screen.
                        let known_by = tag.entries().next()?.1;
                        Some(*first_with.entry(known_by).or_insert(Heading::Tag(event, index)))
                    });
                    headings.map(Some).collect()
                }
            },
        };
        let under = events.into_iter().flat_map(|event| {
            let headings = headings(event).into_iter();
            headings.map(move |heading| (heading, event))
        });
        let mut grouped: Vec<_> = under.collect();
        grouped.sort_by_key(|(heading, _)| *heading);
        // An event may have a tag twice.
        grouped.dedup();
        grouped
    }
}

impl Heading {
    /// What stands over the group.
    pub fn words(self, timeline: &Timeline, lang: Lang) -> String {
        let words = Words::of(lang);
        match self {
            Self::NoStart => words.no_start.to_owned(),
            Self::Decade(decade) => i18n::decade(decade, lang),
            Self::Undated => words.undated.to_owned(),
            Self::Tag(event, index) => {
                let tag = timeline.events[event].tags.get(index);
                tag.map(|tag| format!("#{}", tag.best(lang.tag()))).unwrap_or_default()
            }
            Self::Untagged => words.untagged.to_owned(),
        }
    }
}

fn decade_of(date: &Dating) -> Heading {
    match date.date().map(crate::model::Date::earliest) {
        None => Heading::Undated,
        Some(Bound::Day(day)) => Heading::Decade(Decade::of(day.year)),
        Some(Bound::Open | Bound::Unknown) => Heading::NoStart,
    }
}
