//! Words that negate.

use std::ops::Range;

use super::{fold::Folded, word};

/// Words that negate, lower case and folded. `n'` and `n't` are found apart. Not here: `plus`, `point`,
/// `personne`, `que`, which negate only beside a `ne`, and that is here.
#[rustfmt::skip]
const NEGATIONS: &[&str] = &[
    "ne", "pas", "non", "ni", "aucun", "aucune", "aucuns", "aucunes", "aucunement", "jamais", "sans",
    "nul", "nulle", "nuls", "nulles", "nullement", "rien", "guère",
    "not", "never", "no", "nor", "none", "nobody", "nothing", "nowhere", "without", "neither", "cannot",
];

/// The first word of `text` that negates, in bytes; with its apostrophe.
pub(super) fn negation(text: &str) -> Option<Range<usize>> {
    let folded = Folded::new(text);
    let words = folded.text();
    let found = word::ranges(words).find_map(|range| {
        let word = words.get(range.clone())?.to_lowercase();
        let (before, after) = (words.get(..range.start)?, words.get(range.end..)?);
        match word.as_str() {
            "n" if after.starts_with('\'') => Some(range.start..range.end + 1),
            "t" if before.ends_with("n'") || before.ends_with("N'") => Some(range.start - 2..range.end),
            word if NEGATIONS.contains(&word) => Some(range),
            _ => None,
        }
    })?;
    folded.original(&found)
}
