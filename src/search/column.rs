//! Folded texts, one after the other in one buffer.

use std::ops::Range;

use super::field::FieldKind;
use super::fold::fold_into;

/// Folded texts in groups, each text with its kind. In the buffer a line end stands behind every text, and no
/// folded text holds one, so that nothing is found across two of them.
#[derive(Debug, Default)]
pub(super) struct Column {
    buffer: String,
    /// Where each text begins, and its kind.
    texts: Vec<(u32, FieldKind)>,
    /// The first text of each group.
    groups: Vec<u32>,
}

impl Column {
    /// Begins the next group.
    pub(super) fn open_group(&mut self) {
        self.groups.push(short(self.texts.len()));
    }

    /// Appends a text to the group that is open.
    pub(super) fn push(&mut self, kind: FieldKind, text: &str) {
        self.texts.push((short(self.buffer.len()), kind));
        fold_into(text, &mut self.buffer);
        self.buffer.push('\n');
    }

    /// All texts in one, with line ends between them.
    pub(super) fn folded(&self) -> &str {
        &self.buffer
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// A text and its kind.
    pub(super) fn text(&self, text: usize) -> Option<(FieldKind, &str)> {
        let (start, kind) = *self.texts.get(text)?;
        let end = self.texts.get(text + 1).map_or(self.buffer.len(), |(next, _)| long(*next));
        Some((kind, self.buffer.get(long(start)..end.saturating_sub(1)).unwrap_or_default()))
    }

    /// The texts of a group.
    pub(super) fn group(&self, group: usize) -> impl Iterator<Item = (FieldKind, &str)> {
        self.texts_of(group).filter_map(|text| self.text(text))
    }

    /// The texts of a group in one, with line ends between them.
    pub(super) fn whole_group(&self, group: usize) -> &str {
        let Range { start, end } = self.texts_of(group);
        let begin = |text: usize| self.texts.get(text).map_or(self.buffer.len(), |(start, _)| long(*start));
        self.buffer.get(begin(start)..begin(end)).unwrap_or_default()
    }

    /// Gives back the memory that growing has taken too much.
    pub(super) fn shrink(&mut self) {
        self.buffer.shrink_to_fit();
        self.texts.shrink_to_fit();
        self.groups.shrink_to_fit();
    }

    fn texts_of(&self, group: usize) -> Range<usize> {
        let first = |group: usize| self.groups.get(group).map_or(self.texts.len(), |text| long(*text));
        first(group)..first(group + 1)
    }
}

/// Half the memory of a `usize`. What is read is limited to far less than 4 GiB; more would not be found.
pub(super) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

pub(super) const fn long(number: u32) -> usize {
    number as usize
}
