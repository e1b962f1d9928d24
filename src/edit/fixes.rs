//! A text put right, until nothing is left to put right.

use super::change::{Edit, apply};
use super::document::Document;

/// A text that was put right, round by round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fixed {
    /// The text.
    pub(crate) text: String,
    /// How many edits were made in all.
    pub(crate) edits: usize,
}

/// `text` with what `find` finds to be put right in it, until it finds nothing: so a second time nothing
/// changes. An edit after which what was YAML is none is left out, and so is one that undoes another.
pub(crate) fn fix(text: &str, mut find: impl FnMut(&str) -> Vec<Edit>) -> Fixed {
    const ROUNDS: usize = 20;
    let mut fixed = Fixed { text: text.to_owned(), edits: 0 };
    let mut known = vec![fixed.text.clone()];
    for _ in 0..ROUNDS {
        let found = find(&fixed.text);
        let all = apply(&fixed.text, &found);
        let mut steps = vec![(all.text, found.len() - all.left_out.len())];
        if !stays_yaml(&fixed.text, &steps[0].0) || known.contains(&steps[0].0) {
            // Together they do harm: one after the other, those that do none.
            steps =
                found.iter().map(|edit| (apply(&fixed.text, std::slice::from_ref(edit)).text, 1)).collect();
        }
        let is_good = |(text, _): &(String, usize)| !known.contains(text) && stays_yaml(&fixed.text, text);
        let Some((text, edits)) = steps.into_iter().find(is_good) else { break };
        known.push(text.clone());
        fixed = Fixed { text, edits: fixed.edits + edits };
    }
    fixed
}

/// Whether `new` is YAML, where `old` is.
fn stays_yaml(old: &str, new: &str) -> bool {
    let is_yaml = |text: &str| Document::read(text).is_ok();
    is_yaml(new) || !is_yaml(old)
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    fn edit(at: Range<usize>, replacement: &str) -> Edit {
        Edit { at, replacement: replacement.to_owned() }
    }

    /// What replaces each `from` by its `to`.
    fn replacing(pairs: &'static [(&'static str, &'static str)]) -> impl FnMut(&str) -> Vec<Edit> {
        move |text| {
            let found = |(from, to): &(&str, &str)| {
                let places = text.match_indices(from).map(|(at, _)| edit(at..at + from.len(), to));
                places.collect::<Vec<_>>()
            };
            pairs.iter().flat_map(found).collect()
        }
    }

    #[test]
    fn what_is_put_right_stays_so() {
        for (what, pairs, old, expected, edits) in [
            ("two at once", &[("oen", "one"), ("tow", "two")][..], "a: oen\nb: tow\n", "a: one\nb: two\n", 2),
            ("one leads to another", &[("x", "y"), ("y", "z")], "a: x\n", "a: z\n", 2),
            ("in a circle", &[("x", "y"), ("y", "x")], "a: x\n", "a: y\n", 1),
            ("one does harm", &[("oen", "one"), ("tow", "[")], "a: oen\nb: tow\n", "a: one\nb: tow\n", 1),
            ("nothing", &[], "a: b\n", "a: b\n", 0),
            ("no YAML yet", &[("[\n", "[]\n")], "a: [\n", "a: []\n", 1),
        ] {
            let fixed = fix(old, replacing(pairs));
            assert_eq!((fixed.text.as_str(), fixed.edits), (expected, edits), "{what}");
            if what != "in a circle" {
                assert_eq!(fix(expected, replacing(pairs)).text, expected, "{what}");
            }
        }
    }
}
