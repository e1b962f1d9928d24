//! What is said where a search finds nothing.

use super::Lang;

/// That nothing was found, and the word that was probably meant.
pub fn no_matches(nearest: Option<&str>, lang: Lang) -> String {
    match (lang, nearest) {
        (Lang::Fr, None) => "Aucun résultat".to_owned(),
        (Lang::En, None) => "No matches".to_owned(),
        (Lang::Fr, Some(word)) => {
            format!("Aucun résultat. Vouliez-vous dire «\u{a0}{word}\u{a0}»\u{a0}?")
        }
        (Lang::En, Some(word)) => format!("No matches. Did you mean “{word}”?"),
    }
}
