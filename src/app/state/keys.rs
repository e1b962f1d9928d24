//! The keys that were pressed and mean nothing yet.

use crate::keymap::{Key, Keymap};

/// What keys mean, and those that wait for the next one.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) map: Keymap,
    /// The beginning of a sequence.
    pub(crate) pressed: Vec<Key>,
    pub(crate) count: Option<usize>,
}

impl Keys {
    pub(crate) fn new(map: Keymap) -> Self {
        Self { map, pressed: Vec::new(), count: None }
    }

    pub(crate) fn clear(&mut self) {
        self.pressed.clear();
        self.count = None;
    }
}
