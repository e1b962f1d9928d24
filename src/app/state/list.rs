//! The list of events: what is shown of it, and how.

use std::collections::HashSet;
use std::sync::Arc;

use crate::i18n::Lang;
use crate::model::{EventIndex, Timeline};

use super::filter::Filter;
use super::grouping::Grouping;
use super::rows::{Listed, Rows};

/// The list of events.
#[derive(Debug, Default)]
pub struct List {
    /// What it is narrowed down to.
    pub filter: Option<Arc<Filter>>,
    /// The number of the last question that a filter asked.
    pub(crate) asked: u64,
    /// The events whose subevents are shown.
    pub(crate) unfolded: HashSet<EventIndex>,
    pub(crate) grouping: Grouping,
    pub(crate) rows: Rows,
    /// How often the rows have been made.
    pub(crate) version: usize,
}

impl List {
    /// Makes the rows anew: after folding, grouping or filtering, or in another language.
    pub(crate) fn make_rows(&mut self, timeline: &Timeline, lang: Lang) {
        let List { unfolded, grouping, .. } = &*self;
        let wanted = self.filter.as_ref().map(|filter| &*filter.shown);
        let mut rows = Rows::new(&Listed { timeline, unfolded, grouping: *grouping, wanted, lang });
        rows.select_as_in(&self.rows);
        self.rows = rows;
        self.version += 1;
    }

    /// Makes sure that `event` has a row: shows the subevents of everything around it, and all events where the filter
    /// leaves it out.
    pub(crate) fn unfold_to(&mut self, event: EventIndex, timeline: &Timeline, lang: Lang) {
        let is_left_out = self.filter.take_if(|filter| !filter.shows(timeline, event)).is_some();
        let mut is_news = is_left_out;
        let mut around = timeline.events.get(event).and_then(|event| event.parent);
        while let Some(event) = around {
            is_news |= self.unfolded.insert(event);
            around = timeline.events[event].parent;
        }
        if is_news {
            self.make_rows(timeline, lang);
        }
    }
}
