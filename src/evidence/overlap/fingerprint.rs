//! Fingerprints of a text: a few of its windows, chosen by what stands in and around them alone, so that two
//! texts with a stretch in common choose the same ones there (winnowing: Schleimer, Wilkerson, Aiken, 2003).

use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};

/// A window of a text that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fingerprint {
    pub(super) hash: u32,
    /// Its first byte.
    pub(super) at: u32,
}

/// Chooses fingerprints.
#[derive(Clone, Copy, Debug)]
pub(super) struct Winnower {
    /// The bytes of a window.
    pub(super) window: usize,
    /// Of this many windows in a row at least one is chosen; so two texts that share `window + row - 1` bytes
    /// have a fingerprint in common there.
    row: usize,
    base: u64,
    /// `base` to the power of `window - 1`.
    power: u64,
}

impl Winnower {
    /// One that chooses a fingerprint in every stretch of `stretch` bytes. Each time the program runs it
    /// hashes differently, so that no article can be written to collide.
    pub(super) fn new(stretch: usize, hasher: &RandomState) -> Self {
        let window = stretch / 2;
        let base = hasher.hash_one("base") | 1;
        let power = (1..window).fold(1, |power: u64, _| power.wrapping_mul(base));
        Self { window, row: stretch - window + 1, base, power }
    }

    /// The fingerprints of `text`, in order. Where a text repeats itself at once (a row of dashes), only the
    /// first and the last of its equal windows are kept.
    pub(super) fn choose(&self, text: &[u8]) -> Vec<Fingerprint> {
        let mut chosen: Vec<Fingerprint> = Vec::new();
        // Those that may yet be the least of a row, with rising hashes.
        let mut ahead: VecDeque<Fingerprint> = VecDeque::new();
        for (position, hash) in self.hashes(text).enumerate() {
            while ahead.back().is_some_and(|last| last.hash > hash) {
                ahead.pop_back();
            }
            let Ok(at) = u32::try_from(position) else { break };
            ahead.push_back(Fingerprint { hash, at });
            if position + 1 < self.row {
                continue;
            }
            if ahead.front().is_some_and(|first| first.at as usize + self.row <= position) {
                ahead.pop_front();
            }
            let Some(least) = ahead.front().map(|first| first.hash) else { continue };
            let equal = ahead.partition_point(|window| window.hash == least);
            let known =
                ahead.partition_point(|window| chosen.last().is_some_and(|last| window.at <= last.at));
            if known < equal {
                chosen.extend(ahead.range(known..equal));
            }
        }
        self.thin(&chosen)
    }

    fn hashes(&self, text: &[u8]) -> impl Iterator<Item = u32> {
        let letter = |byte: u8| u64::from(byte) + 1;
        let first = text.get(..self.window);
        let append = move |hash: u64, byte: u8| hash.wrapping_mul(self.base).wrapping_add(letter(byte));
        let mut hash = first.map(|first| first.iter().fold(0, |hash, byte| append(hash, *byte)));
        let mut moves = text.iter().zip(text.get(self.window..).unwrap_or_default());
        std::iter::from_fn(move || {
            let this = hash?;
            hash = moves
                .next()
                .map(|(gone, new)| append(this.wrapping_sub(self.power.wrapping_mul(letter(*gone))), *new));
            Some(mixed(this))
        })
    }

    /// Drops the windows that lie in the middle between two equal ones that touch them: a text that repeats
    /// itself shares a run with another such text at every shift, and one or two of them say it all.
    fn thin(&self, chosen: &[Fingerprint]) -> Vec<Fingerprint> {
        let is_between = |index: usize| {
            let around = index.checked_sub(1).and_then(|before| chosen.get(before..=index + 1));
            matches!(around, Some([a, b, c]) if a.hash == b.hash && b.hash == c.hash
                && b.at - a.at == c.at - b.at && (b.at - a.at) as usize <= self.window)
        };
        let kept = chosen.iter().enumerate().filter(|(index, _)| !is_between(*index));
        kept.map(|(_, fingerprint)| *fingerprint).collect()
    }
}

/// The upper bits of a polynomial hash are its good ones, and the least of many is to be any of them.
fn mixed(hash: u64) -> u32 {
    let hash = (hash ^ (hash >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    u32::try_from(hash >> 32).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn winnower() -> Winnower {
        Winnower::new(20, &RandomState::new())
    }

    #[test]
    fn a_row_of_dashes_has_two_fingerprints() {
        let chosen = winnower().choose(&[b'-'; 1_000]);
        assert_eq!(chosen.iter().map(|one| one.at).collect::<Vec<_>>(), [0, 990]);
        assert_eq!(winnower().choose(&b"abc".repeat(500)).len(), 2);
        assert_eq!(winnower().choose(&[b'-'; 19]), []);
    }

    proptest! {
        #[test]
        fn a_shared_stretch_has_a_shared_fingerprint(
            before in "[a-d]{0,60}", other in "[a-d]{0,60}", stretch in "[a-d]{20,60}", after in "[a-d]{0,60}",
        ) {
            let winnower = winnower();
            let (one, two) = (format!("{before}{stretch}{after}"), format!("{other}{stretch}"));
            let place = |text: &str, offset: usize| {
                let chosen = winnower.choose(text.as_bytes());
                let inside = offset..=offset + stretch.len() - winnower.window;
                let places = chosen.into_iter().filter(move |one| inside.contains(&(one.at as usize)));
                places.map(|one| (one.hash, one.at as usize - offset)).collect::<Vec<_>>()
            };
            let (in_one, in_two) = (place(&one, before.len()), place(&two, other.len()));
            prop_assert!(in_one.iter().any(|place| in_two.contains(place)), "{:?} {:?}", in_one, in_two);
        }
    }
}
