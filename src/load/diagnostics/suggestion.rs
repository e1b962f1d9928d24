//! What was probably meant.

use super::localized::{Localized, said};

/// Names longer than this are no slips of the finger.
const LONGEST: usize = 64;
/// How many candidates are looked at.
const CANDIDATES: usize = 2_000;

/// The candidate that `written` is most probably a misspelling of.
pub(in crate::load) fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let folded = fold(written);
    let length = folded.chars().count();
    if length > LONGEST {
        return None;
    }
    // A third of the letters may be wrong, and one always.
    let allowed = (length / 3).max(1);
    candidates
        .into_iter()
        .take(CANDIDATES)
        .filter(|candidate| candidate.len() <= 4 * LONGEST)
        .map(|candidate| (strsim::osa_distance(&folded, &fold(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Capitals and the joints of a name are not what makes two names different.
fn fold(name: &str) -> String {
    let name = name.chars().take(LONGEST + 1);
    name.flat_map(char::to_lowercase).map(|c| if matches!(c, '_' | ' ') { '-' } else { c }).collect()
}

/// “did you mean `this`?”, or nothing where nothing comes near.
pub(crate) fn did_you_mean<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<Localized> {
    nearest(written, candidates).map(is_it)
}

/// The question whether `name` was meant.
pub(crate) fn is_it(name: &str) -> Localized {
    said!(en: "did you mean `{name}`?", fr: "vouliez-vous dire `{name}`\u{a0}?")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_of_the_finger_are_seen_through() {
        let keys = ["exact", "date", "container-title", "id"];
        for (written, expected) in [
            ("exat", Some("exact")),
            ("Exact", Some("exact")),
            ("dtae", Some("date")),
            ("container_title", Some("container-title")),
            ("Container Titel", Some("container-title")),
            ("ids", Some("id")),
            ("x", None),
            ("summary", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, keys), expected, "{written}");
        }
        assert_eq!(nearest(&"x".repeat(1_000_000), keys), None);
    }
}
