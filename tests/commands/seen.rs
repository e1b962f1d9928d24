//! What somebody sees before a key and after it.

use std::sync::Arc;

use frise::app::{
    Effect, Grouping, Message, Overlay, Row, State, View, Viewport, axis_view, axis_windows, update,
};
use frise::axis::Window;
use frise::i18n::Lang;
use frise::keymap::Key;
use frise::load::Draft;
use frise::model::QuoteIndex;
use frise::theme::ThemeName;

use super::places::Place;
use crate::support::{answer_questions, screen};

/// What lies over the panes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Over {
    /// What it is.
    pub(super) kind: Place,
    /// The line being typed in it.
    pub(super) line: Option<String>,
    /// The first line in view, and what is selected in it.
    pub(super) at: (usize, usize),
}

/// Everything a command may change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) view: View,
    /// The event one is at, by its name in the file.
    pub(super) event: Option<String>,
    pub(super) row: usize,
    pub(super) overlay: Option<Over>,
    pub(super) quote: Option<QuoteIndex>,
    pub(super) lang: Lang,
    pub(super) theme: ThemeName,
    pub(super) axis: Viewport,
    /// All of the time, and what is on the screen of it.
    pub(super) windows: Option<(Window, Window)>,
    pub(super) filter: Option<String>,
    pub(super) grouping: Grouping,
    pub(super) rows: Vec<Row>,
    pub(super) notice: Option<String>,
    pub(super) screen: String,
}

/// A key, with what was before and after it.
pub(super) struct Step<'a> {
    pub(super) place: Place,
    /// Before one went into the place.
    pub(super) origin: Seen,
    pub(super) before: Seen,
    pub(super) after: Seen,
    pub(super) effects: Vec<Effect>,
    pub(super) draft: &'a Arc<Draft>,
}

impl Seen {
    pub(super) fn of(state: &State) -> Self {
        let timeline = state.timeline();
        let event = timeline.events.get(state.event());
        let overlay = state.overlay.as_ref().map(|overlay| {
            let at = match overlay {
                Overlay::Menu(menu) => (menu.at.scroll, menu.at.item),
                Overlay::Search(search) => (search.at.scroll, search.at.item),
                _ => (0, 0),
            };
            Over { kind: Place::of(overlay), line: overlay.prompt().map(|line| line.text().to_owned()), at }
        });
        Self {
            view: state.history.top(),
            event: event.map(|event| event.id.clone()),
            row: state.rows().row_of(timeline, state.event()),
            overlay,
            quote: state.reading().and_then(|reading| reading.quote),
            lang: state.display.lang,
            theme: state.display.theme,
            axis: axis_view(state),
            windows: axis_windows(state),
            filter: state.list.filter.as_ref().map(|filter| filter.text.clone()),
            grouping: state.grouping(),
            rows: state.rows().all.clone(),
            notice: state.display.notice.as_ref().map(ToString::to_string),
            screen: screen::text(state),
        }
    }

    /// How far one is in a place: the first line in view, and what is selected; in the list the row.
    pub(super) fn position(&self, place: Place) -> (usize, usize) {
        // The list stands above a filter that is being typed.
        let over = self.overlay.as_ref().filter(|over| over.kind == place && place != Place::Filter);
        over.map_or_else(
            || match &self.view {
                View::Browse(browse) if browse.in_detail => (browse.detail.scroll, browse.detail.item),
                View::Browse(_) => (self.row, 0),
                View::Reader(reader) => (reader.scroll.unwrap_or_default(), 0),
                View::Sources(at) | View::Problems(at) => (at.scroll, at.item),
            },
            |over| over.at,
        )
    }

    /// Whether one is told something.
    pub(super) fn says(&self, words: &str) -> bool {
        self.notice.as_ref().is_some_and(|notice| notice.contains(words))
    }
}

/// Presses keys, and returns what has to happen outside; questions are answered.
pub(super) fn asked(state: &mut State, keys: &str) -> Vec<Effect> {
    let name = keys.trim_start_matches(|c: char| c.is_ascii_digit());
    let count = keys[..keys.len() - name.len()].chars().map(Key::char);
    let mut others = Vec::new();
    for key in count.chain(Key::parse(name).unwrap_or_default()) {
        let effects = update(state, Message::Key(key));
        others.extend(answer_questions(state, effects));
    }
    others
}
