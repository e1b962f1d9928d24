//! Several edits of one text at once.

use std::ops::Range;

/// A stretch of a text and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// What is replaced, in bytes; empty where something is put in.
    pub(crate) at: Range<usize>,
    /// What is written there.
    pub(crate) replacement: String,
}

impl Edit {
    /// The same behind so many bytes more.
    pub(crate) fn moved(self, by: usize) -> Self {
        Self { at: self.at.start + by..self.at.end + by, ..self }
    }
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
}
