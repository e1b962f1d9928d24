//! Where one is: what is on the screen, what is under it, where one was before.

use crate::model::{EventIndex, QuoteIndex, SourceIndex};

use super::page::Position;

/// A part of the screen that the keyboard can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The list of events.
    List,
    /// The detail of one.
    Detail,
    /// An article.
    Reader,
    /// The sources.
    Sources,
    /// The problems.
    Problems,
}

/// One layer of what is being looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The list and the detail beside it.
    Browse(Browse),
    /// An article.
    Reader(Reader),
    /// The sources with their sheets.
    Sources(Position),
    /// The problems.
    Problems(Position),
}

/// The list of events with the detail of the selected one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browse {
    /// The selected event.
    pub event: EventIndex,
    /// The first row of the list in view.
    pub top: usize,
    /// Whether the keyboard is in the detail.
    pub in_detail: bool,
    /// Where one is in the detail.
    pub detail: Position,
}

/// An article being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Whose article.
    pub source: SourceIndex,
    /// The quote whose passage one has come to see; `None` when one has come for the article itself.
    pub quote: Option<QuoteIndex>,
    /// The first line in view; `None` until the passage has been brought into view.
    pub scroll: Option<usize>,
}

impl View {
    /// The pane the keyboard is in.
    pub fn pane(&self) -> Pane {
        match self {
            Self::Browse(browse) if browse.in_detail => Pane::Detail,
            Self::Browse(_) => Pane::List,
            Self::Reader(_) => Pane::Reader,
            Self::Sources(_) => Pane::Sources,
            Self::Problems(_) => Pane::Problems,
        }
    }
}

/// The layers of what is being looked at, and the ones before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    base: Browse,
    layers: Vec<View>,
    back: Vec<(Browse, Vec<View>)>,
    forward: Vec<(Browse, Vec<View>)>,
}

/// How far back one can go.
const LONGEST_HISTORY: usize = 200;

impl Trail {
    /// The beginning of a trail.
    pub fn new(base: Browse) -> Self {
        Self { base, layers: Vec::new(), back: Vec::new(), forward: Vec::new() }
    }

    /// What is on top.
    pub fn top(&self) -> View {
        self.layers.last().cloned().unwrap_or(View::Browse(self.base))
    }

    /// The list and detail at the bottom.
    pub fn base(&self) -> &Browse {
        &self.base
    }

    /// The list and detail at the bottom.
    pub fn base_mut(&mut self) -> &mut Browse {
        &mut self.base
    }

    /// The layers above the list and detail, the top one last.
    pub fn layers_mut(&mut self) -> impl Iterator<Item = &mut View> {
        self.layers.iter_mut()
    }

    /// Replaces what is on top; moving about inside it is no step of the history.
    pub fn replace(&mut self, view: View) {
        match (self.layers.last_mut(), view) {
            (Some(top), view) => *top = view,
            (None, View::Browse(browse)) => self.base = browse,
            (None, view) => self.layers.push(view),
        }
    }

    /// Puts `view` on top; one comes back to what is under it.
    pub fn push(&mut self, view: View) {
        self.remember();
        self.layers.push(view);
    }

    /// Takes the top layer away; false where there is none left to take.
    pub fn pop(&mut self) -> bool {
        if self.layers.is_empty() {
            return false;
        }
        self.remember();
        self.layers.pop();
        true
    }

    /// Takes all layers away and goes to `browse`.
    pub fn jump(&mut self, browse: Browse) {
        self.remember();
        self.layers.clear();
        self.base = browse;
    }

    /// Writes down where one is before leaving it.
    pub fn remember(&mut self) {
        self.back.push((self.base, self.layers.clone()));
        self.forward.clear();
        if self.back.len() > LONGEST_HISTORY {
            self.back.remove(0);
        }
    }

    /// Whether there is somewhere one was before.
    pub fn has_before(&self) -> bool {
        !self.back.is_empty()
    }

    /// Goes where one was before; false where there is no such place.
    pub fn go_back(&mut self) -> bool {
        let Some(before) = self.back.pop() else { return false };
        let here = self.swap(before);
        self.forward.push(here);
        true
    }

    /// Goes where one went back from; false where there is no such place.
    pub fn go_forward(&mut self) -> bool {
        let Some(after) = self.forward.pop() else { return false };
        let here = self.swap(after);
        self.back.push(here);
        true
    }

    fn swap(&mut self, (base, layers): (Browse, Vec<View>)) -> (Browse, Vec<View>) {
        (std::mem::replace(&mut self.base, base), std::mem::replace(&mut self.layers, layers))
    }
}
