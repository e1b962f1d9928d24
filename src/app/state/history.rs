//! Where one is, and where one was before.

use std::collections::BTreeMap;

use crate::app::screen::page::Position;
use crate::model::EventIndex;

use super::view::{BrowseView, View};

/// The layers of what is being looked at, and the ones before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    here: Location,
    back: Vec<Location>,
    forward: Vec<Location>,
    marks: BTreeMap<char, Location>,
    /// Where the last jump began.
    jumped_from: Option<Location>,
}

/// The layers of what is being looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Location {
    /// The details through which one went deeper, from event to subevent.
    around: Vec<BrowseView>,
    base: BrowseView,
    /// What lies over the list and detail, the top one last.
    layers: Vec<View>,
}

/// How far back one can go.
const LONGEST_HISTORY: usize = 200;
/// How many views may lie over each other: from a sheet to its article and back to the sheet there is no end.
const DEEPEST: usize = 20;

impl History {
    pub(crate) fn new(base: BrowseView) -> Self {
        Self {
            here: Location { base, ..Location::default() },
            back: Vec::new(),
            forward: Vec::new(),
            marks: BTreeMap::new(),
            jumped_from: None,
        }
    }

    /// What is on top.
    pub fn top(&self) -> View {
        self.here.layers.last().cloned().unwrap_or(View::Browse(self.here.base))
    }

    /// The list and detail at the bottom.
    pub fn base(&self) -> &BrowseView {
        &self.here.base
    }

    /// The list and detail at the bottom.
    pub(crate) fn base_mut(&mut self) -> &mut BrowseView {
        &mut self.here.base
    }

    /// Replaces what is on top; moving about inside it is no step of the history.
    pub(crate) fn replace(&mut self, view: View) {
        match (self.here.layers.last_mut(), view) {
            (Some(top), view) => *top = view,
            (None, View::Browse(browse)) => self.here.base = browse,
            (None, view) => self.here.layers.push(view),
        }
    }

    /// Puts `view` on top; one comes back to what is under it.
    pub(crate) fn push(&mut self, view: View) {
        self.remember();
        if self.here.layers.len() >= DEEPEST {
            self.here.layers.remove(0);
        }
        self.here.layers.push(view);
    }

    /// Puts `view` on top as part of the step that is being taken.
    pub(crate) fn lay(&mut self, view: View) {
        self.here.layers.push(view);
    }

    /// Goes from the detail of an event to that of one inside it; one comes back to the detail around it.
    pub(crate) fn descend(&mut self, browse: BrowseView) {
        self.remember();
        self.here.around.push(std::mem::replace(&mut self.here.base, browse));
    }

    /// Leaves what is on top: a layer, the detail of a subevent one went into, the detail; false where one is
    /// at the list already.
    pub(crate) fn pop(&mut self) -> bool {
        if self.here.layers.is_empty() && !self.here.base.in_detail {
            return false;
        }
        self.remember();
        let here = &mut self.here;
        if here.layers.pop().is_none() {
            match here.around.pop() {
                Some(around) => here.base = around,
                None => here.base.in_detail = false,
            }
        }
        true
    }

    /// Puts the keyboard into the list, or into the detail, and leaves what lies over them.
    pub(crate) fn switch_to(&mut self, in_detail: bool) {
        let base = BrowseView { in_detail, ..self.here.base };
        self.here = Location { base, ..Location::default() };
    }

    /// Leaves everything for the list and detail of `base`.
    pub(crate) fn leave_for(&mut self, base: BrowseView) {
        self.remember();
        self.here = Location { base, ..Location::default() };
    }

    /// Writes down where one is before leaving it.
    pub(crate) fn remember(&mut self) {
        self.back.push(self.here.clone());
        self.forward.clear();
        if self.back.len() > LONGEST_HISTORY {
            self.back.remove(0);
        }
    }

    /// Changes every place of the history: the lists and details by `browse`, what lies over them by `layer`, which
    /// says whether to keep it.
    pub(crate) fn each(&mut self, browse: impl Fn(&mut BrowseView), layer: impl Fn(&mut View) -> bool) {
        let befores = self.back.iter_mut().chain(&mut self.forward);
        let marked = self.marks.values_mut().chain(&mut self.jumped_from);
        for here in befores.chain(marked).chain([&mut self.here]) {
            here.around.iter_mut().for_each(&browse);
            browse(&mut here.base);
            here.layers.retain_mut(&layer);
        }
    }

    /// Writes down where a jump begins, inside the same layer.
    pub(crate) fn note_jump(&mut self) {
        self.jumped_from = Some(self.here.clone());
    }

    /// Writes down where a jump begins before leaving it.
    pub(crate) fn jump(&mut self) {
        self.remember();
        self.note_jump();
    }

    /// Goes where the last jump began; false where there was none. Where one is becomes where it began.
    pub(crate) fn jump_back(&mut self) -> bool {
        let Some(before) = self.jumped_from.take() else { return false };
        self.remember();
        self.jumped_from = Some(std::mem::replace(&mut self.here, before));
        true
    }

    /// Puts a mark where one is.
    pub(crate) fn mark(&mut self, letter: char) {
        self.marks.insert(letter, self.here.clone());
    }

    /// Goes to a mark; false where there is none of this name.
    pub(crate) fn go_to_mark(&mut self, letter: char) -> bool {
        let Some(there) = self.marks.get(&letter).cloned() else { return false };
        self.jump();
        self.here = there;
        true
    }

    /// Leaves everything that lies over the list, for another event in it.
    pub(crate) fn go_to_list(&mut self, event: EventIndex) {
        let base = self.here.base;
        self.here = Location {
            base: BrowseView { event, top: base.top, ..BrowseView::default() },
            ..Location::default()
        };
    }

    /// Whether there is somewhere one was before.
    pub(crate) fn has_before(&self) -> bool {
        !self.back.is_empty()
    }

    /// Goes where one was before; false where there is no such place.
    pub(crate) fn go_back(&mut self) -> bool {
        let Some(before) = self.back.pop() else { return false };
        let here = std::mem::replace(&mut self.here, before);
        self.forward.push(here);
        true
    }

    /// Makes `event` the selected one; its detail begins at the top.
    pub(crate) fn select(&mut self, event: EventIndex) {
        let base = &mut self.here.base;
        if base.event != event {
            *base = BrowseView { event, detail: Position::default(), ..*base };
        }
    }

    /// Goes where one went back from; false where there is no such place.
    pub(crate) fn go_forward(&mut self) -> bool {
        let Some(after) = self.forward.pop() else { return false };
        let here = std::mem::replace(&mut self.here, after);
        self.back.push(here);
        true
    }
}
