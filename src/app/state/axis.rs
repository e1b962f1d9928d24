//! Which time the axis shows.

use std::sync::Arc;

use crate::app::screen::memo::Memo;
use crate::axis::{Axis, AxisRow, Index, Projection, Scale, Window};
use crate::i18n::Lang;
use crate::load::Draft;
use crate::model::EventIndex;

use super::filter::Filter;

/// What the axis looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// The part that is on the screen; `None` for the whole.
    pub window: Option<Window>,
    /// How its columns are counted.
    pub scale: Scale,
}

/// The axis with what it is made from.
#[derive(Debug)]
pub(crate) struct AxisView {
    pub(crate) draft: Arc<Draft>,
    pub(crate) index: Index,
    pub(crate) viewport: Viewport,
    /// The event the window was last brought to.
    pub(crate) followed: Option<EventIndex>,
    /// The filter that the axis was last made for.
    filter: Option<Arc<Filter>>,
    pub(crate) drawn: DrawnAxis,
    /// The column that is being pulled along.
    pub(crate) dragged: Option<u16>,
}

/// The axis as it is drawn.
#[derive(Debug, Default)]
pub(crate) struct DrawnAxis {
    pub(crate) axis: Memo<(Window, Scale, usize, Lang, &'static str), Axis>,
    pub(crate) nested: Memo<(EventIndex, Window, Scale, usize), AxisRow>,
}

impl AxisView {
    pub(crate) fn new(draft: &Arc<Draft>) -> Self {
        Self::of(draft, Index::new(&draft.timeline))
    }

    fn of(draft: &Arc<Draft>, index: Index) -> Self {
        Self {
            draft: Arc::clone(draft),
            index,
            viewport: Viewport::default(),
            followed: None,
            filter: None,
            drawn: DrawnAxis::default(),
            dragged: None,
        }
    }

    /// Looks at another timeline in the same way; `index` is that of its events.
    pub(crate) fn turn_to(&mut self, draft: &Arc<Draft>, index: Index) {
        let viewport = self.viewport;
        *self = Self { viewport, ..Self::of(draft, index) };
        let bounds = self.projection(None).whole();
        let inside =
            |window: Window| Some(window.panned(0, bounds?)).filter(|window| Some(*window) != bounds);
        self.viewport.window = viewport.window.and_then(inside);
    }

    /// The events that a filter leaves, by time.
    pub(crate) fn projection<'a>(&'a self, filter: Option<&'a Filter>) -> Projection<'a> {
        let index = filter.map_or(&self.index, |filter| &filter.axis);
        Projection { timeline: &self.draft.timeline, index, all: &self.index, scale: self.viewport.scale }
    }

    /// Forgets what was drawn where the filter is another one. Equal steps count the events that are left: a window
    /// over others is one over nothing in particular.
    pub(crate) fn narrow_to(&mut self, filter: Option<&Arc<Filter>>) {
        let is_same = match (&self.filter, filter) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        if is_same {
            return;
        }
        self.filter = filter.map(Arc::clone);
        self.drawn = DrawnAxis::default();
        if self.viewport.scale == Scale::Equal {
            self.viewport.window = None;
        }
    }

    /// Looks at `window`, which is none where it is the whole.
    pub(crate) fn look_at(&mut self, window: Window, filter: Option<&Filter>) {
        let whole = self.projection(filter).whole();
        self.viewport.window = Some(window).filter(|window| Some(*window) != whole);
    }
}
