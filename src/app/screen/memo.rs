//! Values that are made anew only when what they are made from changes.

/// A value with what it was made from.
#[derive(Debug)]
pub(crate) struct Memo<K, V>(Option<(K, V)>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// Makes the value where it was made from something else; says whether it did.
    pub(crate) fn make(&mut self, from: K, make: impl FnOnce(&K) -> V) -> bool {
        let is_stale = self.0.as_ref().is_none_or(|(key, _)| *key != from);
        if is_stale {
            let value = make(&from);
            self.0 = Some((from, value));
        }
        is_stale
    }

    /// The value, once it was made, to be added to.
    pub(crate) fn get_mut(&mut self) -> Option<&mut V> {
        self.0.as_mut().map(|(_, value)| value)
    }

    /// The value, where it was made from this.
    pub(crate) fn get_for(&self, from: &K) -> Option<&V> {
        self.0.as_ref().filter(|(key, _)| key == from).map(|(_, value)| value)
    }

    /// The value, once it was made.
    pub(crate) fn get(&self) -> Option<&V> {
        self.0.as_ref().map(|(_, value)| value)
    }
}
