//! The commands as something to choose from: the help, and the palette.

use crate::app::screen::layout::MenuKind;
use crate::app::screen::page::Position;
use crate::app::screen::prompt::Prompt;

/// The commands with their keys.
#[derive(Clone, Debug)]
pub struct Menu {
    /// As what they are shown.
    pub kind: MenuKind,
    /// What they are narrowed down by, while it is being typed.
    pub filter: Option<Prompt>,
    /// Where one is among them.
    pub at: Position,
    /// Where one was before they were narrowed down.
    before: Position,
}

impl Menu {
    /// The commands as they open: the palette asks at once which one is meant.
    pub fn new(kind: MenuKind) -> Self {
        let filter = (kind == MenuKind::Palette).then(Prompt::default);
        Self { kind, filter, at: Position::default(), before: Position::default() }
    }

    /// The words the commands are narrowed down by.
    pub(crate) fn wanted(&self) -> &str {
        self.filter.as_ref().map_or("", Prompt::text)
    }

    /// Lets the help be narrowed down by what is typed.
    pub(crate) fn search(&mut self) {
        if self.filter.is_none() {
            self.filter = Some(Prompt::default());
            self.before = self.at;
        }
    }

    /// The commands after something else was typed: one is at the best one.
    pub(crate) fn filtered(self) -> Self {
        Self { at: Position::default(), ..self }
    }

    /// The commands with one layer less: the help without its filter, then nothing.
    pub(crate) fn closed(self) -> Option<Self> {
        let is_filtered = self.kind == MenuKind::Help && self.filter.is_some();
        is_filtered.then_some(Self { filter: None, at: self.before, ..self })
    }
}
