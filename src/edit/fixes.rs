//! Several changes of one text at once.

use std::ops::Range;

/// A stretch of a text and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// What is replaced, in bytes; empty where something is put in.
    pub(crate) at: Range<usize>,
    /// What is written there.
    pub(crate) replacement: String,
}

/// A text with edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Applied {
    /// The text.
    pub(crate) text: String,
    /// Which edits were left out, because another changes the same bytes or they do not lie in the text.
    pub(crate) left_out: Vec<Edit>,
}

/// `text` with `edits`, which may be in any order. Of two that touch the same bytes the first counts; the
/// same edit twice is one.
pub(crate) fn apply(text: &str, edits: &[Edit]) -> Applied {
    let mut in_order: Vec<&Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        if !in_order.contains(&edit) {
            in_order.push(edit);
        }
    }
    in_order.sort_by_key(|edit| (edit.at.start, edit.at.end));
    let mut out = String::with_capacity(text.len() + edits.len() * 32);
    let (mut done, mut left_out) = (0, Vec::new());
    for edit in in_order {
        match text.get(done..edit.at.start) {
            Some(between) if text.get(edit.at.clone()).is_some() => {
                out.push_str(between);
                out.push_str(&edit.replacement);
                done = edit.at.end;
            }
            _ => left_out.push(edit.clone()),
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Applied { text: out, left_out }
}

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
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "called by `check --fix` as soon as problems carry their edits")
)]
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
    let is_yaml = |text: &str| super::Document::read(text).is_ok();
    is_yaml(new) || !is_yaml(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(at: Range<usize>, replacement: &str) -> Edit {
        Edit { at, replacement: replacement.to_owned() }
    }

    #[test]
    fn edits_come_in_any_order_and_once() {
        let edits = [edit(3..4, "x"), edit(0..1, ""), edit(3..4, "x"), edit(5..5, "!")];
        assert_eq!(apply("abcdé", &edits), Applied { text: "bcxé".into(), left_out: vec![edit(5..5, "!")] });
    }

    #[test]
    fn of_two_that_overlap_one_is_left_out() {
        let applied = apply("abcdef", &[edit(1..4, "-"), edit(3..5, "+"), edit(4..4, "=")]);
        assert_eq!(applied.text, "a-=ef");
        assert_eq!(applied.left_out, [edit(3..5, "+")]);
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
