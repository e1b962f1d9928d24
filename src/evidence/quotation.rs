//! Which way quotation marks turn.
//!
//! Families of quotation marks are folded into one, so that a quote may be typed with others than the article's. A pair
//! that is turned round (`» hostiles «`) is no other family: it quotes what stands around it.

/// Whether `text` has double quotation marks.
pub(super) fn has_marks(text: &str) -> bool {
    text.contains(is_mark)
}

pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

/// Whether the marks of two texts that are the same but for typography turn the same way.
pub(super) fn turn_alike(one: &str, other: &str) -> bool {
    let pairs = one.chars().filter(|&c| is_mark(c)).zip(other.chars().filter(|&c| is_mark(c)));
    let mut opens_with_closing = false;
    pairs.enumerate().all(|(index, pair)| {
        let closes_with_opening = opens_with_closing && matches!(pair, ('”' | '»', '“') | ('“', '”' | '»'));
        opens_with_closing = index % 2 == 0 && matches!(pair, ('“' | '«', '”') | ('”', '“' | '«'));
        !closes_with_opening && !matches!(pair, ('«', '»') | ('»', '«'))
    })
}

#[cfg(test)]
mod tests {
    use super::turn_alike;

    #[test]
    fn a_pair_is_not_turned_round() {
        for (one, other) in [
            ("« a »", "\"a\""),
            ("«a»", "“a”"),
            ("“a”", "„a“"),
            ("„a“", "“a”"),
            ("“a”", "”a”"),
            ("»a« »b«", "“a” “b”"),
            ("a", "a"),
        ] {
            assert!(turn_alike(one, other) && turn_alike(other, one), "{one} {other}");
        }
        for (one, other) in [("« a »", "» a «"), ("“a”", "”a“"), ("«a», «b»", "«a», »b«"), ("«a»", "”a“")]
        {
            assert!(!turn_alike(one, other) && !turn_alike(other, one), "{one} {other}");
        }
    }
}
