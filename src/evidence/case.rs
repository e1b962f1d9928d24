//! Whether two letters are the same but for their case.

/// Whether `one` and `other` are one letter each, with the same marks upon it, that differ by nothing but case: each case
/// mapping of the one is the same single letter as that of the other. So `ß` is no `SS`, `ſ` no `s`, `ı` no `I`, `µ` no
/// `Μ`, `ς` no `σ`.
pub(super) fn is_same_letter(one: &str, other: &str) -> bool {
    let (mut ones, mut others) = (one.chars(), other.chars());
    let (Some(first), Some(second)) = (ones.next(), others.next()) else { return false };
    let is_letter = first.is_alphabetic() && second.is_alphabetic();
    let has_same_marks = ones.as_str() == others.as_str() && !ones.any(char::is_alphanumeric);
    is_letter
        && has_same_marks
        && single(first.to_lowercase()).is_some_and(|lower| single(second.to_lowercase()) == Some(lower))
        && single(first.to_uppercase()).is_some_and(|upper| single(second.to_uppercase()) == Some(upper))
}

fn single(mut mapped: impl Iterator<Item = char>) -> Option<char> {
    mapped.next().filter(|_| mapped.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::is_same_letter;

    #[test]
    fn only_case_may_differ() {
        for (one, other) in
            [("l", "L"), ("é", "É"), ("ж", "Ж"), ("σ", "Σ"), ("l", "l"), ("x\u{323}", "X\u{323}")]
        {
            assert!(is_same_letter(one, other) && is_same_letter(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("ß", "SS"),
            ("ß", "ẞ"),
            ("ı", "I"),
            ("i", "İ"),
            ("ς", "σ"),
            ("ς", "Σ"),
            ("ſ", "s"),
            ("µ", "Μ"),
            ("ﬁ", "FI"),
            ("a", "а"),
            ("e", "É"),
            ("l", "La"),
            ("", ""),
            ("1", "1"),
            ("x\u{323}", "X"),
            ("k", "\u{212a}"),
        ] {
            assert!(!is_same_letter(one, other) && !is_same_letter(other, one), "{one} {other}");
        }
    }
}
