//! Which letters a text has, for telling cheaply that another has letters it lacks.

/// A set of letters: each of `a` to `z` and `0` to `9` for itself, all others together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

impl Letters {
    pub(super) fn of(folded: &str) -> Self {
        folded.bytes().fold(Self::default(), |letters, byte| Self(letters.0 | Self::bit(byte)))
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all letters of `other` are among these.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    fn bit(byte: u8) -> u64 {
        match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + byte - b'0'),
            b' ' => 0,
            _ => 1 << 36,
        }
    }
}
